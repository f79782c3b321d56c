/** What the recorded cases must hold to. The rates themselves are on docs/internals/scam-check.md, written anew by gen. */

import { describe, expect, test } from 'vitest'
import { checkScam, type ScamKind } from '@laisee/core/scam/check-scam.ts'
import { readCases, readList } from './cases.ts'
import { lookAlikes } from './look-alikes.ts'

const sets = ['first', 'second', 'third']
const ordinary = sets.flatMap((set) => readCases(`ordinary-${set}.txt`))
const fraud = sets.flatMap((set) => readCases(`fraud-${set}.txt`))
const lines = ['first', 'second'].flatMap((set) => readCases(`lines-${set}.txt`))

function verdictsOf(texts: readonly string[], kind?: ScamKind) {
  return texts.map((text) => ({ text, verdict: checkScam({ text, ...(kind && { kind }) }).verdict }))
}

const dangersIn = (texts: readonly string[], kind?: ScamKind) =>
  verdictsOf(texts, kind).filter(({ verdict }) => verdict === 'danger')

describe('no alarm is raised', () => {
  test('about an ordinary dialogue, and few are suspicious', () => {
    const texts = ordinary.map(({ text }) => text)
    expect(texts.length).toBeGreaterThanOrEqual(500)
    expect(dangersIn(texts)).toEqual([])
    const suspicious = verdictsOf(texts).filter(({ verdict }) => verdict === 'suspicious')
    expect(suspicious.length / texts.length).toBeLessThan(0.04)
  })

  test('about an ordinary line of a chat, of any kind it may be taken for', () => {
    const texts = lines.map(({ text }) => text)
    expect(texts.length).toBeGreaterThanOrEqual(500)
    for (const kind of [undefined, 'text', 'screenshot'] as const) expect(dangersIn(texts, kind)).toEqual([])
  })

  test('about a well-known site', () => {
    const hosts = readList('known-domains.txt')
    expect(hosts.length).toBeGreaterThanOrEqual(200)
    const noticed = verdictsOf(hosts, 'link').filter(({ verdict }) => verdict !== 'no_sign_found')
    expect(noticed).toEqual([])
  })
})

describe('what looks like fraud is noticed', () => {
  test('twenty messages and more of each kind of the catalogue, nine in ten of them', () => {
    const kinds = new Map<string, string[]>()
    for (const { kind, text } of fraud) kinds.set(kind, [...(kinds.get(kind) ?? []), text])
    expect(kinds.size).toBe(13)
    for (const [kind, texts] of kinds) {
      const missed = verdictsOf(texts).filter(({ verdict }) => verdict === 'no_sign_found')
      expect(texts.length, kind).toBeGreaterThanOrEqual(20)
      expect(missed.length / texts.length, kind).toBeLessThanOrEqual(0.12)
    }
  })

  test('addresses made to look like weixin, tenpay and alipay', () => {
    const sure = [
      'the real address in front',
      'digit for a letter',
      'accent on a letter',
      'name before an @',
      'two letters for one',
    ]
    for (const { way, link } of lookAlikes()) {
      if (sure.includes(way)) expect(checkScam({ text: link, kind: 'link' }).verdict, link).toBe('danger')
    }
    const missed = verdictsOf(
      lookAlikes().map(({ link }) => link),
      'link',
    ).filter(({ verdict }) => verdict === 'no_sign_found')
    expect(missed.length / lookAlikes().length).toBeLessThan(0.08)
  })
})
