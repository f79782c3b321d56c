/** `laisee keys create`: an operator's key, made on the database itself, so that there can be a first one. */

import { dayMs } from '@laisee/core/instant.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { isScope, scopes as allScopes, type Scope } from '@laisee/server/keys/scopes.ts'
import { migrate } from '@laisee/server/db/migrate.ts'
import { command } from '../command.ts'
import { databaseArgs, withDatabaseUrl, withDbAt } from '../direct.ts'
import { print, printAside, printJson } from '../output.ts'
import { required, UsageError, wholeNumber } from '../usage.ts'

export const keysCreate = command(
  {
    ...databaseArgs,
    name: { type: 'string', description: 'What the key is for', valueHint: 'NAME' },
    scopes: {
      type: 'string',
      description: `What it may do: all, or some of ${allScopes.join(',')}`,
      valueHint: 'a,b,c',
    },
    days: { type: 'string', description: 'Until it ends; without, it does not', valueHint: 'N' },
    json: { type: 'boolean', description: 'Print {"id":…,"token":…}' },
  },
  async (args) => {
    const name = required('--name', args.name, 'what the key is for')
    const scopes = readScopes(required('--scopes', args.scopes, 'all, or a list with commas'))
    const days = args.days === undefined ? null : wholeNumber('--days', args.days, { min: 1, max: 3_650 })
    const demo = args.demo === true
    const key = await withDatabaseUrl(demo, async (url) => {
      await migrate(url)
      return withDbAt(url, (db) =>
        db.transaction(async (tx) => {
          const expiresAt = days === null ? null : (await tx.now()) + days * dayMs
          return createKey(tx, { demo }, { name, scopes, expiresAt, by: 'cli' })
        }),
      )
    })
    if (args.json) printJson({ id: key.id, token: key.token })
    else {
      print(key.token)
      printAside(`This is ${key.id}, shown once: the database keeps only a hash of it.`)
    }
  },
)

function readScopes(text: string): Scope[] {
  if (text === 'all') return [...allScopes]
  return text.split(',').map((word) => {
    const scope = word.trim()
    if (!isScope(scope))
      throw new UsageError(
        `--scopes knows no ${JSON.stringify(scope)}; it knows all, ${allScopes.join(', ')}`,
      )
    return scope
  })
}
