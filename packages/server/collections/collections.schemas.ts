/** What goes in and comes out of the routes of collections. */

import { Type, type Static } from 'typebox'
import {
  collectionNoteLengthMax,
  collectionPeopleMax,
  nextShareReminderAt,
  shareStateOf,
  shareStates,
  sumPaid,
  type AskCollection,
} from '@laisee/core/collection.ts'
import { refuseField } from '@laisee/core/field.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import { guardFields } from '../guard/guard-fields.schemas.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  NameSchema,
  nullable,
  oneOf,
  pageFields,
} from '../http/schemas.ts'
import { stepUpField } from '../passkeys/passkeys.schemas.ts'
import type { SeenCollection } from './read-collections.ts'

export const CollectionParams = closed({ id: IdSchema('collection') })
export const CollectionShareParams = closed({ id: IdSchema('collection'), memberId: IdSchema('member') })
export const CollectionsQuery = closed({
  role: oneOf(['asked', 'to_pay'], 'What the caller has asked, or is asked for.'),
  ...pageFields,
})

const AskedShareSchema = closed({ memberId: IdSchema('member'), amount: AmountSchema })

export const AskCollectionBody = closed({
  groupId: Type.Optional(IdSchema('group')),
  note: NameSchema(collectionNoteLengthMax, 'What it is for, as everybody who is asked reads it.'),
  shares: Type.Array(AskedShareSchema, {
    minItems: 1,
    maxItems: collectionPeopleMax,
    description: 'Who is asked, and for how much; the caller is not among them.',
  }),
})

export const PayShareBody = closed({ ...stepUpField, ...guardFields })

const ShareSchema = named('CollectionShare', 'What one member is asked for, and what came of it.', {
  memberId: IdSchema('member'),
  amount: AmountSchema,
  state: oneOf(shareStates, 'A payment that came back leaves it asked.'),
  transferId: nullable(IdSchema('transfer')),
  remindFrom: nullable(MomentSchema),
})

export const CollectionSchema = named('Collection', 'A request for money from several people.', {
  id: IdSchema('collection'),
  askerId: IdSchema('member'),
  groupId: nullable(IdSchema('group')),
  note: Type.String(),
  askedAt: MomentSchema,
  closedAt: nullable(MomentSchema),
  count: Type.Integer({ minimum: 1 }),
  total: AmountSchema,
  paidCount: Type.Integer({ minimum: 0 }),
  paidTotal: nullable(BalanceSchema),
  shares: Type.Array(ShareSchema, { description: 'All of them for the one who asks, for others their own.' }),
})

/** A collection as its verb takes it. Refuses `invalid_request` where somebody is asked twice. */
export function collectionAskOf(
  body: Static<typeof AskCollectionBody>,
  askerId: string,
): AskCollection & { note: string } {
  const { groupId = null, note } = body
  if (new Set(body.shares.map(({ memberId }) => memberId)).size < body.shares.length)
    throw new RefusalError(refuseField('shares', 'must name each member once'))
  const shares = body.shares.map(({ memberId, amount }) => ({ memberId, amount: BigInt(amount) }))
  return { askerId, groupId, note, shares }
}

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

/** What everybody gives together and who has paid is the asker's to know; others see how many. */
export function collectionJson(
  { collection, shares }: SeenCollection,
  memberId: string,
): Static<typeof CollectionSchema> {
  const { id, askerId, groupId, note, askedAt, closedAt } = collection
  const isAsker = askerId === memberId
  const paid = sumPaid(shares)
  const shown = shares.filter((share) => isAsker || share.memberId === memberId)
  const total = shown.reduce((sum, { amount }) => sum + amount, 0n)
  return {
    id,
    askerId,
    groupId,
    note,
    askedAt: toIso(askedAt),
    closedAt: isoOrNull(closedAt),
    count: shares.length,
    total: amountToJson(total),
    paidCount: paid.count,
    paidTotal: isAsker ? amountToJson(paid.amount) : null,
    shares: shown.map((share) => ({
      memberId: share.memberId,
      amount: amountToJson(share.amount),
      state: stateShown(share, isAsker),
      transferId: isAsker ? arrivedOf(share) : (share.paidBy?.id ?? null),
      remindFrom: isAsker ? isoOrNull(nextShareReminderAt(collection, share)) : null,
    })),
  }
}

type Share = SeenCollection['shares'][number]

/** A payment that may still be undone is known to its payer alone. */
function stateShown(share: Share, isAsker: boolean) {
  const state = shareStateOf(share)
  const isSecret = isAsker && share.paidBy !== null && kept.has(share.paidBy.state)
  return isSecret ? (share.declinedAt === null ? 'asked' : 'declined') : state
}

function arrivedOf({ paidBy }: Share): string | null {
  return paidBy === null || kept.has(paidBy.state) || paidBy.state === 'undone' ? null : paidBy.id
}

const kept: ReadonlySet<string> = new Set(['approving', 'held', 'undo'])
