/**
 * Which characters a TrueType font has a glyph for, read from its `cmap` table (OpenType 1.9.1): a subtable of whole
 * Unicode (format 12) where there is one, else of its first plane (format 4). Glyph 0 is the box for what is missing.
 */

import type { CanShow } from './code-points.ts'

/** Thrown for bytes that are no TrueType font with a Unicode `cmap`. */
export class FontError extends Error {}

interface Subtable {
  at: number
  format: number
}

function tableAt(view: DataView, tag: string): number {
  const count = view.getUint16(4)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new FontError(`the font has no table ${tag}`)
}

/** The subtables for Unicode, on platform 0 or on 3 with encoding 1 or 10. */
function unicodeSubtables(view: DataView): Subtable[] {
  const cmap = tableAt(view, 'cmap')
  const found: Subtable[] = []
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + index * 8
    const [platform, encoding] = [view.getUint16(record), view.getUint16(record + 2)]
    const at = cmap + view.getUint32(record + 4)
    if (platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10)))
      found.push({ at, format: view.getUint16(at) })
  }
  return found
}

/** Format 12: groups of first and last character with the first one's glyph. */
function wholeUnicode(view: DataView, at: number): CanShow {
  const count = view.getUint32(at + 12)
  return (codePoint) => {
    let [low, high] = [0, count - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const group = at + 16 + middle * 12
      const first = view.getUint32(group)
      if (codePoint < first) high = middle - 1
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1
      else return view.getUint32(group + 8) + (codePoint - first) !== 0
    }
    return false
  }
}

/** Format 4: segments, each with a shift or a place in a list of glyphs. */
function firstPlane(view: DataView, at: number): CanShow {
  const doubled = view.getUint16(at + 6)
  const [ends, starts] = [at + 14, at + 16 + doubled]
  const [shifts, places] = [starts + doubled, starts + doubled * 2]
  return (codePoint) => {
    if (codePoint > 0xffff) return false
    let offset = 0
    while (offset < doubled && view.getUint16(ends + offset) < codePoint) offset += 2
    if (offset >= doubled) return false
    const start = view.getUint16(starts + offset)
    if (codePoint < start) return false
    const place = view.getUint16(places + offset)
    const shift = view.getUint16(shifts + offset)
    if (place === 0) return ((codePoint + shift) & 0xffff) !== 0
    const glyph = view.getUint16(places + offset + place + (codePoint - start) * 2)
    return glyph !== 0 && ((glyph + shift) & 0xffff) !== 0
  }
}

/** Which characters a font can show. Throws FontError for what is no such font. */
export function coverageOf(font: Uint8Array): CanShow {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  try {
    const subtables = unicodeSubtables(view)
    const whole = subtables.find(({ format }) => format === 12)
    if (whole) return wholeUnicode(view, whole.at)
    const plane = subtables.find(({ format }) => format === 4)
    if (plane) return firstPlane(view, plane.at)
  } catch (error) {
    if (error instanceof RangeError) throw new FontError('the font’s bytes end too early', { cause: error })
    throw error
  }
  throw new FontError('the font has no list of Unicode characters')
}
