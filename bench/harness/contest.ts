/**
 * Rivals in turn, A B A B: each runs once a round, one after the other, so that whatever else the machine does hits
 * all of them alike. The first round only warms up. What counts is the median of the rounds, and ratios within one.
 */

import type { LoadReply } from './load.ts'
import { countCpu, untilQuiet, type Processes } from './processes.ts'
import type { Batches } from './serve.ts'

/** What one run came to. */
export interface Run {
  requests: number
  seconds: number
  perSecond: number
  /** Microseconds of CPU time an operation, by process. */
  cpuUs: Record<string, number>
  latencyMs?: { p50: number; p95: number; p99: number; longest: number }
  /** Claims a batch of the queue, on average and at most. */
  batch?: { mean: number; largest: number }
}

export interface Entry {
  name: string
  /** How many wait at once: connections, or claims in flight. */
  atOnce: number
  /** One run. The round tells which of the prepared packets it may use up. */
  run(round: number, measure: Measure): Promise<Run>
}

/** Take the measure of some work: CPU time before and after it, and the queue's batches. */
export type Measure = <T extends Worked>(work: () => Promise<T>) => Promise<{ worked: T; run: Run }>

export interface Worked {
  requests: number
  seconds: number
}

export interface Result {
  name: string
  atOnce: number
  /** Without the round that warms up. */
  runs: Run[]
}

export interface Arena {
  processes: Processes
  /** The queue's batches since last asked. */
  batches(): Promise<Batches>
  say(line: string): void
}

/** The same order in every round; `rounds` count after the first. */
export async function runContest(arena: Arena, entries: readonly Entry[], rounds: number): Promise<Result[]> {
  const results = entries.map(({ name, atOnce }): Result => ({ name, atOnce, runs: [] }))
  for (let round = 0; round <= rounds; round++) {
    for (const [i, entry] of entries.entries()) {
      await untilQuiet(arena.processes)
      const run = await entry.run(round, (work) => measure(arena, work))
      if (round > 0) results[i]!.runs.push(run)
      arena.say(`${round === 0 ? 'warm' : `  ${round} `} ${entry.name.padEnd(28)} ${lineOf(run)}`)
    }
  }
  return results
}

async function measure<T extends Worked>(
  arena: Arena,
  work: () => Promise<T>,
): Promise<{ worked: T; run: Run }> {
  await arena.batches()
  const count = countCpu(arena.processes)
  const worked = await work()
  const used = count.end()
  const batches = await arena.batches()
  const { requests, seconds } = worked
  const cpuUs = Object.fromEntries(Object.entries(used).map(([name, us]) => [name, us / requests]))
  const run: Run = { requests, seconds, perSecond: requests / seconds, cpuUs }
  if (batches.count > 0) run.batch = { mean: batches.claims / batches.count, largest: batches.largest }
  return { worked, run }
}

/** The latencies of a load, beside its run. */
export function withLatency(run: Run, reply: LoadReply): Run {
  const { p50Ms: p50, p95Ms: p95, p99Ms: p99, longestMs: longest } = reply
  return { ...run, latencyMs: { p50, p95, p99, longest } }
}

const whole = (figure: number) => String(Math.round(figure))

function lineOf({ perSecond, cpuUs, latencyMs, batch }: Run): string {
  const cpu = Object.entries(cpuUs).map(([name, us]) => `${name} ${whole(us)}`)
  const latency = latencyMs ? ` · p50 ${whole(latencyMs.p50)} p99 ${whole(latencyMs.p99)} ms` : ''
  return `${whole(perSecond).padStart(6)}/s${latency} · µs: ${cpu.join(', ')}${batch ? ` · batch ${whole(batch.mean)}` : ''}`
}

/** The middle of these figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export interface Ratio {
  median: number
  least: number
  most: number
}

/** How one result stands to another, round by round. */
export function ratioOf(ours: Result, theirs: Result, figure: (run: Run) => number): Ratio {
  const ratios = ours.runs.map((run, i) => figure(run) / figure(theirs.runs[i]!))
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) }
}

/** CPU time an operation of the server and its database together. */
export function serverCpuUs(run: Run): number {
  return (run.cpuUs.server ?? 0) + (run.cpuUs.postgres ?? 0) + (run.cpuUs.redis ?? 0)
}
