/** CSV as RFC 4180 has it: commas, double quotes, lines ending in LF or CRLF; a field in quotes may hold all of them. */

export interface CsvRow {
  /** The line it begins on, counted from one. */
  line: number
  fields: string[]
}

/** The rows of a text; empty lines are none. Throws where a quoted field does not end. */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, fields: [] }
  let line = 1
  const field = /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/y
  while (field.lastIndex < text.length) {
    const found = field.exec(text)
    if (!found) throw new Error(`line ${line}: a quoted field does not end, or a quote stands inside a field`)
    const [, quoted, plain = '', end = ''] = found
    row.fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    line += (quoted?.match(/\n/g)?.length ?? 0) + (end.endsWith('\n') ? 1 : 0)
    if (end === ',' && field.lastIndex === text.length) row.fields.push('')
    if (end === ',' && field.lastIndex < text.length) continue
    if (row.fields.some((part) => part !== '')) rows.push(row)
    row = { line, fields: [] }
  }
  return rows
}

/** One row as a line, without its end. */
export function csvLine(fields: readonly string[]): string {
  return fields.map((part) => (/[",\r\n]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join(',')
}
