/** Instalments as the two they are between may see them; to whoever else there are none. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import {
  instalmentsOfCreditor,
  instalmentsOfDebtor,
  instalmentsOfSource,
  openInstalmentsOf,
  readInstalments,
  readParts,
  readVersions,
  whereAreInstalments,
  type InstalmentsRow,
  type PartRow,
  type VersionRow,
} from './instalments.sql.ts'

export type { InstalmentsRow } from './instalments.sql.ts'

/** Instalments with everything that was proposed. */
export interface WholeInstalments {
  instalments: InstalmentsRow
  versions: VersionRow[]
  parts: PartRow[]
}

export const instalmentSides = ['creditor', 'debtor'] as const
export type InstalmentSide = (typeof instalmentSides)[number]

export async function withTerms(tx: Tx, instalments: InstalmentsRow): Promise<WholeInstalments> {
  const { sourceId, id } = instalments
  return {
    instalments,
    versions: await tx.run(readVersions, sourceId, id),
    parts: await tx.run(readParts, sourceId, id),
  }
}

/** Instalments for one of their two; `not_found` to whoever else. */
export async function seeInstalments(tx: Tx, id: string, memberId: string): Promise<WholeInstalments> {
  const place = await tx.one(whereAreInstalments, id)
  const row = place && (await tx.one(readInstalments, place.sourceId, id))
  if (!row || (row.creditorId !== memberId && row.debtorId !== memberId))
    throw new RefusalError(refuse('not_found'))
  return withTerms(tx, row)
}

/** Everything about a packet or transfer, for whoever may see all of it: an evidence pack, a dispute. */
export async function allInstalmentsOf(tx: Tx, sourceId: string): Promise<WholeInstalments[]> {
  const whole: WholeInstalments[] = []
  for (const row of await instalmentsAbout(tx, sourceId)) whole.push(await withTerms(tx, row))
  return whole
}

/** The rows about a packet or transfer, for whoever may see all of it. */
export function instalmentsAbout(tx: Tx, sourceId: string): Promise<InstalmentsRow[]> {
  return tx.run(instalmentsOfSource, sourceId)
}

/** At most `limit` of what is between a member and others, last changed first, from below a place. */
export function listInstalments(
  tx: Tx,
  memberId: string,
  {
    side,
    from,
    limit,
  }: { side: InstalmentSide; from: { at: Instant; id: string } | undefined; limit: number },
): Promise<InstalmentsRow[]> {
  const place = from ? ([toIso(from.at), from.id] as const) : (['infinity', ''] as const)
  return tx.run(side === 'creditor' ? instalmentsOfCreditor : instalmentsOfDebtor, memberId, ...place, limit)
}

/** The refusal of whatever else, where a share is being paid in instalments. The caller holds the share's lock. */
export async function inInstalments(
  tx: Tx,
  sourceId: string,
  debtorId: string,
): Promise<Refusal | undefined> {
  const open = await tx.one(openInstalmentsOf, sourceId, debtorId)
  return open?.state === 'active' ? refuse('instalments_agreed', { instalmentsId: open.id }) : undefined
}
