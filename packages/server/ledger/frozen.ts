/** Frozen money: whose wallets are frozen, and the accounts that keep amounts. */

import { defaultCurrency, type Amount, type Currency } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { readFrozen } from './credits.sql.ts'
import { openAccount, readAccount } from './ledger.sql.ts'

/** Those of these members whose wallets are frozen. */
export async function frozenAmong(tx: Tx, memberIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.run(readFrozen, [...memberIds], defaultCurrency)
  return new Set(rows.map(({ ownerId }) => ownerId))
}

/** The account that keeps what is frozen of an owner's money, opened with the first of it. */
export async function openFrozen(tx: Tx, ownerId: string, currency: Currency): Promise<void> {
  await tx.run(openAccount, ownerId, 'frozen', currency)
}

/** What is frozen of an owner's money, beside their wallet. */
export async function readFrozenAmount(tx: Tx, ownerId: string, currency: Currency): Promise<Amount> {
  return (await tx.one(readAccount, ownerId, 'frozen', currency))?.balance ?? 0n
}
