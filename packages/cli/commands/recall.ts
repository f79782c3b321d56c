/** `laisee recall`: what nobody has claimed comes back; who has the rest is told. */

import type { Answer } from '@laisee/client/client.ts'
import { formatYuan } from '@laisee/core/money.ts'
import { recallReasons } from '@laisee/core/recall.ts'
import { command } from '../command.ts'
import { print, printJson } from '../output.ts'
import { clientOf, remoteArgs } from '../remote.ts'
import { oneOf } from '../usage.ts'

export const recall = command(
  {
    packet: { type: 'positional', required: true, description: 'The packet’s id' },
    manner: {
      type: 'string',
      description: 'remainder: what is left. all_or_nothing: only if nobody has claimed',
      valueHint: 'MANNER',
    },
    reason: { type: 'string', description: 'An ISO 20022 reason', valueHint: recallReasons.join('|') },
    ...remoteArgs,
  },
  async (args) => {
    const body = {
      ...(args.manner !== undefined && {
        manner: oneOf('--manner', args.manner, ['remainder', 'all_or_nothing']),
      }),
      ...(args.reason !== undefined && { reason: oneOf('--reason', args.reason, recallReasons) }),
    }
    const answer = await clientOf(args).recallPacket({ path: { id: args.packet }, body })
    if (args.json) printJson(answer)
    else print(...linesOf(answer))
  },
)

function linesOf({ result, returned, claims }: Answer<'recallPacket'>): string[] {
  const back = `¥${formatYuan(BigInt(returned))}`
  const who = claims.map(({ memberId, amount }) => `  ${memberId} has ¥${formatYuan(BigInt(amount))}`)
  if (result === 'CNCL') return [`CNCL: all of it came back, ${back}.`]
  if (result === 'PECR') return [`PECR: what was left came back, ${back}. The rest is claimed:`, ...who]
  return ['RJCR: nothing came back, because some of it is claimed:', ...who]
}
