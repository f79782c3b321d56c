import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../packages/server/db/testing/test-database.ts'
import { generatedFiles } from '../scripts/generated.ts'
import { fromRoot } from '../scripts/root.ts'

let database: TestDatabase

/** The first line where the kept file and the new one differ: the whole of two long files helps nobody. */
function firstDifference(
  kept: string,
  made: string,
): { line: number; kept?: string; made?: string } | undefined {
  if (kept === made) return undefined
  const [before, after] = [kept.split('\n'), made.split('\n')]
  const at = after.findIndex((line, i) => line !== before[i])
  const index = at < 0 ? after.length : at
  return { line: index + 1, kept: before[index], made: after[index] }
}

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('a generated file says what its program would write now (npm run gen)', () => {
  test.each(generatedFiles.map((file) => [file.path, file] as const))('%s', async (path, file) => {
    const kept = await readFile(fromRoot(path), 'utf8').catch(() => '')
    expect(firstDifference(kept, await file.print(database.url))).toBeUndefined()
  })
})
