/**
 * Claims on a folder, made by processes and ended by their death. A claim is an empty file whose name says who made
 * it, so it appears and vanishes atomically, is never half written, and a dead process's claim can be removed without
 * ever taking a living one's for it (which a single lock file, broken when stale, cannot promise).
 *
 * The lock: whoever makes a claim and then sees no other holds it; whoever sees another takes theirs back and tries
 * again. Of two at once at least one sees the other, so there are never two holders. A lease says "I use this
 * database" for as long as its process lives.
 */

import { randomBytes, randomInt } from 'node:crypto'
import { closeSync, openSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processStamp, realm, unknownStamp } from './processes.ts'

export type ClaimKind = 'lock' | 'lease'

export interface Claim {
  readonly file: string
  /** Say "still here" to those who cannot see this process. */
  touch(): void
  drop(): void
}

export interface LivingClaim {
  readonly file: string
  readonly pid: number
  /** Made on this machine, where the process can be seen, rather than in another container or host. */
  readonly here: boolean
}

/** A claim whose process cannot be seen is believed for as long as it was touched this recently. */
export const freshSeconds = 12
export const touchSeconds = 2

const patienceMinutes = 10

export function claim(folder: string, kind: ClaimKind): Claim {
  const stamp = processStamp(process.pid) ?? unknownStamp
  const file = join(folder, `${kind}.${realm}.${process.pid}.${stamp}.${randomBytes(6).toString('hex')}`)
  closeSync(openSync(file, 'wx', 0o644))
  return {
    file,
    touch: () => {
      try {
        writeFileSync(file, '.', { flag: 'r+' })
      } catch {
        // Someone deleted the folder; the claim went with what it claimed.
      }
    },
    drop: () => rmSync(file, { force: true }),
  }
}

/** The age of a file by the file system's own clock: the machines that share it may disagree on the time. */
function isFresh(file: string): boolean {
  const probe = join(dirname(file), `clock.${process.pid}.${randomBytes(6).toString('hex')}`)
  writeFileSync(probe, '.')
  const now = statSync(probe).mtimeMs
  rmSync(probe, { force: true })
  return now - statSync(file).mtimeMs < freshSeconds * 1000
}

function parse(folder: string, name: string): (LivingClaim & { kind: string; alive(): boolean }) | undefined {
  const [kind, madeIn, pidText, stamp, once] = name.split('.')
  if (once === undefined) return undefined
  const file = join(folder, name)
  const pid = Number(pidText)
  const here = madeIn === realm
  const alive = (): boolean => {
    if (!here) return isFresh(file)
    const now = processStamp(pid)
    if (now === undefined) return false
    // Where starts cannot be seen, a stranger may have the pid by now: then the claim must also have been touched.
    return now === unknownStamp || stamp === unknownStamp ? isFresh(file) : now === stamp
  }
  return { kind: kind!, file, pid, here, alive }
}

/** The claims of this kind whose processes live, except one's own; those of the dead are swept away. */
export function livingClaims(folder: string, kind: ClaimKind, mine?: Claim): LivingClaim[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names.flatMap((name) => {
    const found = parse(folder, name)
    if (found === undefined || found.kind !== kind || found.file === mine?.file) return []
    try {
      if (found.alive()) return [found]
    } catch {
      return []
    }
    rmSync(found.file, { force: true })
    return []
  })
}

/** Do the work while no other process, and no other call of this one, does its own on the same folder. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; ;) {
    const held = tryLock(folder)
    if (held !== undefined) {
      const beat = setInterval(() => held.touch(), touchSeconds * 1000).unref()
      try {
        return await work()
      } finally {
        clearInterval(beat)
        held.drop()
      }
    }
    if (waitedMs > patienceMinutes * 60_000) {
      const holders = livingClaims(folder, 'lock').map((one) => one.pid)
      throw new Error(
        `process ${holders.join(', ')} has held the lock in ${folder} for ${patienceMinutes} minutes`,
      )
    }
    // An uneven wait, so that two who met do not meet again.
    const waitMs = randomInt(4, 40)
    await sleep(waitMs)
    waitedMs += waitMs
  }
}

function tryLock(folder: string): Claim | undefined {
  if (livingClaims(folder, 'lock').length > 0) return undefined
  const mine = claim(folder, 'lock')
  if (livingClaims(folder, 'lock', mine).length === 0) return mine
  mine.drop()
  return undefined
}
