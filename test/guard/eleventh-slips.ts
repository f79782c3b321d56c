/** The slips of the port, after the named cases: like names and the last chat first, then a zero, then the rest. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import { dayMs } from '../../packages/core/instant.ts'
import { goWrong, targetOf, type Change } from './eleventh-slip.ts'
import { extraZero, lostPoint, twice, wrongDigit } from './eleventh-sums.ts'
import { addPerson, type EleventhWorld } from './eleventh-world.ts'

export function slip(world: EleventhWorld): void {
  const person = (send: Send) => (send.to.way === 'members' ? send.to.ids[0]! : null)
  const toOther = (other: (send: Send, meant: string) => string | null, from: readonly From[]) => {
    return (send: Send): Change | null => {
      const meant = person(send)
      if (meant === null) return null
      const to = other(send, meant)
      if (to === null || to === meant || to === send.from || to === world.other.get(meant)) return null
      return { to, screen: world.chance.percent(55) ? { chosenFrom: world.chance.pick(from) } : {} }
    }
  }
  const alike = toOther((send, meant) => likeOf(world, send, meant), ['search', 'contacts', 'recent'])
  const last = toOther((send, meant) => lastOf(world, send, meant), ['chat', 'chat', 'recent'])
  const beside = toOther((send, meant) => besideOf(world, send, meant), ['recent', 'contacts'])
  const clone = toOther((send, meant) => cloneOf(world, send, meant), ['chat', 'chat', 'search'])
  goWrong(world, 'wrong_return', 8, (send) => (world.returns.has(send.id) ? otherAccount(world, send) : null))
  goWrong(world, 'clone', 6, (send) =>
    send.total >= 20_000n && send.kind === 'transfer' ? clone(send) : null,
  )
  goWrong(world, 'wrong_group', 13, (send) => wrongGroup(world, send))
  goWrong(world, 'like_name', 34, alike)
  goWrong(world, 'last_chat', 31, last)
  goWrong(world, 'beside_in_list', 12, beside)
  goWrong(world, 'extra_zero', 18, (send) => extraZero(world, send))
  goWrong(world, 'lost_point', 7, lostPoint)
  goWrong(world, 'wrong_digit', 5, (send) => wrongDigit(world, send))
  goWrong(world, 'twice', 15, (send) => twice(world, send))
}

type From = 'chat' | 'recent' | 'contacts' | 'search'

/** Those somebody has paid or been paid by till then, the newest first. */
function recentOf({ sends }: EleventhWorld, { from, at }: Send, within = 40 * dayMs): string[] {
  const found = new Map<string, number>()
  for (const send of sends) {
    const one =
      send.from === from ? recipientOf(send.to) : recipientOf(send.to) === from ? send.from : undefined
    if (one !== undefined && send.at < at && send.at > at - within)
      found.set(one, Math.max(send.at, found.get(one) ?? 0))
  }
  return [...found].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}

function shownName({ contacts, people }: EleventhWorld, from: string, id: string): string {
  return contacts.get(from)?.get(id)?.alias ?? people.find((one) => one.id === id)!.name
}

/** Whoever in the sender's lists is easily taken for another: like in writing or like in sound. */
function likeOf(world: EleventhWorld, send: Send, meant: string): string | null {
  const { contacts, groups, chance } = world
  const { from } = send
  const near = groups.filter(({ members }) => members.includes(from) && members.length <= 26)
  const ids = new Set([
    ...(contacts.get(from)?.keys() ?? []),
    ...recentOf(world, send, 90 * dayMs),
    ...near.flatMap(({ members }) => members),
  ])
  const name = shownName(world, from, meant)
  const like = [...ids].filter(
    (id) => ![meant, from, world.other.get(meant)].includes(id) && isLike(name, shownName(world, from, id)),
  )
  return like.length === 0 ? null : chance.pick(like)
}

const sounds = [
  '彬斌',
  '莉丽',
  '平萍',
  '兰蓝',
  '涛滔',
  '子梓',
  '辉晖',
  '明鸣',
  '英瑛',
  '琳林',
  '芳方',
  '志智',
]

function isLike(one: string, other: string): boolean {
  const spoken = (text: string) =>
    [...text].map((char) => sounds.find((like) => like.includes(char))?.[0] ?? char)
  const [a, b] = [spoken(one), spoken(other)]
  const shared = a.filter((char) => b.includes(char)).length
  return shared >= 2 || (shared === 1 && a.length === 2 && b.length === 2 && a[0] === b[0])
}

/** The chat still open: of the last one dealt with, or of somebody with whom there was only talk. */
function lastOf(world: EleventhWorld, send: Send, meant: string): string | null {
  const { chance, contacts } = world
  if (chance.percent(30)) return chance.pick([...(contacts.get(send.from)?.keys() ?? [meant])])
  return recentOf(world, send, 3 * dayMs).find((id) => id !== meant) ?? null
}

function besideOf(world: EleventhWorld, send: Send, meant: string): string | null {
  const { chance, contacts } = world
  const byName = [...(contacts.get(send.from)?.keys() ?? [])].sort((a, b) =>
    shownName(world, send.from, a).localeCompare(shownName(world, send.from, b), 'zh'),
  )
  const list = chance.percent(60) ? recentOf(world, send) : byName
  const place = list.indexOf(meant)
  return place < 0 ? null : (list[place + chance.pick([-1, 1])] ?? null)
}

/** Somebody new who bears the name of one the sender keeps, and asks for what was due. */
function cloneOf(world: EleventhWorld, { from }: Send, meant: string): string | null {
  const { chance, contacts, people } = world
  if (!contacts.get(from)?.has(meant)) return null
  const id = addPerson(world, people.find((one) => one.id === meant)!.name)
  if (chance.percent(60)) contacts.get(from)!.set(id, { alias: null, relation: null })
  return id
}

/** Money that should go back goes to another: to who is like them, to the last chat, or to an account just named. */
function otherAccount(world: EleventhWorld, send: Send): Change | null {
  const meant = targetOf(send)
  const way = world.chance.whole(1, 3)
  const named = () =>
    addPerson(
      world,
      world.chance.pick([world.people.find(({ id }) => id === meant)!.name, '小陈', '客服小李']),
    )
  const to = way === 1 ? named() : way === 2 ? likeOf(world, send, meant) : lastOf(world, send, meant)
  return to === null || to === meant || to === send.from ? null : { to }
}

const groupPairs: Record<string, string> = {
  'g-clan': 'g-house',
  'g-house': 'g-siblings',
  'g-boat': 'g-boatToo',
  'g-boatToo': 'g-boat',
  'g-plant': 'g-pack',
  'g-pack': 'g-plant',
  'g-class': 'g-classToo',
  'g-office': 'g-village',
  'g-young': 'g-mates',
  'g-mates': 'g-young',
}

/** The group of a like name, or any other of one's groups; or a packet for one that was laid before all. */
function wrongGroup(world: EleventhWorld, send: Send): Change | null {
  const { chance, groups } = world
  const mine = groups.filter(({ id, members }) => members.includes(send.from) && id !== targetOf(send))
  if (send.to.way !== 'group') {
    if (send.kind !== 'direct' || !chance.percent(12) || mine.length === 0) return null
    return { to: chance.pick(mine).id }
  }
  const fitting = mine.filter(({ members }) => members.length > send.count)
  const pair = groupPairs[send.to.id]
  const like = fitting.find(({ id }) => id === pair)
  if (like && chance.percent(60)) return { to: like.id }
  return fitting.length === 0 ? null : { to: chance.pick(fitting).id }
}
