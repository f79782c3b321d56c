/** What an organisation sent as the API asks for and shows it in a list. */

import { Type, type Static } from 'typebox'
import { outcomes } from '@laisee/core/guard/rule.ts'
import { fromIso, toIso, type Instant } from '@laisee/core/instant.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { sendKinds, sendStates } from '@laisee/core/sends-on-behalf.ts'
import { SendIdSchema } from '../approvals/approvals.schemas.ts'
import { placeOf, type PageAsk } from '../http/page.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
  pageFields,
  pageLimitDefault,
  TextSchema,
} from '../http/schemas.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import { namedInList, type ListedSend, type SendsAsk } from './list-sends.ts'
import { factsOf, stateOfSend, type OpenSend } from './open-sends.ts'
import type { Reader } from './reader.ts'
import { showToWhom, ToWhomSchema } from './to-whom.schemas.ts'

export const SendsParams = closed({ id: IdSchema('organisation') })

export const SendsQuery = closed({
  senderId: Type.Optional(IdSchema('member', 'Who sent it.')),
  state: Type.Optional(oneOf(sendStates, 'As the clock has it.')),
  kind: Type.Optional(oneOf(sendKinds)),
  from: Type.Optional(MomentSchema),
  until: Type.Optional(MomentSchema),
  amountMin: Type.Optional(AmountSchema),
  amountMax: Type.Optional(AmountSchema),
  text: Type.Optional(
    TextSchema(100, { lengthMin: 1, description: 'In its id, its words, or the name of whom it is for.' }),
  ),
  ...pageFields,
})

type Query = Static<typeof SendsQuery> & PageAsk

/** A search as the verb takes it. Whoever sees only their own searches among those, whomever they name. */
export function sendsAskOf(organisationId: string, query: Query, { own, sight }: Reader): SendsAsk {
  const { state, kind, from, until, amountMin, amountMax, text, limit = pageLimitDefault } = query
  const moment = (at: string | undefined): Instant | undefined =>
    at === undefined ? undefined : fromIso(at)!
  const sum = (fen: number | undefined) => (fen === undefined ? undefined : BigInt(fen))
  return {
    organisationId,
    own,
    senderId: sight === 'own' ? own.memberId : query.senderId,
    state,
    kind,
    from: moment(from),
    until: moment(until),
    amountMin: sum(amountMin),
    amountMax: sum(amountMax),
    text,
    before: placeOf(query.cursor),
    limit,
  }
}

/** The fields of any send of an organisation, listed or in full. */
export const sendFields = {
  id: SendIdSchema,
  kind: oneOf(sendKinds),
  sender: CardSchema,
  to: ToWhomSchema,
  names: Type.Record(Type.String(), Type.String(), { description: 'What the people it names are called.' }),
  amount: AmountSchema,
  count: Type.Integer({ minimum: 1 }),
  words: Type.String({ description: 'The greeting or the note.' }),
  state: oneOf(sendStates, 'As the clock has it.'),
  sentAt: MomentSchema,
  deliverAt: MomentSchema,
  policyVersion: Type.Integer({ minimum: 0, description: 'The version that judged it; 0 is the default.' }),
  claimedCount: Type.Integer({ minimum: 0 }),
  claimed: BalanceSchema,
  returned: BalanceSchema,
  may: Type.Array(oneOf(['recall']), {
    description: 'What would succeed for the caller now; a reason may have to be given.',
  }),
}

export const SendOnBehalfSchema = named('SendOnBehalf', 'A packet or transfer that an organisation sent.', {
  ...sendFields,
  outcome: nullable(oneOf(outcomes, 'The guard’s word on it; null where nobody judged it.')),
})

/** What the list and the one send say alike. */
export function showFields(
  open: Pick<ListedSend, 'to' | 'chance'> & OpenSend,
  cards: ReadonlyMap<string, MemberCard>,
  first?: number,
): Omit<Static<typeof SendOnBehalfSchema>, 'outcome'> {
  const { filed, to, chance } = open
  const { id, payerId, kind, amount, count, words, sentAt, deliverAt, claimedCount, claimed, returned } =
    factsOf(open)
  const people = [payerId, ...to.memberIds.slice(0, first)]
  return {
    id,
    kind,
    sender: showCard(cards.get(payerId)!),
    to: showToWhom(to, first),
    names: Object.fromEntries(people.map((memberId) => [memberId, cards.get(memberId)?.name ?? memberId])),
    amount: amountToJson(amount),
    count,
    words,
    state: stateOfSend(open),
    sentAt: toIso(sentAt),
    deliverAt: toIso(deliverAt),
    policyVersion: filed.policyVersion,
    claimedCount,
    claimed: amountToJson(claimed),
    returned: amountToJson(returned),
    may: chance.refusal === null ? ['recall'] : [],
  }
}

export function showListed(
  one: ListedSend,
  cards: ReadonlyMap<string, MemberCard>,
): Static<typeof SendOnBehalfSchema> {
  return { ...showFields(one, cards, namedInList), outcome: one.outcome }
}
