/**
 * What somebody says about money that went the wrong way. Every field may be unknown, and unknown is `null`: nothing is
 * guessed in its place.
 */

import type { Instant } from '../instant.ts'
import type { Province } from '../law/provinces.ts'
import type { Amount } from '../money.ts'

export const platforms = ['laisee', 'wechat', 'wecom', 'merchant', 'alipay', 'other'] as const
export type Platform = (typeof platforms)[number]

/** Packets: one person, equal shares, lucky shares, one person in a group. Transfers: at once, or with a delay. */
export const products = ['direct', 'equal', 'lucky', 'exclusive', 'transfer_now', 'transfer_delayed'] as const
export type Product = (typeof products)[number]

/** A transfer is unclaimed until it was accepted or has arrived. `expired` is also returned, declined or recalled. */
export const phases = ['undo', 'unclaimed', 'partly_claimed', 'claimed', 'expired'] as const
export type Phase = (typeof phases)[number]

/**
 * Why it is to come back. `deceived` and `account_stolen` are fraud and never a mistake. `joke`: a bet or a drinking
 * game. `asked_to_return`: somebody says they sent money here by mistake and asks for it.
 */
export const causes = [
  'wrong_person',
  'wrong_amount',
  'duplicate',
  'wrong_group',
  'changed_mind',
  'deceived',
  'account_stolen',
  'minor',
  'elder',
  'joke',
  'asked_to_return',
] as const
export type Cause = (typeof causes)[number]

export const relations = ['family', 'friend', 'colleague', 'business', 'stranger'] as const
export type Relation = (typeof relations)[number]

/** As the person says it; nothing here looks for itself whether somebody is there. */
export const reachabilities = ['answers', 'silent', 'refuses', 'blocked'] as const
export type Reachability = (typeof reachabilities)[number]

/** Whether words that give the money away were said after the mistake was known: 算了，送你了. */
export const waivers = ['said', 'not_said'] as const
export type Waiver = (typeof waivers)[number]

export const evidenceKinds = ['payment_record', 'chat', 'who_they_are', 'receipt_read', 'recording'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What can be done with it in Laisee at this moment, by the one who asks. */
export const powers = ['undo', 'recall', 'pause', 'ask_not_to_open'] as const
export type Power = (typeof powers)[number]

/** What our own ledger says of it, where it was sent here. */
export interface LedgerFacts {
  /** `pkt_…` or `tr_…`. */
  id: string
  phase: Phase
  /** When the undo window ends, or ended. */
  deliverAt: Instant
  /** When what nobody took goes back; null where nothing will. */
  backAt: Instant | null
  /** Until when it could still be recalled; null where nothing says. */
  recallUntil: Instant | null
  shares: number
  claimedShares: number
  claimedAmount: Amount
  can: readonly Power[]
}

export interface Situation {
  platform: Platform | null
  product: Product | null
  phase: Phase | null
  sentAt: Instant | null
  noticedAt: Instant | null
  /** What was sent, in fen. */
  amount: Amount | null
  /** What was taken of it, as far as is known. */
  claimedAmount: Amount | null
  cause: Cause | null
  relation: Relation | null
  reachability: Reachability | null
  waiver: Waiver | null
  evidence: readonly EvidenceKind[] | null
  province: Province | null
  ledger: LedgerFacts | null
}

export type Field = keyof Situation

export const nothingKnown: Situation = {
  platform: null,
  product: null,
  phase: null,
  sentAt: null,
  noticedAt: null,
  amount: null,
  claimedAmount: null,
  cause: null,
  relation: null,
  reachability: null,
  waiver: null,
  evidence: null,
  province: null,
  ledger: null,
}

export const fields = Object.keys(nothingKnown) as Field[]
