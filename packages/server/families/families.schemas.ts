/** Allowances as the API shows them to the two they are between. */

import { Type, type Static } from 'typebox'
import { familyMonthDefault, familyMonthMax, linkStateAt } from '@laisee/core/family.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { leftOf } from '@laisee/core/limits.ts'
import { amountToJson } from '@laisee/core/money.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import type { Tx } from '../db/db.ts'
import { BalanceSchema, closed, IdSchema, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import { countedInMonth, monthOf } from './allowance.ts'
import type { FamilyRow } from './families.sql.ts'

const MonthMaxSchema = Type.Integer({
  minimum: 1,
  maximum: Number(familyMonthMax),
  description: `What may be sent from it in a calendar month, in fen; ${familyMonthDefault} where it is not said.`,
})
const ApproveAboveSchema = nullable(
  Type.Integer({
    minimum: 0,
    maximum: Number(familyMonthMax),
    description: 'A send above this sum needs the giver’s word; null where none does.',
  }),
)

export const FamilyParams = closed({ id: IdSchema('family') })

export const InviteBody = closed({
  memberId: IdSchema('member'),
  monthMax: Type.Optional(MonthMaxSchema),
  approveAbove: Type.Optional(ApproveAboveSchema),
})

export const ChangeFamilyBody = closed({
  monthMax: Type.Optional(MonthMaxSchema),
  approveAbove: Type.Optional(ApproveAboveSchema),
})

export const FamilySchema = named('Family', 'An allowance: the holder sends, the giver’s wallet pays.', {
  id: IdSchema('family'),
  giver: CardSchema,
  holder: CardSchema,
  state: oneOf(['invited', 'active', 'ended']),
  monthMax: BalanceSchema,
  approveAbove: nullable(BalanceSchema),
  counted: BalanceSchema,
  left: BalanceSchema,
  renewsAt: MomentSchema,
  invitedAt: MomentSchema,
  expiresAt: MomentSchema,
  acceptedAt: nullable(MomentSchema),
  endedAt: nullable(MomentSchema),
  endedBy: nullable(IdSchema('member')),
})

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

/** Allowances as their two see them. */
export async function showFamilies(
  tx: Tx,
  rows: readonly FamilyRow[],
  now: Instant,
): Promise<Static<typeof FamilySchema>[]> {
  const cards = await cardsOf(
    tx,
    rows.flatMap(({ giverId, holderId }) => [giverId, holderId]),
  )
  const shown: Static<typeof FamilySchema>[] = []
  for (const row of rows) shown.push(await showFamily(tx, row, cards, now))
  return shown
}

async function showFamily(tx: Tx, row: FamilyRow, cards: Map<string, MemberCard>, now: Instant) {
  const counted = await countedInMonth(tx, row, now)
  return {
    id: row.id,
    giver: showCard(cards.get(row.giverId)!),
    holder: showCard(cards.get(row.holderId)!),
    state: linkStateAt(row, now),
    monthMax: amountToJson(row.monthMax),
    approveAbove: row.approveAbove === null ? null : amountToJson(row.approveAbove),
    counted: amountToJson(counted),
    left: amountToJson(leftOf(row.monthMax, counted)),
    renewsAt: toIso(monthOf(row, now).endsAt),
    invitedAt: toIso(row.invitedAt),
    expiresAt: toIso(row.expiresAt),
    acceptedAt: isoOrNull(row.acceptedAt),
    endedAt: isoOrNull(row.endedAt),
    endedBy: row.endedBy,
  }
}
