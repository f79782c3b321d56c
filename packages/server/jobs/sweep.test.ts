import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemChance } from '../chance.ts'
import { openDb, type Db } from '../db/db.ts'
import { FaultError } from '../db/faults.ts'
import { createTestDatabase, type TestDatabase } from '../db/testing/test-database.ts'
import { openEscrow } from '../ledger/ledger.ts'
import { readAccount } from '../ledger/ledger.sql.ts'
import { sweepDue } from './sweep.ts'

let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await createTestDatabase()
  db = openDb({ url: database.url, chance: systemChance() })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const due = (ids: string[]) => (_tx: unknown, _now: number, limit: number) =>
  Promise.resolve(ids.slice(0, limit))
const isThere = async (id: string) => (await db.run(readAccount, id, 'escrow', 'CNY')).length === 1

test('one row that cannot be done holds up none of those behind it, is rolled back, and is told', async () => {
  const sweep = sweepDue(db, due(['a1', 'a2', 'a3']), 10, async (tx, id) => {
    await openEscrow(tx, id, 'CNY')
    if (id === 'a2') throw new Error('no such payee')
    return true
  })
  await expect(sweep).rejects.toThrow('1 of 3 due rows failed')
  expect(await Promise.all(['a1', 'a2', 'a3'].map(isThere))).toEqual([true, false, true])
})

test('what another server has done meanwhile is not counted', async () => {
  expect(await sweepDue(db, due(['b1', 'b2', 'b3']), 10, (_tx, id) => Promise.resolve(id !== 'b2'))).toBe(2)
})

test('a sweep asks for no more than its batch', async () => {
  const seen: string[] = []
  await sweepDue(db, due(['c1', 'c2', 'c3']), 2, (_tx, id) => Promise.resolve(seen.push(id) > 0))
  expect(seen).toEqual(['c1', 'c2'])
})

test('a database that went away ends the sweep at once, and what was done before stays done', async () => {
  const seen: string[] = []
  const sweep = sweepDue(db, due(['d1', 'd2', 'd3']), 10, async (tx, id) => {
    seen.push(id)
    await openEscrow(tx, id, 'CNY')
    if (id === 'd2')
      throw new FaultError('the database went away', { cause: undefined, outcomeUnknown: false })
    return true
  })
  await expect(sweep).rejects.toBeInstanceOf(FaultError)
  expect(seen).toEqual(['d1', 'd2'])
  expect(await isThere('d1')).toBe(true)
})
