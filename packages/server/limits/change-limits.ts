/** Changes of limits: a member's own, lowered at once and raised after a day; and whatever the operator or its staff set. */

import type { Actor } from '@laisee/core/actor.ts'
import type { AgeBand } from '@laisee/core/age.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { decideOwnLimit, limitKinds, type LimitKind, type LimitRule } from '@laisee/core/limits.ts'
import { timeZoneFrom } from '@laisee/core/member.ts'
import { fieldOr } from '@laisee/core/field.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { noteChange } from '../access/note-access.ts'
import type { Tx } from '../db/db.ts'
import { lockMember } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { putProfile, putRule } from './limits.sql.ts'
import { limitsOf, type LimitRules } from './read-limits.ts'

/** The limits to change; those that are not named stay as they are. */
export type AskedLimits = Partial<Record<LimitKind, bigint | null>>

/** Change one's own limits: stricter at once, looser after a day. */
export async function changeOwnLimits(tx: Tx, memberId: string, asked: AskedLimits): Promise<void> {
  await lockMember(tx, memberId)
  const { own } = await limitsOf(tx, memberId)
  const now = await tx.now()
  const changed = changesOf(own, asked, (before, max) => decideOwnLimit(before, max, now))
  await write(tx, memberId, { layer: 'own', changed, by: memberId, at: now })
}

/** What members hear of who set something: the service, never which key or colleague. */
const theService = 'operator'

/** Set a member's limits as the operator or its staff, either way at once. Refuses `own_act`. */
export async function setLimits(
  tx: Tx,
  ask: { memberId: string; asked: AskedLimits; by: Actor; requestId: string },
): Promise<void> {
  await lockMember(tx, ask.memberId)
  await asStaff(tx, { what: 'setMemberLimits', ...ask })
  const { operator } = await limitsOf(tx, ask.memberId)
  const at = await tx.now()
  const changed = changesOf(operator, ask.asked, (_, max) => ({ max, next: null }))
  await write(tx, ask.memberId, { layer: 'operator', changed, by: theService, at })
}

/** Nobody sets what binds themselves; which of the staff it was stands in the log. */
async function asStaff(
  tx: Tx,
  { memberId, by, what, requestId }: { memberId: string; by: Actor; what: string; requestId: string },
): Promise<void> {
  if (by.kind !== 'member') return
  if (by.memberId === memberId) throw new RefusalError(refuse('own_act'))
  await noteChange(tx, { by: by.memberId, what, about: { id: memberId } }, requestId)
}

type Changes = Partial<Record<LimitKind, LimitRule>>

function changesOf(
  before: LimitRules,
  asked: AskedLimits,
  decide: (rule: LimitRule, max: bigint | null) => LimitRule,
): Changes {
  const changes: Changes = {}
  for (const kind of limitKinds) {
    const max = asked[kind]
    if (max === undefined) continue
    const rule = decide(before[kind], max)
    const { next } = before[kind]
    const same = rule.max === before[kind].max && rule.next?.max === next?.max && rule.next?.at === next?.at
    if (!same) changes[kind] = rule
  }
  return changes
}

async function write(
  tx: Tx,
  memberId: string,
  { layer, changed, by, at }: { layer: 'own' | 'operator'; changed: Changes; by: string; at: Instant },
): Promise<void> {
  const kinds = limitKinds.filter((kind) => changed[kind])
  if (kinds.length === 0) return
  for (const kind of kinds) {
    const { max, next } = changed[kind]!
    await tx.run(putRule, memberId, layer, kind, max, next?.max ?? null, next && toIso(next.at))
  }
  const limits = Object.fromEntries(
    kinds.map((kind) => {
      const { max, next } = changed[kind]!
      return [kind, { max, next: next && { max: next.max, at: toIso(next.at) } }]
    }),
  )
  const data = { memberId, layer, limits, by }
  await tellMember(tx, memberId, { kind: 'limits.changed', at, data })
}

/**
 * Set a member's age band as the operator or its staff. Refuses `own_act`. The days and nights of a minor are those of `timeZone` from then on, which
 * the member cannot move; where none is said, of the one kept already, or else the one the member is in now.
 */
export async function setAgeBand(
  tx: Tx,
  ask: { memberId: string; band: AgeBand; timeZone: string | null; by: Actor; requestId: string },
): Promise<void> {
  const { memberId, band } = ask
  await lockMember(tx, memberId)
  await asStaff(tx, { what: 'setAgeBand', ...ask })
  const before = await limitsOf(tx, memberId)
  const said = fieldOr(
    timeZoneFrom(ask.timeZone ?? before.timeZone),
    'timeZone',
    'must be an IANA time zone such as Asia/Shanghai',
  )
  const timeZone = orThrow(said)
  const at = await tx.now()
  const kept = band === 'adult' ? null : timeZone
  await tx.run(putProfile, memberId, band, kept, toIso(at))
  const data = { memberId, layer: 'age', band, timeZone: kept, by: theService }
  await tellMember(tx, memberId, { kind: 'limits.changed', at, data })
}
