/** What goes in and comes out of the transfer routes, and how a row becomes a reply. */

import { Type, type Static } from 'typebox'
import { toIso } from '@laisee/core/instant.ts'
import { ladderParts } from '@laisee/core/ladder.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import { profileNames } from '@laisee/core/profile.ts'
import { recallReasons } from '@laisee/core/recall.ts'
import {
  transferEndAt,
  transferMay,
  transferStateAt,
  transferStates,
  type TransferVerb,
} from '@laisee/core/transfer.ts'
import {
  AmountSchema,
  closed,
  CurrencySchema,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
  pageFields,
  TextSchema,
} from '../http/schemas.ts'
import { guardFields } from '../guard/guard-fields.schemas.ts'
import { heldFields, heldJson } from '../held.schemas.ts'
import { onBehalfFields, onBehalfJson, onBehalfOf, onBehalfShown } from '../on-behalf.schemas.ts'
import { stepUpField } from '../passkeys/passkeys.schemas.ts'
import type { TransferSight } from './read.ts'
import type { SendTransferAsk } from './send.ts'
import { isoOrNull, ladderJson } from './told.ts'
import type { TransferRow } from './transfers.sql.ts'

const memberVerbs = [
  'undo',
  'end_hold',
  'recall',
  'accept',
  'decline',
] as const satisfies readonly TransferVerb[]
const noteLengthMax = 200

export const TransferParams = closed({ id: IdSchema('transfer') })

export const TransferSchema = named('Transfer', 'A transfer as it stands for the caller.', {
  id: IdSchema('transfer'),
  payerId: IdSchema('member'),
  payeeId: IdSchema('member'),
  profile: oneOf(profileNames),
  currency: CurrencySchema,
  amount: AmountSchema,
  note: Type.String(),
  delayS: Type.Integer({ minimum: 0, description: 'From delivery to arrival, in seconds.' }),
  needsAcceptance: Type.Boolean({ description: 'Whether it waits for the payee, until `acceptBy`.' }),
  state: oneOf(transferStates, 'As the clock has it, exact to the millisecond.'),
  ...onBehalfShown,
  ...heldFields,
  undoUntil: MomentSchema,
  deliverAt: MomentSchema,
  acceptBy: nullable(MomentSchema),
  acceptedAt: nullable(MomentSchema),
  arriveAt: nullable(MomentSchema),
  closedAt: nullable(MomentSchema),
  closedBy: nullable(IdSchema('member', 'Who ended it; null where the clock did.')),
  closeReason: nullable(Type.String({ description: 'An ISO 20022 reason code.' })),
  ladder: nullable(
    named('Ladder', 'Which half of a ladder a transfer is.', {
      part: oneOf(
        ladderParts,
        'The `rest` waits until its payee accepts it: that is their word on the first.',
      ),
      otherId: IdSchema('transfer'),
      first: AmountSchema,
      rest: AmountSchema,
    }),
  ),
  plan: nullable(
    closed(
      { id: IdSchema('plan'), no: Type.Integer({ minimum: 1 }) },
      { description: 'The split plan it is a part of, and which one, for its payer; null to others.' },
    ),
  ),
  familyId: nullable(
    IdSchema('family', 'The allowance that paid, for its payer; null where their own wallet did.'),
  ),
  may: Type.Array(oneOf(memberVerbs), { description: 'What would succeed for the caller now.' }),
})

export const SendTransferBody = closed({
  payeeId: IdSchema('member'),
  amount: AmountSchema,
  delayS: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 31_536_000,
      description:
        "From delivery to arrival, in seconds: 0, 7200, 86400 or any; the payer's own default where it is not said.",
    }),
  ),
  note: Type.Optional(TextSchema(noteLengthMax)),
  paidFrom: Type.Optional(
    IdSchema('family', 'The allowance that pays; one’s own wallet where it is not said.'),
  ),
  ...onBehalfFields('transfer'),
  profile: Type.Optional(
    oneOf(profileNames, 'The product profile; where it is not said `laisee`, or `enterprise` on behalf.'),
  ),
  ...stepUpField,
  ...guardFields,
})

/** A send as its verb takes it, from what its caller writes. */
export function transferAskOf(body: Static<typeof SendTransferBody>, payerId: string): SendTransferAsk {
  const { payeeId, amount, delayS = null, note = '', paidFrom = null } = body
  const profile = body.profile ?? (body.onBehalfOf === undefined ? 'laisee' : 'enterprise')
  return { payerId, payeeId, amount: BigInt(amount), delayS, note, profile, paidFrom, ...onBehalfOf(body) }
}

export const ListTransfersQuery = closed({ role: oneOf(['sent', 'received']), ...pageFields })

export const RecallTransferBody = closed({
  reason: Type.Optional(oneOf(recallReasons, 'ISO 20022 cancellation reason; `CUST` where it is not said.')),
  note: Type.Optional(
    TextSchema(500, { description: 'Why, in words: the policy of an organisation may ask for it.' }),
  ),
})

export const TransferRecallSchema = named('TransferRecall', 'What a recall of a transfer brought back.', {
  result: Type.Literal('CNCL', { description: 'ISO 20022: cancelled, all of it came back.' }),
  returned: AmountSchema,
  transfer: TransferSchema,
})

type TransferJson = Static<typeof TransferSchema>

const isMemberVerb = (verb: TransferVerb): verb is (typeof memberVerbs)[number] =>
  verb !== 'arrive' && verb !== 'return'

function planJson({ planId, planPart }: TransferRow) {
  return planId === null || planPart === null ? null : { id: planId, no: planPart }
}

/** What would succeed for this member now; of an organisation's, a recall only by a right of theirs. */
function mayNow({ transfer, now, right }: TransferSight, memberId: string) {
  const mayRecall = organisationOf(transfer) === null || !!right
  return transferMay(transfer, memberId, now)
    .filter(isMemberVerb)
    .filter((verb) => verb !== 'recall' || mayRecall)
}

/** A transfer as JSON. What the clock has ended is shown ended, also before a sweep has written it down. */
export function transferJson(sight: TransferSight, memberId: string | null): TransferJson {
  const { transfer, now, right } = sight
  const end = transferEndAt(transfer, now)
  const isForPayer = memberId === null || memberId === transfer.payerId
  return {
    id: transfer.id,
    payerId: transfer.payerId,
    payeeId: transfer.payeeId,
    profile: transfer.profile,
    currency: transfer.currency,
    amount: amountToJson(transfer.amount),
    note: transfer.note,
    delayS: transfer.delayS,
    needsAcceptance: transfer.needsAcceptance,
    state: transferStateAt(transfer, now),
    ...onBehalfJson(transfer, isForPayer, right),
    ...heldJson(transfer, isForPayer),
    undoUntil: toIso(transfer.deliverAt),
    deliverAt: toIso(transfer.deliverAt),
    acceptBy: isoOrNull(transfer.acceptBy),
    acceptedAt: isoOrNull(transfer.acceptedAt),
    arriveAt: isoOrNull(transfer.arriveAt),
    closedAt: isoOrNull(end?.at ?? null),
    closedBy: end?.by ?? null,
    closeReason: end?.reason ?? null,
    ladder: ladderJson(transfer),
    plan: isForPayer ? planJson(transfer) : null,
    familyId: isForPayer ? transfer.familyId : null,
    may: memberId === null ? [] : mayNow(sight, memberId),
  }
}
