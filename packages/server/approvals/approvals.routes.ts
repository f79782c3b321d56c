/** Approvals over the API: the queues, one approval in full, and the words that are said about it. */

import { Type } from 'typebox'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import type { RefusalCode } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, oneOf, PageOf, pageFields } from '../http/schemas.ts'
import {
  ApprovalParams,
  ApprovalSchema,
  NoteBody,
  SendIdSchema,
  showApproval,
  WhyBody,
} from './approvals.schemas.ts'
import { approveSend, approveTogether, breakGlass, rejectSend, type ApprovalAsk } from './decide.ts'
import type { OpenFile } from './file.ts'
import { boxes, isStillSeen, listFiles, listWaiting, seeApproval } from './list-approvals.ts'
import { answerApprover, askSender, remindApprovers, transferSeat } from './talk.ts'

const tags = ['approvals']

/** An approval as it is after a verb: read anew, for the verb has changed it. */
async function shownAfter(tx: Tx, { row }: OpenFile, memberId: string) {
  return showApproval(tx, await seeApproval(tx, row.sendId, memberId), memberId)
}

const readRoutes = [
  route({
    method: 'GET',
    path: '/v1/approvals',
    name: 'listApprovals',
    summary: 'What waits for one’s word (待我审批), what one has sent (我发起), what one looks on at (抄送)',
    description:
      '`waiting` has what runs out first on top, all on one page; `sent` and `seen` have the newest on top, decided ones too.',
    tags,
    callers: ['member'],
    query: closed({ box: oneOf(boxes), ...pageFields }),
    reply: PageOf(ApprovalSchema),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        const { memberId } = caller
        const { box } = query
        if (box === 'waiting') {
          const waiting = await listWaiting(tx, memberId)
          const items = []
          for (const open of waiting) items.push(await showApproval(tx, open, memberId))
          return { items, nextCursor: null }
        }
        const ask = { box, before: placeOf(query.cursor), limit: rowsFor(query) }
        const files = await listFiles(tx, memberId, ask)
        const shown = new Map<OpenFile, Awaited<ReturnType<typeof showApproval>>>()
        for (const open of files)
          if (isStillSeen(open, memberId)) shown.set(open, await showApproval(tx, open, memberId))
        const page = pageReply(
          query,
          files,
          (open) => shown.get(open),
          (open) => [open.row.submittedAt, open.row.sendId],
        )
        return { ...page, items: page.items.filter((item) => item !== undefined) }
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/approvals/{sendId}',
    name: 'readApproval',
    summary: 'An approval in full, for whoever sent, decides, looks on or audits',
    tags,
    callers: ['member'],
    params: ApprovalParams,
    reply: ApprovalSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) =>
        showApproval(tx, await seeApproval(tx, params.sendId, caller.memberId), caller.memberId),
      ),
  }),
]

/** How a send that waits can have ended. */
const fates = [
  'already_approved',
  'already_rejected',
  'already_undone',
  'already_recalled',
  'already_declined',
  'already_expired',
  'already_claimed_out',
  'already_arrived',
  'already_returned',
  'not_approving',
] as const satisfies readonly RefusalCode[]

const bySend = () => ({ sendId: SendIdSchema })

interface WordRoute {
  path: string
  name: string
  roles: readonly OrganisationRole[]
  summary: string
  refusals: readonly RefusalCode[]
  verb: (tx: Tx, ask: ApprovalAsk) => Promise<OpenFile>
}

/** A word that may be said with a note, or has to say why. */
function wordRoute(
  { path, name, roles, summary, refusals, verb }: WordRoute,
  body: typeof NoteBody | typeof WhyBody,
): Route {
  return route({
    method: 'POST',
    path: `/v1/approvals/{sendId}/${path}`,
    name,
    roles,
    summary,
    tags,
    callers: ['member'],
    params: closed(bySend()),
    body,
    reply: ApprovalSchema,
    refusals: ['not_found', ...refusals],
    async handle({ tx, caller, params, body: { note = null } }) {
      const { memberId } = caller
      return shownAfter(tx, await verb(tx, { sendId: params.sendId, memberId, note }), memberId)
    },
  })
}

const wordRoutes = [
  wordRoute(
    {
      path: 'approve',
      name: 'approveSend',
      roles: ['approver', 'administrator'],
      summary: 'Approve: with the last word that is needed the undo window begins',
      refusals: ['own_act', ...fates, 'acted_already', 'not_an_approver'],
      verb: approveSend,
    },
    NoteBody,
  ),
  wordRoute(
    {
      path: 'reject',
      name: 'rejectSend',
      roles: ['approver', 'administrator'],
      summary: 'Reject, and say why: the money goes back at once',
      refusals: ['own_act', ...fates, 'acted_already', 'not_an_approver'],
      verb: rejectSend,
    },
    WhyBody,
  ),
  wordRoute(
    {
      path: 'ask',
      name: 'askSenderOfApproval',
      roles: ['approver', 'administrator'],
      summary: 'Ask the sender something; the time runs on',
      refusals: ['own_act', ...fates, 'acted_already', 'not_an_approver'],
      verb: askSender,
    },
    WhyBody,
  ),
  wordRoute(
    {
      path: 'answer',
      name: 'answerApprover',
      roles: ['sender'],
      summary: 'Answer what was asked: the sender',
      refusals: [...fates, 'not_an_approver', 'nothing_asked'],
      verb: answerApprover,
    },
    WhyBody,
  ),
  wordRoute(
    {
      path: 'break-glass',
      name: 'breakGlass',
      roles: ['administrator'],
      summary: 'Let it go on without those who are asked: two administrators, each saying why',
      refusals: ['own_act', ...fates, 'acted_already', 'not_an_approver'],
      verb: breakGlass,
    },
    WhyBody,
  ),
]

const seatRoutes = [
  route({
    method: 'POST',
    path: '/v1/approvals/{sendId}/transfer',
    name: 'transferApprovalSeat',
    roles: ['approver', 'administrator'],
    summary: 'Give one’s seat to another, for this send',
    tags,
    callers: ['member'],
    params: closed(bySend()),
    body: closed({ toId: IdSchema('member'), ...NoteBody.properties }),
    reply: ApprovalSchema,
    refusals: ['not_found', 'own_act', ...fates, 'acted_already', 'not_an_approver', 'stand_in_unfit'],
    async handle({ tx, caller, params, body: { toId, note = null } }) {
      const { memberId } = caller
      return shownAfter(tx, await transferSeat(tx, { sendId: params.sendId, memberId, toId, note }), memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/approvals/{sendId}/remind',
    name: 'remindApprovers',
    roles: ['sender'],
    summary: 'Remind those whose word it waits for: the sender, three times, an hour apart',
    tags,
    callers: ['member'],
    params: closed(bySend()),
    reply: ApprovalSchema,
    refusals: ['not_found', ...fates, 'not_an_approver', 'reminded_enough'],
    async handle({ tx, caller, params }) {
      const { memberId } = caller
      return shownAfter(tx, await remindApprovers(tx, { sendId: params.sendId, memberId }), memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/approvals/approve',
    name: 'approveSends',
    roles: ['approver', 'administrator'],
    summary: 'Approve several at once, all or none, where together they are below what the policy allows',
    tags,
    callers: ['member'],
    body: closed({
      sendIds: Type.Array(SendIdSchema, { minItems: 1, maxItems: 100, uniqueItems: true }),
      ...NoteBody.properties,
    }),
    reply: closed({ items: Type.Array(ApprovalSchema) }),
    refusals: ['not_found', 'own_act', ...fates, 'acted_already', 'not_an_approver', 'bulk_above_max'],
    async handle({ tx, caller, body: { sendIds, note = null } }) {
      const { memberId } = caller
      const open = await approveTogether(tx, { sendIds, memberId, note })
      const items = []
      for (const one of open) items.push(await shownAfter(tx, one, memberId))
      return { items }
    },
  }),
]

export const approvalRoutes: readonly Route[] = [...readRoutes, ...wordRoutes, ...seatRoutes]
