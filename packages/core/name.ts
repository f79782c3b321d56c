/**
 * Names people and groups are shown by, in any script, and other single lines of text. A name is what can be seen:
 * whatever hides, reverses or fakes characters is refused, because a look-alike name is how money goes astray.
 * Joiners and variation selectors stay where a script or an emoji is spelled with them (UAX #31 and UTS #51).
 */

export const nameLengthMax = 64

const pictograph = String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|[\uFE0E\uFE0F]|[\u{E0020}-\u{E007E}]+\u{E007F})?`
const keycap = String.raw`[0-9#*]\uFE0F?\u20E3`
/** A joiner after a virama: Sinhala, Malayalam, Hindi and their neighbours write conjuncts with it. */
const conjunct = String.raw`(?<=[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA])[\u200C\u200D]`
/** A non-joiner between letters of the Arabic script: Persian and Urdu write compounds with it. */
const nonJoiner = String.raw`(?<=\p{Script=Arabic}\p{M}*)\u200C(?=\p{Script=Arabic})`
/** One variant of an ideograph: the forms of 葛 and 辻 that are registered as names. */
const ideographVariant = String.raw`(?<=\p{Ideographic})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`
const mongolianVariant = String.raw`(?<=[\p{Script=Mongolian}&&\p{L}])[\u180B-\u180F]`

const spelledWithHidden = new RegExp(
  [
    `${pictograph}(?:\\u200D${pictograph})*`,
    keycap,
    conjunct,
    nonJoiner,
    ideographVariant,
    mongolianVariant,
  ].join('|'),
  'gv',
)
const hidden =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\p{Variation_Selector}]/v
const startsWithMark = /^\p{M}/v
const somethingToSee = /[[\p{L}\p{N}\p{P}\p{S}]--[\u2800\p{Default_Ignorable_Code_Point}]]/v

/**
 * A line of text as it is kept: NFC, outer spaces dropped, inner ones single and plain. `undefined` where it is
 * empty, longer than `lengthMax` code points, or holds anything that cannot be seen.
 */
export function lineFrom(text: string, lengthMax: number): string | undefined {
  if (text.length > lengthMax * 8) return undefined
  const line = text
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/^ | $/g, '')
  if (!somethingToSee.test(line) || startsWithMark.test(line)) return undefined
  if (hidden.test(line.replace(spelledWithHidden, ''))) return undefined
  return [...line].length <= lengthMax ? line : undefined
}

/** A name as it is kept, 1 to 64 code points after NFC, or `undefined` where it is none. */
export function nameFrom(text: string): string | undefined {
  return lineFrom(text, nameLengthMax)
}
