/**
 * The third crowd's mis-sends, marked with what was meant, after cases that courts and newspapers tell of: the rent to a
 * namesake of the landlord, two people called 彩虹, the chat that was open last, a zero too many, the same again, the
 * group below, a point that was not typed, and money "returned" to an account that it did not come from. Each is made
 * from a send that its sender did mean at some other time; none is chosen by what could be noticed about it.
 */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import { dayMs, minuteMs } from '../../packages/core/instant.ts'
import { give, moment, stranger, type Crowd, type Sent } from './third-crowd.ts'

/** Mistakes begin in the third month. */
const from = moment(70, 0)
const ceiling = 5_000_000n

export type Case =
  'namesake' | 'look_alike' | 'last_chat' | 'zero' | 'twice' | 'group' | 'point' | 'other_account'

/** How often each is made in one crowd's year. */
const counts: [Case, number][] = [
  ['namesake', 7],
  ['look_alike', 7],
  ['last_chat', 6],
  ['zero', 6],
  ['twice', 6],
  ['group', 5],
  ['point', 5],
  ['other_account', 4],
]

type Made = (crowd: Crowd, base: Send, earlier: readonly Send[]) => Send | undefined

const makers: Record<Exclude<Case, 'other_account'>, Made> = {
  namesake: (crowd, base) => toDouble(crowd, base, crowd.namesakes),
  look_alike: (crowd, base) => toDouble(crowd, base, crowd.lookAlikes),
  last_chat: toLastChat,
  zero: (crowd, base) => tooMuch(crowd, base, 10n, '少一个零'),
  twice: sameAgain,
  group: toWrongGroup,
  point: (crowd, base) => (base.total % 100n === 0n ? undefined : tooMuch(crowd, base, 100n, '有小数点')),
}

/** Adds the mistakes, and after most of them the send that had been meant; which case each mistake is, by its id. */
export function withMistakes(crowd: Crowd): Map<string, Case> {
  const ordinary = crowd.sends.toSorted((a, b) => a.at - b.at)
  const made = new Map<string, Case>()
  for (const [kind, count] of counts) {
    const used = new Set<string>()
    for (let n = 0, tries = 0; n < count && tries < 5_000; tries += 1) {
      const mistake =
        kind === 'other_account' ? toOtherAccount(crowd) : fromBase(crowd, ordinary, used, makers[kind])
      if (!mistake) continue
      made.set(mistake.id, kind)
      n += 1
    }
  }
  return made
}

/** A send that its sender had made to that same recipient at least twice before. */
function fromBase(crowd: Crowd, ordinary: readonly Send[], used: Set<string>, make: Made): Send | undefined {
  const base = crowd.chance.pick(ordinary)
  if (base.at < from || used.has(base.id)) return undefined
  const earlier = ordinary.filter((one) => one.from === base.from && one.at < base.at)
  const before = earlier.filter((one) => toOf(one) === toOf(base))
  if (before.length < 2) return undefined
  const mistake = make(crowd, base, earlier)
  if (mistake) used.add(base.id)
  return mistake
}

function toOf({ to }: Send): string {
  return to.way === 'group' ? to.id : to.way === 'members' ? to.ids.join(' ') : ''
}

/** A hand in a hurry, or as it always is. */
function wrong(crowd: Crowd, kind: NonNullable<Send['mistake']>['kind'], meant: string, base: Send): Sent {
  const hasty = crowd.chance.percent(40) ? { dwellMs: crowd.chance.whole(1_200, 4_000) } : {}
  const isUndone = crowd.chance.percent(60)
  return { words: base.greeting, mistake: { kind, meant }, screen: hasty, isUndone }
}

/** Some days after the base a send like it is due, at about the same hour. */
function dueAt(crowd: Crowd, base: Send): number {
  return base.at + crowd.chance.whole(2, 6) * dayMs + crowd.chance.whole(-40, 40) * minuteMs
}

/** Most find out and then send what was meant. */
function thenRight(crowd: Crowd, base: Send, mistaken: Send): Send {
  const { chance } = crowd
  if (mistaken.steps.length > 0 && chance.percent(70)) {
    const at = mistaken.at + chance.whole(1, 12) * minuteMs
    give(crowd, base.from, toOf(base), base.total, at, {
      kind: base.kind,
      count: base.count,
      words: base.greeting,
    })
  }
  return mistaken
}

function toDouble(crowd: Crowd, base: Send, doubles: ReadonlyMap<string, string>): Send | undefined {
  const meant = recipientOf(base.to)
  const double = meant && doubles.get(meant)
  if (!meant || !double) return undefined
  const name = crowd.people.find(({ id }) => id === meant)!.name
  const sent = { ...wrong(crowd, 'wrong_person', `另一个${name}`, base), kind: base.kind }
  return thenRight(crowd, base, give(crowd, base.from, double, base.total, dueAt(crowd, base), sent))
}

/** To whom the sender paid last, minutes ago, and whose chat is still at the top. */
function toLastChat(crowd: Crowd, base: Send, earlier: readonly Send[]): Send | undefined {
  const meant = recipientOf(base.to)
  const last = earlier.findLast(({ to }) => recipientOf(to) !== meant)
  const other = last && recipientOf(last.to)
  if (!meant || !last || !other || last.at < from) return undefined
  const sent = wrong(crowd, 'wrong_person', `发给${meant}，点了刚才的聊天`, base)
  const screen = { ...sent.screen, chosenFrom: 'recent' as const }
  const at = last.at + crowd.chance.whole(2, 25) * minuteMs
  return thenRight(
    crowd,
    base,
    give(crowd, base.from, other, base.total, at, { ...sent, screen, kind: base.kind }),
  )
}

function tooMuch(crowd: Crowd, base: Send, times: bigint, meant: string): Send | undefined {
  const total = base.total * times
  const to = recipientOf(base.to)
  if (!to || total > ceiling) return undefined
  const sent = wrong(crowd, 'extra_zero', meant, base)
  return thenRight(crowd, base, give(crowd, base.from, to, total, dueAt(crowd, base), sent))
}

function sameAgain(crowd: Crowd, base: Send): Send | undefined {
  const at = base.at + crowd.chance.whole(20, 240) * 1_000
  const sent = wrong(crowd, 'duplicate', '以为没发出去', base)
  return give(crowd, base.from, toOf(base), base.total, at, { ...sent, kind: base.kind, count: base.count })
}

function toWrongGroup(crowd: Crowd, base: Send): Send | undefined {
  if (base.to.way !== 'group') return undefined
  const { id } = base.to
  const others = crowd.groups.filter((one) => one.id !== id && one.members.includes(base.from))
  if (others.length === 0) return undefined
  const sent = wrong(crowd, 'wrong_group', `发到${id}群`, base)
  const other = crowd.chance.pick(others)
  const made = give(crowd, base.from, other.id, base.total, dueAt(crowd, base), {
    ...sent,
    count: base.count,
  })
  return thenRight(crowd, base, made)
}

/** A caller says that money came by mistake and names an account to return it to, which is not where it came from. */
function toOtherAccount(crowd: Crowd): Send {
  const { chance } = crowd
  const payer = chance.pick(['mother', 'grandma', 'aunt', 'son', 'owner', 'nurse', 'flat3'])
  const total = BigInt(chance.whole(280, 4_800)) * 100n
  const words = chance.pick(['退款', '退回你转错的钱', '退还误转的钱', ''])
  const mistake = { kind: 'wrong_person' as const, meant: '原路退回' }
  const at = moment(chance.whole(75, 360), chance.whole(8 * 60, 22 * 60))
  return give(crowd, payer, stranger(crowd), total, at, { words, mistake, screen: { chosenFrom: 'search' } })
}
