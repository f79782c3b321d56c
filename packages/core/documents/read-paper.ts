/**
 * A paper from its text, as the advisor composed it or as its writer has changed it since: what was written is what is
 * handed in. A text that no longer has the expected parts becomes plain paragraphs, and loses no line.
 */

import { composeClaim, type ClaimSectionId } from '../advisor/texts/claim-draft.ts'
import { splitBlanks, type TextFacts } from '../advisor/texts/text-facts.ts'
import type { ChinaDate } from '../law/china-date.ts'
import type { Language } from '../words/words.ts'
import type { Block, BlockKind, Paper, PaperId, Run } from './paper.ts'

const nothing: TextFacts = {
  platform: null,
  product: null,
  cause: null,
  amount: null,
  sentAt: null,
  dueOn: '2026-01-01',
  today: '2026-01-01',
  caseId: null,
  evidence: [],
}

/** The headings of a claim are those its composer writes. */
function claimHeadings(language: Language): Map<string, ClaimSectionId> {
  const { sections } = composeClaim(nothing, { mistakeOpen: true }, language)
  return new Map(sections.map(({ id, heading }) => [heading, id]))
}

const runsOf = (text: string): Run[] =>
  splitBlanks(text).map((part): Run =>
    part.isBlank ? { kind: 'blank', hint: part.text } : { kind: 'text', text: part.text },
  )

const block = (kind: BlockKind, text: string): Block => ({ kind, runs: runsOf(text) })

const isItem = (line: string) => /^(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)])/.test(line)
const plain = (line: string): Block => block(isItem(line) ? 'item' : 'paragraph', line)

/** How a section's name and its lines stand on the paper. */
function sectionBlocks(
  id: ClaimSectionId,
  heading: string,
  lines: readonly string[],
  colon: string,
): Block[] {
  const [first = '', ...others] = lines
  switch (id) {
    case 'plaintiff':
    case 'defendant':
    case 'cause':
      return [block('party', `${heading}${colon}${first}`), ...others.map(plain)]
    case 'court':
      return [
        block('to', heading),
        ...(first === '' ? [] : [block('addressee', first)]),
        ...others.map(plain),
      ]
    case 'signature':
      return [block('signed', `${heading}${colon}${first}`), ...others.map((line) => block('signed', line))]
    case 'note':
      return [block('note', `${heading}${colon}${lines.join('')}`)]
    case 'requests':
    case 'facts':
    case 'law':
    case 'evidence':
      return [block('heading', `${heading}${colon}`), ...lines.map(plain)]
  }
}

function claimBlocks(lines: readonly string[], language: Language): Block[] {
  const headings = claimHeadings(language)
  const colon = language === 'zh' ? '：' : ': '
  const blocks: Block[] = []
  let section: { id: ClaimSectionId; heading: string; lines: string[] } | undefined
  const close = () => {
    if (section) blocks.push(...sectionBlocks(section.id, section.heading, section.lines, colon))
  }
  for (const line of lines) {
    const heading = line.replace(/[：:]$/, '')
    const id = headings.get(heading)
    if (id !== undefined) {
      close()
      section = { id, heading, lines: [] }
    } else if (section) section.lines.push(line)
    else blocks.push(plain(line))
  }
  close()
  return blocks
}

const isBlankAlone = (line: string) => splitBlanks(line).every(({ isBlank }) => isBlank)
const isDay = (line: string) =>
  /^\d{4}年\d{1,2}月\d{1,2}日$|^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(line) || isBlankAlone(line)
const isSignature = (line: string) => isBlankAlone(line) || /^(?:申请人（|Signed by)/.test(line)
const named = /^(?:致|申请人|请求事项|附|To|Applicants|Request|Enclosed)(?:：|: )/

/** How many of the last lines are a signature and its day. */
function signedFrom(lines: readonly string[]): number {
  const last = lines.at(-1)
  if (last === undefined || !isDay(last)) return lines.length
  const before = lines.at(-2)
  return lines.length - (before !== undefined && isSignature(before) ? 2 : 1)
}

function letterBlocks(lines: readonly string[], isToCourt: boolean): Block[] {
  const from = signedFrom(lines)
  return lines.flatMap((line, at): Block[] => {
    if (at >= from) return [block('signed', line)]
    const court = isToCourt ? /^(此致|To:)[\s　]*(.*)$/.exec(line) : null
    if (court) return [block('to', court[1]!), ...(court[2] === '' ? [] : [block('addressee', court[2]!)])]
    return [named.test(line) ? block('party', line) : plain(line)]
  })
}

/**
 * Read a text as the paper it is meant to be. The first line that says something is its title; the paper speaks the
 * title's language, whichever the screens have spoken since.
 */
export function readPaper(id: PaperId, text: string, writtenOn: ChinaDate): Paper {
  const [title = '', ...lines] = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '')
  const language: Language = /\p{Script=Han}/u.test(title) ? 'zh' : 'en'
  const blocks =
    id === 'claim_draft' ? claimBlocks(lines, language) : letterBlocks(lines, id === 'judicial_confirmation')
  return { language, title, writtenOn, blocks: [block('title', title), ...blocks] }
}
