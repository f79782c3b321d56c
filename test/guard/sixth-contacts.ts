/** Whom the people of the sixth crowd keep, under what name, and who else of a like name they keep. */

import { recipientOf } from '../../packages/cli/replay/day.ts'
import type { Relation } from '../../packages/core/contact.ts'
import { calledBy, cast, idsOf, kinship, type Member } from './sixth-cast.ts'
import { likeName } from './sixth-names.ts'
import { about, pay } from './sixth-pay.ts'
import { addLikeness, addPerson, days, moment, type SixthWorld } from './sixth-world.ts'
import { chanceWord } from './sixth-words.ts'

type Kept = NonNullable<ReturnType<SixthWorld['contacts']['get']>>

const relationOf: Record<Member['quarter'], Relation> = {
  market: 'customer',
  taxi: 'colleague',
  school: 'colleague',
  yard: 'friend',
  away: 'friend',
  payee: 'other',
}

/** Fills everyone's contacts from whom they know and whom they pay in these weeks. */
export function withContacts(world: SixthWorld): void {
  for (const { id, quarter } of cast) {
    const kept: Kept = new Map()
    world.contacts.set(id, kept)
    withKin(world, id, kept)
    if (quarter !== 'payee')
      for (const one of idsOf(quarter)) if (one !== id) keep(world, kept, one, 78, relationOf[quarter])
    for (const { id: one, quarter: its } of world.chance.some(cast, 7))
      if (one !== id && its !== quarter) keep(world, kept, one, 60, null)
    for (const [one, times] of timesPaid(world, id)) keep(world, kept, one, times > 3 ? 82 : 34, null)
  }
}

function timesPaid({ sends }: SixthWorld, from: string): Map<string, number> {
  const times = new Map<string, number>()
  for (const send of sends) {
    const one = recipientOf(send.to)
    if (send.from === from && one !== undefined) times.set(one, (times.get(one) ?? 0) + 1)
  }
  return times
}

function withKin({ chance }: SixthWorld, id: string, kept: Kept): void {
  for (const { child, parent, childSays, parentSays } of kinship) {
    const relation: Relation | null = chance.percent(80) ? 'family' : null
    if (child === id) kept.set(parent, { alias: chance.percent(75) ? childSays : null, relation })
    if (parent === id) kept.set(child, { alias: chance.percent(75) ? parentSays : null, relation })
  }
}

function keep(
  { chance }: SixthWorld,
  kept: Kept,
  one: string,
  share: number,
  relation: Relation | null,
): void {
  if (kept.has(one) || !chance.percent(share)) return
  const called = calledBy[one]
  kept.set(one, {
    alias: called !== undefined && chance.percent(45) ? called : null,
    relation: chance.percent(40) ? relation : null,
  })
}

/**
 * A third of them also keep somebody who is called like one they pay: a classmate, another driver, a customer of long
 * ago. Most of these are never paid, some are, for reasons of their own.
 */
export function withNamesakes(world: SixthWorld): void {
  const { chance, people, contacts } = world
  for (const { id } of cast) {
    const often = [...timesPaid(world, id)].filter(([, times]) => times > 2).map(([one]) => one)
    for (let n = chance.pick([0, 0, 0, 1, 1, 2]); n > 0 && often.length > 0; n -= 1) {
      const one = chance.pick(often)
      const alias = contacts.get(id)!.get(one)?.alias ?? null
      const own = people.find((person) => person.id === one)!.name
      const other = addPerson(world, likeName(chance, alias !== null && chance.percent(50) ? alias : own))
      addLikeness(world, one, other)
      contacts.get(id)!.set(other, { alias: null, relation: null })
      if (chance.percent(45)) withPayments(world, id, other)
    }
  }
}

function withPayments(world: SixthWorld, from: string, to: string): void {
  const { chance } = world
  for (let n = chance.whole(1, 3); n > 0; n -= 1) {
    const at = moment(chance.whole(0, days - 1), chance.whole(450, 1_400))
    const words = chanceWord(chance, chance.pick(['二手', '修理', '垫的', '份子']))
    pay(world, from, to, about(10, 500)(world, 0), at, { words })
  }
}
