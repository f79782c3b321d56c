/**
 * Whether a token is an authority's over these bytes: its hash, its signature, and its certificate's chain up to a trusted
 * root at the moment it names, for the one purpose of timestamps (RFC 3161, 2.3).
 */

import { ContentInfo, ExtKeyUsage, SignedData, TSTInfo, type Certificate } from 'pkijs'
import type { Instant } from '@laisee/core/instant.ts'

/** Thrown where a token proves nothing; says why. */
export class StampError extends Error {
  override readonly name = 'StampError'
}

const timeStamping = '1.3.6.1.5.5.7.3.8'
const extendedKeyUsage = '2.5.29.37'

/** The moment that the authority signed. Throws StampError. `nonce`: what was asked with; not looked at where it is not given. */
export async function checkToken(
  token: Uint8Array,
  message: Uint8Array,
  roots: readonly Certificate[],
  nonce?: Uint8Array,
): Promise<Instant> {
  const { signed, info } = readToken(token)
  const given = info.nonce?.valueBlock.valueHexView
  if (nonce && !(given && Buffer.from(given).equals(nonce)))
    throw new StampError('the token answers another request')
  let verdict
  try {
    verdict = await signed.verify({
      signer: 0,
      data: Uint8Array.from(message).buffer,
      trustedCerts: [...roots],
      checkChain: true,
      extendedMode: true,
    })
  } catch (error) {
    throw new StampError((error as Error).message)
  }
  const { signatureVerified, signerCertificateVerified, signerCertificate } = verdict
  if (!signatureVerified || !signerCertificateVerified || !signerCertificate)
    throw new StampError('the token is not signed by the authority')
  if (!isForTimestamps(signerCertificate)) throw new StampError('the certificate is not for timestamps')
  return info.genTime.getTime()
}

function readToken(token: Uint8Array): { signed: SignedData; info: TSTInfo } {
  try {
    const holder = ContentInfo.fromBER(Uint8Array.from(token).buffer)
    const signed = new SignedData({ schema: holder.content as unknown })
    return { signed, info: TSTInfo.fromBER(signed.encapContentInfo.eContent!.getValue()) }
  } catch {
    throw new StampError('it is no timestamp token')
  }
}

function isForTimestamps({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === extendedKeyUsage)?.parsedValue as unknown
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes(timeStamping)
}
