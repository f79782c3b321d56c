/**
 * The tenth crowd before anything is sent: who keeps whom and under what name, which groups there are, who
 * came late.
 */

import type { Group, Person, Send } from '../../packages/cli/replay/day.ts'
import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { Relation } from '../../packages/core/contact.ts'
import type { KnownPerson, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, minuteMs, type Instant } from '../../packages/core/instant.ts'
import {
  cast,
  givenNamesOfMany,
  idsOf,
  payeeNames,
  strangerNames,
  type Circle,
  type Hand,
} from './tenth-cast.ts'
import { groupPlan } from './tenth-groups.ts'

/** Monday, 28 February 2028, in Shanghai; thirteen weeks to Sunday, 28 May. */
const start = Date.UTC(2028, 1, 27, 16)
export const days = 91
/** The eighth of March, the grave sweeping of 4 April, the first of May, mothers' day, the twentieth of May. */
export const feastDays = { women: 9, graves: 36, may: 63, mothers: 76, love: 82 } as const

/** A minute of one of those days. */
export function moment(day: number, minutes: number): Instant {
  return start + day * dayMs + minutes * minuteMs
}

/** Monday to Friday, but for the feasts. */
export function isWorkday(day: number): boolean {
  return day % 7 < 5 && day !== feastDays.graves && (day < feastDays.may || day > feastDays.may + 4)
}

export const slipKinds = [
  'like_name',
  'last_chat',
  'extra_zero',
  'lost_point',
  'wrong_digit',
  'twice',
  'wrong_group',
  'wrong_return',
  'clone',
  'old_account',
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface TenthSlip {
  kind: SlipKind
  meant: string
  visible: boolean
  why: string
}

type Kept = Pick<KnownPerson, 'alias' | 'relation'>

export interface TenthWorld {
  chance: Chance
  people: Person[]
  hands: Map<string, Hand>
  groups: Group[]
  contacts: Map<string, Map<string, Kept>>
  joins: { groupId: string; id: string; at: Instant }[]
  renames: { id: string; name: string; at: Instant }[]
  screens: Map<string, ScreenFacts>
  sends: Send[]
  /** How many were ever laid out, for their ids. */
  laid: number
  slips: Map<string, TenthSlip>
  /** How many of a hundred notes somebody troubles to write. */
  wordy: Map<string, number>
  /** Ids of sends by which somebody gives back what had come. */
  returns: Set<string>
  /** Whoever has a new account, and from which day. */
  moved: Map<string, { account: string; day: number }>
}

/** Adds somebody who only gets money, and says their id. */
export function addPerson({ people }: TenthWorld, name: string): string {
  const id = `n${people.length + 1}`
  people.push({ id, name, wallet: 0n, undoS: null })
  return id
}

/** Somebody met once. */
export function stranger(world: TenthWorld): string {
  const { chance } = world
  return addPerson(world, chance.pick(chance.percent(60) ? strangerNames : givenNamesOfMany))
}

/** What somebody is called. */
export function nameOf({ people }: TenthWorld, id: string): string {
  return people.find((one) => one.id === id)?.name ?? ''
}

/** Everyone, their contacts and groups, and nothing sent yet. */
export function worldOf(seed: string): TenthWorld {
  const chance = chanceOf(`tenth ${seed}`)
  const payees = Object.entries(payeeNames).map(([id, name]) => ({ id, name, keeps: 0 }))
  const world: TenthWorld = {
    chance,
    people: [...cast, ...payees].map(({ id, name, keeps }) => ({
      id,
      name,
      wallet: BigInt(keeps * 100),
      undoS: null,
    })),
    hands: new Map(cast.map(({ id, hand }) => [id, hand])),
    groups: [],
    contacts: new Map(),
    joins: [],
    renames: [
      { id: 'xia', name: '夏天不打双打', at: moment(31, 0) },
      { id: 'fruit', name: '阿明鲜果（二店开业）', at: moment(48, 0) },
      { id: 'mi', name: '小米粒和小豆粒', at: moment(57, 0) },
      { id: 'intern', name: 'Suqing', at: moment(40, 0) },
    ],
    screens: new Map(),
    sends: [],
    laid: 0,
    slips: new Map(),
    wordy: new Map(cast.map(({ id }) => [id, chance.whole(15, 90)])),
    returns: new Set(),
    moved: new Map(),
  }
  withGroups(world)
  for (const { id, circle } of cast) withContacts(world, id, circle)
  return world
}

const relationOf: Record<Circle, Relation> = {
  crew: 'colleague',
  home: 'family',
  kids: 'friend',
  court: 'friend',
  park: 'colleague',
  shop: 'customer',
}

const aliases: Readonly<Record<string, readonly string[]>> = {
  foreman: ['罗老板', '建国哥'],
  leiC: ['王磊-羽毛球', '磊子'],
  leiP: ['小王蕾', '王蕾（产品）'],
  captain: ['东哥'],
  boss: ['涛哥', '冯总'],
  duo: ['朵妈', '刘倩'],
  fixer: ['修冰箱小王'],
  strings: ['小王穿线'],
  agent: ['小刘（链家）'],
  landlordC: ['管家小刘'],
  landlordB: ['房东'],
}

/** Most of one's own circle, some of others, and many who were met once and are never paid. */
function withContacts(world: TenthWorld, id: string, circle: Circle): void {
  const { chance, contacts } = world
  const kept = new Map<string, Kept>()
  const keep = (one: string, relation: Relation | null) => {
    const alias = aliases[one] && chance.percent(45) ? chance.pick(aliases[one]) : null
    if (one !== id) kept.set(one, { alias, relation: chance.percent(35) ? relation : null })
  }
  for (const one of idsOf(circle)) if (chance.percent(80)) keep(one, relationOf[circle])
  if (circle === 'crew') for (const one of idsOf('home')) if (chance.percent(30)) keep(one, 'family')
  const others = cast.filter((one) => one.circle !== circle).map((one) => one.id)
  for (const one of chance.some(others, chance.whole(1, 5))) keep(one, null)
  for (const one of chance.some(Object.keys(payeeNames), chance.whole(2, 6))) keep(one, null)
  for (let left = chance.whole(6, 18); left > 0; left -= 1)
    keep(addPerson(world, chance.pick(chance.percent(75) ? givenNamesOfMany : strangerNames)), null)
  // Some know one more person who is called nearly as somebody they know.
  if (chance.percent(38)) {
    const like = chance.pick([...kept.keys()].filter((one) => world.hands.has(one)))
    keep(addPerson(world, nearly(world, nameOf(world, like))), null)
  }
  contacts.set(id, kept)
}

/** A name as families and villages give it: the same, or with another last character. */
function nearly({ chance }: TenthWorld, name: string): string {
  if (/妈妈|爸爸/.test(name)) return chance.pick(['多多妈妈', '小朵妈妈', '昊昊爸爸', '恬恬妈妈', '优优妈妈'])
  if (name.length !== 3 || chance.percent(40)) return name
  return name.slice(0, 2) + chance.pick(['军', '华', '平', '芳', '英', '明', '玲', '辉'])
}

function withGroups(world: TenthWorld): void {
  const { chance, groups, joins } = world
  const plain = Array.from({ length: 90 }, () => stranger(world))
  for (const [id, name, members, others] of groupPlan) {
    const more = chance.some(plain, others)
    groups.push({ id, name, members: [...members.split(' '), ...more] })
    for (const late of more.slice(0, Math.ceil(others / 9)))
      joins.push({ groupId: id, id: late, at: moment(chance.whole(4, days - 4), chance.whole(500, 1_320)) })
  }
}
