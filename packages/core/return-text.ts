/**
 * The words of a return request: written from what the ledger knows, by the advisor's own composer, for its sender to
 * edit; and the check of what they made of it. The server checks again what it passes on.
 */

import { checkText } from './advisor/texts/check-text.ts'
import { composeText } from './advisor/texts/compose.ts'
import type { Finding, FindingKind } from './advisor/texts/finding.ts'
import { blank, blanksOf } from './advisor/texts/text-facts.ts'
import type { Cause, Product } from './advisor/situation.ts'
import type { Instant } from './instant.ts'
import type { ChinaDate } from './law/china-date.ts'
import { formatYuan, type Amount } from './money.ts'
import type { ReturnCause } from './return-request.ts'
import type { Language } from './words/words.ts'

/** What the ledger knows of what is asked back. */
export interface ReturnTextFacts {
  product: Product
  /** Whether others had a share of it too. */
  isShared: boolean
  received: Amount
  asked: Amount
  cause: ReturnCause
  sentAt: Instant
  today: ChinaDate
  dueOn: ChinaDate
  /** The organisation that paid, where its administrator asks in place of a sender who has left. */
  organisationName?: string | null
}

const causeOf: Record<ReturnCause, Cause | null> = {
  AC03: 'wrong_person',
  AM09: 'wrong_amount',
  DUPL: 'duplicate',
  CUST: null,
  FRAD: null,
  UAPA: null,
}

/**
 * A request in words. What the ledger cannot know stays a blank in brackets, for its sender to fill in; a text with
 * blanks is not sent.
 */
export function composeReturnText(facts: ReturnTextFacts, language: Language): string {
  return onBehalf(facts, language) + fillBlanks(compose(facts, 'request_return', language), facts, language)
}

/** Whoever asks is not who sent it: said first, so that nobody takes it for a stranger's trick. */
function onBehalf({ organisationName: name = null }: ReturnTextFacts, language: Language): string {
  if (name === null) return ''
  return language === 'zh'
    ? `我是${name}的管理员。这笔钱是${name}付的，当时发出的人已经离开。`
    : `I am an administrator of ${name}, which paid this; whoever sent it has left. `
}

/** What whoever has the money reads where the service backs its return: it says what it is, and that it is no order. */
export function backedReturnText(language: Language): string {
  return language === 'zh'
    ? '这笔钱有争议，平台看过双方的说明和材料，支持退还。退不退由你决定；退的话只会原路退回，不需要转到别的账户，也不会请你付任何费用。不同意这个结果，可以在争议里申诉，由另一位处理人员重新看。'
    : 'There was a dispute about this money. The service has heard both sides and backs its return. It is yours to decide; what you return goes back to where it came from, to no other account, and you are never asked to pay for it. If you disagree, you can appeal in the dispute: another agent hears it anew.'
}

/** A reminder in words: the same facts, once more, and no other. */
export function composeReturnReminder(facts: ReturnTextFacts, language: Language): string {
  return fillBlanks(compose(facts, 'reminder', language), facts, language)
}

function compose(facts: ReturnTextFacts, id: 'request_return' | 'reminder', language: Language): string {
  const { cause, received, sentAt, dueOn, today } = facts
  const product = facts.isShared
    ? facts.product
    : facts.product.startsWith('transfer')
      ? facts.product
      : 'direct'
  const known = { platform: 'laisee', product, cause: causeOf[cause], amount: received } as const
  const { text } = composeText(id, { ...known, sentAt, dueOn, today, caseId: null, evidence: [] }, language)
  if (facts.asked === received || cause === 'AM09') return text
  const yuan = formatYuan(facts.asked)
  return language === 'zh'
    ? `${text}这次只请你退回 ¥${yuan}。`
    : `${text} This time I ask for ¥${yuan} of it.`
}

function fillBlanks(text: string, { received, asked }: ReturnTextFacts, language: Language): string {
  const yuan = (amount: Amount) => `¥${formatYuan(amount)}`
  const filled = [
    [blank(language, '对方领到的金额', 'what they took'), yuan(received)],
    [blank(language, '多付的金额', 'the amount paid too much'), yuan(asked)],
    [blank(language, '原来的金额', 'the amount meant'), yuan(received - asked)],
  ] as const
  return filled.reduce((so, [from, to]) => so.replaceAll(from, to), text)
}

/** What is not passed on. Pressure and waivers are underlined on the screen, and left to their writer. */
const refused: readonly FindingKind[] = [
  'threat',
  'false_accusation',
  'invented_emergency',
  'private_data',
  'short_deadline',
  'other_account',
]

/** What is wrong with a text that is about to be sent: the findings that stop it, and the blanks nobody filled in. */
export function wrongInText(text: string): { findings: Finding[]; blanks: string[] } {
  return { findings: checkText(text).filter(({ kind }) => refused.includes(kind)), blanks: blanksOf(text) }
}
