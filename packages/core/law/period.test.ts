import chineseDays from 'chinese-days'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  chinaDateOf,
  endOfChinaDate,
  isChinaDate,
  startOfChinaDate,
} from './china-date.ts'
import { holidaysKnownUntil } from './holidays.ts'
import {
  daysLeft,
  enrichmentDeadline,
  instalmentsDeadline,
  legalDeadline,
  mistakeDeadline,
} from './legal-clocks.ts'
import { periodEndOf } from './period.ts'
import { holidayYears, restDay } from './rest-day.ts'

const at = (text: string) => Date.parse(text)

describe('days in China', () => {
  test('a moment belongs to the day it is there, wherever the phone is', () => {
    expect(chinaDateOf(at('2026-10-23T15:59:59Z'))).toBe('2026-10-23')
    expect(chinaDateOf(at('2026-10-23T16:00:00Z'))).toBe('2026-10-24')
    expect(chinaDateOf(at('2026-03-08T02:30:00-05:00'))).toBe('2026-03-08')
    expect(chinaDateOf(at('2026-11-01T01:30:00-04:00'))).toBe(chinaDateOf(at('2026-11-01T00:30:00-05:00')))
  })

  test('a day begins and ends at midnight in China', () => {
    expect(startOfChinaDate('2026-10-23')).toBe(at('2026-10-22T16:00:00Z'))
    expect(endOfChinaDate('2026-10-23')).toBe(at('2026-10-23T15:59:59.999Z'))
  })

  test('months end where they end', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2026-10-31', 4)).toBe('2027-02-28')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })

  test.each(['2026-02-30', '2026-13-01', '2026-1-1', '', '2026-02-29'])('%s is no day', (text) => {
    expect(isChinaDate(text)).toBe(false)
  })
})

describe('days off', () => {
  test('are those of every year’s notice, as chinese-days has them', () => {
    const differing: string[] = []
    let counted = 0
    for (let day = `${holidayYears[0]}-01-01`; day <= holidaysKnownUntil; day = addDays(day, 1)) {
      counted++
      if ((restDay(day) === 'work') !== chineseDays.isWorkday(day)) differing.push(day)
    }
    expect(counted).toBeGreaterThan(5_000)
    expect(differing).toEqual([])
  })

  test('nobody knows those of a year without a notice, nor the last days of December before it', () => {
    expect(restDay('2027-01-01')).toBe('unknown_year')
    expect(restDay('2026-12-28')).toBe('unknown_year')
    expect(restDay('2012-05-01')).toBe('unknown_year')
    expect(restDay('2026-12-25')).toBe('work')
  })
})

describe('a period', () => {
  test('does not count the day it starts on', () => {
    expect(periodEndOf('2026-03-02', { days: 1 }).lastDay).toBe('2026-03-03')
  })

  test('that ends on a day off ends on the next working day', () => {
    expect(periodEndOf('2026-07-03', { days: 90 })).toMatchObject({
      countedLastDay: '2026-10-01',
      lastDay: '2026-10-08',
      moved: 'rest_day',
      endsAt: endOfChinaDate('2026-10-08'),
    })
    expect(periodEndOf('2025-11-17', { days: 90 })).toMatchObject({
      countedLastDay: '2026-02-15',
      lastDay: '2026-02-24',
    })
  })

  test('that ends on a Saturday that is worked ends that day', () => {
    expect(periodEndOf('2026-07-12', { days: 90 })).toMatchObject({ lastDay: '2026-10-10', moved: 'no' })
  })

  test('that ends in a year without a notice keeps its counted day, and says so', () => {
    expect(periodEndOf('2026-10-05', { days: 90 })).toMatchObject({
      countedLastDay: '2027-01-03',
      lastDay: '2027-01-03',
      moved: 'unknown_year',
    })
  })

  test.each([
    ['mistake', '2026-01-12T02:00:00Z', '2026-04-13'],
    ['deceit', '2025-03-10T02:00:00Z', '2026-03-10'],
    ['enrichment', '2023-03-10T02:00:00Z', '2026-03-10'],
    ['judicial_confirmation', '2026-05-15T02:00:00Z', '2026-06-15'],
    ['sue_after_preservation', '2026-05-15T02:00:00Z', '2026-06-15'],
    ['ratification', '2026-05-12T02:00:00Z', '2026-06-11'],
    ['payment_order_objection', '2026-06-05T02:00:00Z', '2026-06-22'],
    ['enforcement', '2024-06-11T02:00:00Z', '2026-06-11'],
    ['rescission_outer', '2021-06-11T02:00:00Z', '2026-06-11'],
    ['enrichment_outer', '2006-06-11T02:00:00Z', '2026-06-11'],
  ] as const)('%s from %s ends on %s', (id, start, lastDay) => {
    expect(legalDeadline(id, at(start)).lastDay).toBe(lastDay)
  })

  test('of a mistake is over five years after the act, whenever it was noticed', () => {
    const sent = at('2021-06-11T02:00:00Z')
    expect(mistakeDeadline(sent, at('2026-06-01T02:00:00Z')).lastDay).toBe('2026-06-11')
    expect(mistakeDeadline(sent, at('2021-07-01T02:00:00Z')).lastDay).toBe('2021-09-29')
  })

  test('of unjust enrichment begins anew with a request, and with instalments on the last', () => {
    const noticed = at('2023-03-10T02:00:00Z')
    expect(enrichmentDeadline(noticed, at('2023-06-12T02:00:00Z')).lastDay).toBe('2026-06-12')
    expect(enrichmentDeadline(noticed, at('2023-01-01T02:00:00Z')).lastDay).toBe('2026-03-10')
    expect(instalmentsDeadline('2023-06-12').lastDay).toBe('2026-06-12')
  })

  test('tells the days that are left', () => {
    const end = legalDeadline('mistake', at('2026-01-12T02:00:00Z'))
    expect(daysLeft(end, at('2026-04-13T15:00:00Z'))).toBe(0)
    expect(daysLeft(end, at('2026-04-13T16:00:00Z'))).toBe(-1)
  })
})
