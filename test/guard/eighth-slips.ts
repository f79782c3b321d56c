/** Mis-sends from the fourth week on, each in the place of a send that was meant, and what follows on some of them. */

import type { Mistake, Recipients, Send } from '../../packages/cli/replay/day.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import { after } from './eighth-pay.ts'
import { days, moment, nameOf, who, type EighthWorld, type SlipKind } from './eighth-world.ts'

const mistakeOf: Readonly<Record<SlipKind, Mistake>> = {
  wrong_name: 'wrong_person',
  last_chat: 'wrong_person',
  extra_zero: 'extra_zero',
  lost_point: 'extra_zero',
  twice: 'duplicate',
  wrong_group: 'wrong_group',
  wrong_return: 'wrong_person',
  clone: 'wrong_person',
}

/** What is other than meant. */
interface Change {
  to?: string
  total?: bigint
  at?: number
  screen?: Partial<ScreenFacts>
}

type ChangeOf = (send: Send) => Change | null

/** All the mis-sends of the season. */
export function misSend(world: EighthWorld): void {
  goWrong(world, 'wrong_name', 44, (send) => toNamesake(world, send))
  goWrong(world, 'last_chat', 34, (send) => toLastChat(world, send))
  goWrong(world, 'extra_zero', 22, ({ total }) => (total > 300_000n ? null : { total: total * 10n }))
  goWrong(world, 'lost_point', 8, ({ total }) =>
    total % 100n === 0n || total > 10_000n ? null : { total: total * 100n },
  )
  goWrong(world, 'twice', 18, ({ at }) => ({
    at: after(at, drawnGap(world)),
    screen: { chosenFrom: 'recent' },
  }))
  goWrong(world, 'wrong_group', 12, (send) => toOtherGroup(world, send))
  goWrong(world, 'wrong_return', 9, (send) => toOtherAccount(world, send))
  goWrong(world, 'clone', 8, (send) => toClone(world, send))
}

function drawnGap({ chance }: EighthWorld): number {
  return chance.percent(55) ? chance.whole(1, 6) : chance.whole(7, 1_500)
}

function goWrong(world: EighthWorld, kind: SlipKind, count: number, changeOf: ChangeOf): void {
  const { chance } = world
  const meantOnes = world.sends.filter(
    ({ id, at }) => at >= moment(21, 0) && at < moment(days - 1, 0) && !world.slips.has(id),
  )
  let made = 0
  for (const meant of chance.some(meantOnes, meantOnes.length)) {
    if (made >= count) return
    if (world.slips.has(meant.id)) continue
    const change = changeOf(meant)
    if (change === null) continue
    layWrong(world, kind, meant, change)
    made += 1
  }
}

function layWrong(world: EighthWorld, kind: SlipKind, meant: Send, { to, total, at, screen }: Change): void {
  const { chance } = world
  const isTwice = kind === 'twice'
  if (isTwice) world.laid += 1
  const slip: Send = {
    ...meant,
    id: isTwice ? `s${String(world.laid).padStart(5, '0')}` : meant.id,
    at: at ?? meant.at,
    total: total ?? meant.total,
    to: to === undefined ? meant.to : recipientsAt(meant.to, to),
    steps: chance.percent(28) ? [{ verb: 'undo', afterMs: chance.whole(2_000, 9_000) }] : [],
    mistake: { kind: mistakeOf[kind], meant: `${nameOf(world, targetOf(meant))}, ${meant.total} fen` },
  }
  const seen = world.screens.get(meant.id)
  if (seen) world.screens.set(slip.id, { ...seen, ...screen })
  const rest = isTwice ? world.sends : world.sends.filter(({ id }) => id !== meant.id)
  world.sends = [...rest, slip]
  world.slips.set(slip.id, { kind, meant: slip.mistake!.meant, visible: false, why: '' })
  if (isTwice || !chance.percent(60)) return
  sentRight(world, meant, slip.steps.length > 0 ? chance.whole(1, 4) : chance.whole(3, 600))
}

/** The meant send is made after all, once the slip is seen. */
function sentRight(world: EighthWorld, meant: Send, minutes: number): void {
  world.laid += 1
  const id = `s${String(world.laid).padStart(5, '0')}`
  const seen = world.screens.get(meant.id)
  if (seen) world.screens.set(id, { ...seen })
  world.sends = [...world.sends, { ...meant, id, at: after(meant.at, minutes) }]
}

function recipientsAt(old: Recipients, to: string): Recipients {
  if (old.way === 'group' && old.one === undefined) return { way: 'group', id: to }
  return old.way === 'group' ? { ...old, one: to } : { way: 'members', ids: [to] }
}

function targetOf({ to }: Send): string {
  if (to.way === 'members') return to.ids[0]!
  return to.way === 'group' ? to.id : ''
}

/** Whether a hurried eye may take one name for the other. */
function isLike(a: string, b: string, isLoose: boolean): boolean {
  if (a === b) return true
  if (a.length !== b.length || a.length < 2) return false
  const other = [...a].filter((letter, index) => letter !== b[index]).length
  return other === 1 && (a.length > 2 || isLoose)
}

function toNamesake(world: EighthWorld, send: Send): Change | null {
  const { chance } = world
  if (send.to.way !== 'members') return null
  const meant = targetOf(send)
  const book = world.contacts.get(send.from)!
  const paid = world.sends.filter(
    (one) => one.from === send.from && one.at < send.at && one.to.way === 'members',
  )
  const near = new Set([...book.keys(), ...paid.map(targetOf)])
  const labels = (id: string) => [nameOf(world, id), book.get(id)?.alias ?? '']
  const isLoose = chance.percent(12)
  const likes = [...near].filter(
    (id) =>
      id !== meant &&
      id !== send.from &&
      labels(meant).some((a) => labels(id).some((b) => a !== '' && isLike(a, b, isLoose))),
  )
  if (likes.length === 0) return null
  return {
    to: chance.pick(likes),
    screen: { chosenFrom: chance.pick(['search', 'search', 'contacts', 'recent']) },
  }
}

function toLastChat(world: EighthWorld, send: Send): Change | null {
  const { chance } = world
  if (send.to.way !== 'members') return null
  const mine = world.sends.filter(
    ({ at, from, to }) => from === send.from && at < send.at && to.way === 'members',
  )
  const last = mine.sort((a, b) => b.at - a.at).map(targetOf)
  const writer = world.sends.find(
    ({ at, to, from }) =>
      from !== send.from &&
      at < send.at &&
      at > after(send.at, -1_500) &&
      to.way === 'members' &&
      to.ids[0] === send.from,
  )
  const talker = chance.pick([...world.contacts.get(send.from)!.keys()])
  const choices = [last[0], last[0], writer?.from, talker].filter(
    (id) => id !== undefined && id !== targetOf(send),
  )
  if (choices.length === 0) return null
  return { to: chance.pick(choices)!, screen: { chosenFrom: chance.pick(['chat', 'chat', 'recent']) } }
}

function toOtherGroup(world: EighthWorld, send: Send): Change | null {
  const { to } = send
  if (to.way !== 'group' || to.one !== undefined) return null
  const others = world.groups.filter(({ id, members }) => id !== to.id && members.includes(send.from))
  return others.length === 0 ? null : { to: world.chance.pick(others).id }
}

/** What was to go back to whom it came from goes to another account. */
function toOtherAccount(world: EighthWorld, send: Send): Change | null {
  const { chance } = world
  if (send.to.way !== 'members' || !/退|还|转你/.test(send.greeting)) return null
  const strange = who(
    world,
    `${chance.pick(['财务', '小王', nameOf(world, targetOf(send))])}#back${world.people.length}`,
  )
  const to = chance.percent(55) ? strange : chance.pick([...world.contacts.get(send.from)!.keys()])
  return to === targetOf(send) ? null : { to }
}

/** Another account with the name of one who is known, and a sum as asked by it or as meant. */
function toClone(world: EighthWorld, send: Send): Change | null {
  const { chance } = world
  const meant = targetOf(send)
  if (send.to.way !== 'members' || !world.contacts.get(send.from)!.has(meant)) return null
  const to = who(world, `${nameOf(world, meant)}#clone${world.people.length}`)
  const screen = { chosenFrom: 'chat' as const }
  return chance.percent(45) ? { to, screen } : { to, screen, total: BigInt(chance.whole(5, 60) * 10_000) }
}
