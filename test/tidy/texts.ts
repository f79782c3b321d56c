/**
 * What no tracked text may hold: the paths of somebody's machine, the host a package was downloaded from, and links
 * that lead nowhere.
 */

import { dirname, join, normalize } from 'node:path/posix'

/** Written so that the patterns do not find themselves. */
const machinePaths = /(^|[\s"'`(=:])\/(?:work|root|home\/\w+|Users\/\w+|tmp\/\w+)\//
const registryHosts =
  /\b(?:registry\.(?:npmjs|npmmirror|yarnpkg)|deb\.debian|archive\.ubuntu|pypi\.org|proxy\.golang)/

/** Machine paths and registry hosts in a text, a line each. */
export function placeProblems(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, i) => {
    const found = machinePaths.exec(line) ?? registryHosts.exec(line)
    return found ? [`${path}:${i + 1} names a machine's path or a registry's host: ${found[0].trim()}`] : []
  })
}

/** A lock file that says from where packages were once downloaded fails elsewhere. */
export function lockProblems(text: string): string[] {
  return /"resolved": "https?:/.test(text) ? ['package-lock.json records download addresses'] : []
}

/** The heading's anchor as hosts of Markdown make it. */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')
}

/** The anchors of a Markdown text: those of its headings. */
export function anchorsOf(markdown: string): Set<string> {
  const headings = withoutCode(markdown).matchAll(/^#{1,6}\s+(.+)$/gm)
  return new Set([...headings].map((match) => anchorOf(match[1]!.replaceAll('`', ''))))
}

function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^```[\s\S]*?^```/gm, '')
}

/**
 * Links of a Markdown file that lead nowhere in the repository. `read` gives a file's text, '' for a folder, and
 * undefined where there is nothing.
 */
export function linkProblems(
  path: string,
  markdown: string,
  read: (path: string) => string | undefined,
): string[] {
  const text = withoutCode(markdown).replaceAll(/`[^`\n]*`/g, '')
  const links = [...text.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].map((match) => match[1]!)
  return links.flatMap((link) => {
    if (/^[a-z]+:/.test(link)) return []
    const [file = '', anchor] = link.split('#')
    const target = file === '' ? path : normalize(join(dirname(path), decodeURI(file)))
    const found = target === path ? markdown : read(target.replace(/\/$/, ''))
    if (found === undefined) return [`${path} links to ${link}, which is not there`]
    const lost = anchor !== undefined && target.endsWith('.md') && !anchorsOf(found).has(decodeURI(anchor))
    return lost ? [`${path} links to ${link}, which has no such heading`] : []
  })
}

/** Scripts of a package file that run a file which is not there. */
export function scriptProblems(packageText: string, isThere: (path: string) => boolean): string[] {
  const { scripts } = JSON.parse(packageText) as { scripts: Record<string, string> }
  return Object.entries(scripts).flatMap(([name, command]) => {
    const files = [...command.matchAll(/\bnode ([\w./-]+)/g)].map((match) => match[1]!)
    return files
      .filter((file) => !isThere(file))
      .map((file) => `npm run ${name} needs ${file}, which is not there`)
  })
}
