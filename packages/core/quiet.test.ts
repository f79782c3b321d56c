import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { dayMs, minuteMs, toIso } from './instant.ts'
import { decideQuietHours, isQuietAt, quietProposed } from './quiet.ts'
import { isRefusal } from './refusals.ts'

const night = { quietFrom: '22:30', quietUntil: '07:30' }

describe('quiet hours', () => {
  const rows: [string, string, string, { quietFrom: string | null; quietUntil: string | null }, boolean][] = [
    ['begin with their first minute', '2026-02-16T22:30:00+08:00', 'Asia/Shanghai', night, true],
    ['have not begun a millisecond before', '2026-02-16T22:29:59.999+08:00', 'Asia/Shanghai', night, false],
    ['run over midnight', '2026-02-17T00:00:00+08:00', 'Asia/Shanghai', night, true],
    ['last to the end of their last minute', '2026-02-17T07:29:59.999+08:00', 'Asia/Shanghai', night, true],
    ['are over on the minute', '2026-02-17T07:30:00+08:00', 'Asia/Shanghai', night, false],
    ['are the reader’s own: morning in Berlin', '2026-02-17T00:30:00+08:00', 'Europe/Berlin', night, false],
    ['are the reader’s own: night in Berlin', '2026-02-17T09:00:00+08:00', 'Europe/Berlin', night, true],
    [
      'may lie within a day',
      '2026-02-16T13:10:00+08:00',
      'Asia/Shanghai',
      { quietFrom: '13:00', quietUntil: '14:00' },
      true,
    ],
    [
      'within a day leave midnight alone',
      '2026-02-16T00:10:00+08:00',
      'Asia/Shanghai',
      { quietFrom: '13:00', quietUntil: '14:00' },
      false,
    ],
    [
      'are none where nobody asked',
      '2026-02-16T03:00:00+08:00',
      'Asia/Shanghai',
      { quietFrom: null, quietUntil: null },
      false,
    ],
    [
      'end an hour of real time earlier where clocks go forward',
      '2026-03-29T05:30:00Z',
      'Europe/Berlin',
      night,
      false,
    ],
    ['on the day before last until then', '2026-03-28T05:30:00Z', 'Europe/Berlin', night, true],
    [
      'hold through the hour that comes twice',
      '2026-10-25T00:30:00Z',
      'Europe/Berlin',
      { quietFrom: '02:00', quietUntil: '03:00' },
      true,
    ],
    [
      'and the second time as well',
      '2026-10-25T01:30:00Z',
      'Europe/Berlin',
      { quietFrom: '02:00', quietUntil: '03:00' },
      true,
    ],
    ['follow a zone of three quarters of an hour', '2026-02-16T16:45:00Z', 'Asia/Kathmandu', night, true],
  ]
  test.each(rows)('%s', (_, at, timeZone, hours, quiet) => {
    expect(isQuietAt(Date.parse(at), { ...hours, timeZone })).toBe(quiet)
  })

  test('and the same hours the other way round are never quiet together, and one of them always is', () => {
    const minute = fc.integer({ min: 0, max: 1439 }).map((n) => toIso(n * minuteMs).slice(11, 16))
    const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu')
    const at = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-01-01') + 400 * dayMs })
    fc.assert(
      fc.property(minute, minute, zone, at, (from, until, timeZone, moment) => {
        fc.pre(from !== until)
        const quiet = (quietFrom: string, quietUntil: string) =>
          isQuietAt(moment, { quietFrom, quietUntil, timeZone })
        return quiet(from, until) !== quiet(until, from)
      }),
    )
  })
})

describe('as a setting they', () => {
  test('are kept as they were asked for', () => {
    expect(decideQuietHours(quietProposed)).toEqual(night)
    expect(decideQuietHours({ quietFrom: null, quietUntil: null })).toEqual({
      quietFrom: null,
      quietUntil: null,
    })
  })

  test.each([
    ['24:00', '07:00', 'quietFrom'],
    ['7:00', '08:00', 'quietFrom'],
    ['22:30:00', '07:00', 'quietFrom'],
    ['２２:30', '07:00', 'quietFrom'],
    ['', null, 'quietFrom'],
    ['22:30', '07:60', 'quietUntil'],
    ['22:30', null, 'quietUntil'],
    [null, '07:30', 'quietFrom'],
    ['22:30', '22:30', 'quietUntil'],
  ])('are refused from %s until %s, with the field at fault', (quietFrom, quietUntil, field) => {
    const decision = decideQuietHours({ quietFrom, quietUntil })
    expect(isRefusal(decision) && decision.data.errors).toMatchObject([{ field }])
  })
})
