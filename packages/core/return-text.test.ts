import { expect, it, test } from 'vitest'
import { returnCauses } from './return-request.ts'
import { composeReturnReminder, composeReturnText, wrongInText, type ReturnTextFacts } from './return-text.ts'

const facts: ReturnTextFacts = {
  product: 'lucky',
  isShared: true,
  received: 8_800n,
  asked: 8_800n,
  cause: 'AC03',
  sentAt: Date.UTC(2026, 8, 1, 3),
  today: '2026-09-02',
  dueOn: '2026-09-09',
}

it('names what one claimer of a group has, not the whole packet', () => {
  expect(composeReturnText(facts, 'zh')).toContain('你领到 ¥88.00 的红包')
  expect(composeReturnText(facts, 'en')).toContain('of which you took ¥88.00')
})

it('asks for what was too much, and says what was meant', () => {
  const wrongAmount = {
    ...facts,
    product: 'transfer_now',
    isShared: false,
    cause: 'AM09',
    asked: 7_920n,
  } as const
  expect(composeReturnText(wrongAmount, 'zh')).toContain('本来应是¥8.80')
  expect(composeReturnText(wrongAmount, 'zh')).toContain('退回多付的 ¥79.20')
})

it('says so where only a part is asked for', () => {
  expect(composeReturnText({ ...facts, asked: 100n }, 'zh')).toContain('这次只请你退回 ¥1.00')
})

test.each(returnCauses.flatMap((cause) => [[cause, 'zh'] as const, [cause, 'en'] as const]))(
  'of cause %s in %s it stands up to its own check, or leaves a blank for what nobody can know',
  (cause, language) => {
    for (const compose of [composeReturnText, composeReturnReminder]) {
      const { findings, blanks } = wrongInText(compose({ ...facts, cause }, language))
      expect(findings).toEqual([])
      expect(blanks.length).toBeLessThanOrEqual(1)
    }
  },
)

it('who asks for an organisation says so first, in words that may be sent', () => {
  for (const language of ['zh', 'en'] as const) {
    const text = composeReturnText({ ...facts, organisationName: '山海公司' }, language)
    expect(text.indexOf('山海公司')).toBeLessThan(30)
    expect(text.endsWith(composeReturnText(facts, language))).toBe(true)
    expect(wrongInText(text)).toEqual({ findings: [], blanks: [] })
  }
})
