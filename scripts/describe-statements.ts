/**
 * Every statement of the service as PostgreSQL itself describes it: parameters and columns with their types. Checked in
 * as test/golden/statements.txt, so that a migration that changes a statement's shape shows it in the same change.
 */

import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { listedStatements } from '../packages/server/db/statement.ts'
import { fromRoot, root } from './root.ts'

const heading = `# Every statement as PostgreSQL describes it: name, parameters, columns. Written by \`npm run gen\`.\n`

interface Described {
  parameters: string[]
  results: string[] | null
}

/** Asks for the columns of a prepared statement; `pg` has no call of its own for it. */
class Describe implements pg.Submittable {
  columns: string[] = []
  readonly #name: string
  readonly #done: (error?: Error) => void

  constructor(name: string, done: (error?: Error) => void) {
    this.#name = name
    this.#done = done
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as { describe(what: { type: 'S'; name: string }): void; sync(): void }
    wire.describe({ type: 'S', name: this.#name })
    wire.sync()
  }

  handleRowDescription(message: { fields: { name: string }[] }): void {
    this.columns = message.fields.map((field) => field.name)
  }

  handleError(error: Error): void {
    this.#done(error)
  }

  handleReadyForQuery(): void {
    this.#done()
  }
}

/** Load every `.sql.ts` of the packages, so that all statements are listed. Gives the files' paths. */
export async function loadStatements(): Promise<string[]> {
  const files = globSync('packages/*/**/*.sql.ts', {
    cwd: root,
    exclude: (name) => name === 'node_modules',
  }).sort()
  for (const file of files) await import(pathToFileURL(fromRoot(file)).href)
  return files
}

export interface DescribedStatement {
  name: string
  /** The types of `$1`, `$2`, … */
  parameters: string[]
  columns: { name: string; type: string }[]
}

/** Describe every statement against the migrated database at `url`. A statement PostgreSQL refuses is named. */
export async function describeStatements(url: string): Promise<DescribedStatement[]> {
  await loadStatements()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const described: DescribedStatement[] = []
    for (const { name, text } of listedStatements()) {
      const { parameters, results } = await prepare(client, name, text)
      const names = results === null ? [] : await columnsOf(client, name)
      const columns = names.map((column, i) => ({ name: column, type: results![i]! }))
      described.push({ name, parameters, columns })
    }
    return described
  } finally {
    await client.end()
  }
}

/** The golden file: each statement with its parameters (<) and columns (>). */
export async function printStatements(url: string): Promise<string> {
  const parts = (await describeStatements(url)).map(({ name, parameters, columns }) => {
    const typed = columns.map((column) => `${column.name} ${column.type}`)
    return [name, `  < ${parameters.join(', ')}`.trimEnd(), `  > ${typed.join(', ')}`.trimEnd(), ''].join(
      '\n',
    )
  })
  return [heading, ...parts].join('\n')
}

async function prepare(client: pg.Client, name: string, text: string): Promise<Described> {
  try {
    await client.query(`prepare ${pg.escapeIdentifier(name)} as ${text}`)
  } catch (error) {
    throw new Error(`PostgreSQL does not take the statement ${name}: ${(error as Error).message}`, {
      cause: error,
    })
  }
  const { rows } = await client.query<Described>(
    'select parameter_types::text[] as parameters, result_types::text[] as results from pg_prepared_statements where name = $1',
    [name],
  )
  return rows[0]!
}

function columnsOf(client: pg.Client, name: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const ask = new Describe(name, (error) => (error ? reject(error) : resolve(ask.columns)))
    client.query(ask)
  })
}
