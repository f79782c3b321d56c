/** A draft tried on what the organisation sent in the last days: what it would have stopped. Nothing is written. */

import { compilePolicy } from '@laisee/core/guard/compile.ts'
import { ruleFacts, type RuleFactValues } from '@laisee/core/guard/rule-facts.ts'
import { dayMs, toIso } from '@laisee/core/instant.ts'
import type { Counted } from '@laisee/core/limits.ts'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import type { LimitedSender } from '@laisee/core/policy-limits.ts'
import { guardPolicyOf, type OrganisationPolicy } from '@laisee/core/policy.ts'
import { tryPolicy, type PastSend, type Trial } from '@laisee/core/policy-trial.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { periodsAt } from '@laisee/core/wall-day.ts'
import type { Tx } from '../db/db.ts'
import { roleHistory } from '../organisations/standing.ts'
import { sendsSince, type PastSendRow } from './policies.sql.ts'

export const trialDaysMax = 400
export const trialSendsMax = 20_000

/** Try a policy on the sends of the last days. Refuses `policy_invalid` where its rules cannot be read. */
export async function tryDraft(
  tx: Tx,
  organisation: { id: string; timeZone: string },
  policy: OrganisationPolicy,
  days: number,
): Promise<Trial> {
  const compiled = compilePolicy(guardPolicyOf(policy, organisation.id, 0))
  if ('problems' in compiled)
    throw new RefusalError(refuse('policy_invalid', { problems: [...compiled.problems] }))
  const since = (await tx.now()) - days * dayMs
  const rows = await tx.run(sendsSince, organisation.id, toIso(since), trialSendsMax)
  const rolesThen = await roleHistory(tx, organisation.id)
  const sends = rows.map((row) => pastSend(row, rolesThen(row.payerId, row.at)))
  return tryPolicy(policy, compiled, sends, countedBefore(organisation.timeZone))
}

function pastSend(row: PastSendRow, roles: readonly OrganisationRole[]): PastSend {
  const { sendId, payerId, at, amount, shareCount, facts } = row
  return { sendId, payerId, roles, at, amount, count: shareCount, facts: factsFrom(facts) }
}

/** Facts as they were kept; one that a rule may name today and nobody knew of then is nothing. */
export function factsFrom(kept: PastSendRow['facts']): RuleFactValues {
  const facts: RuleFactValues = {}
  for (const [name, { type }] of Object.entries(ruleFacts)) {
    const value = kept[name]
    if (type === 'int') facts[name] = BigInt(typeof value === 'number' ? value : 0)
    else if (type === 'bool') facts[name] = value === true
    else facts[name] = typeof value === 'string' ? value : ''
  }
  return facts
}

/** What each sender, and everybody, had sent before in the day and the month of each send, one after another. */
function countedBefore(timeZone: string): (send: PastSend) => Omit<LimitedSender, 'roles'> {
  const sums = new Map<string, bigint>()
  const countOn = (key: string, amount: bigint) => {
    const before = sums.get(key) ?? 0n
    sums.set(key, before + amount)
    return before
  }
  return ({ payerId, at, amount }) => {
    const { day, month } = periodsAt(timeZone, at)
    const countFor = (who: string): Counted => ({
      day: countOn(`${who} day ${day.startsAt}`, amount),
      month: countOn(`${who} month ${month.startsAt}`, amount),
    })
    return { own: countFor(payerId), total: countFor('everybody') }
  }
}
