/** The advisor over the API: for anyone, without an account. Nothing of what is told is kept or logged. */

import { readSituation } from '@laisee/core/advisor/read-situation.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { sayPlan } from '@laisee/core/words/advisor/say-plan.ts'
import { route, type Route } from '../http/route.ts'
import { AdviceSchema } from './advice.schemas.ts'
import { SituationSchema } from './situation.schemas.ts'

/** A field of a hundred thousand characters is read, so that it can be named. */
const bodyBytesMax = 1_000_000

export const adviceRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/advice',
    name: 'advise',
    summary: 'What to do now about money sent by mistake, here or elsewhere',
    description: [
      'A situation, each part of which may be missing, null or `unknown`: a plan comes back that holds whatever the rest',
      'turns out to be. What cannot all be so (taken, yet nobody has it) is named in `contradictions` and counts as',
      'unknown. No account is needed and nothing is kept. The same rules run in the browser and in `laisee advise`.',
    ].join('\n'),
    tags: ['advice'],
    callers: ['public'],
    body: SituationSchema,
    reply: AdviceSchema,
    refusals: [],
    idempotent: 'read',
    ownLimit: 'advice',
    bodyBytesMax,
    async handle({ ctx, body: { lang = 'zh', ...situation } }) {
      const now = await ctx.db.snapshot((tx) => tx.now())
      const reading = readSituation(situation, now)
      if ('problems' in reading)
        throw new RefusalError(refuse('invalid_request', { errors: reading.problems }))
      return sayPlan(reading, now, lang)
    },
  }),
]
