/** A new passkey as a browser hands it over, held against the challenge and the site before it is kept. */

import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { decodeAttestationObject } from '@simplewebauthn/server/helpers'
import type { PasskeyFault } from '@laisee/core/passkey.ts'
import { authenticatorFault } from './check-assertion.ts'
import type { Site } from './site.ts'

/** A new passkey, everything in base64url. */
export interface Attestation {
  /** The credential's id. */
  id: string
  clientDataJSON: string
  attestationObject: string
  /** How it can be reached, so that a browser asks for the right one next time. */
  transports?: readonly string[] | undefined
}

export interface NewPasskey {
  credentialId: Buffer
  publicKey: Buffer
  signCount: bigint
  synced: boolean
}

/** EdDSA, ES256 and RS256, by their numbers of COSE: what passkeys and security keys sign with. */
export const algorithms = [-8, -7, -257] as const

/** What is registered, or what is wrong with it. */
export async function checkAttestation(
  site: Site,
  { attestation, challenge, origin }: { attestation: Attestation; challenge: Buffer; origin: string },
): Promise<NewPasskey | PasskeyFault> {
  const { id, clientDataJSON, attestationObject } = attestation
  try {
    const fault = attestationFault(attestationObject, site)
    if (fault !== undefined) return fault
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin: origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...algorithms],
    })
    if (registrationInfo?.credential.id !== id) return 'unreadable'
    const { credential, credentialBackedUp } = registrationInfo
    return {
      credentialId: Buffer.from(id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      signCount: BigInt(credential.counter),
      synced: credentialBackedUp,
    }
  } catch {
    return 'unreadable'
  }
}

/**
 * We ask for no attestation. One by a maker's certificate would have us fetch lists from addresses that it names, which
 * no transaction does and no stranger should be able to ask for: it is refused before it is looked at.
 */
function attestationFault(attestationObject: string, site: Site): PasskeyFault | undefined {
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')))
  const fault = authenticatorFault(Buffer.from(decoded.get('authData')), site)
  if (fault !== undefined) return fault
  const format = decoded.get('fmt')
  const isOwn = format === 'packed' && decoded.get('attStmt').get('x5c') === undefined
  return format === 'none' || isOwn ? undefined : 'attestation_not_asked'
}
