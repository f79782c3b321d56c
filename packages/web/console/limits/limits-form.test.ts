import { expect, it } from 'vitest'
import type { MemberLimits } from './limits-data.ts'
import { readLimits, textsOf } from './limits-form.ts'

const limit = (kind: string, operator: number | null, counted: number | null) => ({ kind, operator, counted })
const limits = {
  limits: [
    limit('share', null, null),
    limit('send', 50_000, null),
    limit('day', 100_000, 30_000),
    limit('month', null, 400_000),
  ],
} as unknown as MemberLimits
const texts = textsOf(limits)

it('begins with what the service has set, and changes nothing by itself', () => {
  expect(texts).toEqual({ share: '', send: '500.00', day: '1000.00', month: '' })
  expect(readLimits(texts, limits)).toEqual({ changes: {}, wrong: [], spent: [] })
})

it('asks for what is another sum, and lifts what is left empty', () => {
  const { changes } = readLimits({ ...texts, send: ' ', share: '88.80', day: '1,000.00' }, limits)
  expect(changes).toEqual({ share: 8_880, send: null })
})

it('says what is no sum, and where nothing would be left', () => {
  const read = readLimits({ ...texts, share: '五百', day: '300', month: '3999.99' }, limits)
  expect(read).toEqual({
    changes: { day: 30_000, month: 399_999 },
    wrong: ['share'],
    spent: ['day', 'month'],
  })
})
