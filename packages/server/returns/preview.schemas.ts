/** What asking back would do, as the API shows it. */

import { Type, type Static } from 'typebox'
import { findingKinds } from '@laisee/core/advisor/texts/finding.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { refusalCodes } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { BalanceSchema, closed, named, nullable, oneOf } from '../http/schemas.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import type { PreviewedReturns } from './preview-returns.ts'
import { DaySchema } from './returns.schemas.ts'

export const ReturnPreviewSchema = named('ReturnPreview', 'What asking back would do.', {
  dueOn: DaySchema,
  dueFrom: DaySchema,
  dueUntil: DaySchema,
  recipients: Type.Array(
    closed({
      member: CardSchema,
      received: BalanceSchema,
      left: BalanceSchema,
      amount: BalanceSchema,
      text: Type.String(),
      findings: Type.Array(
        closed({ kind: oneOf(findingKinds), start: Type.Integer(), end: Type.Integer() }),
        { description: 'What to think over in the text, by its UTF-16 units.' },
      ),
      blanks: Type.Array(Type.String(), { description: 'What is still to be filled in.' }),
      served: Type.Boolean({
        description: 'Whether the service would hand it over across a block: once, and without reminders.',
      }),
      refusal: nullable(oneOf(refusalCodes, 'Why this one could not be asked so.')),
    }),
  ),
})

/** A preview in JSON. */
export async function showPreview(
  tx: Tx,
  { dueOn, dueFrom, dueUntil, recipients }: PreviewedReturns,
): Promise<Static<typeof ReturnPreviewSchema>> {
  const cards = await cardsOf(
    tx,
    recipients.map(({ memberId }) => memberId),
  )
  return {
    dueOn,
    dueFrom,
    dueUntil,
    recipients: recipients.map((one) => ({
      member: showCard(cards.get(one.memberId)!),
      received: amountToJson(one.received),
      left: amountToJson(one.left),
      amount: amountToJson(one.amount),
      text: one.text,
      findings: one.findings.map(({ kind, start, end }) => ({ kind, start, end })),
      blanks: one.blanks,
      served: one.served,
      refusal: one.refusal,
    })),
  }
}
