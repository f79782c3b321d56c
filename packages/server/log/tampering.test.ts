/** Whoever changes one thing of the log's in the database is told on by what they changed, in the log or in the rows beside it. `LAISEE_LONG=1` tries a thousand. */

import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runOn } from '../db/open-tx.ts'
import type { Tx } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { allChecks } from '../audit/audit.ts'
import { runChecks } from '../ledger/check.ts'
import { openCallers, type Callers } from '../testing/callers.ts'
import { sequenceLog } from './sequence.ts'
import { rowChange, rowTaken, type Change } from './testing/row-changes.ts'
import { liveThrough } from './testing/world.ts'

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
  await liveThrough(callers)
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

async function whatIsSaid(check: string): Promise<string[]> {
  const { ok, differences } = await allChecks.find(({ name }) => name === check)!.run(txOn(sql))
  expect(ok).toBe(differences.length === 0)
  return differences.map(({ about, says }) => `${about} ${says}`)
}

const byte = (column: string, at: number) =>
  `set_byte(${column}, ${at}, (get_byte(${column}, ${at}) + 1) % 256)`

type LogChange = Omit<Change, 'check'>

/** One change of a leaf or its event; `at` is the byte of a hash. */
function leafChanges(idx: number, at: number): LogChange[] {
  const ofLeaf = `(source_id, seq) = (select source_id, seq from log_leaf where idx = ${idx})`
  const leaf = new RegExp(`^leaf ${idx} of the log `)
  return [
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
      named: /^event 50\d\d of \S+ \(\S+\) stands where the log has come to and is no leaf of it/,
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
  ]
}

/** One change of the tree, of what was signed, or of where the log has come to. */
function treeChanges(idx: number, at: number, tiles: number, checkpoint: number): LogChange[] {
  return [
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
    {
      change: `update log_checkpoint set at = at + interval '1 millisecond' where size = ${checkpoint}`,
      named: new RegExp(`^the checkpoint of ${checkpoint} leaves does not follow`),
    },
    {
      change: `delete from log_checkpoint where size = ${checkpoint}`,
      named:
        checkpoint === size
          ? /and its newest checkpoint is of/
          : new RegExp(`^the checkpoint of \\d+ leaves does not follow from that of (?!${checkpoint} )`),
    },
    { change: `update log_head set size = size + ${1 + idx}`, named: /^the log has counted/ },
    { change: `update log_head set size = ${idx}`, named: /^the log has counted/ },
    {
      change: `delete from log_leaf where idx >= ${idx}`,
      named: idx === 0 ? /^the log/ : new RegExp(`^the log has counted ${size} leaves; ${idx} are there$`),
    },
  ]
}

/** One change of a leaf, its event, the tree or what was signed, by a throw of dice. */
function logChange(below: (exclusiveMax: number) => number, tiles: number, checkpoints: number[]): Change {
  const [idx, at] = [below(size), below(32)]
  const checkpoint = checkpoints[below(checkpoints.length)]!
  const changes = [...leafChanges(idx, at), ...treeChanges(idx, at, tiles, checkpoint)]
  return { ...changes[below(changes.length)]!, check: 'log_holds' }
}

it('R27: each of many random single changes in the database is named', async () => {
  const { ok, checks } = await runChecks(callers.service.ctx.db, allChecks)
  expect(checks.filter((check) => !check.ok)).toEqual([])
  expect(ok).toBe(true)
  const tiles = Number((await sql.query<{ n: string }>('select count(*) as n from log_tile')).rows[0]!.n)
  const sizes = (await sql.query<{ size: string }>('select size from log_checkpoint')).rows
  const checkpoints = sizes.map((row) => Number(row.size))
  let seed = 20_261_122
  const below = (exclusiveMax: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * exclusiveMax)
  }
  const missed: string[] = []
  for (let i = 0; i < times; i++) {
    const kind = below(10)
    const one =
      kind < 4 ? logChange(below, tiles, checkpoints) : kind < 9 ? rowChange(below) : rowTaken(below)
    await sql.query('begin')
    const { rowCount, rows } = await sql.query<{ about?: string }>(one.change)
    const said = rowCount === 0 ? [] : await whatIsSaid(one.check)
    await sql.query('rollback')
    const about = rows[0]?.about
    const isNamed = (line: string) => one.named?.test(line) ?? (about !== undefined && line.includes(about))
    if (!said.some(isNamed))
      missed.push(`${one.change}\n${one.check} says of ${about}: ${said.join('; ') || 'nothing'}`)
  }
  expect(missed).toEqual([])
}, 240_000)
