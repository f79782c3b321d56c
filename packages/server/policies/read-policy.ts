/** An organisation's policy as other features ask for it: the version that holds, or the default. */

import type { ChainPeople } from '@laisee/core/chain.ts'
import { isActive } from '@laisee/core/organisation.ts'
import { defaultOrganisationPolicy, type OrganisationPolicy } from '@laisee/core/policy.ts'
import type { Tx } from '../db/db.ts'
import type { People } from '../organisations/standing.ts'
import { whoHolds } from '../organisations/standing.ts'
import { contentToPolicy } from './content.ts'
import { readCurrentPolicy, type PolicyRow } from './policies.sql.ts'

/** The policy that holds, and its version; 0 is the default, which nobody has published. */
export interface CurrentPolicy {
  version: number
  policy: OrganisationPolicy
  row: PolicyRow | null
}

/** The policy that holds for an organisation. Whoever decides by it shares the organisation's row. */
export async function policyOf(tx: Tx, organisationId: string): Promise<CurrentPolicy> {
  const row = await tx.one(readCurrentPolicy, organisationId)
  if (!row) return { version: 0, policy: defaultOrganisationPolicy, row: null }
  return { version: row.version, policy: contentToPolicy(row.content), row }
}

/** The people of an organisation as a chain looks at them. */
export function chainPeopleOf(people: People): ChainPeople {
  return {
    holders: {
      approver: whoHolds(people, 'approver'),
      administrator: whoHolds(people, 'administrator'),
    },
    senders: [...people.values()]
      .filter((one) => isActive(one) && one.roles.includes('sender'))
      .map(({ memberId }) => memberId),
  }
}
