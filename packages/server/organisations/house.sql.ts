import { statement } from '../db/statement.ts'

export const readHouse = statement<[], { organisationId: string }>(
  'house_read',
  `select organisation_id from house where only_row`,
)

/** No row where there is one already. */
export const insertHouse = statement<[organisationId: string], { organisationId: string }>(
  'house_insert',
  `
  insert into house (organisation_id) values ($1)
  on conflict (only_row) do nothing
  returning organisation_id
  `,
)
