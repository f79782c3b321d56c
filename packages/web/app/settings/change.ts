/** A change of one's settings, and what it is put back to. Pure. */

import type { Ask } from '@laisee/client/client.ts'
import type { Me } from '../data/queries.ts'

export type Change = NonNullable<Ask<'changeMe'>['body']>

/** The settings of a change as they were before it. */
export function beforeOf(me: Me, change: Change): Change {
  const names = Object.keys(change) as (keyof Change)[]
  return Object.fromEntries(names.map((name) => [name, me[name]]))
}
