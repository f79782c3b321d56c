/** The fourth crowd's six weeks as moments, and one send that was meant, with the hand that made it. */

import type { Recipients, Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { minuteMs, secondMs, type Instant } from '../../packages/core/instant.ts'
import { laidOut } from './crowd-send.ts'
import type { World } from './fourth-people.ts'

/** Monday, 7 September 2026, in Shanghai. Mid-Autumn is day 18, the national holiday begins on day 24. */
const start = Date.UTC(2026, 8, 6, 16)
export const days = 42
export const midAutumn = 18
export const nationalDay = 24

export function moment(day: number, minutes: number): Instant {
  return start + (day * 24 * 60 + minutes) * minuteMs
}

export const isWorkday = (day: number): boolean =>
  day % 7 < 5 && day !== midAutumn && (day < nationalDay || day > nationalDay + 6)

export interface Ask {
  words?: string
  /** A red packet of one, where it could be a transfer. */
  packet?: boolean
  count?: number
  screen?: Partial<ScreenFacts>
  /** Where the phone was before. */
  wrote?: string
}

/** One send that was meant, to a person or, by its id, to a group. */
export function pay(world: World, from: string, to: string, fen: number, at: Instant, ask: Ask = {}): Send {
  const { chance, groups, sends } = world
  const group = groups.find(({ id }) => id === to)
  const isPacket = ask.packet ?? (fen <= 20_000 && chance.percent(30))
  const kind = group ? 'lucky' : isPacket ? 'direct' : 'transfer'
  const recipients: Recipients = group ? { way: 'group', id: to } : { way: 'members', ids: [to] }
  const count = group ? (ask.count ?? Math.min(group.members.length - 1, 8)) : 1
  const openers = group
    ? chance.some(
        group.members.filter((id) => id !== from),
        count,
      )
    : [to]
  const claims =
    kind === 'transfer' ? [] : openers.map((by) => ({ by, afterMs: chance.whole(4, 1_500) * secondMs }))
  const send = laidOut({
    id: `q${sends.length + 1}`,
    at: at + chance.whole(0, 59_999),
    from,
    to: recipients,
    kind,
    total: BigInt(fen),
    count,
    greeting: ask.words ?? '',
    claims,
  })
  sends.push(send)
  world.screens.set(send.id, { ...handOf(world, from), ...ask.screen })
  const wrote = ask.wrote ?? (chance.percent(45) && !group ? to : null)
  world.befores.set(send.id, { opened: wrote, wrote })
  return send
}

/** What the screen sees of an ordinary hand: the old are slow and correct themselves, the young are quick. */
function handOf({ chance, roles }: World, from: string): ScreenFacts {
  const role = roles.get(from)
  const [least, most] =
    role === 'grandparent'
      ? [15_000, 150_000]
      : role === 'student' || role === 'night'
        ? [1_500, 20_000]
        : [3_500, 45_000]
  const place = chance.whole(1, 100)
  return {
    chosenFrom:
      place <= 44
        ? 'chat'
        : place <= 70
          ? 'recent'
          : place <= 84
            ? 'contacts'
            : place <= 93
              ? 'search'
              : 'group',
    dwellMs: chance.percent(3) ? chance.whole(120_000, 600_000) : chance.whole(least, most),
    amountEdits: chance.percent(role === 'grandparent' ? 28 : 10) ? chance.whole(1, 3) : 0,
    recipientChanges: chance.percent(4) ? 1 : 0,
    backAndForth: chance.percent(7) ? chance.whole(1, 2) : 0,
  }
}

/** A sum as on a bill: to a tenth of a yuan mostly, often a whole one. */
export function bill({ chance }: Pick<World, 'chance'>, least: number, most: number): number {
  return chance.percent(60) ? chance.whole(least, most) * 100 : chance.whole(least * 10, most * 10) * 10
}
