/**
 * A careful clerk, told only the facts of one send, who says whether to ask about it. Each ground is a sentence that
 * could be said to the sender; where there is none, the send looks like any other.
 */

import { recipientKey, type GuardFacts, type SendRecord } from '../../packages/core/guard/facts.ts'
import { dayMs, minuteMs } from '../../packages/core/instant.ts'

export interface Look {
  visible: boolean
  why: string
}

type Ground = (facts: GuardFacts, past: Past) => string | undefined

/** The sender's past as it stands: what was taken back says nothing of what they mean. */
interface Past {
  kept: readonly SendRecord[]
  /** To the same recipients. */
  here: readonly SendRecord[]
  elsewhere: readonly SendRecord[]
}

export function lookAt(facts: GuardFacts): Look {
  const kept = facts.history.filter(({ takenBackAt }) => takenBackAt === null)
  const key = recipientKey(facts.send)
  const past = {
    kept,
    here: kept.filter(({ toKey }) => toKey === key),
    elsewhere: kept.filter(({ toKey }) => toKey !== key),
  }
  for (const ground of grounds) {
    const why = ground(facts, past)
    if (why !== undefined) return { visible: true, why }
  }
  return { visible: false, why: 'looks like any other send of this sender' }
}

const plainWords = (words: string) => words === '' || words.includes('大吉大利')

/** Two names that a hurried eye takes for one. */
function isAlike(a: string, b: string): boolean {
  const [one, two] = [a.trim().toLowerCase(), b.trim().toLowerCase()]
  if (one === two) return true
  if (Math.min(one.length, two.length) < 2) return false
  if (one.startsWith(two) || two.startsWith(one) || one.endsWith(two) || two.endsWith(one)) return true
  if (one.length !== two.length || one.length < 2) return false
  const differing = [...one].filter((sign, at) => sign !== two[at]).length
  return differing === 1 && (one.length > 2 || one[0] === two[0])
}

/** Those whom the sender pays and whose name or alias may be taken for the payee's. */
function likes({ send, people }: GuardFacts): { id: string; same: boolean }[] {
  const payee = people.find(({ id }) => id === send.memberIds[0])
  if (send.toKind !== 'member' || !payee) return []
  const called = [payee.name, payee.alias].filter((name) => name !== null)
  return people.flatMap(({ id, name, alias }) => {
    if (id === payee.id) return []
    const names = [name, alias].filter((one) => one !== null)
    const isLike = names.some((one) => called.some((other) => isAlike(one, other)))
    return isLike ? [{ id, same: name === payee.name }] : []
  })
}

/** Of one name with somebody who is paid, and itself never paid. */
const namesake: Ground = (facts, { here, kept }) => {
  if (here.length > 0) return undefined
  const twin = likes(facts).find(({ id, same }) => same && kept.some(({ toKey }) => toKey === id))
  return twin && 'never paid before, and another of the very same name is paid'
}

/** The habit that this send would continue if it went to somebody of a like name. */
const likeNameHabit: Ground = (facts, { here, elsewhere }) => {
  const { amount, words } = facts.send
  if (here.some((one) => one.amount === amount || (!plainWords(words) && one.words === words)))
    return undefined
  for (const { id } of likes(facts)) {
    const theirs = elsewhere.filter(({ toKey }) => toKey === id)
    const sameSum = theirs.filter((one) => one.amount === amount).length
    const sameWords = plainWords(words) ? 0 : theirs.filter((one) => one.words === words).length
    // Once, and just now: that was the mistake, and this is meant to mend it.
    const isMending = theirs.every(({ at }) => facts.send.at - at < 2 * dayMs)
    if (isMending) continue
    if (sameSum > 0 && sameWords > 0) return 'one of a like name is paid this sum with these words'
    if (sameWords > 2)
      return 'one of a like name is paid with these words, again and again, and this one never'
    if (here.length === 0 && (sameSum > 1 || sameWords > 0 || theirs.length > 3))
      return 'never paid before, and one of a like name is paid often or just so'
  }
  return undefined
}

/** What always goes to one, and goes to another now. */
const anothersHabit: Ground = ({ send }, { here, elsewhere }) => {
  if (plainWords(send.words) || here.some(({ words }) => words === send.words)) return undefined
  const same = elsewhere.filter(({ words, amount }) => words === send.words && amount === send.amount)
  const payees = new Set(elsewhere.filter(({ words }) => words === send.words).map(({ toKey }) => toKey))
  if (payees.size !== 1) return undefined
  if (same.length >= 2) return 'these words with this sum have always gone to another, and never to this one'
  const theirs = elsewhere.filter(({ words }) => words === send.words)
  if (theirs.length < 5 || here.length < 3) return undefined
  return 'these words have always gone to another, and this one is paid often and never with them'
}

const largest = (records: readonly SendRecord[]) =>
  records.reduce((most, { amount }) => (amount > most ? amount : most), 0n)

/** Ten or a hundred times what goes there: a zero too many, or a point that was lost. */
const slippedDigit: Ground = ({ send: { amount, words } }, { here }) => {
  if (here.length === 0) return undefined
  const most = largest(here)
  const exact = here.some((one) => one.amount * 10n === amount || one.amount * 100n === amount)
  if (exact && amount > most * 3n) return 'ten or a hundred times a sum that was paid here before'
  if (here.length >= 8 && amount >= most * 3n)
    return 'three times the largest of many sums that were paid here'
  if (here.length >= 3 && amount >= most * 6n) return 'many times the largest sum that was ever paid here'
  const alike = here.filter((one) => one.words === words)
  if (!plainWords(words) && alike.length >= 2 && amount >= largest(alike) * 6n)
    return 'many times what was ever paid here with these words'
  return undefined
}

/** A first payment with well known words, of far more than they ever cost. */
const wordsCostLess: Ground = ({ send: { amount, words } }, { here, elsewhere }) => {
  if (plainWords(words) || here.length > 0) return undefined
  const alike = elsewhere.filter((one) => one.words === words)
  return alike.length >= 4 && amount >= largest(alike) * 6n
    ? 'these words have never cost nearly so much'
    : undefined
}

/** The same to the same within minutes. */
const twice: Ground = ({ send }, { here }) => {
  const last = here.find(
    ({ at, amount, words }) =>
      amount === send.amount && words === send.words && send.at - at <= 15 * minuteMs,
  )
  return last && 'the same sum with the same words went there minutes ago'
}

/** What is paid once a month, a second time within three days. */
const monthlyTwice: Ground = ({ send }, { here }) => {
  if (plainWords(send.words)) return undefined
  const same = here.filter(({ amount, words }) => amount === send.amount && words === send.words)
  const [last, before] = [...same].sort((a, b) => b.at - a.at)
  if (!last || send.at - last.at > 3 * dayMs) return undefined
  const isRare = before ? last.at - before.at > 6 * dayMs : send.amount >= 50_000n
  return isRare ? 'this has been paid already in these days, and it is paid seldom' : undefined
}

/** A packet whose words and sum belong to another group. */
const anotherGroup: Ground = ({ send, groups }, { here, elsewhere }) => {
  if (send.toKind !== 'group') return undefined
  const group = groups.find(({ id }) => id === send.groupId)
  if (group && send.count > group.members) return 'more shares than the group has members'
  if (plainWords(send.words) || here.some(({ words }) => words === send.words)) return undefined
  const theirs = elsewhere.filter(({ toKind, words }) => toKind === 'group' && words === send.words)
  const isOne = new Set(theirs.map(({ toKey }) => toKey)).size === 1
  return isOne && theirs.length >= 2 ? 'these words have always gone to one other group' : undefined
}

const returning = /退|还你|还给|多转/

/** Words of giving back, or a sum to the fen, where just this came from somebody else. */
const returnElsewhere: Ground = (facts, { here }) => {
  const { send, received } = facts
  if (send.toKind !== 'member') return undefined
  const came = received.filter(({ at, amount }) => amount === send.amount && send.at - at <= 3 * dayMs)
  if (came.length === 0 || came.some(({ fromId }) => fromId === send.memberIds[0])) return undefined
  if (returning.test(send.words)) return 'words of giving back, and this sum came from somebody else'
  const like = likes(facts).some(({ id }) => came.some(({ fromId }) => fromId === id))
  return like && here.length === 0 ? 'just this sum came from one of a like name' : undefined
}

const grounds: readonly Ground[] = [
  namesake,
  likeNameHabit,
  anothersHabit,
  slippedDigit,
  wordsCostLess,
  twice,
  monthlyTwice,
  anotherGroup,
  returnElsewhere,
]
