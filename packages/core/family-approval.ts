/**
 * Approval in a family: above the sum an allowance's giver has set, each send from it waits for their word; above the
 * sum of their age, a minor's waits for the word of any one guardian who is of age. Such a send is an approval like any
 * other (approval.ts): its money is in escrow, it is counted at once, its sender undoes it freely, and what nobody has
 * approved within a day is rejected. Where nobody is left whose word would do, it ends at once.
 */

import { ageRules, type AgeBand } from './age.ts'
import { openStep, seatsOf, type ApprovalFile, type Roster, type SeatedStep } from './approval.ts'
import { dayMs } from './instant.ts'
import type { Amount } from './money.ts'

/** What nobody in the family has approved by then is rejected. */
export const familyApprovalMs = dayMs

/**
 * Whose word a send waits for: the giver's, a guardian's, one after the other, or one person's who is both. The words
 * are what the sender and those who are asked read above it.
 */
export const familyChains = {
  'family-giver': {
    zh: '家庭额度：超过约定的金额，要给额度的家人同意',
    en: 'Allowance: above the agreed sum, its giver has to agree',
  },
  'family-guardian': {
    zh: '未成年人：超过这个金额，要一位守护人同意',
    en: 'Under 18: above this sum, a guardian has to agree',
  },
  'family-both': {
    zh: '家庭额度和未成年人：要给额度的家人同意，还要一位守护人同意',
    en: 'Allowance and under 18: its giver and a guardian have to agree',
  },
  'family-one-for-both': {
    zh: '家庭额度和未成年人：给额度的家人也是守护人，要这位家人同意',
    en: 'Allowance and under 18: its giver, who is a guardian too, has to agree',
  },
} as const
export type FamilyChainId = keyof typeof familyChains

/** What says whose word a sum needs. */
export interface FamilyWordFacts {
  band: AgeBand
  /** The allowance that pays, where one does. */
  allowance: { giverId: string; approveAbove: Amount | null } | null
  /** Those of age who look after the sender now. */
  guardianIds: readonly string[]
}

/** Whether a sum is one that a minor needs a guardian's word for. */
export function needsGuardian(amount: Amount, band: AgeBand): boolean {
  const above = ageRules[band].guardianApprovalAbove
  return above !== null && amount > above
}

/** Whose word a send of this sum waits for; null where it needs nobody's. */
export function familyWords(
  amount: Amount,
  { band, allowance, guardianIds }: FamilyWordFacts,
): { chainId: FamilyChainId; steps: SeatedStep[] } | null {
  const any = (memberIds: readonly string[]): SeatedStep => ({ manner: 'any', memberIds })
  const asksGiver = allowance?.approveAbove != null && amount > allowance.approveAbove
  const asksGuardian = needsGuardian(amount, band)
  if (!asksGiver) return asksGuardian ? { chainId: 'family-guardian', steps: [any(guardianIds)] } : null
  const giver = any([allowance.giverId])
  if (!asksGuardian) return { chainId: 'family-giver', steps: [giver] }
  if (guardianIds.includes(allowance.giverId)) return { chainId: 'family-one-for-both', steps: [giver] }
  return { chainId: 'family-both', steps: [giver, any(guardianIds)] }
}

/** Who of the family still stands where they did. */
export interface FamilyStanding {
  /** The giver, while the allowance is in force. */
  giverId: string | null
  /** Those of age who look after the sender now. */
  guardianIds: readonly string[]
}

/** Who may give their word now: nobody stands in, hands on or administers. Whoever was unlinked may no more. */
export function familyRoster(chainId: string, { giverId, guardianIds }: FamilyStanding): Roster {
  const giver = giverId === null ? [] : [giverId]
  const fit = {
    'family-giver': giver,
    'family-guardian': guardianIds,
    'family-both': [...giver, ...guardianIds.filter((id) => id !== giverId)],
    'family-one-for-both': giver.filter((id) => guardianIds.includes(id)),
  }[chainId as FamilyChainId]
  return { fit: new Set(fit), administrators: new Set(), delegations: [], seatsStay: true }
}

/** Whether some step that is not done has nobody left who could do it: then it can be approved by nobody. */
export function isForsaken(file: ApprovalFile, roster: Roster): boolean {
  const open = openStep(file)
  if (open === undefined) return false
  const left = file.steps.slice(open).map((_, i) => seatsOf(file, open + i))
  return left.some((seats) => !seats.some(({ holder }) => roster.fit.has(holder)))
}
