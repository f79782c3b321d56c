/**
 * The provable lucky split. A secret seed is fixed with the packet and its commitment shown; the seed alone
 * decides every share, in order of claim; once the packet is closed the seed is revealed and anyone can
 * recompute them.
 *
 * What this does not prove: the operator knows the seed, and so every share, before the packet is closed, and
 * could let someone claim at a lucky moment. What is proven is only that the shares were fixed before the
 * first claim, to whoever saw the commitment by then.
 *
 * Version 1, for an independent verifier. u32 and u64 are unsigned, highest byte first; text is UTF-8;
 * sized(x) is the u32 length of x in bytes, then x. Share 0 is the first claimed.
 *
 *   commitment = SHA-256 of sized("laisee provable split: commitment") u32(version) sized(packetId)
 *                u64(total) u32(count) sized(seed)
 *   word(i, r) = the first 8 bytes, as u64, of HMAC-SHA-256 with the seed as its key, of
 *                sized("laisee provable split: share") sized(packetId) u32(i) u32(r)
 *   share i    = the last takes what is left; every other is max(floor(left ÷ 10k), 1 + word(i, r) mod n),
 *                k the shares left, n = min(floor(2·left ÷ k), left − k + 1), and r the first of 0, 1, 2 …
 *                whose word is below 2^64 − (2^64 mod n)
 */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { checkDealable, doubleMeanShare, floorTenthsDefault } from './double-mean.ts'
import type { Amount } from './money.ts'
import { uniformBelow } from './random.ts'

/** The version of these rules that a new packet commits to. */
export const provableVersion = 1
/** A seed is this many bytes from the secure source, so that its commitment gives nothing away. */
export const provableSeedBytes = 32

export interface ProvableTerms {
  packetId: string
  /** In fen. */
  total: Amount
  count: number
  version: number
}

const u32Max = 0xffff_ffff
const commitmentDomain = sized(utf8ToBytes('laisee provable split: commitment'))
const shareDomain = sized(utf8ToBytes('laisee provable split: share'))

/**
 * The commitment to a seed, 32 bytes: binds the packet's id, total (fen), count and version as well. Throws
 * RangeError, naming the field, where one is out of range.
 */
export function commitSeed(terms: ProvableTerms & { seed: Uint8Array }): Uint8Array {
  const { packetId, total, count, version, seed } = terms
  if (version !== provableVersion) throw new RangeError(`version is unknown: ${version}`)
  checkDealable('total', total, 'count', count)
  if (count > u32Max) throw new RangeError(`count is above 2^32 - 1: ${count}`)
  checkSeed(seed)
  const bound = concatBytes(unsigned(version, 4), sizedId(packetId), unsigned(total, 8), unsigned(count, 4))
  return sha256(concatBytes(commitmentDomain, bound, sized(seed)))
}

export interface ProvableDraw {
  seed: Uint8Array
  packetId: string
  /** How many shares were claimed before this one: 0 for the first. */
  index: number
  /** What is left to claim, in fen. */
  left: Amount
  /** Shares not claimed yet, this one included. */
  sharesLeft: number
}

/**
 * The share of the claim at hand, in fen: element `index` of `provableShares`, from what the earlier shares
 * left. Throws RangeError, naming the field, where one is out of range.
 */
export function provableShare({ seed, packetId, index, left, sharesLeft }: ProvableDraw): Amount {
  checkDealable('left', left, 'sharesLeft', sharesLeft)
  return provableDealer(seed, packetId)(index, left, sharesLeft)
}

/**
 * Every share in fen, in order of claim: decided by seed, packet id, total and count alone, together exactly
 * the total. Throws RangeError, naming the field, where one is out of range.
 */
export function provableShares(packet: Omit<ProvableTerms, 'version'> & { seed: Uint8Array }): Amount[] {
  const { seed, packetId, total, count } = packet
  checkDealable('total', total, 'count', count)
  const deal = provableDealer(seed, packetId)
  const shares: Amount[] = []
  let left = total
  for (let index = 0; index < count; index++) {
    const share = deal(index, left, count - index)
    shares.push(share)
    left -= share
  }
  return shares
}

/** What can be wrong with a proof, in the order it is looked for: the first that applies is the answer. */
export const provableProblems = [
  'version_unknown',
  'terms_out_of_range',
  'commitment_differs',
  'too_many_shares',
  'share_differs',
  'sum_differs',
] as const
export type ProvableProblem = (typeof provableProblems)[number]
export type ProvableVerdict = { ok: true } | { ok: false; problem: ProvableProblem; index?: number }

export interface ProvableProof extends ProvableTerms {
  seed: Uint8Array
  /** As it was shown before the first claim. */
  commitment: Uint8Array
  /** What was claimed, in fen and in order of claim. */
  shares: readonly Amount[]
  /** What went back unclaimed, in fen, so that a packet closed early is proven to the fen too. */
  returned?: Amount
}

/**
 * Recomputes a closed packet from its revealed seed. Takes anyone's input and never throws for it: a
 * difference is told by its name, a share's with its index (0 for the first claimed).
 */
export function verifyProvable(proof: ProvableProof): ProvableVerdict {
  const { packetId, total, count, version, seed, commitment, shares, returned = 0n } = proof
  if (version !== provableVersion) return { ok: false, problem: 'version_unknown' }
  let committed: Uint8Array
  try {
    committed = commitSeed({ packetId, total, count, version, seed })
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problem: 'terms_out_of_range' }
    throw error
  }
  if (!sameBytes(committed, commitment)) return { ok: false, problem: 'commitment_differs' }
  if (shares.length > count) return { ok: false, problem: 'too_many_shares', index: count }
  const deal = provableDealer(seed, packetId)
  let left = total
  for (const [index, share] of shares.entries()) {
    if (share !== deal(index, left, count - index)) return { ok: false, problem: 'share_differs', index }
    left -= share
  }
  return left === returned ? { ok: true } : { ok: false, problem: 'sum_differs' }
}

/** Deals one packet's shares: the message is laid out once, its tail says which share and which try. */
function provableDealer(seed: Uint8Array, packetId: string) {
  checkSeed(seed)
  const message = concatBytes(shareDomain, sizedId(packetId), new Uint8Array(8))
  const tail = new DataView(message.buffer, message.length - 8)
  const nextWord = () => {
    const mac = hmac(sha256, seed, message)
    tail.setUint32(4, tail.getUint32(4) + 1)
    return new DataView(mac.buffer).getBigUint64(0)
  }
  const random = { below: (exclusiveMax: bigint) => uniformBelow(nextWord, exclusiveMax) }
  return (index: number, left: Amount, sharesLeft: number): Amount => {
    const known = Number.isSafeInteger(index) && index >= 0 && index <= u32Max
    if (!known) throw new RangeError(`index is not a share's: ${index}`)
    tail.setUint32(0, index)
    tail.setUint32(4, 0)
    return doubleMeanShare(left, sharesLeft, floorTenthsDefault, random)
  }
}

function checkSeed(seed: Uint8Array): void {
  if (seed.length !== provableSeedBytes) throw new RangeError(`seed is not 32 bytes: ${seed.length}`)
}

/** A packet id as sized UTF-8. A lone surrogate would read the same as another one, so it is refused. */
function sizedId(packetId: string): Uint8Array {
  if (packetId === '' || !packetId.isWellFormed()) throw new RangeError('packetId is empty or ill-formed')
  return sized(utf8ToBytes(packetId))
}

/** Bytes after their own length: what follows can never be read as part of them. */
function sized(bytes: Uint8Array): Uint8Array {
  return concatBytes(unsigned(bytes.length, 4), bytes)
}

function unsigned(number: number | bigint, length: 4 | 8): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number))
  return bytes.subarray(8 - length)
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i])
}
