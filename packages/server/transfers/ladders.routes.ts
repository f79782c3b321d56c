/** Ladders over the API: looked at, and sent. What becomes of the two is told by the transfers' own routes. */

import { alertOnRefusal } from '../families/alert-on-send.ts'
import { guardAskOf, previewAskOf } from '../guard/guard-fields.schemas.ts'
import { previewJson, PreviewSchema } from '../guard/guard.schemas.ts'
import { previewSend } from '../guard/preview.ts'
import { route, type Route } from '../http/route.ts'
import { givenOf, oneStepUpAtATime } from '../passkeys/passkeys.schemas.ts'
import { ladderAskOf, ladderReply, SendLadderBody, SentLadderSchema } from './ladders.schemas.ts'
import { sendLadder } from './send-ladder.ts'
import { ladderRefusals, transferRuleRefusals, transferSendRefusals } from './send-refusals.ts'

const tags = ['transfers']

const sendRoute = route({
  method: 'POST',
  path: '/v1/ladders',
  name: 'sendLadder',
  summary: 'Send a small first part at once, and the rest when the payee acknowledges it',
  description: [
    'Two transfers are made, with all of the money in escrow: the first is delivered as any other, and the rest waits',
    'until its payee accepts it, or comes back. Undoing one undoes both. Limits and the guard look at the whole amount,',
    'once.',
  ].join(' '),
  tags,
  callers: ['member'],
  body: SendLadderBody,
  reply: SentLadderSchema,
  status: 201,
  refusals: [...ladderRefusals, ...transferSendRefusals],
  before: oneStepUpAtATime,
  onRefusal: alertOnRefusal,
  async handle({ tx, ctx, caller, body, remember }) {
    const stepUp = givenOf(body.stepUp, ctx.site)
    const guard = guardAskOf(body, ctx.guard)
    const sent = await sendLadder(tx, { ...ladderAskOf(body, caller.memberId), stepUp, guard })
    // The rest is what can still be taken back after delivery.
    remember(sent.rest.id)
    return ladderReply(sent)
  },
})

const previewRoute = route({
  method: 'POST',
  path: '/v1/ladders/preview',
  name: 'previewLadder',
  summary: 'What the guard says of a ladder before it is sent',
  description: 'The same body as the send. It moves nothing and is not remembered.',
  tags: ['guard'],
  callers: ['member'],
  body: SendLadderBody,
  reply: PreviewSchema,
  idempotent: 'read',
  refusals: [...ladderRefusals, ...transferRuleRefusals],
  async handle({ ctx, caller, body }) {
    const ask = { ...ladderAskOf(body, caller.memberId), guard: previewAskOf(body, ctx.guard) }
    return previewJson(await previewSend(ctx.db, caller.memberId, (tx) => sendLadder(tx, ask)))
  },
})

export const ladderRoutes: readonly Route[] = [sendRoute, previewRoute]
