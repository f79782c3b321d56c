/**
 * A family's allowance: a giver lets a holder send from the giver's own wallet, up to a sum each month. Modelled on
 * 亲属卡: four given and three held at most, ¥3,000 a month, nothing rolls over, a refund goes back to the giver and does
 * not give the allowance back, an invitation lives a day, and either of the two ends it at any time.
 */

import { dayMs, type Instant } from './instant.ts'
import { endGivesBack, leftOf, type Spending } from './limits.ts'
import type { Amount } from './money.ts'
import type { AgeBand } from './age.ts'
import { refuse, type Refusal } from './refusals.ts'

export const familyGivenMax = 4
export const familyHeldMax = 3
export const familyMonthDefault: Amount = 300_000n
/** No allowance is above what one transfer may be. */
export const familyMonthMax: Amount = 5_000_000n
export const invitationMs = dayMs

export type LinkState = 'invited' | 'active' | 'ended'

/** A link between two members that one offers and the other accepts. */
export interface OfferedLink {
  state: LinkState
  expiresAt: Instant
}

/** The state at a moment: an invitation nobody accepted in time is over, written down or not. */
export function linkStateAt({ state, expiresAt }: OfferedLink, now: Instant): LinkState {
  return state === 'invited' && now >= expiresAt ? 'ended' : state
}

/** What must be known of the two before one offers the other anything. */
export interface TwoFacts {
  ownId: string
  otherId: string
  otherKnown: boolean
  blocked: boolean
  /** Whether the same is offered or in force between them. */
  linked: boolean
}

/** May one of the two offer the other a link? */
export function decideOffer({ ownId, otherId, otherKnown, blocked, linked }: TwoFacts): 'offer' | Refusal {
  const field = 'memberId'
  if (!otherKnown) return refuse('member_unknown', { field, unknown: [otherId] })
  if (ownId === otherId) return refuse('self_not_allowed', { field })
  if (blocked) return refuse('recipient_blocked', { field })
  return linked ? refuse('already_linked', { field }) : 'offer'
}

/** May this giver invite? `given` counts what is in force or may still be accepted. */
export function decideInvite(two: TwoFacts, giver: { band: AgeBand; given: number }): 'offer' | Refusal {
  const offer = decideOffer(two)
  if (offer !== 'offer') return offer
  if (giver.band !== 'adult') return refuse('minor_may_not_give')
  return giver.given >= familyGivenMax ? refuse('family_given_max', { max: familyGivenMax }) : 'offer'
}

/** May the one it is offered to accept? Nothing to do where it is in force already. */
export function decideAcceptLink(link: OfferedLink, now: Instant): 'accept' | 'accepted' | Refusal {
  const state = linkStateAt(link, now)
  if (state === 'active') return 'accepted'
  return state === 'invited' ? 'accept' : refuse('invitation_over')
}

/** May the holder accept an allowance? `held` counts those in force. */
export function decideAcceptFamily(link: OfferedLink, held: number, now: Instant) {
  const accept = decideAcceptLink(link, now)
  return accept === 'accept' && held >= familyHeldMax
    ? refuse('family_held_max', { max: familyHeldMax })
    : accept
}

/** What is known of the allowance a send is to be paid from. */
export interface FamilySpendFacts {
  monthMax: Amount
  counted: Amount
  monthEndsAt: Instant
  /** Whether the giver's wallet, and the limits on it, let this sum go. */
  giverCanPay: boolean
}

/** May this be paid from the allowance? */
export function decideFamilySpend({ field, amount }: Spending, facts: FamilySpendFacts): Refusal | undefined {
  const { monthMax, counted, monthEndsAt } = facts
  const left = leftOf(monthMax, counted)
  if (amount <= left) return undefined
  const renewsAt = new Date(monthEndsAt).toISOString()
  return refuse('limit_family', { field, max: Number(monthMax), left: Number(left), renewsAt })
}

/**
 * Whether an end of a send gives its sum back to the allowance: only where it counts as never sent. A refund goes to the
 * giver's wallet and leaves the allowance as it is, so that a month's allowance is never spent twice.
 */
export function givesBackToFamily(end: string): boolean {
  return endGivesBack[end] ?? false
}
