/** A send as its caller writes it, read into what the verb takes: whether it is sent, signed or only looked at. */

import type { Static } from 'typebox'
import { refuseField } from '@laisee/core/field.ts'
import { fromIso, type Instant } from '@laisee/core/instant.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import { onBehalfOf } from '../on-behalf.schemas.ts'
import type { SendPacketBody } from './packets.schemas.ts'
import type { SendPacketAsk } from './send.ts'

function invalid(field: string, message: string): RefusalError {
  return new RefusalError(refuseField(field, message))
}

/** Who a packet is for, from the three ways to say it: exactly one of them, and the ways its kind allows. */
function audienceOf(
  body: Static<typeof SendPacketBody>,
): Pick<SendPacketAsk, 'audience' | 'recipientIds' | 'groupId'> {
  const { kind, recipientIds, groupId, link } = body
  if (kind === 'direct' || kind === 'exclusive') {
    if (link)
      throw invalid(
        'link',
        `is not for a packet of kind ${kind}: it has one recipient, who may be given a named link`,
      )
    if (recipientIds?.length !== 1)
      throw invalid('recipientIds', `a packet of kind ${kind} names exactly one recipient`)
    if (kind === 'direct' && groupId !== undefined)
      throw invalid('groupId', 'is not for a packet of kind direct')
    return { audience: 'member', recipientIds, groupId: groupId ?? null }
  }
  const ways = [recipientIds, groupId, link].filter((way) => way !== undefined).length
  if (ways !== 1)
    throw invalid(
      'recipientIds',
      'say who the packet is for by exactly one of recipientIds, groupId and link',
    )
  return {
    audience: link ? 'link' : groupId === undefined ? 'members' : 'group',
    recipientIds: recipientIds ?? [],
    groupId: groupId ?? null,
  }
}

/** A send as its verb takes it. Refuses `invalid_request` where the fields do not go together. */
export function sendAskOf(body: Static<typeof SendPacketBody>, payerId: string): SendPacketAsk {
  if (body.splitMethod !== undefined && body.kind !== 'lucky')
    throw invalid('splitMethod', 'is for packets of kind lucky only')
  return {
    payerId,
    kind: body.kind,
    profile: body.profile ?? (body.onBehalfOf === undefined ? 'laisee' : 'enterprise'),
    total: BigInt(body.total),
    count: body.count,
    splitMethod: body.kind === 'lucky' ? (body.splitMethod ?? 'wechat') : null,
    ...audienceOf(body),
    greeting: body.greeting ?? '',
    passphrase: body.passphrase ?? null,
    notBefore: notBeforeOf(body.notBefore),
    expireAfterMs: body.expireAfterS === undefined ? null : body.expireAfterS * 1_000,
    openAs: body.openAs ?? 'open',
    test: body.test ?? false,
    paidFrom: body.paidFrom ?? null,
    ...onBehalfOf(body),
  }
}

/** A moment before 1970 is nobody's plan: it is refused rather than kept. */
function notBeforeOf(text: string | undefined): Instant | null {
  if (text === undefined) return null
  const at = fromIso(text)
  if (at === undefined || at < 0) throw invalid('notBefore', 'must be a moment after 1970')
  return at
}
