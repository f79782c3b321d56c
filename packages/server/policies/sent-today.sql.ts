import { statement } from '../db/statement.ts'

/** What a sender has sent on behalf of an organisation since a moment, by id; what counts as never sent is left out. */
export const sentOnBehalfSince = statement<
  [organisationId: string, payerId: string, since: string],
  { sendId: string }
>(
  'organisation_send_since',
  `
  select send_id
  from organisation_send
  where organisation_id = $1 and payer_id = $2 and at >= $3 and given_back_at is null
  `,
)
