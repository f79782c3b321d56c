/** A situation with the facts of our own ledger filled in, so that nobody is asked what the service knows. */

import type { Instant } from '../instant.ts'
import { packetCan, stateAt, type Packet, type PacketState } from '../packet.ts'
import { profiles } from '../profile.ts'
import { transferCan, transferStateAt, type Transfer, type TransferState } from '../transfer.ts'
import { nothingKnown, type Phase, type Power, type Situation } from './situation.ts'

const packetPhases: Record<PacketState, Phase> = {
  approving: 'undo',
  rejected: 'expired',
  held: 'undo',
  undo: 'undo',
  undone: 'expired',
  open: 'unclaimed',
  paused: 'unclaimed',
  claimed_out: 'claimed',
  recalled: 'expired',
  declined: 'expired',
  expired: 'expired',
}

/** What the payer knows of a packet of theirs. Shares that were claimed keep their claimers, however the rest ended. */
export function situationOfPacket(packet: Packet, now: Instant): Situation {
  const state = stateAt(packet, now)
  const someTaken = packet.claimedCount > 0 && state !== 'claimed_out'
  const phase = someTaken ? 'partly_claimed' : packetPhases[state]
  const profile = profiles[packet.profile]
  const can: Power[] = []
  if (packetCan.undo.includes(state)) can.push('undo')
  if (profile.recall && packetCan.recall.includes(state)) can.push('recall')
  if (profile.pause && packetCan.pause.includes(state)) can.push('pause')
  if (packetCan.ask_not_to_open.includes(state) && packet.askedNotToOpenAt === null)
    can.push('ask_not_to_open')
  return {
    ...nothingKnown,
    platform: 'laisee',
    product: packet.kind,
    phase,
    sentAt: packet.sentAt,
    amount: packet.total,
    claimedAmount: packet.claimedAmount,
    ledger: {
      id: packet.id,
      phase,
      deliverAt: packet.deliverAt,
      backAt: packet.closedAt === null ? packet.expireAt : packet.closedAt,
      recallUntil: packet.expireAt,
      shares: packet.count,
      claimedShares: packet.claimedCount,
      claimedAmount: packet.claimedAmount,
      can,
    },
  }
}

const transferPhases: Record<TransferState, Phase> = {
  approving: 'undo',
  rejected: 'expired',
  held: 'undo',
  undo: 'undo',
  undone: 'expired',
  waiting: 'unclaimed',
  arrived: 'claimed',
  recalled: 'expired',
  declined: 'expired',
  returned: 'expired',
}

/** What the payer knows of a transfer of theirs. One that arrives by itself never goes back by itself. */
export function situationOfTransfer(transfer: Transfer, now: Instant): Situation {
  const state = transferStateAt(transfer, now)
  const phase = transferPhases[state]
  const can: Power[] = []
  if (transferCan.undo.includes(state)) can.push('undo')
  if (profiles[transfer.profile].recall && transferCan.recall.includes(state)) can.push('recall')
  const claimed = phase === 'claimed'
  return {
    ...nothingKnown,
    platform: 'laisee',
    product: transfer.delayS > 0 ? 'transfer_delayed' : 'transfer_now',
    phase,
    sentAt: transfer.sentAt,
    amount: transfer.amount,
    claimedAmount: claimed ? transfer.amount : 0n,
    ledger: {
      id: transfer.id,
      phase,
      deliverAt: transfer.deliverAt,
      backAt: transfer.acceptedAt === null ? transfer.acceptBy : null,
      recallUntil: transfer.arriveAt ?? transfer.acceptBy,
      shares: 1,
      claimedShares: claimed ? 1 : 0,
      claimedAmount: claimed ? transfer.amount : 0n,
      can,
    },
  }
}
