/** The creditor's side: who speaks for it now, and an administrator who takes it over from a sender that has left. */

import { creditorInPlace, decideTakeOver, standsAsCreditor } from '@laisee/core/instalment-creditor.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import { isActive } from '@laisee/core/organisation.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { membershipOf, peopleOf } from '../organisations/standing.ts'
import { askingOf } from '../returns/asker.ts'
import { seeSource, type ReturnSource } from '../returns/source.ts'
import { changeInstalments } from './change-instalments.ts'
import { readParts, type InstalmentsRow } from './instalments.sql.ts'
import { agreedParts, lockInstalments } from './lock-instalments.ts'

/**
 * What an organisation paid is the organisation's: whoever sent it, or took it over, and is there no more agrees to no
 * instalments and lets nothing go. Refuses `not_found`.
 */
export async function failIfGone(
  tx: Tx,
  source: ReturnSource,
  creditorId: string,
  memberId: string,
): Promise<void> {
  const organisationId = organisationOf(source)
  if (organisationId === null || memberId !== creditorId) return
  if (!standsAsCreditor(source.payerId, await membershipOf(tx, organisationId, memberId)))
    throw new RefusalError(refuse('not_found'))
}

/**
 * The source, for whoever may propose about it: its debtor, its sender while they are there, an administrator after that.
 * Refuses `not_found`, `role_missing`, `sender_still_there`.
 */
export async function sourceForProposal(
  tx: Tx,
  { sourceId, memberId, debtorId }: { sourceId: string; memberId: string; debtorId: string | null },
): Promise<{ source: ReturnSource; debtorId: string }> {
  const source = await seeSource(tx, sourceId, null)
  const owes = debtorId ?? source.payee?.id ?? memberId
  if (memberId === owes || memberId === source.payerId) await seeSource(tx, sourceId, memberId)
  else await askingOf(tx, sourceId, memberId)
  if (memberId !== owes) await failIfGone(tx, source, memberId, memberId)
  return { source, debtorId: owes }
}

/** Who would be paid back where nothing is open about a share yet. `askerId` has a return request open about it. */
export async function creditorFor(
  tx: Tx,
  source: ReturnSource,
  who: { memberId: string; debtorId: string; askerId: string | undefined },
): Promise<string> {
  const { memberId, debtorId, askerId } = who
  const organisationId = organisationOf(source)
  if (debtorId === source.payerId) return source.payerId
  if (memberId !== debtorId) return memberId
  if (organisationId === null) return source.payerId
  const people = await peopleOf(tx, organisationId)
  if (isActive(people.get(source.payerId))) return source.payerId
  return creditorInPlace(source.payerId, debtorId, { askerId, people: [...people.values()] })
}

/** Stand in the creditor's place. Said again, nothing changes. Refuses as `decideTakeOver` does. */
export async function takeOverInstalments(
  tx: Tx,
  { instalmentsId, memberId }: { instalmentsId: string; memberId: string },
): Promise<InstalmentsRow> {
  const { instalments, now } = await lockInstalments(tx, instalmentsId)
  const source = await seeSource(tx, instalments.sourceId, null)
  const organisationId = organisationOf(source)
  if (organisationId === null) throw new RefusalError(refuse('not_found'))
  const own = await membershipOf(tx, organisationId, memberId)
  orThrow(decideTakeOver(instalments, own, await membershipOf(tx, organisationId, source.payerId)))
  return instalments.creditorId === memberId ? instalments : handOver(tx, instalments, memberId, now)
}

/** Write down who is paid back from now on. What their side proposed stays theirs, what is agreed stays as it is. */
export async function handOver(
  tx: Tx,
  instalments: InstalmentsRow,
  memberId: string,
  now: Instant,
): Promise<InstalmentsRow> {
  const { sourceId, id, creditorId, proposedBy } = instalments
  const fields = { creditorId: memberId, proposedBy: proposedBy === creditorId ? memberId : proposedBy }
  const agreed = agreedParts({ instalments, parts: await tx.run(readParts, sourceId, id) })
  const told = { kind: 'instalments.taken_over', by: memberId, data: { from: creditorId } } as const
  return changeInstalments(tx, instalments, fields, agreed, told, now)
}
