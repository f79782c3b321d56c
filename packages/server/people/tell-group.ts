/** Telling a group something: everybody who is in it hears, in the group's own sequence, under its row's lock. */

import type { EventKind } from '@laisee/core/events.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { lockGroupRow, updateGroup } from './groups.sql.ts'

/** Write an event of this group. Gives its moment: none before the group's last change. */
export async function tellGroup(
  tx: Tx,
  groupId: string,
  { kind, data }: { kind: EventKind; data: Record<string, unknown> },
): Promise<Instant> {
  const group = await tx.one(lockGroupRow, groupId)
  if (!group) throw new Error(`no group ${groupId} to tell of ${kind}`)
  const at = await tx.now(group.changedAt)
  const seq = group.eventCount + 1n
  await tx.run(updateGroup, groupId, group.name, seq, toIso(at))
  await tell(tx, { sourceId: groupId, seq, kind, at, data: { groupId, ...data }, audience: [groupId] })
  return at
}
