/** Contacts: whom a member keeps, under which alias and as what to them. Nobody but the owner ever learns of it. */

import { decideContact, type ContactFields } from '@laisee/core/contact.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import {
  contactBetween,
  deleteContact,
  everyContact,
  pageOfContacts,
  putContact,
  readContact,
  type ContactRow,
} from './contacts.sql.ts'
import { isMember, lockMember } from './members.ts'
import { tellMember } from './tell-member.ts'

export interface ContactAsk extends ContactFields {
  ownerId: string
  memberId: string
}

/** Keep a member as a contact, or change how. Asked again it changes nothing. */
export async function keepContact(tx: Tx, { ownerId, memberId, ...asked }: ContactAsk): Promise<ContactRow> {
  await lockMember(tx, ownerId)
  const known = await isMember(tx, memberId)
  const { alias, relation, relationNote } = orThrow(decideContact(ownerId, { id: memberId, known }, asked))
  const before = await tx.one(readContact, ownerId, memberId)
  if (
    before &&
    before.alias === alias &&
    before.relation === relation &&
    before.relationNote === relationNote
  )
    return before
  const at = await tx.now(before?.changedAt)
  const contact = await tx.one(putContact, ownerId, memberId, alias, relation, relationNote, toIso(at))
  await tellMember(tx, ownerId, {
    kind: 'contact.changed',
    at,
    data: { memberId, alias, relation, relationNote },
  })
  return contact!
}

/** Keep a contact no longer. */
export async function removeContact(
  tx: Tx,
  { ownerId, memberId }: { ownerId: string; memberId: string },
): Promise<void> {
  await lockMember(tx, ownerId)
  const removed = await tx.one(deleteContact, ownerId, memberId)
  if (!removed) throw new RefusalError(refuse('not_found'))
  const at = await tx.now(removed.changedAt)
  await tellMember(tx, ownerId, { kind: 'contact.removed', at, data: { memberId } })
}

/** Whether one of the two keeps the other as a contact. */
export async function isContactEitherWay(tx: Tx, memberId: string, otherId: string): Promise<boolean> {
  return (await tx.run(contactBetween, [memberId, otherId])).length > 0
}

/** How a member keeps another one; undefined where they do not. */
export function contactOf(tx: Tx, ownerId: string, memberId: string): Promise<ContactRow | undefined> {
  return tx.one(readContact, ownerId, memberId)
}

export type Contacts = ReadonlyMap<string, ContactRow>

/** All whom a member keeps, by id. */
export async function contactsById(tx: Tx, ownerId: string): Promise<Contacts> {
  return new Map((await tx.run(everyContact, ownerId)).map((row) => [row.memberId, row]))
}

/** A page of a member's contacts, latest first, from before a place. */
export function listContacts(
  tx: Tx,
  ownerId: string,
  before: { at: Instant; id: string } | undefined,
  limit: number,
): Promise<ContactRow[]> {
  return tx.run(pageOfContacts, ownerId, before ? toIso(before.at) : 'infinity', before?.id ?? '', limit)
}
