/** Entries of the log as a file: one line each of JSON, or a table for a spreadsheet. */

export interface ExportedEntry {
  index: number
  at: string
  kind: string
  sourceId: string
  seq: number
  actor: string | null
  policy: string | null
  state: string
  changes: readonly { field: string; from?: unknown; to?: unknown }[]
  data: unknown
  receipt: string | null
}

export const exportColumns = [
  'index',
  'at',
  'kind',
  'source',
  'seq',
  'actor',
  'policy',
  'proof',
  'changes',
  'data',
] as const

/** One JSON object a line, receipts and all. */
export function entriesAsLines(entries: readonly ExportedEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}

/** A table (RFC 4180) with a heading, marked as UTF-8 so that a spreadsheet reads Chinese. */
export function entriesAsTable(entries: readonly ExportedEntry[]): string {
  const rows = entries.map((entry) => [
    entry.index,
    entry.at,
    entry.kind,
    entry.sourceId,
    entry.seq,
    entry.actor ?? '',
    entry.policy ?? '',
    entry.state,
    entry.changes.map(({ field, from, to }) => `${field}: ${textOf(from)} → ${textOf(to)}`).join('; '),
    JSON.stringify(entry.data),
  ])
  return `\uFEFF${[exportColumns, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
}

const textOf = (value: unknown) => (value === undefined ? '?' : JSON.stringify(value))

/** A cell that a spreadsheet would take for a formula begins with an apostrophe: what members write is only text. */
function cellOf(value: string | number): string {
  const text = String(value)
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
