/**
 * Words for people, one catalogue a language for screens, documents and the command line. A text names what it puts
 * in as `{{field}}` or `{{field, format}}` (the notation of i18next); the server sends codes and data, never these.
 */

import { formatYuan } from '../money.ts'
import type { Refusal, RefusalCode } from '../refusals.ts'

export type Language = 'zh' | 'en'

export interface RefusalWords {
  /** What is so, as a sentence that stands alone. */
  says: string
  /** A second sentence with the facts, said only where every field it names is there. */
  detail?: string
}

export interface Words {
  language: Language
  refusals: Record<RefusalCode, RefusalWords>
  /** Said for a code that this version does not know, or for none at all. */
  unknown: string
}

export interface Reading {
  /** An IANA name: moments are told in the reader's own time. */
  timeZone: string
  /** What people and groups are called, by id, where a text puts one in as `{{payerId, name}}`. */
  names?: Readonly<Record<string, string>>
}

const named = /\{\{(\w+)(?:,\s*(yuan|time|day|list|name))?\}\}/g

/** A refusal in words: that it is so, and the facts where the refusal carries them. */
export function sayRefusal(words: Words, refusal: Pick<Refusal, 'code' | 'data'>, reading: Reading): string {
  const found = Object.hasOwn(words.refusals, refusal.code) ? words.refusals[refusal.code] : undefined
  if (!found) return words.unknown
  const detail =
    found.detail === undefined ? undefined : fill(found.detail, refusal.data, words.language, reading)
  const gap = words.language === 'zh' ? '' : ' '
  return detail === undefined ? found.says : `${found.says}${gap}${detail}`
}

/** The text with its fields put in, or undefined where one of them is missing. */
export function fill(
  text: string,
  data: Refusal['data'],
  language: Language,
  reading: Reading,
): string | undefined {
  let whole = true
  const filled = text.replace(named, (_, field: string, format: string | undefined) => {
    const shown = show(data[field], format, language, reading)
    whole &&= shown !== undefined
    return shown ?? ''
  })
  return whole ? filled : undefined
}

function show(
  part: unknown,
  format: string | undefined,
  language: Language,
  reading: Reading,
): string | undefined {
  if (format === 'yuan')
    return typeof part === 'number' && Number.isSafeInteger(part) ? formatYuan(BigInt(part)) : undefined
  if (format === 'time') return showMoment(part, language, reading, minutes)
  if (format === 'day') return showMoment(part, language, reading, wholeDay)
  if (format === 'name') return showNames(part, language, reading)
  if (format === 'list')
    return Array.isArray(part) && part.length > 0
      ? part.map(showItem).join(language === 'zh' ? '、' : ', ')
      : undefined
  return typeof part === 'string' || typeof part === 'number' ? String(part) : undefined
}

const someone: Record<Language, string> = { zh: '有人', en: 'someone' }

/** One person or several; whoever has no name here is someone. */
function showNames(part: unknown, language: Language, { names = {} }: Reading): string | undefined {
  const ids = typeof part === 'string' ? [part] : Array.isArray(part) ? (part as unknown[]) : []
  if (ids.length === 0 || !ids.every((id) => typeof id === 'string')) return undefined
  const called = ids.map((id) => (Object.hasOwn(names, id) ? names[id]! : someone[language]))
  return called.join(language === 'zh' ? '、' : ', ')
}

/** A field at fault reads as its name and what it must be; anything else as it is. */
function showItem(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  const { field, message } = item as { field?: unknown; message?: unknown }
  return [field, message].filter((part) => typeof part === 'string' && part !== '').join(' ')
}

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

const minutes = {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const
const wholeDay = { year: 'numeric', month: 'short', day: 'numeric' } as const

function showMoment(
  part: unknown,
  language: Language,
  { timeZone }: Reading,
  fields: Intl.DateTimeFormatOptions,
): string | undefined {
  const at = typeof part === 'number' ? part : typeof part === 'string' ? Date.parse(part) : Number.NaN
  if (Number.isNaN(at)) return undefined
  return new Intl.DateTimeFormat(locales[language], { ...fields, timeZone }).format(at)
}
