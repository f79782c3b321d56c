/**
 * Notices: what a member's own events say to them about their money. A notice is made from an event and is kept nowhere;
 * the server's inbox and a screen that hears the stream make it with the same functions. What a member did themselves
 * was answered on the spot and is no notice.
 *
 * An event is judged by its data alone, so that a screen needs no question more. Whoever is not a packet's payer hears
 * of it because it is for them (visibility decides that, not this).
 */

import type { EventKind } from './events.ts'
import { partJudges, partNoticeKinds } from './notice-parts.ts'

/** An event as a stream tells it. */
export interface ToldEvent {
  sourceId: string
  seq: number
  kind: EventKind
  /** RFC 3339. */
  at: string
  data: Record<string, unknown>
}

/** Who reads: their id, and whether they have a share of a packet already. */
export interface NoticeReader {
  memberId: string
  hasClaimed(packetId: string): boolean
}

/** Every kind of notice, in the order of their words. */
export const noticeKinds = [
  // A packet for the reader, or in a group of theirs.
  'packet_for_you',
  'packet_in_group',
  'packet_expiring',
  'packet_paused',
  'packet_released',
  'packet_recalled',
  'packet_missed',
  'packet_asked_not_to_open',
  // A packet of the reader's own.
  'own_packet_hold_over',
  'own_packet_claimed',
  'own_packet_claimed_out',
  'own_packet_expiring',
  'own_packet_expired',
  'own_packet_declined',
  // A transfer to the reader.
  'transfer_for_you',
  'transfer_to_accept',
  'transfer_expiring',
  'transfer_received',
  'transfer_recalled',
  'transfer_missed',
  // A transfer of the reader's own.
  'own_transfer_hold_over',
  'own_transfer_expiring',
  'own_transfer_accepted',
  'own_transfer_arrived',
  'own_transfer_declined',
  'own_transfer_returned',
  // The reader's wallet, moved or held by the operator.
  'wallet_topped_up',
  'wallet_withdrawn',
  'wallet_frozen',
  'wallet_unfrozen',
  ...partNoticeKinds,
] as const

export type NoticeKind = (typeof noticeKinds)[number]

/** Facts of a notice: amounts in fen, moments in RFC 3339, people and groups by id; no `count` for a single share. */
export type NoticeData = Record<string, string | number | boolean | null | readonly string[]>

export interface Notice {
  kind: NoticeKind
  /** The packet, transfer or member it is about: where a tap leads. */
  sourceId: string
  /** The number of its event among those of its source. With the source it names the notice. */
  seq: number
  /** RFC 3339. */
  at: string
  data: NoticeData
  /** The reader has already done what it calls for, so it is not unread. */
  settled: boolean
}

type Found = [kind: NoticeKind, fields: readonly string[], more?: NoticeData] | null
type Judge = (data: Record<string, unknown>, reader: NoticeReader) => Found

const isPayer: (data: Record<string, unknown>, reader: NoticeReader) => boolean = (data, { memberId }) =>
  data.payerId === memberId

/** Whether a packet is for everyone who hears of it, and not shown in a group beside the one it is for. */
const isForReader: (data: Record<string, unknown>, reader: NoticeReader) => boolean = (data, { memberId }) =>
  data.test !== true && (typeof data.recipientId !== 'string' || data.recipientId === memberId)

/** A packet's event for those who could still claim a share of it. */
const stillFor =
  (kind: NoticeKind, fields: readonly string[]): Judge =>
  (data, reader) => {
    if (isPayer(data, reader) || !isForReader(data, reader)) return null
    return reader.hasClaimed(String(data.packetId)) ? null : [kind, ['payerId', 'groupId', ...fields]]
  }

const delivered: Judge = (data, reader) => {
  if (isPayer(data, reader) || !isForReader(data, reader)) return null
  const kind =
    typeof data.groupId === 'string' && data.recipientId === null ? 'packet_in_group' : 'packet_for_you'
  return [kind, ['payerId', 'groupId', 'count', 'greeting', 'paused', 'expireAt']]
}

const claimersShownMax = 3

const claimed: Judge = (data, reader) => {
  if (!isPayer(data, reader)) return null
  const claims = Array.isArray(data.claims) ? (data.claims as { memberId?: unknown }[]) : []
  const claimerIds = claims
    .map(({ memberId }) => memberId)
    .filter((id): id is string => typeof id === 'string')
    .toReversed()
    .slice(0, claimersShownMax)
  return ['own_packet_claimed', ['groupId', 'claimedCount', 'count'], { claimerIds }]
}

const ofPayer =
  (kind: NoticeKind, fields: readonly string[]): Judge =>
  (data, reader) =>
    isPayer(data, reader) ? [kind, fields] : null

const byRole =
  (payer: Judge, other: Judge): Judge =>
  (data, reader) =>
    isPayer(data, reader) ? payer(data, reader) : other(data, reader)

/** A hold that its sender ended was their own doing; both halves of a ladder go on in one moment, told once. */
const byItself =
  (judge: Judge): Judge =>
  (data, reader) =>
    isPayer(data, reader) && data.endedBy === 'clock' && !isRestOfLadder(data) ? judge(data, reader) : null

const isRestOfLadder = ({ ladder }: Record<string, unknown>): boolean =>
  (ladder as { part?: unknown } | undefined)?.part === 'rest'

const transferFields = ['payerId', 'payeeId', 'amount'] as const
const said =
  (kind: NoticeKind, ...fields: string[]): Judge =>
  () => [kind, fields]
const ofTransfer = (kind: NoticeKind, ...fields: string[]): Judge => said(kind, ...transferFields, ...fields)
const nothing: Judge = () => null

/** What each kind of event says to whom; an event that is not here is no notice to anybody. */
const judges: Partial<Record<EventKind, Judge>> = {
  'packet.hold_ended': byItself(said('own_packet_hold_over', 'groupId', 'total', 'deliverAt')),
  'packet.delivered': delivered,
  'packet.claimed': claimed,
  'packet.claimed_out': ofPayer('own_packet_claimed_out', ['groupId', 'count', 'lastClaimerId']),
  'packet.paused': stillFor('packet_paused', []),
  'packet.released': stillFor('packet_released', []),
  'packet.recalled': stillFor('packet_recalled', []),
  'packet.declined': ofPayer('own_packet_declined', ['groupId', 'returned', 'declinedBy']),
  'packet.asked_not_to_open': stillFor('packet_asked_not_to_open', []),
  'packet.expiring': byRole(
    ofPayer('own_packet_expiring', ['groupId', 'count', 'claimedCount', 'expireAt']),
    stillFor('packet_expiring', ['expireAt']),
  ),
  'packet.expired': byRole(
    ofPayer('own_packet_expired', ['groupId', 'returned', 'count', 'claimedCount']),
    stillFor('packet_missed', []),
  ),
  'transfer.hold_ended': byItself(ofTransfer('own_transfer_hold_over', 'deliverAt')),
  'transfer.delivered': byRole(nothing, (data) => {
    const asks = typeof data.acceptBy === 'string'
    const kind = asks ? 'transfer_to_accept' : 'transfer_for_you'
    return [kind, [...transferFields, 'note', asks ? 'acceptBy' : 'arriveAt']]
  }),
  'transfer.expiring': byRole(
    ofTransfer('own_transfer_expiring', 'acceptBy'),
    ofTransfer('transfer_expiring', 'acceptBy'),
  ),
  'transfer.accepted': byRole(ofTransfer('own_transfer_accepted', 'arriveAt'), nothing),
  'transfer.arrived': byRole(ofTransfer('own_transfer_arrived'), ofTransfer('transfer_received')),
  'transfer.recalled': byRole(nothing, ofTransfer('transfer_recalled')),
  'transfer.declined': byRole(ofTransfer('own_transfer_declined'), nothing),
  'transfer.returned': byRole(ofTransfer('own_transfer_returned'), ofTransfer('transfer_missed')),
  'wallet.topped_up': said('wallet_topped_up', 'amount', 'balance', 'reference'),
  'wallet.withdrawn': said('wallet_withdrawn', 'amount', 'balance', 'reference'),
  'wallet.frozen': said('wallet_frozen', 'reason'),
  'wallet.unfrozen': said('wallet_unfrozen'),
  ...partJudges,
}

/** The kinds of event that may be a notice to whoever hears them under their own name. */
export const noticeEvents = Object.keys(judges) as EventKind[]

/** Those that may be one to whoever hears them as one of a group only. */
export const groupNoticeEvents: readonly EventKind[] = [
  'packet.delivered',
  'packet.paused',
  'packet.released',
  'packet.recalled',
  'packet.expiring',
  'packet.expired',
  'packet.asked_not_to_open',
  'packet.frozen',
  'packet.unfrozen',
]

/** The notice an event is to this reader, or nothing where it does not concern their money or was their own doing. */
export function noticeOf(event: ToldEvent, reader: NoticeReader): Notice | null {
  const found = judges[event.kind]?.(event.data, reader)
  if (!found) return null
  const [kind, fields, more] = found
  const data: NoticeData = { ...more }
  for (const field of fields) data[field] = (event.data[field] ?? null) as NoticeData[string]
  if (data.count === 1) data.count = null
  const settled = event.kind === 'packet.delivered' && reader.hasClaimed(event.sourceId)
  return { kind, sourceId: event.sourceId, seq: event.seq, at: event.at, data, settled }
}
