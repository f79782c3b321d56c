/** What the API takes about instalments. */

import { Type, type Static } from 'typebox'
import {
  instalmentNoteLengthMax,
  instalmentPartsMax,
  instalmentRhythms,
  planInstalments,
} from '@laisee/core/instalments.ts'
import { refuseField } from '@laisee/core/field.ts'
import { isChinaDate } from '@laisee/core/law/china-date.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import type { ProposedTerms } from '@laisee/core/instalment-verbs.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  IdSchema,
  nullable,
  oneOf,
  TextSchema,
} from '../http/schemas.ts'
import { DaySchema } from '../returns/returns.schemas.ts'

export const InstalmentsParams = closed({ id: IdSchema('instalments', 'The id of instalments.') })

const termsFields = {
  principal: { ...AmountSchema, description: 'How much is given back, in fen.' },
  interest: Type.Optional({
    ...BalanceSchema,
    description:
      'What is asked beside it, in fen; nothing where it is not said. At most what the law protects.',
  }),
  parts: Type.Optional(
    Type.Array(closed({ amount: AmountSchema, dueOn: DaySchema }), {
      minItems: 1,
      maxItems: instalmentPartsMax,
      description:
        'In order; they make principal and interest to the fen. A day off moves to the next working day.',
    }),
  ),
  plan: Type.Optional(
    closed(
      {
        count: Type.Integer({ minimum: 1, maximum: instalmentPartsMax }),
        firstOn: DaySchema,
        every: oneOf(instalmentRhythms),
      },
      { description: 'In place of `parts`: as equal as fen allow, from a day on.' },
    ),
  ),
  note: Type.Optional(nullable(TextSchema(instalmentNoteLengthMax))),
}

export const ProposeBody = closed({
  about: Type.String({
    pattern: '^(?:pkt|tr)_[0-7][0-9a-hjkmnp-tv-z]{25}$',
    description: 'The packet or transfer.',
  }),
  debtorId: Type.Optional(
    IdSchema('member', 'Who would pay back; of a transfer its payee, else the caller, where it is not said.'),
  ),
  ...termsFields,
})

/** The terms of a proposal: given part by part, or as a plan. */
export function termsFrom(body: Omit<Static<typeof ProposeBody>, 'about' | 'debtorId'>): ProposedTerms {
  const { principal, interest = 0, parts, plan } = body
  if ((parts === undefined) === (plan === undefined))
    throw new RefusalError(refuseField('parts', 'must be given, or plan, and not both'))
  if (plan && !isChinaDate(plan.firstOn))
    throw new RefusalError(refuseField('plan.firstOn', 'must be a day that exists'))
  const given = parts?.map(({ amount, dueOn }) => ({ amount: BigInt(amount), dueOn }))
  return {
    principal: BigInt(principal),
    interest: BigInt(interest),
    parts: given ?? planInstalments(BigInt(principal + interest), plan!),
  }
}

export const AcceptBody = closed({
  version: Type.Integer({ minimum: 1, description: 'The version that one has seen.' }),
  consent: Type.Optional(
    Type.Boolean({ description: 'Of the debtor: let each part be taken on its day, at nine in China.' }),
  ),
})

export const PayBody = closed({
  no: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: instalmentPartsMax,
      description: 'Which part; the next where it is not said.',
    }),
  ),
  all: Type.Optional(Type.Literal(true, { description: 'All that is left, early.' })),
})

export const ConsentBody = closed({ consent: Type.Boolean() })
