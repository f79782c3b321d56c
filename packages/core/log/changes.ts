/** What a change changed, old and new side by side: found from what was told before it. */

import { canonicalJson } from '../guard/canonical.ts'

export interface FieldChange {
  field: string
  /** As it was; undefined where nothing told of it before. */
  from?: unknown
  to: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** The fields in which two sets of settings differ, by name. */
export function fieldChanges(before: Fields | undefined, after: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])].sort()
  return names
    .filter((field) => !isSame(before?.[field], after[field]))
    .map((field) => ({
      field,
      ...(before && field in before && { from: before[field] }),
      to: after[field] ?? null,
    }))
}

/**
 * What one event changed. Those that name both sides (`changes`) say it themselves; those that name only what is new
 * (`changed`) are held against the events of the same source before them, the oldest first.
 */
export function changesIn(data: Fields, before: readonly Fields[]): FieldChange[] {
  if (Array.isArray(data['changes'])) return data['changes'].filter(isChange)
  const changed = data['changed']
  if (!isFields(changed)) return []
  return Object.entries(changed).map(([field, to]) => {
    const from = lastOf(field, before)
    return { field, ...(from !== undefined && { from }), to }
  })
}

function lastOf(field: string, before: readonly Fields[]): unknown {
  for (const data of before.toReversed()) {
    const { changed } = data
    const told = isFields(changed) && field in changed ? changed[field] : data[field]
    if (told !== undefined) return told
  }
  return undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isChange(value: unknown): value is FieldChange {
  return isFields(value) && typeof value['field'] === 'string' && 'to' in value
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other
  return canonicalJson(one) === canonicalJson(other)
}
