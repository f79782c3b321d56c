/**
 * A query string is text. Where the schema asks for a number, a truth value or a list, it is read as one here, and
 * only in its one plain spelling; whatever is not stays text, which the schema then refuses by name.
 */

import type { TObject } from 'typebox'

type Reader = (text: unknown) => unknown

/** The reader of a route's query. */
export function queryReader(schema: TObject): (query: Record<string, unknown>) => Record<string, unknown> {
  const readers = new Map(Object.entries(schema.properties).map(([field, part]) => [field, readerOf(part)]))
  return (query) => {
    const read: Record<string, unknown> = {}
    for (const [field, text] of Object.entries(query)) {
      Object.defineProperty(read, field, { value: (readers.get(field) ?? asIs)(text), enumerable: true })
    }
    return read
  }
}

const asIs: Reader = (text) => text

function readerOf(part: unknown): Reader {
  const { type, items } = part as { type?: unknown; items?: unknown }
  if (type === 'integer') return asInteger
  if (type === 'boolean') return (text) => (text === 'true' ? true : text === 'false' ? false : text)
  if (type !== 'array') return asIs
  const reader = readerOf(items)
  return (text) => (Array.isArray(text) ? text : [text]).map(reader)
}

function asInteger(text: unknown): unknown {
  return typeof text === 'string' && /^(0|-?[1-9]\d{0,15})$/.test(text) ? Number(text) : text
}
