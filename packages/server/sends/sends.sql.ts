import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** A send as its organisation has filed it. What became of it is in its packet or transfer. */
export interface FiledSend {
  sendId: string
  payerId: string
  at: Instant
  policyVersion: number
}

/** What was sent on behalf of an organisation, newest first, from below a place. */
export const pageOfSends = statement<
  [
    organisationId: string,
    from: string,
    before: string,
    beforeId: string,
    kinds: string[],
    amountMin: bigint,
    amountMax: bigint,
    limit: number,
  ],
  FiledSend
>(
  'organisation_send_page',
  `
  select send_id, payer_id, at, policy_version
  from organisation_send
  where organisation_id = $1 and at >= $2 and (at, send_id) < ($3::timestamptz, $4)
    and kind = any($5::text[]) and amount between $6 and $7
  order by at desc, send_id desc
  limit $8
  `,
)

/** The same of one sender. */
export const pageOfSender = statement<
  [
    organisationId: string,
    payerId: string,
    from: string,
    before: string,
    beforeId: string,
    kinds: string[],
    amountMin: bigint,
    amountMax: bigint,
    limit: number,
  ],
  FiledSend
>(
  'organisation_send_page_of_sender',
  `
  select send_id, payer_id, at, policy_version
  from organisation_send
  where organisation_id = $1 and payer_id = $2 and at >= $3 and (at, send_id) < ($4::timestamptz, $5)
    and kind = any($6::text[]) and amount between $7 and $8
  order by at desc, send_id desc
  limit $9
  `,
)

export const readFiledSend = statement<[organisationId: string, sendId: string], FiledSend>(
  'organisation_send_read',
  `
  select send_id, payer_id, at, policy_version
  from organisation_send
  where organisation_id = $1 and send_id = $2
  `,
)
