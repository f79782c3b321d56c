import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemChance } from '../chance.ts'
import { openDb, type Db } from './db.ts'
import { statement } from './statement.ts'
import { together } from './together.ts'
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts'

const write = statement<[id: string], object>(
  'test_swallowed_write',
  `
  insert into member_group (id, name, created_at, changed_at)
  values ($1, '家', '2026-02-17T12:00:00Z', '2026-02-17T12:00:00Z')
  `,
)
const count = statement<[id: string], { times: bigint }>(
  'test_swallowed_count',
  `select count(*) as times from member_group where id = $1`,
)

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

it('work that swallowed the failure of a statement is never told as done, for nothing of it was kept', async () => {
  const swallowing = db.transaction(async (tx) => {
    await tx.run(write, 'grp_one')
    await tx.run(write, 'grp_one').catch(() => undefined)
    return 'done'
  })
  await expect(swallowing).rejects.toThrow('a statement failed unheard')
  expect(await db.run(count, 'grp_one')).toEqual([{ times: 0n }])
})

it('work that let a part fail in its own savepoint is done but for that part', async () => {
  const parted = db.transaction(async (tx) => {
    await tx.run(write, 'grp_two')
    await tx.savepoint(() => tx.run(write, 'grp_two')).catch(() => undefined)
    return 'done'
  })
  expect(await parted).toBe('done')
  expect(await db.run(count, 'grp_two')).toEqual([{ times: 1n }])
})

it('work that was asked for together is over before its failure is told: nothing of it comes after the undoing', async () => {
  await db.transaction(async (tx) => {
    const slow = async () => {
      for (let i = 0; i < 3; i++) await tx.run(count, 'grp_three')
      await tx.run(write, 'grp_three')
    }
    const part = tx.savepoint(() => together([Promise.reject(new Error('no')), slow()]))
    await expect(part).rejects.toThrow('no')
    for (let i = 0; i < 6; i++) await tx.run(count, 'grp_three')
  })
  expect(await db.run(count, 'grp_three')).toEqual([{ times: 0n }])
})

it('of work that was asked for together the first failure is told, not what failed because of it', async () => {
  await db.transaction(async (tx) => {
    await tx.run(write, 'grp_four')
    const second = async () => {
      await tx.run(count, 'grp_four')
      await tx.run(count, 'grp_four')
      await tx.run(count, 'grp_four')
    }
    const part = tx.savepoint(() => together([second(), tx.run(write, 'grp_four')]))
    await expect(part).rejects.toMatchObject({ code: '23505' })
  })
})
