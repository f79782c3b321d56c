import { existsSync, rmSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import pg from 'pg'
import { findRunning } from './postmaster.ts'
import { leftoversByTitle, leftoversOf } from './processes.ts'
import { startEmbedded } from './start-embedded.ts'
import { ask, Leftovers, serverPid, untilAnswers } from './testing/launched.ts'

const leftovers = new Leftovers()
const linux = process.platform === 'linux'
/** Some 0.3 s where nothing else runs; after a crash PostgreSQL syncs every file, and a busy disk takes its time. */
const secondsMs = 20_000

afterEach(() => leftovers.end())

test('a database that is killed runs again within seconds, at the same address, with all that was committed', async () => {
  const database = await leftovers.start({ dataDir: await leftovers.data() })
  await ask(database.url, 'create table kept as select 1 as one')
  for (let round = 0; round < 2; round++) {
    const pid = serverPid(database.dataDir)
    process.kill(pid, 'SIGKILL')
    expect(await untilAnswers(database.url)).toBeLessThan(secondsMs)
    expect(serverPid(database.dataDir)).not.toBe(pid)
  }
  expect(await ask(database.url, 'select one from kept')).toEqual([{ one: 1 }])
})

test.runIf(linux)('a busy backend of the killed database does not hold up the next', async () => {
  const database = await leftovers.start({ dataDir: await leftovers.data() })
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => undefined)
  await client.connect()
  // A loop that never waits never learns that its server died.
  const endless = 'select count(*) from generate_series(1, 1000000000) a where a % 7 = 1'
  const answer = client.query(endless).then(
    () => 'answered',
    () => 'lost',
  )
  const cluster = (await ask(database.url, 'show cluster_name'))[0]!.cluster_name as string
  const busy = (
    await ask(
      database.url,
      // Neither whoever asks this, nor a worker that helps.
      `select pid from pg_stat_activity
       where query like '%generate_series%' and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
  )[0]!
  expect(leftoversOf(database.dataDir, cluster)).toContain(busy.pid)
  expect(leftoversByTitle(cluster)).toContain(busy.pid)
  process.kill(serverPid(database.dataDir), 'SIGKILL')
  expect(await untilAnswers(database.url)).toBeLessThan(secondsMs)
  expect(await answer).toBe('lost')
})

test('of several launchers one brings it back, and all go on', async () => {
  const dataDir = await leftovers.data()
  const first = await leftovers.start({ dataDir })
  const second = await leftovers.start({ dataDir })
  const child = leftovers.child({ dataDir })
  await child.said
  process.kill(serverPid(first.dataDir), 'SIGKILL')
  await untilAnswers(first.url)
  const pid = serverPid(first.dataDir)
  await first.stop()
  await child.order('stop')
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(serverPid(first.dataDir)).toBe(pid)
})

test('a database that is killed while it is being joined is there for the one who joins', async () => {
  const dataDir = await leftovers.data()
  const first = await leftovers.start({ dataDir })
  process.kill(serverPid(first.dataDir), 'SIGKILL')
  const second = await leftovers.start({ dataDir })
  expect(second).toMatchObject({ joined: true, url: first.url })
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a socket that a cleaner of temporary files took comes back', async () => {
  const log: string[] = []
  const database = await leftovers.start({
    dataDir: await leftovers.data(),
    log: (message) => log.push(message),
  })
  rmSync(new URL(database.url).searchParams.get('host')!, { recursive: true })
  expect(await untilAnswers(database.url)).toBeLessThan(secondsMs)
})

test('a folder deleted under a running database is not made again, and stop still stops it', async () => {
  const dataDir = await leftovers.data()
  const log: string[] = []
  const database = await startEmbedded({ dataDir, log: (message) => log.push(message) })
  const pid = serverPid(database.dataDir)
  rmSync(dataDir, { recursive: true })
  await database.stop()
  expect(() => process.kill(pid, 0)).toThrow()
  expect(existsSync(dataDir)).toBe(false)
  expect(findRunning(database.dataDir)).toBeUndefined()
})
