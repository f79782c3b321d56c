import { statement } from '../db/statement.ts'

export const readTransferPayers = statement<[ids: string[]], { id: string; payerId: string }>(
  'transfer_payers_of_these',
  `select id, payer_id from transfer where id = any($1::text[])`,
)
