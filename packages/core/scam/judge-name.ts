/** Whether a host wears a brand's name that is not its own: the strongest wearing it has, or none. */

import { ordinaryNeighbours, type Brand } from './brands.ts'
import type { LinkCode } from './link-rules.ts'
import { isOneSlipFrom, skeletonOf } from './look-alike.ts'
import type { ReadLink } from './read-link.ts'

export interface Wearing {
  code: LinkCode
  brand: Brand
}

/** A name this short is soon part of a name that means something else. */
const shortMax = 3

/** What a brand's names look like, made once a list of brands. */
export interface Wardrobe {
  brands: readonly Brand[]
  official: ReadonlyMap<string, Brand>
  tokens: readonly { brand: Brand; token: string; skeleton: string }[]
}

export function wardrobeOf(brands: readonly Brand[]): Wardrobe {
  const official = new Map<string, Brand>()
  for (const brand of brands) {
    for (const domain of brand.official) if (!official.has(domain)) official.set(domain, brand)
  }
  const tokens = brands.flatMap((brand) =>
    brand.tokens.map((token) => ({ brand, token, skeleton: skeletonOf(token) })),
  )
  return { brands, official, tokens: tokens.sort((a, b) => b.token.length - a.token.length) }
}

/** The brand whose own domain this is. */
export function officialBrandOf(link: ReadLink, wardrobe: Wardrobe): Brand | undefined {
  return wardrobe.official.get(link.domain)
}

const strength: readonly LinkCode[] = [
  'looks_like_brand',
  'official_name_in_front',
  'brand_with_additions',
  'brand_other_ending',
  'one_slip_from_brand',
  'brand_inside',
  'brand_in_subdomain',
  'short_brand_inside',
]

/** The strongest way in which the host wears a name that is not its own. */
export function wearingOf(link: ReadLink, wardrobe: Wardrobe): Wearing | undefined {
  const found = [...inDomainName(link.domainName, wardrobe), ...inSubdomain(link.subdomain, wardrobe)]
  for (const code of strength) {
    const wearing = found.find((one) => one.code === code)
    if (wearing) return wearing
  }
  return undefined
}

function* inDomainName(name: string, { tokens }: Wardrobe): Generator<Wearing> {
  if (name === '') return
  const parts = name.split('-')
  const skeleton = skeletonOf(name)
  const skeletons = parts.map(skeletonOf)
  for (const { brand, token, skeleton: look } of tokens) {
    const code = isShort(token)
      ? shortNameIn(name, parts, token)
      : nameIn({ name, parts, skeleton, skeletons }, token, look)
    if (code) yield { code, brand }
  }
}

/** Two Chinese characters name a brand as surely as six letters. */
function isShort(token: string): boolean {
  return token.length <= shortMax && /^[a-z]+$/.test(token)
}

interface Name {
  name: string
  parts: readonly string[]
  skeleton: string
  skeletons: readonly string[]
}

function nameIn(
  { name, parts, skeleton, skeletons }: Name,
  token: string,
  look: string,
): LinkCode | undefined {
  if (name === token) return 'brand_other_ending'
  if (parts.some((part) => withoutDigits(part) === token)) return 'brand_with_additions'
  const isOrdinary = ordinaryNeighbours.has(name)
  if (isOrdinary) return undefined
  if (skeleton === look || skeletons.includes(look)) return 'looks_like_brand'
  if (name.includes(token)) return /^[a-z]+$/.test(token) ? 'brand_inside' : 'brand_with_additions'
  const ordinary = parts.every((part) => ordinaryNeighbours.has(part) || !isOneSlipFrom(part, token))
  if (token.length >= 6 && !ordinary) return 'one_slip_from_brand'
  return token.length >= 6 && skeleton.includes(look) ? 'brand_inside' : undefined
}

function shortNameIn(name: string, parts: readonly string[], token: string): LinkCode | undefined {
  if (name === token) return 'brand_inside'
  if (parts.length > 1 && parts.includes(token)) return 'brand_inside'
  if (withoutDigits(name) === token) return 'short_brand_inside'
  return undefined
}

function withoutDigits(part: string): string {
  let from = 0
  let to = part.length
  while (from < to && isDigit(part.charCodeAt(from))) from += 1
  while (to > from && isDigit(part.charCodeAt(to - 1))) to -= 1
  return part.slice(from, to)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function* inSubdomain(subdomain: string, { tokens, brands }: Wardrobe): Generator<Wearing> {
  if (subdomain === '') return
  const dotted = `.${subdomain}.`
  const dashed = `.${subdomain.replaceAll('-', '.')}.`
  for (const brand of brands) {
    const worn = brand.official.some(
      (domain) => dotted.includes(`.${domain}.`) || dashed.includes(`.${domain}.`),
    )
    if (worn) yield { code: 'official_name_in_front', brand }
  }
  for (const label of subdomain.split(/[.-]/)) {
    for (const { brand, token, skeleton } of tokens) {
      if (isShort(token)) continue
      if (label === token) yield { code: 'brand_in_subdomain', brand }
      else if (skeletonOf(label) === skeleton && !ordinaryNeighbours.has(label))
        yield { code: 'looks_like_brand', brand }
    }
  }
}
