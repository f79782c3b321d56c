/**
 * Signals that what is sent belongs to somebody else than the payee: their name in the words, words that only they get,
 * a size of sum that only they get, and that it is their turn. Who picks the wrong chat fills in the rest as they meant
 * it, so the send itself says whom it is for (last-chat selection; reference page, §12.4).
 */

import { dayMs, type Instant } from '../instant.ts'
import type { Amount } from '../money.ts'
import type { KnownPerson, SendRecord } from './facts.ts'
import { shownName } from './look-alike.ts'
import { shapeOf } from './name-shape.ts'
import { isAbout, roundMs } from './past.ts'
import { areGeneral, wordsKey } from './purpose.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal } from './signal.ts'

/** Enough times for words to be somebody's, and for a size of sum to be. */
const wordsTimes = 2
const sizeTimes = 3
const establishedTimes = 3
const wordsOwnersMax = 3
const ownWordsTimes = 5

/** Two letters, or one of Chinese: 面 is lunch. */
const saysSomething = /\p{Script=Han}|../u

/** A turn comes after so long at least: what is sent every other day is nobody's turn. */
const turnMsMin = 5 * dayMs

export function habitSignals(seen: Seen): Signal[] {
  const { payee } = seen
  if (!payee) return []
  const size = sizeOfOther(payee, seen)
  const found = [nameInWords(payee, seen), wordsOfOther(payee, seen), size?.signal]
  const theirs = size ? seen.past.to(size.ownerId) : []
  if (size && isTurn(theirs, seen.facts.send.at) && mayBeFor(theirs, seen.facts.send.words))
    found.push(signal('turn_of_other', 2, size.signal.data))
  return found.filter((one) => one !== undefined)
}

const named = (payee: KnownPerson) => ({ memberId: payee.id, name: shownName(payee) })

function other(id: string, people: readonly KnownPerson[]) {
  const person = people.find((one) => one.id === id)
  return { otherId: id, otherName: person ? shownName(person) : null }
}

/** Whoever had the most of these, where two in three were theirs and the payee had none; nobody within a round of gifts. */
function ownerOf(
  had: readonly SendRecord[],
  payee: KnownPerson,
  at: Instant,
  times: number,
): { ownerId: string; theirs: readonly SendRecord[] } | undefined {
  if (had.some((one) => one.toKey === payee.id || at - one.at <= roundMs)) return undefined
  const byKey = [...Map.groupBy(had, ({ toKey }) => toKey)].sort(([, a], [, b]) => b.length - a.length)
  const [ownerId, theirs] = byKey[0] ?? []
  if (ownerId === undefined || !theirs || theirs.length < times) return undefined
  return theirs.length * 3 < had.length * 2 ? undefined : { ownerId, theirs }
}

/**
 * Words that one other always got with this very sum, or that a few others get again and again with sums like it: the
 * rent, the children's pocket money. 饭钱 goes now to this one and now to that one, and is nobody's.
 */
function wordsOfOther(payee: KnownPerson, { facts, past }: Seen): Signal | undefined {
  const { words, amount } = facts.send
  const key = wordsKey(words)
  if (!saysSomething.test(key) || areGeneral(key)) return undefined
  const had = past.alike.filter((record) => wordsKey(record.words) === key)
  const byKey = [...Map.groupBy(had, ({ toKey }) => toKey)].sort(([, a], [, b]) => b.length - a.length)
  const [ownerId, theirs] = byKey[0] ?? []
  if (ownerId === undefined || !theirs || byKey.some(([id]) => id === payee.id)) return undefined
  if (!isOneSum(amount, byKey) && !isOneOwner(byKey) && !areEstablished(amount, byKey)) return undefined
  const others = byKey.length > 1 ? byKey.length : null
  const data = { ...named(payee), ...other(ownerId, facts.people), others, words, times: theirs.length }
  return signal('words_of_other', 2, data)
}

type ByKey = readonly (readonly [string, readonly SendRecord[]])[]

const isOneSum = (amount: Amount, byKey: ByKey) =>
  byKey.length === 1 &&
  byKey[0]![1].length >= wordsTimes &&
  byKey[0]![1].every((one) => one.amount === amount)

/** One person alone, so often that the sum says nothing any more. */
const isOneOwner = (byKey: ByKey) => byKey.length === 1 && byKey[0]![1].length >= ownWordsTimes

/** A few people, all of them more than once or twice but for one stray in eight, with sums among which this one lies. */
function areEstablished(amount: Amount, byKey: ByKey): boolean {
  const isOwner = ([, list]: ByKey[number]) => list.length >= establishedTimes
  const [owners, all] = [byKey.filter(isOwner), byKey.flatMap(([, list]) => list)]
  const strays = byKey.filter((one) => !isOwner(one)).flatMap(([, list]) => list)
  if (owners.length === 0 || owners.length > wordsOwnersMax || strays.length * 8 > all.length) return false
  return all.some((one) => one.amount >= amount) && all.some((one) => one.amount <= amount)
}

/** Sums of about this size go to one other person, who hardly gets any other. */
function sizeOfOther(payee: KnownPerson, { facts, past }: Seen) {
  const { amount, at } = facts.send
  const had = past.alike.filter((record) => isAbout(amount, record.amount))
  const owner = ownerOf(had, payee, at, sizeTimes)
  if (!owner || owner.theirs.length * 3 < past.to(owner.ownerId).length * 2) return undefined
  const { ownerId, theirs } = owner
  const data = { amount: Number(amount), times: theirs.length }
  return {
    ownerId,
    signal: signal('size_of_other', 1, { ...named(payee), ...other(ownerId, facts.people), ...data }),
  }
}

/** Paid at even distances, and as long ago as ever: the rent on the first, pocket money on Sundays. */
function isTurn(records: readonly SendRecord[], now: Instant): boolean {
  const times = [now, ...records.map(({ at }) => at)]
  const [since = 0, ...gaps] = times.slice(1).map((at, i) => times[i]! - at)
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1]
  if (gaps.length < 2 || usual === undefined || usual < turnMsMin) return false
  return [since, ...gaps].every((gap) => Math.abs(gap - usual) * 4 <= usual)
}

/** No word says otherwise: nothing is said, what everybody says, what they were told before, or they never get a word. */
function mayBeFor(theirs: readonly SendRecord[], words: string): boolean {
  const key = wordsKey(words)
  const keys = new Set(theirs.map((record) => wordsKey(record.words)))
  return key === '' || areGeneral(key) || keys.has(key) || (keys.size === 1 && keys.has(''))
}

/** Said to one's own family, and to nobody one works with. */
const kin = /妈妈|爸爸|老妈|老爸|爷爷|奶奶|外公|外婆|姥姥|姥爷|老婆|老公|宝贝|亲爱的/u
const atWork: readonly (string | null)[] = ['colleague', 'customer', 'important_customer']

/** Somebody close is named in the words, and the payee is not; or the words are for family, and the payee is from work. */
function nameInWords(payee: KnownPerson, { facts, past }: Seen): Signal | undefined {
  const { words } = facts.send
  const { folded } = shapeOf(words.slice(0, 64))
  if ([...folded].length < 2 || namesOf(payee).some((name) => folded.includes(name))) return undefined
  // What was said to them before is what it is for: 团购 is no 社区团购.
  if (past.same.some((record) => wordsKey(record.words) === wordsKey(words))) return undefined
  const close = facts.people.filter(
    ({ id, isContact }) => id !== payee.id && (isContact || past.to(id).length > 0),
  )
  const meant = close.find((person) => namesOf(person).some((name) => isAddressed(folded, name)))
  if (meant)
    return signal('words_name_other', 2, {
      ...named(payee),
      otherId: meant.id,
      otherName: shownName(meant),
      words,
    })
  if (!atWork.includes(payee.relation) || !kin.test(words)) return undefined
  return signal('words_name_other', 2, { ...named(payee), otherId: null, otherName: null, words })
}

/**
 * Spoken to and not about: the name alone, or with a greeting. 张伟的份子 and 校服费 彩虹 go to who is owed for them, and
 * 张伟给你的 to whom 张伟 has it brought.
 */
function isAddressed(folded: string, name: string): boolean {
  if (!folded.includes(name) || folded.startsWith(`${name}给`)) return false
  const rest = folded.replace(name, '')
  return (
    [...rest].length <= 1 ||
    areGeneral(rest) ||
    /^[给祝]|^的(?!份子)|[收您你]$|^垫的|^(?:hi|hello|dear|for)/u.test(rest)
  )
}

/** What a person may be called by in a greeting: two letters at least. */
function namesOf({ name, alias }: KnownPerson): string[] {
  const shapes = alias === null ? [shapeOf(name)] : [shapeOf(alias), shapeOf(name)]
  const all = shapes.flatMap(({ folded, given }) => [folded, given])
  return all.filter((text) => [...text].length >= (/^\p{Script=Latin}/u.test(text) ? 4 : 2))
}
