/**
 * What the guard looks at before money moves: the send, who it is for, what this sender has sent before, and what our
 * own screen saw while it was filled in. Raw facts, as they were read in the send's own transaction; nothing here is
 * judged yet, and nothing here is about anybody but the sender and those they send to.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Relation } from '../contact.ts'
import type { Instant } from '../instant.ts'
import type { Amount } from '../money.ts'
import type { PacketKind } from '../packet.ts'
import type { PlannedPart } from '../split-plan.ts'

export type GuardedKind = PacketKind | 'transfer'

/** Whom a send names: one person, several, everyone in a group, or whoever has the link. */
export type ToKind = 'member' | 'members' | 'group' | 'link'

/** The guard reads so much of a sender's past, whichever is less. */
export const historyCountMax = 400
export const historyDaysMax = 400

/** The send as asked. An exclusive packet is to its one `member`, with the group it is shown in beside it. */
export interface GuardedSend {
  payerId: string
  at: Instant
  kind: GuardedKind
  toKind: ToKind
  /** The one, or the several; empty for a group and a link. */
  memberIds: readonly string[]
  groupId: string | null
  /** In all, in fen. */
  amount: Amount
  /** How many shares. */
  count: number
  /** The greeting or the note. */
  words: string
  /** The family's allowance that pays; null for the sender's own wallet, and for an organisation's. */
  paidFrom: string | null
  /** The name the sender typed or pasted for the payee, for the payee check; null where they gave none. */
  payeeName: string | null
  /** The first part of a ladder; the amount is all of it. */
  ladderFirst?: Amount | null
  /** Of a transfer: seconds from delivery to arrival, in which it can be recalled. */
  delayS?: number
  /** The part of a split plan that is sent; the amount is the plan's sum. */
  planned?: PlannedPart | null
}

/** What is sent now, where the amount that is judged is more. */
export function sentNow({ amount, planned }: Pick<GuardedSend, 'amount' | 'planned'>): Amount {
  return planned?.amount ?? amount
}

/** One send of the past, as the sender's own record of it stands. */
export interface SendRecord {
  sendId: string
  at: Instant
  kind: GuardedKind
  toKind: ToKind
  /** `recipientKey` of that send. */
  toKey: string
  amount: Amount
  count: number
  words: string
  /** Undone or recalled whole: it happened, and it was not meant. Null otherwise. */
  takenBackAt: Instant | null
}

/** What a sender has sent since their day began and not taken back, in fen; for an organisation, on its behalf. */
export interface SentToday {
  all: Amount
  /** To the same recipients as this send. */
  toPayee: Amount
}

/** The sends of the newest moment in a past, by id. */
export function latestIdsIn(history: readonly Pick<SendRecord, 'sendId' | 'at'>[]): string[] {
  const last = history.reduce((most, { at }) => Math.max(most, at), -Infinity)
  return history
    .filter(({ at }) => at === last)
    .map(({ sendId }) => sendId)
    .sort()
}

/** Money that reached the sender from one person lately. */
export interface ReceivedRecord {
  fromId: string
  at: Instant
  amount: Amount
}

/** Somebody the sender may take for the payee, or the payee. */
export interface KnownPerson {
  id: string
  name: string
  /** What the sender calls them. */
  alias: string | null
  relation: Relation | null
  isContact: boolean
  /** When anything last passed between the two; null where nothing has. */
  lastWithAt: Instant | null
  /** The size of the smallest group both are in; null where there is none. */
  smallestGroup: number | null
}

/** What the service knows of a payee that a sender should not have to guess. */
export interface PayeeState {
  id: string
  frozen: boolean
  /** Whether either has blocked the other. */
  blocked: boolean
  /** How many members have reported them and were not found wrong. */
  reports: number
  minor: boolean
}

/** A group the sender is in. */
export interface KnownGroup {
  id: string
  name: string
  members: number
  /** Who came since the sender's last send there, or in the last week where there was none. */
  newMembers: number
  /** Members whom the sender has blocked, or who have blocked the sender. */
  blockedMembers: number
}

export const chosenFroms = ['chat', 'recent', 'contacts', 'search', 'group', 'link'] as const
export type ChosenFrom = (typeof chosenFroms)[number]

/**
 * What our own screen saw of the sender's hand: never anything outside it, told to the sender by name, and null where
 * they have switched it off.
 */
export interface ScreenFacts {
  chosenFrom: ChosenFrom | null
  /** From choosing the recipient to the tap that sends. */
  dwellMs: number | null
  amountEdits: number | null
  recipientChanges: number | null
  /** How often the sender went back and came again. */
  backAndForth: number | null
}

/** Everything the guard is given. */
export interface GuardFacts {
  send: GuardedSend
  /** The hour in the sender's own time zone, 0 to 23. */
  localHour: number
  /** What the wallet holds before the send; null where an allowance pays, for the giver's is not the sender's to know. */
  balance: Amount | null
  history: readonly SendRecord[]
  /** The sender's last send, however long ago and whatever became of it; several of one moment, in order. */
  latestIds: readonly string[]
  /** What counts as sent today, before this send. */
  today: SentToday
  received: readonly ReceivedRecord[]
  /** The sender's circle, payees among them. */
  people: readonly KnownPerson[]
  payees: readonly PayeeState[]
  /** The sender's groups, the one sent to among them. */
  groups: readonly KnownGroup[]
  screen: ScreenFacts | null
}

/** What names the same recipients in every send to them: an id, a hash of several in order, or the link. */
export function recipientKey(send: Pick<GuardedSend, 'toKind' | 'memberIds' | 'groupId'>): string {
  if (send.toKind === 'link') return 'link'
  if (send.toKind === 'group') return send.groupId ?? ''
  if (send.toKind === 'member') return send.memberIds[0] ?? ''
  return `members_${bytesToHex(sha256(utf8ToBytes([...send.memberIds].sort().join(' ')))).slice(0, 32)}`
}
