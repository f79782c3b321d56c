/**
 * How sends of the fourth crowd go wrong. A slip takes the place of a send that was meant; of ten senders four never
 * notice, three undo it in time, three see it when it is too late, and who saw it sends the right one after it, which
 * is ordinary. The first eight days have none.
 */

import { recipientOf, type Mistake, type Recipients, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { moment } from './fourth-pay.ts'
import { type Slip, type SlipKind, type World } from './fourth-people.ts'

const mistakeOf: Partial<Record<SlipKind, Mistake>> = {
  extra_zero: 'extra_zero',
  lost_point: 'extra_zero',
  twice: 'duplicate',
  wrong_group: 'wrong_group',
  old_group: 'wrong_group',
}

/** Who already made one, so that nobody makes too many. */
export type Used = Map<string, number>

/** So many sends that were meant, were made after the first eight days, and fit. */
export function drawMeant(world: World, used: Used, count: number, fits: (send: Send) => boolean): Send[] {
  const { chance, sends, slips, baits } = world
  const open = sends.filter(
    (send) =>
      send.at >= moment(8, 0) &&
      !slips.has(send.id) &&
      !baits.has(send.id) &&
      !send.id.endsWith('again') &&
      fits(send),
  )
  const drawn: Send[] = []
  while (drawn.length < count && open.length > 0) {
    const [send] = open.splice(chance.whole(0, open.length - 1), 1)
    if ((used.get(send!.from) ?? 0) >= 8) continue
    used.set(send!.from, (used.get(send!.from) ?? 0) + 1)
    drawn.push(send!)
  }
  return drawn
}

/** What the sender had sent by then. */
export function pastOf({ sends }: World, send: Send): Send[] {
  return sends.filter(({ from, at }) => from === send.from && at < send.at)
}

export const sentTo = (past: readonly Send[], id: string): Send[] =>
  past.filter(({ to }) => (recipientOf(to) ?? (to.way === 'group' ? to.id : '')) === id)

/** Whether this one is among those a look of the service finds around the sender. */
export function isAround(
  { contacts, groups }: World,
  from: string,
  id: string,
  past: readonly Send[],
): boolean {
  if (contacts.get(from)?.has(id) || sentTo(past, id).length > 0) return true
  return groups.some(({ members }) => members.length <= 12 && members.includes(from) && members.includes(id))
}

interface Change {
  to?: Recipients
  total?: bigint
  count?: number
  words?: string
  at?: number
  screen?: Partial<ScreenFacts>
  /** Who wrote last, whose chat was open. */
  wrote?: string
}

/** The slip in the place of what was meant. */
export function goWrong(world: World, meant: Send, slip: Slip, change: Change, isInstead = true): Send {
  const { chance, sends, screens, befores, slips } = world
  const fate = chance.whole(1, 10)
  const { screen, wrote, words, ...fields } = change
  const sent: Send = {
    ...meant,
    ...fields,
    id: `${meant.id}-${slip.kind}`,
    greeting: words ?? meant.greeting,
    claims: fate > 4 && fate <= 7 ? [] : claimsOf(meant, change),
    steps: fate > 4 && fate <= 7 ? [{ verb: 'undo', afterMs: chance.whole(3_000, 9_000) }] : [],
    mistake: { kind: mistakeOf[slip.kind] ?? 'wrong_person', meant: slip.meant },
  }
  slips.set(sent.id, slip)
  screens.set(sent.id, { ...screens.get(meant.id)!, ...screen })
  befores.set(sent.id, wrote === undefined ? befores.get(meant.id)! : { opened: wrote, wrote })
  if (isInstead) sends.splice(sends.indexOf(meant), 1)
  sends.push(sent)
  if (isInstead && fate > 4) {
    const again = { ...meant, id: `${meant.id}-again`, at: sent.at + chance.whole(1, 25) * 60_000 }
    sends.push(again)
    screens.set(again.id, screens.get(meant.id)!)
    befores.set(again.id, befores.get(meant.id)!)
  }
  sends.sort((a, b) => a.at - b.at)
  return sent
}

function claimsOf(meant: Send, { to }: Change): Send['claims'] {
  const one = to === undefined ? undefined : recipientOf(to)
  if (one === undefined) return to === undefined ? meant.claims : []
  return meant.claims.slice(0, 1).map(({ afterMs }) => ({ by: one, afterMs }))
}
