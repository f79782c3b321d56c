/**
 * The same claims spread over 100 and over 1,000 packets, each of a group of its own: what a company's evening or a
 * city's looks like. `node bench/spread.ts --rounds 5`.
 */

import { readBenchOptions, setStage } from './harness/arena.ts'
import { ratioOf, runContest, serverCpuUs, type Entry, type Result, type Run } from './harness/contest.ts'
import { aloneClaimsMax, claimEntry, engineEntry, gather, noOpEntry, type Crowd } from './harness/crowd.ts'
import { checkWallets } from './harness/money.ts'
import { bar, publish, today, type Bar, type Section } from './harness/report.ts'

const options = readBenchOptions({ connections: '256' })
const alone = 'one transaction a claim'
const speed = (run: Run) => run.perSecond

async function httpSection(crowd: Crowd, packets: number, atOnce: number): Promise<Section> {
  const { stage } = crowd
  const entries: Entry[] = [
    await noOpEntry(crowd, atOnce),
    await claimEntry(crowd, 'claims', atOnce),
    await claimEntry(crowd, alone, atOnce),
  ]
  await stage.world.delivered()
  const title = `${packets} packets over HTTP, ${atOnce} connections`
  stage.say(`\n${title}`)
  return { title, yardstick: 'no-op', results: await runContest(stage, entries, options.rounds) }
}

async function engineSection(crowd: Crowd, packets: number): Promise<Section> {
  const { stage } = crowd
  const entries = [
    await engineEntry(crowd, 'claims', 64),
    await engineEntry(crowd, 'claims', 256),
    await engineEntry(crowd, 'claims', 1_024),
    await engineEntry(crowd, alone, 32),
  ]
  await stage.world.delivered()
  const title = `${packets} packets, without HTTP`
  stage.say(`\n${title}`)
  return { title, yardstick: alone, results: await runContest(stage, entries, options.rounds) }
}

function barsOf(section: Section, atOnce: number): Bar[] {
  const of = (name: string): Result => section.results.find((result) => result.name === name)!
  return [
    bar(
      `100 packets to no-op, ${atOnce} connections`,
      { atLeast: 0.75 },
      ratioOf(of('claims'), of('no-op'), speed),
    ),
    bar(
      `100 packets to ${alone}, ${atOnce} connections`,
      { atLeast: 7 },
      ratioOf(of('claims'), of(alone), speed),
    ),
  ]
}

function reported(section: Section): string {
  const of = (name: string): Result => section.results.find((result) => result.name === name)!
  const figure = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
  const toNoOp = figure.format(ratioOf(of('claims'), of('no-op'), speed).median)
  const toAlone = figure.format(ratioOf(of('claims'), of(alone), speed).median)
  const cpu = figure.format(ratioOf(of('claims'), of('no-op'), serverCpuUs).median)
  return `${section.title}: ${toNoOp} of no-op, ${toAlone} × ${alone}, CPU ${cpu} × that of no-op.`
}

const stage = await setStage()
try {
  const members = await stage.world.makeMembers(options.members)
  const sections: Section[] = []
  const bars: Bar[] = []
  const notes: string[] = []
  for (const packets of [100, 1_000]) {
    const crowd = await gather(stage, members, packets, options.rounds)
    for (const atOnce of options.connections) {
      const section = await httpSection(crowd, packets, atOnce)
      sections.push(section)
      notes.push(reported(section))
      if (packets === 100) bars.push(...barsOf(section, atOnce))
    }
    if (packets === 100) sections.push(await engineSection(crowd, packets))
  }
  await checkWallets(stage.world.sql)
  const settings = {
    rounds: options.rounds,
    'claims a run': options.members,
    [`of ${alone}`]: aloneClaimsMax,
  }
  const { machine } = stage
  publish({ bench: 'spread', date: today(), machine, settings, sections, bars, notes }, options.results)
} finally {
  await stage.close()
}
