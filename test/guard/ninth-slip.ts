/** How a send that was meant goes wrong in the ninth crowd, and what its sender does when they see it. */

import { recipientOf, type Mistake, type Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs } from '../../packages/core/instant.ts'
import { senders } from './ninth-cast.ts'
import { claimsOf, pay } from './ninth-pay.ts'
import { days, moment, nameOf, type NinthWorld, type SlipKind } from './ninth-world.ts'

/** Nothing goes wrong before this day, and no more than so often for one sender. */
const firstDay = 21
const mostOfOne = 7

/** What differs from the send that was meant; all else stays. */
export interface Change {
  to?: string
  total?: bigint
  words?: string
  /** So much later than the one before, which stands: the same again. */
  againAfterMs?: number
  screen?: Partial<ScreenFacts>
}

const mistakeOf: Record<SlipKind, Mistake> = {
  like_name: 'wrong_person',
  last_chat: 'wrong_person',
  extra_zero: 'extra_zero',
  lost_point: 'extra_zero',
  twice: 'duplicate',
  wrong_group: 'wrong_group',
  wrong_return: 'wrong_person',
  clone: 'wrong_person',
}

/** Draws sends that were meant until so many went wrong; `changeOf` says how, or null where this one cannot. */
export function goWrong(
  world: NinthWorld,
  kind: SlipKind,
  count: number,
  changeOf: (send: Send) => Change | null,
): void {
  const { chance, sends, slips } = world
  const often = new Map<string, number>()
  for (const { id, from } of sends) if (slips.has(id)) often.set(from, (often.get(from) ?? 0) + 1)
  const own = new Set(senders.map(({ id }) => id))
  const open = sends.filter(
    ({ id, at, from }) =>
      at >= moment(firstDay, 0) && at < moment(days - 2, 0) && !slips.has(id) && own.has(from),
  )
  for (let left = count; left > 0 && open.length > 0;) {
    const [meant] = open.splice(chance.whole(0, open.length - 1), 1)
    const times = often.get(meant!.from) ?? 0
    // Late in the evening hands slip twice as often.
    if (times >= mostOfOne || (hourOf(meant!) < 21 && chance.percent(50))) continue
    const change = changeOf(meant!)
    if (change === null) continue
    if (change.againAfterMs === undefined) setWrong(world, kind, meant!, change)
    else setAgain(world, meant!, change.againAfterMs)
    often.set(meant!.from, times + 1)
    left -= 1
  }
}

const hourOf = ({ at }: Send) => Math.floor(((at + 8 * hourMs) % dayMs) / hourMs)

function setWrong(world: NinthWorld, kind: SlipKind, meant: Send, change: Change): void {
  const { chance, sends } = world
  const to = change.to ?? targetOf(meant)
  const isGroup = meant.to.way === 'group'
  const isUndone = chance.percent(18)
  const wrong: Send = {
    ...meant,
    to: isGroup ? { way: 'group', id: to } : { way: 'members', ids: [to] },
    total: change.total ?? meant.total,
    greeting: change.words ?? meant.greeting,
    steps: isUndone ? [{ verb: 'undo', afterMs: chance.whole(2_000, 9_500) }] : [],
    mistake: { kind: mistakeOf[kind], meant: aimOf(world, meant) },
  }
  sends[sends.findIndex(({ id }) => id === meant.id)] = {
    ...wrong,
    claims: isUndone ? [] : claimsOf(world, wrong),
  }
  mark(world, kind, wrong, aimOf(world, meant))
  const screen = world.screens.get(meant.id)
  if (screen) world.screens.set(meant.id, { ...screen, ...change.screen })
  mend(world, kind, meant, wrong, isUndone)
}

/** Some see it at once and send what they meant; some of those who were paid by mistake send it back. */
function mend(world: NinthWorld, kind: SlipKind, meant: Send, wrong: Send, isUndone: boolean): void {
  const { chance } = world
  const isOfSum = kind === 'extra_zero' || kind === 'lost_point'
  const isSeen = isUndone || (chance.percent(50) && !isOfSum && kind !== 'clone')
  const words = meant.greeting
  if (isSeen && meant.to.way === 'members')
    pay(world, meant.from, targetOf(meant), Number(meant.total), meant.at + chance.whole(1, 40) * minuteMs, {
      words,
      packet: meant.kind !== 'transfer',
    })
  const by = recipientOf(wrong.to)
  if (isUndone || by === undefined || !senders.some(({ id }) => id === by) || !chance.percent(40)) return
  const back = isOfSum ? wrong.total - meant.total : wrong.total
  const at = wrong.at + chance.whole(5, 1_400) * minuteMs
  pay(world, by, wrong.from, Number(back), at, { words: chance.pick(['转错了吧', '退你', '多了', '']) })
}

function setAgain(world: NinthWorld, meant: Send, againAfterMs: number): void {
  const { sends, screens } = world
  world.laid += 1
  const again: Send = {
    ...meant,
    id: `w${world.laid}`,
    at: meant.at + againAfterMs,
    steps: [],
    mistake: { kind: 'duplicate', meant: 'once' },
  }
  sends.push({ ...again, claims: claimsOf(world, again) })
  const screen = screens.get(meant.id)
  if (screen) screens.set(again.id, { ...screen, dwellMs: world.chance.whole(2_000, 20_000) })
  mark(world, 'twice', again, 'once')
}

/** Notes that a send is a mis-send; whether it can be seen is said when the facts are there. */
export function mark(world: NinthWorld, kind: SlipKind, { id }: Pick<Send, 'id'>, meant: string): void {
  world.slips.set(id, { kind, meant, visible: false, why: '' })
}

/** The person or the group that a send is to. */
export function targetOf({ to }: Send): string {
  return recipientOf(to) ?? (to.way === 'group' ? to.id : '')
}

function aimOf(world: NinthWorld, send: Send): string {
  const to = targetOf(send)
  const name = world.groups.find(({ id }) => id === to)?.name ?? nameOf(world, to)
  return `${Number(send.total) / 100} to ${name}`
}
