import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runOn } from './open-tx.ts'
import { statement } from './statement.ts'
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts'

interface Seen {
  texts: string
  ints: string
  bigs: string
  jsons: string
}

/** What PostgreSQL itself says it was given. */
const sayArrays = statement<
  [texts: (string | null)[], ints: number[], bigs: bigint[], jsons: string[]],
  Seen
>(
  'test_say_arrays',
  `
  select to_json($1::text[])::text as texts, $2::int[]::text as ints, $3::bigint[]::text as bigs, to_json($4::json[])::text as jsons
  `,
)

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

async function said(
  texts: (string | null)[],
  ints: number[],
  bigs: bigint[],
  jsons: string[],
): Promise<Seen> {
  const [row] = await runOn(client, sayArrays, [texts, ints, bigs, jsons])
  return row!
}

test('whatever stands in an array of texts arrives as it was', async () => {
  const texts = ['', 'null', 'NULL', null, '"', '\\', '{a,b}', ' ', '红包🧧', "it's", 'a\nb', 'e\u0301']
  const seen = await said(texts, [], [], [])
  expect(JSON.parse(seen.texts)).toEqual(texts)
})

test('whole numbers arrive to the last digit, at both ends of their range', async () => {
  const seen = await said(
    [],
    [0, -1, 2_147_483_647, -2_147_483_648],
    [0n, -1n, 2n ** 63n - 1n, -(2n ** 63n)],
    [],
  )
  expect(seen.ints).toBe('{0,-1,2147483647,-2147483648}')
  expect(seen.bigs).toBe('{0,-1,9223372036854775807,-9223372036854775808}')
})

test('a number that its type cannot hold is refused before it is sent', async () => {
  await expect(said([], [2 ** 31], [], [])).rejects.toThrow(RangeError)
  await expect(said([], [], [2n ** 63n], [])).rejects.toThrow(RangeError)
})

test('JSON arrives as JSON', async () => {
  const things = [{ greeting: '恭喜 "发财" \\' }, [], null, { claims: [{ amount: 188 }] }]
  const seen = await said(
    [],
    [],
    [],
    things.map((thing) => JSON.stringify(thing)),
  )
  expect(JSON.parse(seen.jsons)).toEqual(things)
})

test('nothing arrives as nothing', async () => {
  expect(await said([], [], [], [])).toEqual({ texts: '[]', ints: '{}', bigs: '{}', jsons: '[]' })
})
