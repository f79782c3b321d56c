/**
 * Forget a member: who they are goes, for good; what their money did stays, under an id that names nobody any more. It
 * waits until nothing of theirs is open (core/erasure.ts), for what is open has another side.
 */

import { actorName, type Actor } from '@laisee/core/actor.ts'
import { decideForget, forgottenName, type OpenThing } from '@laisee/core/erasure.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { defaultCurrency } from '@laisee/core/money.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { forgetPacks } from '../evidence/read-packs.ts'
import { signOut } from '../keys/sign-out.ts'
import { lockWallet } from '../ledger/ledger.ts'
import { forgetEventsOf } from '../log/forget-events.ts'
import { resetPasskeys } from '../passkeys/change-passkeys.ts'
import { leaveGroup } from './change-group.ts'
import { externalIdsOf, removeExternalId } from './external-ids.ts'
import { clearMember, deleteBlocksOf, deleteContactsOf, deleteReadMarksOf, openOf } from './forget.sql.ts'
import { staysOf } from './groups.ts'
import { lockMemberRow } from './members.sql.ts'
import { tellMember } from './tell-member.ts'

export interface Forgotten {
  memberId: string
  at: Instant
  /** Events whose telling was emptied. */
  events: number
}

/** Forget them. Refuses `not_found`, `already_forgotten`, `still_open` with what is. Nobody can take it back. */
export async function forgetMember(tx: Tx, ask: { memberId: string; by: Actor }): Promise<Forgotten> {
  const { memberId } = ask
  // Groups come before the member in the order of locks; where it is refused their leaving is undone with it.
  for (const { groupId, until } of await staysOf(tx, memberId))
    if (until === null) await leaveGroup(tx, { groupId, memberId, by: ask.by })
  const member = await tx.one(lockMemberRow, memberId)
  if (!member) throw new RefusalError(refuse('not_found'))
  await lockWallet(tx, memberId, defaultCurrency)
  const at = await tx.now(member.changedAt)
  orThrow(decideForget({ forgottenAt: member.forgottenAt, open: await stillOpen(tx, memberId, at) }))
  await resetPasskeys(tx, { memberId, by: actorName(ask.by) })
  for (const { hostId, externalId } of await externalIdsOf(tx, memberId))
    await removeExternalId(tx, { hostId, externalId })
  await signOut(tx, { memberId, by: actorName(ask.by) })
  for (const statement of [deleteContactsOf, deleteBlocksOf, deleteReadMarksOf])
    await tx.run(statement, memberId)
  await forgetPacks(tx, memberId)
  await tx.run(clearMember, memberId, forgottenName, toIso(at))
  const data = { memberId, by: actorName(ask.by) }
  await tellMember(tx, memberId, { kind: 'member.forgotten', at, data })
  return { memberId, at, events: await forgetEventsOf(tx, memberId) }
}

async function stillOpen(tx: Tx, memberId: string, at: Instant): Promise<OpenThing[]> {
  const open: OpenThing[] = []
  for (const [thing, statement] of openOf)
    if ((await tx.one(statement, memberId, toIso(at))) !== undefined) open.push(thing)
  return open
}
