/** Who a packet is for, as the rules of a send need to know it. */

import type { Instant } from '@laisee/core/instant.ts'
import type { SendFacts } from '@laisee/core/send.ts'
import type { Tx } from '../db/db.ts'
import { isAnyBlockedEitherWay } from '../people/blocks.ts'
import { membersAt } from '../people/groups.ts'
import { unknownMembers } from '../people/members.ts'
import type { SendPacketAsk } from './send.ts'

/** Read the facts about people that `decideSend` judges, at the moment of the send. */
export async function gatherPeople(
  tx: Tx,
  ask: SendPacketAsk,
  wallet: SendFacts['wallet'],
  groupKnown: boolean,
  now: Instant,
): Promise<Omit<SendFacts, 'spending'>> {
  const inside = ask.groupId === null ? [] : await membersAt(tx, ask.groupId, now)
  const group =
    ask.groupId === null
      ? null
      : { known: groupKnown, payerInside: inside.includes(ask.payerId), members: inside.length }
  const { recipientIds } = ask
  return {
    payerId: ask.payerId,
    wallet,
    group,
    recipientIds,
    unknownIds: recipientIds.length === 0 ? [] : await unknownMembers(tx, recipientIds),
    recipientsInside: group === null || recipientIds.every((id) => inside.includes(id)),
    blocked: recipientIds.length > 0 && (await isAnyBlockedEitherWay(tx, ask.payerId, recipientIds)),
  }
}
