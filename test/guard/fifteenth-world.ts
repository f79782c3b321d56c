/**
 * The fifteenth crowd before anything is sent: who keeps whom, under what name, which groups there are and who
 * came to them late.
 */

import type { Group, Person, Send } from '../../packages/cli/replay/day.ts'
import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { Relation } from '../../packages/core/contact.ts'
import type { KnownPerson, ScreenFacts } from '../../packages/core/guard/facts.ts'
import type { Instant } from '../../packages/core/instant.ts'
import { cast, circles, drawnName, idsOf, kin, type Circle, type Kind } from './fifteenth-cast.ts'
import { moment } from './fifteenth-calendar.ts'
import { withGroups } from './fifteenth-groups.ts'

export const slipKinds = [
  'wrong_name',
  'last_chat',
  'next_in_list',
  'extra_zero',
  'lost_point',
  'twice',
  'wrong_group',
  'wrong_return',
  'clone',
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface FifteenthSlip {
  kind: SlipKind
  meant: string
  visible: boolean
  why: string
}

type Kept = Pick<KnownPerson, 'alias' | 'relation'>

/** How somebody goes about it: usual time in ms, and how many of a hundred times they hesitate. */
export interface Hand {
  pace: number
  doubts: number
  isOff: boolean
  /** How many of a hundred notes they trouble to write. */
  wordy: number
}

export interface FifteenthWorld {
  chance: Chance
  people: Person[]
  kinds: Map<string, Kind>
  groups: Group[]
  contacts: Map<string, Map<string, Kept>>
  /** Whom somebody sees now and then, beside their circle. */
  friends: Map<string, string[]>
  joins: { groupId: string; id: string; at: Instant }[]
  renames: { id: string; name: string; at: Instant }[]
  hands: Map<string, Hand>
  screens: Map<string, ScreenFacts>
  sends: Send[]
  /** Sends that give money back, by id. */
  returns: Set<string>
  /** How many were ever laid out, for their ids. */
  laid: number
  slips: Map<string, FifteenthSlip>
}

/** Adds somebody who has no part of their own, and says their id. */
export function addPerson(world: FifteenthWorld, name: string): string {
  const id = `o${world.people.length + 1}`
  world.people.push({ id, name, wallet: 0n, undoS: null })
  world.kinds.set(id, 'other')
  return id
}

/** Everyone, their contacts and groups, and nothing sent yet. */
export function worldOf(seed: string): FifteenthWorld {
  const chance = chanceOf(`fifteenth ${seed}`)
  const world: FifteenthWorld = {
    chance,
    people: cast.map(({ id, name }) => ({ id, name, wallet: 0n, undoS: null })),
    kinds: new Map(cast.map(({ id, kind }) => [id, kind])),
    groups: [],
    contacts: new Map(),
    friends: new Map(),
    joins: [],
    renames: [
      { id: 'u3', name: '宇航不上天', at: moment(30, 600) },
      { id: 's6', name: '苏苏串串（新店开业）', at: moment(66, 500) },
      { id: 't2', name: '曾师傅 商务接送', at: moment(45, 900) },
      { id: 'u8', name: '佳怡要上岸', at: moment(58, 1_200) },
    ],
    hands: new Map(cast.map(({ id, kind }) => [id, handOf(chance, kind)])),
    screens: new Map(),
    sends: [],
    returns: new Set(),
    laid: 0,
    slips: new Map(),
  }
  const pool = Array.from({ length: 280 }, () => addPerson(world, drawnName(chance)))
  withGroups(world, pool)
  for (const kind of circles) for (const id of idsOf(kind)) withContacts(world, id, kind, pool)
  return world
}

const elders = new Set(['h3', 'h4', 'h6', 't1', 's8', 'p4', 's4'])
const shutters = new Set(['n8', 'u6', 'd3', 't6', 'h8'])

function handOf(chance: Chance, kind: Kind): Hand {
  const pace = kind === 'campus' ? chance.whole(3_000, 11_000) : chance.whole(5_000, 22_000)
  return { pace, doubts: chance.whole(2, 15), isOff: false, wordy: chance.whole(15, 90) }
}

const relationOf: Record<Circle, Relation> = {
  ward: 'colleague',
  home: 'friend',
  taxi: 'colleague',
  school: 'friend',
  campus: 'friend',
  parent: 'friend',
  street: 'colleague',
}

/** Their circle, their kin, some shops, and people of earlier years. */
function withContacts(world: FifteenthWorld, id: string, kind: Circle, pool: readonly string[]): void {
  const { chance, contacts, friends, hands } = world
  const kept = new Map<string, Kept>()
  for (const one of idsOf(kind))
    if (one !== id && kind !== 'parent' && kind !== 'home' && chance.percent(80))
      kept.set(one, { alias: null, relation: chance.percent(30) ? relationOf[kind] : null })
  const earlier = chance.some(pool, chance.whole(12, 40))
  for (const one of earlier) kept.set(one, { alias: aliasOf(world, one), relation: null })
  for (const one of chance.some(idsOf('payee'), chance.whole(2, 7)))
    kept.set(one, { alias: null, relation: null })
  for (const [one, other, theirs, ours] of kin) {
    const pair = one === id ? { whom: other, as: theirs } : { whom: one, as: ours }
    if (one !== id && other !== id) continue
    kept.set(pair.whom, {
      alias: chance.percent(75) ? pair.as : null,
      relation: chance.percent(55) ? 'family' : null,
    })
  }
  contacts.set(id, kept)
  friends.set(id, earlier.slice(0, chance.whole(4, 9)))
  const hand = hands.get(id)!
  if (elders.has(id)) hands.set(id, { ...hand, pace: hand.pace * 2 + 9_000, doubts: hand.doubts + 14 })
  if (shutters.has(id)) hands.set(id, { ...hand, isOff: true })
}

const roles = ['同学', '装修', '表姐', '二叔', '小区', '孩子同学妈妈', '科室', '老乡', '房东', '快递', '高中']

/** What somebody wrote beside a name, where they did. */
function aliasOf({ chance, people }: FifteenthWorld, id: string): string | null {
  if (!chance.percent(22)) return null
  const { name } = people.find((one) => one.id === id)!
  return chance.percent(60) ? `${name} ${chance.pick(roles)}` : drawnName(chance)
}
