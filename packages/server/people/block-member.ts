/** Blocking: nothing more comes from, or goes to, that member. They are not told. */

import { decideSomeoneElse } from '@laisee/core/contact.ts'
import { toIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { deleteBlock, insertBlock, readBlock, type BlockRow } from './blocks.sql.ts'
import { isMember, lockMember } from './members.ts'
import { tellMember } from './tell-member.ts'

export interface BlockAsk {
  ownerId: string
  memberId: string
}

/** Block a member. Asked again it changes nothing. What is already on its way stays on its way. */
export async function blockMember(tx: Tx, { ownerId, memberId }: BlockAsk): Promise<BlockRow> {
  await lockMember(tx, ownerId)
  const refusal = decideSomeoneElse(ownerId, { id: memberId, known: await isMember(tx, memberId) })
  if (refusal) throw new RefusalError(refusal)
  const at = await tx.now()
  const added = await tx.one(insertBlock, ownerId, memberId, toIso(at))
  if (!added) return (await tx.one(readBlock, ownerId, memberId))!
  await tellMember(tx, ownerId, { kind: 'block.added', at, data: { memberId } })
  return added
}

/** Lift a block. */
export async function unblockMember(tx: Tx, { ownerId, memberId }: BlockAsk): Promise<void> {
  await lockMember(tx, ownerId)
  const removed = await tx.one(deleteBlock, ownerId, memberId)
  if (!removed) throw new RefusalError(refuse('not_found'))
  const at = await tx.now(removed.createdAt)
  await tellMember(tx, ownerId, { kind: 'block.removed', at, data: { memberId } })
}
