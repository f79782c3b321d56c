/**
 * One embedded PostgreSQL for a whole test run, with a migrated template database that each file copies.
 * A run inside another (LAISEE_TEST_DATABASE_URL) uses the one that is there.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../embedded/start-embedded.ts'
import { migrate } from '../migrate.ts'
import { templateName, withDatabase } from './test-database.ts'

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.LAISEE_TEST_DATABASE_URL) {
    await makeTemplate(process.env.LAISEE_TEST_DATABASE_URL)
    return undefined
  }
  const folder = await mkdtemp(join(tmpdir(), 'laisee-test-'))
  const database = await startEmbedded({
    dataDir: join(folder, 'data'),
    settings: { max_connections: '300' },
  })
  process.env.LAISEE_TEST_DATABASE_URL = database.url
  await makeTemplate(database.url)
  return async () => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    await client.query(`drop database if exists ${templateName} with (force)`)
    await client.query(`create database ${templateName}`)
    await migrate(withDatabase(url, templateName))
  } finally {
    await client.end()
  }
}
