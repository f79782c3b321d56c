/** Guardian links as the API shows them. */

import type { Static } from 'typebox'
import { linkStateAt } from '@laisee/core/family.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { IdSchema, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import type { GuardianRow } from './guardians.sql.ts'

export const GuardianSchema = named(
  'GuardianLink',
  'Somebody who is looked after, and somebody who looks after them.',
  {
    id: IdSchema('guardian'),
    guardian: CardSchema,
    protected: CardSchema,
    askedBy: IdSchema('member'),
    state: oneOf(['invited', 'active', 'ended']),
    askedAt: MomentSchema,
    expiresAt: MomentSchema,
    acceptedAt: nullable(MomentSchema),
    alertedAt: nullable(MomentSchema),
    endedAt: nullable(MomentSchema),
    endedBy: nullable(IdSchema('member')),
  },
)

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

/** Guardian links as their two see them. */
export async function showGuardians(
  tx: Tx,
  rows: readonly GuardianRow[],
  now: Instant,
): Promise<Static<typeof GuardianSchema>[]> {
  const cards = await cardsOf(
    tx,
    rows.flatMap(({ guardianId, protectedId }) => [guardianId, protectedId]),
  )
  return rows.map((row) => ({
    id: row.id,
    guardian: showCard(cards.get(row.guardianId)!),
    protected: showCard(cards.get(row.protectedId)!),
    askedBy: row.askedBy,
    state: linkStateAt(row, now),
    askedAt: toIso(row.askedAt),
    expiresAt: toIso(row.expiresAt),
    acceptedAt: isoOrNull(row.acceptedAt),
    alertedAt: isoOrNull(row.alertedAt),
    endedAt: isoOrNull(row.endedAt),
    endedBy: row.endedBy,
  }))
}
