/**
 * An authenticator in software: it makes keys, signs with them, and looks at what it is asked as a browser and a
 * security key do. Everything a test wants to be wrong is said with the call; all else is as it should be.
 */

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { Assertion } from '../check-assertion.ts'
import type { Attestation } from '../check-attestation.ts'

export interface CreationOptions {
  challenge: string
  rp: { id: string }
  user: { id: string; name: string }
  pubKeyCredParams: { alg: number }[]
  excludeCredentials: { id: string }[]
  authenticatorSelection: { userVerification: string }
  attestation: string
}

export interface RequestOptions {
  challenge: string
  rpId: string
  allowCredentials: { id: string }[]
  userVerification: string
}

/** What is not as it should be. */
export interface Wrong {
  origin?: string
  rpId?: string
  type?: string
  challenge?: string
  /** Nobody touched it, or nobody proved who they are. */
  flags?: number
  signCount?: number
  /** Signed by another key than the one that was registered. */
  key?: KeyObject
  /** Another credential's name. */
  id?: string
  crossOrigin?: boolean
  /** What the attestation says it is. */
  format?: string
}

export interface SoftKey {
  id: string
  privateKey: KeyObject
  rpId: string
  userId: string
  signCount: number
}

const present = 0x01
const verified = 0x04
const attested = 0x40
export const flagsOf = { present, verified }
const home = 'http://localhost:7860'

/** Make a key for a site, as `navigator.credentials.create()` does. Throws for what a browser would not do. */
export function createKeyFor(
  options: CreationOptions,
  wrong: Wrong = {},
): { key: SoftKey; made: Attestation } {
  if (Buffer.from(options.challenge, 'base64url').length < 16) throw new Error('the challenge is too short')
  if (!options.pubKeyCredParams.some(({ alg }) => alg === -7)) throw new Error('ES256 is not asked for')
  if (options.attestation !== 'none') throw new Error('an attestation is asked for')
  if (options.authenticatorSelection.userVerification !== 'required') throw new Error('nobody is verified')
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = wrong.id ?? randomBytes(32).toString('base64url')
  if (options.excludeCredentials.some((known) => known.id === id)) throw new Error('it is there already')
  const key: SoftKey = { id, privateKey, rpId: options.rp.id, userId: options.user.id, signCount: 0 }
  const jwk = publicKey.export({ format: 'jwk' })
  const cose = new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(jwk.x!, 'base64url')],
    [-3, Buffer.from(jwk.y!, 'base64url')],
  ])
  const credentialId = Buffer.from(id, 'base64url')
  const authData = Buffer.concat([
    head(wrong.rpId ?? key.rpId, wrong.flags ?? present | verified | attested, wrong.signCount ?? 0),
    Buffer.alloc(16),
    Buffer.from([credentialId.length >> 8, credentialId.length & 255]),
    credentialId,
    cbor(cose),
  ])
  const object = new Map<string, unknown>([
    ['fmt', wrong.format ?? 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ])
  const made = {
    id,
    clientDataJSON: clientData('webauthn.create', options.challenge, wrong),
    attestationObject: cbor(object).toString('base64url'),
    transports: ['internal'],
  }
  return { key, made }
}

/** Sign with a key, as `navigator.credentials.get()` does. Throws for what a browser would not do. */
export function signWith(key: SoftKey, options: RequestOptions, wrong: Wrong = {}): Assertion {
  if (options.rpId !== key.rpId) throw new Error('the key is for another site')
  if (options.userVerification !== 'required') throw new Error('nobody is verified')
  if (wrong.id === undefined && !options.allowCredentials.some(({ id }) => id === key.id))
    throw new Error('the key is not asked for')
  key.signCount = wrong.signCount ?? key.signCount + 1
  const authData = head(wrong.rpId ?? key.rpId, wrong.flags ?? present | verified, key.signCount)
  const clientDataJSON = clientData('webauthn.get', options.challenge, wrong)
  const clientHash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()
  return {
    id: wrong.id ?? key.id,
    clientDataJSON,
    authenticatorData: authData.toString('base64url'),
    signature: sign('sha256', Buffer.concat([authData, clientHash]), wrong.key ?? key.privateKey).toString(
      'base64url',
    ),
  }
}

function clientData(type: string, challenge: string, wrong: Wrong): string {
  const data = {
    type: wrong.type ?? type,
    challenge: wrong.challenge ?? challenge,
    origin: wrong.origin ?? home,
    crossOrigin: wrong.crossOrigin ?? false,
  }
  return Buffer.from(JSON.stringify(data)).toString('base64url')
}

function head(rpId: string, flags: number, signCount: number): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(signCount)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count])
}

/** CBOR, as far as WebAuthn writes it: whole numbers, bytes, text and maps. */
function cbor(part: unknown): Buffer {
  if (typeof part === 'number') return part < 0 ? length(1, -1 - part) : length(0, part)
  if (typeof part === 'string') return Buffer.concat([length(3, Buffer.byteLength(part)), Buffer.from(part)])
  if (Buffer.isBuffer(part)) return Buffer.concat([length(2, part.length), part])
  if (part instanceof Map) {
    const entries = [...part].flatMap(([key, item]) => [cbor(key), cbor(item)])
    return Buffer.concat([length(5, part.size), ...entries])
  }
  throw new Error('CBOR of that is not written here')
}

function length(major: number, count: number): Buffer {
  const type = major << 5
  if (count < 24) return Buffer.from([type | count])
  if (count < 256) return Buffer.from([type | 24, count])
  return Buffer.from([type | 25, count >> 8, count & 255])
}
