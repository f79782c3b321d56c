/**
 * What the service is started with goes into the log where it differs from the last start. What each server has of its
 * own (its address, its folders) is not among it: several servers of one service would tell of one another for ever.
 */

import { fieldChanges } from '@laisee/core/log/changes.ts'
import { toIso } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { keepSettings, lockSettings } from './configuration.sql.ts'

/** Settings by name, in plain JSON. Of a secret only what may be known of it stands here. */
export type Settings = Readonly<Record<string, unknown>>

/** Keep them, and tell what changed. Gives whether anything did. */
export async function tellSettings(tx: Tx, settings: Settings): Promise<boolean> {
  const text = JSON.stringify(settings)
  const kept = (await tx.one(lockSettings, text, toIso(await tx.now())))!
  const at = await tx.now()
  const changes = fieldChanges(kept.isNew ? undefined : kept.settings, settings)
  if (changes.length === 0) return false
  await tx.run(keepSettings, text, toIso(at))
  await tell(tx, {
    sourceId: tx.newId('configuration'),
    seq: 1n,
    kind: 'configuration.changed',
    at,
    data: { changes, first: kept.isNew },
    audience: [],
  })
  return true
}
