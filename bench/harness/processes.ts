/**
 * What processes cost: user and system time of a process and all that it started, from the kernel's own count (to a
 * hundredth of a second, so a run should last seconds).
 */

import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Microseconds in one tick of `/proc/<pid>/stat`: a hundredth of a second on every Linux that Node runs on. */
const tickUs = 10_000

interface Counted {
  parentPid: number
  ownTicks: number
  /** Of children that have ended. */
  childTicks: number
}

function counted(pid: number): Counted | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in brackets may hold spaces: what follows it is numbered from the third field on.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const at = (field: number) => Number(fields[field - 3])
    return { parentPid: at(4), ownTicks: at(14) + at(15), childTicks: at(16) + at(17) }
  } catch {
    return undefined
  }
}

/** CPU time of a process and its descendants, living and ended, in microseconds. */
export function cpuOf(pid: number): number {
  const root = counted(pid)
  if (!root) return 0
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), ...counted(Number(name)) }))
  const below = (parent: number): number =>
    all
      .filter((it) => it.parentPid === parent)
      .reduce((sum, it) => sum + (it.ownTicks ?? 0) + (it.childTicks ?? 0) + below(it.pid), 0)
  return (root.ownTicks + root.childTicks + below(pid)) * tickUs
}

/** Processes by name: `server`, `postgres`, `redis`, `load`. */
export type Processes = Readonly<Record<string, number>>

export interface CpuCount {
  /** Microseconds each has used since the count began. */
  end(): Record<string, number>
}

/** Begin to count what these processes use. */
export function countCpu(processes: Processes): CpuCount {
  const before = Object.entries(processes).map(([name, pid]) => [name, pid, cpuOf(pid)] as const)
  return { end: () => Object.fromEntries(before.map(([name, pid, was]) => [name, cpuOf(pid) - was])) }
}

const quietMs = 300
const quietTicksMax = 2
const waitsMax = 40

/** Wait until these have finished what they do after a run: vacuum, checkpoints, garbage. */
export async function untilQuiet(processes: Processes): Promise<void> {
  for (let waits = 0; waits < waitsMax; waits++) {
    const count = countCpu(processes)
    await sleep(quietMs)
    const used = Object.values(count.end()).reduce((sum, us) => sum + us, 0)
    if (used <= quietTicksMax * tickUs) return
  }
}
