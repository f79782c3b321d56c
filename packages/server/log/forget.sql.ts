import { statement } from '../db/statement.ts'

/** What one source told, emptied; the database lets an event change in no other way. */
export const emptyEvents = statement<[sourceId: string, kinds: string[]], { seq: bigint }>(
  'event_empty',
  `
  update event set data = '{"forgotten":true}'
  where source_id = $1 and kind = any($2::text[])
  returning seq
  `,
)

export const dropSalts = statement<[sourceId: string, kinds: string[]], object>(
  'log_leaf_drop_salt',
  `update log_leaf set salt = null where source_id = $1 and kind = any($2::text[]) and salt is not null`,
)

/** Those of these members who were forgotten, as the log itself tells it. */
export const readForgotten = statement<[sourceIds: string[]], { sourceId: string }>(
  'log_forgotten',
  `select source_id from event where source_id = any($1::text[]) and kind = 'member.forgotten'`,
)
