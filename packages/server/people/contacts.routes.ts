/** A member's contacts: theirs alone to read and to change. */

import { Type } from 'typebox'
import { relationNoteLengthMax, relations } from '@laisee/core/contact.ts'
import { toIso } from '@laisee/core/instant.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import type { Tx } from '../db/db.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import {
  closed,
  IdSchema,
  MomentSchema,
  named,
  NoContent,
  nullable,
  oneOf,
  PageOf,
  PageQuery,
} from '../http/schemas.ts'
import { paidTo, type Paid } from '../recipients/paid.ts'
import { keepContact, listContacts, removeContact } from './contacts.ts'
import type { ContactRow } from './contacts.sql.ts'
import { cardsOf } from './members.ts'
import { CardSchema, NameInput, showCard } from './people.schemas.ts'

const RelationSchema = oneOf(
  relations,
  'What the contact is to the member; rules about care are written on it.',
)

const ContactSchema = named('Contact', 'A member as another keeps them.', {
  member: CardSchema,
  alias: nullable(Type.String()),
  relation: nullable(RelationSchema),
  relationNote: nullable(Type.String()),
  lastPaidAt: nullable(MomentSchema),
  createdAt: MomentSchema,
  changedAt: MomentSchema,
})

interface KnownOf {
  cards: Map<string, MemberCard>
  paid: Map<string, Paid>
}

async function knownOf(tx: Tx, ownerId: string, memberIds: string[]): Promise<KnownOf> {
  return { cards: await cardsOf(tx, memberIds), paid: await paidTo(tx, ownerId, memberIds) }
}

function showContact(row: ContactRow, { cards, paid }: KnownOf) {
  const { alias, relation, relationNote } = row
  const lastAt = paid.get(row.memberId)?.lastAt
  return {
    member: showCard(cards.get(row.memberId)!),
    alias,
    relation,
    relationNote,
    lastPaidAt: lastAt === undefined ? null : toIso(lastAt),
    createdAt: toIso(row.createdAt),
    changedAt: toIso(row.changedAt),
  }
}

function idsIn(rows: readonly ContactRow[]): string[] {
  return rows.map((row) => row.memberId)
}

const byMember = closed({ memberId: IdSchema('member') })

export const contactRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/contacts',
    name: 'listContacts',
    summary: "List one's contacts, latest first",
    tags: ['contacts'],
    callers: ['member'],
    query: PageQuery,
    reply: PageOf(ContactSchema),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        const rows = await listContacts(tx, caller.memberId, placeOf(query.cursor), rowsFor(query))
        const known = await knownOf(tx, caller.memberId, idsIn(rows))
        return pageReply(
          query,
          rows,
          (row) => showContact(row, known),
          (row) => [row.createdAt, row.memberId],
        )
      }),
  }),
  route({
    method: 'PUT',
    path: '/v1/contacts/{memberId}',
    name: 'putContact',
    summary: 'Keep a member as a contact',
    description: 'What is not said is null afterwards. Asked again it changes nothing.',
    tags: ['contacts'],
    callers: ['member'],
    params: byMember,
    body: closed({
      alias: Type.Optional(nullable(NameInput)),
      relation: Type.Optional(nullable(RelationSchema)),
      relationNote: Type.Optional(
        nullable(
          Type.String({
            minLength: 1,
            maxLength: relationNoteLengthMax * 4,
            description: `In one's own words, with the relation 'other': up to ${relationNoteLengthMax} characters.`,
          }),
        ),
      ),
    }),
    reply: ContactSchema,
    refusals: ['not_found', 'member_unknown', 'self_not_allowed'],
    handle: async ({ tx, caller, params, body }) => {
      const { alias = null, relation = null, relationNote = null } = body
      const row = await keepContact(tx, {
        ownerId: caller.memberId,
        memberId: params.memberId,
        alias,
        relation,
        relationNote,
      })
      return showContact(row, await knownOf(tx, caller.memberId, [row.memberId]))
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/contacts/{memberId}',
    name: 'deleteContact',
    summary: 'Keep a contact no longer',
    tags: ['contacts'],
    callers: ['member'],
    params: byMember,
    reply: NoContent,
    status: 204,
    refusals: ['not_found'],
    handle: async ({ tx, caller, params }) => {
      await removeContact(tx, { ownerId: caller.memberId, memberId: params.memberId })
      return null
    },
  }),
]
