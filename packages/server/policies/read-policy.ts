/** An organisation's policy as other features ask for it: the version that holds, or the default. */

import type { ChainPeople } from '@laisee/core/chain.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { isActive } from '@laisee/core/organisation.ts'
import { inForceAt, isWaitingAt } from '@laisee/core/policy-change.ts'
import { defaultOrganisationPolicy, type OrganisationPolicy } from '@laisee/core/policy.ts'
import type { Tx } from '../db/db.ts'
import type { People } from '../organisations/standing.ts'
import { whoHolds } from '../organisations/standing.ts'
import { contentToPolicy } from './content.ts'
import { readPublished, type PolicyRow } from './policies.sql.ts'

/** The policy that holds, and its version; 0 is the default, which nobody has published. */
export interface CurrentPolicy {
  version: number
  policy: OrganisationPolicy
  row: PolicyRow | null
}

/** What an organisation has published, newest first: what holds, and what waits to hold, where something does. */
export type Published = readonly PolicyRow[]

/** The latest of what was published. Whoever decides by it shares the organisation's row, so that it stays so. */
export function publishedOf(tx: Tx, organisationId: string): Promise<Published> {
  return tx.run(readPublished, organisationId)
}

/** The policy that holds at a moment. */
export function policyAt(published: Published, now: Instant): CurrentPolicy {
  const row = inForceAt(published, now)
  if (!row) return { version: 0, policy: defaultOrganisationPolicy, row: null }
  return { version: row.version, policy: contentToPolicy(row.content), row }
}

/** The version that was published and waits to hold at a moment. */
export function waitingAt(published: Published, now: Instant): PolicyRow | undefined {
  return published.find((one) => isWaitingAt(one, now))
}

/** The policy that holds for an organisation at a moment. */
export async function policyOf(tx: Tx, organisationId: string, now: Instant): Promise<CurrentPolicy> {
  return policyAt(await publishedOf(tx, organisationId), now)
}

/** The people of an organisation as a chain looks at them. */
export function chainPeopleOf(people: People): ChainPeople {
  const active = [...people.values()].filter(isActive)
  return {
    holders: {
      approver: whoHolds(people, 'approver'),
      administrator: whoHolds(people, 'administrator'),
    },
    senders: active.filter(({ roles }) => roles.includes('sender')).map(({ memberId }) => memberId),
    members: active.map(({ memberId }) => memberId),
  }
}
