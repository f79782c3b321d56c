/** A rule about words: what it looks for, in the notation of phrase.ts, and when it is not meant. */

import type { SignalRule } from './signal.ts'

export interface PhraseRule extends SignalRule {
  phrases: readonly string[]
  /** Not meant where somebody says not to: 请勿, 不要, 谨防. */
  unlessNegated?: boolean
  /** Means something else where one of these stands just before it. */
  unlessAfter?: readonly string[]
}
