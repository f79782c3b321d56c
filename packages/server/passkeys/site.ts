/**
 * The site passkeys belong to. A browser ties a passkey to a domain, the site's id, and says in what it signs which
 * origin asked; both are held against the settings, never against what a request says of itself.
 */

export interface Site {
  /** The domain passkeys are made for (the relying party id of WebAuthn). */
  id: string
  /** Where the screens may be served: `https://hongbao.example`. Null for localhost, at whatever port. */
  origins: readonly string[] | null
}

const localhost: Site = { id: 'localhost', origins: null }
const onLocalhost = /^http:\/\/localhost(:\d{1,5})?$/

/**
 * The site that is served at these origins; localhost where none is said, for a browser takes no passkey for an address
 * of digits. Passkeys are made for the first one's domain, so the others must lie in it. Throws an Error that names the
 * origin at fault.
 */
export function siteOf(origins: readonly string[]): Site {
  const [first] = origins
  if (first === undefined) return localhost
  const id = domainOf(first)
  for (const origin of origins) {
    const domain = domainOf(origin)
    if (domain !== id && !domain.endsWith(`.${id}`))
      throw new Error(`LAISEE_ORIGIN: ${origin} is not within ${id}, the domain of the first`)
  }
  return { id, origins: [...origins] }
}

function domainOf(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  if (url === undefined || url.origin !== origin)
    throw new Error(`LAISEE_ORIGIN: ${origin} is not an origin, as https://hongbao.example is one`)
  const { protocol, hostname } = url
  if (protocol !== 'https:' && !(protocol === 'http:' && hostname === 'localhost'))
    throw new Error(`LAISEE_ORIGIN: ${origin} is neither https nor http://localhost`)
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('['))
    throw new Error(`LAISEE_ORIGIN: ${origin} has an address of digits, for which no passkey is made`)
  return hostname
}

/** Whether a signature that an origin asked for may count here. */
export function isOriginOf(site: Site, origin: string): boolean {
  return site.origins === null ? onLocalhost.test(origin) : site.origins.includes(origin)
}
