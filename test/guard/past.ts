/**
 * A month before a recorded day, made up: what each of its senders usually sends, to whom, and how much. It is made to
 * fit what they meant on the day, so that there is a "usual" to depart from; how often an ordinary send departs from it
 * all the same is given (`Novelty`), and the guard's false alarms are measured against it.
 */

import { recipientOf, type Day, type Send } from '../../packages/cli/replay/day.ts'
import { dayMs, type Instant } from '../../packages/core/instant.ts'
import { recipientKey, type SendRecord, type ToKind } from '../../packages/core/guard/facts.ts'
import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import { meantOf, type Meant } from './meant.ts'

/** In how many of a hundred ordinary sends the recipient was never sent to, and the amount is of another size. */
export interface Novelty {
  payee: number
  amount: number
}

export interface MonthBefore {
  records: ReadonlyMap<string, readonly SendRecord[]>
  /** What was meant by each mistake that says so. */
  meant: ReadonlyMap<string, Meant>
}

interface Usual {
  to: { toKind: ToKind; memberIds: readonly string[]; groupId: string | null }
  kind: Send['kind']
  count: number
  amount: bigint
  /** Always this very sum, as rent is. */
  exactly: boolean
  times: number
}

const sums = [100, 188, 200, 520, 666, 888, 1_000, 1_314, 1_500, 1_880, 2_000, 3_000, 5_200, 6_600, 8_888]
const larger = [
  10_000, 13_140, 16_800, 18_800, 20_000, 30_000, 50_000, 80_000, 100_000, 200_000, 350_000, 500_000,
]
const greetings = ['恭喜发财', '新年快乐', '辛苦了', '谢谢', '', '', '']

/** The month before, from a seed. */
export function monthBefore(day: Day, seed: string, novelty: Novelty): MonthBefore {
  const chance = chanceOf(seed)
  const start = Math.min(...day.sends.map(({ at }) => at)) - 6 * 3_600_000
  const meant = new Map<string, Meant>()
  const usual = new Map<string, Usual[]>()
  const add = (from: string, ...more: Usual[]) => usual.set(from, [...(usual.get(from) ?? []), ...more])
  for (const send of day.sends) {
    const aim = meantOf(send, day, chance)
    if (aim) meant.set(send.id, aim)
    if (aim) add(send.from, usualOfMistake(send, aim, chance))
    else if (!send.mistake) add(send.from, ...usualOfOrdinary(send, novelty, chance))
  }
  for (const from of new Set(day.sends.map((send) => send.from))) {
    add(from, ...background(from, day, usual.get(from) ?? [], chance))
  }
  let number = 0
  const records = new Map(
    [...usual].map(([from, list]) => [
      from,
      list.flatMap((one) => recordsOf(one, start, chance, () => `past-${++number}`)),
    ]),
  )
  return { records, meant }
}

function addressOf({ to }: Send): Usual['to'] {
  const one = recipientOf(to)
  if (one !== undefined) return { toKind: 'member', memberIds: [one], groupId: null }
  if (to.way === 'group') return { toKind: 'group', memberIds: [], groupId: to.id }
  if (to.way === 'members') return { toKind: 'members', memberIds: to.ids, groupId: null }
  return { toKind: 'link', memberIds: [], groupId: null }
}

/** What was meant is usual: to that person or group, about so much. */
function usualOfMistake(send: Send, aim: Meant, chance: Chance): Usual {
  const to: Usual['to'] = aim.memberId
    ? { toKind: 'member', memberIds: [aim.memberId], groupId: null }
    : aim.groupId
      ? { toKind: 'group', memberIds: [], groupId: aim.groupId }
      : addressOf(send)
  const exactly = aim.how === 'last_chat'
  return { to, kind: send.kind, count: send.count, amount: aim.amount, exactly, times: chance.whole(3, 5) }
}

/** An ordinary send is of a habit, but for the novelty that is asked for. */
function usualOfOrdinary(send: Send, novelty: Novelty, chance: Chance): Usual[] {
  const isNewSize = chance.percent(novelty.amount)
  const amount = isNewSize ? otherSize(send.total, chance) : send.total
  const { kind, count } = send
  const times = chance.whole(1, 5)
  const one: Usual = { to: addressOf(send), kind, count, amount, exactly: false, times }
  if (!chance.percent(novelty.payee)) return [one]
  // Somebody new: the habit of that size is with nobody in particular, and is left to the background.
  return []
}

/** Another size: half of it down to a fifteenth, seldom so little; or some times more. */
function otherSize(amount: bigint, chance: Chance): bigint {
  const times = BigInt(Math.min(chance.whole(2, 15), chance.whole(2, 15)))
  return chance.percent(60) ? amount / times + 1n : amount * BigInt(chance.whole(2, 6))
}

/** Others whom this person pays, and groups they send to, at the sizes of their own day. */
function background(from: string, day: Day, own: readonly Usual[], chance: Chance): Usual[] {
  const groups = day.groups.filter((group) => group.members.includes(from) && group.members.length <= 100)
  const mates = [...new Set(groups.flatMap((group) => group.members))].filter((id) => id !== from)
  const sent = day.sends.filter((send) => send.from === from && !send.mistake)
  const sizes = [
    ...own.map(({ amount, count }) => amount / BigInt(count)),
    ...sent.map((s) => s.total / BigInt(s.count)),
  ]
  const size = () => (sizes.length > 0 ? chance.pick(sizes) : BigInt(chance.pick(sums)))
  const theirs = own.find(({ exactly }) => exactly)?.amount
  const avoid = new Set([
    ...own.flatMap(({ to }) => to.memberIds),
    ...day.sends.filter((s) => s.from === from).map((s) => recipientOf(s.to)),
  ])
  const payees = chance.some(mates, Math.min(mates.length, chance.whole(2, 6))).filter((id) => !avoid.has(id))
  return payees.map((id): Usual => {
    const amount = size()
    return {
      to: { toKind: 'member', memberIds: [id], groupId: null },
      kind: 'direct',
      count: 1,
      amount: amount === theirs ? (amount * 2n) / 3n : amount,
      exactly: false,
      times: chance.whole(1, 4),
    }
  })
}

/** Its sends of the month; what is always one very sum is nobody else's. */
function recordsOf(usual: Usual, start: Instant, chance: Chance, newId: () => string): SendRecord[] {
  const { to, kind } = usual
  return Array.from({ length: usual.times }, (): SendRecord => {
    const count = to.toKind === 'group' ? around(usual.count, chance) : usual.count
    const total = usual.exactly ? usual.amount : near(usual.amount, chance)
    return {
      sendId: newId(),
      at: start - chance.whole(1, 30) * dayMs + chance.whole(0, 12) * 3_600_000,
      kind,
      toKind: to.toKind,
      toKey: recipientKey(to),
      amount: count === usual.count ? total : (total * BigInt(count)) / BigInt(usual.count),
      count,
      words: chance.pick(greetings),
      takenBackAt: null,
    }
  })
}

const around = (count: number, chance: Chance) =>
  chance.percent(50) ? count : Math.max(1, count + chance.whole(-2, 2))

/** The sum itself, or one that people send of about that size. */
function near(amount: bigint, chance: Chance): bigint {
  if (chance.percent(35)) return amount
  const alike = [...sums, ...larger].filter(
    (sum) => BigInt(sum) * 3n >= amount * 2n && BigInt(sum) * 3n <= amount * 4n,
  )
  return alike.length > 0 ? BigInt(chance.pick(alike)) : (amount * BigInt(chance.whole(75, 130))) / 100n
}
