/**
 * What the guard costs a send: a thousand members with a year behind each send to their contacts at a pace, beside
 * claims at another, with the guard and without it. `node bench/guard.ts --rounds 3`.
 */

import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { claimRequests, expectStatus, readBenchOptions, setStage, type Stage } from './harness/arena.ts'
import { startChild } from './harness/child.ts'
import { ratioOf, runContest, withLatency, type Entry, type Result } from './harness/contest.ts'
import { gather, sendPackets } from './harness/crowd.ts'
import { doneWithin, probeDisk } from './harness/disk.ts'
import type { LoadAsk, LoadReply, Request } from './harness/load.ts'
import { checkTransfers, checkWallets } from './harness/money.ts'
import { bar, publish, today } from './harness/report.ts'
import type { Member } from './harness/world.ts'
import { makeYear, type Year } from './harness/year.ts'

const options = readBenchOptions({ rounds: '3', members: '1000', connections: '32' })
const sendsEach = 400
const runS = 20

/** Sends and claims a second. */
interface Pace {
  sends: number
  claims: number
}

/** Over a million and a half sends a day and five times as many claims: a third of what two cores can do. */
const usual: Pace = { sends: 20, claims: 100 }
/** Three times that: nearly all they can do, the programs that send and measure beside it. */
const busy: Pace = { sends: 60, claims: 300 }

interface Senders {
  stage: Stage
  members: readonly Member[]
  year: Year
  /** Packets of the claims beside, for each round. */
  packets: readonly (readonly string[])[]
  claimers: readonly Member[]
}

const beside = startChild(new URL('./harness/load.ts', import.meta.url))
let turn = 0

/** Each send is another member's, to one of their contacts, of a sum as they usually send it. */
function sendRequests({ members, year }: Senders, count: number): Request[] {
  return Array.from({ length: count }, () => {
    const index = turn++ % members.length
    const contacts = year.contactsOf(index)
    const payee = contacts[turn % contacts.length]!
    const body = JSON.stringify({ payeeId: payee.id, amount: year.usualOf(index) })
    const headers = { 'Idempotency-Key': randomUUID() }
    return { path: '/v1/transfers', token: members[index]!.token, body, headers }
  })
}

const asked = new Map<string, number>()
/** How long the disk took for a write of its own beside the sends, by pace and round. */
const diskMs = new Map<Pace, number[][]>()

function sendEntry(senders: Senders, pace: Pace, name: string, port: number): Entry {
  const { stage, packets, claimers } = senders
  const atOnce = options.connections[0]!
  return {
    name,
    atOnce,
    async run(round, measure) {
      const { sql } = stage.world
      const before = await checkTransfers(sql)
      const sends: LoadAsk = {
        port,
        connections: atOnce,
        requests: sendRequests(senders, pace.sends * runS),
        perSecond: pace.sends,
      }
      await stage.load.ask('prepare', sends)
      const some = claimers.slice(0, pace.claims * runS)
      const requests = claimRequests('/v1/packets', packets[round]!, some)
      const claims: LoadAsk = { port: stage.port, connections: atOnce, requests, perSecond: pace.claims }
      await beside.ask('prepare', claims)
      const disk = probeDisk(tmpdir())
      const { worked, run } = await measure(async () => {
        const [reply, claimed] = await Promise.all([
          stage.load.ask<LoadReply>('load'),
          beside.ask<LoadReply>('load'),
        ])
        expectStatus(claimed, 200)
        return reply
      })
      const writes = await disk.end()
      if (round > 0) diskMs.set(pace, [...(diskMs.get(pace) ?? []), writes])
      const made = (await checkTransfers(sql)).count - before.count
      const { '201': sent = 0, '409': questions = 0, ...others } = worked.statuses
      if (Object.keys(others).length > 0 || sent !== made)
        throw new Error(`${made} sends are there of ${JSON.stringify(worked.statuses)}: ${worked.sample}`)
      if (round > 0) asked.set(name, (asked.get(name) ?? 0) + questions)
      return withLatency(run, worked)
    },
  }
}

const p99 = ({ runs }: Result) => runs.map(({ latencyMs }) => latencyMs!.p99).sort((a, b) => a - b)

const names = ['transfers without the guard', 'transfers with the guard'] as const
const stage = await setStage()
try {
  const guardedPort = await stage.server.ask<number>('openGuarded', { url: stage.world.url })
  const members = await stage.world.makeMembers(options.members)
  await stage.world.topUp(members, 10_000_000n)
  const year = await makeYear(stage.world, members, sendsEach)
  const claimers = await stage.world.makeMembers(busy.claims * runS)
  const crowd = await gather(stage, claimers, 1, options.rounds)

  /** Each contender has packets of its own in every round: two runs a round. */
  const contest = async (pace: Pace) => {
    const first = await sendPackets(crowd)
    const second = await sendPackets(crowd)
    await stage.world.delivered()
    const senders = { stage, members, year, claimers }
    const title = `Transfers at ${pace.sends} a second beside ${pace.claims} claims a second`
    stage.say(title)
    const results = await runContest(
      stage,
      [
        sendEntry({ ...senders, packets: first }, pace, names[0], stage.port),
        sendEntry({ ...senders, packets: second }, pace, names[1], guardedPort),
      ],
      options.rounds,
    )
    await checkWallets(stage.world.sql)
    return { title, yardstick: names[0], results }
  }
  const sections = [await contest(usual), await contest(busy)]
  const [without, guarded] = sections[0]!.results as [Result, Result]
  const longest = p99(guarded)
  const middle = longest[longest.length >> 1]!
  const bars = [
    bar(
      'p99 of a guarded send in milliseconds',
      { atMost: 80 },
      { median: middle, least: longest[0]!, most: longest.at(-1)! },
    ),
    bar(
      'p99 of a guarded send to that of one without the guard',
      { atMost: 4 },
      ratioOf(guarded, without, (run) => run.latencyMs!.p99),
    ),
  ]
  const questions = asked.get(names[1]) ?? 0
  const sent = (usual.sends + busy.sends) * runS * options.rounds
  const ofDisk = (hundredths: number) =>
    diskMs.get(usual)!.map((writes) => Math.round(doneWithin(writes, hundredths) * 10) / 10)
  const settings = {
    rounds: options.rounds,
    'seconds a run': runS,
    members: options.members,
    'sends behind each': sendsEach,
  }
  const notes = [
    `The guard asked about ${questions} of ${sent} sends; a question is an answer as a send is, and is counted.`,
    `Beside the runs of the first table a lone write of 8 KiB to the same disk was made durable some fifty times a second. In the middle it took ${ofDisk(50).join(', ')} ms, and 99 of 100 took at most ${ofDisk(99).join(', ')} ms, run by run (without the guard, with it, and again): no commit waits less.`,
    'Latency counts from the moment a send was due, so that waiting for a connection is part of it.',
    'The bars are those of the first table. In the second the machine has next to nothing left, with the guard or without.',
  ]
  const { machine } = stage
  publish({ bench: 'guard', date: today(), machine, settings, sections, bars, notes }, options.results)
} finally {
  await beside.stop()
  await stage.close()
}
