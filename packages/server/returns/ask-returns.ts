/**
 * Asking back: whoever sent it (asker.ts) asks one recipient, or everybody who has a share. Each is asked for themselves and answers for
 * themselves. No money moves, and nobody else in a group hears of it.
 */

import { refuseField } from '@laisee/core/field.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { ChinaDate } from '@laisee/core/law/china-date.ts'
import { chinaDateOf } from '@laisee/core/law/china-date.ts'
import type { Amount } from '@laisee/core/money.ts'
import { isRefusal, orThrow, refuse, RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import type { ReturnCause, ReturnShare } from '@laisee/core/return-request.ts'
import { composeReturnText } from '@laisee/core/return-text.ts'
import { decideAskReturn, decideReturnText } from '@laisee/core/return-verbs.ts'
import type { Language } from '@laisee/core/words/words.ts'
import type { Tx } from '../db/db.ts'
import { inInstalments } from '../instalments/read-instalments.ts'
import { askerOf, askingOf, type Asking } from './asker.ts'
import { changeRequest, changeShare, endUnanswered } from './change-request.ts'
import { lockShareOf } from './lock-share.ts'
import { insertRequest, type ReturnRow } from './returns.sql.ts'
import { wayTo } from './serve.ts'
import { holdersOf, receivedOf } from './source.ts'

export interface AskReturns {
  sourceId: string
  memberId: string
  /** Null for everybody who has a share. */
  recipientIds: readonly string[] | null
  cause: ReturnCause
  /** Null for all that is left. Of several it is always all. */
  amount: Amount | null
  dueOn: ChinaDate | null
  /** Null for the text that the facts make. */
  message: string | null
  language: Language
  /** Whether a decision of the service stands behind it: then it is handed over across a block too. */
  isBacked?: true
}

export interface AskedReturns {
  requests: ReturnRow[]
  notAsked: { memberId: string; refusal: Refusal }[]
}

/** The source for whoever may ask for it, and whom this is asked of, in order of their ids. */
export async function askedOf(
  tx: Tx,
  { sourceId, memberId, recipientIds, amount }: AskReturns,
): Promise<Asking & { recipientIds: string[] }> {
  const asking = await askingOf(tx, sourceId, memberId)
  const { source } = asking
  const named = recipientIds === null ? await holdersOf(tx, source) : [...new Set(recipientIds)].sort()
  const own = [memberId, source.payerId]
  const whole =
    recipientIds === null && source.payee === null ? named.filter((id) => !own.includes(id)) : named
  if (amount !== null && whole.length > 1)
    throw new RefusalError(refuseField('amount', 'must be asked of one recipient'))
  if (whole.length === 0) throw new RefusalError(refuse('nothing_to_return'))
  return { ...asking, recipientIds: whole }
}

/** Ask back. Refuses as the first recipient is refused where none can be asked; of several, the others are asked. */
export async function askReturns(tx: Tx, ask: AskReturns): Promise<AskedReturns> {
  const { recipientIds, ...asking } = await askedOf(tx, ask)
  const asked: AskedReturns = { requests: [], notAsked: [] }
  for (const recipientId of recipientIds) {
    const request = await askOne(tx, asking, ask, recipientId)
    if (isRefusal(request)) asked.notAsked.push({ memberId: recipientId, refusal: request })
    else asked.requests.push(request)
  }
  if (asked.requests.length === 0) throw new RefusalError(asked.notAsked[0]!.refusal)
  return asked
}

async function askOne(
  tx: Tx,
  asking: Asking,
  ask: AskReturns,
  recipientId: string,
): Promise<ReturnRow | Refusal> {
  const { source } = asking
  const received = await receivedOf(tx, source, recipientId)
  const locked = received === undefined ? undefined : await lockShareOf(tx, source, recipientId, received)
  const now = locked?.now ?? (await tx.now())
  const { share, open } = locked ?? {}
  const way = await wayTo(tx, ask, recipientId)
  const payerId = askerOf(source, ask.memberId, recipientId)
  const asked = { payerId, recipientId, isBlocked: way === 'blocked', share, open }
  const decided = decideAskReturn(asked, ask, now)
  if (isRefusal(decided)) return decided
  const elsewhere = await inInstalments(tx, source.id, recipientId)
  if (elsewhere) return elsewhere
  if (open) await endUnanswered(tx, open, now)
  const message = ask.message?.trim() || textFor(asking, share!, ask, decided, now)
  orThrow(decideReturnText(message, 'message'))
  const request = await tx.one(
    insertRequest,
    source.id,
    tx.newId('returnRequest'),
    'asked',
    ask.memberId,
    recipientId,
    source.currency,
    ask.cause,
    decided.amount,
    message,
    toIso(now),
    decided.dueOn,
    toIso(decided.dueAt),
    way === 'served',
  )
  await changeShare(tx, share!, { requestCount: share!.requestCount + 1 }, now)
  const data = way === 'served' ? { served: true } : {}
  return changeRequest(tx, request!, {}, { kind: 'return_request.asked', data }, now)
}

/** The text that the facts make for one recipient. */
export function textFor(
  { source: { product, isShared, sentAt }, organisationName }: Asking,
  { received }: Pick<ReturnShare, 'received'>,
  { cause, language }: Pick<AskReturns, 'cause' | 'language'>,
  { amount, dueOn }: { amount: Amount; dueOn: ChinaDate },
  now: Instant,
): string {
  const facts = { product, isShared, received, asked: amount, cause, sentAt, today: chinaDateOf(now), dueOn }
  return composeReturnText({ ...facts, organisationName }, language)
}
