/**
 * A careful clerk who is told what the guard is told of one send, and nothing else, and says whether it should be asked
 * about. Each ground is one that can be said to the sender's face; what looks like any ordinary send is let go.
 */

import type { GuardFacts, SendRecord } from '../../packages/core/guard/facts.ts'
import {
  caseOf,
  fenOf,
  isDue,
  isWithin,
  sameSum,
  sameWords,
  type Case,
  type Ground,
} from './sixth-clerk-past.ts'
import { likenessOf, type Likeness } from './sixth-clerk-names.ts'
import { again, otherDigits, tenTimes } from './sixth-clerk-sums.ts'

export interface Look {
  visible: boolean
  why: string
}

/** Looks at one send. */
export function lookAt(facts: GuardFacts): Look {
  const one = caseOf(facts)
  for (const ground of grounds) {
    const why = ground(one)
    if (why !== null) return { visible: true, why }
  }
  return {
    visible: false,
    why: one.own.length === 0 ? 'a first payment like many' : 'like other sends of theirs',
  }
}

/** Those who may be taken for the payee, with what they were paid. */
function alike({ payee, people, others }: Case, least: Likeness) {
  if (!payee) return []
  return people.flatMap((other) => {
    if (other.id === payee.id) return []
    const likeness = likenessOf(payee, other)
    const isLike = likeness === 'same' || (least === 'like' && likeness === 'like')
    return isLike ? [{ other, likeness, past: others.get(other.id) ?? [] }] : []
  })
}

const urgent = /急用|急需|救急|手机坏|换号|新号/u

const strangerInNeed: Ground = ({ own, payee, words }) =>
  payee && own.length === 0 && !payee.isContact && urgent.test(words)
    ? 'never paid and not a contact, and the words are those of a borrowed account'
    : null

/** A new account under a name that is known: as it is spelt, or, of one who is paid such sums, as it sounds. */
const copyOfOne: Ground = (one) => {
  const { payee, own, amount } = one
  if (!payee || payee.isContact || own.length > 0) return null
  const isKnown = alike(one, 'same').some(({ other, past }) =>
    other.name === payee.name
      ? (other.isContact && payee.smallestGroup === null) || past.length > 0
      : past.length > 1 && isWithin(amount, past, 1.2),
  )
  return isKnown ? 'never paid and not a contact, and somebody known is called the same' : null
}

/** Money given back goes to whom it came from. */
const givenBack: Ground = (one) => {
  const { received, payee, words, amount } = one
  if (!payee || received.some(({ fromId }) => fromId === payee.id)) return null
  const from = received.filter((came) => fenOf(came) === amount).map(({ fromId }) => fromId)
  if (from.length === 0) return null
  if (/退|还|垫|报销/u.test(words)) return 'given back, but this very sum came from somebody else'
  const isAlike = one.own.length === 0 && alike(one, 'same').some(({ other }) => from.includes(other.id))
  return isAlike ? 'this very sum came from one called the same' : null
}

const groupOfOne: Ground = ({ send, groups, key }) => {
  const group = groups.find(({ id }) => id === key)
  return send.toKind === 'group' && send.count === 1 && (group?.members ?? 0) > 3
    ? 'one share, and a whole group may open it'
    : null
}

const wordsOfElsewhere: Ground = ({ send, words, own, others }) => {
  if (send.toKind !== 'group' || sameWords(own, words).length > 0) return null
  const theirs = [...others.values()].filter((past) => sameWords(past, words).length > 1)
  const [only] = theirs
  return theirs.length === 1 && only![0]!.toKind === 'member'
    ? 'words that are written to one person only'
    : null
}

const meantForNamesake: Ground = (one) => {
  const { own, amount, words } = one
  for (const { past, likeness } of alike(one, 'like')) {
    const isSumOf = sameSum(past, amount).length > 1
    const isWordOf = sameWords(past, words).length > 1 && sameWords(own, words).length === 0
    if (past.length < 2 || (words !== '' && sameWords(past, words).length === 0)) continue
    if (own.length < 2 && !isWithin(amount, own, 1.3)) {
      const isSuch = isSumOf || (isWithin(amount, past, 1.1) && (isWordOf || likeness === 'same'))
      if (past.length > 2 + own.length * 5 && isSuch)
        return 'hardly ever paid, and one of a like name is often paid such a sum'
      if (own.length === 0) continue
    }
    if (isWithin(amount, own, 1.3)) continue
    if (isWordOf && isWithin(amount, past, 1.3))
      return 'the words and the sum are those for one of a like name'
    if (isSumOf) return 'not a sum for this one, and one of a like name often has it'
    if (
      likeness === 'same' &&
      own.length > 2 &&
      past.length > 4 &&
      isWithin(amount, past, 1) &&
      !isWithin(amount, own, 2)
    )
      return 'far from what this one has, and like what one called the same has'
  }
  return null
}

const meantForAnother: Ground = (one) => {
  const { payee, own, others, words, amount } = one
  if (!payee || sameWords(own, words).length > 0 || sameSum(own, amount).length > 0) return null
  const holders = [...others.values()].filter((past) => sameWords(past, words).length > 0)
  const isTheirs = ([past]: readonly (readonly SendRecord[])[]) =>
    past!.length > 2 && sameWords(past!, words).length > 1 && isWithin(amount, past!, 1.2)
  if (holders.length === 1 && isTheirs(holders))
    return 'words and sum are those for another, and never were for this one'
  const due =
    words !== '' && holders.length === 0 ? [] : [...others.values()].filter((past) => isDue(past, one))
  const isOdd = !/^\d0*$/u.test(String(amount))
  if (due.length === 1 && isOdd && own.length === 0)
    return 'never paid, and this sum is one that another is due now'
  if (own.length === 0 || isWithin(amount, own, 3)) return null
  if (due.length > 0) return 'a sum that another is due now, and far from what this one has'
  const sums = own.map(fenOf).toSorted((a, b) => a - b)
  const isFar = own.length > 5 && amount > 20 * sums[Math.floor(own.length / 2)]! && amount > 8 * sums.at(-1)!
  return isFar && (words === '' || holders.length > 0) ? 'out of all proportion to what this one has' : null
}

const grounds: readonly Ground[] = [
  strangerInNeed,
  copyOfOne,
  givenBack,
  tenTimes,
  otherDigits,
  again,
  groupOfOne,
  wordsOfElsewhere,
  meantForNamesake,
  meantForAnother,
]
