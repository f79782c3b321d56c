import { describe, expect, test } from 'vitest'
import { ownReasons, type ReasonCode } from '../../guard/rule.ts'
import { signalCodes } from '../../guard/signal.ts'
import { sayPossible } from './possible.ts'
import { reasonTexts } from './reasons.ts'
import { sayReason } from './say-reason.ts'

const reading = { timeZone: 'Asia/Shanghai' }
const codes: ReasonCode[] = [...signalCodes, ...ownReasons]

describe('every reason', () => {
  test.each(codes)('%s is said in both languages, with the same fields', (code) => {
    const fields = (text: string) =>
      [...text.matchAll(/\{\{(\w+)/g)].map(([, field]) => field!).sort((a, b) => (a < b ? -1 : 1))
    const zh = reasonTexts.zh[code]
    const en = reasonTexts.en[code]
    expect(en.length).toBe(zh.length)
    if (code === 'by_rule') return
    expect(en.map(fields)).toEqual(zh.map(fields))
  })

  test.each(codes)('%s that refuses says what would be possible instead', (code) => {
    const [zh, en] = [sayPossible('zh', [{ code }]), sayPossible('en', [{ code }])]
    expect([zh.length, en.length]).toEqual([1, 1])
    expect(zh[0]).toMatch(/可以|就能/)
    expect(en[0]).toMatch(/can|ask/)
  })

  test('what several reasons leave possible is said once', () => {
    expect(sayPossible('en', [{ code: 'same_name' }, { code: 'first_payee' }, { code: 'by_rule' }])).toEqual([
      'You can check with them first, or choose the payee anew.',
      'It is a rule of the organisation: ask an administrator to approve it or to change the rule.',
    ])
  })

  test('says who and how much, and leaves out what nobody knows', () => {
    const data = { name: '彩虹', otherLastPaidAt: '2026-02-07T08:00:00.000Z', lastPaidAt: null }
    expect(sayReason('zh', { code: 'same_name', data }, reading)).toBe(
      '你认识两个“彩虹”，平时付的是另一位（上次 2026年2月7日）。这次要付的是没付过的这位吗？',
    )
    expect(sayReason('en', { code: 'first_payee', data: { name: null } }, reading)).toBe(
      'This is the first time you pay them.',
    )
  })

  test('an extra zero is asked about, and softly where the sum says something', () => {
    const data = { amount: 1_100_000, usual: 110_000, meaning: null }
    expect(sayReason('zh', { code: 'extra_zero', data }, reading)).toBe(
      '平时是 ¥1,100.00 左右，这次是 ¥11,000.00，多了一个零？',
    )
    expect(
      sayReason(
        'en',
        { code: 'extra_zero', data: { amount: 52_000, usual: 5_200, meaning: 'love' } },
        reading,
      ),
    ).toBe('It is usually about ¥52.00, and this is ¥520.00. If that is what you mean, send it.')
  })

  test('a rule of one’s own is said in its own words; a code nobody knows is said to be that', () => {
    const byRule = { code: 'by_rule', data: { zh: '大额都要确认', en: 'large sums are confirmed' } } as const
    expect(sayReason('zh', byRule, reading)).toBe('大额都要确认。')
    expect(sayReason('en', byRule, reading)).toBe('large sums are confirmed.')
    expect(sayReason('en', { code: 'moonlight' as ReasonCode, data: {} }, reading)).toMatch(/does not know/)
  })
})
