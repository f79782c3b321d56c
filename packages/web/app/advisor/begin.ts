/** Begin anew with these words, without loading any rule. */

import { keep } from '../session/keep.ts'
import { nowName, type Kept } from './kept.ts'

export function begin(facts: Kept['facts']): void {
  keep(nowName, { facts } satisfies Kept)
}
