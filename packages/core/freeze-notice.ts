/**
 * The notices of freezes of an amount or a packet, and of the answer to an objection. That a whole wallet is frozen is
 * said by a notice of its own (notice.ts).
 */

import type { EventKind } from './events.ts'

export const freezeNoticeKinds = [
  'wallet_amount_frozen',
  'wallet_amount_unfrozen',
  'own_packet_frozen',
  'own_packet_unfrozen',
  'packet_frozen',
  'packet_unfrozen',
  'freeze_appeal_upheld',
  'freeze_appeal_dismissed',
] as const

export type FreezeNoticeKind = (typeof freezeNoticeKinds)[number]

type Data = Record<string, unknown>
interface Reader {
  memberId: string
  hasClaimed(packetId: string): boolean
}
type Judge = (data: Data, reader: Reader) => [FreezeNoticeKind, readonly string[]] | null

/** Its payer is told, and those who could still claim a share of it. */
const ofPacket =
  (own: FreezeNoticeKind, others: FreezeNoticeKind): Judge =>
  (data, reader) => {
    if (data.payerId === reader.memberId) return [own, ['groupId', 'until']]
    if (data.test === true) return null
    if (typeof data.recipientId === 'string' && data.recipientId !== reader.memberId) return null
    return reader.hasClaimed(String(data.packetId)) ? null : [others, ['payerId', 'groupId', 'until']]
  }

const answered: Judge = ({ outcome }) => [
  outcome === 'upheld' ? 'freeze_appeal_upheld' : 'freeze_appeal_dismissed',
  ['freezeId', 'answer'],
]

/** What each kind of event says to whom. */
export const freezeJudges: Partial<Record<EventKind, Judge>> = {
  'wallet.amount_frozen': () => ['wallet_amount_frozen', ['freezeId', 'amount', 'reason', 'until']],
  'wallet.amount_unfrozen': () => ['wallet_amount_unfrozen', ['freezeId', 'amount']],
  'packet.frozen': ofPacket('own_packet_frozen', 'packet_frozen'),
  'packet.unfrozen': ofPacket('own_packet_unfrozen', 'packet_unfrozen'),
  'freeze.appeal_answered': answered,
}
