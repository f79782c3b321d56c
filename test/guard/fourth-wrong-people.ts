/** The wrong person: by the same name, by one that is like it, or whoever wrote last. */

import { recipientOf, type Send } from '../../packages/cli/replay/day.ts'
import { drawMeant, goWrong, isAround, pastOf, sentTo, type Used } from './fourth-slip.ts'
import { likeNames, sameNames } from './fourth-cast.ts'
import type { Slip, World } from './fourth-people.ts'

export const toOne = (id: string) => ({ way: 'members', ids: [id] }) as const
export const yuanOf = (fen: bigint) => `${Number(fen) / 100}元`
export const nameOf = ({ people }: World, id: string) => `${people.find((one) => one.id === id)?.name}(${id})`

/** Sixteen of each sort of name, and twenty-six to whoever wrote last. */
export function withWrongPeople(world: World, used: Used): void {
  for (const [kind, pairs] of [
    ['namesake', sameNames],
    ['look_alike', likeNames],
  ] as const) {
    const both = [...pairs, ...pairs.map(([a, b]): [string, string] => [b, a])]
    const other = new Map(both)
    const of = (send: Send) => other.get(recipientOf(send.to) ?? '')
    const fits = (send: Send) => of(send) !== undefined && of(send) !== send.from
    for (const send of drawMeant(world, used, 16, fits)) byName(world, send, of(send)!, kind)
  }
  const isLarge = ({ to, total }: Send) => recipientOf(to) !== undefined && total >= 10_000n
  for (const send of drawMeant(world, used, 12, isLarge)) toLastChat(world, send)
  for (const send of drawMeant(world, used, 14, ({ to }) => recipientOf(to) !== undefined))
    toLastChat(world, send)
}

function byName(world: World, send: Send, other: string, kind: 'namesake' | 'look_alike'): void {
  const { chance } = world
  const id = recipientOf(send.to)!
  const visible = isAround(world, send.from, id, pastOf(world, send))
  const why = visible
    ? 'the one that was meant is a contact, or was paid, and the names are told apart badly'
    : 'the one that was meant is nobody the service knows around the sender'
  const paid = sentTo(pastOf(world, send), other).length > 0
  const chosenFrom = chance.pick(
    paid ? (['search', 'contacts', 'recent'] as const) : (['search', 'contacts'] as const),
  )
  goWrong(
    world,
    send,
    { kind, meant: nameOf(world, id), visible, why },
    { to: toOne(other), screen: { chosenFrom } },
  )
}

/** Somebody wrote, or just paid them; the sender reads it, and the next send lands in that chat. */
function toLastChat(world: World, send: Send): void {
  const { chance, contacts, sends, slips } = world
  const id = recipientOf(send.to)!
  const paidMe = sends.filter(
    (one) =>
      recipientOf(one.to) === send.from &&
      one.from !== id &&
      Math.abs(one.at - send.at) < 10 * 3_600_000 &&
      !slips.has(one.id),
  )
  const others = [...(contacts.get(send.from)?.keys() ?? [])].filter((one) => one !== id && !/^[h]/.test(one))
  const just = paidMe.length > 0 && chance.percent(40) ? chance.pick(paidMe) : undefined
  const wrote = just?.from ?? chance.pick(others.length > 0 ? others : ['o1'])
  const at = just ? just.at + chance.whole(40, 420) * 1_000 : send.at
  const { visible, why } = byHabit(world, { ...send, at }, id, wrote)
  const chosenFrom = chance.pick(['recent', 'recent', 'recent', 'chat'] as const)
  const slip: Slip = { kind: 'last_chat', meant: nameOf(world, id), visible, why }
  goWrong(world, send, slip, {
    to: toOne(wrote),
    at,
    wrote,
    screen: { chosenFrom, dwellMs: chance.whole(1_200, 15_000) },
  })
}

/** Words that say what a sum is for, as against thanks. */
const purposes =
  /房租|水电|燃气|生活费|电费|豆浆|肉钱|菜钱|面粉|羽毛球|工钱|班费|练习册|秋游|校服|打印|份子|买菜|定金|尾款/u

/** Whether what the sender usually does tells that this was for another: nothing else would. */
export function byHabit(world: World, send: Send, meant: string, got: string): Pick<Slip, 'visible' | 'why'> {
  const past = pastOf(world, send)
  const [right, wrong] = [sentTo(past, meant), sentTo(past, got)]
  const same = right.filter(({ total }) => total === send.total)
  if (same.length >= 3 && same.length * 2 >= right.length && !wrong.some(({ total }) => total === send.total))
    return {
      visible: true,
      why: `the very sum went to the other ${same.length} times, and never to this one`,
    }
  const words = send.greeting
  const purpose = purposes.test(words)
  if (
    purpose &&
    right.some(({ greeting }) => greeting === words) &&
    !wrong.some(({ greeting }) => greeting === words)
  )
    return { visible: true, why: `what its words say (${words}) was always for the other` }
  const most = wrong.reduce((high, { total }) => (total > high ? total : high), 0n)
  if (wrong.length >= 2 && send.total >= most * 5n && send.total >= 10_000n)
    return { visible: true, why: 'more than five times what this one ever got' }
  if (wrong.length === 0 && send.total >= 10_000n)
    return { visible: true, why: 'a first send to this one, of a sum that is not small' }
  return { visible: false, why: 'an everyday sum to somebody who might well be meant' }
}
