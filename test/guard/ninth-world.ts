/** The ninth crowd before anything is sent: the calendar, who keeps whom and how, the groups, and who came late. */

import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { Group, Person, Send } from '../../packages/cli/replay/day.ts'
import type { Relation } from '../../packages/core/contact.ts'
import type { KnownPerson, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, minuteMs, type Instant } from '../../packages/core/instant.ts'
import { counters, idsOf, kin, senders, type Circle } from './ninth-cast.ts'
import { likeName } from './ninth-names.ts'

/** Monday, 8 November 2027, in Shanghai's time; fourteen weeks to 13 February 2028. */
const start = Date.UTC(2027, 10, 7, 16)
export const days = 98
/** The last evening of the old year, and the fifteenth day of the new one. */
export const newYearEve = 78
export const lanternDay = 93

/** A minute of one of those days. */
export function moment(day: number, minutes: number): Instant {
  return start + day * dayMs + minutes * minuteMs
}

export const slipKinds = [
  'like_name',
  'last_chat',
  'extra_zero',
  'lost_point',
  'twice',
  'wrong_group',
  'wrong_return',
  'clone',
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface NinthSlip {
  kind: SlipKind
  meant: string
  visible: boolean
  why: string
}

type Kept = Pick<KnownPerson, 'alias' | 'relation'>

export interface NinthWorld {
  chance: Chance
  people: Person[]
  groups: Group[]
  contacts: Map<string, Map<string, Kept>>
  joins: { groupId: string; id: string; at: Instant }[]
  renames: { id: string; name: string; at: Instant }[]
  screens: Map<string, ScreenFacts>
  /** Who has the watching of the screen switched off. */
  unwatched: ReadonlySet<string>
  sends: Send[]
  /** How many were ever laid out, for their ids. */
  laid: number
  slips: Map<string, NinthSlip>
  /** How many of a hundred notes somebody troubles to write. */
  wordy: Map<string, number>
  /** Acquaintances of a like name: sender, the one meant, the other. */
  likes: { by: string; one: string; other: string }[]
}

/** Adds somebody who has no part of their own, and says their id. */
export function addPerson(world: NinthWorld, name: string): string {
  const id = `p${world.people.length + 1}`
  world.people.push({ id, name, wallet: 0n, undoS: null })
  return id
}

/** What somebody is called at first. */
export function nameOf(world: NinthWorld, id: string): string {
  return world.people.find((one) => one.id === id)!.name
}

/** Keeps somebody as a contact, unless they are kept already. */
export function keep(
  world: NinthWorld,
  by: string,
  id: string,
  relation: Relation | null,
  alias: string | null = null,
): void {
  const book = world.contacts.get(by)
  if (book && by !== id && !book.has(id)) book.set(id, { alias, relation })
}

/** Whether somebody of a group has come to it by then. */
export function isThere({ joins }: NinthWorld, id: string, group: string, at: Instant): boolean {
  return !joins.some((one) => one.groupId === group && one.id === id && one.at > at)
}

/** Everyone, their contacts and groups, and nothing sent yet. */
export function worldOf(seed: string): NinthWorld {
  const chance = chanceOf(`ninth ${seed}`)
  const shops = Object.values(counters)
    .flat()
    .map(([id, name]) => ({ id, name }))
  const world: NinthWorld = {
    chance,
    people: [...senders, ...shops].map(({ id, name }) => ({ id, name, wallet: 0n, undoS: null })),
    groups: [],
    contacts: new Map(senders.map(({ id }) => [id, new Map<string, Kept>()])),
    joins: [],
    renames: [
      { id: 'lab-3', name: 'Momo想毕业', at: moment(33, 0) },
      { id: 'hill-2', name: 'Leo单板', at: moment(20, 0) },
      { id: 'c-fruit', name: '阿强鲜果', at: moment(47, 0) },
      { id: 'ice-5', name: '任小刀冰雕', at: moment(52, 0) },
    ],
    screens: new Map(),
    unwatched: new Set(senders.filter(() => chance.percent(13)).map(({ id }) => id)),
    sends: [],
    laid: 0,
    slips: new Map(),
    wordy: new Map(senders.map(({ id }) => [id, chance.whole(20, 95)])),
    likes: [],
  }
  withBooks(world)
  withLikes(world)
  withGroups(world)
  return world
}

const relationIn: Partial<Record<Circle, Relation>> = { retired: 'friend', lab: 'friend', away: 'friend' }

function withBooks(world: NinthWorld): void {
  const { chance } = world
  for (const [one, other, calls, calledBack] of kin) {
    keep(world, one, other, 'family', calls)
    keep(world, other, one, 'family', chance.percent(80) ? calledBack : null)
  }
  for (const { id, circle } of senders)
    for (const fellow of idsOf(circle))
      if (chance.percent(circle === 'away' ? 30 : 88))
        keep(world, id, fellow, chance.percent(75) ? (relationIn[circle] ?? 'colleague') : null)
  const all = Object.values(counters).flat()
  for (const { id } of senders)
    for (const [shop, name] of chance.some(all, 7))
      keep(world, id, shop, null, chance.percent(15) ? `${name.slice(-2)}家` : null)
}

/** Most people know somebody whose name is like that of somebody they pay. */
function withLikes(world: NinthWorld): void {
  const { chance } = world
  for (const { id } of senders) {
    const known = [...world.contacts.get(id)!].filter(([, { alias }]) => alias === null).map(([key]) => key)
    for (const one of chance.some(known, Math.min(2, known.length))) {
      if (!chance.percent(48)) continue
      const other = addPerson(world, likeName(chance, nameOf(world, one)))
      keep(world, id, other, chance.pick(['friend', 'colleague', null]))
      world.likes.push({ by: id, one, other })
    }
  }
}

/** Groups by name; some are named much alike. */
function withGroups(world: NinthWorld): void {
  const { chance, groups, joins } = world
  const add = (id: string, name: string, members: readonly string[], late = 0) => {
    groups.push({ id, name, members: [...new Set(members)] })
    for (const one of chance.some(members, late))
      joins.push({ groupId: id, id: one, at: moment(chance.whole(18, 73), chance.whole(500, 1200)) })
  }
  const [hill, fungus, rail, lab] = [idsOf('hill'), idsOf('fungus'), idsOf('rail'), idsOf('lab')]
  const [ice, retired, keepers, away] = [idsOf('ice'), idsOf('retired'), idsOf('keepers'), idsOf('away')]
  add('q-hill', '雪场工作群', [...hill, 'keepers-3'], 2)
  add('q-coach', '雪场教练', ['hill-1', 'hill-2', 'hill-3', 'hill-7'])
  add('q-fungus', '木耳合作社', [...fungus, 'ice-2'], 1)
  add('q-rail', '三组乘务', rail, 1)
  add('q-rail2', '三组夜宵', ['rail-1', 'rail-3', 'rail-4', 'rail-5', 'rail-6'])
  add('q-lab', '417课题组', lab)
  add('q-lab2', '417干饭小分队', lab.slice(0, 6), 1)
  add('q-ice', '冰雕队', ice)
  add('q-swim', '冬泳队', [...retired.slice(0, 4), ...rail.slice(0, 3), ...ice.slice(0, 2), 'keepers-1'], 2)
  add('q-chess', '松下棋友', retired)
  add('q-keep', '镇上商户', [...keepers, 'hill-8', 'fungus-8'])
  add('q-mates', '林中二班同学', [...away, 'rail-4', 'hill-3', 'lab-8', 'ice-4'], 2)
  const homes = [
    ['q-wang', '王家大院', ['fungus-1', 'fungus-2', 'fungus-3', 'away-2', 'rail-4', 'retired-1']],
    ['q-tong', '一家人', ['hill-6', 'away-1', 'retired-3']],
    ['q-guo', '幸福一家人', ['retired-2', 'away-3', 'retired-5', 'lab-8']],
    ['q-zhou', '周家群', ['fungus-6', 'away-6', 'away-7', 'retired-6', 'lab-7']],
    ['q-jin', '金家店', ['keepers-1', 'keepers-2', 'ice-5', 'rail-5']],
  ] as const
  for (const [id, name, members] of homes) add(id, name, members)
}
