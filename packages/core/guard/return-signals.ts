/**
 * Returning money "to another account": a stranger pays by mistake, or pretends to, and asks for it back elsewhere
 * (fraud S4 of the reference page, §9.1). A true return goes back the way the money came. Said or unsaid: whoever is
 * talked into it writes what they are told to write, or nothing.
 */

import { dayMs, toIso, type Instant } from '../instant.ts'
import type { Amount } from '../money.ts'
import type { GuardedSend, GuardFacts, ReceivedRecord } from './facts.ts'
import { shownName } from './look-alike.ts'
import type { Past } from './past.ts'
import { plainWords } from './plain-words.ts'
import { areGeneral, wordsKey } from './purpose.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal } from './signal.ts'

/** A return is spoken of with the money still fresh. */
export const receivedWithinMs = 7 * dayMs

/** Where nothing is said of a return, a stranger's money counts as passed on for so long, and anybody's for a day. */
const strangersWithinMs = 3 * dayMs
const anybodysWithinMs = dayMs

/** ¥100: a fee is taken off what is worth one. ¥200: what friends have one pay on below it is everyday life. */
const feeMin = 10_000n
const friendsMin = 20_000n

/** Money that came and should not have. */
const refund =
  /退(?:回|还|款|给|钱|你|您|了|一下)|(?:转|打|付|发)错|误(?:转|发|付|收)|refund|(?:sent|paid) by mistake|wrong (?:transfer|account)/iu

/** And what may be said of a loan as well. */
const givingBack = /返还|还(?:你|您|回)|(?:转|打)回|多(?:转|打|付)(?:了|的)|原路|return(?:ing|ed)?\b/iu

/** Whether words speak of a refund, and not of a loan that is paid back. */
export function saysRefund(words: string): boolean {
  return refund.test(plainWords(words))
}

/** Whether a greeting or note speaks of giving money back. */
export function speaksOfReturn(words: string): boolean {
  return saysRefund(words) || givingBack.test(plainWords(words))
}

/** The largest sum of which this one, a fee or a tip taken off, may be the return. */
export function receivedMax(sent: Amount): Amount {
  return (sent * 10n) / 9n + 1n
}

export function returnSignals({ facts, past }: Seen): Signal[] {
  const { send, received } = facts
  const isSaid = speaksOfReturn(send.words)
  const said = isSaid ? [signal('speaks_of_return', 1)] : []
  const late = received.filter((one) => isLateAndAsMuch(one, send.amount, send.at))
  if (late.some(({ fromId }) => send.memberIds.includes(fromId))) return said
  if (saysRefund(send.words) && received.some((one) => isFromPayee(one, send))) return said
  const open = late.filter((one) => !wasReturned(one, past))
  const last = (isSaid ? late : open.filter((one) => isPassedOn(one, facts, past))).toSorted(
    (a, b) => b.at - a.at,
  )[0]
  if (!last) return said
  const giver = facts.people.find(({ id }) => id === last.fromId)
  const data = { amount: Number(send.amount), fromId: last.fromId, receivedAt: toIso(last.at) }
  if (isSaid) return [...said, signal('return_to_other', 3, data)]
  return [signal('passes_on', 2, { ...data, fromName: giver ? shownName(giver) : null })]
}

/** Lately from whom this goes to, and more than this: a part of a price is refunded the way it came. */
function isFromPayee({ fromId, at, amount }: ReceivedRecord, send: GuardedSend): boolean {
  return (
    send.memberIds.includes(fromId) &&
    at <= send.at &&
    send.at - at <= receivedWithinMs &&
    amount >= send.amount
  )
}

/** As much to within a tenth: a "fee" or a tip is soon taken off. */
function isLateAndAsMuch({ at, amount }: ReceivedRecord, sent: Amount, now: Instant): boolean {
  if (at > now || now - at > receivedWithinMs) return false
  return sent <= amount && sent * 10n >= amount * 9n
}

/** Given back to whom it came from already. */
function wasReturned({ fromId, at, amount }: ReceivedRecord, past: Past): boolean {
  return past.to(fromId).some((record) => record.at >= at && record.amount * 10n >= amount * 9n)
}

/** Unsaid, only what goes to one stranger counts: what a stranger gave, or to the fen what a friend gave within a day. */
function isPassedOn({ fromId, at, amount }: ReceivedRecord, { send, people }: GuardFacts, past: Past) {
  const payee = people.find(({ id }) => id === send.memberIds[0])
  if (send.toKind !== 'member' || past.same.length > 0 || payee?.isContact === true) return false
  if (!saysNothing(send.words)) return false
  const giver = people.find(({ id }) => id === fromId)
  const isClose = giver !== undefined && (giver.isContact || giver.lastWithAt !== null)
  if (isClose) return amount === send.amount && amount >= friendsMin && send.at - at <= anybodysWithinMs
  return send.at - at <= strangersWithinMs && (amount === send.amount || send.amount >= feeMin)
}

/** Nothing, or what everybody says: whoever writes 帮转 or 代收的 knows that they pass something on. */
function saysNothing(words: string): boolean {
  const key = wordsKey(words)
  return key === '' || areGeneral(key)
}
