import { expect, test } from 'vitest'
import type { Approval } from './approvals-data.ts'
import { nextAfter, purseOfApproval } from './queue.ts'

const queue = ['tr_1', 'tr_2', 'tr_3'].map((sendId) => ({ sendId }) as Approval)

test('after a word comes the next in the queue, after the last the first, and nothing after the only one', () => {
  expect(nextAfter(queue, 'tr_1')).toBe('tr_2')
  expect(nextAfter(queue, 'tr_3')).toBe('tr_1')
  expect(nextAfter(queue, 'tr_9')).toBe('tr_1')
  expect(nextAfter(queue.slice(0, 1), 'tr_1')).toBeUndefined()
  expect(nextAfter([], 'tr_1')).toBeUndefined()
})

test('a rejected send goes back to the organisation, to the family member who gives, or to the minor', () => {
  const paidBy = (paidFromId: string | null, organisationId: string | null = null) =>
    purseOfApproval({ organisationId, send: { paidFromId } }, 'mem_mama')
  expect(paidBy('org_1', 'org_1')).toBe('organisation')
  expect(paidBy('mem_papa')).toBe('family')
  expect([paidBy('mem_mama'), paidBy(null)]).toEqual(['own', 'own'])
})
