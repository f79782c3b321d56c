/**
 * Those a sender may mean, by the names they see: the payees, whoever they have paid, their contacts, and who is beside
 * them in the small groups they send to. Bounded, the nearest first.
 */

import type { GuardedSend, KnownPerson, SendRecord } from '@laisee/core/guard/facts.ts'
import { smallGroupMax } from '@laisee/core/guard/look-alike.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import type { Contacts } from '../people/contacts.ts'
import { everyoneIn } from '../people/groups.ts'
import { cardsOf } from '../people/members.ts'

interface Circle {
  payerId: string
  send: GuardedSend
  history: readonly SendRecord[]
  contacts: Contacts
  groupIds: readonly string[]
  inside: readonly string[]
}

const peopleMax = 1_000

export async function gatherCircle(tx: Tx, circle: Circle): Promise<KnownPerson[]> {
  const { payerId, send, history, contacts } = circle
  // Into a group or a link nobody is named who could be somebody else.
  if (send.memberIds.length === 0) return []
  const paid = lastPaid(history)
  const groups = await smallestGroups(tx, circle)
  const ids = new Set([...send.memberIds, ...paid.keys(), ...contacts.keys(), ...groups.keys()])
  ids.delete(payerId)
  const cards = await cardsOf(tx, [...ids].slice(0, peopleMax))
  return [...cards.values()].map(({ id, name }): KnownPerson => {
    const contact = contacts.get(id)
    return {
      id,
      name,
      alias: contact?.alias ?? null,
      relation: contact?.relation ?? null,
      isContact: contact !== undefined,
      lastWithAt: paid.get(id) ?? null,
      smallestGroup: groups.get(id) ?? null,
    }
  })
}

function lastPaid(history: readonly SendRecord[]): Map<string, Instant> {
  const paid = new Map<string, Instant>()
  for (const { toKind, toKey, at } of history) {
    if (toKind === 'member' && !paid.has(toKey)) paid.set(toKey, at)
  }
  return paid
}

/** Who is beside the sender in a small group they send to, and how small it is. */
async function smallestGroups(tx: Tx, { send, groupIds, inside }: Circle): Promise<Map<string, number>> {
  const smallest = new Map<string, number>()
  const add = (ids: readonly string[]) => {
    if (ids.length > smallGroupMax) return
    for (const id of ids) smallest.set(id, Math.min(ids.length, smallest.get(id) ?? Infinity))
  }
  add(inside)
  const others = groupIds.filter((id) => id !== send.groupId)
  if (others.length === 0) return smallest
  const rows = await everyoneIn(tx, others)
  for (const members of Map.groupBy(rows, ({ groupId }) => groupId).values())
    add(members.map(({ memberId }) => memberId))
  return smallest
}
