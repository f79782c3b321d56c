/** What goes in and comes out of the passkey and step-up routes. */

import { Type, type Static } from 'typebox'
import { refuseField } from '@laisee/core/field.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { passkeyNameMax } from '@laisee/core/passkey.ts'
import { recoveryCodeTypedMax } from '@laisee/core/recovery-code.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import type { MemberCaller } from '../http/caller.ts'
import { IdSchema, MomentSchema, named, NameSchema, nullable } from '../http/schemas.ts'
import { lockAttempts } from './failures.ts'
import type { PasskeyRow } from './passkeys.sql.ts'
import type { StepUpGiven } from './prove-step-up.ts'
import type { Site } from './site.ts'

const Base64Url = (lengthMax: number, description?: string) =>
  Type.String({
    minLength: 1,
    maxLength: lengthMax,
    pattern: '^[A-Za-z0-9_-]+$',
    ...(description === undefined ? {} : { description }),
  })

const CredentialId = Base64Url(1_364, 'The credential’s id.')
const ClientData = Base64Url(4_096, '`response.clientDataJSON` of the credential.')

export const AttestationSchema = named(
  'NewPasskeyCredential',
  'What `navigator.credentials.create()` gave: these parts of it, in base64url.',
  {
    id: CredentialId,
    clientDataJSON: ClientData,
    attestationObject: Base64Url(16_384, '`response.attestationObject`; no attestation is asked for.'),
    transports: Type.Optional(
      Type.Array(Type.String({ maxLength: 32, pattern: '^[a-z0-9-]+$' }), {
        maxItems: 8,
        uniqueItems: true,
        description: '`response.getTransports()`.',
      }),
    ),
  },
)

const AssertionSchema = named(
  'PasskeySignature',
  'What `navigator.credentials.get()` gave: these parts of it, in base64url.',
  {
    id: CredentialId,
    clientDataJSON: ClientData,
    authenticatorData: Base64Url(4_096, '`response.authenticatorData`.'),
    signature: Base64Url(2_048, '`response.signature`.'),
  },
)

export const StepUpProofSchema = named(
  'StepUpProof',
  'A step-up: exactly one of the two. `POST /v1/step-ups` gives what a passkey is to sign.',
  {
    passkey: Type.Optional(AssertionSchema),
    recoveryCode: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: recoveryCodeTypedMax,
        description: 'A recovery code, in place of a passkey. It is used up by what it lets through.',
      }),
    ),
  },
)

/** The field of a body that carries a step-up, to spread into `closed({ … })`. */
export const stepUpField = { stepUp: Type.Optional(StepUpProofSchema) }

/** For `before` of every route that takes `stepUpField`: step-ups of a member are tried one at a time. */
export async function oneStepUpAtATime(
  tx: Tx,
  { memberId }: MemberCaller,
  { stepUp }: { stepUp?: unknown },
): Promise<void> {
  if (stepUp !== undefined) await lockAttempts(tx, memberId)
}

/** What came with a request as its verb takes it. Refuses `invalid_request` unless it is exactly one of the two. */
export function givenOf(
  stepUp: Static<typeof StepUpProofSchema> | undefined,
  site: Site,
): StepUpGiven | undefined {
  if (stepUp === undefined) return undefined
  const { passkey, recoveryCode } = stepUp
  if (passkey !== undefined && recoveryCode === undefined)
    return { site, proof: { way: 'passkey', assertion: passkey } }
  if (recoveryCode !== undefined && passkey === undefined)
    return { site, proof: { way: 'recovery_code', code: recoveryCode } }
  throw new RefusalError(refuseField('stepUp', 'must be either a passkey or a recovery code'))
}

export const PasskeyNameSchema = NameSchema(passkeyNameMax, 'What the member calls it.')

export const PasskeySchema = named('Passkey', 'A passkey or a security key of the member.', {
  id: IdSchema('passkey'),
  name: Type.String(),
  synced: Type.Boolean({ description: 'Kept by a cloud, and so on several devices.' }),
  addedAt: MomentSchema,
  usedAt: nullable(MomentSchema),
  copiedAt: nullable(
    Type.String({
      format: 'date-time',
      description: 'Since when it is refused, because its counter showed that there is a copy of it.',
    }),
  ),
})

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

export function passkeyJson(row: PasskeyRow): Static<typeof PasskeySchema> {
  const { id, name, synced, addedAt, usedAt, copiedAt } = row
  return {
    id,
    name,
    synced,
    addedAt: toIso(addedAt),
    usedAt: isoOrNull(usedAt),
    copiedAt: isoOrNull(copiedAt),
  }
}

/** A reply that shows recovery codes. */
export const CodesSchema = Type.Array(Type.String(), {
  description: 'Shown here and nowhere else: each is good once.',
})
