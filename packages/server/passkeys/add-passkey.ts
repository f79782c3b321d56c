/**
 * A new passkey: first a challenge for it, then the passkey itself. The first one needs nothing but the member; every
 * further one needs a step-up, or whoever stole a session would add their own. The first brings recovery codes with it.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { passkeysMax, type PasskeyFault } from '@laisee/core/passkey.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { lockMember, type MemberRow } from '../people/members.ts'
import { tellMember } from '../people/tell-member.ts'
import { findChallenge, keepChallenge } from './challenges.ts'
import { markChallengeUsed, type ChallengeRow } from './challenges.sql.ts'
import { checkAttestation, type Attestation, type NewPasskey } from './check-attestation.ts'
import { originFault, readClientData } from './client-data.ts'
import { insertPasskey, readPasskeys, type PasskeyRow } from './passkeys.sql.ts'
import { proveStepUp, type StepUpGiven } from './prove-step-up.ts'
import { codesLeft, replaceCodes } from './recovery-codes.ts'
import type { Site } from './site.ts'

export interface StartedPasskey {
  member: MemberRow
  challenge: Buffer
  expiresAt: Instant
  /** Those the member has, which are not to be made again. */
  passkeys: PasskeyRow[]
}

const challengeBytes = 32

/**
 * Make the challenge for a new passkey. Refuses `passkeys_max`, and as `proveStepUp` where the member has a passkey
 * already.
 */
export async function startPasskey(
  tx: Tx,
  memberId: string,
  given: StepUpGiven | undefined,
): Promise<StartedPasskey> {
  const member = await lockMember(tx, memberId)
  const passkeys = await tx.run(readPasskeys, memberId)
  failIfFull(passkeys)
  const proved = passkeys.length > 0
  if (proved)
    await proveStepUp(tx, memberId, { signed: { memberId, change: 'add_passkey' }, given, need: changing })
  const now = await tx.now(member.changedAt)
  const challenge = Buffer.from(tx.random.bytes(challengeBytes))
  const made = { memberId, challenge, purpose: 'add_passkey', nonce: '', proved } as const
  return { member, challenge, passkeys, expiresAt: await keepChallenge(tx, made, now) }
}

const changing = { reason: 'change' }

export interface AddPasskeyAsk {
  memberId: string
  name: string
  attestation: Attestation
  site: Site
}

export interface AddedPasskey {
  passkey: PasskeyRow
  /** With the first passkey, and whenever there were none left; null otherwise. */
  recoveryCodes: string[] | null
}

/** Keep a new passkey. Refuses `passkeys_max`, `passkey_invalid` with the `reason`, `passkey_taken`, `step_up_needed`. */
export async function addPasskey(tx: Tx, ask: AddPasskeyAsk): Promise<AddedPasskey> {
  const { memberId, name, attestation, site } = ask
  const member = await lockMember(tx, memberId)
  const passkeys = await tx.run(readPasskeys, memberId)
  failIfFull(passkeys)
  const at = await tx.now(member.changedAt)
  const checked = await check(tx, { memberId, attestation, site }, at)
  if (typeof checked === 'string') throw new RefusalError(refuse('passkey_invalid', { reason: checked }))
  const { made, asked, challenge } = checked
  if (passkeys.some(({ credentialId }) => credentialId.equals(made.credentialId)))
    throw new RefusalError(refuse('passkey_taken'))
  // The challenge is from before another passkey came: what needed nothing then needs a step-up now.
  if (passkeys.length > 0 && !asked.proved) throw new RefusalError(refuse('step_up_needed', changing))
  await tx.run(markChallengeUsed, memberId, challenge, toIso(at))
  const { credentialId, publicKey, signCount, synced } = made
  const transports = [...(attestation.transports ?? [])]
  const id = tx.newId('passkey')
  const params = [
    memberId,
    id,
    credentialId,
    publicKey,
    signCount,
    transports,
    synced,
    name,
    toIso(at),
  ] as const
  const passkey = (await tx.one(insertPasskey, ...params))!
  await tellMember(tx, memberId, { kind: 'passkey.added', at, data: { memberId, passkeyId: id, name } })
  const hasCodes = (await codesLeft(tx, memberId)) > 0
  return { passkey, recoveryCodes: hasCodes ? null : await replaceCodes(tx, memberId, at) }
}

function failIfFull(passkeys: readonly PasskeyRow[]): void {
  if (passkeys.length >= passkeysMax) throw new RefusalError(refuse('passkeys_max', { max: passkeysMax }))
}

async function check(
  tx: Tx,
  { memberId, attestation, site }: Pick<AddPasskeyAsk, 'memberId' | 'attestation' | 'site'>,
  now: Instant,
): Promise<{ made: NewPasskey; asked: ChallengeRow; challenge: Buffer } | PasskeyFault> {
  const seen = readClientData(attestation.clientDataJSON, 'webauthn.create')
  if (typeof seen === 'string') return seen
  const { challenge, origin } = seen
  const asked = await findChallenge(tx, { memberId, challenge, purpose: 'add_passkey' }, now)
  if (typeof asked === 'string') return asked
  const elsewhere = originFault(site, seen)
  if (elsewhere !== undefined) return elsewhere
  const made = await checkAttestation(site, { attestation, challenge, origin })
  return typeof made === 'string' ? made : { made, asked, challenge }
}
