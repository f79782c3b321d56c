import { describe, expect, test } from 'vitest'
import { listedStatements } from '../packages/server/db/statement.ts'
import { loadStatements } from '../scripts/describe-statements.ts'
import { keyProblems } from './statements/keys.ts'
import { mannerProblems } from './statements/manners.ts'
import { clockStatements, spreadStatements } from './statements/spread.ts'

const files = await loadStatements()
const statements = listedStatements()

describe('every statement keeps the manners of the house: columns named, no clock, no dice, lower case', () => {
  test.each(statements.map((statement) => [statement.name, statement.text]))('%s', (name, text) => {
    expect(mannerProblems(text, { clock: name in clockStatements })).toEqual([])
  })
})

describe('every statement stays with its distribution keys, or says why it may ask every node', () => {
  test.each(statements.map((statement) => [statement.name, statement.text]))('%s', (name, text) => {
    const problems = keyProblems(text)
    if (name in spreadStatements)
      expect(problems, `${name} needs no place in spread.ts any more`).not.toEqual([])
    else expect(problems).toEqual([])
  })
})

test('the lists of exceptions name only statements that exist', () => {
  const names = statements.map((statement) => statement.name)
  expect(
    [...Object.keys(spreadStatements), ...Object.keys(clockStatements)].filter(
      (name) => !names.includes(name),
    ),
  ).toEqual([])
})

test('every file of statements is loaded', () => {
  expect(files.length).toBeGreaterThan(5)
  expect(statements.length).toBeGreaterThan(files.length)
})
