/** For orientation: what PostgreSQL's own bench (TPC-B, five statements a transaction) gets out of the same server. */

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { World } from '../harness/world.ts'

const run = promisify(execFile)
const scale = 20
const seconds = 10
const database = 'tpcb'

/** A sentence for each number of clients; one that says so where pgbench is not installed. */
export async function runPgbench(world: World): Promise<string[]> {
  const url = world.url.replace(/\/laisee(\?|$)/, `/${database}$1`)
  try {
    await run('pgbench', ['--version'])
  } catch {
    return ['pgbench is not installed here.']
  }
  await world.sql.query(`create database ${database}`)
  await run('pgbench', ['--initialize', '--quiet', '--scale', String(scale), url])
  const sentences: string[] = []
  for (const clients of [1, 8, 32]) {
    const { stdout } = await run('pgbench', [
      ...['--client', String(clients), '--jobs', String(Math.min(clients, 2)), '--time', String(seconds)],
      ...['--protocol', 'prepared', url],
    ])
    const tps = Number(/tps = ([\d.]+) \(without/.exec(stdout)?.[1])
    sentences.push(
      `pgbench TPC-B, scale ${scale}, ${clients} clients: ${Math.round(tps)} transactions a second`,
    )
  }
  await world.sql.query(`drop database ${database} with (force)`)
  return sentences
}
