/** How many of those who have a share gave it back, and how much of it all came back. Pure. */

import type { ReturnRequest } from './returns-data.ts'

type Person = { member: { id: string }; left: number; received: number }

/** `back` counts who has nothing of it left; `left` is what is asked for and may still come. */
export function sumOf(
  people: readonly Person[],
  requests: readonly Pick<ReturnRequest, 'open' | 'left'>[],
): { count: number; back: number; returned: number; left: number } {
  return {
    count: people.length,
    back: people.filter(({ left }) => left === 0).length,
    returned: people.reduce((so, { received, left }) => so + received - left, 0),
    left: requests.filter(({ open }) => open).reduce((so, { left }) => so + left, 0),
  }
}
