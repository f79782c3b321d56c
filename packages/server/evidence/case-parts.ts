/** What came of a case beside its own row: disputes, freezes, the collection it paid, the notice about it; for one pair of eyes. */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { collectionPaidBy, type PaidCollection } from '../collections/paid-collection.ts'
import { disputesAbout, withFacts, type DisputeRow, type FactRow } from '../disputes/read.ts'
import { freezesOf, type FreezeRow } from '../freezes/read.ts'
import { noticeOfPacket, type NoticeRow } from '../group-notices/notice-of-packet.ts'

export interface SeenDispute {
  dispute: DisputeRow
  state: string
  /** Without what staff keep to themselves. */
  facts: readonly FactRow[]
}

export interface CaseParts {
  disputes: readonly SeenDispute[]
  freezes: readonly FreezeRow[]
  collection: PaidCollection | undefined
  notice: NoticeRow | undefined
}

interface Asked {
  /** A party, or null for the service's staff. */
  memberId: string | null
  /** The two that a case is narrowed to, where it was chosen by their dispute. */
  between: readonly string[] | null
  sourceId: string
  isPayer: boolean
  payerId: string
  groupId: string | null
  sentAt: Instant
}

/** Read them all. */
export async function partsOf(tx: Tx, asked: Asked): Promise<CaseParts> {
  const disputes = await disputesOf(tx, asked)
  return {
    disputes,
    freezes: await freezesSeen(tx, asked, disputes),
    collection: isIdOf('transfer', asked.sourceId)
      ? await collectionPaidBy(tx, asked.payerId, asked.sourceId)
      : undefined,
    notice: asked.groupId === null ? undefined : await noticeOfPacket(tx, asked.groupId, asked.sourceId),
  }
}

const keptInside: ReadonlySet<string> = new Set(['note', 'assigned'])

/** The disputes that this party is a side of, or those of the two that are asked for. */
async function disputesOf(tx: Tx, { sourceId, memberId, between }: Asked): Promise<SeenDispute[]> {
  const sides = between ?? [memberId]
  const found: SeenDispute[] = []
  for (const row of await disputesAbout(tx, sourceId)) {
    const isSeen = [row.openerId, row.otherId].filter((id) => sides.includes(id)).length === sides.length
    if (!isSeen) continue
    const { dispute, facts, standing } = await withFacts(tx, row)
    const told = facts.filter(({ kind }) => !keptInside.has(kind))
    found.push({ dispute, state: standing.state, facts: told })
  }
  return found
}

/**
 * Freezes that bear on the case, ended ones too: of the packet, as its payer is told; of the party's own money while the
 * case lasted, unless it is for another case. Staff see those of this dispute, whosever money it is.
 */
async function freezesSeen(
  tx: Tx,
  { memberId, between, sourceId, isPayer, sentAt }: Asked,
  disputes: readonly SeenDispute[],
): Promise<FreezeRow[]> {
  const packet = isPayer && isIdOf('packet', sourceId) ? await freezesOf(tx, sourceId) : []
  const caseIds = new Set([sourceId, ...disputes.map(({ dispute }) => dispute.id)])
  const named = new Set(disputes.flatMap(({ facts }) => facts.flatMap(({ effectId }) => effectId ?? [])))
  const isOfCase = ({ id, aboutId }: FreezeRow) => named.has(id) || (aboutId !== null && caseIds.has(aboutId))
  const isMeanwhile = ({ aboutId, releasedAt }: FreezeRow) =>
    aboutId === null && (releasedAt === null || releasedAt > sentAt)
  const money: FreezeRow[] = []
  for (const ownerId of memberId === null ? (between ?? []) : [memberId])
    for (const freeze of await freezesOf(tx, ownerId))
      if (isOfCase(freeze) || (memberId !== null && isMeanwhile(freeze))) money.push(freeze)
  return [...packet, ...money]
}
