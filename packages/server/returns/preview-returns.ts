/**
 * Looking before asking: whom it would be asked of, what each of them has, the text that the facts make or what is wrong
 * with the one that was written, and why somebody could not be asked. Nothing is written and nobody hears of it.
 */

import { checkText } from '@laisee/core/advisor/texts/check-text.ts'
import type { Finding } from '@laisee/core/advisor/texts/finding.ts'
import { blanksOf } from '@laisee/core/advisor/texts/text-facts.ts'
import { dayMs } from '@laisee/core/instant.ts'
import { chinaDateOf, type ChinaDate } from '@laisee/core/law/china-date.ts'
import type { Amount } from '@laisee/core/money.ts'
import { isRefusal, orThrow, type RefusalCode } from '@laisee/core/refusals.ts'
import { returnDueDaysMax, returnDueDaysMin, stillHeld } from '@laisee/core/return-request.ts'
import { decideAskReturn, decideReturnDue, decideReturnText } from '@laisee/core/return-verbs.ts'
import type { Tx } from '../db/db.ts'
import { askedOf, textFor, type AskReturns } from './ask-returns.ts'
import { askerOf, type Asking } from './asker.ts'
import { openRequestOf } from './returns.sql.ts'
import { shareKey, sharesOf } from './read-requests.ts'
import { wayTo } from './serve.ts'
import { receivedOf } from './source.ts'

export interface PreviewedReturn {
  memberId: string
  received: Amount
  left: Amount
  /** What would be asked for; nothing where nobody can be. */
  amount: Amount
  text: string
  findings: Finding[]
  blanks: string[]
  /** Whether the service would hand it over across a block. */
  served: boolean
  /** Why this one could not be asked so; null where they could. */
  refusal: RefusalCode | null
}

export interface PreviewedReturns {
  dueOn: ChinaDate
  dueFrom: ChinaDate
  dueUntil: ChinaDate
  recipients: PreviewedReturn[]
}

/** What asking would do. Refuses `not_found` to whoever may not ask for it, and a day that is out of bounds. */
export async function previewReturns(tx: Tx, ask: AskReturns): Promise<PreviewedReturns> {
  const { recipientIds, ...asking } = await askedOf(tx, ask)
  const now = await tx.now()
  const { dueOn } = orThrow(decideReturnDue(ask.dueOn, now))
  const recipients: PreviewedReturn[] = []
  for (const memberId of recipientIds)
    recipients.push(await previewOne(tx, asking, { ...ask, dueOn }, memberId))
  const day = (days: number) => chinaDateOf(now + days * dayMs)
  return { dueOn, dueFrom: day(returnDueDaysMin), dueUntil: day(returnDueDaysMax), recipients }
}

async function previewOne(
  tx: Tx,
  asking: Asking,
  ask: AskReturns & { dueOn: ChinaDate },
  recipientId: string,
): Promise<PreviewedReturn> {
  const { source } = asking
  const received = await receivedOf(tx, source, recipientId)
  const key = { sourceId: source.id, recipientId }
  const none = { returned: 0n, requestCount: 0, declinedAt: null, currency: source.currency }
  const kept = (await sharesOf(tx, [key])).get(shareKey(key))
  const share = received === undefined ? undefined : (kept ?? { ...key, ...none, received })
  const open = await tx.one(openRequestOf, source.id, recipientId)
  const way = await wayTo(tx, ask, recipientId)
  const now = await tx.now(open?.changedAt)
  const payerId = askerOf(source, ask.memberId, recipientId)
  const asked = { payerId, recipientId, isBlocked: way === 'blocked', share, open }
  const decided = decideAskReturn(asked, ask, now)
  const held = { received: received ?? 0n, left: share ? stillHeld(share) : 0n }
  const amount = isRefusal(decided) ? held.left : decided.amount
  const text = ask.message?.trim() || textFor(asking, held, ask, { amount, dueOn: ask.dueOn }, now)
  const judged = decideReturnText(text, 'message')
  const refusal = isRefusal(decided) ? decided.code : isRefusal(judged) ? judged.code : null
  const wrong = { findings: checkText(text), blanks: blanksOf(text) }
  const sum = isRefusal(decided) ? 0n : amount
  return { memberId: recipientId, ...held, amount: sum, text, ...wrong, served: way === 'served', refusal }
}
