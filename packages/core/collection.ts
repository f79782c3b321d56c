/**
 * A collection (AA 收款): one member asks others for an amount each. It is a request for money and looks like one: no
 * greeting, no cover, nothing to open. Nothing moves until somebody pays, and paying is an ordinary transfer to the one
 * who asks, with its guard, its undo window and its way back; so what became of a share is read off its transfer.
 */

import { dayMs, type Instant } from './instant.ts'
import type { Amount } from './money.ts'
import { profiles } from './profile.ts'
import { isQuietAt, type QuietHours } from './quiet.ts'
import { refuse, type Refusal } from './refusals.ts'
import type { TransferState } from './transfer.ts'

export const collectionPeopleMax = 200
/** As many may be open at once: asking is cheap for one and a burden for many. */
export const collectionsOpenMax = 20
export const collectionRemindersMax = 3
export const collectionReminderEveryMs = dayMs
export const collectionNoteLengthMax = 50

export interface Collection {
  id: string
  askerId: string
  groupId: string | null
  note: string
  askedAt: Instant
  closedAt: Instant | null
}

export interface CollectionShare {
  memberId: string
  amount: Amount
  declinedAt: Instant | null
  reminderCount: number
  remindedAt: Instant | null
  /** The transfer that paid it last, and where that stands; null where none did. */
  paidBy: { id: string; state: TransferState } | null
}

export const shareStates = ['asked', 'paying', 'paid', 'declined'] as const
export type ShareState = (typeof shareStates)[number]

const cameBack: ReadonlySet<TransferState> = new Set([
  'undone',
  'rejected',
  'recalled',
  'declined',
  'returned',
])

/** Where a share stands. A payment that came back leaves it asked; who declined and paid after all has paid. */
export function shareStateOf({ paidBy, declinedAt }: CollectionShare): ShareState {
  if (paidBy !== null && !cameBack.has(paidBy.state)) return paidBy.state === 'arrived' ? 'paid' : 'paying'
  return declinedAt === null ? 'asked' : 'declined'
}

export interface AskCollection {
  askerId: string
  groupId: string | null
  shares: readonly { memberId: string; amount: Amount }[]
}

/** Everything that decides whether it may be asked. */
export interface AskCollectionFacts {
  openCount: number
  unknownIds: readonly string[]
  isBlocked: boolean
  /** Who is in its group now; undefined where there is no such group, null where it names none. */
  inside: ReadonlySet<string> | null | undefined
}

/** May this be asked? The people first, then how many are open, then the amounts. */
export function decideAskCollection(
  { askerId, shares }: AskCollection,
  { openCount, unknownIds, isBlocked, inside }: AskCollectionFacts,
): 'ask' | Refusal {
  if (unknownIds.length > 0) return refuse('member_unknown', { field: 'shares', memberIds: [...unknownIds] })
  if (inside === undefined) return refuse('group_unknown', { field: 'groupId' })
  if (shares.some(({ memberId }) => memberId === askerId))
    return refuse('self_not_allowed', { field: 'shares' })
  if (isBlocked) return refuse('recipient_blocked', { field: 'shares' })
  if (inside && (!inside.has(askerId) || shares.some(({ memberId }) => !inside.has(memberId))))
    return refuse('not_a_group_member', { field: 'groupId' })
  if (openCount >= collectionsOpenMax) return refuse('collections_max', { max: collectionsOpenMax })
  const max = profiles.laisee.transferMax
  return shares.some(({ amount }) => amount > max)
    ? refuse('amount_above_max', { field: 'shares', max: Number(max) })
    : 'ask'
}

/** May this share be paid now? While the collection is open, and no payment of it is on its way or there. */
export function decidePayShare(collection: Collection, share: CollectionShare): 'pay' | Refusal {
  const state = shareStateOf(share)
  if (state === 'paid' || state === 'paying')
    return refuse('share_paid_already', { transferId: share.paidBy!.id })
  return closedRefusal(collection) ?? 'pay'
}

/** May this share be declined? Once, and not while it is paid. Nobody has to say why. */
export function decideDeclineShare(collection: Collection, share: CollectionShare): 'decline' | Refusal {
  const state = shareStateOf(share)
  if (state === 'paid' || state === 'paying')
    return refuse('share_paid_already', { transferId: share.paidBy!.id })
  if (share.declinedAt !== null) return refuse('already_declined', { decidedAt: share.declinedAt })
  return closedRefusal(collection) ?? 'decline'
}

/** Close: the asker's own, once. What is on its way arrives all the same. */
export function decideCloseCollection(collection: Collection): 'close' | Refusal {
  return closedRefusal(collection) ?? 'close'
}

/** Remind: three times at most, a day apart, never by night as the other has it, never across a block or a no. */
export function decideRemindShare(
  collection: Collection,
  share: CollectionShare,
  { isBlocked, member }: { isBlocked: boolean; member: QuietHours & { timeZone: string } },
  now: Instant,
): 'remind' | Refusal {
  if (isBlocked) return refuse('recipient_blocked')
  const state = shareStateOf(share)
  if (state === 'paid' || state === 'paying')
    return refuse('share_paid_already', { transferId: share.paidBy!.id })
  if (state === 'declined') return refuse('already_declined', { decidedAt: share.declinedAt })
  const closed = closedRefusal(collection)
  if (closed) return closed
  if (isQuietAt(now, member)) return refuse('recipient_quiet')
  const nextAt = nextShareReminderAt(collection, share)
  if (nextAt === null || now < nextAt)
    return refuse('reminded_enough', { nextAt, max: collectionRemindersMax })
  return 'remind'
}

/** When the next reminder may be sent; null where there may be none any more. */
export function nextShareReminderAt(
  { askedAt }: Pick<Collection, 'askedAt'>,
  { reminderCount, remindedAt }: Pick<CollectionShare, 'reminderCount' | 'remindedAt'>,
): Instant | null {
  return reminderCount >= collectionRemindersMax ? null : (remindedAt ?? askedAt) + collectionReminderEveryMs
}

function closedRefusal({ closedAt }: Collection): Refusal | undefined {
  return closedAt === null ? undefined : refuse('collection_closed', { decidedAt: closedAt })
}

/** A sum among people, as equal as fen allow: whoever comes first carries what does not divide. */
export function sumPaid(shares: readonly CollectionShare[]): { count: number; amount: Amount } {
  const paid = shares.filter((share) => shareStateOf(share) === 'paid')
  return { count: paid.length, amount: paid.reduce((sum, { amount }) => sum + amount, 0n) }
}
