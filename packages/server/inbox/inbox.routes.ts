/** The inbox over the API: notices last told first, and the place a member has read through. */

import { Type } from 'typebox'
import { noticeKinds } from '@laisee/core/notice.ts'
import { route, type Route } from '../http/route.ts'
import {
  closed,
  CursorSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
  PageQuery,
  pageLimitDefault,
} from '../http/schemas.ts'
import { deliverNamed } from '../returns/receipts.ts'
import { markRead } from './mark-read.ts'
import { placeFrom, placeText } from './place-text.ts'
import { readInbox, unreadCountMax, type InboxNotice } from './read-inbox.ts'

const tags = ['inbox']

const UnreadCountSchema = Type.Integer({
  minimum: 0,
  maximum: unreadCountMax,
  description: `How many notices are not read, as far as the inbox looks back; ${unreadCountMax} stands for that many or more.`,
})

const NoticeSchema = named('Notice', 'What an event says to a member about their money.', {
  kind: oneOf(noticeKinds),
  sourceId: Type.String({ description: 'The packet, transfer or member it is about.' }),
  seq: Type.Integer({
    minimum: 1,
    description: 'The number of its event among those of its source: together they name the notice.',
  }),
  at: MomentSchema,
  data: Type.Record(Type.String(), Type.Unknown(), {
    description:
      'The facts its words put in: amounts in fen, moments in RFC 3339, people and groups by id; `count` is null for a single share.',
  }),
  read: Type.Boolean({ description: 'Read, or what it calls for is done.' }),
  quiet: Type.Boolean({ description: 'It came in the reader’s quiet hours: shown, not rung.' }),
  cursor: Type.String({ description: 'Its place: `through` of markInboxRead, and where a page may go on.' }),
})

function showNotice({ kind, sourceId, seq, at, data, read, quiet, place }: InboxNotice) {
  return { kind, sourceId, seq, at, data, read, quiet, cursor: placeText(place) }
}

export const inboxRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/inbox',
    name: 'readInbox',
    summary: 'One’s notices, last told first',
    description: [
      'A notice is made from an event of the member’s own stream and says what it means for their money; what they did',
      'themselves is none. A notice that a later one of the same packet or transfer overtakes is gone: claims are',
      'counted on in one notice. A page may hold fewer than were asked for while `nextCursor` says that there are more.',
    ].join('\n'),
    tags,
    callers: ['member'],
    query: PageQuery,
    reply: named('Inbox', 'A page of notices.', {
      items: Type.Array(NoticeSchema),
      nextCursor: nullable(Type.String({ description: 'Where the next page begins; null at the end.' })),
      unreadCount: UnreadCountSchema,
      names: Type.Record(Type.String(), Type.String(), {
        description: 'What the reader calls the people and groups that `data` names, by id.',
      }),
    }),
    refusals: ['not_found'],
    idempotent: 'read',
    async handle({ ctx, caller, query: { cursor, limit = pageLimitDefault } }) {
      const before = cursor === undefined ? undefined : placeFrom(cursor, 'cursor')
      const page = await ctx.db.snapshot((tx) => readInbox(tx, caller.memberId, { before, limit }))
      const asked = page.notices.filter(({ kind }) => kind === 'return_asked' || kind === 'return_served')
      await deliverNamed(
        ctx.db,
        caller.memberId,
        asked.map(({ sourceId }) => sourceId),
      )
      return {
        items: page.notices.map(showNotice),
        nextCursor: page.next ? placeText(page.next) : null,
        unreadCount: page.unreadCount,
        names: page.names,
      }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/inbox/read',
    name: 'markInboxRead',
    summary: 'Mark notices as read, up to a place',
    description:
      'That notice and all before it; `all` is through the last there is now. What is read stays read. Told to one’s own stream as `inbox.read`.',
    tags,
    callers: ['member'],
    body: closed({
      through: { ...CursorSchema, description: 'A notice’s `cursor`, or `all`.' },
    }),
    reply: closed({ unreadCount: UnreadCountSchema }),
    refusals: ['not_found'],
    async handle({ tx, caller: { memberId }, body }) {
      const through = body.through === 'all' ? 'all' : placeFrom(body.through, 'through')
      return { unreadCount: await markRead(tx, { memberId, through }) }
    },
  }),
]
