/** What people send: packets and transfers with all their conditions, and now and then one that must be refused. */

import type { Ask, Fields } from '../asks.ts'
import type { World } from '../auditor/world.ts'
import type { Dice } from './dice.ts'
import type { Habit } from './habits.ts'
import { onBehalf } from './offices.ts'

export interface Town {
  world: World
  dice: Dice
}

const passphrases = ['恭喜发财', '  Happy New Year', 'ＬＵＣＫＹ 888', '年年有鱼']
/** The same words as other people would type them. */
const otherSpellings = ['恭喜发财 ', 'happy  new year', 'lucky 888', '年年有鱼']

/** A passphrase as somebody types it: rightly, mostly in their own spelling, or wrongly. */
export function typedPhrase(dice: Dice, phrase: string): string {
  const right = passphrases.indexOf(phrase)
  return dice.percent(65)
    ? dice.pick([phrase, otherSpellings[right]!])
    : dice.pick(['芝麻开门', ...passphrases])
}

/** Somebody to send to: mostly another member, by a slip oneself or nobody. */
export function someone({ world, dice }: Town, me: string, slips: number): string {
  if (dice.percent(slips / 4)) return dice.pick([me, dice.strangeId('member')])
  return dice.pick([...world.members.keys()].filter((id) => id !== me))
}

/** A packet as this member would send one now. */
export function packetBody(
  town: Town,
  me: string,
  habit: Habit,
  kind: 'direct' | 'equal' | 'lucky' | 'exclusive',
): Fields {
  const { dice } = town
  const audience = audienceOf(town, me, habit, kind)
  const people = audience.people
  const count = kind === 'direct' || kind === 'exclusive' ? 1 : dice.between(1, Math.max(1, people))
  const body: Fields = { kind, count, total: count * dice.between(...habit.share), ...audience.fields }
  if (kind === 'lucky')
    Object.assign(body, { total: Number(body.total) + dice.below(count), ...splitOf(dice) })
  Object.assign(body, purseOf(town, me, habit), careWith(town, body.recipientIds))
  return slipped(dice, habit, { ...body, ...conditions(town, kind) })
}

/** Whoever holds an allowance pays from it now and then; now and then somebody names one that is not theirs. */
function payerOf({ world, dice }: Town, me: string): Fields {
  const held = [...world.families.values()].filter(({ holder, state }) => holder === me && state === 'active')
  if (held.length > 0 && dice.percent(35)) return { paidFrom: dice.pick(held).id }
  const others = [...world.families.values()]
  return others.length > 0 && dice.percent(2) ? { paidFrom: dice.pick(others).id } : {}
}

/** Whose money it is: one's own, a family's, or an organisation's, in place of an earlier send of theirs at times. */
function purseOf(town: Town, me: string, { acts }: Habit): Fields {
  const office = onBehalf(town, me, 14 + 5 * acts)
  return office.onBehalfOf === undefined ? payerOf(town, me) : office
}

/** What a sender says beside the send: the name they mean, and what their screen saw of them. */
function careWith({ world, dice }: Town, to: Fields['']): Fields {
  if (!world.guard && !dice.percent(3)) return {}
  const said: Fields = {}
  const [first] = Array.isArray(to) ? to : []
  const names = [...world.members.values()].map(({ name }) => name)
  const meant = world.members.get(typeof first === 'string' ? first : '')?.name
  if (dice.percent(25)) said.payeeName = dice.percent(70) && meant !== undefined ? meant : dice.pick(names)
  if (dice.percent(20))
    said.screen = dice.pick<Fields>([
      { chosenFrom: 'recent', dwellMs: 4_000 },
      { chosenFrom: 'search', dwellMs: 900 },
      { amountEdits: 4, backAndForth: 3, recipientChanges: 2, dwellMs: 70_000 },
    ])
  if (dice.percent(4)) said.confirmation = { shownHash: '0'.repeat(64) }
  return said
}

function splitOf(dice: Dice): Fields {
  return dice.pick([{}, { splitMethod: 'wechat' }, { splitMethod: 'provable' }])
}

function audienceOf(town: Town, me: string, habit: Habit, kind: string): { people: number; fields: Fields } {
  const { world, dice } = town
  const groups = [...world.groups.values()]
  const mine = groups.filter((group) => world.insideAt(group, world.clock).includes(me))
  const group = dice.percent(habit.slips / 4) || mine.length === 0 ? dice.pick(groups) : dice.pick(mine)
  const inside = world.insideAt(group, world.clock)
  if (kind === 'direct') return { people: 1, fields: { recipientIds: [someone(town, me, habit.slips)] } }
  if (kind === 'exclusive') {
    const recipient =
      dice.percent(80) && inside.length > 0 ? dice.pick(inside) : someone(town, me, habit.slips)
    return {
      people: 1,
      fields: { recipientIds: [recipient], ...(dice.percent(60) ? { groupId: group.id } : {}) },
    }
  }
  const way = dice.weighted({ group: 6, members: 2, link: 2 })
  if (way === 'link') return { people: dice.between(1, 6), fields: { link: true } }
  if (way === 'group') return { people: inside.length, fields: { groupId: group.id } }
  const others = dice
    .shuffled([...world.members.keys()].filter((id) => id !== me))
    .slice(0, dice.between(1, 4))
  return { people: others.length, fields: { recipientIds: others } }
}

function conditions({ world, dice }: Town, kind: string): Fields {
  const some: Fields = { greeting: dice.pick(['', '恭喜发财，大吉大利', 'Happy New Year\n🧧']) }
  if (dice.percent(15)) some.passphrase = dice.pick(passphrases)
  if (dice.percent(18)) some.openAs = 'paused'
  if (dice.percent(7)) some.test = true
  if (dice.percent(12))
    some.notBefore = new Date(world.clock + dice.pick([30, 600, 7_200]) * 1_000).toISOString()
  if (dice.percent(75)) some.expireAfterS = dice.pick([60, 300, 1_800, 7_200, 7_200, 43_200, 86_400])
  if (dice.percent(kind === 'direct' ? 25 : 8))
    Object.assign(some, { profile: 'wechat-personal', expireAfterS: 86_400 })
  else if (dice.percent(10))
    Object.assign(some, { profile: 'enterprise', expireAfterS: dice.pick([3_600, 10_000, 86_400]) })
  return some
}

/** A slip of the hand: a body that can be read and must be refused, or that means more than it should. */
function slipped(dice: Dice, habit: Habit, body: Fields): Fields {
  if (!dice.percent(habit.slips / 2)) return body
  return {
    ...body,
    ...dice.pick<Fields>([
      { total: Number(body.total) * 10 },
      { total: Number(body.total) + 1 },
      { total: Math.max(1, Number(body.count) - 1) },
      { total: 20_001 * Number(body.count) },
      { total: 9_007_199_254_740_991 },
      { count: Number(body.count) + 1 },
      { count: 501, total: 50_100 },
      { expireAfterS: 59 },
      { expireAfterS: 3_599, profile: 'enterprise' },
      { expireAfterS: 604_801 },
      { notBefore: '2030-01-01T00:00:00+08:00' },
    ]),
  }
}

/** A transfer as this member would send one now. */
export function transferBody(town: Town, me: string, habit: Habit): Fields {
  const { dice } = town
  const body: Fields = {
    payeeId: someone(town, me, habit.slips),
    amount: dice.between(...habit.share),
    note: dice.pick(['', '饭钱', 'rent']),
  }
  Object.assign(body, purseOf(town, me, habit), careWith(town, [String(body.payeeId)]))
  if (dice.percent(65)) body.delayS = dice.pick([0, 1, 60, 7_200, 86_400])
  if (dice.percent(45)) body.profile = dice.pick(['wechat-personal', 'wechat-personal', 'enterprise'])
  if (!dice.percent(habit.slips / 2)) return body
  return {
    ...body,
    ...dice.pick<Fields>([
      { amount: 5_000_001 },
      { delayS: 604_801 },
      { amount: 4_999_999 },
      { delayS: 172_800 },
    ]),
  }
}

/**
 * A transfer that its sender would rather divide: a little first, now and then in a way that is refused. It is decided
 * by what the transfer is already, so that no other throw of the dice moves.
 */
export function asLadder({ note, amount, profile, ...body }: Fields): Fields | undefined {
  if (note !== '饭钱' || profile !== undefined) return undefined
  const { delayS, ...rest } = body
  const sum = Number(amount)
  const first = sum % 13 === 0 ? sum : Math.max(1, Math.floor(sum / 10))
  const within = [60, 600, 3_600, 86_400][sum % 7]
  return {
    ...rest,
    note,
    amount: sum,
    first,
    ...(within === undefined ? {} : { acknowledgeWithinS: within }),
  }
}

const unreadable: readonly Fields[] = [
  { total: 0 },
  { total: -100 },
  { total: 1.5 },
  { total: '100' },
  { total: null },
  { total: 9_007_199_254_740_992 },
  { count: 0 },
  { count: '1' },
  { kind: 'cash' },
  { surprise: true },
  { recipientIds: [] },
  { expireAfterS: 0 },
  { notBefore: 'tomorrow' },
  { notBefore: '2026-02-30T00:00:00Z' },
  { passphrase: '' },
  { link: false },
  { profile: 'bank' },
  { openAs: 'shut' },
  { greeting: '\u0000' },
  { greeting: '恭'.repeat(10_000) },
]

/** The same send, made into one that no rule ever sees. */
export function spoiled(dice: Dice, ask: Ask): Ask {
  return { ...ask, body: { ...ask.body, ...dice.pick(unreadable) }, malformed: true }
}
