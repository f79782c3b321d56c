/**
 * What an RFC 3161 token says, read out of its DER without a certificate: which hash was stamped, and when. Whether the
 * authority really signed it is checked where its certificate is known: by `laisee verify --authority`, or by
 * `openssl ts -verify`.
 */

import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { fromIso, type Instant } from '../instant.ts'

export interface ReadStamp {
  /** SHA-256 that was stamped, in hexadecimal. */
  digest: string
  at: Instant
}

interface Node {
  tag: number
  content: Uint8Array
}

const sequence = 0x30
const octets = 0x04
const octetsInPieces = 0x24
const generalizedTime = 0x18
const explicit0 = 0xa0
const depthMax = 12
/** id-ct-TSTInfo (1.2.840.113549.1.9.16.1.4) and SHA-256 (2.16.840.1.101.3.4.2.1), as DER has them. */
const tstInfo = '060b2a864886f70d0109100104'
const sha256Id = '0609608648016503040201'

/** Read a token, or a response that holds one; undefined where it is neither, or is over another kind of hash. */
export function readStamp(der: Uint8Array): ReadStamp | undefined {
  try {
    const info = findInfo(der, depthMax)
    return info && readInfo(info)
  } catch {
    return undefined
  }
}

/** The contents of TSTInfo: an octet string, explicit, right after its type. */
function findInfo(der: Uint8Array, depth: number): Uint8Array | undefined {
  if (depth === 0) return undefined
  const nodes = nodesIn(der)
  for (const [i, { tag, content }] of nodes.entries()) {
    if (tag === 0x06 && `060b${bytesToHex(content)}` === tstInfo) {
      const wrapped = nodes[i + 1]
      const [string] = wrapped?.tag === explicit0 ? nodesIn(wrapped.content) : []
      return string && octetsOf(string)
    }
    if ((tag & 0x20) === 0) continue
    const found = findInfo(content, depth - 1)
    if (found) return found
  }
  return undefined
}

/** An octet string; in BER it may come in pieces. */
function octetsOf({ tag, content }: Node): Uint8Array | undefined {
  if (tag === octets) return content
  return tag === octetsInPieces ? concatBytes(...nodesIn(content).map((piece) => piece.content)) : undefined
}

/** TSTInfo: version, policy, messageImprint (algorithm, hash), serialNumber, genTime, … (RFC 3161, 2.4.2). */
function readInfo(der: Uint8Array): ReadStamp | undefined {
  const [info] = nodesIn(der)
  const [, , imprint, , time] = info?.tag === sequence ? nodesIn(info.content) : []
  const [algorithm, hash] = imprint?.tag === sequence ? nodesIn(imprint.content) : []
  if (!bytesToHex(algorithm?.content ?? new Uint8Array()).startsWith(sha256Id)) return undefined
  if (hash?.tag !== octets || hash.content.length !== 32 || time?.tag !== generalizedTime) return undefined
  const at = readTime(String.fromCharCode(...time.content))
  return at === undefined ? undefined : { digest: bytesToHex(hash.content), at }
}

function readTime(text: string): Instant | undefined {
  const [, year, month, day, hour, minute, second, fraction = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text) ?? []
  return year === undefined
    ? undefined
    : fromIso(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`)
}

function nodesIn(der: Uint8Array): Node[] {
  const nodes: Node[] = []
  for (let at = 0; at < der.length;) {
    const tag = der[at]!
    let length = der[at + 1] ?? 0
    at += 2
    if (length > 0x80) {
      const size = length - 0x80
      if (size > 3) throw new RangeError('longer than any token')
      length = 0
      for (const byte of der.subarray(at, at + size)) length = length * 256 + byte
      at += size
    }
    if (at + length > der.length) throw new RangeError('ends too early')
    nodes.push({ tag, content: der.subarray(at, at + length) })
    at += length
  }
  return nodes
}
