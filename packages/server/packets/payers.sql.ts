import { statement } from '../db/statement.ts'

export const readPacketPayers = statement<[ids: string[]], { id: string; payerId: string }>(
  'packet_payers_of_these',
  `select id, payer_id from packet where id = any($1::text[])`,
)
