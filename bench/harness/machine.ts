/** The machine a figure belongs to: without it, a figure says nothing. */

import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg, totalmem, release } from 'node:os'

export interface Machine {
  cpu: string
  cores: number
  memoryGb: number
  kernel: string
  node: string
  postgres: string
  redis: string | null
  commit: string
  /** Before the first round: what else was running. */
  loadAverage: number
}

/** Describe the machine. */
export function describeMachine(versions: { postgres: string; redis: string | null }): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    ...versions,
    commit: commitOf(),
    loadAverage: loadavg()[0]!,
  }
}

function commitOf(): string {
  try {
    const cwd = new URL('.', import.meta.url)
    return execFileSync('git', ['describe', '--always', '--dirty'], { cwd, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
