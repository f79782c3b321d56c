/**
 * Whether two names can be taken for each other, and how. From the strongest to the weakest: they are the `same`, they
 * `look` the same (letters that stand for each other, width, simplified and traditional, a remark in brackets), they
 * `sound` the same (pinyin without tones, nor what many ears take for one), they are `near` (one character apart), their pictures show one character.
 */

import { isOneSlipFrom } from '../scam/look-alike.ts'
import { shapeOf, type NameShape } from './name-shape.ts'
import type { SignalCode } from './signal.ts'

export const likenesses = ['same', 'look', 'sound', 'near', 'avatar'] as const
export type Likeness = (typeof likenesses)[number]

export const likenessCodes: Record<Likeness, SignalCode> = {
  same: 'same_name',
  look: 'name_looks_alike',
  sound: 'name_sounds_alike',
  near: 'name_near',
  avatar: 'avatar_alike',
}

/** How one name is like another, by the strongest there is; undefined where nobody would mix them up. */
export function likenessOf(one: string, other: string): Likeness | undefined {
  if (one === other) return 'same'
  const a = shapeOf(one)
  const b = shapeOf(other)
  if (a.folded === '' || b.folded === '') return undefined
  if (a.folded === b.folded || a.skeleton === b.skeleton) return 'look'
  if (a.sound !== '' && a.sound === b.sound) return 'sound'
  if (isNear(a, b)) return 'near'
  return a.avatar !== '' && a.avatar === b.avatar ? 'avatar' : undefined
}

/** One slip apart is near where enough of the name stays the same to be read over. */
function isNear(a: NameShape, b: NameShape): boolean {
  const lengthMin = Math.min(a.letters.length, b.letters.length)
  const needed = a.sound === '' || b.sound === '' ? 5 : 3
  if (lengthMin >= needed && isOneSlipFrom(a.folded, b.folded)) return true
  if (isTail(a, b) || isTail(b, a) || isTitled(a, b) || isTitled(b, a) || isSameGiven(a, b)) return true
  if (isNickname(a) && isNickname(b)) return a.letters[0] === b.letters[0]
  return lengthMin === 2 && (isNearByGivenName(a, b) || isDoubled(a, b) || isDoubled(b, a))
}

/** 阿 and 小 stand before anybody's name. */
const beforeNames = '阿小老大'

/** 阿强 and 阿祥: half of such a name is everybody's. */
function isNickname({ letters, sound }: NameShape): boolean {
  return letters.length === 2 && sound !== '' && beforeNames.includes(letters[0]!)
}

/** 阿芳 and 团长阿芳, 王姐 and 钟点工王姐: what is put before a name, or left out. */
function isTail(short: NameShape, long: NameShape): boolean {
  const isLonger = long.letters.length > short.letters.length && short.letters.length >= 2
  return short.sound !== '' && isLonger && long.folded.endsWith(short.folded)
}

const title = /^(?:老师|教练|医生|师傅|阿姨|叔叔|大哥|大姐|经理|老板|[哥姐总])$/u

/** Kenny and Kenny老师: what somebody is called behind the name, or left out. */
function isTitled(short: NameShape, long: NameShape): boolean {
  if (short.letters.length < 2 || !long.folded.startsWith(short.folded)) return false
  return title.test(long.folded.slice(short.folded.length))
}

/** 李浩然 and 赵浩然: who calls people by their given names has two of one name. */
function isSameGiven(a: NameShape, b: NameShape): boolean {
  return (
    a.letters.length === 3 &&
    b.letters.length === 3 &&
    a.sound !== '' &&
    b.sound !== '' &&
    a.given === b.given
  )
}

/** 周婷 and 周婷婷. */
function isDoubled(short: NameShape, long: NameShape): boolean {
  return short.sound !== '' && long.folded === short.folded + short.letters.at(-1)
}

/** 彩虹 and 李彩霞, whom one calls 彩霞: two characters with the same first one, where one of them goes without a surname. */
function isNearByGivenName(a: NameShape, b: NameShape): boolean {
  if (a.sound === '' || b.sound === '') return false
  const [first, second] = a.letters.length === 2 ? [a, b] : [b, a]
  if (second.letters.length !== 3 || beforeNames.includes(first.letters[0]!)) return false
  return first.letters[0] === second.letters[1] && isOneSlipFrom(first.folded, second.given)
}
