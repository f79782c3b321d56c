import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import type { Db } from '../db/db.ts'
import { duties, startDuties } from './duties.ts'

it('a duty that fails says in the log what failed, and is tried again', async () => {
  const lines: { duty: string; err?: { message: string } }[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as (typeof lines)[number])
      done()
    },
  })
  const fail = () => Promise.reject(new Error('the escrow is empty'))
  const db: Db = {
    transaction: fail,
    snapshot: fail,
    run: fail,
    connect: fail,
    close: () => Promise.resolve(),
  }
  const running = startDuties(db, pino(stream), () => undefined)
  await expect.poll(() => lines.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(2 * duties.length)
  await running.stop()
  for (const { name } of duties)
    expect(lines.filter(({ duty }) => duty === name)[1]?.err?.message, name).toBe('the escrow is empty')
})
