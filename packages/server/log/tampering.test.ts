/** Whoever changes one thing of the log's in the database is told on by what they changed. `LAISEE_LONG=1` tries a thousand. */

import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runOn } from '../db/open-tx.ts'
import type { Tx } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { logChecks } from './log-checks.ts'
import { sequenceLog } from './sequence.ts'

const times = process.env.LAISEE_LONG === '1' ? 1_000 : 150

const restToLog = statement<[], { rest: bigint }>(
  'test_tampering_rest',
  'select (select count(*) from event) - size as rest from log_head',
)

let callers: Callers
let sql: pg.Client
let size = 0

beforeAll(async () => {
  callers = await openCallers()
  const { service } = callers
  await service.freeze(Date.UTC(2026, 10, 22, 8))
  const an = await callers.person('安', 100_000n)
  const others = await Promise.all(['波', '晨', '丹'].map((name) => callers.person(name)))
  for (let round = 0; round < 3; round++) await claimedPacket(an, others)
  await vi.waitFor(
    async () => {
      await sequenceLog(service.ctx.db)
      expect(await service.ctx.db.run(restToLog)).toEqual([{ rest: 0n }])
    },
    { timeout: 30_000, interval: 50 },
  )
  sql = new pg.Client({ connectionString: service.url, options: '-c TimeZone=UTC' })
  await sql.connect()
  await sql.query('set session_replication_role = replica')
  size = Number((await sql.query<{ size: string }>('select size from log_head')).rows[0]!.size)
})
afterAll(async () => {
  await sql.end()
  await callers.close()
})

async function claimedPacket(payer: Person, claimers: readonly Person[]): Promise<void> {
  const recipientIds = claimers.map(({ id }) => id)
  const sent = await payer.call('POST', '/v1/packets', { kind: 'equal', recipientIds, total: 900, count: 3 })
  await callers.service.forward(20_000)
  await callers.service.sweep()
  for (const one of claimers) await one.call('POST', `/v1/packets/${String(sent.body.id)}/claims`)
}

/** The checks run in the transaction that changed something, which is then undone. */
function txOn(client: pg.Client): Tx {
  const run: Tx['run'] = (asked, ...params) => runOn(client, asked, params)
  return {
    run,
    one: async (asked, ...params) => (await run(asked, ...params))[0],
    atLast: never,
    now: never,
    random: { below: never, bytes: never },
    newId: never,
    savepoint: never,
    afterCommit: never,
  }
}

function never(): never {
  throw new Error('a check only reads')
}

async function whatIsSaid(): Promise<string[]> {
  const { ok, differences } = await logChecks[0]!.run(txOn(sql))
  expect(ok).toBe(differences.length === 0)
  return differences.map(({ about, says }) => `${about} ${says}`)
}

interface Change {
  /** SQL that changes one thing. */
  change: string
  /** What must be named. */
  named: RegExp
}

const byte = (column: string, at: number) =>
  `set_byte(${column}, ${at}, (get_byte(${column}, ${at}) + 1) % 256)`

/** One change of a leaf, its event, the tree or what was signed, by a throw of dice. */
function anyChange(below: (exclusiveMax: number) => number, tiles: number, checkpoints: number[]): Change {
  const idx = below(size)
  const ofLeaf = `(source_id, seq) = (select source_id, seq from log_leaf where idx = ${idx})`
  const leaf = new RegExp(`^leaf ${idx} of the log `)
  const checkpoint = checkpoints[below(checkpoints.length)]!
  const at = below(32)
  const changes: Change[] = [
    {
      change: `update event set data = jsonb_set(data::jsonb, '{x}', '1')::json where ${ofLeaf}`,
      named: leaf,
    },
    { change: `update event set data = '{"forgotten":true}' where ${ofLeaf}`, named: leaf },
    { change: `update event set kind = kind || '_' where ${ofLeaf}`, named: leaf },
    { change: `update event set at = at + interval '1 millisecond' where ${ofLeaf}`, named: leaf },
    { change: `update event set seq = seq + 1000 where ${ofLeaf}`, named: leaf },
    { change: `delete from event where ${ofLeaf}`, named: leaf },
    {
      change: `insert into event (source_id, seq, kind, at, data, audience, xid)
        select source_id, seq + 5000, kind, at, data, audience, '1' from event where ${ofLeaf}`,
      named: /^the log has \d+ leaves, and \d+ events stand where it has come to$/,
    },
    { change: `update log_leaf set hash = ${byte('hash', at)} where idx = ${idx}`, named: leaf },
    { change: `update log_leaf set salt = ${byte('salt', at % 16)} where idx = ${idx}`, named: leaf },
    { change: `update log_leaf set salt = null where idx = ${idx}`, named: leaf },
    { change: `update log_leaf set kind = 'x' where idx = ${idx}`, named: leaf },
    { change: `update log_leaf set actor = 'mem_x' where idx = ${idx}`, named: leaf },
    { change: `update log_leaf set at = at - interval '1 day' where idx = ${idx}`, named: leaf },
    {
      change: `delete from log_leaf where idx = ${idx}`,
      named:
        idx === size - 1
          ? /^the log has counted \d+ leaves; \d+ are there$/
          : /^leaf \d+ of the log is missing$/,
    },
    {
      change: `update log_leaf set idx = ${size + 7} where idx = ${idx}`,
      named: /^leaf \d+ of the log is missing$/,
    },
    {
      change: `update log_tile set hashes = ${byte('hashes', idx * 32 + at)}`,
      named: /^tile 0\/0 of the log /,
    },
    { change: `update log_tile set hashes = hashes || sha256('x')`, named: /^the log has \d+ tiles/ },
    {
      change: `update log_tile set hashes = substr(hashes, 1, ${32 * Math.max(idx, 1)})`,
      named: /^tile|^the log has/,
    },
    {
      change: `insert into log_tile values (7, ${idx}, sha256('x'))`,
      named: new RegExp(`^the log has ${tiles + 1} tiles`),
    },
    {
      change: `update log_checkpoint set root = ${byte('root', at)} where size = ${checkpoint}`,
      named: new RegExp(`^the checkpoint of ${checkpoint} leaves has another root`),
    },
    {
      change: `update log_checkpoint set size = ${size + 1 + idx} where size = ${checkpoint}`,
      named: new RegExp(`^the checkpoint of ${size + 1 + idx} leaves was kept, and ${size} are there`),
    },
    { change: `update log_head set size = size + ${1 + idx}`, named: /^the log has counted/ },
    { change: `update log_head set size = ${idx}`, named: /^the log has counted/ },
    {
      change: `delete from log_leaf where idx >= ${idx}`,
      named: idx === 0 ? /^the log/ : new RegExp(`^the log has counted ${size} leaves; ${idx} are there$`),
    },
  ]
  return changes[below(changes.length)]!
}

it('R27: each of many random single changes in the database is named', async () => {
  expect(await whatIsSaid()).toEqual([])
  const tiles = Number((await sql.query<{ n: string }>('select count(*) as n from log_tile')).rows[0]!.n)
  const rows = (await sql.query<{ size: string }>('select size from log_checkpoint')).rows
  let seed = 20_261_122
  const below = (exclusiveMax: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * exclusiveMax)
  }
  for (let i = 0; i < times; i++) {
    const { change, named } = anyChange(
      below,
      tiles,
      rows.map((row) => Number(row.size)),
    )
    await sql.query('begin')
    const { rowCount } = await sql.query(change)
    const said = rowCount === 0 ? ['nothing was changed'] : await whatIsSaid()
    await sql.query('rollback')
    expect(
      said.some((line) => named.test(line)),
      `${change}\n${said.join('\n') || 'nothing is said'}`,
    ).toBe(true)
  }
  expect(await whatIsSaid()).toEqual([])
}, 120_000)
