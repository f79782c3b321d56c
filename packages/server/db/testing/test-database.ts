/** A database of a test file's own, copied from the migrated template in some 50 ms. */

import { randomBytes } from 'node:crypto'
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

/** Make a fresh, migrated database. The caller drops it when its tests are done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.LAISEE_TEST_DATABASE_URL
  if (!server) throw new Error('tests run through vitest, whose global setup starts PostgreSQL')
  const name = `laisee_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name} template ${templateName}`)
  return {
    url: withDatabase(server, name),
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  }
}
