/**
 * A recipient as the send screen shows them before anything else: who they are, how one keeps them, when one last paid
 * them, and who else goes by the same name. For members one may know of; anyone else is "not found".
 */

import type { MemberCard } from '@laisee/core/member.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { mayKnowOf, peersOf } from '../chats/peers.ts'
import type { Tx } from '../db/db.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { contactsById, type Contacts } from '../people/contacts.ts'
import { everyoneIn, staysOf } from '../people/groups.ts'
import { cardsOf } from '../people/members.ts'
import { groupsById } from '../people/read-groups.ts'
import { paidTo, type Paid } from './paid.ts'

export interface SharedGroup {
  id: string
  name: string
}

/** A member as the one who would pay them knows them. */
export interface KnownMember {
  card: MemberCard
  contact: ReturnType<Contacts['get']>
  paid: Paid | undefined
  /** Groups that both are in now. */
  sharedGroups: SharedGroup[]
}

export interface Recipient extends KnownMember {
  /** Whether a send would not be refused as `recipient_blocked`; that refusal does not say who blocked whom either. */
  canPay: boolean
  /** Others among the payer's contacts, conversations and groups who are shown by the same name. */
  lookAlikes: KnownMember[]
}

const lookAlikesMax = 20

/** A recipient, for a member who would pay them. Refuses `not_found`. */
export async function seeRecipient(tx: Tx, payerId: string, memberId: string): Promise<Recipient> {
  const now = await tx.now()
  const card = (await cardsOf(tx, [memberId])).get(memberId)
  if (!card || !(await mayKnowOf(tx, payerId, memberId, now))) throw new RefusalError(refuse('not_found'))
  const contacts = await contactsById(tx, payerId)
  const groups = await sharedGroups(tx, payerId)
  const circle = new Set([...contacts.keys(), ...(await peersOf(tx, payerId, now)).keys(), ...groups.keys()])
  circle.delete(payerId)
  circle.delete(memberId)
  const alike = await namesakes(tx, card, contacts, circle)
  const paid = await paidTo(tx, payerId, [memberId, ...alike.map(({ id }) => id)])
  const known = (one: MemberCard): KnownMember => ({
    card: one,
    contact: contacts.get(one.id),
    paid: paid.get(one.id),
    sharedGroups: groups.get(one.id) ?? [],
  })
  const canPay = !(await isBlockedEitherWay(tx, payerId, memberId))
  return { ...known(card), canPay, lookAlikes: alike.map(known).sort(lastPaidFirst).slice(0, lookAlikesMax) }
}

/** Who is in which of a member's groups with them now, by member. */
async function sharedGroups(tx: Tx, memberId: string): Promise<Map<string, SharedGroup[]>> {
  const present = (await staysOf(tx, memberId)).filter((stay) => stay.until === null)
  const ids = present.map((stay) => stay.groupId)
  if (ids.length === 0) return new Map()
  const groups = await groupsById(tx, ids)
  const shared = new Map<string, SharedGroup[]>()
  for (const { groupId, memberId: other } of await everyoneIn(tx, ids)) {
    const { id, name } = groups.get(groupId)!
    shared.set(other, [...(shared.get(other) ?? []), { id, name }])
  }
  return shared
}

/** Those of a circle who are shown by a name or alias that this member is shown by, too. Names are kept normalised. */
async function namesakes(
  tx: Tx,
  card: MemberCard,
  contacts: Contacts,
  circle: ReadonlySet<string>,
): Promise<MemberCard[]> {
  const namesOf = ({ id, name }: MemberCard) => [name, contacts.get(id)?.alias ?? name]
  const names = new Set(namesOf(card))
  const cards = await cardsOf(tx, [...circle])
  return [...cards.values()].filter((one) => namesOf(one).some((name) => names.has(name)))
}

function lastPaidFirst(a: KnownMember, b: KnownMember): number {
  const later = (b.paid?.lastAt ?? 0) - (a.paid?.lastAt ?? 0)
  return later !== 0 ? later : a.card.id < b.card.id ? -1 : 1
}
