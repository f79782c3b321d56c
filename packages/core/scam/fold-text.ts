/**
 * Text as the check reads it: what hides characters, spreads them or dresses them up is taken away, and each character
 * that is left knows where it stood. One pass, in time proportional to the text.
 */

import { simplified } from './simplified.ts'
import type { Where } from './signal.ts'

/** Characters with the place each came from. `text[i]` stood at `starts[i]` up to `ends[i]`. */
export interface Folded {
  text: string
  starts: Uint32Array
  ends: Uint32Array
}

/** Takes no room on a screen: formats, variation selectors, fillers, combining marks that pile up on a letter. */
const unseen =
  /[\p{Cf}\p{Mn}\p{Me}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\u{e0000}-\u{e0fff}]/u

/** Stands between characters to keep them from being read by a machine, or only for looks. */
const between = /[\s\p{Z}\p{Cc}\-*·•・_~^|#"“”'‘’`「」『』【】[\](){}（）<>《》〈〉＊=…—–─.、/\\:：]/u

/** The end of what one says in one breath. */
export const stops = '。！？!?;；'

const plainAscii = /[!-~]/

/** What a code point shows as, without its dress: full width, circled, bold, superscript. */
function undressed(point: string): string {
  const code = point.codePointAt(0)!
  if (code < 0x80 || (code >= 0x3400 && code <= 0x9fff)) return point
  return point.normalize('NFKC')
}

/** Build a folded text by saying, for each code point of the text, what is left of it. */
function foldBy(text: string, keep: (point: string) => string): Folded {
  const parts: string[] = []
  const starts = new Uint32Array(text.length * 2 + 2)
  const ends = new Uint32Array(text.length * 2 + 2)
  let length = 0
  let at = 0
  for (const point of text) {
    let kept = keep(point)
    const next = at + point.length
    if (kept !== '') {
      // A dressed character may stand for several; a ligature of eighteen letters (U+FDFA) is none that anybody types.
      if (kept.length > point.length * 2) kept = kept.slice(0, point.length * 2)
      parts.push(kept)
      for (let i = 0; i < kept.length; i++, length++) {
        starts[length] = at
        ends[length] = next
      }
    }
    at = next
  }
  return { text: parts.join(''), starts, ends }
}

/** For words: simplified, lower case, without spaces and without what stands between characters. Lines end in `\n`. */
export function foldForWords(text: string): Folded {
  return foldBy(text, (point) => {
    if (point === '\n') return '\n'
    const code = point.codePointAt(0)!
    if (code >= 0x4e00 && code <= 0x9fff) return simplified(point)
    if (unseen.test(point)) return ''
    const bare = undressed(point)
    return between.test(bare) ? '' : bare.toLowerCase()
  })
}

/** For links and numbers: as it is seen, in plain width; spaces and case stay. */
export function foldForLinks(text: string): Folded {
  return foldBy(text, (point) => {
    if (plainAscii.test(point)) return point
    return unseen.test(point) ? '' : fullWidth(point)
  })
}

/** Full-width forms become plain ones; other letters stay, for a link's foreign letters are what gives it away. */
function fullWidth(point: string): string {
  const code = point.codePointAt(0)!
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return code === 0x3002 || code === 0xff61 ? point : code === 0x3000 ? ' ' : point
}

/** The place in the text as it was given of a stretch of folded characters. */
export function placeOf(folded: Folded, from: number, to: number): Where {
  return { start: folded.starts[from]!, end: folded.ends[to - 1]! }
}
