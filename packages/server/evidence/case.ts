/**
 * The case that a pack is made of: one packet or transfer, as one of its parties may know it. Where a dispute about it is
 * chosen, it is narrowed to the two sides of that; so it is seen by the service's staff as well, who see both.
 */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Secrets } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { disputeById } from '../disputes/read.ts'
import { allInstalmentsOf, type WholeInstalments } from '../instalments/read-instalments.ts'
import { listClaims, seeOrRefuse, seePacket, type PacketSight } from '../packets/view.ts'
import { allRequestsOf, type ReturnRow } from '../returns/read-requests.ts'
import { seeAnyTransfer, seeTransfer, type TransferSight } from '../transfers/read.ts'
import { partsOf, type CaseParts } from './case-parts.ts'

interface Party extends CaseParts {
  /** Whose eyes it is seen with: a party's, or null for the service's staff. */
  memberId: string | null
  /** The packet or transfer. */
  sourceId: string
  /** The two sides of the dispute that was chosen; null where none was. */
  between: readonly string[] | null
  now: Instant
  isPayer: boolean
  payerId: string
  /** Who has the money or was meant to, as far as these eyes may know. */
  payeeIds: readonly string[]
  /** Return requests and instalments about it that this party, or both of the two, have part in. */
  requests: readonly ReturnRow[]
  instalments: readonly WholeInstalments[]
  secrets: Secrets
}

export interface PacketCase extends Party {
  kind: 'packet'
  packet: PacketSight['packet']
  /** The payer sees every share, a claimer their own. */
  claims: readonly NonNullable<PacketSight['mine']>[]
}

export interface TransferCase extends Party {
  kind: 'transfer'
  transfer: TransferSight['transfer']
}

export type Case = PacketCase | TransferCase

/** What a case is chosen by, and for whom. */
export interface CaseAsk {
  /** A party, or null for the service's staff, who choose a dispute: the caller has asked whether they may. */
  memberId: string | null
  /** A packet, a transfer, or a dispute about one. */
  aboutId: string
}

/** The case for a party to it: who paid, or has or was meant to have the money. Anyone else is told `not_found`. */
export async function seeCase(tx: Tx, secrets: Secrets, ask: CaseAsk): Promise<Case> {
  const { memberId } = ask
  const { sourceId, between } = await chosen(tx, ask)
  const seen = isIdOf('transfer', sourceId)
    ? await seeTransferCase(tx, memberId, sourceId)
    : await seePacketCase(tx, memberId, sourceId, between)
  const isSeen = (...two: string[]) =>
    (memberId === null || two.includes(memberId)) && two.every((id) => between?.includes(id) ?? true)
  const requests = await allRequestsOf(tx, sourceId)
  const instalments = await allInstalmentsOf(tx, sourceId)
  const [groupId, sentAt] =
    seen.kind === 'packet' ? [seen.packet.groupId, seen.packet.sentAt] : [null, seen.transfer.sentAt]
  const { isPayer, payerId } = seen
  const parts = await partsOf(tx, { memberId, between, sourceId, isPayer, payerId, groupId, sentAt })
  return {
    ...seen,
    ...parts,
    memberId,
    sourceId,
    between,
    secrets,
    requests: requests.filter((one) => isSeen(one.payerId, one.recipientId)),
    instalments: instalments.filter(({ instalments: one }) => isSeen(one.creditorId, one.debtorId)),
  }
}

async function chosen(tx: Tx, { memberId, aboutId }: CaseAsk) {
  if (!isIdOf('dispute', aboutId)) return { sourceId: aboutId, between: null }
  const dispute = await disputeById(tx, aboutId)
  const between = dispute ? [dispute.openerId, dispute.otherId] : []
  if (!dispute || (memberId !== null && !between.includes(memberId))) throw notFound()
  return { sourceId: dispute.sourceId, between }
}

/** Whom the events are told to that these eyes may see. */
export function eyesOf({ memberId, between }: Case): readonly string[] {
  return memberId === null ? (between ?? []) : [memberId]
}

type Seen<C extends Case> = C extends Case
  ? Omit<C, 'memberId' | 'sourceId' | 'between' | 'secrets' | 'requests' | 'instalments' | keyof CaseParts>
  : never

async function seeTransferCase(tx: Tx, memberId: string | null, id: string): Promise<Seen<TransferCase>> {
  const { transfer, now } =
    memberId === null ? await seeAnyTransfer(tx, id) : await seeTransfer(tx, memberId, id)
  const { payerId, payeeId } = transfer
  const isPayer = memberId === null || payerId === memberId
  return { kind: 'transfer', now, isPayer, payerId, payeeIds: [payeeId], transfer }
}

async function seePacketCase(
  tx: Tx,
  memberId: string | null,
  id: string,
  between: readonly string[] | null,
): Promise<Seen<PacketCase>> {
  const sight = !isIdOf('packet', id)
    ? undefined
    : memberId === null
      ? await seeOrRefuse(tx, id, null)
      : await seePacket(tx, id, memberId)
  if (!sight) throw notFound()
  const { packet, now, isPayer, mine } = sight
  if (!isPayer && !mine && packet.recipientId !== memberId) throw notFound()
  const claims = (isPayer ? await listClaims(tx, id) : mine ? [mine] : []).filter(
    (claim) => between?.includes(claim.memberId) ?? true,
  )
  const payeeIds = new Set([
    ...(packet.recipientId === null ? [] : [packet.recipientId]),
    ...claims.map((claim) => claim.memberId),
  ])
  return { kind: 'packet', now, isPayer, payerId: packet.payerId, payeeIds: [...payeeIds], packet, claims }
}

/** What has postings of its own in a case: the packet or transfer, and what came of it. */
export function sourcesOf({ sourceId, requests, instalments, freezes }: Case): string[] {
  const later = [
    ...requests.map(({ id }) => id),
    ...instalments.map((one) => one.instalments.id),
    ...freezes.map(({ id }) => id),
  ]
  return [sourceId, ...later]
}

function notFound(): RefusalError {
  return new RefusalError(refuse('not_found', { field: 'sourceId' }))
}
