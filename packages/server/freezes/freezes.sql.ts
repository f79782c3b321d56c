import type { FreezeBasis, FreezeReason, ReleaseReason } from '@laisee/core/freeze-basis.ts'
import type { Freeze, FreezeKind } from '@laisee/core/freeze.ts'
import type { Currency } from '@laisee/core/money.ts'
import { statement } from '../db/statement.ts'

/** A freeze's row: what core decides on, and what is kept beside it. */
export interface FreezeRow extends Freeze {
  /** The packet, or the owner of the wallet. */
  subjectId: string
  ownerId: string
  currency: Currency
  askedAmount: bigint | null
  amount: bigint | null
  note: string
  documentId: string | null
  /** Of an amount: how much of it has gone back by decisions. */
  paidOut: bigint
  postingCount: bigint
  /** The member or key that ended it, or `clock`. */
  releasedBy: string | null
  releaseReason: ReleaseReason | 'expired' | null
  releaseNote: string | null
}

const columns = `
  subject_id, id, kind, owner_id, currency, asked_amount, amount, reason, note, basis, reference, document_id, about_id,
  frozen_by, since, until, paid_out, posting_count, released_at, released_by, release_reason, release_note`

export const insertFreeze = statement<
  [
    subjectId: string,
    id: string,
    kind: FreezeKind,
    ownerId: string,
    currency: Currency,
    askedAmount: bigint | null,
    amount: bigint | null,
    reason: FreezeReason,
    note: string,
    basis: FreezeBasis,
    reference: string | null,
    documentId: string | null,
    aboutId: string | null,
    frozenBy: string,
    since: string,
    until: string,
    postingCount: bigint,
  ],
  FreezeRow
>(
  'freeze_insert',
  `
  insert into money_freeze (
    subject_id, id, kind, owner_id, currency, asked_amount, amount, reason, note, basis, reference, document_id, about_id,
    frozen_by, since, until, posting_count
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
  returning ${columns}
  `,
)

/** End one that lasts; no row where it does not. */
export const endFreeze = statement<
  [
    subjectId: string,
    id: string,
    at: string,
    by: string,
    reason: ReleaseReason | 'expired',
    note: string | null,
    postingCount: bigint,
  ],
  FreezeRow
>(
  'freeze_end',
  `
  update money_freeze
  set released_at = $3, released_by = $4, release_reason = $5, release_note = $6, posting_count = $7
  where subject_id = $1 and id = $2 and released_at is null
  returning ${columns}
  `,
)

/** So much more of a lasting one has gone back; what is given as its end is null while something of it is left. */
export const payOutFreeze = statement<
  [
    subjectId: string,
    id: string,
    paidOut: bigint,
    postingCount: bigint,
    at: string | null,
    by: string | null,
    reason: ReleaseReason | null,
  ],
  FreezeRow
>(
  'freeze_pay_out',
  `
  update money_freeze
  set paid_out = $3, posting_count = $4, released_at = $5, released_by = $6, release_reason = $7
  where subject_id = $1 and id = $2 and released_at is null
  returning ${columns}
  `,
)

/** A freeze by its id alone, without a lock: where it lies is not known yet. */
export const findFreeze = statement<[id: string], FreezeRow>(
  'freeze_find',
  `select ${columns} from money_freeze where id = $1`,
)

export const readFreezeRow = statement<[subjectId: string, id: string], FreezeRow>(
  'freeze_read',
  `select ${columns} from money_freeze where subject_id = $1 and id = $2`,
)

/** Every freeze of one packet, or of one owner's wallet and amounts, ended ones too. */
export const freezesOfSubject = statement<[subjectId: string], FreezeRow>(
  'freeze_of_subject',
  `
  select ${columns}
  from money_freeze
  where subject_id = $1
  order by since, id
  `,
)

/** What lasts in these owners' money, wallets, amounts and packets alike, and what has ended. */
export const freezesOfOwner = statement<
  [ownerIds: string[], before: string, beforeId: string, limit: number],
  FreezeRow
>(
  'freeze_page_of_owner',
  `
  select ${columns}
  from money_freeze
  where owner_id = any($1::text[]) and (since, id) < ($2::timestamptz, $3)
  order by since desc, id desc
  limit $4
  `,
)

/**
 * Freezes that last, or that have ended, latest first from before a place; of one kind, on one basis, or only those with
 * an objection that waits, where that is asked.
 */
export const pageOfFreezes = statement<
  [
    isLasting: boolean,
    before: string,
    beforeId: string,
    limit: number,
    kind: FreezeKind | null,
    basis: FreezeBasis | null,
    isAppealed: boolean,
  ],
  FreezeRow
>(
  'freeze_page',
  `
  select ${columns}
  from money_freeze
  where
    (released_at is null) = $1
    and (since, id) < ($2::timestamptz, $3)
    and ($5::text is null or kind = $5)
    and ($6::text is null or basis = $6)
    and (not $7 or exists (
      select 1
      from freeze_appeal
      where
        freeze_appeal.subject_id = money_freeze.subject_id
        and freeze_appeal.freeze_id = money_freeze.id
        and freeze_appeal.answered_at is null
    ))
  order by since desc, id desc
  limit $4
  `,
)

export const freezesToRelease = statement<[now: string, limit: number], { id: string }>(
  'freeze_due_to_release',
  `
  select id from money_freeze
  where released_at is null and until <= $1
  order by until
  limit $2
  `,
)
