/** Characters that cannot be shown are never dropped: each stands as its code point, so that its reader can ask. */

/** Whether a character, by its code point, can be shown. */
export type CanShow = (codePoint: number) => boolean

/** Whether a file of XML can hold a character (XML 1.0, 2.2): half a pair and most control characters it cannot. */
export function canBeInXml(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x9 || codePoint === 0xa || codePoint === 0xd
  return codePoint < 0xd800 || (codePoint > 0xdfff && codePoint !== 0xfffe && codePoint !== 0xffff)
}

/** `U+1F600` for 😀. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

/** The text with `[U+1F600]` in place of each character that cannot be shown. */
export function withCodePoints(text: string, canShow: CanShow): string {
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0)!
    return canShow(codePoint) ? character : `[${codePointName(codePoint)}]`
  }).join('')
}

/** What cannot be shown of a text, each once, in order, by the names of its code points. */
export function cannotShow(text: string, canShow: CanShow): string[] {
  const codePoints = Array.from(text, (character) => character.codePointAt(0)!)
  return [...new Set(codePoints.filter((codePoint) => !canShow(codePoint)).map(codePointName))]
}
