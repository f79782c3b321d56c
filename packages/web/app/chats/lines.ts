/** The lines under a bubble: what people did with a packet or transfer, and where the money went. */

import { purseOf } from '../data/purse.ts'
import type { Packet, Transfer } from '../data/queries.ts'
import { about, plainly, type Said } from './words-of.ts'

/** The claims of one's own packet are told by name up to this many; a count stands for more. */
export const namedClaimsMax = 20

/** Whether the names of those who claimed are asked for, to be told under the bubble. */
export function namesClaims(packet: Packet, myId: string): boolean {
  return packet.payerId === myId && packet.claimedCount > 0 && packet.claimedCount <= namedClaimsMax
}

/** What happened to a packet, in order. Who claimed one's own is told apart, by their names. */
export function packetLines(packet: Packet, myId: string): Said[] {
  return [...claimLines(packet, myId), ...askLines(packet, myId), ...endLines(packet, myId)]
}

function claimLines(packet: Packet, myId: string): Said[] {
  const { payerId, payer, myShare, claimedCount: count } = packet
  if (payerId === myId)
    return count > namedClaimsMax ? [plainly((t) => t('chat.lines.countClaimed', { count }))] : []
  return myShare ? [about(payerId, payer.name, (t, name) => t('chat.lines.youClaimed', { name }))] : []
}

function askLines(packet: Packet, myId: string): Said[] {
  if (packet.askedNotToOpenAt === null || packet.closedAt !== null) return []
  if (packet.payerId === myId) return [plainly((t) => t('chat.lines.youAskedNotToOpen'))]
  return [about(packet.payerId, packet.payer.name, (t, name) => t('chat.lines.theyAskedNotToOpen', { name }))]
}

function endLines(packet: Packet, myId: string): Said[] {
  const { payerId, payer, state, claimedCount, closedBy } = packet
  const amount = packet.returnedAmount ?? 0
  const paidFrom = purseOf(packet)
  const mine = payerId === myId
  switch (state) {
    case 'undone':
      return [plainly((t) => t('chat.lines.youUndid', { amount: amount || (packet.total ?? 0), paidFrom }))]
    case 'recalled':
      if (mine)
        return [
          plainly((t) =>
            t(claimedCount > 0 ? 'chat.lines.youRecalledRest' : 'chat.lines.youRecalled', {
              amount,
              paidFrom,
            }),
          ),
        ]
      return [
        about(payerId, payer.name, (t, name) =>
          claimedCount > 0
            ? t('chat.lines.theyRecalledRest', { name, amount })
            : t('chat.lines.theyRecalled', { name }),
        ),
      ]
    case 'declined':
      if (closedBy === myId)
        return [about(payerId, payer.name, (t, name) => t('chat.lines.youDeclined', { name }))]
      if (closedBy === null) return []
      return [
        about(closedBy, undefined, (t, name) =>
          mine
            ? t('chat.lines.theyDeclined', { name, amount, paidFrom })
            : t('chat.lines.someoneDeclined', { name }),
        ),
      ]
    case 'expired':
      return expiredLines(packet, mine)
    default:
      return []
  }
}

function expiredLines({ payerId, payer, claimedCount, count, ...packet }: Packet, mine: boolean): Said[] {
  if (claimedCount >= count) return []
  const amount = packet.returnedAmount ?? 0
  const paidFrom = purseOf(packet)
  if (mine)
    return [
      plainly((t) =>
        amount === 0
          ? t('chat.lines.expiredBackMine', { paidFrom })
          : t('chat.lines.expiredMine', { amount, paidFrom }),
      ),
    ]
  if (amount === 0) return [plainly((t) => t('chat.lines.expiredBack'))]
  return [about(payerId, payer.name, (t, name) => t('chat.lines.expiredTheirs', { name }))]
}

/** What happened to a transfer. */
export function transferLines(transfer: Transfer, myId: string): Said[] {
  const { payerId, payeeId, amount, state } = transfer
  const paidFrom = purseOf(transfer)
  const mine = payerId === myId
  switch (state) {
    case 'undone':
      return [plainly((t) => t('chat.lines.youUndid', { amount, paidFrom }))]
    case 'recalled':
      return mine
        ? [plainly((t) => t('chat.lines.transferRecalledByYou', { amount, paidFrom }))]
        : [about(payerId, undefined, (t, name) => t('chat.lines.transferRecalled', { name, amount }))]
    case 'declined':
      return mine
        ? [
            about(payeeId, undefined, (t, name) =>
              t('chat.lines.transferDeclined', { name, amount, paidFrom }),
            ),
          ]
        : [about(payerId, undefined, (t, name) => t('chat.lines.transferDeclinedByYou', { name, amount }))]
    case 'returned':
      return [
        plainly((t) =>
          mine
            ? t('chat.lines.transferReturnedMine', { amount, paidFrom })
            : t('chat.lines.transferReturned', { amount }),
        ),
      ]
    default:
      break
  }
  if (!transfer.needsAcceptance || transfer.acceptedAt === null) return []
  return mine
    ? [about(payeeId, undefined, (t, name) => t('chat.lines.transferAccepted', { name }))]
    : [plainly((t) => t('chat.lines.youAccepted'))]
}
