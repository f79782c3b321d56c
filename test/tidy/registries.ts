/**
 * The two registries, refusals and events, against the code: every code is given somewhere, no text pretends to be one.
 */

import ts from 'typescript'
import { isTest, lineOf, visit, type Source } from './sources.ts'

/** The texts a program's own code holds, with where: tests and the registries themselves aside. */
export function textsOf(sources: readonly Source[], registry: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const source of sources) {
    if (source.path === registry || isTest(source.path) || !source.path.startsWith('packages/')) continue
    if (source.path.startsWith('packages/core/words/')) continue
    visit(source.file, (node) => {
      if (!ts.isStringLiteral(node) && !ts.isTemplateHead(node)) return
      found.set(node.text, [...(found.get(node.text) ?? []), `${source.path}:${lineOf(source.file, node)}`])
    })
  }
  return found
}

/** Whether code names an event's kind: whole, or as `noun.${verb}` with the verb a text of its own. */
export function isTold(kind: string, texts: ReadonlyMap<string, string[]>): boolean {
  const [noun = '', verb = ''] = kind.split('.')
  return texts.has(kind) || (texts.has(`${noun}.`) && texts.has(verb))
}

/** The first words of table rows of a page, in order: `| `code` | … |`. */
export function listedOn(page: string): string[] {
  return [...page.matchAll(/^\| `([a-z_.]+)` \|/gm)].map((match) => match[1]!)
}
