/** Return requests as the API shows them to the two they are between. */

import { Type, type Static } from 'typebox'
import { askedAgainMax } from '@laisee/core/asking-again.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { refusalCodes } from '@laisee/core/refusals.ts'
import {
  isReturnOpen,
  nextReminderAt,
  returnCan,
  returnCauses,
  returnDeclineReasons,
  returnEndedAt,
  returnMay,
  returnRejection,
  returnResult,
  returnStateAt,
  returnStates,
  stillAsked,
  stillHeld,
  type ReturnVerb,
} from '@laisee/core/return-request.ts'
import type { Tx } from '../db/db.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
} from '../http/schemas.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import { shareKey, sharesOf, type ReturnRow, type ShareRow } from './read-requests.ts'
import { DaySchema } from './returns.schemas.ts'

export const ReturnRequestSchema = named(
  'ReturnRequest',
  'Money that is asked back, or was given back: between who sent it and one who has it.',
  {
    id: IdSchema('returnRequest'),
    kind: oneOf(['asked', 'offered'], '`offered` where it was given back without being asked.'),
    about: Type.String({ description: 'The packet or transfer.' }),
    aboutKind: oneOf(['packet', 'transfer']),
    payer: CardSchema,
    recipient: CardSchema,
    state: oneOf(returnStates),
    open: Type.Boolean({ description: 'Whether it still waits for its recipient.' }),
    cause: nullable(oneOf(returnCauses)),
    received: { ...BalanceSchema, description: 'What the recipient was given of it, in fen.' },
    held: {
      ...BalanceSchema,
      description: 'What of that has not been given back, by this request or another.',
    },
    amount: AmountSchema,
    returned: BalanceSchema,
    left: { ...BalanceSchema, description: 'What is still asked for.' },
    message: Type.String(),
    served: Type.Boolean({
      description: 'Whether the service handed it over across a block: once, and without reminders.',
    }),
    askedAt: MomentSchema,
    dueOn: nullable(DaySchema),
    dueAt: nullable(MomentSchema),
    deliveredAt: nullable(MomentSchema),
    readAt: nullable(MomentSchema),
    reminders: closed({
      count: Type.Integer({ minimum: 0, maximum: askedAgainMax }),
      max: Type.Integer(),
      nextAt: nullable(MomentSchema),
    }),
    returnedAt: nullable(MomentSchema),
    endedAt: nullable(MomentSchema),
    result: oneOf(
      ['CNCL', 'PECR', 'RJCR', 'PDCR'],
      'ISO 20022: all of it, a part, nothing, or not known yet.',
    ),
    rejection: nullable(oneOf([...returnDeclineReasons, 'NOAS'])),
    note: Type.String({ description: 'What the recipient wrote beside a decline.' }),
    may: Type.Array(oneOf(Object.keys(returnCan) as ReturnVerb[]), {
      description: 'What the caller can do with it now.',
    }),
  },
)

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

/** Requests as one of their two sees them, in the order they were given. */
export async function showRequests(
  tx: Tx,
  rows: readonly ReturnRow[],
  memberId: string,
): Promise<Static<typeof ReturnRequestSchema>[]> {
  const shares = await sharesOf(tx, rows)
  const cards = await cardsOf(
    tx,
    rows.flatMap(({ payerId, recipientId }) => [payerId, recipientId]),
  )
  const now = await tx.now(Math.max(0, ...rows.map(({ changedAt }) => changedAt)))
  return rows.map((row) => show(row, shares.get(shareKey(row))!, { cards, memberId, now }))
}

function show(
  row: ReturnRow,
  share: ShareRow,
  { cards, memberId, now }: { cards: Map<string, MemberCard>; memberId: string; now: Instant },
): Static<typeof ReturnRequestSchema> {
  const open = isReturnOpen(row, now)
  return {
    id: row.id,
    kind: row.kind,
    about: row.sourceId,
    aboutKind: isIdOf('packet', row.sourceId) ? 'packet' : 'transfer',
    payer: showCard(cards.get(row.payerId)!),
    recipient: showCard(cards.get(row.recipientId)!),
    state: returnStateAt(row, now),
    open,
    cause: row.cause,
    received: amountToJson(share.received),
    held: amountToJson(stillHeld(share)),
    amount: amountToJson(row.amount),
    returned: amountToJson(row.returned),
    left: amountToJson(stillAsked(row)),
    message: row.message,
    served: row.served,
    askedAt: toIso(row.askedAt),
    dueOn: row.dueOn,
    dueAt: isoOrNull(row.dueAt),
    deliveredAt: isoOrNull(row.deliveredAt),
    readAt: isoOrNull(row.readAt),
    reminders: {
      count: row.reminderCount,
      max: askedAgainMax,
      nextAt: open ? isoOrNull(nextReminderAt(row)) : null,
    },
    returnedAt: isoOrNull(row.returnedAt),
    endedAt: isoOrNull(returnEndedAt(row, now)),
    result: returnResult(row, now),
    rejection: returnRejection(row, now),
    note: row.note,
    may: returnMay(row, memberId, now),
  }
}

/** One request as one of its two sees it. */
export async function showRequest(tx: Tx, row: ReturnRow, memberId: string) {
  return (await showRequests(tx, [row], memberId))[0]!
}

export const AskedReturnsSchema = named('AskedReturns', 'Who was asked, and who could not be.', {
  requests: Type.Array(ReturnRequestSchema),
  notAsked: Type.Array(
    closed({ memberId: IdSchema('member'), code: oneOf(refusalCodes, 'Why they were not asked.') }),
  ),
})
