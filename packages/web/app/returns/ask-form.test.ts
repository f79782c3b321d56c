import { expect, test } from 'vitest'
import { freshAsk, readAsk, type AskDraft, type AskFacts } from './ask-form.ts'

const facts: AskFacts = {
  product: 'transfer_now',
  isShared: false,
  sentAt: Date.UTC(2026, 10, 20, 3),
  received: 10_000n,
  left: 8_000n,
  isEveryone: false,
  now: Date.UTC(2026, 10, 22, 3),
  language: 'zh',
  textToEveryone: ({ sent, reason, day }) => `${sent} ${reason} ${day}`,
}
const read = (draft: Partial<AskDraft>, more: Partial<AskFacts> = {}) =>
  readAsk({ ...freshAsk, ...draft }, { ...facts, ...more })

test('all that is left is asked for within a week, in words written from the facts', () => {
  const reading = read({ cause: 'AC03' })
  expect(reading).toMatchObject({ amount: 8_000n, dueOn: '2026-11-29', isReady: true })
  expect(reading.text).toContain('¥100.00')
  expect(reading.text).toContain('这次只请你退回 ¥80.00')
})

test('nothing can be sent before somebody has said why', () => {
  expect(read({})).toMatchObject({ isReady: false, text: '' })
})

test('a part is at most what is left, and an amount too large needs to say by how much', () => {
  expect(read({ cause: 'AC03', part: true, amount: '80.01' })).toMatchObject({
    amountProblem: 'aboveLeft',
    isReady: false,
  })
  expect(read({ cause: 'AC03', part: true, amount: '八十' })).toMatchObject({ amountProblem: 'wrong' })
  expect(read({ cause: 'AC03', part: true, amount: '' })).toMatchObject({ isReady: false })
  expect(read({ cause: 'AM09' })).toMatchObject({ amountProblem: 'needsPart', isReady: false })
  const part = read({ cause: 'AM09', part: true, amount: '72' })
  expect(part).toMatchObject({ amount: 7_200n, isReady: true })
  expect(part.text).toContain('本来应是¥28.00')
})

test.each([
  ['2026-11-24', undefined],
  ['2026-11-25', '2026-11-25'],
  ['2026-12-22', '2026-12-22'],
  ['2026-12-23', undefined],
  ['2026-11-31', undefined],
  ['', undefined],
])('of one’s own last day %s comes %s', (ownDay, dueOn) => {
  expect(read({ cause: 'AC03', due: 'own', ownDay }).dueOn).toBe(dueOn)
})

test('one’s own words are kept, and neither a threat nor a blank can be sent', () => {
  expect(read({ cause: 'AC03', isOwnText: true, text: '麻烦退一下，谢谢。' })).toMatchObject({
    text: '麻烦退一下，谢谢。',
    isReady: true,
  })
  for (const text of ['再不退我就曝光你', '是误发：【发错的原因】。', '  '])
    expect(read({ cause: 'AC03', isOwnText: true, text }).isReady).toBe(false)
  expect(read({ cause: 'CUST' }).isReady).toBe(false)
})

test('to everyone it names nobody’s amount', () => {
  const reading = read({ cause: 'DUPL', part: true, amount: '1' }, { isEveryone: true })
  expect(reading).toMatchObject({ amount: 8_000n, isReady: true })
  expect(reading.text).toBe('2026年11月20日 11:00 这是重复发出的一笔 2026年11月29日')
})
