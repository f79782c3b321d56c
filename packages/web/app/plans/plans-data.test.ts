import { expect, test } from 'vitest'
import { progressOf, type Plan } from './plans-data.ts'

test('what was undone or came back is no progress of a plan', () => {
  const part = (no: number, state?: string) => ({ no, amount: 100 * no, transfer: state ? { state } : null })
  const plan = { parts: [part(1, 'arrived'), part(2, 'undone'), part(3), part(4, 'undo')] }
  expect(progressOf(plan as unknown as Plan)).toEqual({ sent: 2, amount: 500 })
})
