import { describe, expect, test } from 'vitest'
import { hourMs, minuteMs } from './instant.ts'
import { periodsAt } from './wall-day.ts'

const at = (text: string) => Date.parse(text)
const iso = (moment: number) => new Date(moment).toISOString()
const dayOf = (zone: string, text: string) => {
  const { startsAt, endsAt } = periodsAt(zone, at(text)).day
  return [iso(startsAt), iso(endsAt)]
}

describe('a day', () => {
  test('in Shanghai begins at 16:00 UTC, and its last millisecond is still that day', () => {
    const day = ['2026-11-21T16:00:00.000Z', '2026-11-22T16:00:00.000Z']
    expect(dayOf('Asia/Shanghai', '2026-11-21T16:00:00.000Z')).toEqual(day)
    expect(dayOf('Asia/Shanghai', '2026-11-22T15:59:59.999Z')).toEqual(day)
    expect(dayOf('Asia/Shanghai', '2026-11-22T16:00:00.000Z')[0]).toBe(day[1])
  })

  test.each([
    ['Europe/Berlin', 'put forward', '2026-03-29T12:00:00Z', 23],
    ['Europe/Berlin', 'put back', '2026-10-25T12:00:00Z', 25],
    ['America/New_York', 'put forward', '2026-03-08T17:00:00Z', 23],
    ['America/New_York', 'put back', '2026-11-01T17:00:00Z', 25],
    ['Australia/Lord_Howe', 'put back by half an hour', '2026-04-05T03:00:00Z', 24.5],
    ['Asia/Kolkata', 'left alone', '2026-10-25T12:00:00Z', 24],
  ])('in %s, where the clock is %s, is as long as the clock makes it', (zone, _, noon, hours) => {
    const { day } = periodsAt(zone, at(noon))
    expect(day.endsAt - day.startsAt).toBe(hours * hourMs)
  })

  test('whose midnight is skipped begins at the first moment that has its date', () => {
    // In Cairo the clock goes from 24:00 to 01:00 on the last Friday of April.
    const { day } = periodsAt('Africa/Cairo', at('2026-04-24T10:00:00Z'))
    expect(iso(day.startsAt)).toBe('2026-04-23T22:00:00.000Z')
    expect(day.endsAt - day.startsAt).toBe(23 * hourMs)
  })

  test('asked from both sides of its end is never the same day', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'Asia/Kathmandu']) {
      const { day } = periodsAt(zone, at('2026-06-15T10:30:00Z'))
      expect(periodsAt(zone, day.endsAt - 1).day).toEqual(day)
      expect(periodsAt(zone, day.endsAt).day.startsAt).toBe(day.endsAt)
      expect(periodsAt(zone, day.startsAt).day).toEqual(day)
    }
  })
})

describe('a month', () => {
  test('runs from its first midnight to the next one’s', () => {
    const { month } = periodsAt('Asia/Shanghai', at('2026-02-16T00:00:00Z'))
    expect([iso(month.startsAt), iso(month.endsAt)]).toEqual([
      '2026-01-31T16:00:00.000Z',
      '2026-02-28T16:00:00.000Z',
    ])
  })

  test('goes over the end of a year, and knows a leap day', () => {
    const december = periodsAt('Asia/Shanghai', at('2026-12-31T15:59:59.999Z')).month
    expect(iso(december.endsAt)).toBe('2026-12-31T16:00:00.000Z')
    const february = periodsAt('UTC', at('2028-02-29T12:00:00Z')).month
    expect(february.endsAt - february.startsAt).toBe(29 * 24 * hourMs)
  })

  test('in which a clock is changed is longer or shorter by that', () => {
    const { month } = periodsAt('Europe/Berlin', at('2026-03-15T12:00:00Z'))
    expect(month.endsAt - month.startsAt).toBe(31 * 24 * hourMs - hourMs)
    expect(month.startsAt % minuteMs).toBe(0)
  })
})
