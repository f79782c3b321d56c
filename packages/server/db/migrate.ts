/**
 * Forward-only migrations: numbered .sql files, each applied once, in order, in one transaction under one lock.
 * Any number of servers may start at once: one migrates, the others wait and find it done. A file that changed
 * after it was applied stops the start.
 */

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

const folder = new URL('./migrations/', import.meta.url)
const migrationLock = 7_015_273_001

export interface Migration {
  no: number
  name: string
  text: string
  checksum: string
}

/** The migrations that ship with this version, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file, index) => {
      const no = Number(file.slice(0, 4))
      if (no !== index + 1) throw new Error(`migration ${file} is out of order`)
      const text = await readFile(new URL(file, folder), 'utf8')
      return { no, name: file.slice(5, -4), text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Bring the database at `url` up to this version. Gives the numbers that were applied now. */
export async function migrate(url: string): Promise<number[]> {
  const migrations = await readMigrations()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(${migrationLock})`)
    await client.query(
      'create table if not exists migration (no integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default clock_timestamp())',
    )
    const { rows } = await client.query<{ no: number; checksum: string }>(
      'select no, checksum from migration order by no',
    )
    const applied = await applyMissing(client, migrations, rows)
    await client.query('commit')
    return applied
  } finally {
    await client.end()
  }
}

async function applyMissing(
  client: pg.Client,
  migrations: Migration[],
  done: { no: number; checksum: string }[],
): Promise<number[]> {
  const known = new Map(migrations.map((migration) => [migration.no, migration]))
  for (const row of done) {
    const migration = known.get(row.no)
    if (!migration)
      throw new Error(
        `the database has migration ${row.no}, which this version does not know: start a newer version`,
      )
    if (migration.checksum !== row.checksum)
      throw new Error(`migration ${row.no} was changed after it was applied`)
  }
  const missing = migrations.filter((migration) => !done.some((row) => row.no === migration.no))
  for (const migration of missing) {
    await client.query(migration.text)
    await client.query('insert into migration (no, name, checksum) values ($1, $2, $3)', [
      migration.no,
      migration.name,
      migration.checksum,
    ])
  }
  return missing.map((migration) => migration.no)
}
