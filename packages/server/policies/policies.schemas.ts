/** Versions of a policy as the API shows them, and what it takes to write and publish one. */

import { Type, type Static } from 'typebox'
import { noteLengthMax } from '@laisee/core/approval.ts'
import { refuseField } from '@laisee/core/field.ts'
import { fromIso, type Instant } from '@laisee/core/instant.ts'
import { shownStates } from '@laisee/core/policy-change.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import { closed, IdSchema, MomentSchema, named, nullable, oneOf, TextSchema } from '../http/schemas.ts'
import { PolicyContentSchema, ShownContentSchema } from './policy-content.schemas.ts'

const Whole = (options: { minimum: number; description?: string }) =>
  Type.Integer({ maximum: Number.MAX_SAFE_INTEGER, ...options })

const PlaceSchema = closed({
  start: Whole({ minimum: 0 }),
  end: Whole({ minimum: 0 }),
  line: Whole({ minimum: 1 }),
  column: Whole({ minimum: 1 }),
})
export const ProblemSchema = named('PolicyProblem', 'What is wrong with a policy, and exactly where.', {
  code: Type.String(),
  at: Type.String({ description: 'The part of the policy, as a path.' }),
  weight: oneOf(['error', 'warning']),
  place: nullable(PlaceSchema),
  about: Type.String(),
})

const SentenceSchema = closed({ at: Type.String(), text: Type.String() })
const SentencesSchema = closed({ zh: Type.Array(SentenceSchema), en: Type.Array(SentenceSchema) })
const DifferenceSchema = closed({
  at: Type.String(),
  kind: oneOf(['added', 'removed', 'changed']),
  before: Type.Unknown(),
  after: Type.Unknown(),
})

const versionFields = {
  organisationId: IdSchema('organisation'),
  id: nullable(IdSchema('policy')),
  version: Whole({ minimum: 0, description: '0 is the default, which nobody has published.' }),
  state: oneOf(
    shownStates,
    'One that is published for a moment to come is `waiting` until then, and may be withdrawn.',
  ),
  holds: Type.Boolean({ description: 'Whether it is the version that holds.' }),
  effectiveAt: nullable(
    Type.String({
      format: 'date-time',
      description: 'Published: from when it holds. Null of a draft, and of the default.',
    }),
  ),
  basedOn: Whole({ minimum: 0 }),
  goesBackTo: nullable(Whole({ minimum: 0 })),
  note: nullable(Type.String()),
  authorIds: Type.Array(IdSchema('member')),
  beganAt: nullable(MomentSchema),
  changedAt: nullable(MomentSchema),
  decidedAt: nullable(MomentSchema),
  decidedBy: nullable(Type.String()),
}
export const PolicyVersionSchema = named(
  'PolicyVersion',
  'A version of a policy, without what it says.',
  versionFields,
)
export const PolicySchema = named('Policy', 'A version of a policy, said in full.', {
  ...versionFields,
  content: ShownContentSchema,
  sentences: SentencesSchema,
  problems: Type.Array(ProblemSchema),
  differences: Type.Array(DifferenceSchema, { description: 'From the version it began from.' }),
})

export const DraftBody = closed({
  content: PolicyContentSchema,
  note: Type.Optional(nullable(TextSchema(noteLengthMax))),
})
export const GoBackBody = closed({
  version: Whole({ minimum: 0, description: 'A version that was published; 0 for the default.' }),
  note: Type.Optional(nullable(TextSchema(noteLengthMax))),
})

export const PublishBody = closed({
  effectiveAt: Type.Optional(
    nullable(
      Type.String({
        format: 'date-time',
        maxLength: 40,
        description: 'From when it holds: within the next 90 days. At once where it is not said.',
      }),
    ),
  ),
})

/** The moment a body names, in RFC 3339. */
export function momentFrom({ effectiveAt = null }: Static<typeof PublishBody>): Instant | null {
  if (effectiveAt === null) return null
  const at = fromIso(effectiveAt)
  if (at === undefined) throw new RefusalError(refuseField('effectiveAt', 'must be a moment'))
  return at
}
