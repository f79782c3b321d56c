/**
 * The simulation as every run has it: 12 seeds of two days, and one seed twice. `LAISEE_LONG=1` (npm run check:long)
 * runs 500 seeds of three days, through as many processes as there are processors.
 */

import { readFileSync, readdirSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { describe, expect, test } from 'vitest'
import { fromRoot } from '../../scripts/root.ts'
import { reportOf, runSeed, type SeedReport } from './seeds.ts'
import { firstDifference } from './trace.ts'

const long = process.env.LAISEE_LONG === '1'
const seeds = long ? 500 : 12
const days = long ? 3 : 2

/** Some seeds after one another in a process of their own, until one disagrees. */
function runSeeds(first: number, count: number): Promise<SeedReport[]> {
  const args = [
    'test/simulation/simulate.ts',
    '--seed',
    String(first),
    '--seeds',
    String(count),
    '--days',
    String(days),
    '--json',
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: fromRoot('.'), stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (out += text))
    child.once('error', reject)
    child.once('close', () =>
      resolve(
        out
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as SeedReport),
      ),
    )
  })
}

async function runAll(): Promise<SeedReport[]> {
  const lanes = Math.min(availableParallelism(), 8)
  const each = Math.ceil(seeds / lanes)
  const firsts = Array.from({ length: lanes }, (_, lane) => 1 + lane * each)
  const runs = await Promise.all(firsts.map((first) => runSeeds(first, Math.min(each, seeds - first + 1))))
  return runs.flat()
}

/** What must have happened somewhere, or the seeds have shown nothing about it. */
const sometimes = [
  ...[
    'sendPacket 201',
    'undoPacket 200',
    'recallPacket 200',
    'pausePacket 200',
    'releasePacket 200',
    'declinePacket 200',
  ],
  ...[
    'askNotToOpenPacket 200',
    'sendPacket balance_too_low',
    'sendPacket canceled_before_arrival',
    'sendPacket invalid_request',
  ],
  ...[
    'claimPacket 200',
    'claimPacket already_claimed_out',
    'claimPacket already_expired',
    'claimPacket already_recalled',
  ],
  ...[
    'claimPacket packet_paused',
    'claimPacket not_yet',
    'claimPacket test_packet',
    'claimPacket passphrase_wrong',
  ],
  ...[
    'claimPacket link_invalid',
    'claimPacket link_for_someone_else',
    'claimPacket link_expired',
    'claimPacket not_found',
  ],
  ...[
    'undoPacket undo_window_over',
    'recallPacket not_recallable',
    'sendTransfer 201',
    'undoTransfer 200',
    'recallTransfer 200',
  ],
  ...[
    'acceptTransfer 200',
    'declineTransfer 200',
    'acceptTransfer already_arrived',
    'recallTransfer not_recallable',
  ],
  ...[
    'cancelRequest 200',
    'topUp 201',
    'withdraw 201',
    'freezeWallet 200',
    'joinGroup 200',
    'leaveGroup 200',
    'putBlock 200',
  ],
  ...['changeMe idempotency_key_reused', 'sendPacket unavailable', 'readSplitProof 200', 'listEntries 200'],
]

describe(`${seeds} seeds of ${days} days`, () => {
  test('the auditor agrees after every step, and the service’s own audit is clean at the end', async () => {
    const reports = await runAll()
    const disagreed = reports.filter(({ differences }) => differences.length > 0)
    expect(
      disagreed.map(
        ({ seed, steps, differences }) => `seed ${seed}, step ${steps}: ${differences.join('; ')}`,
      ),
    ).toEqual([])
    expect(reports).toHaveLength(seeds)
    const happened = new Set(reports.flatMap(({ answers }) => Object.keys(answers)))
    expect(sometimes.filter((answer) => !happened.has(answer))).toEqual([])
  }, 7_200_000)
})

test('the same seed gives the same day again, line by line', async () => {
  const [once, again] = [await runSeed(7, 1), await runSeed(7, 1)]
  expect(firstDifference(once.trace.lines, again.trace.lines)).toBeUndefined()
  expect(reportOf(again)).toEqual(reportOf(once))
  expect(once.trace.lines.length).toBeGreaterThan(60)
  const other = await runSeed(8, 1)
  expect(other.trace.digest()).not.toBe(once.trace.digest())
})

test('the auditor shares no code with the service', () => {
  const files = [
    'auditor.ts',
    ...readdirSync(fromRoot('test/simulation/auditor')).map((name) => `auditor/${name}`),
  ]
  for (const file of files) {
    const text = readFileSync(fromRoot(`test/simulation/${file}`), 'utf8')
    const imported = [...text.matchAll(/from '([^']+)'/g)].map((match) => match[1]!)
    const foreign = imported.filter((from) => !/^(\.\.?\/(auditor\/)?[\w-]+\.ts|node:crypto)$/.test(from))
    expect(foreign, file).toEqual([])
    for (const from of imported.filter((path) => /asks|observe/.test(path)))
      expect(text, `${file} takes more than types from ${from}`).toMatch(
        new RegExp(`import type [^;]*from '${from.replaceAll('.', '\\.')}'`),
      )
  }
})
