import { expect, test } from 'vitest'
import { freshAskBack, readAskBack, type AskBackDraft } from './ask-back-form.ts'

const read = (draft: Partial<AskBackDraft>, left: number | null = 5_000) =>
  readAskBack({ ...freshAskBack, ...draft }, left, 'zh')

test.each<[string, Partial<AskBackDraft>, number | null, object]>([
  ['nothing but a reason asks for all of it', {}, 5_000, { body: { cause: 'AC03', lang: 'zh' } }],
  ['a part is in fen', { amount: '12.50' }, 5_000, { body: { cause: 'AC03', lang: 'zh', amount: 1_250 } }],
  ['more than they have is not asked for', { amount: '50.01' }, 5_000, { problem: 'aboveLeft' }],
  ['what is no amount is not asked for', { amount: '十二' }, 5_000, { problem: 'wrong' }],
  ['nothing at all is not asked for', { amount: '0' }, 5_000, { problem: 'wrong' }],
  ['too much needs by how much', { cause: 'AM09' }, 5_000, { problem: 'needsPart' }],
  ['of several it is all of each', { amount: '1' }, null, { body: { cause: 'AC03', lang: 'zh' } }],
  [
    'a day and one’s own words go along',
    { dueOn: '2026-11-30', message: ' 请退回 ' },
    5_000,
    { body: { cause: 'AC03', lang: 'zh', dueOn: '2026-11-30', message: '请退回' } },
  ],
])('%s', (_, draft, left, expected) => {
  expect(read(draft, left)).toEqual(expected)
})
