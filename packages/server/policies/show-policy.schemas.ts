/** How a version of a policy becomes a reply: in sentences, with what is wrong with it and how it differs. */

import type { Static } from 'typebox'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { differences, shownStateAt } from '@laisee/core/policy-change.ts'
import {
  defaultOrganisationPolicy,
  policyProblems,
  type OrganisationPolicy,
  type PolicyProblem,
} from '@laisee/core/policy.ts'
import { policySentences } from '@laisee/core/words/policy-sentences.ts'
import type { Tx } from '../db/db.ts'
import type { People } from '../organisations/standing.ts'
import { cardsOf } from '../people/members.ts'
import { contentToPolicy, policyToContent } from './content.ts'
import type { PolicyContentSchema } from './policy-content.schemas.ts'
import { readPolicyVersion, type PolicyRow } from './policies.sql.ts'
import { chainPeopleOf } from './read-policy.ts'

const isoOrNull = (at: Instant | null | undefined) => (at === null || at === undefined ? null : toIso(at))

/** A version as lists show it. */
export function showVersion(
  organisationId: string,
  row: PolicyRow | null,
  { currentVersion, now }: { currentVersion: number; now: Instant },
) {
  const version = row?.version ?? 0
  return {
    organisationId,
    id: row?.id ?? null,
    version,
    state: row ? shownStateAt(row, now) : ('published' as const),
    holds: version === currentVersion,
    effectiveAt: row?.state === 'published' ? isoOrNull(row.effectiveAt ?? row.decidedAt) : null,
    basedOn: row?.basedOn ?? 0,
    goesBackTo: row?.goesBackTo ?? null,
    note: row?.note ?? null,
    authorIds: row?.authorIds ?? [],
    beganAt: isoOrNull(row?.beganAt),
    changedAt: isoOrNull(row?.changedAt),
    decidedAt: isoOrNull(row?.decidedAt),
    decidedBy: row?.decidedBy ?? null,
  }
}

/** A version in full: what it says, in sentences, with what is wrong with it and how it differs from its base. */
export async function showPolicy(
  tx: Tx,
  organisationId: string,
  row: PolicyRow | null,
  { people, ...moment }: { people: People; currentVersion: number; now: Instant },
) {
  const policy = row === null ? defaultOrganisationPolicy : contentToPolicy(row.content)
  const base =
    row === null || row.basedOn === 0 ? null : await tx.one(readPolicyVersion, organisationId, row.basedOn)
  const before = base ? contentToPolicy(base.content) : defaultOrganisationPolicy
  const cards = await cardsOf(tx, [...people.keys()])
  const names = Object.fromEntries([...cards].map(([id, { name }]) => [id, name]))
  return {
    ...showVersion(organisationId, row, moment),
    content: showContent(policy),
    sentences: { zh: policySentences(policy, names, 'zh'), en: policySentences(policy, names, 'en') },
    problems: policyProblems(policy, chainPeopleOf(people)).map(showProblem),
    differences: row === null ? [] : differences(before, policy),
  }
}

function showContent(policy: OrganisationPolicy): Static<typeof PolicyContentSchema> {
  return JSON.parse(JSON.stringify(policyToContent(policy))) as Static<typeof PolicyContentSchema>
}

function showProblem({ code, at, weight, place, about }: PolicyProblem) {
  return { code, at, weight, place, about }
}
