/** What a browser is called with to make a passkey or to sign with one, in the JSON that WebAuthn gives it. */

import { Type, type Static } from 'typebox'
import { challengeMs } from '@laisee/core/step-up.ts'
import { closed, named } from '../http/schemas.ts'
import { algorithms } from './check-attestation.ts'
import type { PasskeyRow } from './passkeys.sql.ts'
import type { Site } from './site.ts'

const Known = closed({
  type: Type.Literal('public-key'),
  id: Type.String(),
  transports: Type.Array(Type.String()),
})

const known = ({ credentialId, transports }: PasskeyRow) => ({
  type: 'public-key' as const,
  id: credentialId.toString('base64url'),
  transports,
})

const shared = {
  challenge: Type.String({ description: 'In base64url.' }),
  timeout: Type.Integer({ description: 'Milliseconds.' }),
}

/** What `PublicKeyCredential.parseCreationOptionsFromJSON` reads. */
export const CreationOptionsSchema = named(
  'PasskeyCreationOptions',
  'What `navigator.credentials.create()` is called with, in the JSON of WebAuthn.',
  {
    ...shared,
    rp: closed({ id: Type.String(), name: Type.String() }),
    user: closed({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
    pubKeyCredParams: Type.Array(closed({ type: Type.Literal('public-key'), alg: Type.Integer() })),
    excludeCredentials: Type.Array(Known),
    authenticatorSelection: closed({
      residentKey: Type.Literal('preferred'),
      userVerification: Type.Literal('required'),
    }),
    attestation: Type.Literal('none'),
  },
)

/** What `PublicKeyCredential.parseRequestOptionsFromJSON` reads. */
export const RequestOptionsSchema = named(
  'PasskeyRequestOptions',
  'What `navigator.credentials.get()` is called with, in the JSON of WebAuthn.',
  {
    ...shared,
    rpId: Type.String(),
    allowCredentials: Type.Array(Known),
    userVerification: Type.Literal('required'),
  },
)

const siteName = 'Laisee 来事'

export function creationOptions(
  site: Site,
  {
    member,
    challenge,
    passkeys,
  }: {
    member: { id: string; name: string }
    challenge: Buffer
    passkeys: readonly PasskeyRow[]
  },
): Static<typeof CreationOptionsSchema> {
  return {
    challenge: challenge.toString('base64url'),
    timeout: challengeMs,
    rp: { id: site.id, name: siteName },
    user: {
      id: Buffer.from(member.id).toString('base64url'),
      name: member.name,
      displayName: member.name,
    },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    excludeCredentials: passkeys.map(known),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    attestation: 'none',
  }
}

export function requestOptions(
  site: Site,
  { challenge, passkeys }: { challenge: Buffer; passkeys: readonly PasskeyRow[] },
): Static<typeof RequestOptionsSchema> {
  return {
    challenge: challenge.toString('base64url'),
    timeout: challengeMs,
    rpId: site.id,
    allowCredentials: passkeys.map(known),
    userVerification: 'required',
  }
}
