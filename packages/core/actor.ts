/** Who does something: an operator with a key, or a member for themselves. */

export type Actor = { kind: 'operator'; keyId: string } | { kind: 'member'; memberId: string }

/** How an event names the actor: members never learn which key an operator used. */
export function actorName(actor: Actor): string {
  return actor.kind === 'member' ? actor.memberId : 'operator'
}
