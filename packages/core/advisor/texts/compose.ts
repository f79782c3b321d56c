/** Any text of a plan, written from its facts, with the blanks the writer has still to fill. */

import type { Language } from '../../words/words.ts'
import { claimAsText, composeClaim, type ClaimGround } from './claim-draft.ts'
import { demand, judicialConfirmation, platformCase, policeFacts } from './letters.ts'
import {
  askNotToAccept,
  askNotToOpen,
  groupNotice,
  guardianRequest,
  reminder,
  requestReturn,
  type Compose,
} from './messages.ts'
import { blanksOf, type TextFacts } from './text-facts.ts'
import type { TextId } from './text-ids.ts'

export interface ComposedText {
  text: string
  blanks: readonly string[]
}

const composers: Record<Exclude<TextId, 'claim_draft'>, Compose> = {
  ask_not_to_open: askNotToOpen,
  ask_not_to_accept: askNotToAccept,
  request_return: requestReturn,
  guardian_request: guardianRequest,
  group_notice: groupNotice,
  reminder,
  demand,
  platform_case: platformCase,
  police_facts: policeFacts,
  judicial_confirmation: judicialConfirmation,
}

/** Write a text. A claim also needs to know whether the ninety days still run; where nobody says, it does not rescind. */
export function composeText(
  id: TextId,
  facts: TextFacts,
  language: Language,
  ground: ClaimGround = { mistakeOpen: false },
): ComposedText {
  const text =
    id === 'claim_draft' ? claimAsText(composeClaim(facts, ground, language)) : composers[id](facts, language)
  return { text, blanks: blanksOf(text) }
}
