import { expect, test } from 'vitest'
import { isUnfinished, progressOf, type Plan } from './progress.ts'

test('what was undone or came back is no progress of a plan', () => {
  const part = (no: number, state?: string) => ({ no, amount: 100 * no, transfer: state ? { state } : null })
  const plan = { parts: [part(1, 'arrived'), part(2, 'undone'), part(3), part(4, 'undo')] }
  expect(isUnfinished({ ...plan, over: false } as unknown as Plan)).toBe(true)
  expect(isUnfinished({ ...plan, over: true } as unknown as Plan)).toBe(false)
  expect(progressOf(plan as unknown as Plan)).toEqual({ sent: 2, amount: 500 })
})
