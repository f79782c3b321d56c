/**
 * `kill -9` in the middle of a claim storm: of the server, and of the database under it. Whatever was answered is
 * there afterwards, nothing twice, and the service comes back by itself. `LAISEE_LONG=1` runs ten of each.
 */

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditEverything } from '@laisee/server/audit/audit.ts'
import { openService, type OpenedService } from '@laisee/server/compose.ts'
import { moveClock } from '@laisee/server/db/clock.sql.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { scopes } from '@laisee/server/keys/scopes.ts'
import { listen } from '@laisee/server/testing/listen.ts'
import { groupOf, keepingLog, memberWith, testSecret } from '@laisee/server/testing/service.ts'
import { faultsOf, moneyOf } from '../races/money.ts'
import { call, startServer, tokensFor, type Answer, type ServerProcess } from '../races/servers.ts'

const kills = process.env.LAISEE_LONG === '1' ? 10 : 2
const crowd = 400

let folder: string
let server: ServerProcess
let service: OpenedService
let payerToken: string
let operatorToken: string
let members: string[]
let tokens: string[]
let group: string
let key = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laisee-kill-'))
  server = await startServer({ dataDir: folder })
  service = openService({ url: server.databaseUrl, secret: testSecret, demo: true, log: keepingLog() })
  const payer = await memberWith(service.ctx, '发', 500_000_000n)
  members = []
  for (let i = 0; i < crowd; i++) members.push(await memberWith(service.ctx, `员${i}`, 0n))
  group = await groupOf(service.ctx, '公司', [payer, ...members])
  tokens = await tokensFor(service.ctx, members)
  payerToken = (await tokensFor(service.ctx, [payer]))[0]!
  const key = { name: 'test', scopes, expiresAt: null, by: 'test' }
  operatorToken = (await service.ctx.db.transaction((tx) => createKey(tx, service.ctx, key))).token
}, 120_000)
afterAll(async () => {
  await service.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function delivered(): Promise<string> {
  const body = { kind: 'lucky', groupId: group, total: crowd * 100, count: crowd }
  const answer = await call(server.address, payerToken, 'POST', '/v1/packets', body, `kill-${key++}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  await service.ctx.db.run(moveClock, 10_001n)
  return String(answer.body.id)
}

const claim = (id: string, i: number) =>
  call(server.address, tokens[i]!, 'POST', `/v1/packets/${id}/claims`, {})

/** Everyone claims; after some have been answered, `strike`. Gives the answers that came, by member. */
async function stormWith(id: string, strike: () => Promise<void>): Promise<Map<number, Answer>> {
  const answered = new Map<number, Answer>()
  const strikeAfter = 20 + Math.floor(Math.random() * (crowd / 2))
  let struck: Promise<void> | undefined
  await Promise.all(
    members.map(async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400))
      const answer = await claim(id, i).catch(() => undefined)
      if (answer?.status === 200) answered.set(i, answer)
      if (answered.size >= strikeAfter) struck ??= strike()
    }),
  )
  await (struck ?? strike())
  return answered
}

/** Ask until the service answers; it has this long to come back by itself. */
async function back(): Promise<void> {
  const giveUpAt = Date.now() + 30_000
  for (;;) {
    const up = await call(server.address, '', 'GET', '/v1/health').catch(() => undefined)
    if (up?.status === 200) return
    if (Date.now() > giveUpAt) throw new Error('the service did not come back')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function expectNothingLost(id: string, answered: Map<number, Answer>): Promise<void> {
  for (const [i, answer] of answered) expect(await claim(id, i)).toEqual(answer)
  const again = await Promise.all(members.map((_, i) => claim(id, i)))
  expect(new Set(again.map((answer) => answer.status))).toEqual(new Set([200]))
  const client = new pg.Client({ connectionString: server.databaseUrl })
  await client.connect()
  const money = await moneyOf(client, id)
  await client.end()
  expect(faultsOf(money, true)).toEqual([])
  expect(money.claims).toBe(crowd)
  await expectEventsWhole(id)
  const report = await auditEverything(service.ctx.db)
  expect(report.checks.filter((check) => !check.ok)).toEqual([])
}

/** Every event has reached the log, and a stream that is read from the start has each of them once and in order. */
async function expectEventsWhole(id: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.databaseUrl })
  await client.connect()
  const unlogged = 'select (select count(*) from event)::int - size::int as rest from log_head'
  const rest = async () => (await client.query<{ rest: number }>(unlogged)).rows[0]!.rest
  await expect.poll(rest, { timeout: 20_000 }).toBe(0)
  const { rows } = await client.query<{ place: string }>(
    `select source_id || ' ' || seq as place from event where cardinality(audience) > 0`,
  )
  await client.end()
  const stream = await listen(`${server.address}/v1/events?from=start`, operatorToken)
  await stream.until((frames) => frames.some(({ event }) => event === 'ready'))
  stream.stop()
  const heard = stream.events().map(({ data }) => `${String(data.sourceId)} ${String(data.seq)}`)
  const once = new Set(heard)
  expect(once.size).toBe(heard.length)
  expect(rows.filter(({ place }) => !once.has(place))).toEqual([])
  const ofPacket = stream.events().filter(({ data }) => data.sourceId === id)
  expect(ofPacket.map(({ data }) => data.seq)).toEqual(ofPacket.map((_, i) => i + 1))
  expect(ofPacket.some(({ data }) => data.kind === 'packet.claimed')).toBe(true)
}

it(`R18 R20 R30: the server is killed ${kills} times in a claim storm and loses nothing it answered`, async () => {
  for (let round = 0; round < kills; round++) {
    const id = await delivered()
    const answered = await stormWith(id, () => server.kill())
    server = await startServer({ dataDir: folder })
    await back()
    expect(answered.size).toBeGreaterThan(0)
    await expectNothingLost(id, answered)
  }
}, 600_000)

it(`R20 R30: the database is killed ${kills} times in a claim storm and comes back with all that was answered`, async () => {
  for (let round = 0; round < kills; round++) {
    const id = await delivered()
    const answered = await stormWith(id, killDatabase)
    await back()
    expect(answered.size).toBeGreaterThan(0)
    await expectNothingLost(id, answered)
  }
}, 600_000)

/** Kill the postmaster, whose pid it writes beside its data. */
async function killDatabase(): Promise<void> {
  const client = new pg.Client({ connectionString: server.databaseUrl })
  await client.connect()
  const { rows: shown } = await client.query<{ data_directory: string }>('show data_directory')
  await client.end().catch(() => undefined)
  const pidFile = await readFile(join(shown[0]!.data_directory, 'postmaster.pid'), 'utf8')
  process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL')
}
