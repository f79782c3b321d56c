/** Recalling what somebody sent on behalf of an organisation: by the rights of its policy, told with who did and why. */

import { Type } from 'typebox'
import { isIdOf } from '@laisee/core/ids.ts'
import { recallReasons } from '@laisee/core/recall.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import { route, type Route } from '../http/route.ts'
import { BalanceSchema, closed, IdSchema, named, oneOf, TextSchema } from '../http/schemas.ts'
import { recallPacket } from '../packets/recall.ts'
import { recallRightRefusals } from '../policies/recall-right.ts'
import { recallTransfer } from '../transfers/recall.ts'
import { SendIdSchema } from './approvals.schemas.ts'
import { waitingSend } from './waiting-send.ts'

export const recallOnBehalfRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/organisations/{id}/recalls',
    name: 'recallOnBehalf',
    summary:
      'Take back what was sent on behalf of an organisation, one’s own or another’s, as its policy allows',
    tags: ['organisations'],
    callers: ['member'],
    params: closed({ id: IdSchema('organisation') }),
    body: closed({
      sendId: SendIdSchema,
      manner: Type.Optional(oneOf(['remainder', 'all_or_nothing'])),
      reason: Type.Optional(
        oneOf(recallReasons, 'ISO 20022 cancellation reason; `CUST` where it is not said.'),
      ),
      note: Type.Optional(TextSchema(500, { description: 'Why, in words: told with the recall.' })),
    }),
    reply: named('RecallOnBehalf', 'What a recall brought back to the organisation.', {
      sendId: SendIdSchema,
      result: oneOf(['CNCL', 'PECR', 'RJCR'], 'ISO 20022: cancelled, partially executed, rejected.'),
      returned: BalanceSchema,
    }),
    refusals: [
      'not_found',
      'already_rejected',
      'already_undone',
      'already_recalled',
      'already_declined',
      'already_expired',
      'already_claimed_out',
      'already_arrived',
      'already_returned',
      'not_delivered_yet',
      'not_recallable',
      'packet_frozen',
      ...recallRightRefusals,
    ],
    async handle({ tx, caller: { memberId }, params, body }) {
      const { sendId, manner = 'remainder', reason = 'CUST', note = null } = body
      const send = await waitingSend(tx, sendId, 'read')
      if (!send || organisationOf(send.send.row) !== params.id) throw new RefusalError(refuse('not_found'))
      if (isIdOf('packet', sendId)) {
        const ask = { packetId: sendId, memberId, manner, reason, note }
        const { result, returned } = await recallPacket(tx, ask)
        return { sendId, result, returned: Number(returned) }
      }
      const { result, transfer } = await recallTransfer(tx, { transferId: sendId, memberId, reason, note })
      return { sendId, result, returned: Number(transfer.amount) }
    },
  }),
]
