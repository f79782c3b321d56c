/**
 * Arrays on their way into PostgreSQL, in its binary form. As text, every element is quoted here, unquoted there
 * letter by letter, and numbers are read from digits: for the batches of the claim path that was a quarter of this
 * process's time. The element's type is read from the statement, where every array parameter is cast by name.
 */

interface Element {
  oid: number
  /** How many bytes a value takes. */
  size(value: never): number
  /** Write a value at a place. Gives the place after it. */
  write(into: Buffer, value: never, at: number): number
}

const int4: Element = {
  oid: 23,
  size: () => 4,
  write: (into, value: number, at) => into.writeInt32BE(value, at),
}

const int8: Element = {
  oid: 20,
  size: () => 8,
  write: (into, value: bigint | number, at) => into.writeBigInt64BE(BigInt(value), at),
}

const text: Element = {
  oid: 25,
  size: (value: string) => Buffer.byteLength(value),
  write: (into, value: string, at) => at + into.write(value, at),
}

const json: Element = { ...text, oid: 114 }

const elements: Readonly<Record<string, Element>> = { int: int4, bigint: int8, text, json }

/** The array parameters of a statement, by place from zero, as their casts name them: `$2::text[]`. */
export function arrayParameters(statement: string): ReadonlyMap<number, Element> {
  const found = new Map<number, Element>()
  for (const [, no, type] of statement.matchAll(/\$(\d+)::(\w+)\[\]/g)) {
    const element = elements[type!]
    if (element) found.set(Number(no) - 1, element)
  }
  return found
}

/** Parameters as the driver sends them: arrays of a known type in binary, everything else as it knows by itself. */
export function withBinaryArrays(
  params: readonly unknown[],
  arrays: ReadonlyMap<number, Element>,
): unknown[] {
  const values = [...params]
  for (const [place, element] of arrays) {
    const value = values[place]
    if (Array.isArray(value)) values[place] = binaryArray(value as never[], element)
  }
  return values
}

const headBytes = 12
const dimensionBytes = 8
const lengthBytes = 4

/** One dimension, from one: flags say whether there are nulls; each element follows its length, a null is length −1. */
function binaryArray(values: readonly never[], { oid, size, write }: Element): Buffer {
  let bytes = headBytes + (values.length > 0 ? dimensionBytes : 0)
  let hasNull = 0
  for (const value of values) {
    bytes += lengthBytes
    if (value === null) hasNull = 1
    else bytes += size(value)
  }
  const into = Buffer.allocUnsafe(bytes)
  let at = into.writeInt32BE(values.length > 0 ? 1 : 0, 0)
  at = into.writeInt32BE(hasNull, at)
  at = into.writeInt32BE(oid, at)
  if (values.length > 0) at = into.writeInt32BE(1, into.writeInt32BE(values.length, at))
  for (const value of values) {
    const start = at + lengthBytes
    const end = value === null ? start : write(into, value, start)
    into.writeInt32BE(value === null ? -1 : end - start, at)
    at = end
  }
  return into
}
