import { statement } from '../db/statement.ts'
import { transferColumns, type TransferRow } from './transfers.sql.ts'

export const insertTransfer = statement<
  [
    id: string,
    payerId: string,
    payeeId: string,
    profile: string,
    currency: string,
    amount: bigint,
    note: string,
    delayS: number,
    needsAcceptance: boolean,
    sentAt: string,
    deliverAt: string,
    acceptBy: string | null,
    arriveAt: string | null,
    expiringAt: string | null,
    state: string,
    heldUntil: string | null,
    heldReleaseFrom: string | null,
    heldReasons: string[],
    familyId: string | null,
    paidFromId: string | null,
    approveBy: string | null,
    eventCount: bigint,
    ladderPart: string | null,
    ladderOtherId: string | null,
    ladderOtherAmount: bigint | null,
    planId: string | null,
    planPart: number | null,
  ],
  TransferRow
>(
  'transfer_insert',
  `
  insert into transfer (
    id, payer_id, payee_id, profile, currency, amount, note, delay_s, needs_acceptance, sent_at, deliver_at,
    accept_by, arrive_at, expiring_at, state, held_until, held_release_from, held_reasons, family_id, paid_from_id, approve_by,
    ladder_part, ladder_other_id, ladder_other_amount, plan_id, plan_part, posting_count, event_count, changed_at
  ) values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
    $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
    $23, $24, $25, $26, $27, 1, $22, $10
  )
  returning ${transferColumns}
  `,
)
