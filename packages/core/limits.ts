/**
 * Limits: how much a member may send in one share, in one send, in a day and in a month. They come in layers, and of
 * each kind the strictest layer binds; the answer names it. A limit of null is none.
 *
 * A day and a month are the calendar's, in the member's own time zone (a minor's is kept by the operator). What was sent
 * is counted in the day it was sent on, as moments: a counted day that was not over when the present one began counts
 * today as well, and a month likewise. So a change of time zone never opens a second day; at worst the day of the change
 * is a long one.
 */

import type { Instant } from './instant.ts'
import type { Amount } from './money.ts'
import { refuse, type Refusal, type RefusalCode } from './refusals.ts'
import type { Periods } from './wall-day.ts'

export const limitKinds = ['share', 'send', 'day', 'month'] as const
export type LimitKind = (typeof limitKinds)[number]
export type LimitSums = Record<LimitKind, Amount | null>

/** In this order: where two layers say the same sum, the first of them is named. */
export const limitLayers = ['age', 'operator', 'own'] as const
export type LimitLayer = (typeof limitLayers)[number]

export const noLimits: LimitSums = { share: null, send: null, day: null, month: null }

/** The limit that binds, and who set it. */
export interface Bound {
  max: Amount
  layer: LimitLayer
}

export type Bounds = Record<LimitKind, Bound | null>

/** Of each kind the strictest of all layers. */
export function strictest(layers: Record<LimitLayer, LimitSums>): Bounds {
  const bounds: Bounds = { share: null, send: null, day: null, month: null }
  for (const layer of limitLayers)
    for (const kind of limitKinds) {
      const max = layers[layer][kind]
      if (max !== null && (bounds[kind] === null || max < bounds[kind].max)) bounds[kind] = { max, layer }
    }
  return bounds
}

/** What was counted in the present day and month. */
export interface Counted {
  day: Amount
  month: Amount
}

/** A send as limits see it. `field` is what its sum is called in the request. */
export interface Spending {
  field: 'total' | 'amount'
  amount: Amount
  /** How many shares it is divided into; a transfer is one. */
  count: number
  /** The sum it is a planned part of, where it is one: what a single send may be is asked of all of it. */
  whole?: Amount
}

export const limitCodes: Record<LimitKind, RefusalCode> = {
  share: 'limit_share',
  send: 'limit_send',
  day: 'limit_day',
  month: 'limit_month',
}

/** What is left of a limit; nothing where it was lowered below what is counted already. */
export function leftOf(max: Amount, counted: Amount): Amount {
  return counted >= max ? 0n : max - counted
}

/** What is left of the day and the month after a send; null where there is no limit. */
export interface Left {
  day: Amount | null
  month: Amount | null
}

/**
 * May this be sent, given what was counted in these periods? The share first, then the send, the day and the month. A
 * share is judged as the profile's cap judges it: by the average, which no split of the total gets round.
 */
export function decideLimits(
  ask: Spending,
  counted: Counted,
  bounds: Bounds,
  periods: Periods,
): { left: Left } | Refusal {
  const { field, amount, count, whole = amount } = ask
  const { share, send, day, month } = bounds
  if (share && whole > share.max * BigInt(count))
    return refuse(limitCodes.share, { field, max: Number(share.max), layer: share.layer })
  if (send && whole > send.max)
    return refuse(limitCodes.send, { field, max: Number(send.max), layer: send.layer })
  for (const [kind, bound] of [
    ['day', day],
    ['month', month],
  ] as const) {
    if (!bound || amount <= leftOf(bound.max, counted[kind])) continue
    return refuse(limitCodes[kind], {
      field,
      max: Number(bound.max),
      layer: bound.layer,
      left: Number(leftOf(bound.max, counted[kind])),
      renewsAt: new Date(periods[kind].endsAt).toISOString(),
    })
  }
  const after = (kind: 'day' | 'month') => bounds[kind] && leftOf(bounds[kind].max, counted[kind] + amount)
  return { left: { day: after('day'), month: after('month') } }
}

/**
 * Which ends of a send give its sum back to the counters, those of the day it was counted in. What was undone was never
 * there for anybody but its sender, so it counts as never sent. What was delivered stays counted however it ended: it
 * was in somebody's hands, and a limit is on what is put at risk. Were a recall to give it back, whoever holds a stolen
 * phone could send, take back and send again until one of a hundred people is quick enough.
 */
export const endGivesBack: Readonly<Record<string, boolean>> = {
  undone: true,
  rejected: true,
  recalled: false,
  declined: false,
  expired: false,
  returned: false,
}

/** A raise of one's own limit waits this long, so that whoever holds a phone for an hour cannot lift what protects it. */
export const raiseAfterMs = 86_400_000

/** One limit of one layer, with the one that is to follow it. */
export interface LimitRule {
  max: Amount | null
  next: { max: Amount | null; at: Instant } | null
}

export const noRule: LimitRule = { max: null, next: null }

/** The limit that counts at a moment. */
export function maxAt({ max, next }: LimitRule, now: Instant): Amount | null {
  return next && now >= next.at ? next.max : max
}

/** Whether a limit lets more through than another. */
function isLooser(max: Amount | null, than: Amount | null): boolean {
  return than !== null && (max === null || max > than)
}

/**
 * A member's own new limit: stricter at once, looser after `raiseAfterMs`. A raise that waits already and is asked for
 * again keeps its moment; one to another sum waits anew, and a stricter limit ends the wait.
 */
export function decideOwnLimit(before: LimitRule, asked: Amount | null, now: Instant): LimitRule {
  const max = maxAt(before, now)
  const waiting = before.next && now < before.next.at ? before.next : null
  if (!isLooser(asked, max)) return { max: asked, next: null }
  return { max, next: waiting?.max === asked ? waiting : { max: asked, at: now + raiseAfterMs } }
}
