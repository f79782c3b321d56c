/**
 * A whole plan in codes and words, from a situation as it was read: what the API and the command line answer with, so that
 * both say the same. Pure.
 */

import { advise } from '../../advisor/advise.ts'
import type { Contradiction } from '../../advisor/contradictions.ts'
import { questionsMax } from '../../advisor/interview.ts'
import type { Branch, DependentStep, Dont, Question } from '../../advisor/plan.ts'
import type { Field, Situation } from '../../advisor/situation.ts'
import { claimGroundOf } from '../../advisor/texts/claim-draft.ts'
import { textFactsOf } from '../../advisor/texts/text-facts.ts'
import { toIso, type Instant } from '../../instant.ts'
import { advisorPlanWords } from '../screens/advisor-plan.ts'
import { provinceWords } from '../screens/province.ts'
import type { Language } from '../words.ts'
import { contradictionWords } from './contradiction-words.ts'
import { dontWords } from './dont-words.ts'
import { planWords } from './plan-words.ts'
import { questionWords } from './question-words.ts'
import { refusedWords } from './refused-words.ts'
import type { Said, SaidDependentStep, SaidDont, SaidNeed, SaidPlan, SaidQuestion } from './said-plan.ts'
import { stepWordsIn } from './step-words.ts'
import { wholeBasis, wholeClock, wholeStep, type Saying } from './whole-step.ts'

/** What a plan is made of. */
export interface Told {
  situation: Situation
  contradictions: readonly Contradiction[]
  /** The situation as a text may state it, where that is less: a moment nobody said exactly is stated nowhere. */
  stated?: Situation
}

/** The plan of a situation at a moment, in a language. Days and times of day in its words are China’s. */
export function sayPlan({ situation, contradictions, stated }: Told, now: Instant, lang: Language): SaidPlan {
  const plan = advise(situation, now)
  const saying: Saying = {
    situation,
    now,
    language: lang,
    reading: { timeZone: 'Asia/Shanghai' },
    facts: textFactsOf(stated ?? situation, now),
    ground: claimGroundOf(plan),
  }
  return {
    at: toIso(now),
    lang,
    branch: sayBranch(plan.branch, lang),
    mayBe: plan.mayBe.map((branch) => sayBranch(branch, lang)),
    contradictions: contradictions.map(({ id, fields }) => ({
      code: id,
      says: contradictionWords[lang][id],
      fields: [...fields],
    })),
    steps: plan.steps.map((step) => wholeStep(step, saying)),
    dependent: plan.dependent.map((step) => sayDependent(step, saying)),
    clocks: plan.clocks.map((clock) => wholeClock(clock, saying)),
    donts: plan.donts.map((dont) => sayDont(dont, saying)),
    questions: plan.questions.slice(0, questionsMax).map((question) => sayQuestion(question, lang)),
    note: advisorPlanWords[lang].notLaw,
  }
}

function sayBranch(branch: Branch, language: Language): Said<Branch>
function sayBranch(branch: Branch | null, language: Language): Said<Branch> | null
function sayBranch(branch: Branch | null, language: Language): Said<Branch> | null {
  return branch === null ? null : { code: branch, says: planWords[language].branch[branch] }
}

const sayNeed = (field: Field, language: Language): SaidNeed => ({
  field,
  says: questionWords[language][field].ask,
})

function sayDependent({ needs, ...step }: DependentStep, saying: Saying): SaidDependentStep {
  return { ...wholeStep(step, saying), needs: needs.map((field) => sayNeed(field, saying.language)) }
}

function sayDont({ id, refused, articles }: Dont, saying: Saying): SaidDont {
  const { language } = saying
  return {
    code: id,
    ...dontWords[language][id],
    basis: articles.map((article) => wholeBasis({ kind: 'law', article }, saying)),
    refused: refused.map((code) => ({ code, ...refusedWords[language][code] })),
  }
}

/** An answer in words. A question has words for every answer it can have; a test holds that. */
export function sayAnswer(field: Field, value: string, language: Language): string {
  const words: Readonly<Record<string, string>> =
    field === 'province' ? provinceWords[language] : questionWords[language][field]
  return Object.hasOwn(words, value) ? words[value]! : value
}

function sayQuestion({ field, weight, answers }: Question, language: Language): SaidQuestion {
  return {
    ...sayNeed(field, language),
    weight,
    answers: answers.map(({ value, branch, firstStep }) => ({
      value,
      says: sayAnswer(field, value, language),
      branch: sayBranch(branch, language),
      firstStep: firstStep === null ? null : { code: firstStep, says: stepWordsIn(language)[firstStep].what },
    })),
  }
}
