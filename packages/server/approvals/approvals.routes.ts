/** Approvals over the API: the queues, one approval in full, and the words that are said about it. */

import { Type } from 'typebox'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import type { RefusalCode } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, oneOf, PageOf, pageFields } from '../http/schemas.ts'
import { ApprovalParams, ApprovalSchema, NoteBody, WhyBody } from './approvals.schemas.ts'
import { showApproval } from './show-approval.schemas.ts'
import { approveSend, breakGlass, rejectSend, type ApprovalAsk } from './decide.ts'
import type { OpenFile } from './file.ts'
import { boxes, isStillSeen, listFiles, listWaiting, seeApproval } from './list-approvals.ts'
import { approvalFates as fates, shownAfter } from './after-word.schemas.ts'
import { answerApprover, askSender } from './talk.ts'

const tags = ['approvals']

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
    query: closed({
      box: oneOf(boxes),
      organisationId: Type.Optional(IdSchema('organisation', 'Only what is for this one.')),
      ...pageFields,
    }),
    reply: PageOf(ApprovalSchema),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        const { memberId } = caller
        const { box, organisationId = null } = query
        if (box === 'waiting') {
          const waiting = await listWaiting(tx, memberId, organisationId)
          const items = await together(waiting.map((open) => showApproval(tx, open, memberId)))
          return { items, nextCursor: null }
        }
        const ask = { box, organisationId, before: placeOf(query.cursor), limit: rowsFor(query) }
        const files = await listFiles(tx, memberId, ask)
        const seen = files.filter((open) => isStillSeen(open, memberId))
        const items = await together(seen.map((open) => showApproval(tx, open, memberId)))
        const shown = new Map(seen.map((open, i) => [open, items[i]!]))
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

interface Word {
  path: string
  name: string
  roles: readonly OrganisationRole[]
  summary: string
  body: typeof NoteBody | typeof WhyBody
  refusals: readonly RefusalCode[]
  verb: (tx: Tx, ask: ApprovalAsk) => Promise<OpenFile>
}

const deciders = {
  roles: ['approver', 'administrator'],
  refusals: ['own_act', ...fates, 'acted_already', 'not_an_approver'],
} as const

/** Every word that may be said with a note, or has to say why. */
const words: readonly Word[] = [
  {
    ...deciders,
    path: 'approve',
    name: 'approveSend',
    summary: 'Approve: with the last word that is needed the undo window begins',
    body: NoteBody,
    verb: approveSend,
  },
  {
    ...deciders,
    path: 'reject',
    name: 'rejectSend',
    summary: 'Reject, and say why: the money goes back at once',
    body: WhyBody,
    verb: rejectSend,
  },
  {
    ...deciders,
    path: 'ask',
    name: 'askSenderOfApproval',
    summary: 'Ask the sender something; the time runs on',
    body: WhyBody,
    refusals: [...deciders.refusals, 'asked_enough'],
    verb: askSender,
  },
  {
    path: 'answer',
    name: 'answerApprover',
    roles: ['sender'],
    summary: 'Answer what was asked: the sender',
    body: WhyBody,
    refusals: [...fates, 'not_an_approver', 'nothing_asked'],
    verb: answerApprover,
  },
  {
    ...deciders,
    path: 'break-glass',
    name: 'breakGlass',
    roles: ['administrator'],
    summary: 'Let it go on without those who are asked: two administrators, each saying why',
    body: WhyBody,
    verb: breakGlass,
  },
]

function wordRoute({ path, verb, ...word }: Word): Route {
  return route({
    ...word,
    method: 'POST',
    path: `/v1/approvals/{sendId}/${path}`,
    tags,
    callers: ['member'],
    params: ApprovalParams,
    reply: ApprovalSchema,
    refusals: ['not_found', ...word.refusals],
    async handle({ tx, caller, params, body: { note = null } }) {
      const { memberId } = caller
      return shownAfter(tx, await verb(tx, { sendId: params.sendId, memberId, note }), memberId)
    },
  })
}

export const approvalRoutes: readonly Route[] = [...readRoutes, ...words.map(wordRoute)]
