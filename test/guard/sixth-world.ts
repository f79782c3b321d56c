/** The sixth crowd before anything is sent: its days, its people, its groups, and who came to them late. */

import type { Group, Person, Send } from '../../packages/cli/replay/day.ts'
import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { KnownPerson, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs, type Instant } from '../../packages/core/instant.ts'
import { cast, likenesses, payees, type Member } from './sixth-cast.ts'
import { strangerName } from './sixth-names.ts'

/** Monday, 4 October 2027, in Shanghai; fourteen weeks to Sunday, 9 January 2028. */
const start = Date.UTC(2027, 9, 3, 16)
export const days = 98
export const doubleNinth = 4
export const doubleEleven = 38
export const solstice = 79
export const christmasEve = 81
export const newYear = 89
export const laba = 92

/** A minute of one of those days. */
export function moment(day: number, minutes: number): Instant {
  return start + day * dayMs + minutes * minuteMs
}

/** Which day of the fourteen weeks a moment is on. */
export function dayOf(at: Instant): number {
  return Math.floor((at - start) / dayMs)
}

/** The date in the month. */
export function dateOf(day: number): number {
  return new Date(moment(day, 0) + 8 * hourMs).getUTCDate()
}

export const slipKinds = [
  'wrong_name',
  'last_chat',
  'extra_zero',
  'lost_point',
  'wrong_digit',
  'twice',
  'wrong_group',
  'wrong_return',
  'clone',
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface SixthSlip {
  kind: SlipKind
  meant: string
  visible: boolean
  why: string
}

type Kept = Pick<KnownPerson, 'alias' | 'relation'>

export interface SixthWorld {
  chance: Chance
  people: Person[]
  quarters: Map<string, Member['quarter']>
  groups: Group[]
  contacts: Map<string, Map<string, Kept>>
  joins: { groupId: string; id: string; at: Instant }[]
  renames: { id: string; name: string; at: Instant }[]
  screens: Map<string, ScreenFacts>
  sends: Send[]
  /** How many were ever laid out, for their ids. */
  laid: number
  /** Sends that gave money back. */
  returns: Set<string>
  /** Whom somebody may be taken for. */
  likes: Map<string, string[]>
  slips: Map<string, SixthSlip>
  /** How many of a hundred sends somebody writes a note to. */
  wordy: Map<string, number>
}

/** Adds somebody who has no part of their own, and says their id. */
export function addPerson(world: SixthWorld, name: string): string {
  const id = `p${world.people.length + 1}`
  world.people.push({ id, name, wallet: 0n, undoS: null })
  world.quarters.set(id, 'payee')
  return id
}

/** Makes one known as easily taken for the other. */
export function addLikeness({ likes }: SixthWorld, one: string, other: string): void {
  likes.set(one, [...(likes.get(one) ?? []), other])
  likes.set(other, [...(likes.get(other) ?? []), one])
}

/** Everyone and their groups, and nothing sent yet. */
export function worldOf(seed: string): SixthWorld {
  const chance = chanceOf(`sixth ${seed}`)
  const everyone = [...cast, ...payees]
  const world: SixthWorld = {
    chance,
    people: everyone.map(({ id, name }) => ({ id, name, wallet: 0n, undoS: null })),
    quarters: new Map(everyone.map(({ id, quarter }) => [id, quarter])),
    groups: [],
    contacts: new Map(),
    joins: [],
    renames: [
      { id: 'u5', name: '考研上岸晨', at: moment(33, 600) },
      { id: 'm12', name: '洋洋果业', at: moment(45, 540) },
      { id: 'y9', name: '平安是福', at: moment(61, 480) },
      { id: 't3', name: '风雪夜归人', at: moment(70, 1_300) },
    ],
    screens: new Map(),
    sends: [],
    laid: 0,
    returns: new Set(),
    likes: new Map([...likenesses].map(([id, likes]) => [id, [...likes]])),
    slips: new Map(),
    wordy: new Map(cast.map(({ id, quarter }) => [id, chance.whole(quarter === 'yard' ? 10 : 30, 92)])),
  }
  withGroups(world)
  return world
}

/** Groups as `id, name, members of the cast, how many others`. */
const groupPlan: readonly [string, string, string, number][] = [
  ['g-street', '东市街商户群', 'm1 m2 m3 m4 m5 m6 m7 m8 m9 m10 m11 m12', 34],
  ['g-dumpling', '饺子馆后厨', 'm5 m3', 5],
  ['g-beauty', '东市街姐妹', 'm2 m4 m7 m9 m10 s7', 1],
  ['g-fleet', '顺安车队', 't1 t2 t3 t4 t5 t6 t7 t8 t9 t10', 52],
  ['g-night', '夜班几个哥', 't2 t5 t7 t8 t3', 1],
  ['g-day', '白班互助', 't1 t4 t6 t9', 5],
  ['g-parents32', '三年二班家长群', 's1 s2 s9 s10 m9 t3 m7 t9', 38],
  ['g-parents33', '三年三班家长群', 's2 s3 s9 m12 t5', 40],
  ['g-committee', '三年二班家委会', 's9 s10 m9 t9', 2],
  ['g-staff', '实验小学教职工', 's1 s2 s3 s4 s5 s6 s8', 56],
  ['g-badminton', '周四羽毛球', 's1 s3 s5 s10 t3', 4],
  ['g-yard', '五号院邻居', 'y1 y2 y3 y4 y5 y6 y7 y8 y9 y10 y11', 24],
  ['g-cards', '五号院牌友', 'y3 y6 y8 y10 y7', 0],
  ['g-dance1', '广场舞一队', 'y1 y2 y4 y5 y7 y9', 17],
  ['g-dance2', '广场舞二队', 'y4 y9 y11 s4', 15],
  ['g-hometown', '冰城老乡会', 'u1 u2 u4 u5 u7 u9 u10', 60],
  ['g-dorm4', '4栋304', 'u1 u6 u8 u5', 0],
  ['g-dorm7', '7栋304', 'u2 u4 u9 u10', 2],
  ['g-exam', '考研自习搭子', 'u5 u6 u7', 3],
  ['g-zhao', '老赵家', 'm5 m6 y3 u2 u3', 4],
  ['g-guan', '关家大院', 'm1 u1 y11', 6],
  ['g-wang', '王家兄弟姐妹', 't1 t2 u4', 5],
  ['g-sisters', '刘家姐俩', 'y1 y2 m12 t6', 3],
]

function withGroups(world: SixthWorld): void {
  const { chance, groups, joins } = world
  const plain = Array.from({ length: 150 }, () => addPerson(world, strangerName(chance)))
  for (const [id, name, members, others] of groupPlan) {
    const more = chance.some(plain, others)
    groups.push({ id, name, members: [...members.split(' '), ...more] })
    for (const late of more.slice(0, Math.round(others / 9)))
      joins.push({ groupId: id, id: late, at: moment(chance.whole(4, days - 4), chance.whole(500, 1_320)) })
  }
}
