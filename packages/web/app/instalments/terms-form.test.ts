import { expect, test } from 'vitest'
import { freshTerms, readTerms, type TermsDraft } from './terms-form.ts'

/** A Sunday. */
const now = Date.UTC(2026, 10, 22, 3)
const read = (draft: Partial<TermsDraft>, left = 100_000n) =>
  readTerms({ ...freshTerms, ...draft }, { left, now })

test('all that is left is parted to the fen, from a working day in a week on', () => {
  const reading = read({})
  expect(reading.parts.map(({ amount }) => amount)).toEqual([33_334n, 33_333n, 33_333n])
  expect(reading.parts[0]!.dueOn).toBe('2026-11-30')
  expect(reading.body?.parts).toHaveLength(3)
  expect(reading.sum).toBe(100_000n)
})

test('a day off is shown as it was asked for and moved to the next working day', () => {
  const [part] = read({ first: '2026-11-28', count: '1' }).parts
  expect(part).toEqual({ amount: 100_000n, askedOn: '2026-11-28', dueOn: '2026-11-30' })
})

test.each([
  ['yesterday', { first: '2026-11-21' }, 'instalment_days_out_of_bounds'],
  [
    'two parts on one day',
    {
      isOwn: true,
      own: [
        { amount: '500', day: '2026-12-01' },
        { amount: '500', day: '2026-12-01' },
      ],
    },
    'instalment_days_out_of_bounds',
  ],
  [
    'parts that are not the sum',
    { isOwn: true, own: [{ amount: '999.99', day: '2026-12-01' }] },
    'parts_not_the_total',
  ],
  ['too much interest', { withInterest: true, interest: '100' }, 'interest_above_law'],
] as const)('is not sent: %s', (_, draft, code) => {
  const reading = read(draft as Partial<TermsDraft>)
  expect(reading.refusal?.code).toBe(code)
  expect(reading.body).toBeUndefined()
})

test('nothing can be sent while an amount, a number of parts or a day is none', () => {
  for (const draft of [
    { total: '一千' },
    { total: '1000.01' },
    { count: '0' },
    { count: '37' },
    { isOwn: true, own: [] },
    { isOwn: true, own: [{ amount: '1000', day: '2026-02-30' }] },
    { isOwn: true, own: [{ amount: '', day: '2026-12-01' }] },
  ])
    expect(read(draft).body).toBeUndefined()
})

test('there is no interest unless it is written in', () => {
  expect(read({ interest: '5' }).body?.interest).toBe(0)
  const reading = read({ withInterest: true, interest: '5' })
  expect(reading.body?.interest).toBe(500)
  expect(reading.sum).toBe(100_500n)
})
