/**
 * What may be done with instalments, as pure rules: loaded values in, a decision or a refusal out, in the order of the
 * registry. Nothing here reads a clock.
 */

import type { Wallet } from './account.ts'
import { askedEnough, nextAskAt, nextUnansweredAt, type Asked } from './asking-again.ts'
import {
  instalmentDaysMax,
  instalmentPartsMax,
  instalmentVersionsMax,
  missAtOf,
  payAtOf,
  unpaidParts,
  workingDayFrom,
  type InstalmentPart,
  type Instalments,
  type InstalmentTerms,
} from './instalments.ts'
import type { Instant } from './instant.ts'
import { addDays, chinaDateOf, isChinaDate, type ChinaDate } from './law/china-date.ts'
import { lawfulInterestMax } from './law/lending-rate.ts'
import type { Amount } from './money.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import { stillHeld, type ReturnShare } from './return-request.ts'
import { decideGiveBack } from './return-verbs.ts'

/** Terms as they are proposed: the days are moved off days off here. */
export interface ProposedTerms {
  principal: Amount
  interest: Amount
  parts: readonly { amount: Amount; dueOn: ChinaDate }[]
}

/** May these terms be proposed? The parts, their days, their sum, then the interest. */
export function decideTerms(
  { principal, interest, parts }: ProposedTerms,
  now: Instant,
): InstalmentTerms | Refusal {
  if (parts.length < 1 || parts.length > instalmentPartsMax)
    return refuse('instalment_count_out_of_bounds', { field: 'parts', max: instalmentPartsMax })
  const today = chinaDateOf(now)
  const [from, until] = [addDays(today, 1), addDays(today, instalmentDaysMax)]
  const moved: InstalmentTerms['parts'][number][] = []
  for (const { amount, dueOn: askedOn } of parts) {
    const isBetween = isChinaDate(askedOn) && askedOn >= from && askedOn <= until
    const dueOn = isBetween ? workingDayFrom(askedOn) : askedOn
    if (!isBetween || dueOn <= (moved.at(-1)?.dueOn ?? today))
      return refuse('instalment_days_out_of_bounds', { field: 'parts', day: askedOn, from, until })
    moved.push({ amount, askedOn, dueOn })
  }
  const [sum, total] = [parts.reduce((so, { amount }) => so + amount, 0n), principal + interest]
  if (sum !== total)
    return refuse('parts_not_the_total', { field: 'parts', sum: Number(sum), total: Number(total) })
  const max = lawfulInterestMax(principal, today, moved.at(-1)!.dueOn)
  if (interest > max) return refuse('interest_above_law', { field: 'interest', max: Number(max) })
  return { principal, interest, parts: moved }
}

/** The two of a proposal, and how they stand. */
export interface ProposalFacts {
  creditorId: string
  debtorId: string
  actorId: string
  isBlocked: boolean
  /** Undefined where nothing was claimed or has arrived. */
  share: ReturnShare | undefined
  /** What is open between the two about this share. */
  open: Instalments | undefined
  /** How often the creditor began so about this share before, whatever became of it; undefined where they never did. */
  before: Asked | undefined
  /** The creditor's versions of what is open since the other last had a word; undefined where the other's stands. */
  unanswered: Asked | undefined
}

/**
 * May this version be proposed: the first about a share, or the next of one that is open? A creditor begins three
 * times at most about a share, a day apart, and puts a fourth version in the place of three unanswered ones a day after
 * the last; whoever owes may propose whenever they like.
 */
export function decidePropose(
  facts: ProposalFacts,
  terms: ProposedTerms,
  now: Instant,
): InstalmentTerms | Refusal {
  const { creditorId, debtorId, actorId, isBlocked, share, open, before, unanswered } = facts
  if (actorId !== creditorId && actorId !== debtorId) return refuse('not_found')
  if (creditorId === debtorId) return refuse('self_not_allowed')
  if (isBlocked) return refuse('recipient_blocked')
  if (!share) return refuse('nothing_to_return')
  const held = stillHeld(share)
  if (held === 0n) return refuse('already_given_back', { returned: Number(share.returned) })
  if (terms.principal > held) return refuse('return_above_left', { field: 'principal', left: Number(held) })
  if (open && open.versionCount >= instalmentVersionsMax)
    return refuse('instalment_count_out_of_bounds', { max: instalmentVersionsMax })
  const decided = decideTerms(terms, now)
  const asked = open ? unanswered : before
  if (isRefusal(decided) || actorId === debtorId || !asked) return decided
  return askedEnough(open ? nextUnansweredAt(asked) : nextAskAt(asked), now) ?? decided
}

/** Why nothing can be done with instalments that have ended. */
export function overRefusal({ endedAt, state }: Instalments): Refusal | undefined {
  return endedAt === null ? undefined : refuse('instalments_over', { state, decidedAt: endedAt })
}

/**
 * Accept a version: the other's, the one that waits, and still as much as is left to give back. Whoever looked at an
 * older one is told which waits now.
 */
export function decideAcceptInstalments(
  instalments: Instalments,
  { actorId, version }: { actorId: string; version: number },
  { terms, share, now }: { terms: InstalmentTerms; share: ReturnShare; now: Instant },
): 'accept' | Refusal {
  if (!isOneOfTwo(instalments, actorId)) return refuse('not_found')
  if (instalments.proposedBy === actorId && instalments.proposedVersion === version) return refuse('own_act')
  const over = overRefusal(instalments)
  if (over) return over
  const isLate = terms.parts.some((part) => now >= missAtOf(part))
  if (instalments.proposedVersion !== version || terms.principal > stillHeld(share) || isLate)
    return refuse('instalments_moved_on', { version: instalments.proposedVersion, late: isLate })
  return 'accept'
}

/** Drop a proposal: one's own is withdrawn, the other's declined. What was agreed before stays. */
export function decideDropProposal(
  instalments: Instalments,
  actorId: string,
): 'withdrawn' | 'declined' | Refusal {
  if (!isOneOfTwo(instalments, actorId)) return refuse('not_found')
  const over = overRefusal(instalments)
  if (over) return over
  if (instalments.proposedBy === null) return refuse('instalments_moved_on', { version: null })
  return instalments.proposedBy === actorId ? 'withdrawn' : 'declined'
}

/** Pay by hand: the debtor's own, any part that is not paid, early or late. Where the wallet has not enough it is AM04. */
export function decidePayPart(
  instalments: Instalments,
  { actorId, no }: { actorId: string; no: number | 'all' | 'next' },
  parts: readonly InstalmentPart[],
  wallet: Wallet,
): InstalmentPart[] | Refusal {
  if (actorId !== instalments.debtorId)
    return refuse(actorId === instalments.creditorId ? 'own_act' : 'not_found')
  const over = overRefusal(instalments)
  if (over) return over
  if (instalments.state !== 'active') return refuse('instalments_not_agreed')
  const unpaid = unpaidParts(parts)
  const chosen =
    no === 'all' ? unpaid : no === 'next' ? unpaid.slice(0, 1) : unpaid.filter((part) => part.no === no)
  if (chosen.length === 0)
    return parts.some((part) => part.no === no) ? refuse('instalment_paid_already') : refuse('not_found')
  const debit = decideGiveBack(
    wallet,
    chosen.reduce((so, { amount }) => so + amount, 0n),
  )
  return isRefusal(debit) ? debit : chosen
}

/** What the clock does: pay the part whose day it is by consent, or find it missed, with why. Nothing where neither is due. */
export function decideDuePart(
  instalments: Instalments,
  parts: readonly InstalmentPart[],
  wallet: Wallet,
  now: Instant,
): { do: 'pay' | 'miss'; part: InstalmentPart; reason: 'AM04' | 'AC06' | null } | undefined {
  if (instalments.state !== 'active') return undefined
  const part = parts.find(({ paidAt, missedAt }) => paidAt === null && missedAt === null)
  if (!part) return undefined
  const isOver = now >= missAtOf(part)
  if (!instalments.consent) return isOver ? { do: 'miss', part, reason: null } : undefined
  if (now < payAtOf(part)) return undefined
  const debit = decideGiveBack(wallet, part.amount)
  if (!isRefusal(debit)) return { do: 'pay', part, reason: null }
  return { do: 'miss', part, reason: debit.code === 'wallet_frozen' ? 'AC06' : 'AM04' }
}

/** Give or take back standing consent: the debtor's own, while something is to be paid. */
export function decideConsent(instalments: Instalments, actorId: string): 'set' | Refusal {
  if (actorId !== instalments.debtorId)
    return refuse(actorId === instalments.creditorId ? 'own_act' : 'not_found')
  return (
    overRefusal(instalments) ?? (instalments.state === 'active' ? 'set' : refuse('instalments_not_agreed'))
  )
}

/** Release: the creditor's own, of all that is left. What was paid stays paid. */
export function decideRelease(instalments: Instalments, actorId: string): 'release' | Refusal {
  if (actorId !== instalments.creditorId)
    return refuse(actorId === instalments.debtorId ? 'own_act' : 'not_found')
  return (
    overRefusal(instalments) ??
    (instalments.state === 'active' ? 'release' : refuse('instalments_not_agreed'))
  )
}

const isOneOfTwo = ({ creditorId, debtorId }: Instalments, memberId: string) =>
  memberId === creditorId || memberId === debtorId
