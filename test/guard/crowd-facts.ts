/**
 * What the service knows when somebody of a made-up crowd is about to send: names as they are by then,
 * aliases and relations, whom a look around the sender finds, what came in, who joined the group, what the
 * wallet holds. The chat that was open and who wrote last stay on the phone, so they are not among it.
 */

import { recipientOf, type Day, type Group, type Person, type Send } from '../../packages/cli/replay/day.ts'
import {
  latestIdsIn,
  recipientKey,
  type GuardFacts,
  type KnownGroup,
  type KnownPerson,
  type ReceivedRecord,
  type ScreenFacts,
  type SendRecord,
} from '../../packages/core/guard/facts.ts'
import { smallGroupMax } from '../../packages/core/guard/look-alike.ts'
import { dayMs, hourMs, type Instant } from '../../packages/core/instant.ts'
import { receiptsOf, receivedBy } from './receipts.ts'
import { sentSince } from './sent-since.ts'

/** A made-up crowd, as far as the service would know it. */
export interface Crowd {
  day: Day
  people: readonly Person[]
  groups: readonly Group[]
  contacts: ReadonlyMap<string, ReadonlyMap<string, Pick<KnownPerson, 'alias' | 'relation'>>>
  renames: readonly { id: string; name: string; at: Instant }[]
  /** Who came to a group later; its members have them already. */
  joins: readonly { groupId: string; at: Instant }[]
  screens: ReadonlyMap<string, ScreenFacts>
}

/** One send with what is known when it is asked. */
export interface Told {
  send: Send
  facts: GuardFacts
}

/**
 * Every send in its turn, with the facts of that moment. `kept` is what somebody keeps in the wallet, in fen;
 * what they lack for a send they pay in before it.
 */
export function crowdFacts(crowd: Crowd, kept: (id: string) => bigint): Told[] {
  const histories = new Map<string, SendRecord[]>()
  const spent = new Map<string, bigint>()
  const receipts = receiptsOf(crowd.day)
  return crowd.day.sends.map((send) => {
    const before = histories.get(send.from) ?? []
    const history = before.map((record) => asOf(record, send.at))
    const inbox = receipts.get(send.from) ?? []
    const balance = balanceOf(kept(send.from), send, inbox, spent)
    const facts = { ...factsOf(crowd, send, history, balance), received: receivedBy(inbox, send.at) }
    histories.set(send.from, [recordOf(send), ...before])
    return { send, facts }
  })
}

function balanceOf(
  usual: bigint,
  { from, at, total }: Send,
  inbox: readonly ReceivedRecord[],
  spent: Map<string, bigint>,
): bigint {
  const came = inbox.filter((one) => one.at <= at).reduce((sum, one) => sum + one.amount, 0n)
  const out = spent.get(from) ?? 0n
  const left = usual + came - out
  const holds =
    left >= total && left >= usual / 4n
      ? left
      : (left > 0n ? left : 0n) + usual + (total > usual ? total : 0n)
  // What was paid in counts as not spent.
  spent.set(from, out - (holds - left) + total)
  return holds
}

function toOf({ to }: Send): Pick<GuardFacts['send'], 'toKind' | 'memberIds' | 'groupId'> {
  const one = recipientOf(to)
  if (one !== undefined) return { toKind: 'member', memberIds: [one], groupId: null }
  return { toKind: 'group', memberIds: [], groupId: to.way === 'group' ? to.id : null }
}

/** Taken back by the moment it was undone; until then it stands. */
function recordOf(send: Send): SendRecord {
  const back = send.steps.find(({ verb }) => verb === 'undo')
  return {
    sendId: send.id,
    at: send.at,
    kind: send.kind,
    toKind: toOf(send).toKind,
    toKey: recipientKey(toOf(send)),
    amount: send.total,
    count: send.count,
    words: send.greeting,
    takenBackAt: back ? send.at + back.afterMs : null,
  }
}

function asOf(record: SendRecord, now: Instant): SendRecord {
  return record.takenBackAt !== null && record.takenBackAt > now ? { ...record, takenBackAt: null } : record
}

function factsOf(
  crowd: Crowd,
  send: Send,
  history: readonly SendRecord[],
  balance: bigint,
): Omit<GuardFacts, 'received'> {
  const { from: payerId, at, kind, total: amount, count, greeting: words } = send
  const whole = { payerId, at, kind, ...toOf(send), amount, count, words, paidFrom: null, payeeName: null }
  const local = at + 8 * hourMs
  return {
    send: whole,
    localHour: new Date(local).getUTCHours(),
    balance,
    history,
    latestIds: latestIdsIn(history),
    today: sentSince({ history, send: whole }, at - (local % dayMs)),
    people: whole.memberIds.length === 0 ? [] : peopleAround(crowd, send, history),
    payees: whole.memberIds.map((id) => ({ id, frozen: false, blocked: false, reports: 0, minor: false })),
    groups: whole.groupId === null ? [] : groupsBeside(crowd, send, history),
    screen: crowd.screens.get(send.id) ?? null,
  }
}

const groupsSentTo = (history: readonly SendRecord[]) =>
  new Set(history.filter(({ toKind }) => toKind === 'group').map(({ toKey }) => toKey))

function peopleAround(crowd: Crowd, { from, at, to }: Send, history: readonly SendRecord[]): KnownPerson[] {
  const contacts = crowd.contacts.get(from)
  const paid = new Map<string, Instant>()
  for (const { toKind, toKey, at: when } of history)
    if (toKind === 'member') paid.set(toKey, Math.max(when, paid.get(toKey) ?? 0))
  const smallest = new Map<string, number>()
  const sentTo = groupsSentTo(history)
  for (const { id, members } of crowd.groups)
    if (sentTo.has(id) && members.length <= smallGroupMax)
      for (const one of members) smallest.set(one, Math.min(members.length, smallest.get(one) ?? Infinity))
  const ids = new Set([recipientOf(to)!, ...paid.keys(), ...(contacts?.keys() ?? []), ...smallest.keys()])
  ids.delete(from)
  return [...ids].map((id) => ({
    id,
    name: nameAt(crowd, id, at),
    alias: contacts?.get(id)?.alias ?? null,
    relation: contacts?.get(id)?.relation ?? null,
    isContact: contacts?.has(id) ?? false,
    lastWithAt: paid.get(id) ?? null,
    smallestGroup: smallest.get(id) ?? null,
  }))
}

/** What somebody calls themselves at a moment. */
export function nameAt({ people, renames }: Crowd, id: string, at: Instant): string {
  const latest = renames.filter((one) => one.id === id && one.at <= at).sort((a, b) => b.at - a.at)[0]
  return latest?.name ?? people.find((one) => one.id === id)!.name
}

function groupsBeside(crowd: Crowd, { to, at }: Send, history: readonly SendRecord[]): KnownGroup[] {
  const target = to.way === 'group' ? to.id : ''
  const sentTo = groupsSentTo(history)
  const since = history.reduce((most, one) => (one.toKey === target ? Math.max(most, one.at) : most), 0)
  const isNew = (when: Instant) => when <= at && when > (since === 0 ? at - 7 * dayMs : since)
  return crowd.groups
    .filter(({ id }) => id === target || sentTo.has(id))
    .map(({ id, name, members }) => {
      const later = crowd.joins.filter((one) => one.groupId === id)
      return {
        id,
        name,
        members: members.length - later.filter((one) => one.at > at).length,
        newMembers: id === target ? later.filter((one) => isNew(one.at)).length : 0,
        blockedMembers: 0,
      }
    })
}
