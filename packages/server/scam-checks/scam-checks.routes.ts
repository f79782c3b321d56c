/** The scam check over the API: for anyone, without an account. Nothing of what is checked is kept or logged. */

import { Type } from 'typebox'
import { checkScam, scamCodes, scamKinds, scamTextMax } from '@laisee/core/scam/check-scam.ts'
import { route, type Route } from '../http/route.ts'
import { closed, named, nullable, oneOf } from '../http/schemas.ts'

/** A character takes at most six bytes of JSON: `\ud83e`. */
const bodyBytesMax = scamTextMax * 6 + 1_024

const DataSchema = Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()]), {
  description: 'What the words of this code put in.',
})

const WhereSchema = named('ScamWhere', 'A place in the text as it was given, in UTF-16 units.', {
  start: Type.Integer({ minimum: 0 }),
  end: Type.Integer({ minimum: 0, description: 'The first unit after it.' }),
})

const SignalSchema = named('ScamSignal', 'A hint that was found.', {
  code: oneOf(scamCodes),
  weight: Type.Integer({ minimum: 0, description: 'Points; nought is told and does not count.' }),
  where: nullable(WhereSchema),
  data: DataSchema,
})

const AdviceSchema = named('ScamAdvice', 'What to do, by a code that the client has words for.', {
  code: Type.String(),
  data: DataSchema,
})

const ScamCheckSchema = named('ScamCheck', 'What was found in a text, a link or a number.', {
  verdict: oneOf(
    ['danger', 'suspicious', 'no_sign_found'],
    '`no_sign_found` says what it says, and never that a thing is safe.',
  ),
  kind: oneOf(scamKinds, 'As it was read.'),
  score: Type.Integer({ minimum: 0, description: 'Points of the gravest passage.' }),
  signals: Type.Array(SignalSchema, { description: 'Of that passage, strongest first.' }),
  patterns: Type.Array(Type.String(), {
    description: 'Known kinds of fraud that the signals add up to: `S4`.',
  }),
  advice: Type.Array(AdviceSchema, { description: 'In order.' }),
  truncated: Type.Boolean({ description: 'Whether there were more links than are read.' }),
})

export const scamCheckRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/scam-checks',
    name: 'checkScam',
    summary: 'Look for signs of fraud in a text, a link or a number',
    description: [
      'No account is needed and nothing is kept. No address is opened or looked up: it is judged as the text it is. The',
      'same check runs in the browser and in `laisee scam-check`, where nothing leaves the device.',
    ].join('\n'),
    tags: ['scam checks'],
    callers: ['public'],
    body: closed({
      text: Type.String({
        minLength: 1,
        maxLength: scamTextMax,
        description: 'A message, a link, a telephone number, or the words of a screenshot.',
      }),
      kind: Type.Optional(oneOf(scamKinds, 'What it is; found out where it is not said.')),
    }),
    reply: ScamCheckSchema,
    refusals: [],
    idempotent: 'read',
    ownLimit: 'scamChecks',
    bodyBytesMax,
    handle: ({ body }) => {
      const { signals, patterns, advice, ...rest } = checkScam(body)
      return Promise.resolve({ ...rest, signals: [...signals], patterns: [...patterns], advice: [...advice] })
    },
  }),
]
