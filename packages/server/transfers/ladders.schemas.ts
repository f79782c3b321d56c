/** What goes in and comes out of the routes of ladders. */

import { Type, type Static } from 'typebox'
import { acknowledgeDefaultS } from '@laisee/core/ladder.ts'
import { AmountSchema, closed, named } from '../http/schemas.ts'
import type { SendLadderAsk, SentLadder } from './send-ladder.ts'
import { SendTransferBody, transferAskOf, transferJson, TransferSchema } from './transfers.schemas.ts'

const { payeeId, note, paidFrom, onBehalfOf, replaces, stepUp, confirmation, payeeName, screen } =
  SendTransferBody.properties

export const SendLadderBody = closed({
  payeeId,
  amount: Type.Integer({ ...AmountSchema, description: 'All of it, in minor units (fen).' }),
  first: Type.Integer({ ...AmountSchema, description: 'What goes at once: less than the amount.' }),
  acknowledgeWithinS: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 31_536_000,
      description:
        'How long the payee has to accept the rest, in seconds from delivery: 600 to 604800; a day where it is not said.',
    }),
  ),
  note,
  paidFrom,
  onBehalfOf,
  replaces,
  stepUp,
  confirmation,
  payeeName,
  screen,
})

export const SentLadderSchema = named('SentLadder', 'The two transfers of a ladder.', {
  first: TransferSchema,
  rest: TransferSchema,
})

/** A ladder as its verb takes it. */
export function ladderAskOf(body: Static<typeof SendLadderBody>, payerId: string): SendLadderAsk {
  const { first, acknowledgeWithinS = acknowledgeDefaultS, ...transfer } = body
  return { ...transferAskOf(transfer, payerId), ladder: { first: BigInt(first), acknowledgeWithinS } }
}

export function ladderReply({ first, rest }: SentLadder): Static<typeof SentLadderSchema> {
  const shown = (transfer: SentLadder['first']) =>
    transferJson({ transfer, now: transfer.changedAt }, transfer.payerId)
  return { first: shown(first), rest: shown(rest) }
}
