/**
 * A text as it is read, with the place of every character in the original: invisible characters left out, full-width
 * letters and digits narrowed, capitals lowered, runs of white space as one space. One pass, whatever is in it.
 */

export interface FlatText {
  flat: string
  /** For each character of `flat`, where its original begins; one more entry for the end. */
  starts: readonly number[]
}

const unseen = /[\p{Cf}\p{Mn}\u115f\u1160\u3164]/u
const space = /[\s\p{Z}\p{Cc}]/u

function narrow(character: string): string {
  const code = character.codePointAt(0)!
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
}

/** Flatten a text. Linear: every character is looked at once. */
export function flatten(text: string): FlatText {
  const flat: string[] = []
  const starts: number[] = []
  let at = 0
  let lastIsSpace = false
  for (const character of text) {
    const isSpace = space.test(character)
    const skipped = (!isSpace && unseen.test(character)) || (isSpace && lastIsSpace)
    if (!skipped) {
      const written = isSpace ? ' ' : narrow(character)
      const lowered = written.toLowerCase()
      const shown = lowered.length === written.length ? lowered : written
      for (let unit = 0; unit < shown.length; unit++) {
        flat.push(shown[unit]!)
        starts.push(at + Math.min(unit, character.length - 1))
      }
      lastIsSpace = isSpace
    }
    at += character.length
  }
  starts.push(text.length)
  return { flat: flat.join(''), starts }
}

/** Where a stretch of the flat text lies in the original, without the white space and the unseen behind it. */
export function originalRange(
  { starts }: FlatText,
  start: number,
  end: number,
  text: string,
): [number, number] {
  const from = starts[start] ?? text.length
  const last = starts[end - 1] ?? from
  const width = (text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1
  return [from, Math.max(from, last + width)]
}
