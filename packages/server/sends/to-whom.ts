/** Whom a send is for, in what people call them: one member, several, a group with its head count at the send, a link. */

import type { Audience } from '@laisee/core/packet.ts'
import type { Tx } from '../db/db.ts'
import { recipientsOfEach } from '../packets/look-up.ts'
import { groupsById, headCountsAt } from '../people/read-groups.ts'
import type { SendRow } from '../approvals/waiting-send.ts'

/** An exclusive packet is for its one `member`, with the group it is shown in beside it. */
export interface ToWhom {
  audience: Audience
  memberIds: readonly string[]
  /** The group as it is called now, with how many were in it when it was sent. */
  group: { id: string; name: string; members: number } | null
}

/** Whom each of these sends is for, by the id of the send. */
export async function toWhom(tx: Tx, sends: readonly SendRow[]): Promise<Map<string, ToWhom>> {
  const packets = sends.flatMap((send) => (send.kind === 'packet' ? [send.row] : []))
  const several = packets.filter(({ audience }) => audience === 'members').map(({ id }) => id)
  const named = await recipientsOfEach(tx, several)
  const inGroups = packets.flatMap(({ id, groupId, sentAt }) =>
    groupId === null ? [] : [{ id, groupId, at: sentAt }],
  )
  const counts = await headCountsAt(tx, inGroups)
  const groupIds = [...new Set(inGroups.map(({ groupId }) => groupId))]
  const groups = groupIds.length === 0 ? undefined : await groupsById(tx, groupIds)
  const groupOf = new Map(
    inGroups.map(({ id, groupId }, i) => [
      id,
      { id: groupId, name: groups?.get(groupId)?.name ?? groupId, members: counts[i] ?? 0 },
    ]),
  )
  return new Map(
    sends.map((send): [string, ToWhom] => {
      if (send.kind === 'transfer')
        return [send.row.id, { audience: 'member', memberIds: [send.row.payeeId], group: null }]
      const { id, audience, recipientId } = send.row
      const memberIds = recipientId === null ? (named.get(id) ?? []) : [recipientId]
      return [id, { audience, memberIds, group: groupOf.get(id) ?? null }]
    }),
  )
}
