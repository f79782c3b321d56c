/** Money between wallets: what of one's own has neither been claimed nor arrived, and what is coming in. Pure. */

import type { Packet, Transfer } from '../data/queries.ts'

export interface OnTheWay {
  packets: Packet[]
  sent: Transfer[]
  received: Transfer[]
  /** Fen of one's own that are in none of the wallets now. */
  outSum: number
  /** Whether everything sent was looked at. */
  isAll: boolean
}

/** What is left in a packet, in fen. */
export function leftIn({ total, claimedAmount, returnedAmount }: Packet): number {
  return (total ?? 0) - (claimedAmount ?? 0) - (returnedAmount ?? 0)
}

const isAlive = ({ state }: Packet) =>
  state === 'held' || state === 'undo' || state === 'open' || state === 'paused'
const isWaiting = ({ state }: Transfer) => state === 'held' || state === 'undo' || state === 'waiting'

/** What has not ended, of all that was sent and received. */
export function onTheWay(all: {
  packets: readonly Packet[]
  sent: readonly Transfer[]
  received: readonly Transfer[]
  isAll: boolean
}): OnTheWay {
  const packets = all.packets.filter(isAlive)
  const sent = all.sent.filter(isWaiting)
  const outSum =
    packets.reduce((sum, packet) => sum + leftIn(packet), 0) +
    sent.reduce((sum, { amount }) => sum + amount, 0)
  return { packets, sent, received: all.received.filter(isWaiting), outSum, isAll: all.isAll }
}
