/** Everything that goes into a pack, read in one snapshot, so that no item knows more than another. */

import { digestOf } from '@laisee/core/evidence/container.ts'
import type { FoundItem } from '@laisee/core/evidence/assemble.ts'
import type { PackClaim } from '@laisee/core/evidence/claim.ts'
import type { PackFacts } from '@laisee/core/evidence/gap.ts'
import { canonicalJson } from '@laisee/core/guard/canonical.ts'
import { indexWords } from '@laisee/core/words/evidence/index-words.ts'
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
  /** Who it is made for: a party. */
  memberId: string
  /** A packet or transfer, a dispute about one, or money sent elsewhere. */
  about: { sourceId: string } | { outside: OutsidePayment }
  claim: PackClaim
  /** The party's own account, as they wrote it. */
  statement: string | null
  device: DeviceSaid | null
}

/** What the service's staff ask for: the pack of a dispute, as both its sides may see it together. */
export interface StaffWish {
  disputeId: string
  claim: PackClaim
  /** The agent or the operator's key that asks. */
  by: string
}

/** Whose pack it is, and what it is about. */
interface Ask {
  /** A member; or the dispute, whose packs all of its staff share. */
  ownerId: string
  madeFor: string
  memberId: string | null
  about: PackWish['about']
  claim: PackClaim
  statement: string | null
  device: DeviceSaid | null
}

export interface Gathered {
  id: string
  ownerId: string
  /** What it was asked by: a packet, a transfer or a dispute; null for money sent elsewhere. */
  sourceId: string | null
  madeAt: Instant
  /** Name and id of the party, or that it is the service's staff. */
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

/** Gather what a pack needs. Refuses `not_found` whoever is no party; whether staff may is for the caller to ask. */
export async function gatherPack(tx: Tx, ctx: Context, wish: PackWish | StaffWish): Promise<Gathered> {
  const ask = await askOf(tx, wish)
  const { claim, statement, device, about, madeFor, ownerId } = ask
  const { subject, found } = await findItems(tx, ctx, ask)
  const madeAt = await tx.now()
  const facts: Omit<PackFacts, 'stamped'> = {
    ...nothingFound,
    claim,
    subject,
    madeAt,
    byStaff: ask.memberId === null,
    hasStatement: statement !== null,
    hasDevice: device !== null,
    demo: ctx.demo,
    ...found.reduce<Partial<PackFacts>>((all, one) => ({ ...all, ...one.facts }), {}),
  }
  const factsHash = hashOf(ask, found, facts)
  return {
    id: tx.newId('evidencePack'),
    ownerId,
    sourceId: 'sourceId' in about ? about.sourceId : null,
    madeAt,
    madeFor,
    origin: await logOriginOf(tx),
    found,
    facts,
    lines: found.flatMap(({ lines = [] }) => lines),
    chronicle: 'outside' in about ? [] : found.flatMap(({ chronicle = [] }) => chronicle).toSorted(byTime),
    factsHash,
    known: await tx.run(packsOfFacts, ownerId, factsHash),
  }
}

async function askOf(tx: Tx, wish: PackWish | StaffWish): Promise<Ask> {
  if ('disputeId' in wish) {
    const { disputeId: ownerId, claim } = wish
    const madeFor = `${indexWords.staff}（${ownerId}）`
    const about = { sourceId: ownerId }
    return { ownerId, madeFor, memberId: null, about, claim, statement: null, device: null }
  }
  const { memberId } = wish
  const name = (await cardsOf(tx, [memberId])).get(memberId)?.name ?? ''
  return { ...wish, ownerId: memberId, madeFor: `${name}（${memberId}）` }
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

interface FoundItems {
  subject: PackFacts['subject']
  found: CodedFound[]
}

async function findItems(tx: Tx, { secrets }: Context, ask: Ask): Promise<FoundItems> {
  const { about, memberId, ownerId, statement, device } = ask
  const own: CodedFound[] = [
    ...(statement === null ? [] : [{ code: 'statement' as const, ...statementItem(ownerId, statement) }]),
    ...(device === null
      ? []
      : [{ code: 'device' as const, isMomentary: true, ...deviceItem(device, await tx.now()) }]),
  ]
  if ('outside' in about) {
    const clock = { code: 'clock' as const, isMomentary: true, ...(await readClockItem(tx)) }
    const found = [...(await outsideFound(tx, ownerId, about.outside)), ...own, clock]
    return { subject: 'outside', found }
  }
  const seen = await seeCase(tx, secrets, { memberId, aboutId: about.sourceId })
  const read: CodedFound[] = []
  for (const { code, isMomentary = false, read: from } of evidenceSources) {
    const one = await from(tx, seen)
    if (one) read.push({ code, isMomentary, ...one })
  }
  return { subject: seen.kind, found: [...read, ...own] }
}

/** Of all that makes one pack differ from another; not of when it was read. */
function hashOf(
  { claim, about }: Ask,
  found: readonly CodedFound[],
  facts: Omit<PackFacts, 'stamped'>,
): Buffer {
  const lasting = { ...facts, madeAt: 0, clockOffsetMs: 0 }
  const items = found
    .filter(({ isMomentary }) => !isMomentary)
    .map(({ code, data, files = [] }) => ({
      code,
      data: data ?? null,
      files: files.map(({ name, bytes }) => ({ name, digest: digestOf(bytes) })),
    }))
  const asked = 'sourceId' in about ? about.sourceId : null
  const said = { claim, asked, lasting, items }
  return Buffer.from(digestOf(new TextEncoder().encode(canonicalJson(said))), 'hex')
}
