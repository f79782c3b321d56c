/** The advisor's questions in the terminal, one at a time, on the standard error: the plan alone is the output. */

import { intro, isCancel, log, select, text } from '@clack/prompts'
import { readAmountInput } from '@laisee/core/amount-input.ts'
import { answerQuestion, newInterview, nextQuestion, type Interview } from '@laisee/core/advisor/interview.ts'
import { choicesOf, isListField, type ListField } from '@laisee/core/advisor/choices.ts'
import { momentOf, roughAges } from '@laisee/core/advisor/rough-age.ts'
import type { Field, Situation } from '@laisee/core/advisor/situation.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { contradictionWords } from '@laisee/core/words/advisor/contradiction-words.ts'
import { interviewWords } from '@laisee/core/words/advisor/interview-words.ts'
import { questionWords } from '@laisee/core/words/advisor/question-words.ts'
import { sayAnswer, type Told } from '@laisee/core/words/advisor/say-plan.ts'
import { advisorPageWords } from '@laisee/core/words/screens/advisor-page.ts'
import type { Language } from '@laisee/core/words/words.ts'
import { readTyped } from './read-typed.ts'

/** Whoever was asked had enough of it. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'
}

const output = process.stderr
const unknown = 'unknown'
const exact = 'exact'

interface Answer {
  value: Situation[Field]
  /** A moment that stands for a range: no text may state it. */
  isRough?: boolean
}

/** Ask until there is enough for a plan. Throws StoppedError where it is broken off. */
export async function interview(now: Instant, language: Language): Promise<Told> {
  intro(interviewWords[language].intro, { output })
  let state: Interview = newInterview
  let isRough = false
  for (;;) {
    const field = nextQuestion(state, now)
    if (field === null) break
    const answer = await askAbout(field, state, now, language)
    if (field === 'sentAt') isRough = answer.isRough === true
    const { interview: next, contradictions } = answerQuestion(state, field, answer.value, now)
    state = next
    for (const { id } of contradictions) log.warn(contradictionWords[language][id], { output })
  }
  const { situation } = state
  return { situation, contradictions: [], stated: isRough ? { ...situation, sentAt: null } : situation }
}

function askAbout(field: Field, { situation }: Interview, now: Instant, language: Language): Promise<Answer> {
  if (field === 'amount' || field === 'claimedAmount') return askAmount(field, language)
  if (field === 'sentAt' || field === 'noticedAt') return askMoment(field, now, language)
  if (isListField(field)) return askWord(field, choicesOf(field, situation), language)
  throw new Error(`${field} is no question`)
}

/** The keys are named in English only. */
const listed = (language: Language) => ({ maxItems: 12, showInstructions: language === 'en', output })

function given<T>(answer: T | symbol): T {
  if (isCancel(answer)) throw new StoppedError()
  return answer as T
}

async function askWord(field: ListField, values: readonly string[], language: Language): Promise<Answer> {
  const words = questionWords[language]
  const options = [
    ...values.map((value) => ({ value, label: sayAnswer(field, value, language) })),
    { value: unknown, label: words.unknown },
  ]
  const answer = given(await select({ message: words[field].ask, options, ...listed(language) }))
  return { value: answer === unknown ? null : (answer as Situation[Field]) }
}

async function askAmount(field: 'amount' | 'claimedAmount', language: Language): Promise<Answer> {
  const { ask } = advisorPageWords[language]
  const isAmount = (typed: string) => !('problem' in readAmountInput(typed))
  const typed = given<string | undefined>(
    await text({
      message: `${questionWords[language][field].ask} ${ask.amountLabel} · ${interviewWords[language].orEnter}`,
      validate: (value = '') => (value.trim() === '' || isAmount(value) ? undefined : ask.amountWrong),
      output,
    }),
  )
  const reading = readAmountInput(typed ?? '')
  return { value: 'problem' in reading ? null : reading.amount }
}

async function askMoment(field: 'sentAt' | 'noticedAt', now: Instant, language: Language): Promise<Answer> {
  const { ask } = advisorPageWords[language]
  const words = questionWords[language]
  const options = [
    ...roughAges.map((value) => ({ value: value as string, label: ask[value] })),
    { value: exact, label: interviewWords[language].exact },
    { value: unknown, label: words.unknown },
  ]
  const answer = given(await select({ message: words[field].ask, options, ...listed(language) }))
  if (answer === unknown) return { value: null }
  const age = roughAges.find((it) => it === answer)
  if (age !== undefined) return { value: momentOf(age, now), isRough: true }
  const typed = given<string | undefined>(
    await text({
      message: `${words[field].ask} ${interviewWords[language].orEnter}`,
      placeholder: interviewWords[language].exactPlaceholder,
      validate: (value = '') =>
        value.trim() === '' || readTyped(value) !== undefined ? undefined : ask.whenWrong,
      output,
    }),
  )
  return { value: readTyped(typed ?? '') ?? null }
}
