/**
 * The fifth crowd before anything is sent: who keeps whom, under what name, which groups there are and who
 * came late.
 */

import type { Person, Group, Send } from '../../packages/cli/replay/day.ts'
import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { Relation } from '../../packages/core/contact.ts'
import type { KnownPerson, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, minuteMs, type Instant } from '../../packages/core/instant.ts'
import { cast, counterparts, idsOf, nicknames, otherName, type Circle, type Kind } from './fifth-cast.ts'

/** Monday, 1 March 2027, in Shanghai; fourteen weeks to Sunday, 6 June. The first of May is day 61. */
const start = Date.UTC(2027, 1, 28, 16)
export const days = 98
export const mayDay = 61

/** A minute of one of those days. */
export function moment(day: number, minutes: number): Instant {
  return start + day * dayMs + minutes * minuteMs
}

/** Monday to Friday, but for the five days from the first of May. */
export function isWorkday(day: number): boolean {
  return day % 7 < 5 && (day < mayDay || day > mayDay + 4)
}

export const slipKinds = [
  'wrong_name',
  'last_chat',
  'extra_zero',
  'lost_point',
  'twice',
  'wrong_group',
  'wrong_return',
  'clone',
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface FifthSlip {
  kind: SlipKind
  meant: string
  visible: boolean
  why: string
}

type Kept = Pick<KnownPerson, 'alias' | 'relation'>

export interface FifthWorld {
  chance: Chance
  people: Person[]
  kinds: Map<string, Kind>
  groups: Group[]
  contacts: Map<string, Map<string, Kept>>
  joins: { groupId: string; id: string; at: Instant }[]
  renames: { id: string; name: string; at: Instant }[]
  screens: Map<string, ScreenFacts>
  sends: Send[]
  /** How many were ever laid out, for their ids. */
  laid: number
  slips: Map<string, FifthSlip>
  /** How many of a hundred notes somebody troubles to write. */
  wordy: Map<string, number>
}

/** Adds somebody who has no part of their own, and says their id. */
export function addPerson(world: FifthWorld, name: string): string {
  const id = `x${world.people.length + 1}`
  world.people.push({ id, name, wallet: 0n, undoS: null })
  world.kinds.set(id, 'payee')
  return id
}

/** Everyone, their contacts and groups, and nothing sent yet. */
export function worldOf(seed: string): FifthWorld {
  const chance = chanceOf(`fifth ${seed}`)
  const world: FifthWorld = {
    chance,
    people: cast.map(({ id, name }) => ({ id, name, wallet: 0n, undoS: null })),
    kinds: new Map(cast.map(({ id, kind }) => [id, kind])),
    groups: [],
    contacts: new Map(),
    joins: [],
    renames: [
      { id: 's1', name: 'Kenny老师', at: moment(40, 0) },
      { id: 'c5', name: '孙医生', at: moment(27, 0) },
      { id: 'fruitToo', name: '嘉嘉果园', at: moment(75, 0) },
      { id: 'm6', name: '宇宙第一帅', at: moment(52, 0) },
    ],
    screens: new Map(),
    sends: [],
    laid: 0,
    slips: new Map(),
    wordy: new Map(cast.map(({ id }) => [id, chance.whole(25, 95)])),
  }
  withGroups(world)
  for (const { id } of cast) withContacts(world, id)
  return world
}

const relationOf: Record<Circle, Relation> = {
  village: 'friend',
  clinic: 'colleague',
  football: 'friend',
  carpool: 'friend',
  salon: 'customer',
  yard: 'colleague',
  choir: 'friend',
  family: 'family',
}

/**
 * Most of one's own circle, and a few of another; whoever keeps somebody may well keep the one who is like
 * them.
 */
function withContacts({ chance, kinds, contacts }: FifthWorld, id: string): void {
  const kind = kinds.get(id)!
  const kept = new Map<string, Kept>()
  const keep = (one: string, relation: Relation | null) => {
    const alias = nicknames[one] && chance.percent(35) ? nicknames[one] : null
    if (one !== id) kept.set(one, { alias, relation: relation && chance.percent(60) ? relation : null })
  }
  if (kind !== 'payee') for (const one of idsOf(kind)) if (chance.percent(75)) keep(one, relationOf[kind])
  const others = cast.filter((one) => one.kind !== kind).map((one) => one.id)
  for (const one of chance.some(others, chance.whole(5, 10))) keep(one, null)
  for (const one of [...kept.keys()]) {
    const like = counterparts.get(one)
    if (like !== undefined && chance.percent(18)) keep(like, null)
  }
  contacts.set(id, kept)
}

/** Groups as `id, name, members of the cast, how many others`. */
const groupPlan: readonly [string, string, string, number][] = [
  ['g-village', '石桥村在外老乡', 'v1 v2 v3 v4 v5 v6 v7 v8 y2 fatherCai', 48],
  ['g-bridge', '石桥村修路筹款', 'v1 v2 v3 v5 v6 v8', 8],
  ['g-site', '三工区老乡饭搭子', 'v1 v3 v5 v8', 2],
  ['g-clinic', '门诊一组', 'c1 c2 c3 c4 c5 c6', 1],
  ['g-clinic2', '门诊二组', 'c2 c4 c5', 5],
  ['g-nurses', '护士姐妹下午茶', 'c1 c2 c3 c6', 0],
  ['g-sunday', '周日踢球', 'f1 f2 f3 f4 f5 f6 f7 f8 k4', 6],
  ['g-wednesday', '周三踢球', 'f1 f3 f5 f7', 7],
  ['g-drinks', '球后小酌', 'f1 f2 f4 f6 f8', 0],
  ['g-ride', '二班拼车', 'k1 k2 k3 k4 k5 k6', 0],
  ['g-class', '二班家长群', 'k1 k2 k3 k4 k5 k6 s5', 30],
  ['g-class3', '三班家长群', 'k2 k5 c6 s3', 28],
  ['g-salon', '剪刀手老客户', 's1 s2 s3 s4 s5 s6', 14],
  ['g-tea', '逛街小分队', 's3 s4 s5 s6', 0],
  ['g-east', '东场夜班', 'y1 y2 y3 y4 y6 y7', 2],
  ['g-west', '西场夜班', 'y2 y4 y5', 5],
  ['g-yard', '货场大群', 'y1 y2 y3 y4 y5 y6 y7', 26],
  ['g-choir', '晨曦合唱团', 'h1 h2 h3 h4 h5 m5 c6', 40],
  ['g-altos', '晨曦女低音', 'h1 h2 h3 h4', 6],
  ['g-family', '孙家大院', 'm1 m2 m3 m4 m5 m6 m7', 5],
  ['g-cousins', '孙家小字辈', 'm3 m4 m6', 2],
]

function withGroups(world: FifthWorld): void {
  const { chance, people, groups, joins } = world
  const plain = Array.from({ length: 110 }, (_, n) => addPerson(world, otherName(n)))
  for (const [id, name, members, others] of groupPlan) {
    const more = chance.some(plain, others)
    groups.push({ id, name, members: [...members.split(' '), ...more] })
    for (const late of more.slice(0, Math.ceil(others / 8)))
      joins.push({ groupId: id, id: late, at: moment(chance.whole(5, days - 5), chance.whole(480, 1_300)) })
  }
  if (people.length < 150) throw new Error('too few to fill the groups')
}
