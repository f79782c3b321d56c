/** The case that a pack is made of: one packet or transfer, as one of its parties may know it. */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Secrets } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { allInstalmentsOf, type WholeInstalments } from '../instalments/read-instalments.ts'
import { listClaims, seePacket, type PacketSight } from '../packets/view.ts'
import { allRequestsOf, type ReturnRow } from '../returns/read-requests.ts'
import { seeTransfer, type TransferSight } from '../transfers/read.ts'

interface Party {
  memberId: string
  sourceId: string
  now: Instant
  isPayer: boolean
  payerId: string
  /** Who has the money or was meant to, as far as this party may know. */
  payeeIds: readonly string[]
  /** Return requests and instalments about it that this party is one of the two of. */
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

/** The case for a party to it: who paid, or has or was meant to have the money. Anyone else is told `not_found`. */
export async function seeCase(tx: Tx, secrets: Secrets, memberId: string, sourceId: string): Promise<Case> {
  const seen = isIdOf('transfer', sourceId)
    ? await seeTransferCase(tx, memberId, sourceId)
    : await seePacketCase(tx, memberId, sourceId)
  const isOneOf = (...ids: string[]) => ids.includes(memberId)
  const requests = await allRequestsOf(tx, sourceId)
  const instalments = await allInstalmentsOf(tx, sourceId)
  return {
    ...seen,
    memberId,
    sourceId,
    secrets,
    requests: requests.filter(({ payerId, recipientId }) => isOneOf(payerId, recipientId)),
    instalments: instalments.filter(({ instalments: { creditorId, debtorId } }) =>
      isOneOf(creditorId, debtorId),
    ),
  }
}

type Seen<C extends Case> = C extends Case
  ? Omit<C, 'memberId' | 'sourceId' | 'secrets' | 'requests' | 'instalments'>
  : never

async function seeTransferCase(tx: Tx, memberId: string, id: string): Promise<Seen<TransferCase>> {
  const { transfer, now } = await seeTransfer(tx, memberId, id)
  const { payerId, payeeId } = transfer
  return { kind: 'transfer', now, isPayer: payerId === memberId, payerId, payeeIds: [payeeId], transfer }
}

async function seePacketCase(tx: Tx, memberId: string, id: string): Promise<Seen<PacketCase>> {
  const sight = isIdOf('packet', id) ? await seePacket(tx, id, memberId) : undefined
  if (!sight) throw notFound()
  const { packet, now, isPayer, mine } = sight
  if (!isPayer && !mine && packet.recipientId !== memberId) throw notFound()
  const claims = isPayer ? await listClaims(tx, id) : mine ? [mine] : []
  const payeeIds = new Set([
    ...(packet.recipientId === null ? [] : [packet.recipientId]),
    ...claims.map((claim) => claim.memberId),
  ])
  return { kind: 'packet', now, isPayer, payerId: packet.payerId, payeeIds: [...payeeIds], packet, claims }
}

/** What has events and postings of its own in a case: the packet or transfer, and what came of it. */
export function sourcesOf({ sourceId, requests, instalments }: Case): string[] {
  return [sourceId, ...requests.map(({ id }) => id), ...instalments.map((one) => one.instalments.id)]
}

function notFound(): RefusalError {
  return new RefusalError(refuse('not_found', { field: 'sourceId' }))
}
