/** A member's own care: read with their sends, changed by themselves alone. */

import { decideCare, holdByCare, sameCare, type CareSettings } from '@laisee/core/care.ts'
import type { Hold } from '@laisee/core/hold.ts'
import { toIso } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { relationsWith, updateCare } from './care.sql.ts'
import { lockMember, readMember } from './members.ts'
import { tellMember } from './tell-member.ts'

/** What a member has set; `not_found` where there is none of that id. */
export async function readCare(tx: Tx, memberId: string): Promise<CareSettings> {
  const member = await readMember(tx, memberId)
  if (!member) throw new RefusalError(refuse('not_found'))
  return careOf(member)
}

/** Set all of a member's care. What is so already changes nothing and is told to nobody. */
export async function setCare(tx: Tx, memberId: string, asked: CareSettings): Promise<CareSettings> {
  const member = await lockMember(tx, memberId)
  const at = await tx.now(member.changedAt)
  const care = orThrow(decideCare(asked))
  if (sameCare(care, careOf(member))) return care
  await tx.run(updateCare, memberId, care.holdFrom, [...care.holdRelations], care.holdS, toIso(at))
  await tellMember(tx, memberId, { kind: 'member.care_changed', at, data: { memberId, ...care } })
  return care
}

/** The hold that a payer's own care asks for a send to these; contacts are read only where it looks at them. */
export async function ownHold(
  tx: Tx,
  payer: CareSettings & { id: string },
  { amount, recipientIds }: { amount: Amount; recipientIds: readonly string[] },
): Promise<Hold | undefined> {
  const looks = payer.holdRelations.length > 0 && recipientIds.length > 0
  const rows = looks ? await tx.run(relationsWith, payer.id, [...recipientIds]) : []
  return holdByCare(payer, { amount, relations: rows.map((row) => row.relation) })
}

function careOf({ holdFrom, holdRelations, holdS }: CareSettings): CareSettings {
  return { holdFrom, holdRelations, holdS }
}
