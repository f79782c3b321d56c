import { statement } from '../db/statement.ts'

export const readMigrationNo = statement<[], { no: number }>(
  'health_read_migration',
  `select max(no) as no from migration`,
)
