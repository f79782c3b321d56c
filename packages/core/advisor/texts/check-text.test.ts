import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkText, findingsMax } from './check-text.ts'
import { isCardNumber, isIdentityNumber } from './private-data.ts'

const underlined = (text: string) => checkText(text).map((it) => `${it.kind} ${text.slice(it.start, it.end)}`)

describe('the checker underlines', () => {
  test.each([
    ['再不退我就曝光你', 'threat 曝光你'],
    ['不还就让你好看', 'threat 让你好看'],
    ['我会闹到你单位', 'threat 闹到你单位'],
    ['后果自负', 'threat 后果自负'],
    ['I will expose you', 'threat I will expose'],
    ['Pay or else', 'threat or else'],
    ['你这是诈骗', 'false_accusation 你这是诈骗'],
    ['You are a thief', 'false_accusation You are a thief'],
    ['刚才那个红包是给医院的押金', 'invented_emergency 医院的押金'],
    ['这是救命钱', 'invented_emergency 救命钱'],
    ['It was the hospital deposit', 'invented_emergency hospital deposit'],
    ['那就算了', 'waiver 算了'],
    ['不用还了', 'waiver 不用还了'],
    ['你留着吧', 'waiver 你留着吧'],
    ['就当送你的', 'waiver 就当送你'],
    ['keep the money', 'waiver keep the money'],
    ['咱们这么多年交情', 'pressure 这么多年交情'],
    ['大家都看着呢', 'pressure 大家都看着'],
    ['请马上退', 'pressure 马上退'],
    ['return it immediately', 'pressure return it immediately'],
    ['两小时内转回', 'short_deadline 两小时内'],
    ['within 2 hours please', 'short_deadline within 2 hours'],
    ['退到我老婆的银行卡', 'other_account 退到我老婆的银行卡'],
    ['他的身份证是 11010519491231002X 没错', 'private_data 11010519491231002X'],
    ['打他电话 138-0013-8000', 'private_data 138-0013-8000'],
    ['卡号 6222 0212 3456 7890 128', 'private_data 6222 0212 3456 7890 128'],
    ['发到 someone@example.com', 'private_data someone@example.com'],
    ['他住北京市海淀区中关村大街27号', 'private_data 他住北京市海淀区中关村大街27号'],
  ])('%s', (text, finding) => {
    expect(underlined(text)).toEqual([finding])
  })

  test.each([
    ['１３８００１３８０００', 'private_data １３８００１３８０００'],
    ['就\u200b算\u200b了', 'waiver 算\u200b了'],
    ['I  WILL   Expose you', 'threat I  WILL   Expose'],
    ['😀😀曝光你😀', 'threat 曝光你'],
    ['𝟏算了', 'waiver 算了'],
  ])('what is hidden in width, case or unseen characters: %s', (text, finding) => {
    expect(underlined(text)).toEqual([finding])
  })
})

describe('the checker leaves alone', () => {
  test.each([
    '我打算了解一下',
    '这笔账结算了吗',
    '我不会曝光你',
    '不能就这么算了',
    'Please keep it unopened',
    'That is difficult for me',
    '订单号 4200001234202610231234567890',
    '编号 6222 0212 3456 7890 127',
    '请打 95017 或 110',
    '到期没有退回的，我会依法向人民法院提起诉讼',
    '请在 2026年10月30日 前退回，谢谢',
    '',
  ])('%s', (text) => {
    expect(underlined(text)).toEqual([])
  })
})

test('an identity number and a card are known by their check digits', () => {
  expect(isIdentityNumber('11010519491231002X')).toBe(true)
  expect(isIdentityNumber('110105194912310021')).toBe(false)
  expect(isIdentityNumber('110105194913310020')).toBe(false)
  expect(isCardNumber('4111111111111111')).toBe(true)
  expect(isCardNumber('4111111111111112')).toBe(false)
})

test('every finding says why, with the articles behind it', () => {
  const [waiver] = checkText('算了，送你了')
  expect(waiver).toMatchObject({ kind: 'waiver', doctrine: 'waiver', articles: ['civil_152'] })
})

describe('whatever the text', () => {
  test('every finding lies inside it, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        let last = 0
        for (const { start, end } of checkText(`${text}算了${text}`)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length * 2 + 2)
          last = start
        }
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    'a',
    '1',
    '1-',
    '算',
    '省',
    '北京市',
    '路',
    '路1',
    '就当',
    'a@',
    '@',
    'a.',
    '大家',
    '医院',
    '让你',
    '今天',
    ' ',
    '\u200b',
    '必须',
    'i will ',
    '\u0301',
    '😀',
    '算了',
    '你等',
    '转到',
  ])('a hundred thousand characters of %j take no longer than a reader would wait', (unit) => {
    const time = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length))
      const began = performance.now()
      const found = checkText(text)
      return { took: performance.now() - began, found: found.length }
    }
    time(10_000)
    const { took, found } = time(100_000)
    expect(found).toBeLessThanOrEqual(findingsMax)
    expect(took).toBeLessThan(2_000)
  })
})
