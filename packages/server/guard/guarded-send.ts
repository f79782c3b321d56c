/** A packet and a transfer as the guard sees them, before they are judged. */

import type { GuardedSend } from '@laisee/core/guard/facts.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { SendPacketAsk } from '../packets/send.ts'
import type { SendTransferAsk } from '../transfers/send.ts'

/** A send without the name its sender typed, which comes with the question to the guard. */
export type SendToJudge = Omit<GuardedSend, 'payeeName'>

export function guardedPacket(ask: SendPacketAsk, at: Instant): SendToJudge {
  const { payerId, kind, audience: toKind, recipientIds: memberIds, groupId, count, paidFrom = null } = ask
  const [amount, words] = [ask.total, ask.greeting]
  return { payerId, at, kind, toKind, memberIds, groupId, amount, count, words, paidFrom }
}

/** A transfer: all of a ladder, and for a part of a split plan all of the plan. Its delay is known by then. */
export function guardedTransfer(ask: SendTransferAsk & { delayS: number }, at: Instant): SendToJudge {
  const { payerId, payeeId, note: words, paidFrom = null, planned = null, ladder, delayS } = ask
  const amount = planned?.total ?? ask.amount
  const to = { kind: 'transfer', toKind: 'member', memberIds: [payeeId], groupId: null } as const
  const parts = { planned, ladderFirst: ladder?.first ?? null, delayS }
  return { payerId, at, ...to, amount, count: 1, words, paidFrom, ...parts }
}
