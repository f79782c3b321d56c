/** What a send does to the allowance that pays it: counted in its month, given back where it counts as never sent, told. */

import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Amount, Currency } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { monthOf, type Allowance } from './allowance.ts'
import { countFamilySpend, giveBackFamilySpend, lockFamily, takeFamilySeq } from './families.sql.ts'

/** Money that an allowance pays, or that comes back of it. */
export interface FamilyMoney {
  sendId: string
  amount: Amount
  currency: Currency
  at: Instant
}

/** Lock an allowance's row: before any wallet. */
export async function lockLink(tx: Tx, familyId: string): Promise<void> {
  await tx.one(lockFamily, familyId)
}

/** Count a send in the allowance's month. The caller holds its lock. */
export async function countInAllowance(
  tx: Tx,
  allowance: Allowance,
  { sendId, amount, at }: FamilyMoney,
): Promise<void> {
  const { startsAt, endsAt } = monthOf(allowance, at)
  await tx.run(countFamilySpend, allowance.id, sendId, toIso(startsAt), toIso(endsAt), amount, toIso(at))
}

/** Give a send's sum back to the month it was counted in, once. */
export async function giveBackToAllowance(
  tx: Tx,
  familyId: string,
  sendId: string,
  at: Instant,
): Promise<void> {
  await tx.run(giveBackFamilySpend, familyId, sendId, toIso(at))
}

/** Tell the giver and the holder that the giver's wallet has paid; `waits` where it waits for the giver's own word. */
export function tellSpent(tx: Tx, { id }: Allowance, money: FamilyMoney, waits: boolean): Promise<void> {
  return tellMoney(tx, id, 'family.spent', money, waits ? { waits } : {})
}

/** Tell both that money has come back to the giver's wallet. */
export function tellReturned(tx: Tx, familyId: string, money: FamilyMoney): Promise<void> {
  return tellMoney(tx, familyId, 'family.returned', money)
}

async function tellMoney(
  tx: Tx,
  familyId: string,
  kind: EventKind,
  money: FamilyMoney,
  more: Record<string, unknown> = {},
): Promise<void> {
  const { sendId, amount, currency, at } = money
  const taken = await tx.one(takeFamilySeq, familyId)
  if (!taken) throw new Error(`no allowance ${familyId} to tell of ${kind}`)
  const { eventCount: seq, giverId, holderId } = taken
  const data = { familyId, giverId, holderId, sendId, amount, currency, ...more }
  await tell(tx, { sourceId: familyId, seq, kind, at, data, audience: [giverId, holderId] })
}
