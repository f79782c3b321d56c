/**
 * Every file of the repository that a program writes: `npm run gen` writes them all, a test holds each of them to what
 * its program says now.
 */

import pg from 'pg'
import { printSchema } from '../packages/server/db/print-schema.ts'
import { openapiText } from '../packages/server/http/openapi.ts'
import { routes } from '../packages/server/routes.ts'
import { printStatements } from './describe-statements.ts'
import { clientFiles, printClientFile } from './print-client.ts'
import { printCommandLine } from './print-command-line.ts'
import { printFamilyWeek, printNewYearsEve } from './print-days.ts'
import { printEvents } from './print-events.ts'
import { printGuard } from './print-guard.ts'
import { printRefusals } from './print-refusals.ts'
import { printScamCheck } from './print-scam-check.ts'
import { printSettings } from './print-settings.ts'
import { printStates } from './print-states.ts'
import { printWhoMay } from './print-who-may.ts'

export interface GeneratedFile {
  /** From the repository's root. */
  path: string
  /** What the file says, given a migrated database. */
  print(databaseUrl: string): Promise<string>
}

async function schemaOf(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await printSchema(client)
  } finally {
    await client.end()
  }
}

export const generatedFiles: readonly GeneratedFile[] = [
  { path: 'openapi.json', print: () => Promise.resolve(openapiText(routes)) },
  ...clientFiles.map((name) => ({
    path: `packages/client/generated/${name}`,
    print: () => printClientFile(name),
  })),
  { path: 'packages/server/db/schema.sql', print: schemaOf },
  { path: 'test/golden/statements.txt', print: printStatements },
  { path: 'docs/reference/refusals.md', print: printRefusals },
  { path: 'docs/reference/events.md', print: printEvents },
  { path: 'docs/reference/states.md', print: printStates },
  { path: 'docs/reference/who-may.md', print: printWhoMay },
  { path: 'docs/reference/settings.md', print: printSettings },
  { path: 'docs/reference/command-line.md', print: printCommandLine },
  { path: 'docs/internals/guard.md', print: printGuard },
  { path: 'docs/internals/scam-check.md', print: printScamCheck },
  { path: 'examples/days/new-years-eve-company.jsonl', print: printNewYearsEve },
  { path: 'examples/days/family-week.csv', print: printFamilyWeek },
]
