import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { findRunning } from './postmaster.ts'
import { startEmbedded } from './start-embedded.ts'
import { ask, Leftovers, serverPid } from './testing/launched.ts'

const leftovers = new Leftovers()

afterEach(() => leftovers.end())

describe('several launchers of one folder', () => {
  test('share one database, and the last one out stops it', async () => {
    const dataDir = await leftovers.data()
    const first = await startEmbedded({ dataDir })
    const second = await startEmbedded({ dataDir, settings: { max_connections: '20' } })
    const other = leftovers.child({ dataDir })
    const third = await other.said
    expect([first.joined, second.joined, third.joined]).toEqual([false, true, true])
    expect([second.url, third.url]).toEqual([first.url, first.url])
    const pid = serverPid(first.dataDir)
    expect(await ask(second.url, 'show max_connections')).toEqual([{ max_connections: '100' }])

    await first.stop()
    expect(await ask(third.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await other.order('stop')
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(serverPid(first.dataDir)).toBe(pid)
    await second.stop()
    expect(findRunning(first.dataDir)).toBeUndefined()
    await expect(ask(second.url, 'select 1')).rejects.toThrow()
  })

  test('may all come at once, to a folder that is not there yet', async () => {
    const dataDir = join(await leftovers.folder(), 'data')
    const children = Array.from({ length: 5 }, () => leftovers.child({ dataDir }))
    const here = Array.from({ length: 5 }, () => leftovers.start({ dataDir }))
    const said = await Promise.all([...children.map((child) => child.said), ...here])
    expect(said.map((one) => ('failed' in one ? one.failed : undefined))).toEqual(Array(10).fill(undefined))
    expect(new Set(said.map((one) => one.url)).size).toBe(1)
    expect(said.filter((one) => !one.joined)).toHaveLength(1)
    const answers = await Promise.all(
      said.map((one) => ask(one.url, 'select pg_postmaster_start_time()::text as at')),
    )
    expect(new Set(answers.map((rows) => rows[0]!.at)).size).toBe(1)
  })

  test('may leave and come at once: whoever comes has a database', async () => {
    const dataDir = await leftovers.data()
    for (let round = 0; round < 6; round++) {
      const first = await startEmbedded({ dataDir })
      const [second] = await Promise.all([startEmbedded({ dataDir }), first.stop()])
      expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
      await second.stop()
    }
  })
})

describe('a launcher that was killed', () => {
  test('leaves a running database, which the next start takes over as it is', async () => {
    const dataDir = await leftovers.data()
    const killed = leftovers.child({ dataDir })
    const { url, dataDir: pgdata } = await killed.said
    await killed.kill()
    const orphan = serverPid(pgdata)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    const log: string[] = []
    const next = await startEmbedded({ dataDir, log: (message) => log.push(message) })
    expect(next).toMatchObject({ url, joined: false })
    expect(serverPid(pgdata)).toBe(orphan)
    expect(log.join()).toContain('took over')
    await next.stop()
    expect(findRunning(pgdata)).toBeUndefined()
  })

  test('does not keep its settings: a start that wants others has the database start anew', async () => {
    const dataDir = await leftovers.data()
    const killed = leftovers.child({ dataDir })
    const { url } = await killed.said
    await killed.kill()
    const next = await leftovers.start({ dataDir, settings: { max_connections: '41' } })
    expect(next.url).toBe(url)
    expect(await ask(next.url, 'show max_connections')).toEqual([{ max_connections: '41' }])
  })

  test('does not take the database from those who share it', async () => {
    const dataDir = await leftovers.data()
    const killed = leftovers.child({ dataDir })
    await killed.said
    const other = await startEmbedded({ dataDir })
    await killed.kill()
    expect(await ask(other.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await other.stop()
    expect(findRunning(other.dataDir)).toBeUndefined()
  })

  test('in the middle of the first start leaves nothing half made', async () => {
    const dataDir = join(await leftovers.folder(), 'data')
    const killed = leftovers.child({ dataDir })
    await sleep(700)
    await killed.kill()
    const next = await leftovers.start({ dataDir })
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(next.dataDir).toBe(join(dataDir, 'postgres'))
  })
})

test('a process that ends without stopping does not hang, and takes its database along', async () => {
  const dataDir = await leftovers.data()
  const child = leftovers.child({ dataDir })
  const { dataDir: pgdata } = await child.said
  await child.order('end')
  for (let waits = 0; findRunning(pgdata) !== undefined && waits < 200; waits++) await sleep(20)
  expect(findRunning(pgdata)).toBeUndefined()
})

test('a database in use in another container is waited for, never started twice', async () => {
  const dataDir = await leftovers.data()
  const lease = join(dataDir, 'launchers', 'lease.0123456789ab.1.1.cafe')
  writeFileSync(lease, '')
  const log: string[] = []
  const waiting = leftovers.start({ dataDir, log: (message) => log.push(message) })
  await sleep(500)
  expect(log.join()).toContain('another container')
  expect(findRunning(join(dataDir, 'postgres'))).toBeUndefined()
  // That one was killed, and has not been heard of for a while.
  utimesSync(lease, 0, 0)
  expect(await ask((await waiting).url, 'select 1 as one')).toEqual([{ one: 1 }])
})
