/** What a sign-in link carries behind the `#`, and where to go on afterwards. Pure: texts in, facts out. */

export interface Fragment {
  /** A one-time code. */
  code?: string
  /** A token that a host application signed. */
  token?: string
  /** Where to go on, a path of our own. */
  next?: string
}

const codePattern = /^[A-Za-z0-9_-]{1,128}$/

/** A path of this app, or nothing for an address that leads elsewhere. */
export function ownPath(next: string | null | undefined): string | undefined {
  if (next === null || next === undefined || !/^\/(?![/\\])/.test(next)) return undefined
  const here = 'https://here.invalid'
  if (!URL.canParse(next, here)) return undefined
  const url = new URL(next, here)
  return url.origin === here && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : undefined
}

/** The parts of a fragment: `#code=…&next=/wallet`. */
export function readFragment(hash: string): Fragment {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  const [code, token, next] = [parts.get('code'), parts.get('token'), ownPath(parts.get('next'))]
  return {
    ...(code && codePattern.test(code) ? { code } : {}),
    ...(token ? { token } : {}),
    ...(next === undefined ? {} : { next }),
  }
}

/** The code in what somebody pasted: the code itself or a whole link. */
export function codeIn(pasted: string): string | undefined {
  const text = pasted.trim()
  if (codePattern.test(text)) return text
  const hash = text.indexOf('#')
  return hash < 0 ? undefined : readFragment(text.slice(hash)).code
}

/** Where to go on as the router takes it, under the path that this seat begins at; the chats where nothing is said. */
export function placeToGoOn(
  next: string | undefined,
  base: string,
): { to: string; search: Record<string, string>; hash?: string } {
  const path = ownPath(next)
  if (path === undefined) return { to: '/chats', search: {} }
  const url = new URL(path, 'https://here.invalid')
  const isUnderBase = base !== '/' && (url.pathname === base || url.pathname.startsWith(`${base}/`))
  const to = isUnderBase ? url.pathname.slice(base.length) : url.pathname
  const hash = url.hash === '' ? {} : { hash: url.hash.slice(1) }
  return {
    to: to === '' || to === '/' ? '/chats' : to,
    search: Object.fromEntries(url.searchParams),
    ...hash,
  }
}
