/** Everything that goes into a pack, read in one snapshot, so that no item knows more than another. */

import { digestOf } from '@laisee/core/evidence/container.ts'
import type { FoundItem } from '@laisee/core/evidence/assemble.ts'
import type { PackClaim } from '@laisee/core/evidence/claim.ts'
import type { PackFacts } from '@laisee/core/evidence/gap.ts'
import { canonicalJson } from '@laisee/core/guard/canonical.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { logOriginOf } from '../log/checkpoint.ts'
import { cardsOf } from '../people/members.ts'
import { seeCase } from './case.ts'
import { packsOfFacts, type PackRow } from './evidence.sql.ts'
import { outsideFound, type OutsidePayment } from './outside.ts'
import { evidenceSources, type Found } from './sources.ts'
import { readClockItem } from './sources/clock.ts'
import { deviceItem, statementItem, type DeviceSaid } from './stated.ts'

/** What a pack is asked for: money sent here, or elsewhere as its sender tells it. */
export interface PackWish {
  memberId: string
  about: { sourceId: string } | { outside: OutsidePayment }
  claim: PackClaim
  /** The party's own account, as they wrote it. */
  statement: string | null
  device: DeviceSaid | null
}

export interface Gathered {
  id: string
  madeAt: Instant
  /** Name and id of the party. */
  madeFor: string
  origin: string
  found: readonly FoundItem[]
  facts: Omit<PackFacts, 'stamped'>
  lines: readonly (readonly [string, string])[]
  chronicle: readonly { at: Instant; text: string }[]
  factsHash: Buffer
  /** Packs of the same facts, a stamped one first. */
  known: readonly PackRow[]
}

type CodedFound = Found & { code: FoundItem['code']; isMomentary?: boolean }

/** Gather what a pack needs. Refuses `not_found` whoever is no party. */
export async function gatherPack(tx: Tx, ctx: Context, wish: PackWish): Promise<Gathered> {
  const found = await findItems(tx, ctx, wish)
  const { memberId, claim, statement, device, about } = wish
  const madeAt = await tx.now()
  const name = (await cardsOf(tx, [memberId])).get(memberId)?.name ?? ''
  const facts: Omit<PackFacts, 'stamped'> = {
    ...nothingFound,
    claim,
    subject: subjectOf(wish),
    madeAt,
    hasStatement: statement !== null,
    hasDevice: device !== null,
    demo: ctx.demo,
    ...found.reduce<Partial<PackFacts>>((all, one) => ({ ...all, ...one.facts }), {}),
  }
  const factsHash = hashOf(wish, found, facts)
  return {
    id: tx.newId('evidencePack'),
    madeAt,
    madeFor: `${name}（${memberId}）`,
    origin: await logOriginOf(tx),
    found,
    facts,
    lines: found.flatMap(({ lines = [] }) => lines),
    chronicle: 'outside' in about ? [] : found.flatMap(({ chronicle = [] }) => chronicle).toSorted(byTime),
    factsHash,
    known: await tx.run(packsOfFacts, memberId, factsHash),
  }
}

/** What kind of payment a wish is about. */
export function subjectOf({ about }: PackWish): PackFacts['subject'] {
  if ('outside' in about) return 'outside'
  return about.sourceId.startsWith('tr_') ? 'transfer' : 'packet'
}

const byTime = (a: { at: Instant }, b: { at: Instant }) => a.at - b.at

const nothingFound = {
  sentAt: null,
  taken: null,
  isTest: false,
  hasDocuments: false,
  request: 'none',
  agreed: false,
  warned: false,
  events: 0,
  receipts: 0,
  unproven: 0,
  clockOffsetMs: 0,
} as const satisfies Partial<PackFacts>

async function findItems(tx: Tx, { secrets }: Context, wish: PackWish): Promise<CodedFound[]> {
  const { about, memberId, statement, device } = wish
  const own: CodedFound[] = [
    ...(statement === null ? [] : [{ code: 'statement' as const, ...statementItem(memberId, statement) }]),
    ...(device === null
      ? []
      : [{ code: 'device' as const, isMomentary: true, ...deviceItem(device, await tx.now()) }]),
  ]
  if ('outside' in about) {
    const clock = { code: 'clock' as const, isMomentary: true, ...(await readClockItem(tx)) }
    return [...(await outsideFound(tx, memberId, about.outside)), ...own, clock]
  }
  const seen = await seeCase(tx, secrets, memberId, about.sourceId)
  const read: CodedFound[] = []
  for (const { code, isMomentary = false, read: ask } of evidenceSources) {
    const one = await ask(tx, seen)
    if (one) read.push({ code, isMomentary, ...one })
  }
  return [...read, ...own]
}

/** Of all that makes one pack differ from another; not of when it was read. */
function hashOf(wish: PackWish, found: readonly CodedFound[], facts: Omit<PackFacts, 'stamped'>): Buffer {
  const lasting = { ...facts, madeAt: 0, clockOffsetMs: 0 }
  const items = found
    .filter(({ isMomentary }) => !isMomentary)
    .map(({ code, data, files = [] }) => ({
      code,
      data: data ?? null,
      files: files.map(({ name, bytes }) => ({ name, digest: digestOf(bytes) })),
    }))
  const said = { claim: wish.claim, lasting, items }
  return Buffer.from(digestOf(new TextEncoder().encode(canonicalJson(said))), 'hex')
}
