import type { Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { statement } from '../db/statement.ts'

export interface ClaimedShare {
  packetId: string
  memberId: string
  shareNo: number
  amount: Amount
  at: Instant
}

export const readSharesOfClaimers = statement<[packetIds: string[], memberIds: string[]], ClaimedShare>(
  'claim_of_claimers',
  `
  select claim.packet_id, claim.member_id, claim.share_no, claim.amount, claim.at
  from unnest($1::text[], $2::text[]) as wanted (packet_id, member_id)
  join claim on claim.packet_id = wanted.packet_id and claim.member_id = wanted.member_id
  `,
)
