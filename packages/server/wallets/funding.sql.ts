import { statement } from '../db/statement.ts'

export type FundingDirection = 'top_up' | 'withdrawal'

export const insertFunding = statement<
  [
    id: string,
    memberId: string,
    direction: FundingDirection,
    currency: string,
    amount: bigint,
    reference: string | null,
    at: string,
  ],
  object
>(
  'funding_insert',
  `
  insert into funding (id, member_id, direction, currency, amount, reference, at)
  values ($1, $2, $3, $4, $5, $6, $7)
  `,
)
