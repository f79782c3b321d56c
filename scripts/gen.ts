/**
 * `npm run gen`: write every generated file. It starts a database of its own for as long as that takes, or uses the one
 * at LAISEE_TEST_DATABASE_URL.
 */

import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../packages/server/db/embedded/start-embedded.ts'
import { migrate } from '../packages/server/db/migrate.ts'
import { withDatabase } from '../packages/server/db/testing/test-database.ts'
import { generatedFiles } from './generated.ts'
import { fromRoot } from './root.ts'

/** Run with the address of a fresh, migrated database. */
async function withMigrated(serverUrl: string, work: (url: string) => Promise<void>): Promise<void> {
  const name = `laisee_gen_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    await admin.query(`create database ${name}`)
    const url = withDatabase(serverUrl, name)
    await migrate(url)
    await work(url)
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
}

async function writeAll(url: string): Promise<void> {
  for (const { path, print } of generatedFiles) {
    const text = await print(url)
    const kept = await readFile(fromRoot(path), 'utf8').catch(() => '')
    if (kept !== text) {
      await mkdir(dirname(fromRoot(path)), { recursive: true })
      await writeFile(fromRoot(path), text)
    }
    console.log(`${kept === text ? 'same' : 'written'}  ${path}`)
  }
}

const given = process.env.LAISEE_TEST_DATABASE_URL
if (given) await withMigrated(given, writeAll)
else {
  const folder = await mkdtemp(join(tmpdir(), 'laisee-gen-'))
  const database = await startEmbedded({ dataDir: join(folder, 'data') })
  try {
    await withMigrated(database.url, writeAll)
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
