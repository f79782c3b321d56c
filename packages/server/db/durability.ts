/**
 * What was answered is on the disk. The server refuses to run on a database where that is not so, embedded or not:
 * such a one is quick and right until the first power cut, and then wrong about money.
 */

import pg from 'pg'

type Query = (sql: string) => Promise<{ rows: unknown[] }>

/**
 * What each setting must be, as this connection sees it. A commit may wait for more than the own disk (`remote_write`
 * and `remote_apply` wait for a standby besides, `local` for none): each of those flushes here before it answers.
 * Without full pages a torn write during a crash cannot be repaired from the log.
 */
const required: Record<string, readonly string[]> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'local', 'remote_write', 'remote_apply'],
}

/** Throw, naming the setting, unless a commit on this connection survives a power cut. */
export async function assertDurable(query: Query): Promise<void> {
  for (const [name, allowed] of Object.entries(required)) {
    const { rows } = await query(`show ${name}`)
    const setting = String(Object.values(rows[0] ?? {})[0])
    if (allowed.includes(setting)) continue
    throw new Error(
      `the database has ${name} = ${setting}: an answered payment could be lost in a power cut; set it to ${allowed[0]}`,
    )
  }
}

/** Look at the database at `url` before anything is built on it: throws where it could lose what was answered. */
export async function refuseUnlessDurable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await assertDurable((sql) => client.query(sql))
  } finally {
    await client.end()
  }
}
