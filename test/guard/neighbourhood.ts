/**
 * Ten weeks of a neighbourhood, made up by a program from a seed: families, young people who share flats, stallholders
 * and their customers, a choir and a football team. It is written by another hand than the guard's rules and after
 * them, so that what the guard asks here is not what it was tuned on. Mistakes are marked with what was meant.
 */

import { drawName } from '../../examples/days/names.ts'
import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type {
  Day,
  Group,
  Mistake,
  Person,
  Recipients,
  Send,
  SendKind,
} from '../../packages/cli/replay/day.ts'
import { dayMs, minuteMs, type Instant } from '../../packages/core/instant.ts'
import { withMistakes } from './mistakes-made.ts'

const firstDay = Date.parse('2026-03-02T00:00:00+08:00')
const weeks = 10

interface Household {
  grown: Person[]
  elders: Person[]
  young: Person[]
  group: Group
}

/** What is being made up. */
export interface Place {
  chance: Chance
  people: Person[]
  groups: Group[]
  sends: Send[]
}

interface Wanted {
  kind?: SendKind
  count?: number
  words?: string
  mistake?: { kind: Mistake; meant: string }
}

const wallet = 100_000_000n

/** The neighbourhood's weeks; the same for ever for one seed. */
export function neighbourhood(seed: string): Day {
  const place: Place = {
    chance: chanceOf(`laisee: a neighbourhood, ${seed}`),
    people: [],
    groups: [],
    sends: [],
  }
  const homes = Array.from({ length: 14 }, (_, i) => household(place, i + 1))
  const flats = Array.from({ length: 8 }, (_, i) => flat(place, i + 1))
  const stalls = Array.from({ length: 6 }, () => person(place))
  const everyone = [...homes.flatMap(({ grown }) => grown), ...flats.flat()]
  const choir = group(
    place,
    '社区合唱团',
    place.chance.some(
      homes.flatMap(({ elders }) => elders),
      20,
    ),
  )
  const team = group(place, '周三足球队', place.chance.some(everyone, 18))
  for (let week = 0; week < weeks; week++) {
    for (const home of homes) familyWeek(place, home, week)
    for (const flatmates of flats) flatWeek(place, flatmates, week)
    for (const buyer of everyone) purchases(place, buyer, stalls, week)
    clubWeek(place, choir, week, '早上的茶钱')
    clubWeek(place, team, week, '场地费大家摊')
    giftsOfTheWeek(place, everyone, week)
  }
  place.sends.sort((a, b) => a.at - b.at)
  const mistaken = withMistakes(place, firstDay + 5 * 7 * dayMs)
  mistaken.sort((a, b) => a.at - b.at)
  return {
    name: '合成数据：一个街区的十个星期',
    about: 'Made up by a program from a seed; no real people.',
    synthetic: true,
    people: place.people,
    groups: place.groups,
    sends: mistaken,
  }
}

function person(place: Place): Person {
  const id = `p${String(place.people.length + 1).padStart(3, '0')}`
  const one: Person = { id, name: drawName(place.chance), wallet, undoS: null }
  place.people.push(one)
  return one
}

function group(place: Place, name: string, members: readonly Person[]): Group {
  const one: Group = {
    id: `g${String(place.groups.length + 1).padStart(3, '0')}`,
    name,
    members: members.map(({ id }) => id),
  }
  place.groups.push(one)
  return one
}

function household(place: Place, no: number): Household {
  const grown = [person(place), person(place)]
  const elders = Array.from({ length: place.chance.whole(1, 3) }, () => person(place))
  const young = Array.from({ length: place.chance.whole(0, 2) }, () => person(place))
  return { grown, elders, young, group: group(place, `${no} 号的一家`, [...grown, ...elders, ...young]) }
}

/** The first of a flat is who pays the rent to the landlord, the last. */
function flat(place: Place, no: number): Person[] {
  const people = Array.from({ length: place.chance.whole(3, 5) }, () => person(place))
  group(place, `合租 ${no} 室`, people)
  return people
}

function at(place: Place, week: number, day: number, fromHour: number, toHour: number): Instant {
  const within =
    place.chance.whole(fromHour * 60, toHour * 60 - 1) * minuteMs + place.chance.whole(0, 59) * 1_000
  return firstDay + (week * 7 + day) * dayMs + within
}

function send(
  place: Place,
  when: Instant,
  from: Person,
  to: Recipients,
  total: number,
  wanted: Wanted = {},
): Send {
  const kind = wanted.kind ?? (to.way === 'group' ? 'lucky' : 'transfer')
  const one: Send = {
    id: `s${String(place.sends.length + 1).padStart(5, '0')}`,
    at: when,
    from: from.id,
    to,
    kind,
    total: BigInt(total),
    count: wanted.count ?? 1,
    split: kind === 'lucky' ? 'wechat' : null,
    greeting: wanted.words ?? '',
    expireAfterS: null,
    delayS: null,
    claims: [],
    steps: [],
    mistake: wanted.mistake ?? null,
  }
  place.sends.push(one)
  return one
}

const member = ({ id }: Person): Recipients => ({ way: 'members', ids: [id] })
const inGroup = ({ id }: Group): Recipients => ({ way: 'group', id })

/** Pocket money on Sundays, something for the elders once a month, a lucky packet at home now and then. */
function familyWeek(place: Place, { grown, elders, young, group: home }: Household, week: number): void {
  const { chance } = place
  const [one, other] = grown as [Person, Person]
  for (const child of young)
    send(place, at(place, week, 6, 17, 20), one, member(child), chance.pick([5_000, 10_000, 15_000]), {
      words: '这周零花',
    })
  if (week % 4 === 0)
    for (const elder of elders)
      send(place, at(place, week, 1, 9, 12), other, member(elder), chance.pick([80_000, 100_000, 120_000]), {
        words: '生活费',
      })
  if (chance.percent(35))
    send(
      place,
      at(place, week, chance.whole(4, 6), 18, 22),
      chance.pick([...grown, ...elders]),
      inGroup(home),
      chance.pick([1_000, 2_000, 5_000, 6_600, 8_800]),
      {
        count: home.members.length,
      },
    )
  if (chance.percent(60))
    send(place, at(place, week, chance.whole(0, 6), 7, 22), one, member(other), chance.whole(20, 600) * 100, {
      words: chance.pick(['买菜', '交电费', '孩子的书', '']),
    })
  if (chance.percent(4))
    send(
      place,
      at(place, week, chance.whole(0, 6), 20, 23),
      one,
      member(other),
      chance.pick([5_200, 13_140, 52_000]),
      { kind: 'direct' },
    )
}

/** The rent on one day a month, always the same; meals split between flatmates, sometimes late at night. */
function flatWeek(place: Place, flatmates: readonly Person[], week: number): void {
  const { chance } = place
  const [payer, ...others] = flatmates as [Person, ...Person[]]
  if (week % 4 === 1)
    for (const other of others) {
      const share = 90_000 + (Number(other.id.slice(1)) % 9) * 10_000
      send(place, at(place, week, 0, 8, 22), other, member(payer), share, { words: '房租' })
    }
  for (let meal = 0; meal < chance.whole(0, 3); meal++) {
    const treats = chance.pick(flatmates)
    const when = at(place, week, chance.whole(0, 6), 18, 24)
    const part = chance.whole(1_200, 9_900)
    for (const eater of chance.some(flatmates, 2))
      if (eater !== treats)
        send(place, when + chance.whole(1, 50) * minuteMs, eater, member(treats), part, { words: '饭钱' })
  }
}

/** Fruit, breakfast, repairs: small sums, at first to somebody one has never paid. */
function purchases(place: Place, buyer: Person, stalls: readonly Person[], week: number): void {
  const { chance } = place
  for (let i = 0; i < chance.whole(0, 2); i++)
    send(
      place,
      at(place, week, chance.whole(0, 6), 7, 20),
      buyer,
      member(chance.pick(stalls)),
      chance.whole(300, 12_000),
    )
}

/** After practice: a round of small lucky packets, the same sum by several, one after the other. */
function clubWeek(place: Place, club: Group, week: number, words: string): void {
  const { chance } = place
  const start = at(place, week, 2, 10, 21)
  const rounds = chance.whole(2, 5)
  const byId = new Map(place.people.map((one) => [one.id, one]))
  for (let i = 0; i < rounds; i++)
    send(
      place,
      start + i * chance.whole(1, 4) * minuteMs,
      byId.get(chance.pick(club.members))!,
      inGroup(club),
      chance.pick([1_000, 2_000, 3_000]),
      {
        count: chance.whole(5, 10),
        words: i === 0 ? words : '',
      },
    )
}

/** A wedding, a hospital visit, money lent to a friend: seldom, larger, and often to somebody new. */
function giftsOfTheWeek(place: Place, everyone: readonly Person[], week: number): void {
  const { chance } = place
  for (let i = 0; i < 4; i++) {
    const [from, to] = chance.some(everyone, 2) as [Person, Person]
    const total = chance.pick([20_000, 50_000, 60_000, 88_800, 100_000, 300_000])
    send(place, at(place, week, chance.whole(0, 6), 9, 22), from, member(to), total, {
      words: chance.pick(['新婚快乐', '早日康复', '先借你', '恭喜']),
    })
  }
}
