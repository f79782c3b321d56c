/** What an organisation's policy asks of one send's sum: its limits in their layers, and a step-up of its sender. */

import { asksStepUp } from '@laisee/core/guard/asks-step-up.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Spending } from '@laisee/core/limits.ts'
import { decideOrganisationLimits, leftInOrganisation } from '@laisee/core/policy-limits.ts'
import type { SpendingFacts } from '@laisee/core/spending.ts'
import type { StepUpAsked } from '@laisee/core/step-up.ts'
import { periodsAt } from '@laisee/core/wall-day.ts'
import type { Tx } from '../db/db.ts'
import type { Judged } from '../guard/judge-send.ts'
import { gatherSpending, type LockedPurse } from '../limits/gather-spending.ts'
import { countedOnBehalf } from '../policies/count-send.ts'
import type { Office } from './office.ts'

/**
 * The limits on a send: for an organisation its own, and none that the member has for their own money. A guardian's word
 * is good for a minor's own sends, and for none on behalf of others.
 */
export async function spendingFor(
  tx: Tx,
  office: Office | null,
  payerId: string,
  ask: Spending,
  { purse, now }: { purse: LockedPurse; now: Instant },
): Promise<SpendingFacts> {
  const own = await gatherSpending(tx, payerId, ask, purse, now)
  if (!office) return own
  const { organisation, people, current } = office
  const { version: policyVersion, policy } = current
  const periods = periodsAt(organisation.timeZone, now)
  const { totalLimits } = policy
  const counted = await countedOnBehalf(
    tx,
    { organisationId: organisation.id, payerId, totalLimits },
    periods,
  )
  const sender = { roles: people.get(payerId)?.roles ?? [], ...counted }
  return {
    ...own,
    bounds: { share: null, send: null, day: null, month: null },
    guardianIds: [],
    organisation: decideOrganisationLimits(policy, ask, sender, { periods, policyVersion }),
    organisationLeft: leftInOrganisation(policy, ask.amount, sender),
  }
}

/** What asks for a step-up of this send, beside its sender's age and own sum; an organisation's under its version. */
export function stepUpAsked(
  office: Office | null,
  judged: Judged | undefined,
): StepUpAsked & { policyVersion?: number } {
  return {
    organisationFrom: office?.current.policy.stepUpFrom ?? null,
    byRule: judged !== undefined && asksStepUp(judged.ask.policy, judged.judgement),
    ...(office && { policyVersion: office.current.version }),
  }
}
