/**
 * Chance, as core is handed it: core itself never makes any. `below` is uniform, without modulo bias; a
 * seeded `Random` gives the same day again, one over the platform's secure source deals real money.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

export interface Random {
  /** A whole number from 0 up to, not including, `exclusiveMax` (1 … 2^64), each equally likely. */
  below(exclusiveMax: bigint): bigint
  /** `n` fresh bytes, the caller's to keep. */
  bytes(n: number): Uint8Array
}

const wordBytes = 8
const wordSpan = 1n << 64n
/** A whole number of words and of SHA-256 blocks. */
const poolBytes = 1024

/**
 * Uniform from 0 up to, not including, `exclusiveMax`, out of 64-bit words: a word modulo `exclusiveMax`,
 * where a word from the incomplete last run of `exclusiveMax` values below 2^64 is thrown away and the next
 * one taken. Throws RangeError where `exclusiveMax` is not 1 … 2^64.
 */
export function uniformBelow(nextWord: () => bigint, exclusiveMax: bigint): bigint {
  if (exclusiveMax < 1n || exclusiveMax > wordSpan) {
    throw new RangeError(`exclusiveMax is not 1 … 2^64: ${exclusiveMax}`)
  }
  const runMax = wordSpan - exclusiveMax
  for (;;) {
    const word = nextWord()
    const rest = word % exclusiveMax
    if (word - rest <= runMax) return rest
  }
}

/**
 * A `Random` over a source of uniform bytes, read in order through a small pool so that a draw costs no
 * system call. With `crypto.getRandomValues` or `randomBytes` as the source, nobody can foresee it.
 */
export function randomFromBytes(nextBytes: (count: number) => Uint8Array): Random {
  let pool: Uint8Array = new Uint8Array(0)
  let view = new DataView(pool.buffer)
  let at = 0

  function refill(): void {
    pool = nextBytes(poolBytes)
    view = new DataView(pool.buffer, pool.byteOffset, pool.byteLength)
    at = 0
  }

  function bytes(n: number): Uint8Array {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`n is not a number of bytes: ${n}`)
    const taken = new Uint8Array(n)
    for (let filled = 0; filled < n;) {
      if (at === pool.length) refill()
      const run = pool.subarray(at, at + n - filled)
      taken.set(run, filled)
      filled += run.length
      at += run.length
    }
    return taken
  }

  function nextWord(): bigint {
    if (at + wordBytes > pool.length) return new DataView(bytes(wordBytes).buffer).getBigUint64(0)
    const word = view.getBigUint64(at)
    at += wordBytes
    return word
  }

  return { below: (exclusiveMax) => uniformBelow(nextWord, exclusiveMax), bytes }
}

/**
 * A `Random` that a seed decides wholly, for `--seed`, the simulation and tests; never for real money, for
 * whoever knows the seed knows every draw. It is SHA-256 in counter mode, as election auditors use it
 * (Rivest's sampler): block k is SHA-256 of the text "seed,k" with k = 1, 2, 3 …, so that `printf 'seed,1' |
 * sha256sum` shows the first 32 bytes. Draws take the bytes in order, a word being 8 of them, highest first.
 * 7n and '7' are the same seed.
 */
export function seededRandom(seed: string | bigint): Random {
  const prefix = sha256.create().update(utf8ToBytes(`${seed},`))
  let block = 0
  return randomFromBytes((count) => {
    const blocks = new Uint8Array(count)
    for (let offset = 0; offset < count; offset += sha256.outputLen) {
      block += 1
      blocks.set(
        prefix
          .clone()
          .update(utf8ToBytes(String(block)))
          .digest(),
        offset,
      )
    }
    return blocks
  })
}
