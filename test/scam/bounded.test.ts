/** Time is bounded: hostile texts are doubled and the steps counted, and the longest of each is read to its end. */

import { describe, expect, test } from 'vitest'
import { checkScam, scamTextMax } from '@laisee/core/scam/check-scam.ts'

const hostile: readonly (readonly [string, string])[] = [
  ['one word over and over', '验证码'],
  ['the first part of many phrases', '转'],
  ['whole phrases', '把验证码发给我，'],
  ['phrases that chain', '收钱转给你'],
  ['negations', '别'],
  ['words that negate nothing', '别担心'],
  ['warnings', '骗子'],
  ['dots', 'a.'],
  ['hosts', 'a.cn '],
  ['hosts without spaces', 'a.cn,'],
  ['schemes', 'http://'],
  ['code', 'javascript:a'],
  ['percent signs', '%25'],
  ['an address that goes on', 'https://a.com/%2525'],
  ['punycode', 'xn--a.'],
  ['at signs', '@a'],
  ['brackets', '[.]'],
  ['slashes', '/'],
  ['dashes', '-a'],
  ['digits', '1'],
  ['numbers', '13800000000 '],
  ['a number in punctuation', '4-0.0 '],
  ['invisible characters', '\u200b'],
  ['marks upon marks', 'a\u0301\u0301'],
  ['letters that stand for many', '\ufdfa'],
  ['emoji', '👨‍👩‍👧‍👦'],
  ['full width', 'ｗｅｉｘｉｎ．ｃｏｍ　'],
  ['half characters', '\ud83e'],
  ['mixed scripts', 'wеіхіn微信ウェ'],
]

function stepsOf(text: string): number {
  const steps = { count: 0 }
  checkScam({ text }, { steps })
  return steps.count
}

describe('a hostile text', () => {
  test.each(hostile)('of %s takes no more than twice the steps at twice the length', (_, unit) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length))
    const once = stepsOf(text)
    expect(stepsOf(text + text)).toBeLessThanOrEqual(2.1 * once + 500)
    expect(once).toBeLessThan(40 * text.length + 500)
  })

  test.each(hostile)(
    'of %s is answered at full length',
    (_, unit) => {
      const text = unit.repeat(Math.ceil(scamTextMax / unit.length)).slice(0, scamTextMax)
      expect(checkScam({ text }).advice.length).toBeGreaterThan(0)
      expect(checkScam({ text, kind: 'link' }).advice.length).toBeGreaterThan(0)
      expect(checkScam({ text, kind: 'phone' }).advice.length).toBeGreaterThan(0)
    },
    20_000,
  )
})
