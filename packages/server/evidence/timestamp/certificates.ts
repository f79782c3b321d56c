/** Certificates in PEM (RFC 7468). */

import { Certificate } from 'pkijs'

const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g

/** Every certificate of a text. Throws where there is none, or one that cannot be read. */
export function readCertificates(pem: string): Certificate[] {
  const found = [...pem.matchAll(block)].map(([, base64]) => Buffer.from(base64!, 'base64'))
  if (found.length === 0) throw new Error('there is no certificate in PEM')
  return found.map((der) => Certificate.fromBER(Uint8Array.from(der).buffer))
}
