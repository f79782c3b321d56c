/** Packs that were made, for the member, or the dispute, they were made for: nobody else is told that there is one. */

import { digestOf, openContainer } from '@laisee/core/evidence/container.ts'
import { manifestName, readManifest, type Manifest } from '@laisee/core/evidence/manifest.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Secrets } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { dropPacksOf, readPack, type PackRow } from './evidence.sql.ts'
import { openFile } from './seal-file.ts'

export interface OpenedPack {
  pack: PackRow
  zip: Uint8Array
  manifest: Manifest
}

/** A pack with its file. Refuses `not_found`. */
export async function openPack(
  tx: Tx,
  secrets: Secrets,
  ownerId: string,
  packId: string,
): Promise<OpenedPack> {
  const row = await tx.one(readPack, ownerId, packId)
  if (!row) throw new RefusalError(refuse('not_found'))
  const { sealed, ...pack } = row
  const zip = openFile(secrets, packId, sealed)
  const manifest = readManifest(openContainer(zip).files.get(manifestName) ?? new Uint8Array())
  if (!manifest || digestOf(zip) !== pack.digest.toString('hex'))
    throw new Error(`pack ${packId} is not what was kept`)
  return { pack, zip, manifest }
}

/** Forget a member's packs, where they are forgotten. Gives how many there were. */
export async function forgetPacks(tx: Tx, memberId: string): Promise<number> {
  return (await tx.run(dropPacksOf, memberId)).length
}
