import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readlink, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { accountIn } from './identity.ts'
import { startEmbedded } from './start-embedded.ts'
import { ask, Leftovers, serverPid } from './testing/launched.ts'

const leftovers = new Leftovers()
const asRoot = process.geteuid?.() === 0

afterEach(() => leftovers.end())

describe('a database of one’s own', () => {
  test('is made at the first start, is durable, and is there again at the next, wherever its folder lies', async () => {
    // Spaces, quotes, Chinese, and hundreds of characters deep.
    const deep = Array.from({ length: 12 }, (_, i) => `第${i} 個 folder’s "depth"`).join('/')
    const dataDir = join(await leftovers.folder(), `it's 利是`, deep)
    expect(dataDir.length).toBeGreaterThan(200)
    const startedAt = performance.now()
    const first = await startEmbedded({ dataDir, settings: { max_connections: '37', work_mem: '8MB' } })
    const firstMs = performance.now() - startedAt
    expect(first.joined).toBe(false)
    const names = [
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'server_encoding',
      'lc_messages',
    ]
    const settings = await ask(
      first.url,
      `select name, setting from pg_settings where name in ('${[...names, 'max_connections', 'work_mem'].join("','")}')`,
    )
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      lc_messages: 'C',
      max_connections: '37',
      work_mem: '8192',
    })
    const here = 'select datname, datcollate, datctype from pg_database where datname = current_database()'
    expect(await ask(first.url, here)).toEqual([{ datname: 'laisee', datcollate: 'C', datctype: 'C' }])
    if (asRoot) {
      const nobody = accountIn(readFileSync('/etc/passwd', 'utf8'), 'nobody')!
      expect(statSync(first.dataDir).uid).toBe(nobody.uid)
      expect(statSync(`/proc/${serverPid(first.dataDir)}`).uid).toBe(nobody.uid)
      expect(statSync(dataDir).uid).toBe(0)
      expect(statSync(dataDir).mode & 0o777).toBe(0o710)
    }
    expect(first.dataDir).toBe(join(dataDir, 'postgres'))
    await ask(first.url, `create table note as select '恭喜發財'::text as words`)
    const pid = serverPid(first.dataDir)
    await first.stop()
    await first.stop()
    expect(() => process.kill(pid, 0)).toThrow()

    const againAt = performance.now()
    const again = await leftovers.start({ dataDir })
    const againMs = performance.now() - againAt
    expect(again.url).toBe(first.url)
    expect(await ask(again.url, 'select words from note')).toEqual([{ words: '恭喜發財' }])
    expect(await ask(again.url, 'show max_connections')).toEqual([{ max_connections: '100' }])
    // Far above what is usual (1.3 s and 0.15 s), for a machine that is busy with other tests.
    expect(firstMs).toBeLessThan(20_000)
    expect(againMs).toBeLessThan(5_000)
  })

  test('is closed to other users and to whoever has no password', async () => {
    const database = await leftovers.start({ dataDir: await leftovers.data() })
    const socket = new URL(database.url).searchParams.get('host')!
    expect(statSync(socket).mode & 0o777).toBe(0o700)
    expect(statSync(database.dataDir).mode & 0o077).toBe(0)
    expect(statSync(join(database.dataDir, 'laisee.password')).mode & 0o777).toBe(0o600)
    const guessed = database.url.replace(/laisee:[^@]+@/, 'laisee:guess@')
    await expect(ask(guessed, 'select 1')).rejects.toThrow(/password authentication failed/)
    expect(await ask(database.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
  })

  test('answers on a loopback port where there are no sockets', async () => {
    const dataDir = await leftovers.data()
    const database = await startEmbedded({ dataDir, transport: 'loopback' })
    expect(new URL(database.url).hostname).toBe('127.0.0.1')
    expect(await ask(database.url, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }])
    const guessed = database.url.replace(/laisee:[^@]+@/, 'laisee:guess@')
    await expect(ask(guessed, 'select 1')).rejects.toThrow(/password authentication failed/)
    await database.stop()
    const again = await leftovers.start({ dataDir, transport: 'loopback' })
    expect(again.url).toBe(database.url)
  })

  test('takes no setting that is the launcher’s own, and no folder of another database', async () => {
    const folder = await leftovers.folder()
    await expect(startEmbedded({ dataDir: join(folder, 'data'), settings: { port: '1' } })).rejects.toThrow(
      /port/,
    )
    await writeFile(join(folder, 'PG_VERSION'), '18\n')
    await expect(startEmbedded({ dataDir: folder })).rejects.toThrow(/folder above/)
  })

  test('says why PostgreSQL did not start', async () => {
    const dataDir = await leftovers.data()
    const wrong = startEmbedded({ dataDir, settings: { shared_buffers: 'plenty' } })
    await expect(wrong).rejects.toThrow(/did not start[^]*shared_buffers/)
    const right = await leftovers.start({ dataDir })
    expect(await ask(right.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe.runIf(asRoot)('under root', () => {
  test('a folder that nobody can reach is left private: the files are kept elsewhere, and a link says where', async () => {
    const home = await leftovers.folder()
    await writeFile(join(home, 'diary'), 'mine')
    // Deeper than PostgreSQL can go, too: either reason sends the files elsewhere.
    const dataDir = join(home, ...Array.from({ length: 10 }, () => 'x'.repeat(100)))
    const log: string[] = []
    const database = await startEmbedded({ dataDir, log: (message) => log.push(message) })
    leftovers.add(() => rm(database.dataDir, { recursive: true, force: true }))
    expect(statSync(home).mode & 0o777).toBe(0o700)
    expect(dirname(database.dataDir)).not.toBe(dataDir)
    expect(await readlink(join(dataDir, 'postgres'))).toBe(database.dataDir)
    expect(log.join()).toContain(database.dataDir)
    await ask(database.url, 'create table kept ()')
    await database.stop()
    const again = await startEmbedded({ dataDir })
    expect(await ask(again.url, 'select * from kept')).toEqual([])
    await again.stop()

    await rm(database.dataDir, { recursive: true })
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/is not there any more/)
  })

  test('its folder is closed to an ordinary user, who is told so', async () => {
    const child = leftovers.child({ dataDir: await leftovers.data(), uid: 1, gid: 1 })
    expect((await child.said).failed).toMatch(/is closed to this user/)
  })

  test('files of an ordinary user stay theirs', async () => {
    const dataDir = await leftovers.data()
    const user = accountIn(readFileSync('/etc/passwd', 'utf8'), 'daemon')!
    execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, dataDir])
    const child = leftovers.child({ dataDir, ...user })
    const said = await child.said
    expect(said.failed).toBeUndefined()
    expect(statSync(said.dataDir).uid).toBe(user.uid)
    await child.order('stop')
    const database = await leftovers.start({ dataDir })
    expect(statSync(`/proc/${serverPid(database.dataDir)}`).uid).toBe(user.uid)
    await database.stop()
    const back = leftovers.child({ dataDir, ...user })
    expect((await back.said).url).toBe(said.url)
    expect(existsSync(`/proc/${serverPid(said.dataDir)}`)).toBe(true)
  })
})
