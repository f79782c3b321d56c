/** Facts for tests: an ordinary transfer of ¥65 to somebody often paid, but for what a test says differently. */

import { dayMs, type Instant } from '../../instant.ts'
import {
  type GuardedSend,
  type GuardFacts,
  type KnownGroup,
  type KnownPerson,
  type PayeeState,
  type ScreenFacts,
  type SendRecord,
} from '../facts.ts'

/** 2026-02-10 16:00 in Shanghai. */
export const afternoon: Instant = Date.parse('2026-02-10T08:00:00Z')

/** Somebody the sender knows, as a contact where nothing else is said. */
export function person(id: string, name: string, more: Partial<KnownPerson> = {}): KnownPerson {
  const plain = { alias: null, relation: null, isContact: true, lastWithAt: null, smallestGroup: null }
  return { id, name, ...plain, ...more }
}

export function group(id: string, name: string, members: number, more: Partial<KnownGroup> = {}): KnownGroup {
  return { id, name, members, newMembers: 0, blockedMembers: 0, ...more }
}

let number = 0

/** One send of the past, so many days before the afternoon. */
export function past(
  toKey: string,
  amount: number,
  daysAgo: number,
  more: Partial<SendRecord> = {},
): SendRecord {
  return {
    sendId: `past-${++number}`,
    at: afternoon - daysAgo * dayMs,
    kind: 'transfer',
    toKind: 'member',
    toKey,
    amount: BigInt(amount),
    count: 1,
    words: '',
    takenBackAt: null,
    ...more,
  }
}

/** The same sum several times, a week apart. */
export function often(
  toKey: string,
  amount: number,
  times = 4,
  more: Partial<SendRecord> = {},
): SendRecord[] {
  return Array.from({ length: times }, (_, i) => past(toKey, amount, 5 + i * 7, more))
}

/** A packet of the past into a group. */
export const toGroup = (count: number, words = ''): Partial<SendRecord> => ({
  kind: 'lucky',
  toKind: 'group',
  count,
  words,
})

export const calm: ScreenFacts = {
  chosenFrom: 'chat',
  dwellMs: 8_000,
  amountEdits: 0,
  recipientChanges: 0,
  backAndForth: 0,
}

export interface Told extends Partial<Omit<GuardFacts, 'send' | 'payees'>> {
  to?: string
  send?: Partial<GuardedSend>
  payee?: Partial<PayeeState>
}

/** Everything the guard is given, for a transfer to one person. */
export function factsOf({ to = 'bob', send, payee, ...more }: Told = {}): GuardFacts {
  const whole: GuardedSend = {
    payerId: 'ann',
    at: afternoon,
    kind: 'transfer',
    toKind: 'member',
    memberIds: [to],
    groupId: null,
    amount: 6_500n,
    count: 1,
    words: '',
    paidFrom: null,
    payeeName: null,
    ...send,
  }
  return {
    send: whole,
    localHour: 16,
    balance: 100_000_000n,
    history: often('bob', 6_500),
    latestIds: [],
    today: { all: 0n, toPayee: 0n },
    received: [],
    people: [person('bob', '李丽')],
    payees: whole.memberIds.map((id) => ({
      id,
      frozen: false,
      blocked: false,
      reports: 0,
      minor: false,
      ...payee,
    })),
    groups: [],
    screen: calm,
    ...more,
  }
}

/** Facts of a packet into a group. */
export function groupFacts({ send, ...more }: Told & { groups: readonly KnownGroup[] }): GuardFacts {
  const to = { kind: 'lucky', toKind: 'group', memberIds: [], count: 5 } as const
  return factsOf({ ...more, send: { ...to, groupId: more.groups[0]!.id, amount: 2_000n, ...send } })
}
