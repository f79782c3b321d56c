/** How much a database keeps: for tests of what keeps nothing. */

import type pg from 'pg'

/** How many rows each table holds. */
export async function rowsKept(sql: pg.Client): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const counts: string[] = []
  for (const { name } of rows) {
    const counted = await sql.query<{ count: string }>(`select count(*)::text as count from ${name}`)
    counts.push(`${name} ${counted.rows[0]!.count}`)
  }
  return counts
}
