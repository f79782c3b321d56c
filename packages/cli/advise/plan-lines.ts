/** A plan as lines to read in a terminal: what to do now, in which words, by when, and what not to do. Pure. */

import type {
  SaidBasis,
  SaidClock,
  SaidPlan,
  SaidQuestion,
  SaidStep,
} from '@laisee/core/words/advisor/said-plan.ts'
import { effectTags } from '@laisee/core/words/advisor/say-effect.ts'
import { advisorPlanWords } from '@laisee/core/words/screens/advisor-plan.ts'
import { fill, type Language } from '@laisee/core/words/words.ts'

/** A plan in lines. Moments are told in the reader's zone, days as China counts them. */
export function planLines(plan: SaidPlan, timeZone: string): string[] {
  const words = advisorPlanWords[plan.lang]
  const page = new Page(plan.lang, timeZone)
  const lines = [words.title, ...ways(plan, page)]
  for (const { says } of plan.contradictions) lines.push('', `! ${words.mend}${page.colon}${says}`)
  plan.steps.forEach((step, i) => {
    if (i < 2) lines.push('', i === 0 ? words.first : words.rest)
    lines.push(...(i > 1 ? [''] : []), ...page.step(`${i + 1}. `, step))
  })
  if (plan.dependent.length > 0) lines.push('', words.dependent)
  for (const step of plan.dependent) {
    const fields = step.needs.map(({ says }) => says).join(' ')
    lines.push(`- ${step.what}`, `  ${page.put(words.needs, { fields })}`)
  }
  lines.push('', words.clocks, ...page.clocks(plan.clocks))
  lines.push('', words.donts, ...plan.donts.flatMap(({ what, why }) => [`- ${what}`, `  ${why}`]))
  if (plan.questions.length > 0) lines.push('', words.better)
  lines.push(...plan.questions.map((question) => page.question(question)), '', plan.note)
  return lines
}

function ways({ branch, mayBe, lang }: SaidPlan, page: Page): string[] {
  if (branch !== null) return [branch.says]
  const { undecided } = advisorPlanWords[lang]
  return [`${undecided}${page.colon}`.trimEnd(), ...mayBe.map(({ says }) => `- ${says}`)]
}

/** How one plan is written: its language and its reader's zone. */
class Page {
  readonly language: Language
  readonly timeZone: string

  constructor(language: Language, timeZone: string) {
    this.language = language
    this.timeZone = timeZone
  }

  get words() {
    return advisorPlanWords[this.language]
  }

  get colon(): string {
    return this.language === 'zh' ? '：' : ': '
  }

  put(text: string, data: Record<string, string>): string {
    return fill(text, data, this.language, { timeZone: this.timeZone }) ?? text
  }

  step(mark: string, step: SaidStep): string[] {
    const { words, colon } = this
    const { what, how, ends, text, who, risk, effect } = step
    const lines = [this.when(step.by), how]
    if (who.code !== 'you') lines.push(this.put(words.who, { who: who.says }))
    for (const { number, name, toCall } of step.hotlines)
      lines.push(this.put(toCall ? words.call : words.notToCall, { number, name }))
    if (text !== null)
      lines.push(`${words.texts}${colon}`, ...text.text.split('\n').map((line) => `  | ${line}`))
    if (text !== null && text.blanks.length > 0)
      lines.push(this.put(words.blanks, { blanks: text.blanks.join(' ') }))
    if (step.costs?.smallClaims) lines.push(step.costs.smallClaims.says)
    lines.push(
      `${words.ends}${colon}${ends}`,
      `${words.expect}${colon}[${words[effectTags[effect.kind]]}] ${effect.says}`,
      risk.says,
      this.basis(step.basis),
    )
    const indent = ' '.repeat(mark.length)
    return [`${mark}${what}`, ...lines.map((line) => `${indent}${line}`.trimEnd())]
  }

  /** By when: the clock, and its last day or moment where that is known. */
  when({ says, lastDay, endsAt, code }: SaidClock): string {
    if (code === 'now' || code === 'stop_payment' || endsAt === null) return says
    const end =
      lastDay === null
        ? this.put('{{at, time}}', { at: endsAt })
        : this.put(this.words.lastDay, { day: lastDay })
    return this.language === 'zh' ? `${says}（${end}）` : `${says} (${end})`
  }

  basis(basis: readonly SaidBasis[]): string {
    return `${this.words.basis}${this.colon}${basis.map(({ says }) => says).join(this.language === 'zh' ? '；' : '; ')}`
  }

  clocks(clocks: readonly SaidClock[]): string[] {
    if (clocks.every(({ endsAt }) => endsAt === null)) return [this.words.noClocks]
    return clocks.flatMap((clock) => {
      const notes = [clock.countedFrom, ...(clock.movedSays === null ? [] : [clock.movedSays])]
      if (clock.state === 'over' && clock.endsAt !== null)
        notes.unshift(this.put(this.words.overSince, { at: clock.lastDay ?? clock.endsAt }))
      return [`- ${this.when(clock)}`, `  ${notes.join(' · ')}`, `  ${this.basis(clock.basis)}`]
    })
  }

  question({ says, answers }: SaidQuestion): string {
    const gap = this.language === 'zh' ? '、' : ', '
    const shown = answers.length > 12 ? '' : ` ${answers.map((answer) => answer.says).join(gap)}`
    return `- ${says}${shown}`
  }
}
