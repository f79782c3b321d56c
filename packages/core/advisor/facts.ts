/**
 * What follows from a situation and a moment, each in one word: what the rules of the plan ask about. A fact is null
 * while what it follows from does not decide it; once it is not, no further answer changes it.
 */

import { dayMs, type Instant } from '../instant.ts'
import { daysLeft, enrichmentDeadline, mistakeDeadline } from '../law/legal-clocks.ts'
import type { Cause, Field, Phase, Product, Situation } from './situation.ts'

export const smallPacketMax = 20_000n

/** Decide on an action by day 75: fifteen days are left then of the ninety. */
export const marginDays = 15

const natures = {
  wrong_person: 'mistake',
  wrong_amount: 'mistake',
  duplicate: 'mistake',
  wrong_group: 'mistake',
  changed_mind: 'will',
  deceived: 'deceived',
  account_stolen: 'stolen',
  minor: 'minor',
  elder: 'elder',
  joke: 'joke',
  asked_to_return: 'asked',
} as const satisfies Record<Cause, string>

export type Nature = (typeof natures)[Cause]

/** The values each fact may have. The base fields of one word are facts as they are. */
export interface Facts {
  platform: Situation['platform']
  product: Situation['product']
  phase: Situation['phase']
  cause: Situation['cause']
  relation: Situation['relation']
  reachability: Situation['reachability']
  waiver: Situation['waiver']
  nature: Nature | null
  kind: 'packet' | 'transfer' | null
  to: 'one' | 'group' | null
  size: 'small' | 'more' | null
  /** What can be done with it without anybody's help. */
  power: 'undo' | 'recall' | 'merchant_cancel' | 'none' | null
  /** Whether it may be paused, or its recipient asked, with a button here. */
  pausable: 'yes' | 'no' | null
  /** The time after which what nobody took goes back by itself. */
  expiry: 'ahead' | 'past' | null
  /** The ninety days of a mistake: running, in their last fifteen, or over. */
  rescission: 'open' | 'late' | 'over' | null
  /** The three years of unjust enrichment. */
  limitation: 'open' | 'over' | null
  law: 'mainland' | 'other' | null
}

export type Fact = keyof Facts
export type Value<F extends Fact> = NonNullable<Facts[F]>

/** Which fields each fact follows from. */
export const comesFrom = {
  platform: ['platform'],
  product: ['product'],
  phase: ['phase'],
  cause: ['cause'],
  relation: ['relation'],
  reachability: ['reachability'],
  waiver: ['waiver'],
  nature: ['cause'],
  kind: ['product'],
  to: ['product'],
  size: ['amount'],
  power: ['platform', 'product', 'phase', 'ledger'],
  pausable: ['platform', 'ledger'],
  expiry: ['platform', 'product', 'sentAt', 'ledger'],
  rescission: ['noticedAt', 'sentAt'],
  limitation: ['noticedAt', 'sentAt'],
  law: ['province'],
} as const satisfies Record<Fact, readonly Field[]>

const transfers: readonly Product[] = ['transfer_now', 'transfer_delayed']

function powerOf(situation: Situation): Facts['power'] {
  const { platform, product, phase, ledger } = situation
  const gone: readonly (Phase | null)[] = ['claimed', 'expired']
  if (gone.includes(phase)) return 'none'
  if (platform === 'laisee') return powerHere(situation)
  if (platform === null) return null
  if (ledger !== null) return 'none'
  if (platform !== 'merchant') return 'none'
  if (phase === null || product === null)
    return product !== null && !transfers.includes(product) ? 'none' : null
  return transfers.includes(product) ? 'merchant_cancel' : 'none'
}

function powerHere({ phase, ledger }: Situation): Facts['power'] {
  if (phase === null) return null
  if (ledger !== null)
    return ledger.can.includes('undo') ? 'undo' : ledger.can.includes('recall') ? 'recall' : 'none'
  return phase === 'undo' ? 'undo' : 'recall'
}

/**
 * When what nobody takes goes back by itself; null while that is unknown, and where it does not: a transfer of our own
 * arrives by itself, and of other services nothing is known. The rest keep a day.
 */
export function backAt(
  situation: Pick<Situation, 'platform' | 'product' | 'sentAt' | 'ledger'>,
): Instant | null {
  const { platform, product, sentAt, ledger } = situation
  if (ledger !== null) return ledger.backAt
  if (platform === null || platform === 'other' || product === null) return null
  if (platform === 'laisee' && transfers.includes(product)) return null
  return sentAt === null ? null : sentAt + dayMs
}

/** From when a mistake counts as known: as told, or else from the sending, which is never too late. */
export function knownFrom(situation: Pick<Situation, 'noticedAt' | 'sentAt'>): Instant | null {
  return situation.noticedAt ?? situation.sentAt
}

/**
 * A mistake is never known before the sending: counted from there, a period that still runs does so whenever it was
 * noticed, and the five years from the act end it in any case.
 */
function rescissionOf({ sentAt, noticedAt }: Situation, now: Instant): Facts['rescission'] {
  const stage = (from: Instant): Facts['rescission'] => {
    const end = mistakeDeadline(sentAt, from)
    return now > end.endsAt ? 'over' : daysLeft(end, now) <= marginDays ? 'late' : 'open'
  }
  if (noticedAt !== null) {
    const told = stage(noticedAt)
    return sentAt === null && told !== 'over' ? null : told
  }
  if (sentAt === null) return null
  const earliest = stage(sentAt)
  return earliest === stage(now) ? earliest : null
}

function limitationOf({ sentAt, noticedAt }: Situation, now: Instant): Facts['limitation'] {
  const stage = (from: Instant) => (now > enrichmentDeadline(from, null).endsAt ? 'over' : 'open')
  if (noticedAt !== null) return stage(noticedAt)
  return sentAt !== null && stage(sentAt) === 'open' ? 'open' : null
}

/** Everything that follows from what is known at a moment. */
export function factsOf(situation: Situation, now: Instant): Facts {
  const { platform, product, phase, cause, relation, reachability, waiver, amount, province, ledger } =
    situation
  const back = backAt(situation)
  const group = product === 'equal' || product === 'lucky'
  return {
    platform,
    product,
    phase,
    cause,
    relation,
    reachability,
    waiver,
    nature: cause === null ? null : natures[cause],
    kind: product === null ? null : transfers.includes(product) ? 'transfer' : 'packet',
    to: product === null ? null : group ? 'group' : 'one',
    size: amount === null ? null : amount <= smallPacketMax ? 'small' : 'more',
    power: powerOf(situation),
    pausable:
      ledger !== null ? (ledger.can.includes('pause') ? 'yes' : 'no') : platform === null ? null : 'no',
    expiry: back === null ? null : now >= back ? 'past' : 'ahead',
    rescission: rescissionOf(situation, now),
    limitation: limitationOf(situation, now),
    law: province === null ? null : province === 'outside' ? 'other' : 'mainland',
  }
}
