/** What this member has sent lately, for the undo bar; and whom they could send to. */

import { queryOptions } from '@tanstack/react-query'
import { secondMs } from '@laisee/core/instant.ts'
import { undoLengths } from '@laisee/core/member.ts'
import { purseOf, type Purse } from '../data/purse.ts'
import type { Packet, Transfer } from '../data/queries.ts'
import { service } from '../data/service.ts'

/** A packet or transfer of one's own as the undo bar knows it. */
export interface OwnSend {
  kind: 'packet' | 'transfer'
  id: string
  /** Fen. */
  amount: number
  paidFrom: Purse
  state: string
  sentAt: string
  /** Until when it waits, or waited, for somebody's word; null where it did not. */
  approveBy: string | null
  /** When its undo window begins: at the send, or when its hold is over. */
  undoFrom: string
  deliverAt: string
  may: readonly string[]
  /** The one person it is for, or else the group, or nobody in particular. */
  memberId: string | null
  groupId: string | null
  /** A transfer that waits for nothing arrives as it is delivered. */
  arrivesAtOnce: boolean
  /** The first part of a ladder: its bar is that of the rest, which speaks for both. */
  hasNoBar?: boolean
}

export function sendOfPacket(packet: Packet): OwnSend {
  const { id, total, state, sentAt, approveBy, deliverAt, may, recipientId, groupId } = packet
  const whom = { memberId: groupId === null ? recipientId : null, groupId }
  return {
    kind: 'packet',
    id,
    amount: total ?? 0,
    paidFrom: purseOf(packet),
    state,
    sentAt,
    approveBy,
    undoFrom: undoFromOf(packet),
    deliverAt,
    may,
    ...whom,
    arrivesAtOnce: false,
  }
}

export function sendOfTransfer(transfer: Transfer): OwnSend {
  const { id, state, sentAt, approveBy, deliverAt, may, payeeId, delayS, needsAcceptance, ladder } = transfer
  // Until they are delivered, the two of a ladder are one send.
  const amount =
    ladder?.part === 'rest' && may.includes('undo') ? ladder.first + ladder.rest : transfer.amount
  const arrivesAtOnce = delayS === 0 && !needsAcceptance
  return {
    kind: 'transfer',
    id,
    amount,
    paidFrom: purseOf(transfer),
    state,
    sentAt,
    approveBy,
    undoFrom: undoFromOf(transfer),
    deliverAt,
    may,
    memberId: payeeId,
    groupId: null,
    arrivesAtOnce,
    hasNoBar: ladder?.part === 'first',
  }
}

const windowMaxMs = Math.max(...undoLengths) * secondMs

/** What waited for approval alone says nothing of when it was given: then the longest window there is bounds it. */
function undoFromOf({
  sentAt,
  heldUntil,
  approveBy,
  deliverAt,
}: Pick<Packet, 'sentAt' | 'heldUntil' | 'approveBy' | 'deliverAt'>): string {
  if (heldUntil !== null) return heldUntil
  if (approveBy === null) return sentAt
  return new Date(Math.max(Date.parse(sentAt), Date.parse(deliverAt) - windowMaxMs)).toISOString()
}

/** More than anybody sends within one undo window. */
const limit = 10

export const sendsQuery = queryOptions({
  queryKey: ['sends'],
  queryFn: async ({ signal }): Promise<OwnSend[]> => {
    const [packets, transfers] = await Promise.all([
      service().listSentPackets({ query: { limit }, signal }),
      service().listTransfers({ query: { role: 'sent', limit }, signal }),
    ])
    return [...packets.items.map(sendOfPacket), ...transfers.items.map(sendOfTransfer)]
  },
})

/** The newest conversations, to choose somebody from. */
export const chooseChatsQuery = queryOptions({
  queryKey: ['chats', 'choose'],
  queryFn: async ({ signal }) => (await service().listChats({ query: { limit: 100 }, signal })).items,
})
