import { describe, expect, test } from 'vitest'
import ical from 'ical.js'
import { advise } from '../advisor/advise.ts'
import { nothingKnown, type Situation } from '../advisor/situation.ts'
import { deadlinesOf } from '../words/advisor/deadlines.ts'
import { calendarText } from './calendar-file.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const toBusiness: Situation = {
  ...nothingKnown,
  platform: 'wechat',
  product: 'transfer_now',
  phase: 'claimed',
  sentAt: now - 86_400_000,
  amount: 50_000n,
  cause: 'wrong_person',
  relation: 'business',
}
const deadlines = (plan: ReturnType<typeof advise>, language: 'zh' | 'en' = 'zh') =>
  deadlinesOf(plan, language, { timeZone: 'Asia/Shanghai' })

describe('the deadlines of a plan as a calendar file', () => {
  test('a calendar program reads every one, on its last day in China', () => {
    const plan = advise(toBusiness, now)
    const all = deadlines(plan)
    const calendar = new ical.Component(ical.parse(calendarText(all, '误发：期限')) as unknown[])
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ical.Event(one))
    expect(events.map(({ uid }) => uid)).toEqual(all.map(({ uid }) => uid))
    const mistake = plan.clocks.find(({ id }) => id === 'mistake')!
    const event = events.find(({ uid }) => uid === 'clock-mistake@laisee')!
    expect(event.startDate.isDate).toBe(true)
    expect(event.startDate.toString()).toBe(mistake.lastDay)
    expect(event.summary).toBe('以发错为由请求撤销：90 天，不延长')
    expect(event.description).toContain('不知道哪天发现的，先按发出那天算')
    expect(event.component.getAllSubcomponents('valarm')).toHaveLength(2)
  })

  test('says what ends and on what ground in the reader’s language', () => {
    const mistake = deadlines(advise(toBusiness, now), 'en').find(
      ({ uid }) => uid === 'clock-mistake@laisee',
    )!
    expect(mistake.title).not.toMatch(/\p{Script=Han}/u)
    expect(mistake.says).toContain('art. 152 (When the right to rescind ends)')
  })

  test('what is over, or is now, has no entry', () => {
    const all = deadlines(advise({ ...toBusiness, sentAt: now - 400 * 86_400_000 }, now))
    expect(all.length).toBeGreaterThan(0)
    expect(all.every(({ at }) => at > now)).toBe(true)
    expect(all.map(({ uid }) => uid)).not.toContain('clock-mistake@laisee')
    const fraud = deadlines(advise({ ...nothingKnown, cause: 'deceived', sentAt: now - 60_000 }, now))
    expect(fraud.map(({ uid }) => uid)).toContain('clock-deceit@laisee')
    expect(fraud.map(({ uid }) => uid)).not.toContain('clock-stop_payment@laisee')
  })

  test('no deadline is no calendar', () => {
    expect(() => calendarText([], '误发：期限')).toThrow('there is no deadline to write')
  })
})
