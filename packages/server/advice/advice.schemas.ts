/** A plan over the API, in codes and words. */

import { Type } from 'typebox'
import { contradictionIds } from '@laisee/core/advisor/contradictions.ts'
import { dontIds } from '@laisee/core/advisor/donts.ts'
import { refused, type RefusedId } from '@laisee/core/advisor/knowledge/refused.ts'
import { branches } from '@laisee/core/advisor/plan.ts'
import { stepIds } from '@laisee/core/advisor/steps/steps.ts'
import { MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'
import { langs } from './situation.schemas.ts'
import {
  BasisSchema,
  ClockSchema,
  FieldSchema,
  keysOf,
  list,
  said,
  says,
  stepFields,
} from './step.schemas.ts'

const NeedSchema = named('AdviceNeed', 'A fact to find out.', { field: FieldSchema, says })
const BranchSchema = said('AdviceBranch', 'A way that a plan goes.', branches)

const DontSchema = named('AdviceDont', 'What not to do.', {
  code: oneOf(dontIds),
  what: Type.String(),
  why: Type.String(),
  basis: Type.Array(BasisSchema),
  refused: list(
    named('AdviceRefused', 'What others suggest and Laisee refuses.', {
      code: oneOf<RefusedId>(keysOf(refused)),
      what: Type.String(),
      why: Type.String(),
    }),
    'What others suggest that this answers.',
  ),
})

const QuestionSchema = named(
  'AdviceQuestion',
  'A fact worth finding out, and what each answer would make of it.',
  {
    field: FieldSchema,
    says,
    weight: Type.Number({ description: 'How much the plan differs between the answers.' }),
    answers: Type.Array(
      named('AdviceAnswer', 'An answer, with the way and the first step that it would lead to.', {
        value: Type.String({
          description:
            'As the field takes it; of an amount or a moment, a name for a range: `small`, `days_ago`.',
        }),
        says,
        branch: nullable(BranchSchema),
        firstStep: nullable(said('AdviceFirstStep', 'The first step of that plan.', stepIds)),
      }),
    ),
  },
)

export const AdviceSchema = named('Advice', 'What to do now about money that went the wrong way.', {
  at: MomentSchema,
  lang: oneOf(langs),
  branch: nullable(BranchSchema),
  mayBe: list(BranchSchema, 'The way, or every way it may go while that depends on what is not known.'),
  contradictions: list(
    named('AdviceContradiction', 'What cannot all be so, as a question.', {
      code: oneOf(contradictionIds),
      says,
      fields: list(FieldSchema, 'What to say again; until then they count as unknown.'),
    }),
    'What was said and cannot all be so.',
  ),
  steps: list(
    named('AdviceStep', 'A step, with all that belongs to it.', stepFields),
    'In the order to take them. They hold whatever the unknown facts turn out to be.',
  ),
  dependent: list(
    named('AdviceDependentStep', 'A step that belongs to the plan only under some answers.', {
      ...stepFields,
      needs: list(NeedSchema, 'Which unknown facts decide it.'),
    }),
    'What may come in besides.',
  ),
  clocks: list(ClockSchema, 'The clocks that run, or may.'),
  donts: list(DontSchema, 'What not to do, with the reasons.'),
  questions: list(QuestionSchema, 'At most six: the one whose answer changes the plan most comes first.'),
  note: Type.String({ description: 'That this is no legal advice.' }),
})
