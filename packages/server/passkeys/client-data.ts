/** What a browser says it was asked to sign: the first thing that is read, and nothing in it is believed yet. */

import type { PasskeyFault } from '@laisee/core/passkey.ts'
import { isOriginOf, type Site } from './site.ts'

export interface ClientData {
  challenge: Buffer
  origin: string
  /** Asked for from within another site's page. */
  embedded: boolean
}

export type ClientDataKind = 'webauthn.create' | 'webauthn.get'

/** The parts of `clientDataJSON` that are judged, or what is wrong with it. */
export function readClientData(text: string, kind: ClientDataKind): ClientData | PasskeyFault {
  const data = parsed(text)
  if (data === undefined) return 'unreadable'
  const { type, challenge, origin, crossOrigin, topOrigin } = data
  if (type !== kind) return 'wrong_kind'
  if (typeof challenge !== 'string' || typeof origin !== 'string') return 'unreadable'
  return {
    challenge: Buffer.from(challenge, 'base64url'),
    origin,
    embedded: crossOrigin === true || topOrigin !== undefined,
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** What is wrong with where it was asked for, if anything. */
export function originFault(site: Site, { origin, embedded }: ClientData): PasskeyFault | undefined {
  return embedded || !isOriginOf(site, origin) ? 'wrong_origin' : undefined
}
