/**
 * What somebody says that cannot all be so. Each is named, with the fields to ask about again; none is settled by guess:
 * the fields count as unknown until they are.
 */

import { dayMs, hourMs, minuteMs, type Instant } from '../instant.ts'
import { nothingKnown, type Field, type Product, type Situation } from './situation.ts'

export const contradictionIds = [
  'in_the_future',
  'before_packets',
  'noticed_before_sent',
  'claimed_and_unclaimed',
  'more_claimed_than_sent',
  'nothing_sent',
  'one_share_partly_claimed',
  'undo_elsewhere',
  'wrong_group_to_one',
  'packet_too_large',
  'waited_too_long',
  'ledger_elsewhere',
  'ledger_differs',
] as const
export type ContradictionId = (typeof contradictionIds)[number]

export interface Contradiction {
  id: ContradictionId
  /** Which fields cannot stand together: ask about these again. */
  fields: readonly Field[]
}

/** Red packets began on 2014-01-26; what is dated earlier in that year's time zones is a slip of the date. */
const firstPacketsAt = Date.parse('2014-01-25T00:00:00Z')
/** A phone's clock may be a little behind the server's. */
const clockSlackMs = 5 * minuteMs
/** Even an unconfirmed raise for a feast day stops here (product rule `wechat_packet_cap_520`). */
const oneShareMax = 52_000n

const oneShare: readonly (Product | null)[] = ['direct', 'exclusive', 'transfer_now', 'transfer_delayed']
const onePacket: readonly (Product | null)[] = ['direct', 'exclusive']
const toOne: readonly (Product | null)[] = ['direct', 'transfer_now', 'transfer_delayed']

type Check = (situation: Situation, now: Instant) => readonly Field[] | undefined

const checks: Record<ContradictionId, Check> = {
  in_the_future: ({ sentAt, noticedAt }, now) => {
    const late = (at: Instant | null) => at !== null && at > now + clockSlackMs
    const fields: Field[] = [
      ...(late(sentAt) ? (['sentAt'] as const) : []),
      ...(late(noticedAt) ? (['noticedAt'] as const) : []),
    ]
    return fields.length > 0 ? fields : undefined
  },
  before_packets: ({ sentAt, noticedAt }) => {
    const early = (at: Instant | null) => at !== null && at < firstPacketsAt
    const fields: Field[] = [
      ...(early(sentAt) ? (['sentAt'] as const) : []),
      ...(early(noticedAt) ? (['noticedAt'] as const) : []),
    ]
    return fields.length > 0 ? fields : undefined
  },
  noticed_before_sent: ({ sentAt, noticedAt }) =>
    sentAt !== null && noticedAt !== null && noticedAt < sentAt ? ['sentAt', 'noticedAt'] : undefined,
  claimed_and_unclaimed: ({ phase, claimedAmount, amount }) => {
    if (phase === null || claimedAmount === null) return undefined
    const some = claimedAmount > 0n
    const all = amount !== null && claimedAmount >= amount && amount > 0n
    if ((phase === 'undo' || phase === 'unclaimed') && some) return ['phase', 'claimedAmount']
    if (phase === 'claimed' && !some) return ['phase', 'claimedAmount']
    return phase === 'partly_claimed' && (!some || all) ? ['phase', 'claimedAmount'] : undefined
  },
  more_claimed_than_sent: ({ amount, claimedAmount }) =>
    amount !== null && claimedAmount !== null && claimedAmount > amount
      ? ['amount', 'claimedAmount']
      : undefined,
  nothing_sent: ({ amount }) => (amount === 0n ? ['amount'] : undefined),
  one_share_partly_claimed: ({ phase, product }) =>
    phase === 'partly_claimed' && oneShare.includes(product) ? ['phase', 'product'] : undefined,
  undo_elsewhere: ({ phase, platform }) =>
    phase === 'undo' && platform !== null && platform !== 'laisee' ? ['phase', 'platform'] : undefined,
  wrong_group_to_one: ({ cause, product }) =>
    cause === 'wrong_group' && toOne.includes(product) ? ['cause', 'product'] : undefined,
  packet_too_large: ({ platform, product, amount }) =>
    (platform === 'wechat' || platform === 'wecom') &&
    onePacket.includes(product) &&
    amount !== null &&
    amount > oneShareMax
      ? ['platform', 'product', 'amount']
      : undefined,
  waited_too_long: ({ platform, phase, sentAt }, now) =>
    platform === 'wechat' &&
    (phase === 'unclaimed' || phase === 'undo') &&
    sentAt !== null &&
    now - sentAt > dayMs + 24 * hourMs
      ? ['phase', 'sentAt']
      : undefined,
  ledger_elsewhere: ({ platform, ledger }) =>
    ledger !== null && platform !== null && platform !== 'laisee' ? ['platform'] : undefined,
  ledger_differs: ({ phase, claimedAmount, ledger }) =>
    ledger !== null &&
    ((phase !== null && phase !== ledger.phase) ||
      (claimedAmount !== null && claimedAmount !== ledger.claimedAmount))
      ? ['phase', 'claimedAmount']
      : undefined,
}

/** Everything that cannot all be so, in a fixed order. */
export function contradictionsOf(situation: Situation, now: Instant): Contradiction[] {
  return contradictionIds.flatMap((id) => {
    const fields = checks[id](situation, now)
    return fields === undefined ? [] : [{ id, fields }]
  })
}

/**
 * The situation without what contradicts itself. What our own ledger says stands: it is a record and no memory, so that
 * a field it answers is taken from there.
 */
export function withoutContradictions(
  situation: Situation,
  contradictions: readonly Contradiction[],
): Situation {
  const open = new Set(contradictions.flatMap((it) => it.fields))
  const kept = Object.fromEntries(Object.entries(situation).filter(([field]) => !open.has(field as Field)))
  const settled = { ...nothingKnown, ...kept }
  const { ledger } = situation
  if (ledger === null) return settled
  return { ...settled, platform: 'laisee', phase: ledger.phase, claimedAmount: ledger.claimedAmount }
}
