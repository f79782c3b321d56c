/**
 * When a rule of the plan applies, as data: every named fact must have one of the values listed. With facts unknown the
 * answer may be "depends"; where it is "yes" or "no", no further answer can turn it round.
 */

import { comesFrom, type Fact, type Facts, type Value } from './facts.ts'
import type { Field } from './situation.ts'

/** All of these. An empty one always applies. */
export type All = { readonly [F in Fact]?: readonly Value<F>[] }

/** One of several. */
export type Condition = All | readonly All[]

export type Applies = 'yes' | 'no' | 'depends'

function alternatives(condition: Condition): readonly All[] {
  return Array.isArray(condition) ? (condition as readonly All[]) : [condition as All]
}

const factsIn = (all: All) => Object.keys(all) as Fact[]

function allApply(all: All, facts: Facts): Applies {
  let answer: Applies = 'yes'
  for (const fact of factsIn(all)) {
    const value = facts[fact]
    if (value === null) answer = 'depends'
    else if (!(all[fact] as readonly string[]).includes(value)) return 'no'
  }
  return answer
}

/** Does it apply, whatever the unknown facts turn out to be? */
export function applies(condition: Condition, facts: Facts): Applies {
  const answers = alternatives(condition).map((all) => allApply(all, facts))
  if (answers.includes('yes')) return 'yes'
  return answers.includes('depends') ? 'depends' : 'no'
}

/** The facts a condition names. */
export function factsNamed(condition: Condition): readonly Fact[] {
  return [...new Set(alternatives(condition).flatMap(factsIn))]
}

/** The unknown facts it still waits for. */
export function awaited(condition: Condition, facts: Facts): readonly Fact[] {
  const open = alternatives(condition).filter((all) => allApply(all, facts) === 'depends')
  return [...new Set(open.flatMap(factsIn))].filter((fact) => facts[fact] === null)
}

/** The fields that facts follow from. */
export function fieldsOf(facts: readonly Fact[]): readonly Field[] {
  return [...new Set(facts.flatMap((fact): readonly Field[] => comesFrom[fact]))]
}
