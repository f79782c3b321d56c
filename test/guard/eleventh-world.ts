/** The port before anything is sent: its autumn, who keeps whom under what name, which groups there are. */

import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { Group, Person, Send } from '../../packages/cli/replay/day.ts'
import type { Relation } from '../../packages/core/contact.ts'
import type { KnownPerson, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs, type Instant } from '../../packages/core/instant.ts'
import { cast, idsOf, nicknames, plainName, shops, type Kind } from './eleventh-cast.ts'

/** Monday, 23 August 2027, in Shanghai; thirteen weeks to Sunday, 21 November. */
const start = Date.UTC(2027, 7, 22, 16)
export const days = 91
/** 15 September, 1 October and 8 October. */
export const moonDay = 23
export const nationalDay = 39
export const elderDay = 46

/** A minute of one of those days. */
export function moment(day: number, minutes: number): Instant {
  return start + day * dayMs + minutes * minuteMs
}

/** The day of the month. */
export function dateOf(day: number): number {
  return new Date(moment(day, 0) + 8 * hourMs).getUTCDate()
}

export const slipKinds = [
  'like_name',
  'last_chat',
  'beside_in_list',
  'extra_zero',
  'lost_point',
  'wrong_digit',
  'twice',
  'wrong_group',
  'wrong_return',
  'clone',
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface EleventhSlip {
  kind: SlipKind
  meant: string
  visible: boolean
  why: string
}

type Kept = Pick<KnownPerson, 'alias' | 'relation'>

export interface EleventhWorld {
  chance: Chance
  people: Person[]
  groups: Group[]
  contacts: Map<string, Map<string, Kept>>
  joins: { groupId: string; id: string; at: Instant }[]
  renames: { id: string; name: string; at: Instant }[]
  screens: Map<string, ScreenFacts>
  sends: Send[]
  slips: Map<string, EleventhSlip>
  /** Those who are nobody in particular. */
  plain: string[]
  /** Sends that gave money back. */
  returns: Set<string>
  /** The other account of who has two. */
  other: Map<string, string>
  /** How many of a hundred notes somebody troubles to write. */
  wordy: Map<string, number>
  /** How much of what others of their kind send, in a hundred. */
  busy: Map<string, number>
  laid: number
}

/** Adds somebody, and says their id. */
export function addPerson(world: EleventhWorld, name: string): string {
  const id = `n${world.people.length + 1}`
  world.people.push({ id, name, wallet: 0n, undoS: null })
  return id
}

/** Everyone, their contacts and groups. */
export function worldOf(seed: string): EleventhWorld {
  const chance = chanceOf(`eleventh ${seed}`)
  const named = [...cast, ...Object.entries(shops).map(([id, name]) => ({ id, name }))]
  const world: EleventhWorld = {
    chance,
    people: named.map(({ id, name }) => ({ id, name, wallet: 0n, undoS: null })),
    groups: [],
    contacts: new Map(),
    joins: [],
    renames: [
      { id: 'boat8', name: '满载而归', at: moment(33, 500) },
      { id: 'away2', name: 'Vivian在厦门', at: moment(50, 700) },
      { id: 'plant7', name: '打工人小军', at: moment(61, 1_200) },
      { id: 'tea', name: '一点甜·港口店', at: moment(44, 600) },
    ],
    screens: new Map(),
    sends: [],
    slips: new Map(),
    plain: [],
    returns: new Set(),
    other: new Map(),
    wordy: new Map(cast.map(({ id }) => [id, chance.whole(15, 90)])),
    busy: new Map(cast.map(({ id }) => [id, chance.pick([22, 45, 65, 85, 105, 125])])),
    laid: 0,
  }
  for (let n = 0; n < 170; n += 1) world.plain.push(addPerson(world, plainName(chance)))
  withGroups(world)
  for (const { id, kind } of cast) withContacts(world, id, kind)
  return world
}

const relations: Record<Kind, Relation> = {
  clan: 'family',
  boat: 'colleague',
  trade: 'customer',
  plant: 'colleague',
  office: 'colleague',
  school: 'friend',
  elder: 'friend',
  away: 'friend',
}

/** Most of one's own circle, some of the town, a handful of shops and of people who are nobody in particular. */
function withContacts({ chance, contacts, plain }: EleventhWorld, id: string, kind: Kind): void {
  const kept = new Map<string, Kept>()
  const keep = (one: string, relation: Relation | null) => {
    const alias = nicknames[one] && chance.percent(45) ? chance.pick(nicknames[one]) : null
    if (one !== id) kept.set(one, { alias, relation: chance.percent(55) ? relation : null })
  }
  for (const one of idsOf(kind)) if (chance.percent(82)) keep(one, relations[kind])
  const town = cast.filter((one) => one.kind !== kind).map((one) => one.id)
  for (const one of chance.some(town, chance.whole(4, 12))) keep(one, null)
  for (const one of chance.some(Object.keys(shops), chance.whole(3, 9))) keep(one, null)
  for (const one of chance.some(plain, chance.whole(6, 22))) keep(one, chance.percent(20) ? 'friend' : null)
  contacts.set(id, kept)
}

const all = (kind: Kind) => idsOf(kind).join(' ')

/** `id, name, members of the cast, how many others`. */
const groupPlan: readonly [string, string, string, number][] = [
  ['g-clan', '浔尾林氏宗亲', `${all('clan')} away1 plant3 office4`, 70],
  ['g-house', '林家老厝', 'clan1 clan2 clan3 clan4 clan5 clan6 clan7 clan8 clan10 away1', 2],
  ['g-siblings', '林家兄弟姐妹', 'clan1 clan2 clan3 clan4', 0],
  ['g-boat', '0731船员', 'boat1 boat2 boat3 boat4 boat7', 2],
  ['g-boatToo', '0713船员', 'boat5 boat6 boat8 boat2', 3],
  ['g-fish', '浔尾鲜货信息', `${all('trade')} boat1 boat6 clan3`, 75],
  ['g-cards', '冷库喝茶', 'trade2 trade4 trade6 boat1 clan2 office4', 0],
  ['g-plant', '海兴食品大群', all('plant'), 32],
  ['g-pack', '海兴包装组', 'plant4 plant6 plant8 plant9 plant10', 6],
  ['g-fry', '海兴油炸组', 'plant3 plant5 plant7 plant11', 5],
  ['g-guizhou', '贵州老乡在浔尾', 'plant5 plant6 plant7 plant11', 12],
  ['g-office', '村委班子', all('office'), 2],
  ['g-village', '浔尾村便民群', `${all('office')} clan1 clan4 elder3 school2`, 90],
  ['g-class', '四(2)班家长群', `${all('school')} clan7 clan10 plant8`, 34],
  ['g-classToo', '四(1)班家长群', 'school2 school3 clan8 plant4', 35],
  ['g-council', '四(2)家委会', 'school1 school2 school4 school5', 2],
  ['g-elder', '浔尾老人会', `${all('elder')} clan9`, 18],
  ['g-pilgrim', '妈祖进香团', 'elder1 elder2 elder4 clan4 trade7 boat1', 16],
  ['g-dance', '港口广场舞', 'elder1 elder4 trade3 clan4 clan10 plant10', 11],
  ['g-young', '浔尾青年', `${all('away')} clan6 clan7 boat6 plant7`, 6],
  ['g-mates', '初三3班', 'away1 away2 away3 away4 clan6 boat6', 24],
  ['g-bride', '雅婷出嫁筹备', 'clan1 clan4 clan7 clan8 clan10 away2', 1],
]

function withGroups({ chance, plain, groups, joins }: EleventhWorld): void {
  for (const [id, name, members, others] of groupPlan) {
    const more = chance.some(plain, others)
    groups.push({ id, name, members: [...members.split(' '), ...more] })
    for (const late of more.slice(0, Math.ceil(others / 9)))
      joins.push({ groupId: id, id: late, at: moment(chance.whole(4, days - 4), chance.whole(450, 1_320)) })
  }
}
