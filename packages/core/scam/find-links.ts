/**
 * Links in a text, with or without `https://`. Nothing is opened and nothing is asked of anybody: an address is read as
 * the text that it is.
 */

import { parse } from 'tldts'
import { foldForLinks, placeOf, type Folded } from './fold-text.ts'
import type { Where } from './signal.ts'

export interface FoundLink {
  /** As it is seen, in plain width. */
  raw: string
  where: Where
}

/** Longer than any address that a person sends; what comes after is not read. */
export const linkLengthMax = 2_048

/** So many different links of one text are judged. Nobody sends more, and a text of nothing else costs no more. */
export const linksMax = 300

/** A run of what an address can hold. Chinese ends it, for people write `weixin.qq.com领取`. */
const run = /[^\s\p{Script=Han}\u3000-\u303f“”‘’…—<>"'`{}，。；！？、（）：]+/gu
const withScheme = /(?:https?|hxxps?|ftp|weixin|alipays?):\/{2,}/gi
const codeScheme = /\b(?:javascript|vbscript|data):(?=[\w/%(.;])/gi
const bare = /^(?:[^\s/?#:@.,;|()[\]]+\.)+[^\s/?#:@.,;|()[\]]+(?=$|[/?#:,;|)\]])/u
const ip = /^\d{1,3}(?:\.\d{1,3}){3}(?=[:/])/

/** Endings that are also endings of file names: without `https://` they name a file. */
const fileEndings = /\.(?:md|py|rs|sh|pl|so|ps|zip|mov|java|ts|js|css|pdf|doc|docx|xls|xlsx|jpg|png)$/i

/** The links of a text, each different one once, where it first stands. */
export function findLinks(text: string): { links: FoundLink[]; more: boolean } {
  const folded = foldForLinks(text)
  const links = new Map<string, FoundLink>()
  for (const match of folded.text.matchAll(run)) {
    for (const [from, to] of linksOfRun(match[0])) {
      const raw = match[0].slice(from, to)
      if (links.has(raw)) continue
      if (links.size >= linksMax) return { links: [...links.values()], more: true }
      links.set(raw, { raw, where: placeOf(folded, match.index + from, match.index + to) })
    }
  }
  for (const link of inChinese(folded))
    if (!links.has(link.raw) && links.size < linksMax) links.set(link.raw, link)
  return { links: [...links.values()], more: false }
}

/** `http://微信红包.top/`: an address whose host is Chinese has its scheme before it. */
function* inChinese(folded: Folded): Generator<FoundLink> {
  for (const match of folded.text.matchAll(
    /(?:https?|hxxps?):\/\/\p{Script=Han}[^\s，。；！？、“”<>"'`（）]{2,200}/gu,
  )) {
    yield { raw: match[0], where: placeOf(folded, match.index, match.index + match[0].length) }
  }
}

function* linksOfRun(run: string): Generator<readonly [number, number]> {
  const starts = [...run.matchAll(withScheme), ...run.matchAll(codeScheme)]
    .map(({ index }) => index)
    .sort((a, b) => a - b)
  // What stands in another link's query is that link's target and is judged with it.
  const first = starts[0]
  if (first !== undefined) {
    if (first > 0) yield* bareLink(run, 0, first)
    if (/^[^:]*:\/*$/.test(run.slice(first, first + 40))) return
    yield [first, trimmedEnd(run, first, Math.min(run.length, first + linkLengthMax))]
    return
  }
  yield* bareLink(run, 0, Math.min(run.length, linkLengthMax))
}

function* bareLink(run: string, start: number, end: number): Generator<readonly [number, number]> {
  let from = start
  // `,` and the like part addresses that are listed without spaces; there are at most as many as characters.
  while (from < end) {
    while (from < end && /[^\p{L}\p{N}]/u.test(run[from]!)) from += 1
    const stop = nextComma(run, from, end)
    const piece = run.slice(from, stop)
    const host = hostOf(piece)
    if (host !== undefined) yield [from, trimmedEnd(run, from, stop)]
    from = stop + 1
  }
}

function nextComma(run: string, from: number, end: number): number {
  for (let i = from; i < end; i++) if (',;|'.includes(run[i]!)) return i
  return end
}

/** The host of an address without a scheme, or undefined where it is none: an e-mail address, a file, a number. */
function hostOf(piece: string): string | undefined {
  if (ip.test(piece)) return piece
  const host = bare.exec(piece.slice(0, 260))?.[0]
  if (host === undefined || piece[host.length] === '@') return undefined
  if (piece.length === host.length && fileEndings.test(host)) return undefined
  const { isIcann, isPrivate, domain } = parse(host, { allowPrivateDomains: true, validateHostname: false })
  return domain !== null && (isIcann === true || isPrivate === true) ? host : undefined
}

/** A sentence's end is not the address's. */
function trimmedEnd(run: string, from: number, end: number): number {
  let to = end
  while (to > from + 1 && '.,;:!?)]*~|'.includes(run[to - 1]!)) to -= 1
  return to
}
