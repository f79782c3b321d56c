import { statement } from '../db/statement.ts'

export const deleteOldRevocations = statement<[before: string, limit: number], { subjectId: string }>(
  'revocation_delete_old',
  `
  delete from revocation
  where (xid, subject_id) in (select xid, subject_id from revocation where at < $1 limit $2)
  returning subject_id
  `,
)
