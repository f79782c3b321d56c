/**
 * What a text may hold, checked where it enters. A name is one visible line that shows as it is written: nothing that
 * turns its direction or hides in it. A free text is kept as it was given; only what no screen can show is refused.
 */

import { fromIso } from '@laisee/core/instant.ts'

/** Marks, embeddings, overrides and isolates of direction (Unicode TR9), by which 'exe.fdp' shows as 'pdf.exe'. */
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Characters without a shape of their own: zero width, soft hyphen, invisible operators, fillers, blank braille. */
const hidden =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\uffff]/u

/** Joiners stand between two letters of a script that needs them, or two emoji; tags only behind a black flag. */
const joiner = /[\u200c\u200d]/u
const joined =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d](?=[\p{L}\p{M}\p{Extended_Pictographic}])/gu
const tag = /[\u{e0000}-\u{e007f}]/u
const flag = /\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}/gu
const latin = /(?<=\p{Script=Latin})[\u200c\u200d]|[\u200c\u200d](?=\p{Script=Latin})/u

const control = /\p{Cc}/u
const controlInText = /(?!\r?\n|\t)\p{Cc}/u

/** Whether a text can be a name: one line, well formed, seen as written, neither begun nor ended by a space. */
export function isName(text: string): boolean {
  if (!text.isWellFormed() || control.test(text) || direction.test(text) || hidden.test(text)) return false
  if (joiner.test(text) && (latin.test(text) || joiner.test(text.replace(joined, '')))) return false
  if (tag.test(text) && tag.test(text.replace(flag, ''))) return false
  return text === text.trim()
}

/**
 * Whether a text can be a greeting or a note: well formed, with no control characters but tabs and line ends, and closing
 * every turn of direction that it opens, so that no sum or name beside it is turned with it.
 */
export function isText(text: string): boolean {
  return text.isWellFormed() && !controlInText.test(text) && closesDirections(text)
}

/** Whether each embedding, override and isolate ends within the text (Unicode TR9, 3.3.2). */
function closesDirections(text: string): boolean {
  const open: ('embedding' | 'isolate')[] = []
  for (const [mark] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/gu)) {
    if (mark === '\u202c') {
      if (open.at(-1) === 'embedding') open.pop()
    } else if (mark === '\u2069') {
      const from = open.lastIndexOf('isolate')
      if (from !== -1) open.length = from
    } else open.push(mark < '\u2066' ? 'embedding' : 'isolate')
  }
  return open.length === 0
}

const moment =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Whether a text is a moment in RFC 3339 that the calendar has. */
export function isMoment(text: string): boolean {
  if (!moment.test(text)) return false
  const day = Number(text.slice(8, 10))
  const days = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate()
  return day <= days && fromIso(text) !== undefined
}

/** Whether a text is an address on the web that a screen may load: https, without a password in it. */
export function isHttpsUrl(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    !/[\s\p{Cc}]/u.test(text)
  )
}

/** The formats that the API's schemas name, with what to tell whoever missed one. */
export const formats: Record<string, { validate: (text: string) => boolean; message: string }> = {
  name: {
    validate: isName,
    message: 'must be one line without control, hidden or direction-changing characters',
  },
  text: {
    validate: isText,
    message: 'must be text without control or half characters, with every turn of direction closed',
  },
  'date-time': {
    validate: isMoment,
    message: 'must be a moment in RFC 3339, such as 2026-02-17T20:00:00+08:00',
  },
  'https-url': { validate: isHttpsUrl, message: 'must be an https address' },
}
