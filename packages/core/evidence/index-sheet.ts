/**
 * The index of an evidence pack as a sheet: what a court's reader holds in hand. It lists, tells and names gaps; the
 * files of the pack are the evidence.
 */

import type { Sheet, SheetBlock } from '../documents/sheet.ts'
import type { Instant } from '../instant.ts'
import { chinaDateOf } from '../law/china-date.ts'
import { citeArticle } from '../law/articles.ts'
import { indexWords as words } from '../words/evidence/index-words.ts'
import { evidenceGapWords } from '../words/screens/evidence-gaps.ts'
import { evidenceItemWords } from '../words/screens/evidence-items.ts'
import { fill } from '../words/words.ts'
import type { Gap, GapKind } from './gap.ts'
import type { PackItem } from './manifest.ts'
import type { PackClaim, PackSubject } from './claim.ts'

/** What the index tells besides the items themselves. */
export interface IndexAsk {
  id: string
  subject: PackSubject
  claim: PackClaim
  madeAt: Instant
  /** Name and id of the party, or that it is the service's staff. */
  madeFor: string
  byStaff: boolean
  origin: string
  /** More lines of the first part: who paid whom what. In Chinese. */
  facts: readonly (readonly [name: string, text: string])[]
  chronicle: readonly { at: Instant; text: string }[]
  items: readonly PackItem[]
  /** `itemsDigest` of the items. */
  digest: string
  gaps: readonly Gap[]
  stamp: { authority: string; at: Instant } | null
  demo: boolean
}

const reading = { timeZone: 'Asia/Shanghai' }
const item = evidenceItemWords.zh
const gapWords = evidenceGapWords.zh

/** A moment as a document writes it: 2026-11-22 20:15:03 in China. */
export function chinaTime(at: Instant): string {
  const text = new Date(at + 8 * 3_600_000).toISOString()
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** The index of a pack. */
export function indexSheet(ask: IndexAsk): Sheet {
  return {
    language: 'zh',
    title: `${words.title} ${ask.id}`,
    writtenOn: chinaDateOf(ask.madeAt),
    foot: `${words.title} ${ask.id}`,
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'subtitle', text: `${words.facts.id} ${ask.id}` },
      { kind: 'notice', lines: noticesOf(ask) },
      ...factsOf(ask),
      ...itemsOf(ask.items),
      ...chronicleOf(ask),
      ...gapsOf(ask),
      { kind: 'heading', text: words.headings.check },
      ...words.check.map((text): SheetBlock => ({ kind: 'paragraph', text })),
      { kind: 'signed', names: words.signed },
      ...filesOf(ask.items),
      ...(ask.subject === 'outside' ? checklist : []),
    ],
  }
}

function noticesOf({ subject, stamp, demo }: IndexAsk): string[] {
  const { always, stamped, unstamped, outside, demo: shown } = words.notices
  const said = stamp && fill(stamped, { ...stamp, at: chinaTime(stamp.at) }, 'zh', reading)
  return [always, said ?? unstamped, ...(subject === 'outside' ? [outside] : []), ...(demo ? [shown] : [])]
}

function factsOf({
  claim,
  subject,
  madeAt,
  madeFor,
  byStaff,
  origin,
  facts,
  digest,
}: IndexAsk): SheetBlock[] {
  const names = words.facts
  return [
    { kind: 'heading', text: words.headings.facts },
    {
      kind: 'facts',
      rows: [
        [byStaff ? names.madeBy : names.madeFor, madeFor],
        [names.claim, item.claims[claim]],
        [names.subject, words.subjects[subject]],
        ...facts,
        [names.madeAt, `${chinaTime(madeAt)}（北京时间）`],
        [names.origin, origin],
        [names.digest, digest],
      ],
    },
  ]
}

function itemsOf(items: readonly PackItem[]): SheetBlock[] {
  const rows = items.map(({ no, code, source, timeSource, capture, files }) => [
    String(no),
    item.kinds[code],
    item.proves[code],
    `${item.sources[source]}，${item.times[timeSource]}，${item.captures[capture]}`,
    shortFiles(files.map(({ name }) => name)),
  ])
  return [
    { kind: 'heading', text: words.headings.items },
    { kind: 'table', head: words.itemHead, widths: [5, 13, 21, 25, 24], rows },
  ]
}

function shortFiles(names: readonly string[]): string {
  const [first = ''] = names
  if (names.length === 1) return first
  return `${first} ${fill(words.moreFiles, { count: names.length }, 'zh', reading)!}`
}

function chronicleOf({ chronicle }: IndexAsk): SheetBlock[] {
  const heading: SheetBlock = { kind: 'heading', text: words.headings.chronicle }
  if (chronicle.length === 0) return [heading, { kind: 'paragraph', text: words.chronicleNone }]
  const rows = chronicle.map(({ at, text }) => [chinaTime(at), text])
  return [heading, { kind: 'table', head: words.chronicleHead, widths: [1, 3], rows }]
}

function gapsOf({ gaps, madeAt }: IndexAsk): SheetBlock[] {
  const on = chinaDateOf(madeAt)
  const said = ({ code, articles, data }: Gap, no: number): SheetBlock => {
    const { title, text } = gapWords[code]
    const law = articles.map((id) => citeArticle(id, on, 'zh')).join('、')
    const full = fill(text, data, 'zh', reading) ?? text
    const cited = law === '' ? '' : `${words.law}${law}。`
    return { kind: 'item', lead: `${no + 1}. ${title}`, text: `${full}${cited}` }
  }
  const kinds: readonly GapKind[] = ['missing', 'weak', 'limit']
  return [
    { kind: 'heading', text: words.headings.gaps },
    ...kinds.flatMap((kind): SheetBlock[] => {
      const some = gaps.filter((gap) => gap.kind === kind)
      return some.length === 0
        ? []
        : [{ kind: 'subheading', text: item.gapKinds[kind] }, ...some.map((gap, i) => said(gap, i))]
    }),
  ]
}

function filesOf(items: readonly PackItem[]): SheetBlock[] {
  const rows = items.flatMap(({ no, files }) => files.map(({ name, sha256 }) => [String(no), name, sha256]))
  return [
    { kind: 'heading', text: words.headings.files },
    { kind: 'table', head: words.fileHead, widths: [5, 26, 58], rows, small: true },
  ]
}

const checklist: readonly SheetBlock[] = [
  { kind: 'heading', text: words.headings.checklist },
  { kind: 'paragraph', text: words.checklistLead },
  ...words.checklist.map((text): SheetBlock => ({ kind: 'item', text })),
]
