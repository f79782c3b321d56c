/**
 * Make an evidence pack for a party. Reading is one snapshot, writing one short transaction; what takes long (an
 * authority's timestamp, the pages of the index) is done between them and holds nothing. Asked again with nothing new, it
 * gives the pack that is there.
 */

import { createHash } from 'node:crypto'
import { assemblePack, orderItems, type OrderedItems } from '@laisee/core/evidence/assemble.ts'
import { gapsOf, type Gap } from '@laisee/core/evidence/gap.ts'
import { indexSheet } from '@laisee/core/evidence/index-sheet.ts'
import { toIso } from '@laisee/core/instant.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { renderSheet } from '../sheets/render-sheet.ts'
import { tell } from '../events/append.ts'
import { dropOldPacks, insertPack, packsOfFacts, type PackRow } from './evidence.sql.ts'
import { gatherPack, type Gathered, type PackWish, type StaffWish } from './gather.ts'
import { sealFile } from './seal-file.ts'
import type { Stamp } from './timestamp/authority.ts'

/** Of one member's packs, or of one dispute's, the newest so many are kept. */
export const packsKeptMax = 50

/** While one key of the log follows another, both seal. */
const sealingKeys = 2

/** Make a pack, or give the one of the same facts. Refuses `not_found` whoever is no party of the case. */
export async function makePack(ctx: Context, wish: PackWish | StaffWish): Promise<PackRow> {
  const gathered = await ctx.db.snapshot((tx) => gatherPack(tx, ctx, wish))
  const [known] = gathered.known
  if (known && (known.stamped || !ctx.authority)) return known
  const ordered = orderItems(gathered.found)
  const stamp = await stampOf(ctx, ordered)
  if (known && !stamp) return known
  const zip = await zipOf(ctx, gathered, ordered, stamp)
  const by = 'disputeId' in wish ? wish.by : null
  return ctx.db.transaction((tx) => keepPack(tx, ctx, gathered, { zip, by, stamped: stamp !== null }))
}

async function stampOf({ authority, log }: Context, { message }: OrderedItems) {
  if (!authority) return null
  try {
    const { token, at }: Stamp = await authority.stamp(message)
    return { authority: authority.name, token, at }
  } catch (error) {
    log.warn({ error: (error as Error).message }, 'an evidence pack is made without a timestamp')
    return null
  }
}

async function zipOf(
  ctx: Context,
  gathered: Gathered,
  ordered: OrderedItems,
  stamp: Awaited<ReturnType<typeof stampOf>>,
): Promise<Uint8Array> {
  const { id, sourceId, madeAt, madeFor, origin, facts, lines, chronicle } = gathered
  const gaps: Gap[] = gapsOf({ ...facts, stamped: stamp !== null })
  const { subject, claim, demo, byStaff } = facts
  const { items, digest } = ordered
  const said = { id, subject, claim, madeAt, madeFor, origin, gaps, demo }
  const sheet = indexSheet({ ...said, byStaff, facts: lines, chronicle, items, digest, stamp })
  return assemblePack(ordered, {
    ...said,
    sourceId,
    keys: ctx.secrets.logKeys.slice(0, sealingKeys),
    index: await renderSheet(sheet),
    stamp,
  })
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

interface Made {
  zip: Uint8Array
  stamped: boolean
  /** Who of the staff has made it; null where it is a party's own. */
  by: string | null
}

async function keepPack(
  tx: Tx,
  { secrets }: Context,
  { id, ownerId, sourceId, madeAt, factsHash, facts }: Gathered,
  { zip, stamped, by }: Made,
): Promise<PackRow> {
  const { claim, subject } = facts
  const digest = sha256(zip)
  const sealed = sealFile(secrets, id, zip)
  const pack = await tx.one(
    insertPack,
    ownerId,
    id,
    subject,
    sourceId,
    claim,
    toIso(madeAt),
    stamped,
    factsHash,
    digest,
    BigInt(zip.length),
    sealed,
  )
  if (!pack) return (await tx.one(packsOfFacts, ownerId, factsHash))!
  await tx.run(dropOldPacks, ownerId, packsKeptMax)
  const made = {
    sourceId,
    claim,
    stamped,
    digest: digest.toString('hex'),
    sealedSha256: sha256(sealed).toString('hex'),
  }
  await tell(tx, {
    sourceId: id,
    seq: 1n,
    kind: 'evidence.made',
    at: await tx.now(madeAt),
    data: { packId: id, ...(by === null ? { memberId: ownerId } : { disputeId: ownerId, by }), ...made },
    audience: by === null ? [ownerId] : [],
  })
  return pack
}
