import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../packages/server/db/testing/test-database.ts'
import { generatedFiles } from '../scripts/generated.ts'
import { fromRoot } from '../scripts/root.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('a generated file says what its program would write now (npm run gen)', () => {
  test.each(generatedFiles.map((file) => [file.path, file] as const))('%s', async (path, file) => {
    const kept = await readFile(fromRoot(path), 'utf8').catch(() => '')
    expect(kept).toBe(await file.print(database.url))
  })
})
