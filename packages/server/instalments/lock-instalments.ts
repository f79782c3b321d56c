/**
 * Loading instalments for a verb: the share they are about under lock, which is where every return waits, then their rows,
 * then the time.
 */

import type { Instant } from '@laisee/core/instant.ts'
import type { InstalmentTerms } from '@laisee/core/instalments.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockKnownShare, type ShareRow } from '../returns/lock-share.ts'
import {
  readInstalments,
  readParts,
  readVersions,
  whereAreInstalments,
  type InstalmentsRow,
  type PartRow,
  type VersionRow,
} from './instalments.sql.ts'

export interface LockedInstalments {
  share: ShareRow
  instalments: InstalmentsRow
  versions: VersionRow[]
  /** The parts of every version. */
  parts: PartRow[]
  now: Instant
}

/** Lock instalments by their id; `not_found` where there are none. Whose verb it is, the rule asks. */
export async function lockInstalments(tx: Tx, instalmentsId: string): Promise<LockedInstalments> {
  const place = await tx.one(whereAreInstalments, instalmentsId)
  if (!place) throw new RefusalError(refuse('not_found'))
  const share = (await lockKnownShare(tx, place.sourceId, place.debtorId))!
  const instalments = (await tx.one(readInstalments, place.sourceId, instalmentsId))!
  const versions = await tx.run(readVersions, place.sourceId, instalmentsId)
  const parts = await tx.run(readParts, place.sourceId, instalmentsId)
  return {
    share,
    instalments,
    versions,
    parts,
    now: await tx.now(Math.max(share.changedAt, instalments.changedAt)),
  }
}

/** The parts of what is agreed; none before anything is. */
export function agreedParts({
  instalments,
  parts,
}: Pick<LockedInstalments, 'instalments' | 'parts'>): PartRow[] {
  return parts.filter(({ version }) => version === instalments.agreedVersion)
}

/** What a version says; undefined where there is none of that number. */
export function termsOf(
  { versions, parts }: Pick<LockedInstalments, 'versions' | 'parts'>,
  no: number,
): InstalmentTerms | undefined {
  const version = versions.find((one) => one.version === no)
  return (
    version && {
      principal: version.principal,
      interest: version.interest,
      parts: parts.filter((part) => part.version === no),
    }
  )
}
