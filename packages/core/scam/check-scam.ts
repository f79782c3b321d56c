/**
 * The scam check: a text, a link, a number or a screenshot's words in; a verdict, the signals behind it and what to do
 * out. It is pure, opens and resolves nothing, and keeps nothing. Its time grows with the length of what it reads. What
 * finds no sign says that no sign was found, never that a thing is safe; and it judges words and addresses, never people.
 */

import { adviceFor, type Advice } from './advice.ts'
import { brands as ownBrands, type Brand } from './brands.ts'
import { findLinks } from './find-links.ts'
import { judgeLink } from './judge-link.ts'
import { wardrobeOf, type Wardrobe } from './judge-name.ts'
import { linkRules } from './link-rules.ts'
import { numberRules } from './number-rules.ts'
import type { ScamCode } from './patterns.ts'
import { readNumbers } from './read-numbers.ts'
import { readWords, wordsAt } from './read-words.ts'
import type { Steps } from './phrase.ts'
import type { Signal, SignalData, SignalRule, Where } from './signal.ts'
import { textRules } from './text-rules.ts'
import { isGraver, weigh, type Verdict, type Weighed } from './weigh.ts'

export const scamKinds = ['text', 'link', 'phone', 'screenshot'] as const
export type ScamKind = (typeof scamKinds)[number]

export interface ScamInput {
  text: string
  /** What it is; found out where it is not said. */
  kind?: ScamKind
}

export interface ScamCheck {
  verdict: Verdict
  /** As it was read. */
  kind: ScamKind
  /** Points of the gravest passage: suspicious from 30, danger from 60. */
  score: number
  /** The signals of that passage, strongest first. */
  signals: readonly Signal<ScamCode>[]
  /** The kinds of fraud of the catalogue that the signals add up to: `S4`. */
  patterns: readonly string[]
  advice: readonly Advice[]
  /** Whether the text, or the number of its links, was more than is read. */
  truncated: boolean
}

/** What the check knows beside its rules. */
export interface ScamKnowledge {
  brands?: readonly Brand[]
  /** Counts the steps taken, for those who want to see that time is bounded. */
  steps?: Steps
}

/** Longer texts are read up to here, in UTF-16 units. */
export const scamTextMax = 100_000

/** Signals further apart than this do not belong to one message. In UTF-16 units; passages overlap by half. */
const passageLength = 1_200

export const scamRules: Readonly<Record<ScamCode, SignalRule>> = {
  ...textRules,
  ...linkRules,
  ...numberRules,
}
export const scamCodes = Object.keys(scamRules) as readonly ScamCode[]

const ownWardrobe = wardrobeOf(ownBrands)

/** Check a text, a link, a number. Never throws, whatever the text holds. */
export function checkScam(input: ScamInput, knowledge: ScamKnowledge = {}): ScamCheck {
  const text = input.text.slice(0, scamTextMax).toWellFormed()
  const steps = knowledge.steps ?? { count: 0 }
  const wardrobe = knowledge.brands ? wardrobeOf(knowledge.brands) : ownWardrobe
  const kind = input.kind ?? kindOf(text)
  const links = linksIn(text, kind, wardrobe)
  const words = readWords(text, steps)
  const numbers = readNumbers(words.folded, text, kind === 'phone')
  const signals = [
    ...links.signals,
    ...words.findings.map(({ code, where }) => signalOf(code, where, noWords)),
    ...numbers.map(({ code, where, data }) => signalOf(code, where, data)),
  ]
  const isLive =
    links.owners.size > 0 || numbers.length > 0 || signals.some(({ code }) => code === 'moves_elsewhere')
  const gravest = gravestPassage(text.length, signals, isLive ? [] : words.warnings, steps)
  const codes = new Set(gravest.signals.map(({ code }) => code))
  return {
    verdict: gravest.weighed.verdict,
    kind,
    score: gravest.weighed.score,
    signals: gravest.signals.map((signal) => withWords(signal, text)),
    patterns: gravest.weighed.patterns,
    advice: adviceFor(gravest.weighed.verdict, codes),
    truncated: input.text.length > scamTextMax || links.more,
  }
}

function kindOf(text: string): ScamKind {
  const bare = text.trim()
  if (/^[+\d][\d\s\-()]{1,24}$/.test(bare)) return 'phone'
  return /^[a-z][a-z0-9+.-]*:\S+$|^[^\s，。]+\.[^\s，。]+$/i.test(bare) && bare.length <= 2_048
    ? 'link'
    : 'text'
}

function signalOf(code: ScamCode, where: Where | null, data: SignalData): Signal<ScamCode> {
  return { code, weight: scamRules[code].weight, where, data }
}

/** Only what is told is quoted. */
const noWords: SignalData = {}

function withWords(signal: Signal<ScamCode>, text: string): Signal<ScamCode> {
  if (signal.data !== noWords || signal.where === null) return signal
  return { ...signal, data: { words: wordsAt(text, signal.where) } }
}

function linksIn(text: string, kind: ScamKind, wardrobe: Wardrobe) {
  const { links, more } = findLinks(text)
  const found = links.length === 0 && kind === 'link' && text.trim() !== '' ? [wholeAsLink(text)] : links
  const signals: Signal<ScamCode>[] = []
  /** Hosts that are not a known firm's own: something is to be opened. */
  const owners = new Set<string>()
  for (const { raw, where } of found) {
    const findings = judgeLink(raw, wardrobe)
    if (!findings.some(({ code }) => code === 'official_domain')) owners.add(raw)
    for (const { code, data } of findings) signals.push(signalOf(code, where, data))
  }
  return { signals, owners, more }
}

/** Said to be a link, so it is judged as one whatever it looks like. */
function wholeAsLink(text: string) {
  const start = text.length - text.trimStart().length
  const raw = text.trim().slice(0, 2_048)
  return { raw, where: { start, end: start + raw.length } }
}

interface Passage {
  signals: readonly Signal<ScamCode>[]
  weighed: Weighed
}

/** The passage that weighs most. A signal stands in two passages, so that no message is cut in half. */
function gravestPassage(
  length: number,
  signals: readonly Signal<ScamCode>[],
  warnings: readonly Where[],
  steps: Steps,
): Passage {
  const half = passageLength / 2
  const places = new Map<number, Map<ScamCode, Signal<ScamCode>>>()
  for (const signal of signals) {
    const at = Math.floor((signal.where?.start ?? 0) / half)
    for (const place of at === 0 ? [0] : [at - 1, at]) {
      const here = places.get(place) ?? new Map<ScamCode, Signal<ScamCode>>()
      places.set(place, here)
      if (!here.has(signal.code)) here.set(signal.code, signal)
      steps.count += 1
    }
  }
  const warned = new Set(
    warnings.flatMap(({ start }) => [Math.floor(start / half) - 1, Math.floor(start / half)]),
  )
  let gravest: Passage = { signals: [], weighed: { verdict: 'no_sign_found', score: 0, patterns: [] } }
  for (const [place, here] of [...places].sort(([a], [b]) => a - b)) {
    const held = [...here.values()]
    const weighed = weigh(held, scamRules, warned.has(place) || (length <= half && warned.has(0)))
    if (isGraver(weighed, gravest.weighed) || (gravest.signals.length === 0 && held.length > 0))
      gravest = { signals: held, weighed }
  }
  const byWeight = [...gravest.signals].sort(
    (a, b) => b.weight - a.weight || (a.where?.start ?? 0) - (b.where?.start ?? 0),
  )
  return { ...gravest, signals: byWeight }
}
