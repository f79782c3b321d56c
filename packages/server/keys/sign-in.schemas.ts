/** The shapes of signing in. */

import { Type } from 'typebox'
import { keptSessionDefaultMs, sessionMaxMs, sessionMinMs } from '@laisee/core/credential.ts'
import { secondMs, toIso } from '@laisee/core/instant.ts'
import { IdSchema, MomentSchema, named } from '../http/schemas.ts'
import type { SignedIn } from './sign-in.ts'

export const SignedInSchema = named('SignedIn', 'A new session of the member who has signed in.', {
  id: IdSchema('session'),
  memberId: IdSchema('member'),
  token: Type.String({
    description: 'The token, `Authorization: Bearer …`. It is shown here only; a hash is kept.',
  }),
  expiresAt: MomentSchema,
})

/** A new session as the API says it. */
export function showSignedIn({ id, memberId, token, expiresAt }: SignedIn) {
  return { id, memberId, token, expiresAt: toIso(expiresAt) }
}

/** How long a session lasts that a device keeps. */
export const KeptSessionSeconds = Type.Integer({
  minimum: sessionMinMs / secondMs,
  maximum: sessionMaxMs / secondMs,
  description: `Seconds that the session lasts; ${keptSessionDefaultMs / secondMs} where it is not said.`,
})

/** The milliseconds a session lasts, for what was asked. */
export function keptSessionMs(seconds: number | undefined): number {
  return seconds === undefined ? keptSessionDefaultMs : seconds * secondMs
}
