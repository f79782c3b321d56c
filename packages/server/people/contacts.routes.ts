/** A member's contacts and blocks: theirs alone to read and to change. */

import { Type } from 'typebox'
import { relationNoteLengthMax, relations } from '@laisee/core/contact.ts'
import { toIso } from '@laisee/core/instant.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import type { Tx } from '../db/db.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, MomentSchema, named, NoContent, nullable, oneOf, PageOf, PageQuery } from '../http/schemas.ts'
import { blockMember, unblockMember } from './block-member.ts'
import { listBlocks } from './blocks.ts'
import type { BlockRow } from './blocks.sql.ts'
import { keepContact, listContacts, removeContact } from './contacts.ts'
import type { ContactRow } from './contacts.sql.ts'
import { cardsOf } from './members.ts'
import { CardSchema, NameInput, showCard } from './people.schemas.ts'

const RelationSchema = oneOf(relations, 'What the contact is to the member; rules about care are written on it.')

const ContactSchema = named('Contact', 'A member as another keeps them.', {
  member: CardSchema,
  alias: nullable(Type.String()),
  relation: nullable(RelationSchema),
  relationNote: nullable(Type.String()),
  createdAt: MomentSchema,
  changedAt: MomentSchema,
})

const BlockSchema = named('Block', 'A member from whom nothing more comes, and to whom nothing more goes.', {
  member: CardSchema,
  createdAt: MomentSchema,
})

function showContact(row: ContactRow, cards: Map<string, MemberCard>) {
  const { alias, relation, relationNote, createdAt, changedAt } = row
  const member = showCard(cards.get(row.memberId)!)
  return { member, alias, relation, relationNote, createdAt: toIso(createdAt), changedAt: toIso(changedAt) }
}

function showBlock(row: BlockRow, cards: Map<string, MemberCard>) {
  return { member: showCard(cards.get(row.memberId)!), createdAt: toIso(row.createdAt) }
}

function cardsIn(tx: Tx, rows: readonly { memberId: string }[]): Promise<Map<string, MemberCard>> {
  return cardsOf(
    tx,
    rows.map((row) => row.memberId),
  )
}

const byMember = closed({ memberId: IdSchema('member') })

const contactRoutesOnly = [
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
        const cards = await cardsIn(tx, rows)
        return pageReply(
          query,
          rows,
          (row) => showContact(row, cards),
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
      const row = await keepContact(tx, { ownerId: caller.memberId, memberId: params.memberId, alias, relation, relationNote })
      return showContact(row, await cardsIn(tx, [row]))
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

const blockRoutes = [
  route({
    method: 'GET',
    path: '/v1/blocks',
    name: 'listBlocks',
    summary: 'List whom one has blocked, latest first',
    tags: ['contacts'],
    callers: ['member'],
    query: PageQuery,
    reply: PageOf(BlockSchema),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        const rows = await listBlocks(tx, caller.memberId, placeOf(query.cursor), rowsFor(query))
        const cards = await cardsIn(tx, rows)
        return pageReply(
          query,
          rows,
          (row) => showBlock(row, cards),
          (row) => [row.createdAt, row.memberId],
        )
      }),
  }),
  route({
    method: 'PUT',
    path: '/v1/blocks/{memberId}',
    name: 'putBlock',
    summary: 'Block a member',
    description: 'They are not told. What was sent before stays sent. Asked again it changes nothing.',
    tags: ['contacts'],
    callers: ['member'],
    params: byMember,
    reply: BlockSchema,
    refusals: ['not_found', 'member_unknown', 'self_not_allowed'],
    handle: async ({ tx, caller, params }) => {
      const row = await blockMember(tx, { ownerId: caller.memberId, memberId: params.memberId })
      return showBlock(row, await cardsIn(tx, [row]))
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/blocks/{memberId}',
    name: 'deleteBlock',
    summary: 'Lift a block',
    tags: ['contacts'],
    callers: ['member'],
    params: byMember,
    reply: NoContent,
    status: 204,
    refusals: ['not_found'],
    handle: async ({ tx, caller, params }) => {
      await unblockMember(tx, { ownerId: caller.memberId, memberId: params.memberId })
      return null
    },
  }),
]

export const contactRoutes: readonly Route[] = [...contactRoutesOnly, ...blockRoutes]
