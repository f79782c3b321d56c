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
  const chain = (id: string) => ({ id, says: { zh: '', en: '' } })
  expect(purseOfApproval({ organisationId: 'org_1', chain: chain('default') })).toBe('organisation')
  expect(purseOfApproval({ organisationId: null, chain: chain('family-giver') })).toBe('family')
  expect(purseOfApproval({ organisationId: null, chain: chain('family-guardian') })).toBe('own')
})
