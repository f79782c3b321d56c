/**
 * A row as plain JSON for an item's file: money as whole fen, moments in RFC 3339. A field that ends in `At` is a moment,
 * as every moment of the house does (STYLE.md).
 */

import { toIso } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'

/** The named fields of a row, and no others: a column that is added later is not told by itself. */
export function plainOf<Row extends object, Field extends keyof Row & string>(
  row: Row,
  fields: readonly Field[],
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, plain(field, row[field])]))
}

function plain(field: string, part: unknown): unknown {
  if (typeof part === 'bigint') return amountToJson(part)
  if (
    typeof part === 'number' &&
    (field === 'at' || field === 'since' || field === 'until' || /[a-z]At$/.test(field))
  )
    return toIso(part)
  return part ?? null
}
