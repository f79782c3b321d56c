import { expect, test } from 'vitest'
import { searchOf } from './search.ts'

test('a search in the address is asked as it stands there, days from their first to their last moment', () => {
  const from = new Date(2026, 9, 12).toISOString()
  const until = new Date(2026, 9, 14).toISOString()
  expect(
    searchOf({ q: ' 货款 ', state: 'open', kind: 'lucky', from: '2026-10-12', until: '2026-10-13' }),
  ).toEqual({
    text: '货款',
    state: 'open',
    kind: 'lucky',
    from,
    until,
  })
  expect(searchOf({ min: '1,000', max: '88.8' })).toEqual({ amountMin: 100_000, amountMax: 8_880 })
})

test('what is made up in the address asks for nothing', () => {
  expect(
    searchOf({ q: '  ', state: 'melted', kind: 'gift', sender: 'x', from: 'now', min: '-1', max: 'a' }),
  ).toEqual({})
})
