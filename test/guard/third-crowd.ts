/**
 * The people of the third crowd: a family, a dormitory, a flat, a shop with its suppliers, colleagues, and two who are
 * awake at night. It is made up from a seed, by a hand that has not seen the rules it is to judge nor the sends that
 * they were tried on before. Some people have a namesake, or somebody whose name looks or sounds the same, in a group
 * that the one who pays them is in too.
 */

import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import { drawName } from '../../examples/days/names.ts'
import type { Group, Mistake, Person, Recipients, Send, SendKind } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { minuteMs, type Instant } from '../../packages/core/instant.ts'
import { seenOf, type Hand } from './third-screens.ts'

/** A year in China from 1 October 2025, in days; the first day of the year of the horse is 17 February 2026. */
export const yearDays = 365
export const newYear = 139
const start = Date.UTC(2025, 8, 30, 16)

/** Midnight of a day of the year, and so many minutes. */
export function moment(day: number, minutes: number): Instant {
  return start + (day * 24 * 60 + minutes) * minuteMs
}

export function yuan(whole: number): bigint {
  return BigInt(whole) * 100n
}

export interface Crowd {
  chance: Chance
  people: Person[]
  groups: Group[]
  sends: Send[]
  screens: Map<string, ScreenFacts>
  hands: Map<string, Hand>
  /** Who is taken for whom: the payee, and the person of the same name or of one like it. */
  namesakes: Map<string, string>
  lookAlikes: Map<string, string>
  strangers: number
}

export interface Sent {
  kind?: SendKind
  count?: number
  words?: string
  mistake?: { kind: Mistake; meant: string }
  isUndone?: boolean
  screen?: Partial<ScreenFacts>
}

const sameNames = ['陈建国', '彩虹', '张敏', '李强', '王芳', '刘洋']
const likeNames: [string, string][] = [
  ['周丽', '周莉'],
  ['吴建华', '吴健华'],
  ['孙晓燕', '孙小燕'],
  ['何玮', '何伟'],
  ['郑佳琪', '郑嘉琪'],
  ['林子涵', '林梓涵'],
]

/** Everyone, with nothing sent yet. */
export function crowdOf(seed: string): Crowd {
  const chance = chanceOf(`third ${seed}`)
  const crowd: Crowd = {
    chance,
    people: [],
    groups: [],
    sends: [],
    screens: new Map(),
    hands: new Map(),
    namesakes: new Map(),
    lookAlikes: new Map(),
    strangers: 0,
  }
  for (const id of ['grandpa', 'grandma', 'nanny']) join(crowd, id, 'slow')
  for (const id of ['father', 'mother', 'aunt', 'uncle', 'owner', 'teacher', 'nurse']) join(crowd, id, 'even')
  for (const id of ['son', 'daughter', 'cousin', 'coder', 'flat1', 'flat2', 'flat3']) join(crowd, id, 'quick')
  for (const n of [1, 2, 3, 4]) join(crowd, `room${n}`, 'quick')
  for (const n of [1, 2, 3, 4]) join(crowd, `supplier${n}`, 'even')
  for (const id of ['landlord', 'shoplord', 'helper', 'leader', 'coach']) join(crowd, id, 'even')
  const crowdIn = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => join(crowd, `${name}${n}`, chance.pick(['even', 'quick'])))
  const parents = crowdIn('parent', 38)
  const class1 = crowdIn('mate', 31)
  const office = crowdIn('colleague', 19)
  const market = crowdIn('neighbour', 70)
  const doubles = withDoubles(crowd)
  const family = ['grandpa', 'grandma', 'father', 'mother', 'aunt', 'uncle', 'son', 'daughter', 'cousin']
  const group = (id: string, name: string, members: string[]) => crowd.groups.push({ id, name, members })
  group('family', '相亲相爱一家人', family)
  group('home', '我们一家四口', ['father', 'mother', 'son', 'daughter'])
  group('room', '407宿舍', ['son', 'room1', 'room2', 'room3', 'room4'])
  group('class', '经济2401班', ['son', 'room1', 'room2', 'room3', 'room4', ...class1])
  group('parents', '三年二班家长群', ['mother', 'teacher', 'nurse', ...parents, ...doubles])
  group('office', '项目二组', ['father', 'coder', 'flat1', 'uncle', ...office])
  group('flat', '幸福里1203', ['flat1', 'flat2', 'flat3'])
  group('flatlord', '1203租房', ['flat1', 'flat2', 'flat3', 'landlord'])
  group('shop', '早点铺供货', ['owner', 'helper', 'supplier1', 'supplier2', 'supplier3', 'supplier4'])
  group('market', '小区团购群', [
    'leader',
    'mother',
    'owner',
    'flat1',
    'flat2',
    'nurse',
    ...market,
    ...doubles,
  ])
  group('night', '夜班干饭', ['nurse', 'coder', 'flat3', 'cousin'])
  return crowd
}

/** Somebody joins, with a name by chance. */
export function join(crowd: Crowd, id: string, hand: Hand, name = drawName(crowd.chance)): string {
  crowd.people.push({ id, name, wallet: 80_000_000n, undoS: null })
  crowd.hands.set(id, hand)
  return id
}

/** Whom one has not met before: the driver, the seller, somebody at a wedding. */
export function stranger(crowd: Crowd): string {
  return join(crowd, `new${(crowd.strangers += 1)}`, 'even')
}

/** Three payees have a namesake and three somebody of a name like theirs; which, and by what name, is drawn. */
function withDoubles(crowd: Crowd): string[] {
  const { chance, people } = crowd
  const payees = chance.some(['landlord', 'nanny', 'supplier1', 'supplier2', 'leader', 'flat2', 'coach'], 6)
  const same = chance.some(sameNames, 3)
  const like = chance.some(likeNames, 3)
  return payees.map((payee, n) => {
    const [name, other] = n < 3 ? [same[n]!, same[n]!] : like[n - 3]!
    const at = people.findIndex(({ id }) => id === payee)
    people[at] = { ...people[at]!, name }
    const double = join(crowd, `double${n}`, 'even', other)
    ;(n < 3 ? crowd.namesakes : crowd.lookAlikes).set(payee, double)
    return double
  })
}

/** One send, to a person or, by its id, to a group; what is over 200 yuan, and half of the rest, is a transfer. */
export function give(
  crowd: Crowd,
  from: string,
  to: string,
  total: bigint,
  at: Instant,
  sent: Sent = {},
): Send {
  const { chance, groups } = crowd
  const group = groups.find(({ id }) => id === to)
  const few = total <= 20_000n && chance.percent(50)
  const kind = sent.kind ?? (group ? 'lucky' : few ? 'direct' : 'transfer')
  const recipients: Recipients = group ? { way: 'group', id: to } : { way: 'members', ids: to.split(' ') }
  const send: Send = {
    id: `s${crowd.sends.length + 1}`,
    at,
    from,
    to: recipients,
    kind,
    total,
    count: sent.count ?? (group ? Math.max(1, Math.min(group.members.length - 1, 10)) : 1),
    split: kind === 'lucky' ? 'wechat' : null,
    greeting: sent.words ?? '',
    expireAfterS: null,
    delayS: null,
    claims: [],
    steps: sent.isUndone ? [{ verb: 'undo', afterMs: 8_000 }] : [],
    mistake: sent.mistake ?? null,
  }
  crowd.sends.push(send)
  crowd.screens.set(send.id, { ...seenOf(chance, crowd.hands.get(from) ?? 'even'), ...sent.screen })
  return send
}

/** Sums to a tenth of a yuan, as on a bill. */
export function odd({ chance }: Crowd, least: number, most: number): bigint {
  return BigInt(chance.whole(least * 10, most * 10)) * 10n
}
