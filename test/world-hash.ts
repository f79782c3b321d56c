/** Everything the database holds, as one text to compare: a hash over every row of every table. */

import type pg from 'pg'

/** The hash of each table but these, by name. */
export async function worldHash(sql: pg.Client, without: readonly string[] = []): Promise<string> {
  const { rows } = await sql.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const parts: string[] = []
  for (const { name } of rows.filter((row) => !without.includes(row.name))) {
    const hash = await sql.query<{ hash: string }>(
      `select coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as hash from ${name} r`,
    )
    parts.push(`${name} ${hash.rows[0]!.hash}`)
  }
  return parts.join('\n')
}
