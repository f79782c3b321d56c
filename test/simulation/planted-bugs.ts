/**
 * Bugs planted in the real code, each a patch in bugs/: the auditor's comparison must find every one within a stated
 * number of seeds. The working tree's packages are copied to a temporary folder, the patch is applied there, and the
 * simulation runs on the copy. `node test/simulation/planted-bugs.ts [name …]` runs them, or some of them.
 */

import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setup } from '@laisee/server/db/testing/global-setup.ts'
import { fromRoot } from '../../scripts/root.ts'
import type { SeedReport } from './seeds.ts'
import { ownAudit } from './server.ts'

export const plantedBugs = [
  'double-credit',
  'missed-refund',
  'stale-balance',
  'expiry-off-by-one',
  'lost-event',
  'told-while-paused',
  'forgotten-send',
  'hold-ends-early',
  'rejected-to-sender',
  'edit-keeps-words',
  'any-yes-will-do',
  'paid-without-order',
  'share-paid-twice',
  'part-judged-alone',
  'stricter-silences',
  'yes-good-for-more',
] as const
export type PlantedBug = (typeof plantedBugs)[number]

export const seedsMax = 50
const days = 3

/** A copy of the working tree's code, as far as the simulation runs on it. */
function copyCode(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `laisee-${name}-`))
  const isCode = (path: string) => !/node_modules|\.test\.ts$|^\.data$/.test(basename(path))
  for (const part of [
    'packages/core',
    'packages/server',
    'test/simulation',
    'scripts/root.ts',
    'package.json',
  ])
    cpSync(fromRoot(part), join(folder, part), { recursive: true, filter: isCode })
  linkModules(folder)
  return folder
}

/** Why a bug cannot be planted in a copy; nothing where it is, or with `--check` could be. */
function apply(folder: string, bug: PlantedBug, ...options: string[]): string | undefined {
  const args = ['apply', '-C2', ...options, fromRoot(`test/simulation/bugs/${bug}.patch`)]
  const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
  return status === 0 ? undefined : `${bug}.patch no longer applies: ${stderr}`
}

/** What keeps any of these from being planted in the code as it is. */
export function notPlantable(bugs: readonly PlantedBug[]): string[] {
  const folder = copyCode('check')
  try {
    return bugs.map((bug) => apply(folder, bug, '--check')).filter((why) => why !== undefined)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A copy of the working tree's code in which a bug is planted. Whoever asks for it removes it. */
function plant(bug: PlantedBug): string {
  const folder = copyCode(bug)
  const why = apply(folder, bug)
  if (why === undefined) return folder
  rmSync(folder, { recursive: true })
  throw new Error(why)
}

/** Libraries are those of the working tree; our own packages are the copy's. */
function linkModules(folder: string): void {
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '@laisee'), { recursive: true })
  for (const name of readdirSync(fromRoot('node_modules')))
    if (name !== '@laisee') symlinkSync(fromRoot(`node_modules/${name}`), join(modules, name))
  for (const name of readdirSync(fromRoot('node_modules/@laisee')))
    symlinkSync(join(folder, 'packages', name), join(modules, '@laisee', name))
}

export interface Caught {
  /** The seed whose auditor disagreed, at which step, and what it said. */
  seed: number
  step: number
  differences: string[]
}

/** Run seeds on the code with a bug until the auditor disagrees; undefined where it never does. */
export async function catchBug(bug: PlantedBug): Promise<Caught | undefined> {
  const folder = plant(bug)
  try {
    const args = [
      'test/simulation/simulate.ts',
      '--seeds',
      String(seedsMax),
      '--days',
      String(days),
      '--json',
    ]
    const { lines, errors } = await run(folder, args)
    const reports = lines.map((line) => JSON.parse(line) as SeedReport)
    if (errors !== '') throw new Error(`${bug} was not left to the auditor: ${errors}`)
    const found = reports.find(({ differences }) => differences.length > 0)
    if (!found) return undefined
    const differences = found.differences.filter((difference) => !difference.startsWith(ownAudit))
    return { seed: found.seed, step: found.steps, differences }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A program's lines, and all it said of errors: a crash, or an answer of 500 with its reason. */
function run(cwd: string, args: string[]): Promise<{ lines: string[]; errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, errors] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (errors += text))
    child.once('error', reject)
    child.once('close', () => resolve({ lines: out.split('\n').filter((line) => line !== ''), errors }))
  })
}

async function main(names: readonly PlantedBug[]): Promise<void> {
  const stop = await setup()
  try {
    for (const bug of names) {
      const caught = await catchBug(bug)
      if (!caught) process.exitCode = 1
      const said = caught
        ? `caught by seed ${caught.seed} at step ${caught.step}: ${caught.differences[0]}`
        : `NOT CAUGHT within ${seedsMax} seeds`
      process.stdout.write(`${bug}: ${said}\n`)
    }
  } finally {
    await stop?.()
  }
}

if (import.meta.main) {
  const asked = process.argv.slice(2)
  await main(asked.length === 0 ? plantedBugs : plantedBugs.filter((bug) => asked.includes(bug)))
}
