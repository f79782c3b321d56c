/**
 * docs/reference/refusals.md from core's registry: the codes in their order of precedence, under the headings that the
 * registry itself carries as comments.
 */

import { readFile } from 'node:fs/promises'
import type { RefusalRule } from '@laisee/core/refusal-rule.ts'
import { refusals, type RefusalCode } from '@laisee/core/refusals.ts'
import { fromRoot } from './root.ts'

const opening = `# Refusals

Every "no" the service says, written by \`npm run gen\` from \`packages/core/refusals.ts\`. A refusal is a reply in the form of
RFC 9457 (\`application/problem+json\`) with the \`code\` below, the request's id, and whatever a screen needs to say it in words.

**The order is a promise.** Where several refusals apply, the first on this page is the answer; the rules, the tests and this
page share one list. A code is never renamed, and never used for anything else.

- *Kept*: the answer is remembered under the request's idempotency key, and asking again under that key gives it again. The
  others may be answered differently the next time.
- *Asking again, unchanged*: \`never\` helps, helps \`later\`, or helps \`after a change\` of the request or of something it names.
`

const retryWords: Record<RefusalRule['retry'], string> = {
  never: 'never',
  later: 'later',
  after_change: 'after a change',
}

interface Section {
  heading: string
  codes: RefusalCode[]
}

/** The registry's comments and the codes under each, as its source text has them; groups of its own files in their place. */
export function sectionsOf(source: string, groups: ReadonlyMap<string, string> = new Map()): Section[] {
  const sections: Section[] = []
  for (const line of source.split('\n')) {
    const heading = /^ {2}\/\/ (.+?)\.?$/.exec(line)?.[1]
    if (heading !== undefined) sections.push({ heading, codes: [] })
    const group = groups.get(/^ {2}\.\.\.(\w+),$/.exec(line)?.[1] ?? '')
    if (group !== undefined) sections.push(...sectionsOf(group))
    const code = /^ {2}(\w+): (?:edge|domain)\(/.exec(line)?.[1]
    if (code !== undefined && code in refusals) sections.at(-1)?.codes.push(code as RefusalCode)
  }
  return sections.filter(({ codes }, i) => codes.length > 0 || i === sections.length - 1)
}

/** The groups that the registry takes from files beside it, each as if it stood there under its comment. */
async function groupsIn(source: string): Promise<Map<string, string>> {
  const groups = new Map<string, string>()
  for (const [, file] of source.matchAll(/^import .*Rules.* from '\.\/([\w-]+\.ts)'$/gm)) {
    const text = await readFile(fromRoot(`packages/core/${file}`), 'utf8')
    for (const [, comment, name, body] of text.matchAll(
      /\/\*\* ([^*]+?) \*\/\nexport const (\w+Rules) = \{\n([^]*?)\n\}/g,
    ))
      groups.set(name!, `  // ${comment!.split('. ')[0]}\n${body}`)
  }
  return groups
}

/** The whole page. Throws where a code stands under no heading. */
export async function printRefusals(): Promise<string> {
  const source = await readFile(fromRoot('packages/core/refusals.ts'), 'utf8')
  const sections = sectionsOf(source, await groupsIn(source))
  const listed = sections.flatMap((section) => section.codes)
  const lost = Object.keys(refusals).filter((code) => !listed.includes(code as RefusalCode))
  if (lost.length > 0) throw new Error(`no heading in core/refusals.ts stands over ${lost.join(', ')}`)
  return [opening, ...sections.map(printSection)].join('\n')
}

function printSection({ heading, codes }: Section): string {
  const rows = codes.map((code) => {
    const { status, title, kept, retry } = refusals[code]
    return `| \`${code}\` | ${status} | ${title} | ${kept ? 'yes' : 'no'} | ${retryWords[retry]} |`
  })
  const head = [
    '| code | status | says | kept | asking again, unchanged |',
    '| --- | --- | --- | --- | --- |',
  ]
  return [`## ${heading}\n`, ...head, ...rows, ''].join('\n')
}
