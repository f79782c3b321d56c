/**
 * Who among several that are named may be somebody else: looked up by how names are written, look and sound, for five
 * hundred may be named of a thousand that one knows. One character apart is too common among several to ask about.
 */

import type { KnownPerson } from './facts.ts'
import { findLookAlikes, likelier, shownName, type LookAlike } from './look-alike.ts'
import { shapeOf } from './name-shape.ts'
import type { Past } from './past.ts'

/** Who was paid by themselves so often is meant where they are named among several. */
const knownTimes = 2

/** Somebody who is named, with everyone who may be meant in their place. */
export interface Doubt {
  payee: KnownPerson
  alikes: readonly LookAlike[]
}

/**
 * Of several who are named the one in whose place somebody else is likeliest meant. Those who are named as well are not
 * meant instead, and nobody is doubted who was paid by themselves before, or together with these very people.
 */
export function mostDoubted(
  ids: readonly string[],
  people: readonly KnownPerson[],
  past: Past,
): Doubt | undefined {
  if (past.same.length >= knownTimes) return undefined
  const named = new Set(ids)
  const others = people.filter(({ id }) => !named.has(id))
  const byShape = indexed(others)
  const doubts = people.flatMap((payee) => {
    if (!named.has(payee.id) || past.to(payee.id).length >= knownTimes) return []
    const likely = new Set(keysOf(shownName(payee)).flatMap((key) => byShape.get(key) ?? []))
    const alikes = findLookAlikes(payee, [...likely], past)
    return alikes.length > 0 ? [{ payee, alikes }] : []
  })
  return doubts.sort((a, b) => likelier(a.alikes[0]!, b.alikes[0]!))[0]
}

function indexed(people: readonly KnownPerson[]): Map<string, KnownPerson[]> {
  const index = new Map<string, KnownPerson[]>()
  for (const person of people) {
    const keys = [...keysOf(person.name), ...(person.alias === null ? [] : keysOf(person.alias))]
    for (const key of new Set(keys)) {
      const those = index.get(key)
      if (those) those.push(person)
      else index.set(key, [person])
    }
  }
  return index
}

/** What two names have in common that are taken for each other at a glance. */
function keysOf(name: string): string[] {
  const { folded, skeleton, sound } = shapeOf(name)
  if (folded === '') return []
  const keys = [`written ${folded}`, `looks ${skeleton}`]
  return sound === '' ? keys : [...keys, `sounds ${sound}`]
}
