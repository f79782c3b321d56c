/**
 * A million leaves: how fast the sequencer puts them into the tree, and how long a proof then takes, made from the
 * database and checked. Every leaf is of a claim, the most frequent event there is, with its claimer's own line.
 * `node bench/log.ts --leaves 1000000`, with `--audit` for every leaf made again.
 */

import { parseArgs } from 'node:util'
import { consistencyPath, inclusionPath } from '@laisee/core/log/merkle.ts'
import { readKey } from '@laisee/core/log/note.ts'
import { checkReceipt } from '@laisee/core/log/receipt.ts'
import { logKeysOf } from '@laisee/server/log/checkpoint.ts'
import { logChecks } from '@laisee/server/log/log-checks.ts'
import { searchLog } from '@laisee/server/log/search-log.ts'
import { sequenceLog } from '@laisee/server/log/sequence.ts'
import { nodesFor } from '@laisee/server/log/tiles.ts'
import { describeMachine } from './harness/machine.ts'
import { folderOf, publish, resultsOption, today, type Bar } from './harness/report.ts'
import { makeWorld, type World } from './harness/world.ts'

const { values } = parseArgs({
  options: {
    leaves: { type: 'string', default: '1000000' },
    results: resultsOption,
    audit: { type: 'boolean', default: false },
  },
})
const leaves = Number(values.leaves)
const proofs = 1_000
const eventsAtOnce = 50_000
/** Claims a second over a thousand packets (results of spread.ts): none writes more events than claims. */
const stormPerSecond = 3_500

/** Events of one claim each, written as the claim path writes them. */
async function writeEvents({ sql }: World, from: number): Promise<void> {
  const count = Math.min(eventsAtOnce, leaves - from)
  const id = (prefix: string) => `'${prefix}_0' || lpad(no::text, 25, '0')`
  await sql.query(
    `insert into claim (packet_id, member_id, share_no, amount, at)
     select ${id('pkt')}, ${id('mem')}, 1, 1 + no % 20000, now()
     from generate_series(${from}, ${from + count - 1}) as no`,
  )
  await sql.query(
    `insert into event (source_id, seq, kind, at, data, audience)
     select ${id('pkt')}, 1, 'packet.claimed', now(),
       json_build_object('packetId', ${id('pkt')}, 'claimedCount', 1, 'count', 1, 'claims',
         json_build_array(json_build_object('memberId', ${id('mem')}, 'shareNo', 1, 'at', now()))),
       array[${id('mem')}]
     from generate_series(${from}, ${from + count - 1}) as no`,
  )
}

/** Put everything that is there into the tree. Gives leaves a second. */
async function sequenceAll({ ctx }: World): Promise<{ put: number; perSecond: number }> {
  const startedAt = performance.now()
  let put = 0
  for (;;) {
    const done = await sequenceLog(ctx.db)
    if (done === 0) break
    put += done
  }
  return { put, perSecond: (put * 1_000) / (performance.now() - startedAt) }
}

interface Took {
  p50: number
  p99: number
}

async function timed(times: number, work: (no: number) => Promise<void>): Promise<Took> {
  const took: number[] = []
  for (let no = 0; no < times; no++) {
    const startedAt = performance.now()
    await work(no)
    took.push(performance.now() - startedAt)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!
  return { p50: at(0.5), p99: at(0.99) }
}

const anyOf = (size: number) => Math.floor(Math.random() * size)

/** Proofs of random leaves and between random sizes, each checked by its own. */
async function prove({ ctx }: World, size: number) {
  const { db, secrets } = ctx
  const keys = (await db.snapshot((tx) => logKeysOf(tx, secrets))).map((key) => readKey(key)!)
  const receipt = async () => {
    const below = BigInt(anyOf(size) + 1)
    const { entries } = await db.snapshot((tx) => searchLog(tx, secrets, { below, limit: 1 }))
    if ('fault' in checkReceipt(entries[0]!.receipt!, keys)) throw new Error('a receipt does not hold')
  }
  const place = async () => {
    const index = anyOf(size)
    await db.snapshot(async (tx) => {
      const read = await nodesFor(tx, (node) => void inclusionPath(index, size, node))
      inclusionPath(index, size, read)
    })
  }
  const between = async (no: number) => {
    const from = no % 2 === 0 ? anyOf(size) + 1 : size - anyOf(1_000)
    await db.snapshot(async (tx) => {
      const read = await nodesFor(tx, (node) => void consistencyPath(from, size, node))
      consistencyPath(from, size, read)
    })
  }
  for (let warm = 0; warm < 50; warm++) await receipt()
  return {
    inclusion: await timed(proofs, place),
    consistency: await timed(proofs, between),
    receipts: await timed(proofs, receipt),
  }
}

const world = await makeWorld()
const rates: number[] = []
let size = 0
for (let from = 0; from < leaves; from += eventsAtOnce) {
  await writeEvents(world, from)
  const { put, perSecond } = await sequenceAll(world)
  size += put
  rates.push(perSecond)
  console.log(`${size} leaves, ${Math.round(perSecond)} a second`)
}
await world.sql.query('vacuum analyze log_leaf, log_tile, event, claim')
const { inclusion, consistency, receipts } = await prove(world, size)
const two = (ms: number) => Math.round(ms * 100) / 100
const notes = [
  `A receipt, found, made and checked: ${two(receipts.p50)} ms in the middle, ${two(receipts.p99)} ms for 99 in 100.`,
  `${stormPerSecond} is a claim storm over a thousand packets, each claim an event of its own.`,
]
if (values.audit) {
  const from = performance.now()
  const log = await world.ctx.db.snapshot((tx) => logChecks[0]!.run(tx))
  if (!log.ok || log.looked !== size) throw new Error(`the audit of the log: ${JSON.stringify(log)}`)
  notes.push(`Every leaf made again and compared: ${two((performance.now() - from) / 1_000)} s.`)
}

const atLeast = (what: string, limit: number, got: number): Bar => {
  const least = Math.min(...rates)
  return { what, atLeast: limit, got, least, most: Math.max(...rates), met: got >= limit }
}
const atMost = (what: string, limit: number, { p50, p99 }: Took): Bar => ({
  what,
  atMost: limit,
  got: p50,
  least: p50,
  most: p99,
  met: p50 <= limit,
})
const lastRate = rates.at(-1)!
publish(
  {
    bench: 'log',
    date: today(),
    machine: describeMachine({ postgres: world.postgresVersion, redis: null }),
    settings: { leaves: size, proofs, 'leaves a transaction': 500 },
    sections: [],
    bars: [
      atLeast(
        'leaves a second put into the tree, at its end; least and most of all',
        stormPerSecond,
        lastRate,
      ),
      atMost('ms for the proof of a leaf: the median, and 99 in 100', 5, inclusion),
      atMost('ms for the proof between two heads: the median, and 99 in 100', 5, consistency),
    ],
    notes,
  },
  folderOf(values.results),
)
await world.close()
