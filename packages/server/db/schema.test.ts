import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccountKind, AccountState } from '@laisee/core/account.ts'
import { relations } from '@laisee/core/contact.ts'
import { undoLengths } from '@laisee/core/member.ts'
import { packetKinds, packetStates, type Audience, type SplitMethod } from '@laisee/core/packet.ts'
import { transferStates } from '@laisee/core/transfer.ts'
import { placements } from './distribution.ts'
import { migrate, readMigrations } from './migrate.ts'
import { printSchema } from './print-schema.ts'
import { createTestDatabase, withDatabase, type TestDatabase } from './testing/test-database.ts'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = await connect(database.url)
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

async function connect(url: string): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: url })
  await made.connect()
  return made
}

/** Run with an empty database that is gone afterwards. */
async function withEmptyDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const name = `laisee_${randomBytes(6).toString('hex')}`
  const admin = await connect(withDatabase(database.url, 'postgres'))
  try {
    await admin.query(`create database ${name}`)
    await work(withDatabase(database.url, name))
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
}

describe('the schema is ready to be spread over several nodes', () => {
  test('every table has its place, and every place its table', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    )
    expect(Object.keys(placements).sort()).toEqual(rows.map((row) => row.name).sort())
  })

  test('every primary key and unique index of a sharded table begins with its distribution key', async () => {
    const { rows } = await client.query<{ table: string; index: string; first: string }>(`
      select c.relname as table, i.indexrelid::regclass::text as index, a.attname as first
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and i.indisunique`)
    const astray = rows.filter((row) => {
      const placement = placements[row.table]
      return placement?.on === 'key' && placement.key !== row.first
    })
    expect(rows.length).toBeGreaterThan(20)
    expect(astray).toEqual([])
  })

  test('every table has a primary key, and no foreign key crosses distribution keys', async () => {
    const { rows } = await client.query<{ name: string; keys: string[] }>(`
      select c.relname as name, array_agg(k.contype::text) as keys
      from pg_class c
      left join pg_constraint k on k.conrelid = c.oid and k.contype in ('p', 'f')
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      group by c.relname`)
    expect(rows.filter((row) => row.keys.join() !== 'p')).toEqual([])
  })
})

/** The words of a type that has no list of its own: the compiler asks for each of them, and for no other. */
const wordsOf = <Word extends string>(words: Record<Word, true>) => Object.keys(words)

describe('the words of a state are the same in the rules and in the database', () => {
  test.each([
    ['packet_state_known', packetStates],
    ['packet_kind_known', packetKinds],
    ['packet_audience_known', wordsOf<Audience>({ member: true, members: true, group: true, link: true })],
    ['packet_split_known', wordsOf<SplitMethod>({ wechat: true, provable: true })],
    ['transfer_state_known', transferStates],
    [
      'account_kind_known',
      wordsOf<AccountKind>({ wallet: true, escrow: true, frozen: true, settlement: true, revenue: true }),
    ],
    ['account_state_known', wordsOf<AccountState>({ open: true, frozen: true })],
    ['contact_relation_known', relations],
    ['undo_length_offered', undoLengths.map(String)],
  ])('%s', async (law, words) => {
    const { rows } = await client.query<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [law],
    )
    const kept = [...rows[0]!.text.matchAll(/'(\w+)'|(?<=[[ ])(\d+)/g)].map(
      ([, word, number]) => word ?? number,
    )
    expect(kept).toEqual(words)
  })
})

describe('migrations', () => {
  test('twenty servers that start at once on an empty database all find it migrated', async () => {
    await withEmptyDatabase(async (url) => {
      const applied = await Promise.all(Array.from({ length: 20 }, () => migrate(url)))
      const migrations = (await readMigrations()).map((migration) => migration.no)
      expect(applied.filter((numbers) => numbers.length > 0)).toEqual([migrations])
      const fresh = await connect(url)
      expect(await printSchema(fresh)).toBe(await printSchema(client))
      await fresh.end()
    })
  })

  test('the printed schema makes the same schema again on an empty database', async () => {
    await withEmptyDatabase(async (url) => {
      const fresh = await connect(url)
      const printed = await printSchema(client)
      await fresh.query(printed)
      const bare = (text: string) => text.replaceAll(/[()]/g, '')
      expect(bare(await printSchema(fresh))).toBe(bare(printed))
      await fresh.end()
    })
  })

  test('a migration that was changed after it was applied stops the start', async () => {
    await withEmptyDatabase(async (url) => {
      await migrate(url)
      const fresh = await connect(url)
      await fresh.query(`update migration set checksum = 'another' where no = 1`)
      await expect(migrate(url)).rejects.toThrow('migration 1 was changed after it was applied')
      await fresh.query(`update migration set no = 9000 where no = 1`)
      await expect(migrate(url)).rejects.toThrow('start a newer version')
      await fresh.end()
    })
  })
})
