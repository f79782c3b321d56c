/**
 * A timestamp from an authority (RFC 3161): what it answers is believed only where its signature, its certificate up to
 * the configured root, the hash and the nonce all hold.
 */

import { randomBytes } from 'node:crypto'
import type { BlockList } from 'node:net'
import { Integer } from 'asn1js'
import { MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs'
import type { Instant } from '@laisee/core/instant.ts'
import { callOutside } from '../../outside/call-outside.ts'
import { checkToken, StampError } from './check-token.ts'
import { readCertificates } from './certificates.ts'

export interface AuthoritySettings {
  url: URL
  /** The authority's root, in PEM; several one after another. */
  rootsPem: string
  /** Networks of one's own that may be called. */
  opened: BlockList
}

export interface Stamp {
  /** The DER of the token, as it stands in `timestamp.tsr`. */
  token: Uint8Array
  at: Instant
}

export interface Authority {
  /** As a pack names it. */
  name: string
  /** Stamp bytes. Throws StampError or OutsideError where it could not be done; nothing is tried twice. */
  stamp(message: Uint8Array): Promise<Stamp>
}

const timeoutMs = 5_000
const nonceBytes = 8
const granted: readonly number[] = [0, 1]

/** The authority of these settings. Throws where its root is no certificate. */
export function openAuthority({ url, rootsPem, opened }: AuthoritySettings): Authority {
  const roots = readCertificates(rootsPem)
  return {
    name: url.host,
    async stamp(message) {
      const nonce = randomBytes(nonceBytes)
      // A first byte of 1 to 127: DER has one spelling of a positive integer.
      nonce[0] = (nonce[0]! & 0x7f) | 1
      const ask = new TimeStampReq({
        version: 1,
        messageImprint: await MessageImprint.create('SHA-256', Uint8Array.from(message).buffer),
        nonce: new Integer({ valueHex: Uint8Array.from(nonce).buffer }),
        certReq: true,
      })
      const { status, body } = await callOutside({
        url: url.href,
        contentType: 'application/timestamp-query',
        body: new Uint8Array(ask.toSchema().toBER()),
        opened,
        timeoutMs,
      })
      if (status !== 200) throw new StampError(`the authority answered ${status}`)
      const token = tokenOf(body)
      const at = await checkToken(token, message, roots, nonce)
      return { token, at }
    },
  }
}

/** The token of an answer. Throws StampError where the authority did not grant one. */
function tokenOf(answer: Uint8Array): Uint8Array {
  let reply: TimeStampResp
  try {
    reply = TimeStampResp.fromBER(Uint8Array.from(answer).buffer)
  } catch {
    throw new StampError('the answer is no timestamp')
  }
  if (!granted.includes(reply.status.status) || !reply.timeStampToken)
    throw new StampError(`the authority refused with status ${reply.status.status}`)
  return new Uint8Array(reply.timeStampToken.toSchema().toBER())
}
