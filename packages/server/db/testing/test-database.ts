/** A database of a test file's own, copied from the migrated template in some 50 ms. */

import { randomBytes } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import pg from 'pg'

export const templateName = 'laisee_template'

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/(postgres(?:ql)?:\/\/[^/]*\/)([^?]*)/, (_, server: string) => `${server}${name}`)
}

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Connections that are saying goodbye are let go first: one that is cut then tells whoever no longer listens. */
async function dropDatabase(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    for (let times = 0; times < 20; times++) {
      const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name])
      if (rowCount === 0) break
      await rest(20)
    }
    await client.query(`drop database if exists ${name} with (force)`)
  } finally {
    await client.end()
  }
}

/** Make a fresh, migrated database. The caller drops it when its tests are done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.LAISEE_TEST_DATABASE_URL
  if (!server) throw new Error('tests run through vitest, whose global setup starts PostgreSQL')
  const name = `laisee_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name} template ${templateName}`)
  return {
    url: withDatabase(server, name),
    drop: () => dropDatabase(server, name),
  }
}
