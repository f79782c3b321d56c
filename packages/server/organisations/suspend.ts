/** Stopping sends on behalf of an organisation: one member's or everybody's, from the next send on, with a reason. */

import { actorName, type Actor } from '@laisee/core/actor.ts'
import { refuseField } from '@laisee/core/field.ts'
import { toIso } from '@laisee/core/instant.ts'
import { lineFrom } from '@laisee/core/name.ts'
import {
  decideSuspendMember,
  decideSuspendOrganisation,
  suspensionReasonLengthMax,
} from '@laisee/core/organisation.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockPerson } from './change-people.ts'
import { suspendMembership, type OrganisationRow } from './organisations.sql.ts'
import { lockOrganisation, ownOf, peopleOf } from './standing.ts'
import { momentOf, writeChange } from './write-change.ts'

export interface SuspendAsk {
  organisationId: string
  /** The member whose sends are meant; null for everybody's. */
  memberId: string | null
  by: Actor
  /** Why they are stopped; null to let them go on. */
  reason: string | null
}

/** Stop sends on behalf, or let them go on. What was sent before goes its way. */
export function suspendSending(tx: Tx, ask: SuspendAsk): Promise<OrganisationRow> {
  const reason = ask.reason === null ? null : readReason(ask.reason)
  const { memberId } = ask
  return memberId === null ? suspendAll(tx, { ...ask, reason }) : suspendOne(tx, { ...ask, memberId, reason })
}

const mannerOf = (reason: string | null) => (reason === null ? 'resume' : 'suspend')

async function suspendAll(tx: Tx, ask: SuspendAsk): Promise<OrganisationRow> {
  const { organisationId, by, reason } = ask
  const organisation = await lockOrganisation(tx, organisationId)
  const own = ownOf(await peopleOf(tx, organisationId), by)
  const at = await momentOf(tx, organisation)
  orThrow(decideSuspendOrganisation(by, own, organisation.suspendedAt !== null, mannerOf(reason)))
  const data = { reason, by: actorName(by) }
  return reason === null
    ? writeChange(tx, organisation, {
        kind: 'organisation.resumed',
        at,
        data,
        parts: { suspendedAt: null, suspendedBy: null, suspensionReason: null },
      })
    : writeChange(tx, organisation, {
        kind: 'organisation.suspended',
        at,
        data,
        parts: { suspendedAt: at, suspendedBy: data.by, suspensionReason: reason },
      })
}

async function suspendOne(tx: Tx, ask: SuspendAsk & { memberId: string }): Promise<OrganisationRow> {
  const { organisationId, memberId, by, reason } = ask
  const facts = await lockPerson(tx, ask)
  const at = await momentOf(tx, facts.organisation)
  orThrow(decideSuspendMember(facts, mannerOf(reason)))
  const since = reason === null ? null : toIso(at)
  const stoppedBy = reason === null ? null : actorName(by)
  await tx.run(suspendMembership, organisationId, memberId, since, stoppedBy, reason)
  return writeChange(tx, facts.organisation, {
    kind: reason === null ? 'organisation.member_resumed' : 'organisation.member_suspended',
    at,
    data: { memberId, reason, by: actorName(by) },
    memberIds: [memberId],
  })
}

function readReason(text: string): string {
  return (
    lineFrom(text, suspensionReasonLengthMax) ??
    orThrow<string>(
      refuseField(
        'reason',
        `must be a line of 1 to ${suspensionReasonLengthMax} characters that can all be seen`,
      ),
    )
  )
}
