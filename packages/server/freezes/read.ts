/** Freezes as they are read: by staff all of them, by whose money it is their own. */

import type { FreezeBasis } from '@laisee/core/freeze-basis.ts'
import type { FreezeKind } from '@laisee/core/freeze.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { placesOf } from '../organisations/list-organisations.ts'
import { membershipOf } from '../organisations/standing.ts'
import { findFreeze, freezesOfOwner, freezesOfSubject, pageOfFreezes, type FreezeRow } from './freezes.sql.ts'

export type { FreezeRow } from './freezes.sql.ts'

/** Whether a member may object to a freeze: it is their money, or they answer for the organisation whose it is. */
export async function ownsFreeze(tx: Tx, { ownerId }: FreezeRow, memberId: string): Promise<boolean> {
  if (!isIdOf('organisation', ownerId)) return ownerId === memberId
  const own = await membershipOf(tx, ownerId, memberId)
  return own?.state === 'active' && own.roles.includes('administrator')
}

/** A freeze by its id; undefined where there is none. */
export function freezeById(tx: Tx, id: string): Promise<FreezeRow | undefined> {
  return tx.one(findFreeze, id)
}

/** The freeze of all of a wallet that has lasted longest; undefined where it is open. */
export async function lastingWalletFreeze(tx: Tx, ownerId: string): Promise<FreezeRow | undefined> {
  const rows = await tx.run(freezesOfSubject, ownerId)
  return rows.find(({ kind, releasedAt }) => kind === 'wallet' && releasedAt === null)
}

/** What of a packet, or in a wallet, is frozen now. */
export async function lastingFreezes(tx: Tx, subjectId: string): Promise<FreezeRow[]> {
  return (await tx.run(freezesOfSubject, subjectId)).filter(({ releasedAt }) => releasedAt === null)
}

/** Every freeze of one packet, or of one owner's wallet and amounts, ended ones too. */
export function freezesOf(tx: Tx, subjectId: string): Promise<FreezeRow[]> {
  return tx.run(freezesOfSubject, subjectId)
}

type Before = { at: Instant; id: string } | undefined
const place = (before: Before) =>
  before ? ([toIso(before.at), before.id] as const) : (['infinity', ''] as const)

export const listedStates = ['lasting', 'appealed', 'ended'] as const

/** Which freezes are asked for: those that last where nothing is said. */
export interface FreezeSearch {
  state?: (typeof listedStates)[number]
  kind?: FreezeKind
  basis?: FreezeBasis
}

/** A page of freezes, latest first. */
export function listFreezes(
  tx: Tx,
  { state, kind, basis }: FreezeSearch,
  before: Before,
  limit: number,
): Promise<FreezeRow[]> {
  const [at, id] = place(before)
  return tx.run(
    pageOfFreezes,
    state !== 'ended',
    at,
    id,
    limit,
    kind ?? null,
    basis ?? null,
    state === 'appealed',
  )
}

/** A page of the freezes of one's own money, and of the organisations one is an administrator of. */
export async function listOwnFreezes(
  tx: Tx,
  memberId: string,
  before: Before,
  limit: number,
): Promise<FreezeRow[]> {
  const places = await placesOf(tx, memberId)
  const ids = places
    .filter(({ own }) => own.state === 'active' && own.roles.includes('administrator'))
    .map(({ organisation }) => organisation.id)
  return tx.run(freezesOfOwner, [memberId, ...ids], ...place(before), limit)
}
