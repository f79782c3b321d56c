/** When a "no" settles what was asked, so that the next press is a new one under a new key. Pure. */

import { RefusalError } from '@laisee/client/client.ts'

/** These say nothing about an earlier attempt whose answer was lost, and a fault not even about this one. */
const saysNothingOfEarlier: ReadonlySet<string> = new Set([
  'unauthenticated',
  'unavailable',
  'internal',
  'too_many_requests',
])

/** Whether it is a "no" that settles what was asked; after any other failure it may have happened. */
export function isFinalNo(error: unknown): error is RefusalError {
  return error instanceof RefusalError && !saysNothingOfEarlier.has((error as RefusalError).code)
}
