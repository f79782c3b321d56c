import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listedStatements } from '../packages/server/db/statement.ts'
import { createTestDatabase, type TestDatabase } from '../packages/server/db/testing/test-database.ts'
import {
  describeStatements,
  loadStatements,
  type DescribedStatement,
} from '../scripts/describe-statements.ts'
import { keyProblems } from './statements/keys.ts'
import { mannerProblems } from './statements/manners.ts'
import { readWrittenTypes, typeProblems } from './statements/row-types.ts'
import { clockStatements, isNamed, spreadStatements } from './statements/spread.ts'

const files = await loadStatements()
const statements = listedStatements()

/** What a check says about every statement, with the statement's name. */
function problemsOf(check: (name: string, text: string) => string[]): string[] {
  return statements.flatMap(({ name, text }) => check(name, text).map((problem) => `${name} ${problem}`))
}

test('every file of statements is loaded', () => {
  expect(files.length).toBeGreaterThan(5)
  expect(statements.length).toBeGreaterThan(files.length)
})

test('every statement names its columns, reads no clock, rolls no dice and is in lower case', () => {
  expect(problemsOf((name, text) => mannerProblems(text, { clock: name in clockStatements }))).toEqual([])
})

describe('every statement stays with its distribution keys', () => {
  const listed = Object.keys(spreadStatements)

  test('or says why it may ask every node', () => {
    const excused = (name: string) => listed.some((entry) => isNamed(name, entry))
    expect(problemsOf((name, text) => (excused(name) ? [] : keyProblems(text)))).toEqual([])
  })

  test('and no exception is kept that nobody needs', () => {
    const needed = statements.filter(({ text }) => keyProblems(text).length > 0).map(({ name }) => name)
    expect(listed.filter((entry) => !needed.some((name) => isNamed(name, entry)))).toEqual([])
    const names = statements.map(({ name }) => name)
    expect(Object.keys(clockStatements).filter((name) => !names.includes(name))).toEqual([])
  })
})

describe('the types written beside a statement are what PostgreSQL takes and gives', () => {
  let database: TestDatabase
  let real: DescribedStatement[]

  beforeAll(async () => {
    database = await createTestDatabase()
    real = await describeStatements(database.url)
  })
  afterAll(() => database.drop())

  test('every parameter and every column, by name and kind', () => {
    const written = readWrittenTypes(files)
    const problems = real.flatMap((statement) => {
      const types = written.get(statement.name)
      const found = types ? typeProblems(statement, types) : ['has no types written beside it']
      return found.map((problem) => `${statement.name} ${problem}`)
    })
    expect(problems).toEqual([])
  })

  test('a wrong type is told by its parameter or column', () => {
    const statement = {
      name: 'a',
      parameters: ['text', 'bigint'],
      columns: [{ name: 'sent_at', type: 'bigint' }],
    }
    const problems = (parameters: string[], field: string, kind: string) =>
      typeProblems(statement, { parameters, columns: new Map([[field, kind]]) })
    expect(problems(['string', 'bigint'], 'sentAt', 'bigint')).toEqual([])
    expect(problems(['bigint', 'bigint'], 'sentAt', 'bigint')).toEqual(['$1 is text: string, not bigint'])
    expect(problems(['string', 'bigint'], 'sentAt', 'number')).toEqual([
      'sentAt is bigint: bigint, not number',
    ])
    expect(problems(['string', 'bigint'], 'at', 'bigint')).toEqual([
      'gives no at',
      'gives sentAt, which no field takes',
    ])
    expect(problems(['string'], 'sentAt', 'bigint')[0]).toBe('takes 2 parameters, 1 are written')
  })
})
