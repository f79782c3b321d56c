import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertDurable } from './durability.ts'
import { ask, Leftovers } from './embedded/testing/launched.ts'

const leftovers = new Leftovers()
let client: pg.Client

beforeAll(async () => {
  const database = await leftovers.start({ dataDir: await leftovers.data() })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await leftovers.end()
})

const run = (sql: string) => client.query<Record<string, unknown>>(sql)

/** How often the log was flushed to the disk, by whichever process did it. */
async function flushes(): Promise<number> {
  await run('select pg_stat_force_next_flush()')
  const { rows } = await run(`select sum(fsyncs)::int as fsyncs from pg_stat_io where object = 'wal'`)
  return rows[0]!.fsyncs as number
}

test('every commit is flushed to the disk before it is answered', async () => {
  const commits = 25
  await run('create table answered (number int)')
  const before = await flushes()
  for (let number = 0; number < commits; number++) await run(`insert into answered values (${number})`)
  // The background writer of the log may have done one of the flushes, and tells of it within a second.
  let counted = 0
  for (let waits = 0; counted < commits && waits < 20; waits++) {
    counted = (await flushes()) - before
    if (counted < commits) await sleep(200)
  }
  expect(counted).toBeGreaterThanOrEqual(commits)
})

test('commits that nobody waits for are not: the count would show it', async () => {
  await run('set synchronous_commit = off')
  const before = await flushes()
  for (let number = 0; number < 25; number++) await run(`insert into answered values (${number})`)
  expect((await flushes()) - before).toBeLessThan(25)
  await run('reset synchronous_commit')
})

test('a durable database passes', async () => {
  await assertDurable(run)
  for (const setting of ['local', 'remote_write', 'remote_apply']) {
    await run(`set synchronous_commit = ${setting}`)
    await assertDurable(run)
  }
  await run('reset synchronous_commit')
})

test('a database that answers before it has written is refused, by the name of the setting', async () => {
  await run('set synchronous_commit = off')
  await expect(assertDurable(run)).rejects.toThrow(/synchronous_commit = off/)
  await run('reset synchronous_commit')

  const careless = await leftovers.start({ dataDir: await leftovers.data(), settings: { fsync: 'off' } })
  const askCareless = async (sql: string) => ({ rows: await ask(careless.url, sql) })
  await expect(assertDurable(askCareless)).rejects.toThrow(/fsync = off/)
  await careless.stop()

  const torn = await leftovers.start({
    dataDir: await leftovers.data(),
    settings: { full_page_writes: 'off' },
  })
  const askTorn = async (sql: string) => ({ rows: await ask(torn.url, sql) })
  await expect(assertDurable(askTorn)).rejects.toThrow(/full_page_writes = off/)
})
