/** A change of a member's settings, by themselves or by an operator. */

import { actorName, type Actor } from '@laisee/core/actor.ts'
import { toIso } from '@laisee/core/instant.ts'
import { changedSettings, decideSettings, type MemberSettings } from '@laisee/core/member.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockMember } from './members.ts'
import { updateMember, type MemberRow } from './members.sql.ts'
import { tellMember } from './tell-member.ts'

export interface ChangeMemberAsk {
  memberId: string
  by: Actor
  asked: Partial<MemberSettings>
}

/** Change what is asked for and keep the rest. What is so already changes nothing and is told to nobody. */
export async function changeMember(tx: Tx, { memberId, by, asked }: ChangeMemberAsk): Promise<MemberRow> {
  const before = await lockMember(tx, memberId)
  const at = await tx.now(before.changedAt)
  const { name, photoUrl, timeZone, undoS, transferDelayS, quietFrom, quietUntil } = before
  const settings = { name, photoUrl, timeZone, undoS, transferDelayS, quietFrom, quietUntil }
  const after = orThrow(decideSettings(asked, settings))
  const changed = changedSettings(settings, after)
  if (Object.keys(changed).length === 0) return before
  const member = await tx.one(
    updateMember,
    memberId,
    after.name,
    after.photoUrl,
    after.timeZone,
    after.undoS,
    after.transferDelayS,
    after.quietFrom,
    after.quietUntil,
    toIso(at),
  )
  await tellMember(tx, memberId, {
    kind: 'member.changed',
    at,
    data: { memberId, changed, by: actorName(by) },
  })
  return member!
}
