/** What the API takes about return requests. */

import { Type, type Static } from 'typebox'
import {
  returnCauses,
  returnDeclineReasons,
  returnNoteLengthMax,
  returnTextLengthMax,
} from '@laisee/core/return-request.ts'
import { AmountSchema, closed, IdSchema, nullable, oneOf, TextSchema } from '../http/schemas.ts'
import type { AskReturns } from './ask-returns.ts'

export const PacketSourceParams = closed({ id: IdSchema('packet') })
export const TransferSourceParams = closed({ id: IdSchema('transfer') })
export const RequestParams = closed({ id: IdSchema('returnRequest', 'The id of a return request.') })

const DayText = { minLength: 10, maxLength: 10, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }
export const DaySchema = Type.String({ ...DayText, description: 'A day in China, as YYYY-MM-DD.' })

const askFields = {
  cause: oneOf(
    returnCauses,
    'Why, in the words of ISO 20022 camt.056; it decides the text where none is given.',
  ),
  amount: Type.Optional({
    ...AmountSchema,
    description: 'How much of one share, in fen; all that is left where it is not said.',
  }),
  dueOn: Type.Optional({
    ...DaySchema,
    description: 'The last day to answer: 3 to 30 days ahead; 7 where it is not said.',
  }),
  message: Type.Optional(
    TextSchema(returnTextLengthMax, {
      lengthMin: 1,
      description: 'What the recipient reads; written from the facts where it is not said.',
    }),
  ),
  lang: Type.Optional(oneOf(['zh', 'en'], 'Of the text that the facts make; zh where it is not said.')),
}

export const AskPacketBody = closed({
  recipientIds: Type.Optional(
    Type.Array(IdSchema('member'), {
      minItems: 1,
      maxItems: 500,
      description: 'Who of those who have a share; everybody where it is not said.',
    }),
  ),
  ...askFields,
})
export const AskTransferBody = closed(askFields)

/** What a request asks for, as the verb takes it. */
export function askOf(
  body: Static<typeof AskTransferBody> & { recipientIds?: string[] },
  { sourceId, memberId }: { sourceId: string; memberId: string },
  recipientIds: readonly string[] | null,
): AskReturns {
  const { cause, amount, dueOn = null, message = null, lang = 'zh' } = body
  const sum = amount === undefined ? null : BigInt(amount)
  return { sourceId, memberId, recipientIds, cause, amount: sum, dueOn, message, language: lang }
}

export const ReturnBody = closed({
  amount: Type.Optional({
    ...AmountSchema,
    description:
      'How much, in fen; what is still asked for where it is not said, and all that is left where nothing is.',
  }),
})

export const DeclineBody = closed({
  reason: oneOf(returnDeclineReasons, 'In the words of ISO 20022 camt.029.'),
  note: Type.Optional(nullable(TextSchema(returnNoteLengthMax, { description: 'Read by who asked.' }))),
})
