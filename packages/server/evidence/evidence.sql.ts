import type { PackClaim, PackSubject } from '@laisee/core/evidence/claim.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** A pack as it was made; its file is kept sealed beside it. */
export interface PackRow {
  /** Whose it is: a member; or a dispute, whose packs all of its staff share. */
  memberId: string
  id: string
  subject: PackSubject
  /** `pkt_…`, `tr_…` or `dsp_…`, as it was asked for; null for money that was sent elsewhere. */
  sourceId: string | null
  claim: PackClaim
  madeAt: Instant
  stamped: boolean
  /** SHA-256 of the ZIP. */
  digest: Buffer
  bytes: bigint
}

const columns = 'member_id, id, subject, source_id, claim, made_at, stamped, digest, bytes'

/** Keep a pack; no row where one of the same facts is there already. */
export const insertPack = statement<
  [
    memberId: string,
    id: string,
    subject: string,
    sourceId: string | null,
    claim: string,
    madeAt: string,
    stamped: boolean,
    factsHash: Buffer,
    digest: Buffer,
    bytes: bigint,
    sealed: Buffer,
  ],
  PackRow
>(
  'evidence_pack_insert',
  `
  insert into evidence_pack (
    member_id, id, subject, source_id, claim, made_at, stamped, facts_hash, digest, bytes, sealed
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (member_id, facts_hash, stamped) do nothing
  returning ${columns}
  `,
)

/** A member's packs of the same facts, a stamped one first. */
export const packsOfFacts = statement<[memberId: string, factsHash: Buffer], PackRow>(
  'evidence_pack_of_facts',
  `
  select ${columns}
  from evidence_pack
  where member_id = $1 and facts_hash = $2
  order by stamped desc
  `,
)

/** A member's packs, newest first, from before a moment and id; of one source, or of all where it is null. */
export const pageOfPacks = statement<
  [memberId: string, sourceId: string | null, before: string, beforeId: string, limit: number],
  PackRow
>(
  'evidence_pack_page',
  `
  select ${columns}
  from evidence_pack
  where member_id = $1 and ($2::text is null or source_id = $2) and (made_at, id) < ($3::timestamptz, $4)
  order by made_at desc, id desc
  limit $5
  `,
)

export const readPack = statement<[memberId: string, id: string], PackRow & { sealed: Buffer }>(
  'evidence_pack_read',
  `select ${columns}, sealed from evidence_pack where member_id = $1 and id = $2`,
)

/** Only a member's newest packs are kept: older ones are copies of what can be made again. */
export const dropOldPacks = statement<[memberId: string, keep: number], { id: string }>(
  'evidence_pack_drop_old',
  `
  delete from evidence_pack
  where member_id = $1 and id in (
    select id from evidence_pack where member_id = $1 order by made_at desc, id desc offset $2
  )
  returning id
  `,
)

/** A member is forgotten: so is what was made for them. */
export const dropPacksOf = statement<[memberId: string], { id: string }>(
  'evidence_pack_drop_all',
  `delete from evidence_pack where member_id = $1 returning id`,
)
