/** What is wrong with one address: every hint it gives, of it and of the address it leads on to. */

import { parse } from 'tldts'
import { freeHosts, luringWords, openRedirectors, shorteners, youngEndings } from './address-lists.ts'
import { officialBrandOf, wearingOf, type Wardrobe } from './judge-name.ts'
import type { LinkCode } from './link-rules.ts'
import { mixesAlphabets } from './look-alike.ts'
import { decoded, readLink, targetsOf, type ReadLink } from './read-link.ts'
import type { SignalData } from './signal.ts'

export interface LinkFinding {
  code: LinkCode
  data: SignalData
}

/** An address in an address in an address: further than that nobody looks. */
const depthMax = 3

/** Judge an address as it was found in a text. */
export function judgeLink(raw: string, wardrobe: Wardrobe, depth = 0): LinkFinding[] {
  const link = readLink(raw)
  if (link.kind === 'code') return [{ code: 'link_is_code', data: { scheme: link.scheme } }]
  if (link.kind === 'broken') return [{ code: 'link_unreadable', data: {} }]
  const found: LinkFinding[] = []
  const say = (code: LinkCode, data: SignalData = {}) =>
    found.push({ code, data: { host: link.shown, ...data } })
  judgeUserinfo(link, wardrobe, say)
  judgeWriting(link, say)
  const official = officialBrandOf(link, wardrobe)
  if (official) say('official_domain', { brand: official.name, official: official.official[0]! })
  else {
    if (!link.isIp) say('unlisted_link')
    judgeHost(link, wardrobe, say)
  }
  judgeRest(link, official !== undefined, wardrobe, say)
  const [target] = targetsOf(link)
  if (target !== undefined) judgeTarget(link, target, say)
  if (target === undefined || depth >= depthMax) return found
  const further = judgeLink(target, wardrobe, depth + 1).filter(({ code }) => code !== 'official_domain')
  return [...found, ...further]
}

type Say = (code: LinkCode, data?: SignalData) => void

function judgeUserinfo(link: ReadLink, { official, tokens }: Wardrobe, say: Say): void {
  if (link.userinfo === '') return
  const before = decoded(link.userinfo).toLowerCase()
  const isName = /[^.]\.[a-z]{2,}/.test(before) || tokens.some(({ token }) => before.includes(token))
  if (isName && !official.has(link.domain)) say('name_before_at', { before: before.slice(0, 80) })
  else say('userinfo_in_link')
}

function judgeWriting(link: ReadLink, say: Say): void {
  const { written } = link
  if (link.isIp) {
    const isPlain = written === link.host || written.startsWith('[')
    if (!isPlain) say('hidden_ip')
    else if (!isOwnNetwork(link.host)) say('raw_ip')
    return
  }
  if (written.includes('%')) say('encoded_host')
  if (link.host.split('.').some((label) => label.startsWith('xn--'))) {
    say(link.shown.split('.').some(mixesAlphabets) ? 'mixed_alphabets' : 'foreign_letters')
  }
  // %41 to %7a: letters and digits that no program has a reason to encode.
  if (/%(?:25)*(?:3[0-9]|[46][1-9a-f]|[57][0-9a])/i.test(link.rest.slice(written.length))) {
    const encoded = link.rest.match(/%(?:3[0-9]|[46][1-9a-f]|[57][0-9a])/gi)?.length ?? 0
    if (encoded >= 3) say('encoded_letters')
  }
}

/** Addresses of one's own house or machine lead nobody astray. */
function isOwnNetwork(host: string): boolean {
  return /^(127|10|0)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^169\.254\.|^\[(::1?|f[cde])/.test(host)
}

function judgeHost(link: ReadLink, wardrobe: Wardrobe, say: Say): void {
  if (link.isIp) return
  const wearing = wearingOf(link, wardrobe)
  if (wearing) say(wearing.code, { brand: wearing.brand.name, official: wearing.brand.official[0]! })
  const lures = luresIn(link)
  if (lures.length > 1) say('luring_words', { words: lures.slice(0, 3).join(' ') })
  else if (lures.length === 1) say('luring_word', { words: lures[0]! })
  if (youngEndings.has(link.suffix)) say('young_ending', { ending: `.${link.suffix}` })
  if (freeHosts.has(link.suffix)) say('free_host')
  if (shorteners.has(link.domain)) say('short_link')
  if (link.subdomain.split('.').length >= 4) say('many_labels')
}

/** Different luring words in the host, those within another word of the list once. */
function luresIn(link: ReadLink): string[] {
  const name = `${link.subdomain}.${link.domainName}`
  const found = luringWords.filter((word) => name.includes(word))
  return found.filter((word) => !found.some((other) => other !== word && other.includes(word)))
}

const appFile = /\.(?:apk|hap|ipa|mobileconfig|exe|msi|scr|dmg)$/i
const signIn = /login|signin|log-in|passwo?r?d|pwd|verify|yanzheng|denglu|zhifu/i

function judgeRest(link: ReadLink, isOfficial: boolean, { tokens }: Wardrobe, say: Say): void {
  if (link.port !== '') say('odd_port', { port: link.port })
  if (isOfficial) return
  const path = decoded(link.path).toLowerCase()
  if (appFile.test(path) || /\.apk(?:$|[?&#])/i.test(link.query)) say('app_file')
  if (link.hasScheme && link.scheme === 'http' && signIn.test(path)) say('plain_http_sign_in')
  const worn = tokens.find(({ token }) => token.length > 3 && path.includes(token))
  if (worn) say('brand_in_path', { brand: worn.brand.name, official: worn.brand.official[0]! })
}

function judgeTarget(link: ReadLink, target: string, say: Say): void {
  const to = readLink(target)
  if (to.kind === 'web' && to.domain !== '' && to.domain === link.domain) return
  const shown = to.kind === 'web' ? to.shown : target.slice(0, 80)
  const isOpen = openRedirectors.some(({ host, path }) => host === link.host && link.path.startsWith(path))
  say(isOpen ? 'open_redirect' : 'carries_address', { target: shown })
}

/** The domain that a link's owner registered, for telling links of one owner apart from another's. */
export function ownerOf(raw: string): string {
  const link = readLink(raw)
  return link.kind === 'web' ? link.domain || (parse(link.host).hostname ?? link.host) : ''
}
