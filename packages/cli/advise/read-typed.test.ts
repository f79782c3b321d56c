import { expect, test } from 'vitest'
import { readTyped } from './read-typed.ts'

test.each([
  ['2026-02-17 20:08+08:00', Date.parse('2026-02-17T12:08:00Z')],
  [' 2026-02-17T20:08:09Z ', Date.parse('2026-02-17T20:08:09Z')],
  ['2026-02-17 20:08', new Date(2026, 1, 17, 20, 8).getTime()],
  ['2026-02-30 20:08', undefined],
  ['2026-02-17 25:08', undefined],
  ['昨天', undefined],
  ['', undefined],
])('a moment typed as %j is read as %s', (text, at) => {
  expect(readTyped(text)).toBe(at)
})
