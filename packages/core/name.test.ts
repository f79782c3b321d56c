import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineFrom, nameFrom, nameLengthMax } from './name.ts'

describe('a name keeps how its script and its emoji are spelled', () => {
  it.each([
    ['Persian compounds with a non-joiner', 'علی\u200cرضا'],
    ['with a vowel sign before the non-joiner', 'می\u064e\u200cخواهم'],
    ['Hindi conjuncts with a joiner', 'क्\u200dष'],
    ['Malayalam chillu with a joiner', 'ന്\u200d'],
    ['a registered ideograph', '辻\u{E0100}'],
    ['Mongolian with a variation selector', 'ᠠ\u180b'],
    ['a family of emoji', '👨\u200d👩\u200d👧\u200d👦'],
    ['skin tones', '👩🏽\u200d🚀'],
    ['a flag of letters', '🇨🇳'],
    ['a flag of tags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['text style', '☺\ufe0e'],
  ])('%s', (_, name) => {
    expect(nameFrom(name)).toBe(name)
  })
})

describe('a name hides nothing: the same characters elsewhere are refused', () => {
  it.each([
    ['a non-joiner between Latin letters', 'ad\u200cmin'],
    ['a non-joiner at the end of an Arabic word', 'علی\u200c'],
    ['a joiner between Chinese letters', '张\u200d伟'],
    ['a joiner at the end of an emoji', '👩\u200d'],
    ['a joiner before an emoji', '\u200d👩'],
    ['two joiners between emoji', '👩\u200d\u200d🚀'],
    ['two variants on one ideograph', '辻\u{E0100}\u{E0101}'],
    ['a variant on a letter', 'a\ufe0f'],
    ['a digit that asks to be an emoji', '1\ufe0f'],
    ['a Mongolian selector on a Chinese letter', '张\u180b'],
    ['tags without a flag', 'a\u{E0067}\u{E007F}'],
    ['a Hangul filler', '김\u3164'],
    ['a grapheme joiner', 'a\u034fb'],
    ['a word joiner', 'a\u2060b'],
    ['a line separator', 'a\u2028b'],
    ['a noncharacter', 'a\uffffb'],
    ['an interlinear mark', 'a\ufff9b'],
  ])('%s', (_, name) => {
    expect(nameFrom(name)).toBeUndefined()
  })

  it('no direction mark, embedding, override or isolate is ever in a name', () => {
    for (const mark of '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069') {
      expect(nameFrom(`张${mark}伟`), mark.codePointAt(0)!.toString(16)).toBeUndefined()
    }
  })

  it('no control character is ever in a name', () => {
    for (let code = 0; code < 0xa0; code++) {
      if (code >= 0x20 && code < 0x7f) continue
      expect(nameFrom(`a${String.fromCodePoint(code)}b`), code.toString(16)).toBeUndefined()
    }
  })
})

it('whatever is taken is taken again as it was kept, within its length, well formed and trimmed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const kept = nameFrom(text)
      if (kept === undefined) return
      expect(nameFrom(kept)).toBe(kept)
      expect([...kept].length).toBeLessThanOrEqual(nameLengthMax)
      expect(kept.isWellFormed()).toBe(true)
      expect(kept).toBe(kept.normalize('NFC').trim())
    }),
    { numRuns: 2_000 },
  )
})

it('every assigned letter of every script can be a name', () => {
  const refused: string[] = []
  for (let code = 0x41; code < 0x30000; code++) {
    const letter = String.fromCodePoint(code)
    if (!/^\p{L}$/u.test(letter) || /\p{Default_Ignorable_Code_Point}/u.test(letter)) continue
    if (nameFrom(letter) === undefined) refused.push(code.toString(16))
  }
  expect(refused).toEqual([])
})

it('a line has the length that is asked for, counted in code points', () => {
  expect(lineFrom('😀'.repeat(5), 5)).toBe('😀'.repeat(5))
  expect(lineFrom('😀'.repeat(6), 5)).toBeUndefined()
})

it('a megabyte of joiners is refused at once', () => {
  const begun = performance.now()
  expect(nameFrom('👩\u200d'.repeat(300_000))).toBeUndefined()
  expect(nameFrom('ा\u064e'.repeat(250) + '\u200c')).toBeUndefined()
  expect(performance.now() - begun).toBeLessThan(500)
})
