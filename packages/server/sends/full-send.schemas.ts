/** One send of an organisation in full, as the API shows it. */

import { Type, type Static } from 'typebox'
import { eventKinds } from '@laisee/core/events.ts'
import { outcomes } from '@laisee/core/guard/rule.ts'
import type { Shown } from '@laisee/core/guard/shown.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import { instalmentsOwed, instalmentsStates } from '@laisee/core/instalments.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { transferEndAt } from '@laisee/core/transfer.ts'
import { ApprovalSchema } from '../approvals/approvals.schemas.ts'
import { showApproval } from '../approvals/show-approval.schemas.ts'
import type { Tx } from '../db/db.ts'
import { PayeeCheckSchema, ReasonSchema, RulesSchema, ShownSchema } from '../guard/guard.schemas.ts'
import { BalanceSchema, closed, IdSchema, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import { isoOrNull } from './open-sends.ts'
import type { SeenSend } from './see-send.ts'
import { sendFields, showFields } from './sends.schemas.ts'

const VerdictSchema = closed({
  outcome: oneOf(outcomes),
  reasons: Type.Array(ReasonSchema),
  rules: RulesSchema,
  payeeCheck: nullable(PayeeCheckSchema),
  shown: ShownSchema,
  confirmed: Type.Boolean({ description: 'Whether the sender confirmed exactly what was shown.' }),
})

const EventSchema = closed({
  seq: Type.Integer({ minimum: 1 }),
  kind: oneOf(eventKinds),
  at: MomentSchema,
  data: Type.Record(Type.String(), Type.Unknown()),
})

const SumsSchema = closed({
  paid: BalanceSchema,
  claimed: BalanceSchema,
  returned: BalanceSchema,
  left: BalanceSchema,
})

const RecallSchema = closed({
  returns: Type.Integer({ minimum: 0, description: 'What it would bring back now, in fen.' }),
  until: nullable(MomentSchema),
  hasRight: Type.Boolean({
    description: 'Whether the caller’s roles may recall it by the policy that holds.',
  }),
  reasonNeeded: Type.Boolean(),
  refusal: nullable(
    closed(
      { code: Type.String(), data: Type.Record(Type.String(), Type.Unknown()) },
      { description: 'Why it would not succeed now; null where it would.' },
    ),
  ),
})

const PlanSchema = closed({
  id: IdSchema('instalments'),
  creditor: CardSchema,
  debtor: CardSchema,
  state: oneOf(instalmentsStates),
  left: BalanceSchema,
  may: Type.Array(oneOf(['take_over']), { description: 'What would succeed for the caller now.' }),
})

export const FullSendSchema = named(
  'SendOnBehalfInFull',
  'What an organisation sent, with everything known of it.',
  {
    ...sendFields,
    heldUntil: nullable(MomentSchema),
    approveBy: nullable(MomentSchema),
    endsAt: nullable(MomentSchema),
    closedAt: nullable(MomentSchema),
    verdict: nullable(VerdictSchema),
    approval: nullable(ApprovalSchema),
    sums: SumsSchema,
    recall: RecallSchema,
    instalments: Type.Array(PlanSchema, { description: 'What is given back of it in parts, and by whom.' }),
    events: Type.Array(EventSchema, { description: 'What happened to it, in order.' }),
    moreEvents: Type.Boolean({ description: 'Whether there are more events than these.' }),
  },
)

type FullSendJson = Static<typeof FullSendSchema>

function showVerdict(verdict: SeenSend['verdict']): FullSendJson['verdict'] {
  if (!verdict) return null
  const { outcome, reasons, policyName: name, policyVersion: version, payeeCheck, shown, confirmed } = verdict
  const rules = { name, version }
  return { outcome, reasons, rules, payeeCheck: payeeCheck as Shown['payeeCheck'], shown, confirmed }
}

function showSums({ sums: { paidIn, paidOut, returned } }: SeenSend): FullSendJson['sums'] {
  return {
    paid: amountToJson(paidIn),
    claimed: amountToJson(paidOut),
    returned: amountToJson(returned),
    left: amountToJson(paidIn - paidOut - returned),
  }
}

function showRecall({ chance: { returned, right, refusal } }: SeenSend): FullSendJson['recall'] {
  return {
    returns: amountToJson(returned),
    until: isoOrNull(right?.until ?? null),
    hasRight: right !== null,
    reasonNeeded: right?.reasonNeeded ?? false,
    refusal: refusal && { code: refusal.code, data: { ...refusal.data } },
  }
}

/** When it ends by itself, and when it has ended. */
function ends({ send, now }: SeenSend): { endsAt: Instant | null; closedAt: Instant | null } {
  if (send.kind === 'packet') {
    const { expireAt, closedAt } = send.row
    return { endsAt: expireAt, closedAt: closedAt ?? (now >= expireAt ? expireAt : null) }
  }
  const { acceptedAt, acceptBy, arriveAt } = send.row
  return {
    endsAt: acceptedAt === null && acceptBy !== null ? acceptBy : arriveAt,
    closedAt: transferEndAt(send.row, now)?.at ?? null,
  }
}

/** One send in full, for a reader who may see it. */
export async function showFullSend(tx: Tx, seen: SeenSend, memberId: string): Promise<FullSendJson> {
  const { send, to, approval, verdict, events, moreEvents } = seen
  const { payerId, heldUntil, approveBy } = send.row
  const told = events.map(({ seq, kind, at, data }) => ({ seq: Number(seq), kind, at: toIso(at), data }))
  const inParts = seen.instalments.flatMap(({ row }) => [row.creditorId, row.debtorId])
  const cards = await cardsOf(tx, [payerId, ...to.memberIds, ...inParts, ...namedInEvents(told)])
  const fields = showFields(seen, cards)
  const { endsAt, closedAt } = ends(seen)
  return {
    ...fields,
    names: Object.fromEntries([...cards].map(([id, { name }]) => [id, name])),
    heldUntil: isoOrNull(heldUntil),
    approveBy: isoOrNull(approveBy),
    endsAt: isoOrNull(endsAt),
    closedAt: isoOrNull(closedAt),
    verdict: showVerdict(verdict),
    approval: approval ? await showApproval(tx, approval, memberId) : null,
    sums: showSums(seen),
    recall: showRecall(seen),
    instalments: seen.instalments.map(({ row, mayTakeOver }) => ({
      id: row.id,
      creditor: showCard(cards.get(row.creditorId)!),
      debtor: showCard(cards.get(row.debtorId)!),
      state: row.state,
      left: amountToJson(instalmentsOwed(row)),
      may: mayTakeOver ? ['take_over' as const] : [],
    })),
    events: told,
    moreEvents,
  }
}

/** The members that events name anywhere in what they say. */
function namedInEvents(events: readonly { data: unknown }[]): string[] {
  const found = new Set<string>()
  const look = (part: unknown): void => {
    if (typeof part === 'string') {
      if (isIdOf('member', part)) found.add(part)
    } else if (typeof part === 'object' && part !== null) for (const one of Object.values(part)) look(one)
  }
  look(events.map(({ data }) => data))
  return [...found]
}
