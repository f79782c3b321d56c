/**
 * Limits: who may send how much, and what was counted. Nothing is added up as it happens: each question is answered from
 * the list of all sends there were. Everybody here lives by the clock of Shanghai.
 */

import type { Ask, Fields } from '../asks.ts'
import { bodyOf, iso, no, yes, type Verdict, type World } from './world.ts'

type Rule = (w: World, ask: Ask) => Verdict

const hour = 3_600_000
const day = 24 * hour
const kinds = ['share', 'send', 'day', 'month'] as const
type Kind = (typeof kinds)[number]

/** The limit of one kind in one layer, and the looser one that waits. */
interface Limit {
  max: number | null
  next: { max: number | null; at: number } | null
}

type Layer = Record<Kind, Limit>

export interface Limited {
  band: string
  own: Layer
  operator: Layer
}

/** A send as it was counted for somebody: its sender, the giver who paid, or the allowance that was paid from. */
export interface CountedSend {
  who: string
  source: string
  amount: number
  at: number
  givenBack: boolean
}

const none = (): Layer => ({
  share: { max: null, next: null },
  send: { max: null, next: null },
  day: { max: null, next: null },
  month: { max: null, next: null },
})

const bands: Record<string, Record<Kind | 'approval', number> | null> = {
  adult: null,
  teen: { share: 20_000, send: 20_000, day: 50_000, month: 200_000, approval: 10_000 },
  child: { share: 5_000, send: 5_000, day: 10_000, month: 30_000, approval: 2_000 },
}

export function limitedOf(w: World, member: string): Limited {
  const found = w.limited.get(member)
  if (found) return found
  const made: Limited = { band: 'adult', own: none(), operator: none() }
  w.limited.set(member, made)
  return made
}

/** When the day or month that holds a moment began, and when the next begins, in Shanghai. */
export function spanOf(kind: 'day' | 'month', at: number): { from: number; until: number } {
  const local = new Date(at + 8 * hour)
  const [year, month, date] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()]
  if (kind === 'day') {
    const from = Date.UTC(year, month, date) - 8 * hour
    return { from, until: from + day }
  }
  return { from: Date.UTC(year, month, 1) - 8 * hour, until: Date.UTC(year, month + 1, 1) - 8 * hour }
}

export function countedIn(w: World, who: string, kind: 'day' | 'month', at: number): number {
  const { from, until } = spanOf(kind, at)
  return w.counted
    .filter((send) => send.who === who && !send.givenBack && from <= send.at && send.at < until)
    .reduce((sum, { amount }) => sum + amount, 0)
}

const inForce = ({ max, next }: Limit, at: number) => (next && next.at <= at ? next.max : max)

/** The least of all layers, and whose it is: age before operator before own. */
function least(w: World, member: string, kind: Kind, at: number): { max: number; layer: string } | undefined {
  const { band, operator, own } = limitedOf(w, member)
  const sums = [
    { layer: 'age', max: bands[band]?.[kind] ?? null },
    { layer: 'operator', max: inForce(operator[kind], at) },
    { layer: 'own', max: inForce(own[kind], at) },
  ]
  const set = sums.filter((sum): sum is { layer: string; max: number } => sum.max !== null)
  return set.toSorted((a, b) => a.max - b.max)[0]
}

/** What limits see of a send. */
export interface Spending {
  field: string
  amount: number
  count: number
  luckyForMany: boolean
  /** The sum of the split plan that it is a part of: what one send may be is asked of that. */
  whole?: number
}

/** Whether a member's limits refuse this, share by share, then the sum, the day and the month. */
export function limitRefusal(w: World, member: string, ask: Spending, at: number): Verdict | undefined {
  const { field, amount, count, whole = amount } = ask
  const [share, send] = [least(w, member, 'share', at), least(w, member, 'send', at)]
  if (share && whole > share.max * count) return no('limit_share', { field, ...share })
  if (send && whole > send.max) return no('limit_send', { field, ...send })
  for (const kind of ['day', 'month'] as const) {
    const bound = least(w, member, kind, at)
    const left = bound && Math.max(0, bound.max - countedIn(w, member, kind, at))
    if (bound && amount > left!)
      return no(`limit_${kind}`, { field, ...bound, left: left!, renewsAt: iso(spanOf(kind, at).until) })
  }
  return undefined
}

/** Whether a sum is one that a minor needs a guardian's word for. */
export const needsGuardian = (w: World, member: string, sum: number) =>
  sum > (bands[limitedOf(w, member).band]?.approval ?? Infinity)

/** What a minor may not do, whatever the sum; and what they need a guardian for, where none of these could give their word. */
export function minorRefusal(
  w: World,
  member: string,
  ask: Spending,
  { at, guardians }: { at: number; guardians: readonly string[] },
): Verdict | undefined {
  const rules = bands[limitedOf(w, member).band]
  const time = (at + 8 * hour) % day
  if (rules && (time >= 22 * hour || time < 6 * hour))
    return no('minor_night', { from: '22:00', until: '06:00' })
  if (rules && ask.luckyForMany) return no('minor_group_lucky', { field: 'kind' })
  if (!needsGuardian(w, member, ask.whole ?? ask.amount) || guardians.length > 0) return undefined
  return no('guardian_approval_needed', { field: ask.field, above: rules!.approval })
}

/** What was undone or rejected counts as never sent; however else a send ends, it stays counted. */
export function uncount(w: World, source: string, end: string): void {
  if (end !== 'undone' && end !== 'rejected') return
  for (const send of w.counted) if (send.source === source) send.givenBack = true
}

function shown(w: World, member: string): Fields {
  const { band, own, operator } = limitedOf(w, member)
  const at = w.clock
  const limits = kinds.map((kind) => {
    const bound = least(w, member, kind, at)
    const period = kind === 'day' || kind === 'month' ? kind : undefined
    const counted = period ? countedIn(w, member, period, at) : null
    const { next } = own[kind]
    return {
      kind,
      max: bound?.max ?? null,
      layer: bound?.layer ?? null,
      counted,
      left: bound && counted !== null ? Math.max(0, bound.max - counted) : null,
      renewsAt: period ? iso(spanOf(period, at).until) : null,
      operator: inForce(operator[kind], at),
      own: inForce(own[kind], at),
      ownNext: next && at < next.at ? { max: next.max, at: iso(next.at) } : null,
    }
  })
  return { band, limits, stepUpAlways: band !== 'adult', groupLucky: band === 'adult' }
}

const getMyLimits: Rule = (w, { as }) => yes(() => shown(w, as))

const putMyLimits: Rule = (w, ask) =>
  yes(() => {
    const { own } = limitedOf(w, ask.as)
    const changed: Fields = {}
    for (const [kind, max] of Object.entries(bodyOf<Partial<Record<Kind, number | null>>>(ask))) {
      const before = own[kind as Kind]
      const now = inForce(before, w.clock)
      const looser = now !== null && (max === null || max > now)
      const waits = before.next && w.clock < before.next.at && before.next.max === max
      const next = waits ? before.next : { max, at: w.clock + day }
      const after: Limit = looser ? { max: now, next } : { max, next: null }
      own[kind as Kind] = after
      if (JSON.stringify(after) !== JSON.stringify(before)) changed[kind] = told(after)
    }
    tellChanged(w, ask.as, 'own', ask.as, changed)
    return shown(w, ask.as)
  })

const setMemberLimits: Rule = (w, ask) => {
  const member = ask.params!.id!
  if (!w.members.has(member)) return no('not_found')
  return yes(() => {
    const { operator } = limitedOf(w, member)
    const changed: Fields = {}
    for (const [kind, max] of Object.entries(bodyOf<Partial<Record<Kind, number | null>>>(ask))) {
      if (operator[kind as Kind].max !== max) changed[kind] = told({ max, next: null })
      operator[kind as Kind] = { max, next: null }
    }
    tellChanged(w, member, 'operator', 'operator', changed)
    return shown(w, member)
  })
}

const told = ({ max, next }: Limit): Fields => ({ max, next: next && { max: next.max, at: iso(next.at) } })

function tellChanged(w: World, memberId: string, layer: string, by: string, limits: Fields): void {
  if (Object.keys(limits).length === 0) return
  w.tell(memberId, 'limits.changed', [memberId], { memberId, layer, limits, by })
}

const setAgeBand: Rule = (w, ask) => {
  const member = ask.params!.id!
  if (!w.members.has(member)) return no('not_found')
  return yes(() => {
    const { band } = bodyOf<{ band: string }>(ask)
    limitedOf(w, member).band = band
    const facts = { memberId: member, layer: 'age', band, by: 'operator' }
    w.tell(member, 'limits.changed', [member], facts)
    return shown(w, member)
  })
}

/** Everything about a member's limits, by its route. */
export const limitRules: Record<string, Rule> = { getMyLimits, putMyLimits, setMemberLimits, setAgeBand }
