/** Transfers over the API: send, see, and the verbs of the payer and the payee. */

import type { Tx } from '../db/db.ts'
import { guardAskOf } from '../guard/guard-fields.schemas.ts'
import { alertOnRefusal } from '../families/alert-on-send.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { recallRightRefusals } from '../policies/recall-right.ts'
import { PageOf } from '../http/schemas.ts'
import { givenOf, oneStepUpAtATime } from '../passkeys/passkeys.schemas.ts'
import { acceptTransfer } from './accept.ts'
import { declineTransfer } from './decline.ts'
import { endHoldOfTransfer } from './end-hold.ts'
import type { TransferVerbAsk } from './lock.ts'
import { listTransfers, seeAnyTransfer, seeTransfer, transferPlace, type TransferSight } from './read.ts'
import { recallTransfer } from './recall.ts'
import { transferSendRefusals } from './send-refusals.ts'
import { sendTransfer } from './send.ts'
import {
  ListTransfersQuery,
  RecallTransferBody,
  SendTransferBody,
  transferAskOf,
  transferJson,
  TransferParams,
  TransferRecallSchema,
  TransferSchema,
} from './transfers.schemas.ts'
import type { TransferRow } from './transfers.sql.ts'
import { undoTransfer } from './undo.ts'

const tags = ['transfers']
/** How a transfer the payee may see can have ended. */
const fatesForPayee = ['already_recalled', 'already_declined', 'already_arrived', 'already_returned'] as const
const fates = ['already_rejected', 'already_undone', ...fatesForPayee] as const

const sendRoute = route({
  method: 'POST',
  path: '/v1/transfers',
  name: 'sendTransfer',
  summary: 'Send a transfer: the money goes into escrow and the undo window begins',
  tags,
  callers: ['member'],
  body: SendTransferBody,
  reply: TransferSchema,
  status: 201,
  refusals: transferSendRefusals,
  before: oneStepUpAtATime,
  onRefusal: alertOnRefusal,
  async handle({ tx, ctx, caller, body, remember }) {
    const ask = transferAskOf(body, caller.memberId)
    const stepUp = givenOf(body.stepUp, ctx.site)
    const guard = guardAskOf(body, ctx.guard)
    const transfer = await sendTransfer(tx, { ...ask, stepUp, guard })
    remember(transfer.id)
    return transferJson({ transfer, now: transfer.changedAt }, caller.memberId)
  },
})

const listRoute = route({
  method: 'GET',
  path: '/v1/transfers',
  name: 'listTransfers',
  summary: 'The transfers the caller has sent, or that were delivered to them, newest first',
  tags,
  callers: ['member'],
  query: ListTransfersQuery,
  reply: PageOf(TransferSchema),
  refusals: [],
  handle({ ctx, caller, query }) {
    const { role } = query
    const from = placeOf(query.cursor)
    return ctx.db.snapshot(async (tx) => {
      const sights = await listTransfers(tx, caller.memberId, { role, from, limit: rowsFor(query) })
      const place = ({ transfer }: TransferSight) => {
        const { at, id } = transferPlace(role, transfer)
        return [at, id]
      }
      return pageReply(query, sights, (sight) => transferJson(sight, caller.memberId), place)
    })
  },
})

const readRoute = route({
  method: 'GET',
  path: '/v1/transfers/{id}',
  name: 'readTransfer',
  summary: 'A transfer, for its payer, for its payee once it is delivered, and for the operator',
  tags,
  callers: ['member', 'operator:transfers:read'],
  params: TransferParams,
  reply: TransferSchema,
  refusals: ['not_found'],
  handle({ ctx, caller, params }) {
    return ctx.db.snapshot(async (tx) => {
      if (caller.kind === 'operator') return transferJson(await seeAnyTransfer(tx, params.id), null)
      return transferJson(await seeTransfer(tx, caller.memberId, params.id), caller.memberId)
    })
  },
})

const recallRoute = route({
  method: 'POST',
  path: '/v1/transfers/{id}/recall',
  name: 'recallTransfer',
  summary: 'Take a transfer back between its delivery and its arrival',
  tags,
  callers: ['member'],
  params: TransferParams,
  body: RecallTransferBody,
  reply: TransferRecallSchema,
  refusals: ['not_found', ...fates, 'not_delivered_yet', 'not_recallable', ...recallRightRefusals],
  async handle({ tx, caller, params, body }) {
    const { memberId } = caller
    const ask = { transferId: params.id, memberId, reason: body.reason ?? 'CUST', note: body.note ?? null }
    const { result, transfer } = await recallTransfer(tx, ask)
    const shown = transferJson({ transfer, now: transfer.changedAt }, memberId)
    return { result, returned: shown.amount, transfer: shown }
  },
})

interface VerbRoute {
  verb: 'undo' | 'accept' | 'decline' | 'end-hold'
  name?: string
  summary: string
  refusals: Route['refusals']
  run: (tx: Tx, ask: TransferVerbAsk) => Promise<TransferRow>
}

/** A verb without a body: post to it, and see what the transfer is now. */
function verbRoute({ verb, name, summary, refusals, run }: VerbRoute): Route {
  return route({
    method: 'POST',
    path: `/v1/transfers/{id}/${verb}`,
    name: name ?? `${verb}Transfer`,
    summary,
    tags,
    callers: ['member'],
    params: TransferParams,
    reply: TransferSchema,
    refusals,
    async handle({ tx, caller, params }) {
      const transfer = await run(tx, { transferId: params.id, memberId: caller.memberId })
      return transferJson({ transfer, now: transfer.changedAt }, caller.memberId)
    },
  })
}

export const transferRoutes: readonly Route[] = [
  sendRoute,
  listRoute,
  readRoute,
  verbRoute({
    verb: 'undo',
    summary: 'Undo a transfer while it is held or within its undo window',
    refusals: ['not_found', ...fates, 'undo_window_over'],
    run: undoTransfer,
  }),
  verbRoute({
    verb: 'end-hold',
    name: 'endTransferHold',
    summary: 'End the hold of a transfer early: its undo window begins now',
    refusals: ['not_found', ...fates, 'not_held', 'hold_not_over_yet'],
    run: endHoldOfTransfer,
  }),
  recallRoute,
  verbRoute({
    verb: 'accept',
    summary: 'Accept a transfer where its profile asks for it; it arrives then, or when its delay ends',
    refusals: ['not_found', ...fatesForPayee, 'already_accepted', 'acceptance_not_asked'],
    run: acceptTransfer,
  }),
  verbRoute({
    verb: 'decline',
    summary: 'Send a transfer back to its payer before it arrives',
    refusals: ['not_found', ...fatesForPayee],
    run: declineTransfer,
  }),
]
