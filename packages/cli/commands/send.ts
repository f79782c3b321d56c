/** `laisee send`: a red packet, as the member whose token it is. */

import type { Ask, Laisee } from '@laisee/client/client.ts'
import { formatYuan } from '@laisee/core/money.ts'
import { packetKinds } from '@laisee/core/packet.ts'
import { command } from '../command.ts'
import { print, printJson } from '../output.ts'
import { clientOf, localTime, remoteArgs } from '../remote.ts'
import { oneOf, required, UsageError, wholeNumber } from '../usage.ts'

type Body = Ask<'sendPacket'>['body']

interface Typed {
  to?: string | undefined
  group?: string | undefined
  link?: boolean | undefined
  kind?: string | undefined
  count: string
  split?: string | undefined
  greeting?: string | undefined
}

export const send = command(
  {
    to: {
      type: 'string',
      description: 'Whom it is for: a member’s id, or several with commas',
      valueHint: 'ID',
    },
    group: { type: 'string', description: 'The group it is for', valueHint: 'ID' },
    link: { type: 'boolean', description: 'For whoever is given the link, which is printed' },
    kind: {
      type: 'string',
      description: 'direct where it is for one, else lucky',
      valueHint: packetKinds.join('|'),
    },
    total: { type: 'string', description: 'In fen', valueHint: 'FEN' },
    count: { type: 'string', description: 'How many shares', valueHint: 'N', default: '1' },
    split: { type: 'string', description: 'How a lucky packet is split', valueHint: 'wechat|provable' },
    greeting: { type: 'string', description: 'A few words', valueHint: 'TEXT' },
    confirm: {
      type: 'string',
      description: 'Yes to what was asked about this very send: the hash that came with the question',
      valueHint: 'HASH',
    },
    ...remoteArgs,
  },
  async (args) => {
    const total = wholeNumber('--total', required('--total', args.total, 'how much, in fen'), {
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
    })
    const yes = args.confirm === undefined ? {} : { confirmation: { shownHash: args.confirm } }
    const body = { total, ...bodyOf(args), ...yes }
    const laisee = clientOf(args)
    const packet = await laisee.sendPacket({ body })
    const link = body.link ? await laisee.makePacketLink({ path: { id: packet.id }, body: {} }) : undefined
    if (args.json) return printJson(link ? { ...packet, link: link.token } : packet)
    print(...linesOf(packet))
    if (link) print(`Its link, for as long as it can be claimed: ${link.token}`)
  },
)

function linesOf(packet: Awaited<ReturnType<Laisee['sendPacket']>>): string[] {
  const { id, kind, total, count, deliverAt, expireAt } = packet
  const shares = count === 1 ? 'one share' : `${count} shares`
  return [
    `Sent ${id}: ¥${formatYuan(BigInt(total ?? 0))}, ${kind}, ${shares}.`,
    `It can be undone until ${localTime(deliverAt)} (laisee undo ${id}), and claimed from then until ${localTime(expireAt)}.`,
  ]
}

function bodyOf(args: Typed): Omit<Body, 'total'> {
  const count = wholeNumber('--count', args.count, { min: 1, max: 1_000_000 })
  const to = args.to?.split(',').map((id) => id.trim())
  const ways = [to, args.group, args.link || undefined].filter((way) => way !== undefined)
  const kind =
    args.kind === undefined
      ? to?.length === 1
        ? 'direct'
        : 'lucky'
      : oneOf('--kind', args.kind, packetKinds)
  if (ways.length === 0) throw new UsageError('say who it is for: --to, --group or --link')
  if (ways.length > 1 && kind !== 'exclusive')
    throw new UsageError('say who it is for once: --to, --group or --link')
  return {
    kind,
    count,
    ...(to && { recipientIds: to }),
    ...(args.group !== undefined && { groupId: args.group }),
    ...(args.link && { link: true }),
    ...(args.split !== undefined && { splitMethod: oneOf('--split', args.split, ['wechat', 'provable']) }),
    ...(args.greeting !== undefined && { greeting: args.greeting }),
  }
}
