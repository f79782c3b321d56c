/** Signing in on a device: by a one-time link that an operator makes, or by a token that a host application signed. */

import { Type } from 'typebox'
import { actorName } from '@laisee/core/actor.ts'
import { signInCodeDefaultMs, signInCodeMaxMs, signInCodeMinMs } from '@laisee/core/credential.ts'
import { secondMs, toIso } from '@laisee/core/instant.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, MomentSchema, named } from '../http/schemas.ts'
import { keepSession } from './keep-session.ts'
import { makeSignInLink } from './make-sign-in-link.ts'
import { KeptSessionSeconds, keptSessionMs, showSignedIn, SignedInSchema } from './sign-in.schemas.ts'
import { signIn } from './sign-in.ts'
import { tellRefusedSignIn } from './tell-refused-sign-in.ts'

const tags = ['sessions'] as const

const SignInLinkSchema = named('SignInLink', 'A one-time link by which a member signs in on a device.', {
  code: Type.String({ description: 'What `POST /v1/sign-in` takes, once. It is shown here only.' }),
  path: Type.String({
    description:
      'Where the web app takes it: put the origin it is served at before it, and hand it to the member.',
  }),
  expiresAt: MomentSchema,
})

const makeLinkRoute = route({
  method: 'POST',
  path: '/v1/members/{id}/sign-in-links',
  name: 'makeSignInLink',
  summary: 'Make a one-time link by which a member signs in',
  description: 'Whoever opens it first is signed in as the member: hand it to nobody else.',
  tags,
  callers: ['operator:sessions:write'],
  params: closed({ id: IdSchema('member') }),
  body: closed({
    lifetimeS: Type.Optional(
      Type.Integer({
        minimum: signInCodeMinMs / secondMs,
        maximum: signInCodeMaxMs / secondMs,
        description: `Seconds in which it can be used; ${signInCodeDefaultMs / secondMs} where it is not said.`,
      }),
    ),
    sessionLifetimeS: Type.Optional(KeptSessionSeconds),
  }),
  reply: SignInLinkSchema,
  status: 201,
  refusals: ['not_found'],
  showsSecret: true,
  async handle({ tx, ctx, caller, params: { id }, body }) {
    const lifetimeMs = body.lifetimeS === undefined ? signInCodeDefaultMs : body.lifetimeS * secondMs
    const sessionMs = keptSessionMs(body.sessionLifetimeS)
    const link = await makeSignInLink(tx, ctx, { memberId: id, lifetimeMs, sessionMs, by: actorName(caller) })
    return { ...link, expiresAt: toIso(link.expiresAt) }
  },
})

const signInRoute = route({
  method: 'POST',
  path: '/v1/sign-in',
  name: 'signIn',
  summary: 'Exchange the code of a one-time link for a session',
  description: 'Once: of two devices that use it at the same time, one is signed in.',
  tags,
  callers: ['public'],
  body: closed({
    code: Type.String({
      minLength: 1,
      maxLength: 128,
      pattern: '^[A-Za-z0-9_-]+$',
      description: 'The code of a sign-in link.',
    }),
  }),
  reply: SignedInSchema,
  status: 201,
  refusals: ['sign_in_code_invalid'],
  showsSecret: true,
  onRefusal: tellRefusedSignIn,
  handle: async ({ tx, ctx, body }) => showSignedIn(await signIn(tx, ctx, body)),
})

const keepSessionRoute = route({
  method: 'POST',
  path: '/v1/sessions',
  name: 'keepSession',
  summary: 'Exchange a token signed by a host application for a session',
  description: [
    'The session lasts longer than the token, on this device, and is listed and ended like any other. It is good only',
    'while the host application is there and speaks for the member. A session is not exchanged for another:',
    '`forbidden`.',
  ].join(' '),
  tags,
  callers: ['member'],
  body: closed({ lifetimeS: Type.Optional(KeptSessionSeconds) }),
  reply: SignedInSchema,
  status: 201,
  refusals: [],
  showsSecret: true,
  async handle({ tx, ctx, caller, body }) {
    return showSignedIn(await keepSession(tx, ctx, { caller, lifetimeMs: keptSessionMs(body.lifetimeS) }))
  },
})

export const signInRoutes: readonly Route[] = [makeLinkRoute, signInRoute, keepSessionRoute]
