import { expect, it } from 'vitest'
import { dayMs, hourMs } from '@laisee/core/instant.ts'
import { bodyOf, emptyForm, problemsOf, untilOf, type FreezeForm } from './freeze-form.ts'

const now = Date.UTC(2026, 10, 22, 4)
const memberId = 'mem_01jd0000000000000000000000'
const form = (change: Partial<FreezeForm> = {}): FreezeForm => ({
  ...emptyForm,
  subjectId: memberId,
  amount: '88.00',
  note: '核实一笔付款',
  ...change,
})

it('a freeze is asked for as it was typed, and for as long as its basis allows where no end was', () => {
  expect(problemsOf(form(), now)).toEqual([])
  expect(untilOf(form(), now)).toBe(now + 7 * dayMs)
  expect(bodyOf(form({ reference: 'left over' }))).toEqual({
    kind: 'amount',
    subjectId: memberId,
    aboutId: null,
    amount: 8_800,
    basis: 'policy',
    reference: null,
    documentId: null,
    reason: 'suspected_fraud',
    note: '核实一笔付款',
    until: null,
  })
  expect(bodyOf(form({ kind: 'wallet' })).amount).toBeNull()
})

it.each<[string, Partial<FreezeForm>, string[]]>([
  ['a packet’s freeze with a member’s id', { kind: 'packet' }, ['subjectWrong']],
  ['an amount that is none', { amount: '一百' }, ['amountNeeded']],
  ['an order without number and document', { basis: 'court' }, ['referenceNeeded', 'documentNeeded']],
  ['no words for the frozen person', { note: ' ' }, ['noteNeeded']],
  ['an end that is over', { until: new Date(now - hourMs).toISOString() }, ['untilWrong']],
  ['an end beyond what the basis allows', { until: new Date(now + 8 * dayMs).toISOString() }, ['untilWrong']],
  ['a moment that is none', { until: 'soon' }, ['untilWrong']],
])('%s is not sent', (_, change, problems) => {
  expect(problemsOf(form(change), now)).toEqual(problems)
})
