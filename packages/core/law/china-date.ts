/**
 * A day of the Chinese calendar year as `YYYY-MM-DD`, the day a court would write down. Mainland China keeps UTC+8
 * all year and has kept no summer time since 1991, so that a day there is plain arithmetic, wherever the reader is.
 */

import { dayMs, hourMs, type Instant } from '../instant.ts'

export type ChinaDate = string

const chinaOffsetMs = 8 * hourMs

/** Whether a text is a day that exists: 2026-02-30 is none. */
export function isChinaDate(text: string): text is ChinaDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** The day in mainland China at a moment. */
export function chinaDateOf(at: Instant): ChinaDate {
  return new Date(at + chinaOffsetMs).toISOString().slice(0, 10)
}

/** The moment a day begins in mainland China. */
export function startOfChinaDate(date: ChinaDate): Instant {
  return Date.parse(`${date}T00:00:00Z`) - chinaOffsetMs
}

/** The last moment of a day in mainland China: 24:00, less the millisecond that is the next day's. */
export function endOfChinaDate(date: ChinaDate): Instant {
  return startOfChinaDate(date) + dayMs - 1
}

export function addDays(date: ChinaDate, days: number): ChinaDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The same day so many months on, or that month's last day where it has none (民法典 202). */
export function addMonths(date: ChinaDate, months: number): ChinaDate {
  const [year, month, day] = partsOf(date)
  const ahead = year * 12 + (month - 1) + months
  const toYear = Math.floor(ahead / 12)
  const toMonth = (ahead % 12) + 1
  return written(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)))
}

/** The same day so many years on; 29 February becomes the 28th where the year has no other (民法典 202). */
export function addYears(date: ChinaDate, years: number): ChinaDate {
  return addMonths(date, years * 12)
}

/** Whole days from one day to another; negative where the other is earlier. */
export function daysBetween(from: ChinaDate, to: ChinaDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

/** 0 is Sunday. */
export function weekdayOf(date: ChinaDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

function partsOf(date: ChinaDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function written(year: number, month: number, day: number): ChinaDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
