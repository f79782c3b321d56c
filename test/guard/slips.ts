/**
 * Slips put into the neighbourhood's weeks by the hand that wrote the rules for them: a send that was meant for a usual
 * payee goes to the chat above it, and a stranger's money is "returned" to another stranger. They say whether those
 * rules see what they were made for, and nothing of how often people's slips are like these.
 */

import { recipientOf, type Day, type Person, type Send } from '../../packages/cli/replay/day.ts'
import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs } from '../../packages/core/instant.ts'

export const slipKinds = ['last chat', 'returned, said', 'returned, unsaid'] as const
export type SlipKind = (typeof slipKinds)[number]

export interface Slips {
  day: Day
  /** Which sends are slips, by id. */
  kinds: ReadonlyMap<string, SlipKind>
  screens: ReadonlyMap<string, ScreenFacts>
}

const lastChats = 20
const returns = 10

const hand = { dwellMs: 6_000, amountEdits: 0, recipientChanges: 0, backAndForth: 0 } as const
const saying = ['转错的退给你', '刚才转错了，退回', '退还']

/** The weeks with slips among them, from the fifth on. */
export function withSlips(day: Day, seed: string): Slips {
  const chance = chanceOf(`laisee: slips in the neighbourhood, ${seed}`)
  const from = Math.min(...day.sends.map(({ at }) => at)) + 35 * dayMs
  const kinds = new Map<string, SlipKind>()
  const screens = new Map<string, ScreenFacts>()
  const sends: Send[] = []
  const models = habits(day, from)
  const oneEach = new Map(chance.some(models, models.length).map((model) => [model.from, model])).values()
  for (const model of [...oneEach].slice(0, lastChats)) {
    const id = `slip-${sends.length}`
    const to = { way: 'members', ids: [wrongChat(day, model, chance)] } as const
    sends.push({ ...model, id, at: model.at - 1, to, mistake: { kind: 'wrong_person', meant: model.id } })
    kinds.set(id, 'last chat')
    screens.set(id, { ...hand, chosenFrom: chance.percent(60) ? 'recent' : 'chat' })
  }
  for (let i = 0; i < returns; i++) {
    const isSaid = i % 2 === 0
    const [came, back] = returned(day, { from, no: i, words: isSaid ? chance.pick(saying) : '' }, chance)
    sends.push(came, back)
    kinds.set(back.id, isSaid ? 'returned, said' : 'returned, unsaid')
    screens.set(back.id, { ...hand, chosenFrom: 'search' })
  }
  return { day: { ...day, sends: [...day.sends, ...sends] }, kinds, screens }
}

/** Sends to somebody who was paid about as much at least three times before. */
function habits({ sends }: Day, from: number): Send[] {
  return sends.filter((one) => {
    const to = recipientOf(one.to)
    if (one.at < from || one.mistake || to === undefined) return false
    const before = sends.filter(
      (other) => other.from === one.from && recipientOf(other.to) === to && other.at < one.at,
    )
    const alike = before.filter(({ total }) => total * 4n <= one.total * 5n && total * 5n >= one.total * 4n)
    return alike.length >= 3
  })
}

/**
 * Somebody of a group they share, or one in three times anybody: whoever wrote last. Nobody who gets the same words:
 * what goes to one child instead of the other is an ordinary send.
 */
function wrongChat({ groups, people, sends }: Day, model: Send, chance: Chance): string {
  const mates = groups.filter(({ members }) => members.includes(model.from)).flatMap(({ members }) => members)
  const everyone = people.map(({ id }) => id)
  const same = new Set(
    sends
      .filter((one) => one.from === model.from && one.greeting === model.greeting)
      .map((one) => recipientOf(one.to)),
  )
  const others = (ids: readonly string[]) =>
    ids.filter(
      (id) => id !== model.from && !(model.greeting === '' ? id === recipientOf(model.to) : same.has(id)),
    )
  const near = chance.percent(66) ? others(mates) : []
  return chance.pick(near.length > 0 ? near : others(everyone))
}

/** A stranger's transfer, and the same or a little less of it to another stranger within two days. */
function returned(
  { people, groups }: Day,
  { from, no, words }: { from: number; no: number; words: string },
  chance: Chance,
): [Send, Send] {
  const victim = chance.pick(people)
  const near = new Set(
    groups.filter(({ members }) => members.includes(victim.id)).flatMap((one) => one.members),
  )
  const strangers = people.filter(({ id }) => id !== victim.id && !near.has(id))
  const [giver, other] = chance.some(strangers, 2) as [Person, Person]
  const at = from + chance.whole(0, 30 * 24) * hourMs
  const total = chance.whole(10_000, 500_000)
  const plain = {
    kind: 'transfer',
    count: 1,
    split: null,
    expireAfterS: null,
    delayS: 0,
    claims: [],
    steps: [],
  } as const
  const to = (id: string) => ({ way: 'members', ids: [id] }) as const
  const came: Send = {
    ...plain,
    id: `came-${no}`,
    at,
    from: giver.id,
    to: to(victim.id),
    total: BigInt(total),
    greeting: '',
    mistake: null,
  }
  const less = chance.percent(50) ? total : Math.floor((total * chance.whole(92, 99)) / 100)
  const later = at + chance.whole(5, 48 * 60) * minuteMs
  const mistake = { kind: 'wrong_person', meant: `came-${no}` } as const
  const back = {
    ...came,
    id: `back-${no}`,
    at: later,
    from: victim.id,
    to: to(other.id),
    total: BigInt(less),
    greeting: words,
    mistake,
  }
  return [came, back]
}
