/** What the screen saw of each send: how the payee was found, how long the hand stayed, what was changed. */

import { recipientOf } from '../../packages/cli/replay/day.ts'
import type { ChosenFrom, ScreenFacts } from '../../packages/core/guard/facts.ts'
import type { Chance } from '../../examples/days/chance.ts'
import type { EighthWorld, Sender } from './eighth-world.ts'

const base = { young: 5_000, middle: 8_000, elder: 17_000 } as const

/** Fills the screens of the whole season in its order; about one in seven has it switched off. */
export function watch(world: EighthWorld): void {
  const { chance } = world
  const dark = new Set([...world.senders.keys()].filter(() => chance.percent(14)))
  const times = new Map<string, number>()
  world.sends.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  for (const { id, from, to } of world.sends) {
    if (dark.has(from)) continue
    const one = recipientOf(to) ?? (to.way === 'group' ? to.id : '')
    const key = `${from}>${one}`
    const seen = times.get(key) ?? 0
    times.set(key, seen + 1)
    const isKept = world.contacts.get(from)!.has(one)
    const chosenFrom = to.way === 'group' ? groupChoice(chance) : choiceOf(chance, seen, isKept)
    world.screens.set(id, screenOf(chance, world.senders.get(from)!, chosenFrom, seen))
  }
}

function groupChoice(chance: Chance): ChosenFrom {
  return chance.pick(['chat', 'chat', 'chat', 'group', 'recent'])
}

function choiceOf(chance: Chance, seen: number, isKept: boolean): ChosenFrom {
  if (seen > 2) return chance.pick(['chat', 'chat', 'recent', 'recent', 'contacts', 'search'])
  if (isKept) return chance.pick(['chat', 'chat', 'contacts', 'contacts', 'search', 'group'])
  return chance.pick(['link', 'link', 'chat', 'search', 'group'])
}

function screenOf(chance: Chance, { age }: Sender, chosenFrom: ChosenFrom, seen: number): ScreenFacts {
  const slow = chance.percent(10) ? chance.whole(2, 9) : 1
  const few = () => (chance.percent(86) ? 0 : chance.whole(1, 3))
  return {
    chosenFrom: chance.percent(3) ? null : chosenFrom,
    dwellMs: Math.round((base[age] * chance.whole(50, 190) * slow * (seen === 0 ? 14 : 10)) / 1_000),
    ...{ amountEdits: few(), recipientChanges: chance.percent(95) ? 0 : 1 },
    backAndForth: few(),
  }
}
