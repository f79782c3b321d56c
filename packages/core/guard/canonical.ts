/**
 * JSON with one spelling (RFC 8785): keys sorted by their UTF-16 units, no spaces, numbers as JavaScript writes them.
 * Two programs that show the same make the same text, and so the same fingerprint.
 */

/** The canonical JSON of plain data. Throws for what JSON cannot say: that is a bug, never an answer. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed())
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`
  if (typeof value === 'object') return objectInOrder(value as Record<string, unknown>)
  throw new TypeError(`JSON has no ${typeof value}`)
}

function objectInOrder(value: Record<string, unknown>): string {
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const item = value[key]
    if (item !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(item)}`
  }
  return `{${text}}`
}
