/**
 * Who is in a group, and who may change that. A stay runs from `since` up to, not including, `until`; coming back is
 * a stay of its own. Who was in the group when a packet was sent is a fact that no later join or leave can change:
 * a change of members is dated strictly after everything that was sent to the group before it.
 */

import type { Actor } from './actor.ts'
import type { Instant } from './instant.ts'
import { refuse, type Refusal } from './refusals.ts'

export interface Stay {
  since: Instant
  /** Null while it lasts. */
  until: Instant | null
}

/** Whether a stay covers a moment. */
export function isInsideAt(stay: Stay, at: Instant): boolean {
  return stay.since <= at && (stay.until === null || at < stay.until)
}

/** Whether two stays in one group overlap: whoever was there together has seen each other. */
export function wereTogether(one: Stay, other: Stay): boolean {
  const oneEnd = one.until ?? Infinity
  const otherEnd = other.until ?? Infinity
  return Math.max(one.since, other.since) < Math.min(oneEnd, otherEnd)
}

/**
 * The moment a join or leave counts from. A send is dated at the later of the clock and the group's last change, so
 * one millisecond past both is after every send that held the group before, and before every one that comes next.
 */
export function momentOfChange(now: Instant, changedAt: Instant): Instant {
  return Math.max(now, changedAt) + 1
}

/** May this actor see the group? Operators all of them, a member those they are in. */
export function decideSee(actor: Actor, actorInside: boolean): 'see' | Refusal {
  return actor.kind === 'operator' || actorInside ? 'see' : refuse('not_found')
}

export interface Joining {
  unknownIds: readonly string[]
  /** Those who are not inside yet. */
  newIds: readonly string[]
  /** Whether the actor and one of the new ones have blocked each other. */
  blocked: boolean
}

/** May this actor bring those members in? Nobody is drawn into a group by someone they have blocked. */
export function decideJoin(
  actor: Actor,
  actorInside: boolean,
  joining: Joining,
): 'join' | 'nothing' | Refusal {
  const seen = decideSee(actor, actorInside)
  if (seen !== 'see') return seen
  if (joining.unknownIds.length > 0)
    return refuse('member_unknown', { field: 'memberIds', unknown: joining.unknownIds })
  if (joining.blocked) return refuse('recipient_blocked', { field: 'memberIds' })
  return joining.newIds.length > 0 ? 'join' : 'nothing'
}

/** May this actor end that member's stay? A member only their own; an operator anyone's. */
export function decideLeave(
  actor: Actor,
  actorInside: boolean,
  leaving: { id: string; inside: boolean },
): 'leave' | Refusal {
  const seen = decideSee(actor, actorInside)
  if (seen !== 'see') return seen
  if (actor.kind === 'member' && actor.memberId !== leaving.id) return refuse('forbidden')
  return leaving.inside ? 'leave' : refuse('not_found')
}
