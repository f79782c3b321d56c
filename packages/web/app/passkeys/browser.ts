/** The browser's own part: making a passkey and signing with one; and what it means where it does not. */

import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { Answer, Ask } from '@laisee/client/client.ts'
import type { Proof } from './passkeys-data.ts'

/** Why the browser did not. */
export type BrowserNo =
  | { reason: 'cancelled' | 'unsupported' | 'already' | 'failed' }
  /** The passkeys belong to another address than the one that is open. */
  | { reason: 'address'; address: string }

export class BrowserNoError extends Error {
  readonly no: BrowserNo

  constructor(no: BrowserNo, options?: ErrorOptions) {
    super(no.reason, options)
    this.name = 'BrowserNoError'
    this.no = no
  }
}

/** Make a passkey. Throws BrowserNoError. */
export async function makePasskey(
  options: Answer<'startPasskey'>['options'],
): Promise<Ask<'addPasskey'>['body']['credential']> {
  const { id, response } = await asked(options.rp.id, () =>
    startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }),
  )
  const { clientDataJSON, attestationObject, transports } = response
  return { id, clientDataJSON, attestationObject, ...(transports && { transports }) }
}

/** Sign with a passkey. Throws BrowserNoError. */
export async function signWithPasskey(options: Answer<'startStepUp'>['options']): Promise<Proof> {
  const { id, response } = await asked(options.rpId, () =>
    startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }),
  )
  const { clientDataJSON, authenticatorData, signature } = response
  return { passkey: { id, clientDataJSON, authenticatorData, signature } }
}

async function asked<T>(siteId: string, ask: () => Promise<T>): Promise<T> {
  const { hostname, port } = window.location
  const isElsewhere = hostname !== siteId && !hostname.endsWith(`.${siteId}`)
  const address =
    siteId === 'localhost' ? `http://localhost${port === '' ? '' : `:${port}`}` : `https://${siteId}`
  if (isElsewhere) throw new BrowserNoError({ reason: 'address', address })
  if (!browserSupportsWebAuthn()) throw new BrowserNoError({ reason: 'unsupported' })
  try {
    return await ask()
  } catch (error) {
    throw new BrowserNoError({ reason: reasonOf(error) }, { cause: error })
  }
}

function reasonOf(error: unknown): 'cancelled' | 'unsupported' | 'already' | 'failed' {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  if (name === 'InvalidStateError') return 'already'
  return name === 'NotSupportedError' ? 'unsupported' : 'failed'
}
