/**
 * Who among a sender's circle may be taken for the payee, by the name the sender sees. Most named mis-sends went to
 * somebody by the same or a similar name (reference page, §12.4). People the sender has nothing to do with do not
 * count: in a large company half of all people have a namesake.
 */

import type { KnownPerson } from './facts.ts'
import { likenesses, likenessOf, type Likeness } from './likeness.ts'
import type { Past } from './past.ts'

/** Beyond so many people, being in one group makes nobody an acquaintance. */
export const smallGroupMax = 100

export interface LookAlike {
  person: KnownPerson
  likeness: Likeness
  /** The payee's name that is like theirs: what the sender calls the payee, or the payee's own. */
  name: string
  /** How often the sender has paid them alone, of what is kept. */
  paid: number
  /** Whether they are a contact, or something has passed between the two. */
  isClose: boolean
  /** Whether they were paid more often than the payee; a picture alone makes nobody that. */
  isMoreUsual: boolean
}

/** The name a sender sees: their own word for somebody, or else that person's. */
export function shownName({ alias, name }: KnownPerson): string {
  return alias ?? name
}

/** As the sender knows them first, and by their own name. */
export function namesOf({ alias, name }: KnownPerson): string[] {
  return alias === null ? [name] : [alias, name]
}

/**
 * What a sender calls two people tells them apart. Their own names, by which both are found, count as well where the
 * other one was paid so often and this one never.
 */
const ownNameTimes = 3

/** Everyone who may be taken for this payee; the likeliest to be meant comes first: whoever was paid more often. */
export function findLookAlikes(payee: KnownPerson, people: readonly KnownPerson[], past: Past): LookAlike[] {
  const ownPaid = past.to(payee.id).length
  const alikes: LookAlike[] = []
  for (const person of people) {
    if (person.id === payee.id) continue
    const isClose = person.isContact || person.lastWithAt !== null
    if (!isClose && (person.smallestGroup === null || person.smallestGroup > smallGroupMax)) continue
    const paid = past.to(person.id).length
    const mayBeOwn = ownPaid === 0 && paid >= ownNameTimes
    const found = likest(mayBeOwn ? namesOf(payee) : [shownName(payee)], person)
    if (!found) continue
    const { likeness } = found
    alikes.push({ person, ...found, paid, isClose, isMoreUsual: likeness !== 'avatar' && paid > ownPaid })
  }
  return alikes.sort(likelier)
}

/** By the first of the payee's names that is like any of theirs. */
function likest(
  names: readonly string[],
  other: KnownPerson,
): Pick<LookAlike, 'likeness' | 'name'> | undefined {
  for (const name of names) {
    const likeness = strongest(name, other)
    if (likeness) return { likeness, name }
  }
  return undefined
}

function strongest(name: string, other: KnownPerson): Likeness | undefined {
  const all = namesOf(other).map((theirs) => likenessOf(name, theirs))
  return likenesses.find((likeness) => all.includes(likeness))
}

/** The likeliest to be meant comes first. */
export function likelier(a: LookAlike, b: LookAlike): number {
  if (a.isMoreUsual !== b.isMoreUsual) return a.isMoreUsual ? -1 : 1
  const byLikeness = likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness)
  if (byLikeness !== 0) return byLikeness
  if (a.paid !== b.paid) return b.paid - a.paid
  if (a.isClose !== b.isClose) return a.isClose ? -1 : 1
  return a.person.id < b.person.id ? -1 : 1
}
