/**
 * Which mis-sends of the fifth crowd a guard could see, said before any judging. Visible is what a careful
 * clerk could tell who sees only the facts of the send (the sender's earlier sends, the names in their
 * circle, groups, receipts, the screen, the words), not what was intended, and who may not stop more than 3
 * in 100 of all ordinary sends. To such a clerk a send stands out where both hold:
 *
 * 1. it departs from what this sender did with that payee or group before: never paid, or another size (8
 *    times or more, up or down), or for another purpose by its words, or once more within minutes where
 *    nobody does that; and
 * 2. something in the facts points to what was meant, or to an error: a like-named person who is paid for
 *    this or with this sum; the same send minutes ago; ten or a hundred times the habitual sum; the money
 *    came from somebody else; another group, or one other person alone, that gets just this; the words name
 *    somebody else.
 *
 * A mis-send that looks as an ordinary send of this sender to that same payee does is not visible, nor is one
 * to a new payee of an everyday sum that nothing points away from. The clerk is one and the same for every
 * send, and that it keeps to its 3 in 100 is tested.
 */

import {
  recipientKey,
  type GuardFacts,
  type KnownPerson,
  type SendRecord,
} from '../../packages/core/guard/facts.ts'
import { minuteMs } from '../../packages/core/instant.ts'
import { isAlike, isSameName, isSamePurpose, purposeOf } from './fifth-likeness.ts'

interface Desk {
  facts: GuardFacts
  /** Sent and not taken back: to this payee, and to all others. */
  mine: readonly SendRecord[]
  others: readonly SendRecord[]
}

export interface Look {
  visible: boolean
  why: string
}

/** What the clerk makes of a send. */
export function lookAt(facts: GuardFacts): Look {
  const key = recipientKey(facts.send)
  const standing = facts.history.filter(({ takenBackAt }) => takenBackAt === null)
  const mine = standing.filter(({ toKey }) => toKey === key)
  const desk = { facts, mine, others: standing.filter(({ toKey }) => toKey !== key) }
  const again = repeated(desk)
  if (again !== null) return { visible: true, why: again }
  const departure = departed(desk)
  if (departure === null) return { visible: false, why: 'as this sender does with this payee' }
  const clue = clueOf(desk)
  if (clue === null) return { visible: false, why: `${departure}, and nothing points elsewhere` }
  return { visible: true, why: `${departure}; ${clue}` }
}

const soonMs = 10 * minuteMs
const isTwin = (one: SendRecord, { amount, words }: Pick<SendRecord, 'amount' | 'words'>) =>
  one.amount === amount && one.words === words

/** The same send minutes ago, where this sender has not done so with this payee before. */
function repeated({ facts: { send }, mine }: Desk): string | null {
  const [last, ...rest] = mine.toSorted((a, b) => b.at - a.at)
  if (!last || send.at - last.at > soonMs || !isTwin(last, send)) return null
  const inOrder = [last, ...rest]
  const isHabit = inOrder.some((one, i) => {
    const next = inOrder[i + 1]
    return next !== undefined && one.amount === next.amount && one.at - next.at <= soonMs
  })
  return isHabit ? null : 'the same send minutes ago, and never so before'
}

const otherPurpose = 'for what it was never said to be'

function departed({ facts: { send }, mine }: Desk): string | null {
  if (mine.length === 0) return 'never paid before'
  const usual = habitual(mine)
  if (send.amount >= usual * 8n && send.amount >= span(mine)[1] * 2n)
    return 'at least 8 times the habitual sum'
  if (send.amount * 8n <= span(mine)[0]) return 'at most an eighth of the least before'
  const isOther = purposeOf(send.words).size > 0 && !mine.some((one) => isFor(one, send))
  return isOther ? otherPurpose : null
}

const isFor = (one: { words: string }, other: { words: string }) => isSamePurpose(one.words, other.words)

function span(records: readonly SendRecord[]): [bigint, bigint] {
  return records.reduce<[bigint, bigint]>(
    ([least, most], { amount }) => [amount < least ? amount : least, amount > most ? amount : most],
    [records[0]!.amount, records[0]!.amount],
  )
}

/** The middle one of the sums before. */
function habitual(records: readonly SendRecord[]): bigint {
  const sums = records.map(({ amount }) => amount).sort((a, b) => Number(a - b))
  return sums[Math.floor((sums.length - 1) / 2)]!
}

function clueOf(desk: Desk): string | null {
  if (desk.facts.send.toKind === 'group') return zeros(desk) ?? otherGroup(desk)
  return likeNamed(desk) ?? zeros(desk) ?? cameFrom(desk) ?? named(desk) ?? onlyOther(desk)
}

const namesOf = ({ name, alias }: KnownPerson) => (alias === null ? [name] : [name, alias])

function likeNamed({ facts, mine, others }: Desk): string | null {
  const { send, people } = facts
  const payee = people.find(({ id }) => id === send.memberIds[0])!
  // Where only the purpose is new, only the very purpose or sum tells; elsewhere what is usual does as well.
  const isFar = mine.length === 0 || departed({ facts, mine, others }) !== otherPurpose
  const isUnknown = mine.length === 0 && !payee.isContact && payee.smallestGroup === null
  for (const one of people) {
    const theirs = others.filter(({ toKey }) => toKey === one.id)
    if (one.id === payee.id || theirs.length === 0) continue
    const pairs = namesOf(payee).flatMap((a) => namesOf(one).map((b) => [a, b] as const))
    if (!pairs.some(([a, b]) => isAlike(a, b))) continue
    const isThis = theirs.some((past) => isFor(past, send) || past.amount === send.amount)
    const [least, most] = span(theirs)
    const isUsual = isFar && theirs.length >= 2 && send.amount * 2n >= least && send.amount <= most * 2n
    const isSame = mine.length === 0 && pairs.some(([a, b]) => isSameName(a, b))
    if (isThis || isUsual) return `${one.name}, named like it, is paid for this or so much`
    if (isSame || isUnknown) return `one who is paid has the name, or nearly: ${one.name}`
  }
  return null
}

/** Ten or a hundred times what is habitual with this payee or, where they are new, for this purpose. */
function zeros({ facts: { send }, mine, others }: Desk): string | null {
  const usual = mine.length > 0 ? mine : others.filter((one) => isFor(one, send))
  if (usual.length < (mine.length > 0 ? 1 : 3)) return null
  const [least, most] = span(usual)
  if (send.amount < habitual(usual) * 8n || send.amount < most * 2n) return null
  // A fifth less or a fourth more is still about as much as usual.
  const isTimes = (by: bigint) => send.amount * 5n >= least * by * 4n && send.amount * 4n <= most * by * 5n
  const by = [10n, 100n].find(isTimes)
  return by === undefined ? null : `${by} times what is habitual`
}

function cameFrom({ facts: { send, received, history } }: Desk): string | null {
  const payee = send.memberIds[0]!
  const isBack = /退|还|转错|余款|剩/u.test(send.words)
  if (!isBack && send.amount % 5_000n === 0n) return null
  const same = received.filter(({ amount }) => amount === send.amount)
  if (same.some(({ fromId }) => fromId === payee)) return null
  const isOpen = ({ fromId, at }: { fromId: string; at: number }) =>
    !history.some(
      (one) => one.toKey === fromId && one.at > at && one.amount === send.amount && one.takenBackAt === null,
    )
  const from = same.find(isOpen)
  if (from) return `so much came from ${from.fromId}, who has not had it back`
  const isFromPayee = received.some(({ fromId }) => fromId === payee)
  const source = received.find(({ amount }) => amount >= send.amount)
  return isBack && !isFromPayee && source
    ? `nothing came from the payee, and more from ${source.fromId}`
    : null
}

/** The words name another of the circle, and not the payee. */
function named({ facts: { send, people } }: Desk): string | null {
  const called = (one: KnownPerson) =>
    namesOf(one).some((name) => name.length >= 2 && send.words.includes(name))
  const isGiven = (one: KnownPerson) => one.name.length === 3 && send.words.includes(one.name.slice(1))
  const found = people.filter((one) => called(one) || isGiven(one))
  if (found.length === 0 || found.some(({ id }) => id === send.memberIds[0])) return null
  return `the words name ${found[0]!.name}`
}

/** These words and about this sum have gone to one other alone, twice or more. */
function onlyOther({ facts: { send }, mine, others }: Desk): string | null {
  if (send.words === '' || mine.some((one) => isFor(one, send))) return null
  const such = others.filter((one) => one.toKind === 'member' && isFor(one, send))
  const keys = new Set(such.map(({ toKey }) => toKey))
  const near = such.filter(({ amount }) => amount * 5n >= send.amount * 4n && amount * 4n <= send.amount * 5n)
  return keys.size === 1 && near.length >= 2 ? `${such[0]!.toKey} alone is paid so much for this` : null
}

/** Another group that gets such packets, by their words or by their very sum, where this one does not. */
function otherGroup({ facts: { send, groups }, mine, others }: Desk): string | null {
  const isSuch = (one: SendRecord) => (send.words === '' ? one.amount === send.amount : isFor(one, send))
  const here = groups.find(({ id }) => id === send.groupId)!
  const called = groups.find(({ id, name }) => id !== here.id && isSamePurpose(name, send.words))
  if (called && !isSamePurpose(here.name, send.words)) return `the words name ${called.name}`
  if (mine.some(isSuch)) return null
  const least = send.words === '' ? 2 : 1
  const found = groups.find(
    ({ id }) => others.filter((one) => one.toKey === id && isSuch(one)).length >= least,
  )
  return found === undefined ? null : `${found.name} gets such packets`
}
