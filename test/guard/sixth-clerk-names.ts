/** Whom a careful clerk could take for somebody else: by the look of a name, by its sound, or by what both are called. */

import { pinyin } from 'pinyin-pro'
import type { KnownPerson } from '../../packages/core/guard/facts.ts'

interface Heard {
  plain: string
  signs: readonly string[]
  sounds: readonly string[]
  /** As one is spoken to: surname and title. */
  called: readonly string[]
}

const heardBefore = new Map<string, Heard>()

/** Sounds that are hard to tell apart in speech and on a keyboard of sounds. */
function blurred(sound: string): string {
  return sound
    .replace(/^([zcs])h/u, '$1')
    .replace(/([aei])ng$/u, '$1n')
    .replace(/^l/u, 'n')
}

function heardAs(name: string): Heard {
  const before = heardBefore.get(name)
  if (before) return before
  const whole = name.normalize('NFKC').toLowerCase()
  const plain = whole
    .replace(/\(.*\)|新号|本人/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<=\p{L})\d{1,2}$/u, '')
  const signs = [...plain]
  const sounds = pinyin(plain, { toneType: 'none', type: 'array' }).map(blurred)
  const called = plain.match(/[小老]\p{Script=Han}|\p{Script=Han}(?:师傅|老师|姐|哥|姨|叔|婶)/gu) ?? []
  const heard = { plain, signs, sounds, called }
  heardBefore.set(name, heard)
  return heard
}

function isSame(one: Heard, other: Heard): boolean {
  return one.plain !== '' && (one.plain === other.plain || one.sounds.join(' ') === other.sounds.join(' '))
}

/** One sign of three or more is other, or the one name is part of the other, or both are spoken to alike. */
function isLike(one: Heard, other: Heard): boolean {
  const [short, long] = one.signs.length < other.signs.length ? [one, other] : [other, one]
  if (short.signs.length >= 2 && long.plain.includes(short.plain)) return true
  if (one.called.some((word) => other.called.includes(word))) return true
  if (one.signs.length !== other.signs.length || one.signs.length < 3) return false
  return one.signs.filter((sign, n) => sign !== other.signs[n]).length === 1
}

const namesOf = ({ name, alias }: KnownPerson) => (alias === null ? [name] : [name, alias]).map(heardAs)

export type Likeness = 'same' | 'like' | 'none'

/** How easily the one is taken for the other. */
export function likenessOf(one: KnownPerson, other: KnownPerson): Likeness {
  const pairs = namesOf(one).flatMap((a) => namesOf(other).map((b) => [a, b] as const))
  if (pairs.some(([a, b]) => isSame(a, b))) return 'same'
  return pairs.some(([a, b]) => isLike(a, b)) ? 'like' : 'none'
}
