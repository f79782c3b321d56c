import { expect, test } from 'vitest'
import { dayText } from './days.ts'

const today = '2026-11-22'

test('a day is named with its weekday, and with its year where that is another', () => {
  expect(dayText('2026-11-29', { language: 'zh', today })).toBe('11月29日（周日）')
  expect(dayText('2026-11-29', { language: 'zh', today, inList: true })).toBe('11月29日 周日')
  expect(dayText('2027-01-04', { language: 'zh', today })).toBe('2027年1月4日（周一）')
  expect(dayText('2026-11-29', { language: 'en', today })).toBe('Sun 29 Nov')
  expect(dayText('2027-01-04', { language: 'en', today })).toBe('Mon, 4 Jan 2027')
})
