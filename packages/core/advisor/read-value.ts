/** Single values from JSON: words of a list, moments with their zone. Nothing is coerced. */

import { fromIso, type Instant } from '../instant.ts'
import { isChinaDate } from '../law/china-date.ts'

export interface FieldProblem {
  field: string
  message: string
}

/** A value, or what it must be; `at` where the fault lies deeper than the field. */
export type Read<T> = { value: T } | { problem: string; at?: string }

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One of the words of a list. */
export function readWord<T extends string>(value: unknown, words: readonly T[]): Read<T> {
  const found = words.find((word) => word === value)
  return found === undefined
    ? { problem: `must be one of ${words.join(', ')}, or unknown` }
    : { value: found }
}

/** Several words of a list, each once. */
export function readList<T extends string>(value: unknown, words: readonly T[]): Read<readonly T[]> {
  const problem = { problem: `must be a list of ${words.join(', ')}` }
  if (!Array.isArray(value)) return problem
  const countMax = words.length * 4
  if (value.length > countMax) return { problem: `must have at most ${countMax} items, not ${value.length}` }
  const found = words.filter((word) => value.includes(word))
  return value.every((it) => (words as readonly unknown[]).includes(it)) ? { value: found } : problem
}

const moment =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** The years that RFC 3339 can write: a zone may carry a moment past either end. */
const firstAt = Date.parse('0000-01-01T00:00:00Z')
const lastAt = Date.parse('9999-12-31T23:59:59.999Z')

/** A moment with its zone: without one it could be any of two dozen hours. A day that does not exist is none. */
export function readMoment(value: unknown): Read<Instant> {
  const problem = { problem: 'must be a moment with its time zone, such as 2026-02-17T20:08:00+08:00' }
  if (typeof value !== 'string' || value.length > 40) return problem
  const day = moment.exec(value)?.[1]
  if (day === undefined || !isChinaDate(day)) return problem
  const at = fromIso(value)
  return at === undefined || at < firstAt || at > lastAt ? problem : { value: at }
}
