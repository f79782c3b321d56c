/**
 * Bodies are JSON in UTF-8. A number is judged by its exact value: one that JavaScript would round to a whole number
 * (9007199254740991.4, 1e-400) is not one, and becomes NaN, which every schema refuses.
 */

import { isUtf8 } from 'node:buffer'

export class MalformedJsonError extends Error {}

/** Only a fraction, an exponent or a very long number can be rounded: all other bodies take the short way. */
const mayRound = /\d[.eE]|\d{16}/

const decimal = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/

/** The value of a JSON text. Throws MalformedJsonError where it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) throw new MalformedJsonError('the body is not UTF-8')
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  try {
    return mayRound.test(text) ? JSON.parse(text, exactly) : JSON.parse(text)
  } catch (error) {
    throw new MalformedJsonError((error as Error).message)
  }
}

/** JSON.parse hands the source of each number to its reviver (ECMA-262, "JSON.parse source text access"). */
function exactly(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value
  return Number.isInteger(value) && !isExactly(value, context.source) ? Number.NaN : value
}

function isExactly(value: number, source: string): boolean {
  const [, whole = '', fraction = '', exponent = '0'] = decimal.exec(source) ?? []
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  if (digits === '') return value === 0
  const shift = Number(exponent) - fraction.length
  if (shift + trailingZeros(digits) < 0 || shift > 400) return false
  const exact =
    shift >= 0 ? BigInt(digits) * 10n ** BigInt(shift) : BigInt(digits.slice(0, digits.length + shift))
  return BigInt(Math.abs(value)) === exact
}

/** Counted from the end: a pattern that looks for the end from every zero would take seconds over a long number. */
function trailingZeros(digits: string): number {
  let end = digits.length
  while (digits.charCodeAt(end - 1) === 48) end -= 1
  return digits.length - end
}

/** JSON with its fields in order, so that the same request has the same text whoever wrote it. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
