/**
 * A recorded day as the guard sees it: each send judged in its turn with what its sender had sent before, the month
 * before included. Pure: nothing is sent.
 */

import { recipientOf, type Day, type Send } from '../../packages/cli/replay/day.ts'
import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { CompiledPolicy } from '../../packages/core/guard/compile.ts'
import {
  latestIdsIn,
  recipientKey,
  type ChosenFrom,
  type GuardFacts,
  type KnownGroup,
  type KnownPerson,
  type ScreenFacts,
  type SendRecord,
} from '../../packages/core/guard/facts.ts'
import { judge, type Judgement } from '../../packages/core/guard/judge.ts'
import { dayMs, hourMs } from '../../packages/core/instant.ts'
import type { MonthBefore } from './past.ts'
import { receiptsOf, receivedBy } from './receipts.ts'
import { sentSince } from './sent-since.ts'

export interface Judged {
  send: Send
  facts: GuardFacts
  judgement: Judgement
  /** Marked a mistake, and something the service knows tells it from what was meant. */
  isVisible: boolean
}

/** Every send of the day in order, judged; what the screen saw of each is drawn where it is not given. */
export function judgeDay(
  day: Day,
  before: MonthBefore,
  policy: CompiledPolicy,
  seed: string,
  screens: ReadonlyMap<string, ScreenFacts> = new Map(),
): Judged[] {
  const chance = chanceOf(`${seed} screens`)
  const spent = new Map<string, bigint>()
  const receipts = receiptsOf(day)
  return day.sends
    .toSorted((a, b) => a.at - b.at)
    .map((send, i, all) => {
      const earlier = all.slice(0, i).filter((one) => one.from === send.from)
      const history = [
        ...(before.records.get(send.from) ?? []),
        ...earlier.map((one) => recordOf(one, send.at)),
      ]
      const screen = screens.get(send.id) ?? screenOf(send, before, chance)
      const received = receivedBy(receipts.get(send.from) ?? [], send.at)
      const facts = { ...factsOf(day, send, history, before, screen), received }
      const wallet = day.people.find(({ id }) => id === send.from)!.wallet - (spent.get(send.from) ?? 0n)
      spent.set(send.from, (spent.get(send.from) ?? 0n) + send.total)
      const judgement = judge(policy, { ...facts, balance: wallet })
      return { send, facts, judgement, isVisible: before.meant.has(send.id) }
    })
}

function recordOf(send: Send, now: number): SendRecord {
  const back = send.steps.find(({ verb }) => verb === 'undo' || verb === 'recall')
  const whole = back && !send.claims.some(({ afterMs }) => afterMs < back.afterMs)
  const backAt = back ? send.at + back.afterMs : 0
  const { toKind, memberIds, groupId } = guarded(send)
  return {
    sendId: send.id,
    at: send.at,
    kind: send.kind,
    toKind,
    toKey: recipientKey({ toKind, memberIds, groupId }),
    amount: send.total,
    count: send.count,
    words: send.greeting,
    takenBackAt: whole && backAt <= now ? backAt : null,
  }
}

function guarded(send: Send): Pick<GuardFacts['send'], 'toKind' | 'memberIds' | 'groupId'> {
  const one = recipientOf(send.to)
  if (one !== undefined)
    return { toKind: 'member', memberIds: [one], groupId: send.to.way === 'group' ? send.to.id : null }
  if (send.to.way === 'group') return { toKind: 'group', memberIds: [], groupId: send.to.id }
  if (send.to.way === 'members') return { toKind: 'members', memberIds: send.to.ids, groupId: null }
  return { toKind: 'link', memberIds: [], groupId: null }
}

function factsOf(
  day: Day,
  send: Send,
  history: readonly SendRecord[],
  before: MonthBefore,
  screen: ScreenFacts,
): GuardFacts {
  const { from: payerId, at, kind, total, count, greeting } = send
  const to = guarded(send)
  const plain = { paidFrom: null, payeeName: null }
  const whole = { payerId, at, kind, ...to, amount: total, count, words: greeting, ...plain }
  return {
    send: whole,
    localHour: new Date(at + 8 * hourMs).getUTCHours(),
    balance: 0n,
    history,
    latestIds: latestIdsIn(history),
    today: sentSince({ history, send: whole }, at - ((at + 8 * hourMs) % dayMs)),
    received: [],
    people: circleOf(day, send, history, before),
    payees: to.memberIds.map((id) => ({ id, frozen: false, blocked: false, reports: 0, minor: false })),
    groups: day.groups
      .filter(({ members }) => members.includes(payerId))
      .map(({ id, name, members }): KnownGroup => ({
        id,
        name,
        members: members.length,
        newMembers: 0,
        blockedMembers: 0,
      })),
    screen,
  }
}

/** Everyone in the sender's groups of up to 500, everyone they have paid, and those they are about to pay. */
function circleOf(day: Day, send: Send, history: readonly SendRecord[], before: MonthBefore): KnownPerson[] {
  const smallest = new Map<string, number>()
  for (const { members } of day.groups.filter((group) => group.members.includes(send.from))) {
    if (members.length > 500) continue
    for (const id of members) smallest.set(id, Math.min(members.length, smallest.get(id) ?? Infinity))
  }
  const paid = new Map(
    history.filter(({ toKind }) => toKind === 'member').map(({ toKey, at }) => [toKey, at]),
  )
  const wanted = new Set([...smallest.keys(), ...paid.keys(), ...guarded(send).memberIds])
  wanted.delete(send.from)
  const names = new Map(day.people.map(({ id, name }) => [id, name]))
  for (const aim of before.meant.values()) if (aim.madeUpName) names.set(aim.memberId!, aim.madeUpName)
  return [...wanted].map((id): KnownPerson => ({
    id,
    name: names.get(id) ?? id,
    alias: null,
    relation: null,
    isContact: paid.has(id) || (smallest.get(id) ?? Infinity) <= 12,
    lastWithAt: paid.get(id) ?? null,
    smallestGroup: smallest.get(id) ?? null,
  }))
}

/** What a screen sees of an ordinary hand, and of one that picked the last chat. */
function screenOf(send: Send, before: MonthBefore, chance: Chance): ScreenFacts {
  const place = chance.whole(1, 100)
  const usual: ChosenFrom =
    place <= 45 ? 'chat' : place <= 75 ? 'recent' : place <= 90 ? 'contacts' : 'search'
  const seldom = (...shares: number[]) => shares.filter((share) => chance.percent(share)).length
  return {
    chosenFrom: before.meant.get(send.id)?.how === 'last_chat' ? 'recent' : usual,
    dwellMs: chance.percent(2)
      ? 1_200
      : chance.percent(5)
        ? chance.whole(60_000, 200_000)
        : chance.whole(3_000, 40_000),
    amountEdits: seldom(15, 3, 2),
    recipientChanges: seldom(5, 1),
    backAndForth: seldom(10, 2),
  }
}
