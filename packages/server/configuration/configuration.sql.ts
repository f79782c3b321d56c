import { statement } from '../db/statement.ts'

/** Of several servers that start at once each waits for the one before, and compares with what it was started with. */
export const lockSettings = statement<
  [settings: string, at: string],
  { settings: Record<string, unknown>; isNew: boolean }
>(
  'configuration_lock',
  `
  insert into configuration (settings, changed_at) values ($1::jsonb, $2)
  on conflict (only_row) do update set only_row = true
  returning settings, (xmax = 0) as is_new
  `,
)

export const keepSettings = statement<[settings: string, at: string], object>(
  'configuration_keep',
  `update configuration set settings = $1::jsonb, changed_at = $2 where only_row`,
)
