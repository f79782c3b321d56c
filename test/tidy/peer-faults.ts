/** The page of faults that happened to others against the tests: whoever is named there says so in a title of its own. */

import ts from 'typescript'
import { visit, type Source } from './sources.ts'

export const peerFaultsPage = 'docs/internals/peer-faults.md'
export const peerFaultCount = 31

/** The faults that the titles of a test file name: `R1 R2: …`. */
export function faultsNamedIn(source: Source): Set<string> {
  const found = new Set<string>()
  visit(source.file, (node) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node)) return
    for (const [tags] of node.text.matchAll(/\bR\d+(?: R\d+)*(?=:)/g))
      for (const tag of tags.split(' ')) found.add(tag)
  })
  return found
}

/** What is wrong with the page: a fault that is missing or out of order, or a test beside it that does not name it. */
export function peerFaultProblems(page: string, tests: readonly Source[]): string[] {
  const named = new Map(tests.map((source) => [source.path, faultsNamedIn(source)]))
  const rows = [...page.matchAll(/^\| (R\d+) \|.*\|([^|]*)\|$/gm)].map(([, tag, here]) => ({
    tag: tag!,
    files: [...here!.matchAll(/\]\(\.\.\/\.\.\/([^)]+\.test\.ts)\)/g)].map((match) => match[1]!),
    says: here!.trim(),
  }))
  const wanted = Array.from({ length: peerFaultCount }, (_, i) => `R${i + 1}`)
  const listed = rows.map(({ tag }) => tag)
  const missing = listed.join() === wanted.join() ? [] : [`the rows are ${listed.join(' ')}`]
  return [
    ...missing,
    ...rows.flatMap(({ tag, files, says }) => {
      if (files.length === 0)
        return says.startsWith('no place: ') ? [] : [`${tag} has no test, and no reason`]
      const silent = files.filter((path) => named.get(path)?.has(tag) !== true)
      return silent.map((path) => `${path} has no test that is named ${tag}`)
    }),
  ]
}
