import { statement } from '../db/statement.ts'

export interface VerdictFound {
  sendId: string
  payerId: string
  outcome: string
  asks: boolean
  confirmed: boolean
  shown: Record<string, unknown>
  shownHash: string
  /** What was sent, with both parts of a ladder; null where there is no such send. */
  amount: bigint | null
}

/** Verdicts with the sends they are on, so many at most, from an id on. */
export const auditVerdicts = statement<[after: string, limit: number], VerdictFound>(
  'audit_verdicts',
  `
  select
    verdict.send_id, verdict.payer_id, verdict.outcome, verdict.asks, verdict.confirmed, verdict.shown, verdict.shown_hash,
    coalesce(packet.total, transfer.amount + coalesce(transfer.ladder_other_amount, 0)) as amount
  from verdict
  left join packet on packet.id = verdict.send_id
  left join transfer on transfer.id = verdict.send_id
  where verdict.send_id > $1
  order by verdict.send_id
  limit $2
  `,
)
