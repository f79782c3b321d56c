/**
 * The schema as it stands, printed from PostgreSQL's own catalogs: tables by name, with their columns, laws, indexes
 * and triggers. It is checked in as schema.sql, so that a migration shows what it makes in the same change; run on an
 * empty database, it makes the same schema again. Whatever the printer does not know stops it by name.
 */

import type pg from 'pg'

interface Table {
  oid: number
  name: string
  options: string[] | null
}

const unknownKinds = `
  select c.relkind::text || ' ' || c.relname as thing
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind not in ('r', 'i', 'S')
  union all
  select 'type ' || t.typname
  from pg_type t
  where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd', 'r', 'm')
  union all
  select 'sequence ' || c.relname
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
`

const listTables = `
  select c.oid, c.relname as name, c.reloptions as options
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  order by c.relname collate "C"
`

const listFunctions = `
  select pg_get_functiondef(p.oid) as text
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace
  order by p.proname collate "C", pg_get_function_identity_arguments(p.oid)
`

const listColumns = `
  select
    quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
      || case
           when a.attstorage = t.typstorage then ''
           when a.attstorage = 'p' then ' storage plain'
           when a.attstorage = 'e' then ' storage external'
           when a.attstorage = 'm' then ' storage main'
           else ' storage extended'
         end
      || case when a.attcollation not in (0, t.typcollation) then ' collate ' || quote_ident(c.collname) else '' end
      || case
           when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
           when a.attgenerated = 'v' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
           when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid)
           else ''
         end
      || case when a.attnotnull then ' not null' else '' end as text
  from pg_attribute a
  join pg_type t on t.oid = a.atttypid
  left join pg_collation c on c.oid = a.attcollation
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
  order by a.attnum
`

/** A check that spares the rows of before holds for every new one, and an empty database has none to spare. */
const listConstraints = `
  select 'constraint ' || quote_ident(conname) || ' ' || regexp_replace(pg_get_constraintdef(oid), ' NOT VALID$', '') as text, contype = 'f' as foreign
  from pg_constraint
  where conrelid = $1 and contype in ('p', 'u', 'c', 'x', 'f')
  order by array_position(array['p', 'u', 'x', 'c', 'f'], contype::text), conname collate "C"
`

const listIndexes = `
  select pg_get_indexdef(i.indexrelid) as text
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  where i.indrelid = $1 and not exists (select 1 from pg_constraint where conindid = i.indexrelid)
  order by c.relname collate "C"
`

const listTriggers = `
  select pg_get_triggerdef(oid) as text
  from pg_trigger
  where tgrelid = $1 and not tgisinternal
  order by tgname collate "C"
`

const heading = `-- The schema after every migration, printed from PostgreSQL's catalogs by \`npm run gen\`.
-- A change to it is a migration in migrations/; this file only shows what the migrations make.`

/** Print the schema of the database this client is connected to, as SQL that makes it again. */
export async function printSchema(client: pg.ClientBase): Promise<string> {
  const unknown = await texts(client, unknownKinds, 'thing')
  if (unknown.length > 0)
    throw new Error(`schema.sql cannot show ${unknown.join(', ')}: teach print-schema.ts first`)
  const functions = (await texts(client, listFunctions)).map((text) => `${text.trimEnd()};`)
  const { rows: tables } = await client.query<Table>(listTables)
  const parts = [heading, ...functions]
  const foreign: string[] = []
  for (const table of tables) parts.push(await printTable(client, table, foreign))
  return `${[...parts, ...foreign].join('\n\n')}\n`
}

async function printTable(client: pg.ClientBase, table: Table, foreign: string[]): Promise<string> {
  const { rows } = await client.query<{ text: string; foreign: boolean }>(listConstraints, [table.oid])
  for (const row of rows) if (row.foreign) foreign.push(`alter table ${table.name} add ${row.text};`)
  const laws = rows.filter((row) => !row.foreign).map((row) => row.text)
  const lines = [...(await texts(client, listColumns, 'text', [table.oid])), ...laws]
  const storage = table.options === null ? '' : ` with (${table.options.join(', ')})`
  const after = [
    ...(await texts(client, listIndexes, 'text', [table.oid])),
    ...(await texts(client, listTriggers, 'text', [table.oid])),
  ]
  const create = `create table ${table.name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)${storage};`
  return [create, ...after.map((text) => `${text};`)].join('\n')
}

async function texts(
  client: pg.ClientBase,
  sql: string,
  column = 'text',
  values: unknown[] = [],
): Promise<string[]> {
  const { rows } = await client.query<Record<string, string>>(sql, values)
  return rows.map((row) => row[column]!)
}
