import type {
  DisputeCause,
  DisputeOutcome,
  DisputeState,
  DisputeTerms,
  Fact,
  FactKind,
} from '@laisee/core/dispute.ts'
import type { DisputeAnswer } from '@laisee/core/dispute-form.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Currency } from '@laisee/core/money.ts'
import { statement } from '../db/statement.ts'

/** A dispute's row: what it is about, and what its facts make of it, kept for the queue. */
export interface DisputeRow extends DisputeTerms {
  sourceId: string
  id: string
  payerId: string
  currency: Currency
  answers: DisputeAnswer[]
  openedAt: Instant
  state: DisputeState
  agentId: string | null
  dueAt: Instant | null
  factCount: number
  changedAt: Instant
}

const columns = `
  source_id, id, opener_id, other_id, payer_id, cause, amount, currency, answers, opened_at, state, agent_id, due_at,
  fact_count, changed_at`

export const insertDispute = statement<
  [
    sourceId: string,
    id: string,
    openerId: string,
    otherId: string,
    payerId: string,
    cause: DisputeCause,
    amount: bigint,
    currency: Currency,
    answers: string,
    at: string,
    dueAt: string,
  ],
  DisputeRow
>(
  'dispute_insert',
  `
  insert into dispute (
    source_id, id, opener_id, other_id, payer_id, cause, amount, currency, answers, opened_at, state, due_at, fact_count, changed_at
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', $11, 0, $10)
  returning ${columns}
  `,
)

/** The one decision point of a dispute. */
export const lockDisputeRow = statement<[sourceId: string, id: string], DisputeRow>(
  'dispute_lock',
  `select ${columns} from dispute where source_id = $1 and id = $2 for update`,
)

/** A dispute by its id alone, without a lock: where it lies is not known yet. */
export const findDispute = statement<[id: string], DisputeRow>(
  'dispute_find',
  `select ${columns} from dispute where id = $1`,
)

export const openDisputeBy = statement<[sourceId: string, openerId: string, otherId: string], DisputeRow>(
  'dispute_open_of_member',
  `
  select ${columns}
  from dispute
  where source_id = $1 and opener_id = $2 and other_id = $3 and state not in ('closed', 'withdrawn')
  `,
)

export const keepStanding = statement<
  [
    sourceId: string,
    id: string,
    state: DisputeState,
    agentId: string | null,
    dueAt: string | null,
    factCount: number,
    changedAt: string,
  ],
  DisputeRow
>(
  'dispute_keep_standing',
  `
  update dispute
  set state = $3, agent_id = $4, due_at = $5, fact_count = $6, changed_at = $7
  where source_id = $1 and id = $2
  returning ${columns}
  `,
)

export const disputesOfMember = statement<
  [memberId: string, before: string, beforeId: string, limit: number],
  DisputeRow
>(
  'dispute_page_of_member',
  `
  select ${columns}
  from dispute
  where (opener_id = $1 or other_id = $1) and (opened_at, id) < ($2::timestamptz, $3)
  order by opened_at desc, id desc
  limit $4
  `,
)

export const disputesOfSource = statement<[sourceId: string], DisputeRow>(
  'dispute_of_source',
  `select ${columns} from dispute where source_id = $1 order by opened_at, id`,
)

/** Decided ones whose time to appeal is over. */
export const disputesToClose = statement<[now: string, limit: number], { id: string }>(
  'dispute_due_to_close',
  `
  select id from dispute
  where state = 'decided' and due_at <= $1
  order by due_at
  limit $2
  `,
)

/** One thing that happened, with what was said and what it did. */
export interface FactRow extends Fact {
  disputeId: string
  text: string | null
  amount: bigint | null
  documentId: string | null
  /** What the decision did: the freeze it made or ended, the return it made or asked for. */
  effect: string | null
  effectId: string | null
  /** Of money that went back: the freeze it came out of, and the number of the word that let it. */
  freezeId: string | null
  orderReference: string | null
}

const fact = `
  dispute_id, no, kind, at, by, to_id, outcome, answer_by, text, amount, document_id, effect, effect_id,
  freeze_id, order_reference`

export const insertFact = statement<
  [
    sourceId: string,
    disputeId: string,
    no: number,
    kind: FactKind,
    at: string,
    by: string,
    toId: string | null,
    outcome: DisputeOutcome | null,
    answerBy: string | null,
    text: string | null,
    amount: bigint | null,
    documentId: string | null,
    effect: string | null,
    effectId: string | null,
    freezeId: string | null,
    orderReference: string | null,
  ],
  FactRow
>(
  'dispute_fact_insert',
  `
  insert into dispute_fact (
    source_id, dispute_id, no, kind, at, by, to_id, outcome, answer_by, text, amount, document_id, effect, effect_id,
    freeze_id, order_reference
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
  returning ${fact}
  `,
)

export const factsOfDispute = statement<[sourceId: string, disputeId: string], FactRow>(
  'dispute_fact_list',
  `
  select ${fact}
  from dispute_fact
  where source_id = $1 and dispute_id = $2
  order by no
  `,
)
