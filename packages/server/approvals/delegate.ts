/** Somebody else approves for one, for a time; one at a time, ended whenever one likes. */

import { decideDelegate } from '@laisee/core/approve.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { decideSeeOrganisation } from '@laisee/core/organisation.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockOrganisation, peopleOf } from '../organisations/standing.ts'
import { momentOf, writeChange } from '../organisations/write-change.ts'
import { deleteDelegation, putDelegation } from './approvals.sql.ts'
import { rosterOf } from './file.ts'

export interface DelegateAsk {
  organisationId: string
  memberId: string
  toId: string
  /** Null for from now on. */
  since: Instant | null
  until: Instant
}

/** Have another approve for one. What was delegated before is replaced. */
export async function delegateApprovals(tx: Tx, ask: DelegateAsk): Promise<void> {
  const { organisationId, memberId, toId, until } = ask
  const organisation = await lockOrganisation(tx, organisationId)
  const people = await peopleOf(tx, organisationId)
  orThrow(decideSeeOrganisation({ kind: 'member', memberId }, people.get(memberId)))
  const at = await momentOf(tx, organisation)
  const since = ask.since ?? at
  const roster = await rosterOf(tx, organisationId, people)
  orThrow(
    decideDelegate(
      { fromId: memberId, toId, since, until: Math.min(until, Number.MAX_SAFE_INTEGER) },
      roster,
    ),
  )
  await tx.run(putDelegation, organisationId, memberId, toId, toIso(since), toIso(until))
  const data = { fromId: memberId, toId, since: toIso(since), until: toIso(until) }
  await writeChange(tx, organisation, {
    kind: 'organisation.delegated',
    at,
    data,
    memberIds: [memberId, toId],
  })
}

/** Approve for oneself again. */
export async function endDelegation(
  tx: Tx,
  { organisationId, memberId }: Pick<DelegateAsk, 'organisationId' | 'memberId'>,
): Promise<void> {
  const organisation = await lockOrganisation(tx, organisationId)
  const people = await peopleOf(tx, organisationId)
  orThrow(decideSeeOrganisation({ kind: 'member', memberId }, people.get(memberId)))
  const at = await momentOf(tx, organisation)
  const ended = await tx.one(deleteDelegation, organisationId, memberId)
  if (!ended) throw new RefusalError(refuse('not_found'))
  const kind = 'organisation.delegation_ended'
  const data = { fromId: memberId, toId: ended.toId }
  await writeChange(tx, organisation, { kind, at, data, memberIds: [memberId, ended.toId] })
}
