/**
 * `npm run simulate -- --seed N --days D`: one seed, or with `--seeds K` that many from N on, until one disagrees.
 * `--trace FILE` writes the trace of one seed there; where one is there already, the run must give the same lines.
 * `--json` says a line of JSON a seed.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { setup } from '@laisee/server/db/testing/global-setup.ts'
import { reportOf, runSeed } from './seeds.ts'
import type { Outcome } from './simulation.ts'
import { firstDifference } from './trace.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    days: { type: 'string', default: '3' },
    trace: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** The tokens people have last longer than that. */
const daysMax = 60

function whole(name: 'seed' | 'seeds' | 'days'): number {
  const number = Number(values[name])
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} is not a number from 1 on: ${values[name]}`)
  return number
}

/** Whether the trace is as it was; the first time there is nothing to compare with. */
function isSameTrace(file: string, { trace }: Outcome): boolean {
  if (!existsSync(file)) {
    writeFileSync(file, `${trace.lines.join('\n')}\n`)
    say(`wrote ${trace.lines.length} lines to ${file}`)
    return true
  }
  const difference = firstDifference(readFileSync(file, 'utf8').trimEnd().split('\n'), trace.lines)
  say(
    difference === undefined
      ? `the trace is the same as in ${file}, line by line`
      : `the trace differs from ${file}: ${difference}`,
  )
  return difference === undefined
}

function tell(outcome: Outcome, tookMs: number): void {
  const { seed, days, steps, differences, trace } = outcome
  if (values.json) return say(JSON.stringify(reportOf(outcome)))
  const verdict = differences.length === 0 ? 'the auditor agrees' : 'THE AUDITOR DISAGREES'
  say(`seed ${seed}: ${verdict}, ${steps} steps in ${tookMs} ms, trace ${trace.digest().slice(0, 16)}`)
  for (const difference of differences) say(`  step ${steps}: ${difference}`)
  if (differences.length > 0)
    say(`  replay it: npm run simulate -- --seed ${seed} --days ${days} --trace FILE`)
}

async function main(): Promise<boolean> {
  const [first, count, days] = [whole('seed'), whole('seeds'), whole('days')]
  if (days > daysMax) throw new Error(`--days is above ${daysMax}`)
  for (let seed = first; seed < first + count; seed++) {
    const started = performance.now()
    const outcome = await runSeed(seed, days)
    tell(outcome, Math.round(performance.now() - started))
    const isSame = values.trace === undefined || isSameTrace(values.trace, outcome)
    if (outcome.differences.length > 0 || !isSame) return false
  }
  return true
}

// Inside a test run the database and its migrated template are there, and others are copying it.
const stop = process.env.LAISEE_TEST_DATABASE_URL ? undefined : await setup()
try {
  if (!(await main())) process.exitCode = 1
} finally {
  await stop?.()
}
