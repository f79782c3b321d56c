/**
 * Commands that work on the database itself, beside the service that may be running on it: the first key, the
 * migrations, the audit. Where it is, the same settings say that the service reads.
 */

import { systemChance } from '@laisee/server/chance.ts'
import { readDatabaseConfig } from '@laisee/server/config.ts'
import { openDb, type Db } from '@laisee/server/db/db.ts'
import { startEmbedded } from '@laisee/server/db/embedded/start-embedded.ts'
import { printAside } from './output.ts'

/** The options of every such command. */
export const databaseArgs = {
  demo: { type: 'boolean', description: 'The demo world instead of production' },
} as const

/** Work with the address of the database; the embedded one is started where it is not running. */
export async function withDatabaseUrl<T>(demo: boolean, work: (url: string) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = readDatabaseConfig(process.env, { demo })
  if (databaseUrl !== null) return work(databaseUrl)
  const embedded = await startEmbedded({ dataDir, log: (message) => printAside(`laisee: ${message}`) })
  try {
    return await work(embedded.url)
  } finally {
    await embedded.stop()
  }
}

/** Work with the database at an address. */
export async function withDbAt<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb({ url, chance: systemChance(), poolMax: 2 })
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}
