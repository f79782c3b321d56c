/** What the screen saw while each send was filled in; nothing where somebody has that switched off. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import type { ChosenFrom, ScreenFacts } from '../../packages/core/guard/facts.ts'
import type { NinthWorld } from './ninth-world.ts'

/** How slow each hand is, in a hundred of what is usual. */
function paceOf(id: string): number {
  if (id.startsWith('retired')) return 210
  if (id.startsWith('lab')) return 70
  return 100
}

/** Fills in every send that has no screen yet, in the order of the days. */
export function fillScreens(world: NinthWorld): void {
  const { sends, screens, unwatched, contacts } = world
  sends.sort((a, b) => a.at - b.at)
  const paid = new Map<string, number>()
  for (const send of sends) {
    const to = recipientOf(send.to)
    const key = `${send.from} ${to ?? ''}`
    const times = paid.get(key) ?? 0
    paid.set(key, times + 1)
    if (screens.has(send.id) || unwatched.has(send.from)) continue
    const isKept = to !== undefined && (contacts.get(send.from)?.has(to) ?? false)
    screens.set(send.id, screenOf(world, send, times, isKept))
  }
}

function screenOf({ chance }: NinthWorld, send: Send, times: number, isKept: boolean): ScreenFacts {
  const isNew = times === 0
  const base = chance.whole(2_600, 9_000) + chance.early(60_000) + (isNew ? chance.whole(1_500, 14_000) : 0)
  return {
    chosenFrom: chance.percent(3) ? null : chosenFrom(chance.whole(1, 100), send, isNew, isKept),
    dwellMs: Math.round((base * paceOf(send.from)) / 100),
    amountEdits: chance.percent(86) ? 0 : chance.whole(1, 4),
    recipientChanges: chance.percent(93) ? 0 : chance.whole(1, 2),
    backAndForth: chance.percent(84) ? 0 : chance.whole(1, 3),
  }
}

function chosenFrom(drawn: number, send: Send, isNew: boolean, isKept: boolean): ChosenFrom {
  if (send.to.way === 'group') return drawn <= 88 ? 'group' : 'chat'
  if (!isNew) return drawn <= 58 ? 'chat' : drawn <= 84 ? 'recent' : drawn <= 93 ? 'contacts' : 'search'
  if (isKept) return drawn <= 66 ? 'chat' : drawn <= 88 ? 'contacts' : 'search'
  return drawn <= 62 ? 'chat' : drawn <= 78 ? 'search' : drawn <= 90 ? 'group' : 'link'
}
