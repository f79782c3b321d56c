/** What a name, a text and a moment may hold: names in any script, and nothing that shows as what it is not. */

import { describe, expect, it } from 'vitest'
import { isHttpsUrl, isMoment, isName, isText } from './formats.ts'

describe('a name', () => {
  it.each([
    '王小明',
    '欧阳 娜娜',
    'Ana María',
    "O'Brien-Løvå",
    'עברית',
    'محمد',
    'می\u200cخواهم',
    'क्\u200dष',
    'ශ්\u200dරී',
    'Ngô Đình',
    '💸',
    '👨\u200d👩\u200d👧',
    '❤\ufe0f\u200d🔥',
    '👩🏽\u200d🚀',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '<b>bold</b>',
    'a',
  ])('is taken in any script: %s', (name) => {
    expect(isName(name)).toBe(true)
  })

  it.each([
    ['turned right to left', 'pay\u202eeerht'],
    ['with an isolate', '\u2067abc\u2069'],
    ['with a direction mark', 'an\u200f'],
    ['with a space of no width', 'An\u200bn'],
    ['with a byte order mark', '\ufeffAnn'],
    ['with a word joiner', 'An\u2060n'],
    ['with a soft hyphen', 'An\u00adn'],
    ['with a joiner between Latin letters', 'An\u200dn'],
    ['with a joiner at its end', 'محمد\u200c'],
    ['with a filler that shows as nothing', '\u3164'],
    ['with blank braille', '\u2800'],
    ['with a tag behind no flag', 'Ann\u{e0041}'],
    ['with a line end', 'An\nn'],
    ['with a line separator', 'An\u2028n'],
    ['with a NUL', 'An\0n'],
    ['with a C1 control', 'An\u0085n'],
    ['with half a character', 'An\ud83dn'],
    ['begun by a space', ' Ann'],
    ['ended by a wide space', 'Ann\u3000'],
  ])('is refused %s', (_, name) => {
    expect(isName(name)).toBe(false)
  })
})

describe('a text', () => {
  it('is kept with its lines, tabs, directions and marks', () => {
    const closed = [
      '\u202eabc\u202c',
      '\u2067\u202b\u05d0\u202c 1\u2069',
      '\u2066\u202eabc\u2069',
      'a\u202c\u2069',
    ]
    for (const text of ['', '新年快乐\n恭喜发财', 'a\tb\r\nc', 'a\u200bb', ' x ', '\u200fא', ...closed])
      expect(isText(text)).toBe(true)
  })

  it('is refused with what no screen can show', () => {
    for (const text of ['\0', 'a\rb', '\u001b[31m', '\u007f', '\ud800', 'a\udc00b'])
      expect(isText(text)).toBe(false)
  })

  it('is refused where it would turn what stands beside it', () => {
    for (const text of ['退 \u202e00.5', '\u2067a', '\u202aa\u2069', '\u2066\u202ea\u202c', 'a\u202ca\u202d'])
      expect(isText(text)).toBe(false)
  })
})

describe('a moment', () => {
  it('is one of the calendar, with its offset', () => {
    for (const text of [
      '2024-02-29T00:00:00Z',
      '2026-02-17T20:00:00+08:00',
      '2026-02-17t20:00:00.123456789z',
    ])
      expect(isMoment(text)).toBe(true)
  })

  it('is refused where the calendar or the clock has no such moment', () => {
    const none = [
      '2026-02-29T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-04-31T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T00:00:00',
      '2026-01-01',
      '1770000000',
      '',
    ]
    for (const text of none) expect(isMoment(text), text).toBe(false)
  })
})

describe('an address', () => {
  it('is https, without a password or a space in it', () => {
    expect(isHttpsUrl('https://example.com/照片.png?x=1')).toBe(true)
    for (const text of [
      'http://example.com',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://u:p@example.com',
      'https://exa mple.com',
      '//example.com',
      '',
    ]) {
      expect(isHttpsUrl(text), text).toBe(false)
    }
  })
})
