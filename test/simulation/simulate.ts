/**
 * `npm run simulate -- --seed N --days D`: one seed, or with `--seeds K` that many from N on. `--trace FILE` writes the
 * trace of one seed there; where one is there already, the run must give the same lines.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createTestDatabase } from '@laisee/server/db/testing/test-database.ts'
import { setup } from '@laisee/server/db/testing/global-setup.ts'
import { simulate, type Outcome } from './simulation.ts'
import { firstDifference } from './trace.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    days: { type: 'string', default: '3' },
    trace: { type: 'string' },
  },
})

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function whole(name: 'seed' | 'seeds' | 'days'): number {
  const number = Number(values[name])
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is not a number from 1 on: ${values[name]}`)
  return number
}

async function runSeed(seed: number, days: number): Promise<Outcome> {
  const database = await createTestDatabase()
  try {
    return await simulate({ url: database.url, seed, days })
  } finally {
    await database.drop()
  }
}

/** Whether the trace is as it was; the first time there is nothing to compare with. */
function sameTrace(file: string, { trace }: Outcome): boolean {
  if (!existsSync(file)) {
    writeFileSync(file, `${trace.lines.join('\n')}\n`)
    say(`wrote ${trace.lines.length} lines to ${file}`)
    return true
  }
  const difference = firstDifference(readFileSync(file, 'utf8').trimEnd().split('\n'), trace.lines)
  say(difference === undefined ? `the trace is the same, line by line, as ${file}` : `the trace differs from ${file}: ${difference}`)
  return difference === undefined
}

async function main(): Promise<boolean> {
  const [first, count, days] = [whole('seed'), whole('seeds'), whole('days')]
  for (let seed = first; seed < first + count; seed++) {
    const started = performance.now()
    const outcome = await runSeed(seed, days)
    const { steps, differences, trace } = outcome
    const took = `${steps} steps in ${Math.round(performance.now() - started)} ms, trace ${trace.digest().slice(0, 16)}`
    say(`seed ${seed}: ${differences.length === 0 ? 'the auditor agrees' : 'THE AUDITOR DISAGREES'}, ${took}`)
    const same = values.trace === undefined || sameTrace(values.trace, outcome)
    if (differences.length === 0 && same) continue
    for (const difference of differences) say(`  step ${steps}: ${difference}`)
    say(`  replay it: npm run simulate -- --seed ${seed} --days ${days} --trace FILE`)
    return false
  }
  return true
}

const stop = await setup()
try {
  if (!(await main())) process.exitCode = 1
} finally {
  await stop?.()
}
