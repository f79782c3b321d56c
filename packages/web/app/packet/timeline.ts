/** What has happened to a packet, and what the clock will do: one line each, the latest first. Pure. */

import type { Packet } from '../data/queries.ts'

/** A share as one may see it: without its amount while that is not for everyone. */
export interface SeenShare {
  memberId: string
  member: { id: string; name: string; photoUrl: string | null }
  shareNo: number
  amount: number | null
  at: string
}

/** What only the stream of the packet tells: pauses, releases, a recall that took nothing. */
export interface HistoryEvent {
  kind: string
  seq: number
  at: string
}

export type LineKind =
  | 'sent'
  | 'holdEnded'
  | 'willEndHold'
  | 'delivered'
  | 'deliveredPaused'
  | 'opens'
  | 'paused'
  | 'released'
  | 'asked'
  | 'recallRejected'
  | 'claimed_out'
  | 'recalled'
  | 'declined'
  | 'expired'
  | 'rejected'
  | 'undone'
  | 'willTimeOut'
  | 'willDeliver'
  | 'willExpire'

export type Line =
  | { kind: 'claimed'; key: string; atMs: number; share: SeenShare; isLuckiest: boolean }
  | { kind: LineKind; key: string; atMs: number; isAhead: boolean; back?: number }

type Facts = Pick<
  Packet,
  | 'state'
  | 'kind'
  | 'sentAt'
  | 'approveBy'
  | 'heldUntil'
  | 'deliverAt'
  | 'expireAt'
  | 'frozenUntil'
  | 'closedAt'
  | 'notBefore'
  | 'askedNotToOpenAt'
  | 'returnedAmount'
>

const told: Partial<Record<string, LineKind>> = {
  'packet.paused': 'paused',
  'packet.released': 'released',
  'packet.recall_rejected': 'recallRejected',
}

const alive: readonly Packet['state'][] = ['approving', 'held', 'undo', 'open', 'paused']

/** The share number of the luckiest, once the packet is closed: the largest share, the first of equal ones. */
export function luckiestShareNo(
  packet: Pick<Packet, 'state' | 'kind'>,
  claims: readonly SeenShare[],
): number | undefined {
  if (packet.kind !== 'lucky' || alive.includes(packet.state) || claims.length < 2) return undefined
  let best: SeenShare | undefined
  for (const claim of claims)
    if (claim.amount !== null && (best === undefined || claim.amount > best.amount!)) best = claim
  return best?.shareNo
}

/** Where two lines have one moment, what had to come first is first; the list is turned at the end. */
const rank: Partial<Record<Line['kind'], number>> = {
  sent: 0,
  holdEnded: 1,
  delivered: 2,
  deliveredPaused: 2,
  opens: 3,
  claimed: 4,
}
const rankOf = (line: Line) => rank[line.kind] ?? 5

/** The lines, the latest first; what the clock will do stands above them all. */
export function timelineOf(
  packet: Facts,
  claims: readonly SeenShare[],
  history: readonly HistoryEvent[],
  now: number,
): Line[] {
  const lines: Line[] = []
  const add = (kind: LineKind, at: string, back?: number) => {
    const atMs = Date.parse(at)
    const isAhead = atMs > now
    lines.push({ kind, key: `${kind} ${at}`, atMs, isAhead, ...(back === undefined ? {} : { back }) })
  }
  add('sent', packet.sentAt)
  if (packet.state === 'approving') {
    if (packet.approveBy !== null) add('willTimeOut', packet.approveBy)
    return lines.reverse()
  }
  if (packet.heldUntil !== null && wasOrIsAlive(packet, packet.heldUntil))
    add(packet.state === 'held' ? 'willEndHold' : 'holdEnded', packet.heldUntil)
  addDelivery(packet, history, add)
  if (packet.notBefore !== null && wasOrIsAlive(packet, packet.notBefore)) add('opens', packet.notBefore)
  if (packet.askedNotToOpenAt !== null) add('asked', packet.askedNotToOpenAt)
  for (const event of history) {
    const kind = told[event.kind]
    if (kind !== undefined) add(kind, event.at)
  }
  const luckiest = luckiestShareNo(packet, claims)
  for (const share of claims)
    lines.push({
      kind: 'claimed',
      key: `claim ${share.shareNo}`,
      atMs: Date.parse(share.at),
      share,
      isLuckiest: share.shareNo === luckiest,
    })
  if (alive.includes(packet.state)) {
    if (packet.state !== 'undo' && packet.state !== 'held') add('willExpire', endOf(packet))
  } else add(packet.state as LineKind, packet.closedAt ?? packet.expireAt, packet.returnedAmount ?? undefined)
  return lines.sort(byMoment).reverse()
}

function byMoment(one: Line, other: Line): number {
  if (one.atMs !== other.atMs) return one.atMs - other.atMs
  if (one.kind === 'claimed' && other.kind === 'claimed') return one.share.shareNo - other.share.shareNo
  return rankOf(one) - rankOf(other)
}

function addDelivery(
  packet: Facts,
  history: readonly HistoryEvent[],
  add: (kind: LineKind, at: string) => void,
): void {
  if (packet.state === 'undone' || packet.state === 'rejected') return
  if (packet.state === 'undo' || packet.state === 'held') return add('willDeliver', packet.deliverAt)
  add(wasDeliveredClosed(packet, history) ? 'deliveredPaused' : 'delivered', packet.deliverAt)
}

/**
 * Whether nobody could claim it at delivery. Nothing tells so directly: what came next does, a release where it was
 * closed and a pause where it was open; where nothing came, the state or what its sender did before.
 */
function wasDeliveredClosed(packet: Facts, history: readonly HistoryEvent[]): boolean {
  const deliverMs = Date.parse(packet.deliverAt)
  const turns = history.filter(({ kind }) => kind === 'packet.paused' || kind === 'packet.released')
  const next = turns.find(({ at }) => Date.parse(at) >= deliverMs)
  if (next) return next.kind === 'packet.released'
  return packet.state === 'paused' || turns.at(-1)?.kind === 'packet.paused'
}

/** A moment is worth a line while the packet can still reach it, or where it did. */
function wasOrIsAlive(packet: Facts, at: string): boolean {
  return packet.closedAt === null || Date.parse(packet.closedAt) >= Date.parse(at)
}

/** When what nobody has claimed goes back: frozen past its end, as soon as the freeze is over. */
function endOf({ expireAt, frozenUntil }: Pick<Packet, 'expireAt' | 'frozenUntil'>): string {
  return frozenUntil !== null && Date.parse(frozenUntil) > Date.parse(expireAt) ? frozenUntil : expireAt
}

/** How long it took from delivery to the end. */
export function spanToEndMs(packet: Pick<Packet, 'deliverAt' | 'closedAt' | 'expireAt'>): number {
  return Date.parse(packet.closedAt ?? packet.expireAt) - Date.parse(packet.deliverAt)
}
