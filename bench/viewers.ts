/**
 * A storm of claims on one packet while five hundred members look on, each with a stream of their own: everyone is told
 * everything, once and in order, and what that costs the claims stands beside the same storm with nobody looking.
 * `node bench/viewers.ts --rounds 3`.
 */

import { claimRequests, expectStatus, readBenchOptions, setStage } from './harness/arena.ts'
import { startChild } from './harness/child.ts'
import {
  ratioOf,
  runContest,
  serverCpuUs,
  type Entry,
  type Measure,
  type Result,
  type Run,
} from './harness/contest.ts'
import { claimEntry, gather, noOpEntry, sendPackets, type Crowd } from './harness/crowd.ts'
import { checkClaims, checkWallets, toldSeqsOf } from './harness/money.ts'
import { bar, publish, today, type Section } from './harness/report.ts'
import type { ViewersAsk, ViewersReply } from './harness/viewers.ts'

const options = readBenchOptions({ rounds: '3', members: '12000', connections: '256' })
const viewersCount = 500
const watchedName = `claims, ${viewersCount} viewers`
const stage = await setStage()
const viewers = startChild(new URL('./harness/viewers.ts', import.meta.url))
const seen: (ViewersReply & { atOnce: number })[] = []

async function watchedEntry(crowd: Crowd, atOnce: number): Promise<Entry> {
  const { members } = crowd
  const sent = await sendPackets(crowd)
  const tokens = members.slice(-viewersCount).map(({ token }) => token)
  return {
    name: watchedName,
    atOnce,
    async run(round, measure) {
      const packetId = sent[round]![0]!
      const path = `/v1/events?topics=packet:${packetId}`
      await viewers.ask('open', { port: stage.port, path, tokens } satisfies ViewersAsk)
      // What the streams still have to say when the last claim is answered is part of what they cost.
      const untilTold: Measure = (work) =>
        measure(async () => {
          const worked = await work()
          await viewers.ask('heardAll', undefined)
          return worked
        })
      const { run, reply } = await stage.storm(
        untilTold,
        atOnce,
        claimRequests('/v1/packets', [packetId], members),
      )
      expectStatus(reply, 200)
      const told = await viewers.ask<ViewersReply>('finish', await toldSeqsOf(stage.world.sql, packetId))
      if (round > 0) seen.push({ ...told, atOnce })
      await checkClaims(stage.world.sql, [packetId], { claims: members.length, amount: reply.amount })
      return run
    },
  }
}

async function section(crowd: Crowd, atOnce: number): Promise<Section> {
  const entries = [
    await noOpEntry(crowd, atOnce),
    await claimEntry(crowd, 'claims', atOnce),
    await watchedEntry(crowd, atOnce),
  ]
  await stage.world.delivered()
  const title = `One hot packet with ${viewersCount} viewers over HTTP, ${atOnce} connections`
  stage.say(`\n${title}`)
  const arena = { ...stage, processes: { ...stage.processes, viewers: viewers.pid } }
  return { title, yardstick: 'no-op', results: await runContest(arena, entries, options.rounds) }
}

function barsOf({ results }: Section, atOnce: number) {
  const of = (name: string): Result => results.find((result) => result.name === name)!
  const speed = (run: Run) => run.perSecond
  const watched = of(watchedName)
  const on = `${viewersCount} viewers, ${atOnce} connections`
  const atLeast = atOnce < 256 ? 0.7 : 0.75
  const bars = [
    bar(`hot packet to no-op, ${on}`, { atLeast }, ratioOf(watched, of('no-op'), speed)),
    bar(`CPU a claim to CPU a no-op, ${on}`, { atMost: 1.8 }, ratioOf(watched, of('no-op'), serverCpuUs)),
  ]
  // The bar of the slowest is one of the widest storm, as without viewers.
  if (atOnce === 512)
    bars.push(
      bar(
        `p99 to that of no-op, ${on}`,
        { atMost: 2 },
        ratioOf(watched, of('no-op'), (run) => run.latencyMs!.p99),
      ),
    )
  return bars
}

const whole = (figure: number) => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(figure)

function noteOf({ atOnce, events, bytes, p50Ms, p99Ms, longestMs }: (typeof seen)[number]): string {
  return (
    `${atOnce} connections: ${viewersCount} viewers had all their ${whole(events / viewersCount)} events, once and in order, ` +
    `${whole(bytes / 2 ** 20)} MB in all; from the moment of the claims to the viewer ` +
    `p50 ${whole(p50Ms)} ms, p99 ${whole(p99Ms)} ms, at most ${whole(longestMs)} ms`
  )
}

try {
  const members = await stage.world.makeMembers(options.members)
  const crowd = await gather(stage, members, 1, options.rounds)
  const sections: Section[] = []
  for (const atOnce of options.connections) sections.push(await section(crowd, atOnce))
  await checkWallets(stage.world.sql)
  const bars = sections.flatMap((one, i) => barsOf(one, options.connections[i]!))
  const settings = { rounds: options.rounds, 'claims a run': options.members, viewers: viewersCount }
  const { machine } = stage
  const notes = seen.map(noteOf)
  publish({ bench: 'viewers', date: today(), machine, settings, sections, bars, notes }, options.results)
} finally {
  await viewers.stop()
  await stage.close()
}
