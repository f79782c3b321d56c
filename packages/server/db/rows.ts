/**
 * How PostgreSQL's types reach TypeScript: int8 as bigint, timestamptz as an Instant in milliseconds, columns in
 * camelCase. One place, so that no statement gives a string where a sum is expected.
 */

import pg from 'pg'

const int8 = 20
const int8Array = 1016
const timestamptz = 1184

/** Every connection of the service speaks UTC (db.ts), so a text such as `2026-11-22 08:00:00.5+00` is all there is. */
function parseTimestamp(text: string): number {
  if (text !== lastText) {
    lastAt = Date.parse(`${text.slice(0, -3).replace(' ', 'T')}Z`)
    lastText = text
  }
  return lastAt
}

/** Rows of one page have mostly one moment: the last is kept. */
let lastText = ''
let lastAt = NaN

/** The parsers that every query of the service uses. */
export const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (oid === int8) return BigInt
    if (oid === timestamptz) return parseTimestamp
    if (oid === int8Array) return parseInt8Array
    return pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

function parseInt8Array(text: string): bigint[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(BigInt)
}

const keysByStatement = new Map<string, string[]>()

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Rows of an array-mode result as objects, with the column names turned once a statement. */
export function rowsOf<Row>(statementName: string, result: pg.QueryResult): Row[] {
  const rows = result.rows as unknown as unknown[][]
  if (rows.length === 0) return []
  let keys = keysByStatement.get(statementName)
  if (!keys) {
    keys = result.fields.map((field) => camelCase(field.name))
    keysByStatement.set(statementName, keys)
  }
  return rows.map((values) => {
    const row: Record<string, unknown> = {}
    for (let i = 0; i < keys.length; i++) row[keys[i]!] = values[i]
    return row as Row
  })
}
