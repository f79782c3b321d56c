/** Group notices over the API: posted once by the payer of a packet, seen by its group while the case is open. */

import { Type, type Static } from 'typebox'
import { groupNoticeLengthMax } from '@laisee/core/group-notice.ts'
import { toIso } from '@laisee/core/instant.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, MomentSchema, named, nullable, TextSchema } from '../http/schemas.ts'
import { PacketParams } from '../packets/packets.schemas.ts'
import type { NoticeRow } from './group-notices.sql.ts'
import { postNotice, shownNotices, withdrawNotice } from './notices.ts'

const tags = ['group notices']

const NoticeSchema = named('GroupNotice', 'What the payer of a packet told its group.', {
  packetId: IdSchema('packet'),
  groupId: IdSchema('group'),
  posterId: IdSchema('member'),
  text: Type.String(),
  postedAt: MomentSchema,
  withdrawnAt: nullable(MomentSchema),
})

function noticeJson(row: NoticeRow): Static<typeof NoticeSchema> {
  const { packetId, groupId, posterId, text, postedAt, withdrawnAt } = row
  const withdrawn = withdrawnAt === null ? null : toIso(withdrawnAt)
  return { packetId, groupId, posterId, text, postedAt: toIso(postedAt), withdrawnAt: withdrawn }
}

export const groupNoticeRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/packets/{id}/group-notice',
    name: 'postGroupNotice',
    summary: 'Tell the group of a packet, once, that it was a mistake',
    description:
      'It names nobody and threatens nobody, and it goes with its case: when nothing is unclaimed and no return request is open.',
    tags,
    callers: ['member'],
    params: PacketParams,
    body: closed({ text: TextSchema(groupNoticeLengthMax) }),
    reply: NoticeSchema,
    status: 201,
    refusals: [
      'not_found',
      'notice_without_group',
      'notice_without_case',
      'notice_posted_already',
      'return_text_refused',
      'notice_names_somebody',
    ],
    // Nothing is remembered: the packet is not what this request made, and is not taken back by its key.
    handle: async ({ tx, caller: { memberId }, params, body }) =>
      noticeJson(await postNotice(tx, { packetId: params.id, memberId, text: body.text })),
  }),
  route({
    method: 'POST',
    path: '/v1/packets/{id}/group-notice/withdraw',
    name: 'withdrawGroupNotice',
    summary: 'Take the notice of a packet down',
    tags,
    callers: ['member'],
    params: PacketParams,
    reply: NoticeSchema,
    refusals: ['not_found', 'already_withdrawn'],
    handle: async ({ tx, caller: { memberId }, params }) =>
      noticeJson(await withdrawNotice(tx, { packetId: params.id, memberId })),
  }),
  route({
    method: 'GET',
    path: '/v1/groups/{id}/notices',
    name: 'listGroupNotices',
    summary:
      'What a group is told about packets that were a mistake, newest first, while their cases are open',
    tags,
    callers: ['member'],
    params: closed({ id: IdSchema('group') }),
    reply: closed({ items: Type.Array(NoticeSchema) }),
    refusals: ['not_found'],
    handle: ({ ctx, caller: { memberId }, params }) =>
      ctx.db.snapshot(async (tx) => ({
        items: (await shownNotices(tx, params.id, memberId)).map(noticeJson),
      })),
  }),
]
