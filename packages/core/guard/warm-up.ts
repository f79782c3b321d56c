/**
 * Judging for the first time is slow: the tables of sounds are made and no code is compiled yet. A service judges a
 * made-up send some times before it listens, so that nobody's first send is asked about for want of time.
 */

import { dayMs, type Instant } from '../instant.ts'
import type { CompiledPolicy } from './compile.ts'
import type { GuardFacts, KnownPerson, SendRecord } from './facts.ts'
import { judge } from './judge.ts'

const rounds = 20
const noon: Instant = Date.UTC(2026, 0, 1, 4)
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚英']

/** Judge a made-up send until it is quick. Nothing comes of it. */
export function warmUp(policy: CompiledPolicy): void {
  const people = surnames.flatMap((surname) => given.map((name, i) => personCalled(`${surname}${name}`, i)))
  for (let round = 0; round < rounds; round++) judge(policy, factsOf(people, round))
}

function personCalled(name: string, i: number): KnownPerson {
  const id = `warm-${name}`
  return {
    id,
    name,
    alias: i % 3 === 0 ? `${name}（同事）` : null,
    relation: null,
    isContact: true,
    lastWithAt: noon - i * dayMs,
    smallestGroup: i + 2,
  }
}

function factsOf(people: readonly KnownPerson[], round: number): GuardFacts {
  const payee = people[round]!
  const history = people.slice(0, 200).map(({ id }, i): SendRecord => ({
    sendId: `warm-${i}`,
    at: noon - i * dayMs,
    kind: 'transfer',
    toKind: 'member',
    toKey: id,
    amount: BigInt(1_000 + i * 10),
    count: 1,
    words: '',
    takenBackAt: null,
  }))
  const send = {
    payerId: 'warm',
    at: noon,
    kind: 'transfer',
    toKind: 'member',
    memberIds: [payee.id],
    groupId: null,
    amount: 10_000n,
    count: 1,
    words: '饭钱',
    paidFrom: null,
    payeeName: payee.name,
  } as const
  const state = { id: payee.id, frozen: false, blocked: false, reports: 0, minor: false }
  return {
    send,
    localHour: 12,
    balance: 1_000_000n,
    history,
    latestIds: [],
    today: { all: 0n, toPayee: 0n },
    received: [],
    people,
    payees: [state],
    groups: [],
    screen: null,
  }
}
