/**
 * What an evidence pack lacks for its claim, and where it is weak: named by rules over what is in it, each with the law
 * it follows from (domain research 6.3). A pack that hides its gaps is torn open by the other side; one that names them
 * tells its holder what to bring.
 */

import type { Instant } from '../instant.ts'
import type { ArticleId } from '../law/articles.ts'
import { deceitDeadline, enrichmentDeadline, mistakeDeadline } from '../law/legal-clocks.ts'
import type { PeriodEnd } from '../law/period.ts'
import type { PackClaim, PackSubject } from './claim.ts'

/** What a pack holds, as far as its gaps depend on it. */
export interface PackFacts {
  claim: PackClaim
  subject: PackSubject
  madeAt: Instant
  sentAt: Instant | null
  /** Whether the other side has the money, or some of it; null where nobody knows. */
  taken: boolean | null
  /** Whether it is a test packet, without money. */
  isTest: boolean
  /** Made by the service's staff, who have no story and no phone of their own in the case. */
  byStaff: boolean
  hasStatement: boolean
  hasDevice: boolean
  hasDocuments: boolean
  /** The last request for it back: how far it came. */
  request: 'none' | 'asked' | 'delivered' | 'read' | 'answered'
  /** Whether both have agreed on paying back. */
  agreed: boolean
  /** Whether the guard warned before the send and it was made all the same. */
  warned: boolean
  events: number
  receipts: number
  /** Events that the log has another hash of, or none any more. */
  unproven: number
  demo: boolean
  /** How far the service's clock is ahead of the database's, in milliseconds. */
  clockOffsetMs: number
  stamped: boolean
}

/** `missing`: bring it. `weak`: it is there, and may not carry. `limit`: what this kind of pack is not. */
export type GapKind = 'missing' | 'weak' | 'limit'

interface GapRule {
  kind: GapKind
  /** For these claims; every claim where it is not said. */
  claims?: readonly PackClaim[]
  articles: readonly ArticleId[]
  when(facts: PackFacts): boolean
  data?(facts: PackFacts): Record<string, string | number>
}

const isHere = ({ subject }: PackFacts) => subject !== 'outside'
const unasked = ({ request }: PackFacts) => request === 'none'
const day = ({ lastDay }: PeriodEnd) => ({ lastDay })

/** Every gap, in the order they are told: what to bring, what is weak, what the pack is not. */
export const gapRules = {
  identity: { kind: 'missing', articles: ['procedure_122'], when: () => true },
  original_device: {
    kind: 'missing',
    articles: ['evidence_15'],
    when: ({ subject }) => subject === 'outside',
  },
  payment_record: {
    kind: 'missing',
    articles: ['evidence_14'],
    when: ({ subject }) => subject === 'outside',
  },
  statement: {
    kind: 'missing',
    articles: ['mistake_19'],
    when: ({ hasStatement, byStaff }) => !hasStatement && !byStaff,
  },
  intended_payee: {
    kind: 'missing',
    claims: ['mistake'],
    articles: ['mistake_19'],
    when: ({ hasDocuments }) => !hasDocuments,
  },
  chat: { kind: 'missing', articles: ['evidence_14'], when: ({ hasDocuments }) => !hasDocuments },
  return_request: { kind: 'missing', articles: ['civil_987', 'civil_195'], when: unasked },
  request_unread: {
    kind: 'weak',
    articles: ['civil_987'],
    when: ({ request }) => request === 'asked' || request === 'delivered',
  },
  agreement: {
    kind: 'missing',
    claims: ['agreement'],
    articles: ['civil_189'],
    when: ({ agreed }) => !agreed,
  },
  police: { kind: 'missing', claims: ['deceit'], articles: ['antifraud_20'], when: () => true },
  deceit_proof: { kind: 'weak', claims: ['deceit'], articles: ['procedure_note_109'], when: () => true },
  mistake_clock: {
    kind: 'weak',
    claims: ['mistake'],
    articles: ['civil_152', 'civil_199'],
    when: ({ sentAt }) => sentAt !== null,
    data: ({ sentAt }) => day(mistakeDeadline(sentAt, sentAt!)),
  },
  deceit_clock: {
    kind: 'weak',
    claims: ['deceit'],
    articles: ['civil_152', 'civil_199'],
    when: ({ sentAt }) => sentAt !== null,
    data: ({ sentAt }) => day(deceitDeadline(sentAt, sentAt!)),
  },
  enrichment_clock: {
    kind: 'weak',
    claims: ['enrichment'],
    articles: ['civil_188', 'civil_195'],
    when: ({ sentAt }) => sentAt !== null,
    data: ({ sentAt }) => day(enrichmentDeadline(sentAt!, null)),
  },
  waiver: { kind: 'weak', claims: ['mistake', 'deceit'], articles: ['civil_152'], when: () => true },
  gift: {
    kind: 'weak',
    claims: ['mistake', 'enrichment', 'deceit'],
    articles: ['civil_657', 'civil_658'],
    when: ({ subject, taken }) => subject === 'packet' && taken !== false,
  },
  not_taken: { kind: 'weak', articles: ['civil_658'], when: ({ taken }) => taken === false },
  warned: { kind: 'weak', claims: ['mistake'], articles: ['mistake_19'], when: ({ warned }) => warned },
  said_only: { kind: 'weak', articles: ['evidence_94'], when: ({ subject }) => subject === 'outside' },
  not_logged: {
    kind: 'weak',
    articles: ['evidence_15'],
    when: (facts) => isHere(facts) && facts.receipts + facts.unproven < facts.events,
    data: ({ events, receipts, unproven }) => ({ count: events - receipts - unproven }),
  },
  unproven: {
    kind: 'weak',
    articles: ['evidence_15'],
    when: ({ unproven }) => unproven > 0,
    data: ({ unproven }) => ({ count: unproven }),
  },
  names: { kind: 'weak', articles: ['procedure_122'], when: isHere },
  device: {
    kind: 'missing',
    articles: ['evidence_15'],
    when: ({ hasDevice, byStaff }) => !hasDevice && !byStaff,
  },
  test_packet: { kind: 'limit', articles: [], when: ({ isTest }) => isTest },
  demo: { kind: 'limit', articles: [], when: ({ demo }) => demo },
  clock_moved: {
    kind: 'limit',
    articles: [],
    when: ({ clockOffsetMs }) => Math.abs(clockOffsetMs) > 1_000,
    data: ({ clockOffsetMs }) => ({ seconds: Math.round(clockOffsetMs / 1_000) }),
  },
  own_platform: { kind: 'limit', articles: ['evidence_94'], when: isHere },
  not_notarised: { kind: 'limit', articles: ['evidence_94'], when: () => true },
  not_on_chain: { kind: 'limit', articles: ['evidence_94'], when: () => true },
  not_stamped: { kind: 'limit', articles: [], when: ({ stamped }) => !stamped },
} as const satisfies Record<string, GapRule>

export type GapCode = keyof typeof gapRules
export const gapCodes = Object.keys(gapRules) as GapCode[]

export interface Gap {
  code: GapCode
  kind: GapKind
  articles: readonly ArticleId[]
  data: Readonly<Record<string, string | number>>
}

/** The gaps of a pack for its claim, in their order. */
export function gapsOf(facts: PackFacts): Gap[] {
  return gapCodes.flatMap((code) => {
    const rule: GapRule = gapRules[code]
    if (rule.claims && !rule.claims.includes(facts.claim)) return []
    if (!rule.when(facts)) return []
    return [{ code, kind: rule.kind, articles: rule.articles, data: rule.data?.(facts) ?? {} }]
  })
}
