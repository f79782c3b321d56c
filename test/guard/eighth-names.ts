/** When a reader takes one name for another: the same letters but one, or one that says the other and a little more. */

import type { KnownPerson } from '../../packages/core/guard/facts.ts'

/** What a sender may read for somebody: their name, and what the sender calls them. */
export function namesOf({ name, alias }: Pick<KnownPerson, 'name' | 'alias'>): string[] {
  return alias === null ? [name] : [name, alias]
}

/** Whether any name of the one is like any name of the other. */
export function isLikeName(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => isLike(one, other)))
}

function isLike(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = [[...one], [...other]].sort((a, b) => a.length - b.length)
  if (short!.length < 2) return false
  if (short!.length === long!.length) {
    const differing = short!.filter((letter, index) => letter !== long![index]).length
    return differing === 1
  }
  return short!.length >= 2 && long!.length - short!.length <= 2 && long!.join('').includes(short!.join(''))
}
