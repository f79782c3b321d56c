/**
 * Where a claim's time goes: the product's own batches on one hot packet and over a hundred, run as they are and then
 * once more while PostgreSQL tells what each part of each statement cost. `node bench/profile.ts --batches 60`.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { systemChance } from '@laisee/server/chance.ts'
import { openDb, type Db } from '@laisee/server/db/db.ts'
import { listedStatements } from '@laisee/server/db/statement.ts'
import { runClaimBatch, type BatchAsk } from '@laisee/server/packets/claim-batch.ts'
import { claimDbOptions } from '@laisee/server/packets/claim-queue.ts'
import { setStage, type Stage } from './harness/arena.ts'
import type { Entry, Measure, Run } from './harness/contest.ts'
import { workOf, type CpuProfile } from './harness/cpu-profile.ts'
import { claimEntry, gather, noOpEntry, sendPackets } from './harness/crowd.ts'
import { costEach, explainSettings, hearPlans, lowerQuartile, type Cost } from './harness/explained.ts'
import { checkWallets } from './harness/money.ts'
import { cpuOf } from './harness/processes.ts'
import { folderOf, resultsOption, today } from './harness/report.ts'
import { pageOfProfiles, type Phases, type Profile } from './harness/profile-page.ts'
import type { Member, World } from './harness/world.ts'

const { values } = parseArgs({
  options: {
    batches: { type: 'string', default: '60' },
    claims: { type: 'string', default: '124' },
    results: resultsOption,
  },
})
/** As many as a batch had in the storms over HTTP at 256 connections. */
const claims = Number(values.claims)
const batches = Number(values.batches)
const warmBatches = 20
const atOnce = 256

interface Part {
  packetIds: readonly string[]
  members: readonly Member[]
}

function* batchesOf({ packetIds, members }: Part): Generator<BatchAsk[]> {
  for (let from = 0; from + claims <= members.length; from += claims)
    yield members.slice(from, from + claims).map(({ id }, i) => ({
      packetId: packetIds[(from + i) % packetIds.length]!,
      memberId: id,
      isRecipient: true,
      linkExpireAt: null,
    }))
}

async function walPlace(sql: pg.Client): Promise<number> {
  const { rows } = await sql.query<{ at: string }>(`select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as at`)
  return Number(rows[0]!.at)
}

interface Took {
  lockAndRead: number
  write: number
  commit: number
}

/** One batch, with the moments its parts are done: the write is awaited apart from the commit here. */
async function timed(db: Db, asks: readonly BatchAsk[]): Promise<Took> {
  let wroteAt = 0
  let writesAt = 0
  const startedAt = performance.now()
  await db.transaction(async (tx) => {
    const run: typeof tx.run = (statement, ...params) => {
      if (statement.name === 'batch_write') writesAt = performance.now()
      return tx.run(statement, ...params)
    }
    const watched = Object.create(tx, { run: { value: run }, random: { value: tx.random } }) as typeof tx
    const { answers } = await runClaimBatch(watched, asks)
    if (answers.some((answer) => 'kind' in answer)) throw new Error('a claim of the profile was refused')
    wroteAt = performance.now()
  })
  const us = (ms: number) => (ms * 1_000) / asks.length
  return {
    lockAndRead: us(writesAt - startedAt),
    write: us(wroteAt - writesAt),
    commit: us(performance.now() - wroteAt),
  }
}

async function measurePhases(world: World, part: Part): Promise<Phases> {
  const db = openDb({ ...claimDbOptions, url: world.url, chance: systemChance() })
  const took: Took[] = []
  let walBefore = 0
  let cpuBefore = 0
  for (const asks of batchesOf(part)) {
    if (took.length === warmBatches) {
      walBefore = await walPlace(world.sql)
      cpuBefore = cpuOf(world.postgresPid)
    }
    took.push(await timed(db, asks))
  }
  const cpu = cpuOf(world.postgresPid) - cpuBefore
  const wal = (await walPlace(world.sql)) - walBefore
  await db.close()
  const counted = took.slice(warmBatches)
  const all = counted.length * claims
  const quick = (figure: (one: Took) => number) => lowerQuartile(counted.map(figure))
  return {
    lockAndRead: quick((one) => one.lockAndRead),
    write: quick((one) => one.write),
    commit: quick((one) => one.commit),
    postgresCpu: cpu / all,
    walBytes: wal / all,
  }
}

/** The costs of each part of each statement, a claim. */
async function explain(world: World, part: Part): Promise<Map<string, Cost>> {
  const settings = { ...claimDbOptions.settings, ...explainSettings }
  const db = openDb({ ...claimDbOptions, url: world.url, chance: systemChance(), settings })
  const names = new Map(listedStatements().map(({ name, text }) => [text, name]))
  const client = await db.connect()
  const heard = hearPlans(client, (text) => names.get(text))
  client.release()
  let count = 0
  for (const asks of batchesOf(part)) {
    if (count === warmBatches) heard.clear()
    await timed(db, asks)
    count += 1
  }
  await db.close()
  return new Map([...heard].map(([name, costs]) => [name, costEach(costs, claims)]))
}

/** Microseconds of each kind of work of the server's process, an operation. */
async function workOver(
  stage: Stage,
  entry: Entry,
  members: readonly Member[],
): Promise<Map<string, number>> {
  const file = join(await mkdtemp(join(tmpdir(), 'laisee-profile-')), 'server.cpuprofile')
  const unmeasured: Measure = async (work) => ({ worked: await work(), run: {} as Run })
  await entry.run(0, unmeasured)
  await stage.server.ask('profile')
  await entry.run(1, unmeasured)
  await stage.server.ask('profiled', file)
  const work = workOf(JSON.parse(await readFile(file, 'utf8')) as CpuProfile)
  await rm(dirname(file), { recursive: true })
  return new Map([...work].map(([kind, us]) => [kind, us / members.length]))
}

async function profile(stage: Stage, members: readonly Member[], packets: number): Promise<Profile> {
  const { world } = stage
  const crowd = await gather(stage, members, packets, 1)
  const [plain, explained] = (await sendPackets(crowd)) as [string[], string[]]
  const entries = {
    'no-op': await noOpEntry(crowd, atOnce),
    claims: await claimEntry(crowd, 'claims', atOnce),
  }
  await world.delivered()
  const node = new Map<string, Map<string, number>>()
  for (const [name, entry] of Object.entries(entries)) node.set(name, await workOver(stage, entry, members))
  return {
    title: packets === 1 ? 'one hot packet' : `${packets} packets`,
    phases: await measurePhases(world, { packetIds: plain, members }),
    parts: await explain(world, { packetIds: explained, members }),
    node,
  }
}

const stage = await setStage()
try {
  const { machine, world } = stage
  // As many for each packet.
  const members = await world.makeMembers(Math.ceil(((batches + warmBatches) * claims) / 100) * 100)
  const profiles: Profile[] = []
  for (const packets of [1, 100]) profiles.push(await profile(stage, members, packets))
  await checkWallets(world.sql)
  const page = pageOfProfiles(machine, profiles, { atOnce, batches, claims, warmBatches })
  const folder = folderOf(values.results)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(`${today()}-profile.md`, folder), page)
  console.log(page)
} finally {
  await stage.close()
}
