/** The answers that a question takes, where they are words of a list. Pure. */

import { outsideMainland, provinces } from '../law/provinces.ts'
import {
  causes,
  phases,
  platforms,
  products,
  reachabilities,
  relations,
  waivers,
  type Field,
  type Situation,
} from './situation.ts'

/** The fields that are asked about as a list of words. */
const lists = {
  platform: platforms,
  product: products,
  phase: phases,
  cause: causes,
  relation: relations,
  reachability: reachabilities,
  waiver: waivers,
  province: [...provinces, outsideMainland],
} as const

export type ListField = keyof typeof lists
export type Choice<F extends ListField> = (typeof lists)[F][number]

export function isListField(field: Field): field is ListField {
  return Object.hasOwn(lists, field)
}

/** The words a field may be answered with. Only Laisee has a window in which to undo. */
export function choicesOf<F extends ListField>(
  field: F,
  { platform }: Pick<Situation, 'platform'>,
): readonly Choice<F>[] {
  const all: readonly Choice<F>[] = lists[field]
  const isHere = platform === null || platform === 'laisee'
  return isHere || field !== 'phase' ? all : all.filter((word) => word !== 'undo')
}
