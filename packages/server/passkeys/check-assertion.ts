/** A signature held against the passkey that is said to have made it: the site, the person's own gesture, the signature. */

import { hash } from 'node:crypto'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { isCopied, type PasskeyFault } from '@laisee/core/passkey.ts'
import type { PasskeyRow } from './passkeys.sql.ts'
import type { Site } from './site.ts'

/** What a passkey signed, as a browser hands it over; everything in base64url. */
export interface Assertion {
  /** The credential's id. */
  id: string
  clientDataJSON: string
  authenticatorData: string
  signature: string
}

export interface Checked {
  signCount: bigint
  synced: boolean
}

const siteHashBytes = 32
const leastBytes = 37
/** Somebody was there (0x01), and proved to be the one it belongs to (0x04). */
const gestureFlags = 0x05

/** What the authenticator says about where it signed and for whom, before any of it is proved; or what is wrong. */
export function authenticatorFault(data: Buffer, site: Site): PasskeyFault | undefined {
  if (data.length < leastBytes) return 'unreadable'
  if (!data.subarray(0, siteHashBytes).equals(hash('sha256', site.id, 'buffer'))) return 'wrong_site'
  return (data[siteHashBytes]! & gestureFlags) === gestureFlags ? undefined : 'not_verified'
}

/**
 * Whether this passkey made this signature over this challenge, and what it says about itself now; or what is wrong. Its
 * counter is judged last: only a signature that is good shows that a passkey was copied.
 */
export async function checkAssertion(
  site: Site,
  passkey: PasskeyRow,
  { assertion, challenge, origin }: { assertion: Assertion; challenge: Buffer; origin: string },
): Promise<Checked | PasskeyFault> {
  const fault = authenticatorFault(Buffer.from(assertion.authenticatorData, 'base64url'), site)
  if (fault !== undefined) return fault
  const seen = await verified(site, passkey, { assertion, challenge, origin })
  if (typeof seen === 'string') return seen
  return isCopied(passkey.signCount, seen.signCount) ? 'passkey_copied' : seen
}

async function verified(
  site: Site,
  passkey: PasskeyRow,
  { assertion, challenge, origin }: { assertion: Assertion; challenge: Buffer; origin: string },
): Promise<Checked | PasskeyFault> {
  const { id, clientDataJSON, authenticatorData, signature } = assertion
  try {
    const { verified: isGood, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin: origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      // The counter is judged by us, after the signature: the library would look at it before.
      credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    })
    if (!isGood) return 'signature_wrong'
    return {
      signCount: BigInt(authenticationInfo.newCounter),
      synced: authenticationInfo.credentialBackedUp,
    }
  } catch {
    // Whatever it cannot read or does not like was signed by nobody we know: signature_wrong says as much.
    return 'signature_wrong'
  }
}
