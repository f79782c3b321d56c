/** The page on how well the scam check does, measured anew each time it is written: npm run gen. */

import { brands, type Brand } from '../packages/core/scam/brands.ts'
import { checkScam, type ScamCheck } from '../packages/core/scam/check-scam.ts'
import { readCases, readList } from '../test/scam/cases.ts'
import { cryptoBrands } from '../test/scam/crypto-brands.ts'
import { lookAlikes } from '../test/scam/look-alikes.ts'

type Counts = Record<ScamCheck['verdict'], number>

function count(texts: readonly string[], kind?: 'link', known?: readonly Brand[]): Counts {
  const counts: Counts = { danger: 0, suspicious: 0, no_sign_found: 0 }
  for (const text of texts) {
    const { verdict } = checkScam({ text, ...(kind && { kind }) }, { ...(known && { brands: known }) })
    counts[verdict] += 1
  }
  return counts
}

function row(name: string, { danger, suspicious, no_sign_found: none }: Counts): string {
  const total = danger + suspicious + none
  const percent = (part: number) => `${part} (${Math.round((part * 1_000) / total) / 10} %)`
  return `| ${name} | ${total} | ${percent(danger)} | ${percent(suspicious)} | ${percent(none)} |`
}

const head = ['| | cases | danger | suspicious | no sign found |', '| --- | --- | --- | --- | --- |']
const textsOf = (file: string) => readCases(file).map(({ text }) => text)

function messages(): string[] {
  const sets = ['first', 'second', 'third']
  return [
    ...head,
    ...sets.map((set) => row(`fraud-like, ${set} set`, count(textsOf(`fraud-${set}.txt`)))),
    ...sets.map((set) => row(`ordinary dialogues, ${set} set`, count(textsOf(`ordinary-${set}.txt`)))),
    ...['first', 'second'].map((set) =>
      row(`ordinary lines of chats, ${set} set`, count(textsOf(`lines-${set}.txt`))),
    ),
  ]
}

function byPattern(): string[] {
  const cases = ['first', 'second', 'third'].flatMap((set) => readCases(`fraud-${set}.txt`))
  const ids = [...new Set(cases.map(({ kind }) => kind))]
  return [
    ...head,
    ...ids.map((id) => row(id, count(cases.filter(({ kind }) => kind === id).map(({ text }) => text)))),
  ]
}

function addresses(): string[] {
  const made = lookAlikes()
  const ways = [...new Set(made.map(({ way }) => way))]
  const linksOf = (way: string) => made.filter((one) => one.way === way).map(({ link }) => link)
  return [...head, ...ways.map((way) => row(way, count(linksOf(way), 'link')))]
}

function reported(): string[] {
  const hosts = readList('polkadot-denied-hosts.txt')
  const named = hosts.filter((host) =>
    cryptoBrands.some(({ tokens }) => tokens.some((token) => host.includes(token))),
  )
  const known = [...brands, ...cryptoBrands]
  return [
    ...head,
    row('all, with the product’s own names', count(hosts, 'link')),
    row('all, with 25 crypto names as well', count(hosts, 'link', known)),
    row('those that hold one of the 25 names', count(named, 'link', known)),
    row('well-known real sites, with the product’s own names', count(readList('known-domains.txt'), 'link')),
    row(
      'well-known real sites, with 25 crypto names as well',
      count(readList('known-domains.txt'), 'link', known),
    ),
  ]
}

/** The page. */
export function printScamCheck(): Promise<string> {
  const page = [
    '# How well the scam check does',
    '',
    'Written by `npm run gen`, which measures it anew. What it does is in [the concept](../concepts/scam-check.md).',
    '',
    '## Messages',
    '',
    'All messages are **made up by the authors of Laisee** and say nothing of how often fraud happens or how it is worded by',
    'others; no set of Chinese messages that may be shipped was found. They are in `test/scam/data`: a line each, written by hand,',
    'the fraud-like ones by the thirteen kinds of the catalogue.',
    '',
    ...messages(),
    '',
    'These are the rates now, when the rules have seen the first two sets. What a rate is worth depends on when it was taken:',
    '',
    '| measured once, on messages that no rule had seen | danger | danger or suspicious | ordinary dialogues called danger | suspicious |',
    '| --- | --- | --- | --- | --- |',
    '| first set, before the rules were tuned on it | 69 of 130 (53 %) | 114 of 130 (88 %) | 2 of 240 (0.8 %) | 18 of 240 (7.5 %) |',
    '| second set, written after the rules were frozen, in words as unlike the first as could be | 25 of 130 (19 %) | 51 of 130 (39 %) | 0 of 257 | 8 of 257 (3.1 %) |',
    '| third set, written after the rules were widened and frozen again, in plain words | 45 of 65 (69 %) | 61 of 65 (94 %) | 0 of 100 | 7 of 100 (7 %) |',
    '',
    'Since the third set was measured two mistakes in the rules were mended: the same words read in two ways no longer support each',
    'other, and silence towards one’s family is asked for even where a code is spoken of. The first table shows what that changed.',
    '',
    'The second row is the one to remember: whoever words a fraud anew gets by more often than not. The rules were widened once',
    'after it, and the figures above for the second set are therefore no evidence. `no sign found` never means safe.',
    '',
    '### By kind, all sets',
    '',
    ...byPattern(),
    '',
    '## Addresses made by rule',
    '',
    'Look-alikes of weixin, tenpay, alipay and qq (`test/scam/look-alikes.ts`). A name of two letters is soon part of a name that means',
    'something else, and one slip away from a brand lies many an honest word (`weixiu` is 维修), so these are weighed lower on purpose.',
    '',
    ...addresses(),
    '',
    '## Reported hosts, and well-known ones',
    '',
    'Every tenth host of the denied ones in [polkadot-js/phishing](https://github.com/polkadot-js/phishing) (Apache-2.0, commit `f35b682`,',
    '54,863 hosts). They imitate names of crypto currencies, so they test the engine, not what it knows of WeChat: with its own names it',
    'can only notice how they are built. The package `@polkadot/phishing` itself holds no hosts, it fetches them. The well-known sites are',
    'a list anyone could write (`known-domains.txt`). Nothing of this is opened.',
    '',
    ...reported(),
    '',
    '## Time',
    '',
    'Every phrase is found in one pass and gaps are joined in sorted order; `test/scam/bounded.test.ts` doubles hostile texts and counts',
    'the steps. A text of 100,000 characters takes some hundredths to some tenths of a second in one thread.',
    '',
    '## Not done',
    '',
    '- Numbers written in Chinese characters are not read as numbers; neither are pictures.',
    '- Dialects other than Mandarin are known by a few words only.',
    '- There is no list of reported addresses or numbers: a page nobody dressed up as a brand is not noticed by its address alone.',
  ]
  return Promise.resolve(`${page.join('\n')}\n`)
}
