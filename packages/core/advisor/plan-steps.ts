/**
 * The steps of a plan and the clocks that run: what is read first. Pure. Steps hold whatever the unknown facts turn out
 * to be; those that depend on one stand apart and name it.
 */

import type { Instant } from '../instant.ts'
import { clockAt, clocksOf } from './clocks.ts'
import { awaited, factsNamed, fieldsOf } from './condition.ts'
import { effectOf, type EffectKnowledge } from './effect.ts'
import { productRules } from './knowledge/product-rules.ts'
import { outlineOf } from './outline.ts'
import type { PlanSteps, Step } from './plan.ts'
import { nothingKnown, type Field, type Situation } from './situation.ts'
import { stepRuleOf, type StepId } from './steps/steps.ts'

/** All that a plan reads besides its rules. Laws and warnings are read where they are shown. */
export const ownKnowledge: EffectKnowledge = { measured: [], productRules }

/** The situation with nothing in it but these fields: a step cannot stand on what it does not name. */
function only(situation: Situation, fields: readonly Field[]): Situation {
  return Object.fromEntries(
    Object.keys(nothingKnown).map((name) => [
      name,
      fields.includes(name as Field) ? situation[name as Field] : null,
    ]),
  ) as unknown as Situation
}

function stepOf(id: StepId, situation: Situation, now: Instant, knowledge: EffectKnowledge): Step {
  const rule = stepRuleOf(id)
  const clock = clockAt(rule.by, situation, now)
  const reads = rule.reads ?? []
  const seen = only(situation, reads)
  const basis = typeof rule.basis === 'function' ? rule.basis(seen) : rule.basis
  const named = fieldsOf(factsNamed(rule.when))
  const finds = rule.finds === undefined ? [] : [rule.finds]
  return {
    id,
    who: rule.who,
    risk: rule.risk,
    by: { clock: rule.by, at: clock.endsAt },
    basis,
    effect: effectOf(id, basis, knowledge),
    text: rule.text ?? null,
    power: rule.power !== undefined && canDo(situation, rule.power) ? rule.power : null,
    hotlines: rule.hotlines ?? [],
    values: rule.values?.(seen, now) ?? {},
    dependsOn: [
      ...new Set([
        ...named,
        ...reads,
        ...finds,
        ...clock.dependsOn,
        ...(rule.power === undefined ? [] : (['ledger'] as const)),
      ]),
    ],
  }
}

function canDo(situation: Situation, power: NonNullable<Step['power']>): boolean {
  return situation.ledger?.can.includes(power) ?? false
}

/** What to do now and by when, without the warnings and the questions that go with it. */
export function planSteps(
  situation: Situation,
  now: Instant,
  knowledge: EffectKnowledge = ownKnowledge,
): PlanSteps {
  const { facts, branch, mayBe, steps, maybe } = outlineOf(situation, now)
  return {
    at: now,
    branch,
    mayBe,
    steps: steps.map((id) => stepOf(id, situation, now, knowledge)),
    dependent: maybe.map((id) => ({
      ...stepOf(id, situation, now, knowledge),
      needs: fieldsOf(awaited(stepRuleOf(id).when, facts)).filter((field) => situation[field] === null),
    })),
    clocks: clocksOf(situation, facts, now),
  }
}
