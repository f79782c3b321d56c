/** `laisee migrate`: bring the database up to this version, as a start of the service does. */

import { migrate as migrateDatabase } from '@laisee/server/db/migrate.ts'
import { command } from '../command.ts'
import { databaseArgs, withDatabaseUrl } from '../direct.ts'
import { print } from '../output.ts'

export const migrate = command(databaseArgs, async (args) => {
  const applied = await withDatabaseUrl(args.demo === true, migrateDatabase)
  print(
    applied.length === 0
      ? 'Nothing to do: the database is at this version.'
      : `Applied ${applied.join(', ')}.`,
  )
})
