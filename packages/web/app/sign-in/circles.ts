/** The people of a demo world by the circle they belong to: each once, in the circle they have been in longest. */

import type { DemoPerson } from './welcome-data.ts'

export interface Circle {
  /** A group's name; null for those in none. */
  name: string | null
  people: DemoPerson[]
}

/** Circles in the order in which their first person is introduced; those in none come last. */
export function circlesOf(people: readonly DemoPerson[]): Circle[] {
  const circles = new Map<string | null, DemoPerson[]>()
  for (const person of people) {
    // Groups come with the latest joined first.
    const name = person.groups.at(-1) ?? null
    circles.set(name, [...(circles.get(name) ?? []), person])
  }
  const named = [...circles].filter(([name]) => name !== null)
  const alone = circles.get(null)
  return [...named, ...(alone ? [[null, alone] as const] : [])].map(([name, members]) => ({
    name,
    people: members,
  }))
}
