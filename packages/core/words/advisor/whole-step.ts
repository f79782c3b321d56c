/** A step with all that belongs to it: its clock, its ground, what to expect, the words to copy, the form, the numbers to call. */

import { clockAt } from '../../advisor/clocks.ts'
import { hotlines } from '../../advisor/knowledge/hotlines.ts'
import { published } from '../../advisor/knowledge/published.ts'
import type { Basis, Clock, EffectBasis, Step } from '../../advisor/plan.ts'
import type { Situation } from '../../advisor/situation.ts'
import { composeClaim, type ClaimGround } from '../../advisor/texts/claim-draft.ts'
import { composeText } from '../../advisor/texts/compose.ts'
import type { TextFacts } from '../../advisor/texts/text-facts.ts'
import { toIso, type Instant } from '../../instant.ts'
import { chinaDateOf } from '../../law/china-date.ts'
import { smallClaimsAnswers } from '../../law/small-claims.ts'
import { hotlineOf } from '../../scam/hotlines.ts'
import type { Language, Reading } from '../words.ts'
import { planWords } from './plan-words.ts'
import type { SaidBasis, SaidClock, SaidCosts, SaidEffect, SaidForm, SaidStep } from './said-plan.ts'
import { sayBasis } from './say-basis.ts'
import { sayClock } from './say-clock.ts'
import { sayEffect } from './say-effect.ts'
import { sayDoing } from './step-words.ts'

/** What a plan is said with. */
export interface Saying {
  situation: Situation
  now: Instant
  language: Language
  reading: Reading
  facts: TextFacts
  ground: ClaimGround
}

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

export function wholeBasis(basis: Basis, { now, language }: Pick<Saying, 'now' | 'language'>): SaidBasis {
  const code = basis.kind === 'law' ? basis.article : basis.kind === 'product' ? basis.rule : null
  return { kind: basis.kind, code, says: sayBasis(basis, chinaDateOf(now), language) }
}

export function wholeClock(clock: Clock, saying: Pick<Saying, 'now' | 'language'>): SaidClock {
  const { what, from, moved } = sayClock(clock, saying.language)
  return {
    code: clock.id,
    says: what,
    state: clock.state,
    startsAt: isoOrNull(clock.startsAt),
    startsFrom: clock.startsFrom,
    countedFrom: from,
    endsAt: isoOrNull(clock.endsAt),
    lastDay: clock.lastDay,
    countedLastDay: clock.countedLastDay,
    moved: clock.moved,
    movedSays: moved === '' ? null : moved,
    renews: clock.renews,
    basis: clock.basis.map((basis) => wholeBasis(basis, saying)),
  }
}

function wholeEffect(effect: EffectBasis, saying: Saying): SaidEffect {
  const { now, language, reading } = saying
  const by = effect.kind === 'published_elsewhere' ? effect.id : null
  return {
    kind: effect.kind,
    says: sayEffect(effect, chinaDateOf(now), language, reading),
    rule: effect.kind === 'rule' ? wholeBasis(effect.by, saying) : null,
    published: by === null ? null : { code: by, source: published[by].source },
    measured: effect.kind === 'own_data' ? measuredOf(effect) : null,
  }
}

function measuredOf({ succeeded, n, low, high, measuredOn }: Extract<EffectBasis, { kind: 'own_data' }>) {
  return { succeeded, n, low, high, measuredOn }
}

function formOf({ facts, ground, language }: Saying): SaidForm {
  const { title, sections, blanks } = composeClaim(facts, ground, language)
  return {
    title,
    sections: sections.map(({ id, heading, paragraphs }) => ({
      code: id,
      heading,
      paragraphs: [...paragraphs],
    })),
    blanks: [...blanks],
  }
}

function textOf(id: NonNullable<Step['text']>, { facts, ground, language }: Saying): SaidStep['text'] {
  const { text, blanks } = composeText(id, facts, language, ground)
  return { code: id, text, blanks: [...blanks] }
}

function costsOf({ values }: Step, language: Language): SaidCosts | null {
  const fen = (name: string): number | null => {
    const value = values[name]
    return typeof value === 'number' ? value : null
  }
  const answer = smallClaimsAnswers.find((it) => it === values.smallClaims)
  const costs: SaidCosts = {
    fee: fen('fee'),
    halfFee: fen('halfFee'),
    preservationFee: fen('preservationFee'),
    smallClaims:
      answer === undefined ? null : { code: answer, says: planWords[language].smallClaims[answer] },
  }
  return Object.values(costs).some((cost) => cost !== null) ? costs : null
}

/** A step with all that belongs to it. */
export function wholeStep(step: Step, saying: Saying): SaidStep {
  const { situation, now, language, reading } = saying
  const words = planWords[language]
  return {
    code: step.id,
    ...sayDoing(step, language, reading),
    who: { code: step.who, says: words.who[step.who] },
    risk: { code: step.risk, says: words.risk[step.risk] },
    by: wholeClock(clockAt(step.by.clock, situation, now), saying),
    basis: step.basis.map((basis) => wholeBasis(basis, saying)),
    effect: wholeEffect(step.effect, saying),
    text: step.text === null ? null : textOf(step.text, saying),
    form: step.text === 'claim_draft' ? formOf(saying) : null,
    power: step.power,
    hotlines: step.hotlines.map((id) => {
      const { number, name } = hotlines[id]
      return { code: id, number, name: name[language], toCall: hotlineOf(number)?.toCall === true }
    }),
    costs: costsOf(step, language),
    dependsOn: [...step.dependsOn],
  }
}
