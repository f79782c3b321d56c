/** Signals about the group a send is for: is it the one that is meant, and who is in it now? */

import type { Amount } from '../money.ts'
import type { GuardFacts, GuardedSend, KnownGroup, SendRecord } from './facts.ts'
import { likenessOf } from './likeness.ts'
import type { Past } from './past.ts'
import { plainWords } from './plain-words.ts'
import { areGeneral } from './purpose.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal } from './signal.ts'

export function groupSignals({ facts, past, group }: Seen): Signal[] {
  const { send, groups } = facts
  if (!group || send.toKind !== 'group') return []
  const found: (Signal | undefined)[] = [
    past.same.length === 0 ? signal('group_first', 1, whichIs(group)) : undefined,
    larger(group, groups, past),
    looksAlike(group, groups, past),
    belongsToOther(group, facts, past),
    namedInWords(group, facts, past),
    sharesOfOther(group, facts, past),
    fewShares(group, send),
  ]
  if (group.newMembers > 0)
    found.push(signal('group_new_members', 1, { ...whichIs(group), newMembers: group.newMembers }))
  if (group.blockedMembers > 0)
    found.push(signal('group_has_blocked', 1, { ...whichIs(group), blockedMembers: group.blockedMembers }))
  return found.filter((one) => one !== undefined)
}

const whichIs = (group: KnownGroup) => ({ groupId: group.id, groupName: group.name, members: group.members })

/** The size of the groups this sender has sent to, the largest of them. */
export function usualGroupSize(groups: readonly KnownGroup[], past: Past): number {
  const sizes = groups.filter(({ id }) => past.to(id).length > 0).map(({ members }) => members)
  return sizes.length === 0 ? 0 : Math.max(...sizes)
}

/** At least twice as many people as in any group this sender has sent to. */
function larger(group: KnownGroup, groups: readonly KnownGroup[], past: Past): Signal | undefined {
  if (past.same.length > 0) return undefined
  const usual = usualGroupSize(groups, past)
  if (usual === 0 || group.members < usual * 2) return undefined
  return signal('group_larger', group.members >= usual * 10 ? 2 : 1, {
    ...whichIs(group),
    usualMembers: usual,
  })
}

/** A group of nearly the same name that the sender has sent to, while never to this one. */
function looksAlike(group: KnownGroup, groups: readonly KnownGroup[], past: Past): Signal | undefined {
  if (past.same.length > 0) return undefined
  for (const other of groups) {
    if (other.id === group.id || past.to(other.id).length === 0) continue
    const likeness = likenessOf(group.name, other.name)
    if (likeness !== 'same' && likeness !== 'look' && likeness !== 'sound') continue
    return signal('group_looks_alike', 3, { ...whichIs(group), otherId: other.id, otherName: other.name })
  }
  return undefined
}

/**
 * What is being sent was sent to another group before, and never to this one: a greeting in words of one's own, or about
 * as many shares of about as much.
 */
function belongsToOther(group: KnownGroup, { send, groups }: GuardFacts, past: Past): Signal | undefined {
  for (const other of groups) {
    if (other.id === group.id || send.count > other.members) continue
    const data = { ...whichIs(group), otherId: other.id, otherName: other.name }
    if (isWordsOf(other.id, send.words, past)) return signal('group_words_of_other', 3, data)
    const isLike = (key: string) => past.to(key).filter((record) => isLikeShares(send, record)).length >= 2
    if (isLike(other.id) && !isLike(group.id)) return signal('group_of_other', 2, data)
  }
  return undefined
}

/** What many groups are called by, and many greetings speak of. */
const inManyNames =
  /大家|家人|一家|家庭|朋友|同学|同事|老师|亲戚|兄弟|姐妹|宝贝|快乐|开心|幸福|相亲|相爱|美好|吉祥|平安/u

/**
 * The words speak of another group by a part of its name that this one does not have, and that was never said here:
 * 低音加油 is for 晨曦女低音.
 */
function namedInWords(group: KnownGroup, { send, groups }: GuardFacts, past: Past): Signal | undefined {
  const pairs = pairsOf(plainWords(send.words)).filter((pair) => !areGeneral(pair) && !inManyNames.test(pair))
  const said = (pair: string, text: string) => plainWords(text).includes(pair)
  const strange = pairs.filter(
    (pair) => !said(pair, group.name) && !past.same.some(({ words }) => said(pair, words)),
  )
  const other = groups.find(({ id, name }) => id !== group.id && strange.some((pair) => said(pair, name)))
  if (!other) return undefined
  return signal('words_name_other_group', 2, {
    ...whichIs(group),
    otherId: other.id,
    otherName: other.name,
    words: send.words,
  })
}

/** Every two Chinese characters that stand together. */
function pairsOf(text: string): string[] {
  return [...text]
    .map((letter, i, all) => letter + (all[i + 1] ?? ''))
    .filter((pair) => /^\p{Script=Han}{2}$/u.test(pair))
}

/** A share for each: everyone, or everyone else. */
const isForAll = (count: number, { members }: KnownGroup) => count === members || count === members - 1

/** As many shares as another group always gets, or has people for, where this one was never given so many. */
function sharesOfOther(
  group: KnownGroup,
  { send: { count, kind }, groups }: GuardFacts,
  past: Past,
): Signal | undefined {
  if (kind === 'exclusive' || count < 3 || isForAll(count, group)) return undefined
  if (past.same.some((record) => record.count === count)) return undefined
  const other = groups.find((one) => {
    const theirs = past.to(one.id)
    return one.id !== group.id && theirs.length > 1 && theirs.every((record) => record.count === count)
  })
  if (!other) return undefined
  return signal('shares_of_other', 2, { ...whichIs(group), otherId: other.id, otherName: other.name, count })
}

/** A greeting that was sent to more than one group belongs to none of them. */
function isWordsOf(key: string, words: string, past: Past): boolean {
  if ([...words].length < 3) return false
  const keys = new Set(past.alike.filter((record) => record.words === words).map(({ toKey }) => toKey))
  return (
    keys.size === 1 && keys.has(key) && past.to(key).filter((record) => record.words === words).length >= 2
  )
}

function isLikeShares(send: GuardedSend, record: SendRecord): boolean {
  const counts = [BigInt(Math.max(1, send.count)), BigInt(Math.max(1, record.count))] as const
  return isWithin(...counts) && isWithin(send.amount / counts[0], record.amount / counts[1])
}

/** Within a quarter. */
function isWithin(one: Amount, other: Amount): boolean {
  const off = one - other
  return (off < 0n ? -off : off) * 4n <= other
}

/** Shares for less than a third of those who see it. */
function fewShares(group: KnownGroup, send: GuardedSend): Signal | undefined {
  if (send.kind === 'exclusive' || send.count * 3 > group.members) return undefined
  return signal('few_shares', 1, { ...whichIs(group), count: send.count })
}
