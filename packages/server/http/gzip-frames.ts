/**
 * A compressed stream (RFC 1952) whose parts many streams share: each frame is packed once, as blocks that look back on
 * nothing before them (RFC 1951, 2.3), so that the same bytes stand in the middle of any stream. What differs between
 * streams, the check sum at the end, is kept by each. A library's compressor has a memory of its own for every stream,
 * and would pack a frame anew for each of those who look on.
 */

import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A frame as it is, and as blocks of a compressed stream. */
export interface PackedFrame {
  readonly plain: Buffer
  readonly blocks: Buffer
  readonly sum: number
  /** What the sum of all before it is multiplied by, to be that of both together. */
  readonly shift: number
}

/** Shorter frames gain nothing: setting a compressor up costs more than their bytes. */
const packedFrom = 1_024
const storedMax = 65_535

/** Pack a frame: deflated where that pays, else stored as it is. */
export function packFrame(plain: Buffer): PackedFrame {
  const blocks =
    plain.length < packedFrom
      ? stored(plain)
      : deflateRawSync(plain, { level: 6, finishFlush: constants.Z_SYNC_FLUSH })
  return { plain, blocks, sum: crc32(plain), shift: powerOfX(plain.length * 8) }
}

function stored(plain: Buffer): Buffer {
  if (plain.length > storedMax) throw new RangeError(`a stored block holds at most ${storedMax} bytes`)
  const head = Buffer.alloc(5)
  head.writeUInt16LE(plain.length, 1)
  head.writeUInt16LE(~plain.length & 0xffff, 3)
  return Buffer.concat([head, plain])
}

/*
 * A check sum is a polynomial over two elements modulo the one of RFC 1952, 8, written with its lowest power first. The
 * sum of two texts together is the first one's times x to the number of the second one's bits, plus the second one's.
 */
const modulus = 0xedb88320
const one = 0x80000000

function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = one, power = b; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= power
    power = power & 1 ? (power >>> 1) ^ modulus : power >>> 1
  }
  return product >>> 0
}

function powerOfX(exponent: number): number {
  let power = one
  for (let rest = exponent, square = one >>> 1; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = multiply(power, square)
    square = multiply(square, square)
  }
  return power
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
const lastBlock = Buffer.from([1, 0, 0, 0xff, 0xff])

/** One stream: the bytes to write for each frame, and at its end. */
export class GzipStream {
  #sum = 0
  #length = 0

  /** What a stream begins with. */
  head(): Buffer {
    return gzipHead
  }

  /** A frame's bytes in this stream. */
  add({ plain, blocks, sum, shift }: PackedFrame): Buffer {
    this.#sum = (multiply(shift, this.#sum) ^ sum) >>> 0
    this.#length = (this.#length + plain.length) % 2 ** 32
    return blocks
  }

  /** The last bytes: a reader checks by them that nothing is missing. */
  end(): Buffer {
    const tail = Buffer.alloc(8)
    tail.writeUInt32LE(this.#sum, 0)
    tail.writeUInt32LE(this.#length, 4)
    return Buffer.concat([lastBlock, tail])
  }
}

/** Whether a request takes gzip: named, or by `*`, and not with the weight nought (RFC 9110, 12.5.3). */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false
  const weights = new Map(
    acceptEncoding.split(',').map((part) => {
      const [name = '', ...settings] = part.split(';').map((text) => text.trim().toLowerCase())
      const weight = settings.find((text) => text.startsWith('q='))
      return [name, weight === undefined ? 1 : Number(weight.slice(2))] as const
    }),
  )
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0
}
