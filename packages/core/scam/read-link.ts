/**
 * A link taken apart as a browser would take it apart, without opening it or asking anybody where it leads. Kept beside
 * that: how its host was written, for a host in disguise is a hint of its own.
 */

import { parse } from 'tldts'
import { unicodeHost } from './punycode.ts'

export interface ReadLink {
  kind: 'web'
  scheme: string
  /** Whether the scheme was written at all. */
  hasScheme: boolean
  /** As a browser asks for it: ASCII, lower case. */
  host: string
  /** In its own letters. */
  shown: string
  /** As it was written. */
  written: string
  userinfo: string
  port: string
  path: string
  query: string
  isIp: boolean
  /** What can be registered: `evil.top` of `weixin.qq.com.evil.top`. Empty for an IP address. */
  domain: string
  /** `evil`. */
  domainName: string
  /** `top`, or `github.io`. */
  suffix: string
  /** `weixin.qq.com`. */
  subdomain: string
  /** Everything after the scheme, as it was written. */
  rest: string
}

export type Reading = ReadLink | { kind: 'code'; scheme: string } | { kind: 'broken' }

const hostLengthMax = 253

/** Read a link. Nothing is thrown: what no browser would take is `broken`. */
export function readLink(raw: string): Reading {
  const text = raw.trim().replace(/^hxxp/i, 'http').replaceAll('[.]', '.')
  const code = /^(javascript|vbscript|data):/i.exec(text)
  if (code) return { kind: 'code', scheme: code[1]!.toLowerCase() }
  const scheme = /^([a-z][a-z0-9+.-]{1,20}):\/{2,}/i.exec(text)
  const rest = scheme ? text.slice(scheme[0].length) : text
  const written = writtenHost(rest)
  if (written === '' || written.length > hostLengthMax) return { kind: 'broken' }
  const name = scheme?.[1]!.toLowerCase() ?? 'http'
  const url = urlOf(`${/^https?$/.test(name) ? name : 'https'}://${rest}`)
  if (!url) return { kind: 'broken' }
  return taken(url, { scheme: name, hasScheme: scheme !== null, written, rest })
}

function taken(url: URL, as: Pick<ReadLink, 'scheme' | 'hasScheme' | 'written' | 'rest'>): ReadLink {
  const host = url.hostname.replace(/\.$/, '')
  const isIp = /^\[|^\d{1,3}(\.\d{1,3}){3}$/.test(host)
  const parts = isIp ? undefined : parse(host, { allowPrivateDomains: true, validateHostname: false })
  return {
    kind: 'web',
    ...as,
    host,
    shown: unicodeHost(host),
    userinfo: url.username === '' ? '' : url.username + (url.password === '' ? '' : `:${url.password}`),
    port: url.port,
    path: url.pathname,
    query: url.search + url.hash,
    isIp,
    domain: parts?.domain ?? '',
    domainName: unicodeHost(parts?.domainWithoutSuffix ?? ''),
    suffix: parts?.publicSuffix ?? '',
    subdomain: unicodeHost(parts?.subdomain ?? ''),
  }
}

/** The host as it was written, userinfo and port aside. */
function writtenHost(rest: string): string {
  const authority = /^[^/?#\\]*/.exec(rest)![0]
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  return host.startsWith('[') ? host : host.replace(/:\d*$/, '')
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    // An address that runs into Chinese (`a.com领取`) is read up to there where that is a host.
    const plain = /^[\x21-\x7e]+/.exec(text)?.[0]
    if (plain === undefined || plain.length === text.length) return undefined
    return plain.length > 'https://'.length ? urlOf(plain) : undefined
  }
}

/** Addresses inside an address: where a query or a path carries one on, at most three deep. */
export function targetsOf(link: ReadLink): string[] {
  let text = link.path + link.query
  for (let depth = 0; depth < 3; depth++) {
    const at = text.search(/https?:\/{1,2}[^/]/i)
    if (at >= 0)
      return [
        text
          .slice(at)
          .split('&')[0]!
          .replace(/^(https?:)\/+/i, '$1//'),
      ]
    const plain = decoded(text)
    if (plain === text) return []
    text = plain
  }
  return []
}

/** Percent-encoding undone once; what is not well formed stays. */
export function decoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}
