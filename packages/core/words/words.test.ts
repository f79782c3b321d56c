import { describe, expect, test } from 'vitest'
import { refusalCodes, refuse } from '../refusals.ts'
import { en } from './en.ts'
import { sayRefusal, type Words } from './words.ts'
import { zh } from './zh.ts'

const shanghai = { timeZone: 'Asia/Shanghai' }
const fieldsOf = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{\{(\w+)(?:, (\w+))?\}\}/g)].map((match) => `${match[1]} ${match[2]}`)

describe.each([
  ['Chinese', zh, /[\u4e00-\u9fff].*。$/],
  ['English', en, /^[A-Z].*[.]$/],
] as [string, Words, RegExp][])('every "no" in %s', (_, words, sentence) => {
  test('has a sentence of its own that stands alone', () => {
    expect(Object.keys(words.refusals)).toEqual(refusalCodes)
    const said = refusalCodes.map((code) => words.refusals[code].says)
    expect(said.filter((says) => !sentence.test(says) || says.includes('{{'))).toEqual([])
    expect(new Set(said).size).toBe(refusalCodes.length)
  })

  test('puts in only what its notation knows', () => {
    const details = refusalCodes.map((code) => words.refusals[code].detail ?? '')
    expect(
      details.filter((detail) => /[{}]/.test(detail.replaceAll(/\{\{\w+(, (yuan|time|list))?\}\}/g, ''))),
    ).toEqual([])
  })
})

test('both languages tell the same facts', () => {
  const differing = refusalCodes.filter(
    (code) => fieldsOf(zh.refusals[code].detail).join() !== fieldsOf(en.refusals[code].detail).join(),
  )
  expect(differing).toEqual([])
})

describe('a refusal in words', () => {
  const tooLow = refuse('balance_too_low', { balance: 1_050, needed: 123_456 })

  test('tells amounts in yuan', () => {
    expect(sayRefusal(zh, tooLow, shanghai)).toBe('余额不足。余额 10.50 元，需要 1,234.56 元。')
    expect(sayRefusal(en, tooLow, shanghai)).toBe(
      'There is not enough money in the wallet. It holds ¥10.50; ¥1,234.56 is needed.',
    )
  })

  test('leaves out the facts it does not have', () => {
    expect(sayRefusal(en, refuse('balance_too_low'), shanghai)).toBe(
      'There is not enough money in the wallet.',
    )
    expect(sayRefusal(en, refuse('balance_too_low', { balance: 1 }), shanghai)).toBe(
      'There is not enough money in the wallet.',
    )
  })

  test("tells moments in the reader's own time, from a number or from the API", () => {
    const at = Date.parse('2026-02-16T16:30:05Z')
    const recalled = (decidedAt: number | string) =>
      sayRefusal(zh, refuse('already_recalled', { decidedAt }), shanghai)
    expect(recalled(at)).toBe('发送人已撤回。时间：2月17日 00:30:05。')
    expect(recalled('2026-02-16T16:30:05.000Z')).toBe(recalled(at))
    expect(sayRefusal(zh, refuse('already_recalled', { decidedAt: at }), { timeZone: 'UTC' })).toContain(
      '2月16日 16:30:05',
    )
  })

  test('names the fields at fault', () => {
    const errors = [
      { field: 'total', message: 'must be >= 1' },
      { field: 'count', message: 'must be integer' },
    ]
    expect(sayRefusal(en, refuse('invalid_request', { errors }), shanghai)).toContain(
      'total must be >= 1, count must be integer.',
    )
  })

  test('of a newer version is told as one that is not known', () => {
    expect(sayRefusal(zh, { code: 'constructor' as never, data: {} }, shanghai)).toBe(zh.unknown)
  })
})
