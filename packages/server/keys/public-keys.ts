/** The public keys a host signs with: EdDSA (Ed25519), ES256 or RS256 of 2048 bits and more; nothing weaker or secret. */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { importJWK, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose'

export const signatureAlgorithms = ['EdDSA', 'ES256', 'RS256'] as const
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number]

const rsaBitsMin = 2_048

/** The algorithm a key is for, by its kind; undefined where it is for none of ours. */
export function algorithmOf(key: JWK): SignatureAlgorithm | undefined {
  if (key.kty === 'OKP' && key.crv === 'Ed25519') return 'EdDSA'
  if (key.kty === 'EC' && key.crv === 'P-256') return 'ES256'
  return key.kty === 'RSA' ? 'RS256' : undefined
}

/** Refuse keys that cannot be used, naming the one at fault: before they are kept, not when a member signs in. */
export async function failUnlessPublicKeys(jwks: JSONWebKeySet): Promise<void> {
  for (const [index, key] of jwks.keys.entries()) {
    const fault = await faultOf(key)
    if (fault === undefined) continue
    const errors = [{ field: `jwks.keys.${index}`, message: fault }]
    throw new RefusalError(refuse('invalid_request', { errors }))
  }
}

async function faultOf(key: JWK): Promise<string | undefined> {
  const algorithm = algorithmOf(key)
  if (algorithm === undefined) return 'must be an Ed25519, P-256 or RSA key'
  if (key.alg !== undefined && key.alg !== algorithm && !(key.alg === 'Ed25519' && algorithm === 'EdDSA'))
    return `must be used with ${algorithm}`
  if (key.use !== undefined && key.use !== 'sig') return 'must be a key for signatures'
  const imported = await importJWK({ ...key, alg: algorithm }, algorithm).catch(() => undefined)
  if (!(imported instanceof globalThis.CryptoKey) || imported.type !== 'public')
    return 'is not a public key that can be read'
  if (algorithm === 'RS256' && bitsOf(imported) < rsaBitsMin) return `must have ${rsaBitsMin} bits or more`
  return undefined
}

function bitsOf(key: CryptoKey): number {
  return (key.algorithm as { modulusLength?: number }).modulusLength ?? 0
}
