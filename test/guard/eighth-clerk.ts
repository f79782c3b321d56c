/**
 * A careful clerk who is told only the facts of one send and says whether to ask about it. Each ground is a sentence
 * that can be said to the sender's face; what looks like any other send is let through.
 */

import { recipientKey, type GuardFacts } from '../../packages/core/guard/facts.ts'
import { dayMs } from '../../packages/core/instant.ts'
import { isLikeName, namesOf } from './eighth-names.ts'
import {
  farAboveAll,
  hundredfold,
  sameAgain,
  sumOfAnother,
  tenfold,
  wordsTenfold,
  type Desk,
} from './eighth-sums.ts'

export interface Look {
  visible: boolean
  why: string
}

type Ground = (desk: Desk) => string | null

const grounds: readonly Ground[] = [
  sameAgain,
  tenfold,
  hundredfold,
  wordsTenfold,
  namesake,
  wordsOfAnother,
  wordsNameAnother,
  sumOfAnother,
  backToAnother,
  tooManyShares,
  wordsOfAnotherGroup,
  farAboveAll,
]

/** Whether a send should be asked about, and the ground. */
export function lookAt(facts: GuardFacts): Look {
  const key = recipientKey(facts.send)
  const past = facts.history.filter(({ takenBackAt }) => takenBackAt === null)
  const desk = { facts, key, past, here: past.filter(({ toKey }) => toKey === key) }
  for (const ground of grounds) {
    const why = ground(desk)
    if (why !== null) return { visible: true, why }
  }
  return { visible: false, why: 'nothing tells it from this sender’s other sends' }
}

/** Never paid before, while one of the same or a like name is paid, and the sum or the words are theirs. */
function namesake({ facts: { send, people }, key, past, here }: Desk): string | null {
  const payee = people.find(({ id }) => id === key)
  if (payee === undefined || here.length > 0) return null
  for (const other of people) {
    if (other.id === key) continue
    const isSame = other.name === payee.name
    if (!isSame && !isLikeName(namesOf(payee), namesOf(other))) continue
    const theirs = past.filter(({ toKey }) => toKey === other.id)
    if (isSame && !payee.isContact && (theirs.length > 1 || other.isContact))
      return 'never paid and not a contact, and somebody known has the very same name'
    if (isSame && theirs.length >= 2)
      return 'never paid before, and one of the same name is paid again and again'
    const isTheirs = theirs.some(
      ({ amount, words }) => amount === send.amount || (words !== '' && words === send.words),
    )
    if (isTheirs) return 'never paid before, and one of a like name is paid this sum or with these words'
  }
  return null
}

/** These words always went to one other person, never here. */
function wordsOfAnother({ facts: { send }, key, past }: Desk): string | null {
  if (send.toKind !== 'member' || send.words === '') return null
  const written = past.filter(({ words, toKind }) => words === send.words && toKind === 'member')
  const [first] = written
  if (first === undefined || first.toKey === key) return null
  const isOne = written.every(({ toKey }) => toKey === first.toKey)
  if (!isOne) return null
  if (written.length >= 3) return 'these words were only ever written to one other person'
  const isSum = written.some(({ amount }) => amount === send.amount)
  return written.length >= 2 && isSum ? 'these words with this sum were only ever for one other person' : null
}

/** The words speak of somebody else the sender knows. */
function wordsNameAnother({ facts: { send, people }, key }: Desk): string | null {
  const payee = people.find(({ id }) => id === key)
  if (payee === undefined || send.words.length < 2) return null
  const named = (names: readonly string[]) =>
    names.some((name) => name.length >= 2 && send.words.startsWith(name))
  if (named(namesOf(payee)) || payee.relation === 'family') return null
  return people.some((one) => one.id !== key && one.isContact && named(namesOf(one)))
    ? 'the words begin with another’s name'
    : null
}

/** Money that came in goes back, and not to whom it came from. */
function backToAnother({ facts: { send, received }, key, here }: Desk): string | null {
  if (send.toKind !== 'member' || !/退|还/.test(send.words)) return null
  const from = received.filter(({ amount, at }) => amount === send.amount && send.at - at < 4 * dayMs)
  if (from.length === 0 || from.some(({ fromId }) => fromId === key)) return null
  const isStrange = here.length === 0 && !received.some(({ fromId }) => fromId === key)
  return isStrange ? 'a return of this very sum to one who never sent any' : null
}

/** More shares than there are others in the group. */
function tooManyShares({ facts: { send, groups } }: Desk): string | null {
  const group = groups.find(({ id }) => id === send.groupId)
  if (group === undefined || send.toKind !== 'group') return null
  return send.count > group.members ? 'more shares than the group has members' : null
}

/** A packet whose words and count belong to another group. */
function wordsOfAnotherGroup({ facts: { send }, key, past, here }: Desk): string | null {
  if (send.toKind !== 'group') return null
  const others = past.filter(({ toKind, toKey }) => toKind === 'group' && toKey !== key)
  const written = others.filter(({ words }) => words === send.words)
  const isOne = written.length >= 3 && written.every(({ toKey }) => toKey === written[0]!.toKey)
  if (
    isOne &&
    !here.some(({ words }) => words === send.words) &&
    past.filter(({ words }) => words === send.words).length === written.length
  )
    return 'this greeting was only ever for another group'
  const counted = here.map(({ count }) => count)
  if (here.length < 5 || send.count <= 2 * Math.max(...counted)) return null
  return others.some(({ count }) => count === send.count)
    ? 'so many shares were only ever for another group'
    : null
}
