/**
 * The disk by itself, beside what is measured: a small write made durable, again and again. No commit is done sooner than
 * the disk says so, and a machine whose disk stands still for a while has sends that do.
 */

import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

export interface DiskProbe {
  /** Stop, and tell how long each write took, in milliseconds, the shortest first. */
  end(): Promise<number[]>
}

const everyMs = 20
const page = Buffer.alloc(8_192, 1)
/** Written over and over, as a log file is. */
const pages = 2_048

/** Begin to write in this folder, some fifty times a second. */
export function probeDisk(folder: string): DiskProbe {
  const path = join(folder, `probe-${process.pid}`)
  let isOver = false
  const writing = (async () => {
    const tookMs: number[] = []
    const file = await open(path, 'w')
    for (let no = 0; !isOver; no++) {
      const startedAt = performance.now()
      await file.write(page, 0, page.length, (no % pages) * page.length)
      await file.datasync()
      tookMs.push(performance.now() - startedAt)
      await rest(everyMs)
    }
    await file.close()
    await rm(path)
    return tookMs.sort((a, b) => a - b)
  })()
  return {
    end() {
      isOver = true
      return writing
    },
  }
}

/** Within how many milliseconds so many of a hundred writes were done. */
export function doneWithin(tookMs: readonly number[], hundredths: number): number {
  return tookMs[Math.min(tookMs.length - 1, Math.floor((tookMs.length * hundredths) / 100))] ?? 0
}
