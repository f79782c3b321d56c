/** What the clock does to policies: of a version that waited it is told, once, that it holds. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Reader, Tx } from '../db/db.ts'
import { lockOrganisation } from '../organisations/standing.ts'
import { momentOf, writeChange } from '../organisations/write-change.ts'
import { keepToldInForce, policiesToTell, readPolicyRow } from './policies.sql.ts'

/** What is due is named by its organisation and its own id. */
const apart = ' '

/** The versions that hold since their moment came and were not told of; read without a lock. */
export async function dueToTellInForce(db: Reader, now: Instant, limit: number): Promise<string[]> {
  const rows = await db.run(policiesToTell, toIso(now), limit)
  return rows.map(({ organisationId, policyId }) => `${organisationId}${apart}${policyId}`)
}

/** Tell that a version holds, to those who answer for the organisation. Tells whether it did. */
export async function tellInForceIfDue(tx: Tx, due: string): Promise<boolean> {
  const [organisationId, policyId] = due.split(apart) as [string, string]
  const organisation = await lockOrganisation(tx, organisationId)
  const at = await momentOf(tx, organisation)
  const kept = await tx.one(keepToldInForce, organisationId, policyId, toIso(at))
  if (!kept) return false
  const { version, basedOn, goesBackTo, authorIds, decidedBy } = (await tx.one(
    readPolicyRow,
    organisationId,
    policyId,
  ))!
  const effectiveAt = toIso(kept.effectiveAt)
  const data = { policyId, version, basedOn, goesBackTo, authorIds, publishedBy: decidedBy, effectiveAt }
  await writeChange(tx, organisation, {
    kind: 'organisation.policy_in_force',
    at,
    data: { ...data, by: 'clock' },
  })
  return true
}
