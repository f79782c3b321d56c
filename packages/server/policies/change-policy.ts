/** Drafts of a policy, and how one becomes what holds: written by one administrator, published by another. */

import { noteLengthMax } from '@laisee/core/approval.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { decideAs } from '@laisee/core/organisation.ts'
import { defaultOrganisationPolicy, policyProblems, type OrganisationPolicy } from '@laisee/core/policy.ts'
import { decideChangeDraft, decidePublish, decideWithdraw, isWaitingAt } from '@laisee/core/policy-change.ts'
import { refuseField } from '@laisee/core/field.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import type { EventKind } from '@laisee/core/events.ts'
import { lockOrganisation, peopleOf, type OrganisationRow, type People } from '../organisations/standing.ts'
import { momentOf, writeChange } from '../organisations/write-change.ts'
import { contentToPolicy, policyToContent } from './content.ts'
import {
  decideDraft,
  insertPolicy,
  readPolicyRow,
  readPolicyVersion,
  updateDraft,
  type PolicyRow,
} from './policies.sql.ts'
import { chainPeopleOf, policyAt, policyOf, publishedOf, waitingAt } from './read-policy.ts'

export interface PolicyAsk {
  organisationId: string
  memberId: string
}

interface LockedPolicies {
  organisation: OrganisationRow
  people: People
}

/** An organisation under lock for an administrator of its own. The operator writes no policy for anybody. */
async function lockFor(tx: Tx, { organisationId, memberId }: PolicyAsk): Promise<LockedPolicies> {
  const organisation = await lockOrganisation(tx, organisationId)
  const people = await peopleOf(tx, organisationId)
  orThrow(decideAs({ kind: 'member', memberId }, people.get(memberId), ['administrator']))
  return { organisation, people }
}

async function lockDraft(
  tx: Tx,
  ask: PolicyAsk & { policyId: string },
): Promise<LockedPolicies & { draft: PolicyRow }> {
  const locked = await lockFor(tx, ask)
  const draft = await tx.one(readPolicyRow, ask.organisationId, ask.policyId)
  if (!draft) throw new RefusalError(refuse('not_found'))
  return { ...locked, draft }
}

const contentOf = (policy: OrganisationPolicy) => JSON.stringify(policyToContent(policy))

/** Begin a draft. It may say what cannot hold: that is told with it, and refused when it is published. */
export async function draftPolicy(
  tx: Tx,
  ask: PolicyAsk & { policy: OrganisationPolicy; note: string | null; goesBackTo?: number },
): Promise<PolicyRow> {
  const { organisationId, memberId, policy } = ask
  const { organisation } = await lockFor(tx, ask)
  const at = await momentOf(tx, organisation)
  const current = await policyOf(tx, organisationId, at)
  const row = await tx.one(
    insertPolicy,
    organisationId,
    tx.newId('policy'),
    current.version,
    ask.goesBackTo ?? null,
    contentOf(policy),
    noteOf(ask.note),
    memberId,
    toIso(at),
  )
  await tellPolicy(tx, organisation, row!, 'organisation.policy_drafted', { at, by: memberId })
  return row!
}

/** A draft that says what an earlier version said. It is published as any other; version 0 is the default. */
export async function draftGoingBack(
  tx: Tx,
  ask: PolicyAsk & { version: number; note: string | null },
): Promise<PolicyRow> {
  const { organisationId, version } = ask
  await lockFor(tx, ask)
  const row = version === 0 ? null : await tx.one(readPolicyVersion, organisationId, version)
  if (row === undefined || (row !== null && row.state !== 'published'))
    throw new RefusalError(refuseField('version', 'must be a version that was published'))
  const policy = row === null ? defaultOrganisationPolicy : contentToPolicy(row.content)
  return draftPolicy(tx, { ...ask, policy, goesBackTo: version })
}

/** Write a draft anew. Whoever does is one of its authors from then on. */
export async function changeDraft(
  tx: Tx,
  ask: PolicyAsk & { policyId: string; policy: OrganisationPolicy; note: string | null },
): Promise<PolicyRow> {
  const { organisationId, policyId, memberId } = ask
  const { organisation, draft } = await lockDraft(tx, ask)
  orThrow(decideChangeDraft(draft))
  const at = await momentOf(tx, organisation)
  const authorIds = [...new Set([...draft.authorIds, memberId])]
  await tx.run(
    updateDraft,
    organisationId,
    policyId,
    contentOf(ask.policy),
    noteOf(ask.note),
    authorIds,
    toIso(at),
  )
  await tellPolicy(tx, organisation, draft, 'organisation.policy_drafted', { at, by: memberId })
  return (await tx.one(readPolicyRow, organisationId, policyId))!
}

/**
 * Withdraw a draft, or a version that was published and does not hold yet: it stays to be read, and never holds. What
 * holds goes on. Refuses `already_published` from the moment it holds.
 */
export async function withdrawDraft(tx: Tx, ask: PolicyAsk & { policyId: string }): Promise<PolicyRow> {
  const { organisationId, policyId, memberId } = ask
  const { organisation, draft } = await lockDraft(tx, ask)
  const at = await momentOf(tx, organisation)
  orThrow(decideWithdraw(draft, at))
  const wasFrom = isWaitingAt(draft, at) ? draft.effectiveAt : null
  await tx.run(decideDraft, organisationId, policyId, 'withdrawn', toIso(at), memberId, null)
  await tellPolicy(tx, organisation, draft, 'organisation.policy_withdrawn', { at, by: memberId }, wasFrom)
  return (await tx.one(readPolicyRow, organisationId, policyId))!
}

/**
 * Publish a draft: it holds from the next send on, or from `effectiveAt` on where that is given; until then what held
 * goes on. Sends and approvals that are under way are waited for.
 */
export async function publishDraft(
  tx: Tx,
  ask: PolicyAsk & { policyId: string; effectiveAt: Instant | null },
): Promise<PolicyRow> {
  const { organisationId, policyId, memberId, effectiveAt } = ask
  const { organisation, people, draft } = await lockDraft(tx, ask)
  const at = await momentOf(tx, organisation)
  const published = await publishedOf(tx, organisationId)
  const problems = policyProblems(contentToPolicy(draft.content), chainPeopleOf(people)).filter(
    ({ weight }) => weight === 'error',
  )
  const current = policyAt(published, at).version
  const waiting = waitingAt(published, at)
  orThrow(decidePublish(draft, memberId, effectiveAt, { now: at, current, waiting, problems }))
  const from = effectiveAt === null ? null : toIso(effectiveAt)
  await tx.run(decideDraft, organisationId, policyId, 'published', toIso(at), memberId, from)
  const told = { at, by: memberId }
  await tellPolicy(tx, organisation, draft, 'organisation.policy_published', told, effectiveAt ?? at)
  return (await tx.one(readPolicyRow, organisationId, policyId))!
}

async function tellPolicy(
  tx: Tx,
  organisation: OrganisationRow,
  { id: policyId, version, basedOn, goesBackTo, authorIds }: PolicyRow,
  kind: EventKind,
  { at, by }: { at: Instant; by: string },
  effectiveAt: Instant | null = null,
): Promise<void> {
  const from = effectiveAt === null ? {} : { effectiveAt: toIso(effectiveAt) }
  const data = { policyId, version, basedOn, goesBackTo, authorIds, by, ...from }
  await writeChange(tx, organisation, { kind, at, data })
}

function noteOf(text: string | null): string | null {
  const note = text?.trim() ?? ''
  if ([...note].length > noteLengthMax)
    throw new RefusalError(refuseField('note', `must have ${noteLengthMax} characters at most`))
  return note === '' ? null : note
}
