/** The wrong group: another one that was open, or last year's of the same name. */

import type { Send } from '../../packages/cli/replay/day.ts'
import { drawMeant, goWrong, pastOf, sentTo, type Used } from './fourth-slip.ts'
import type { Slip, World } from './fourth-people.ts'

const old: Record<string, string> = { class: 'oldclass', parents: 'oldparents', sport: 'oldsport' }

/** Ten of the one and six of the other. */
export function withWrongGroups(world: World, used: Used): void {
  const inOld = ({ from, to }: Send) => to.way === 'group' && isIn(world, from, old[to.id] ?? '')
  for (const send of drawMeant(world, used, 6, inOld)) toOldGroup(world, send)
  const hasOther = ({ from, to }: Send) => to.way === 'group' && othersOf(world, from, to.id).length > 0
  for (const send of drawMeant(world, used, 10, hasOther)) toWrongGroup(world, send)
}

const isIn = ({ groups }: World, who: string, id: string) =>
  groups.some((group) => group.id === id && group.members.includes(who))

const othersOf = ({ groups }: World, who: string, not: string) =>
  groups.filter(({ id, members }) => id !== not && !Object.values(old).includes(id) && members.includes(who))

const groupOf = ({ groups }: World, send: Send) =>
  groups.find(({ id }) => send.to.way === 'group' && send.to.id === id)!

function toOldGroup(world: World, send: Send): void {
  const right = groupOf(world, send)
  const visible = sentTo(pastOf(world, send), right.id).length > 0
  const why = visible
    ? 'nothing was ever sent to this group, and there is one by this name, or nearly, that was'
    : 'the right group was never sent to, so the service does not compare with it'
  const slip: Slip = { kind: 'old_group', meant: `${right.name}(${right.id})`, visible, why }
  goWrong(world, send, slip, { to: { way: 'group', id: old[right.id]! }, screen: { chosenFrom: 'group' } })
}

function toWrongGroup(world: World, send: Send): void {
  const { chance } = world
  const right = groupOf(world, send)
  const wrong = chance.pick(othersOf(world, send.from, right.id))
  const past = pastOf(world, send)
  const [toRight, toWrong] = [sentTo(past, right.id), sentTo(past, wrong.id)]
  const isHabit = toRight.length >= 2 && toWrong.length === 0
  const isMany = wrong.members.length >= right.members.length * 3
  const says = toRight.some(({ greeting }) => greeting === send.greeting) && toWrong.length === 0
  const isTooMany = send.count >= wrong.members.length
  const why = isTooMany
    ? 'more shares than there are others in the group'
    : isHabit
      ? 'such packets went to the other group, and none ever to this one'
      : isMany
        ? 'three times as many people as in the group that gets such packets'
        : says
          ? 'these words went to the other group, and nothing ever to this one'
          : 'both groups get such packets, or neither did'
  const slip: Slip = {
    kind: 'wrong_group',
    meant: `${right.name}(${right.id})`,
    visible: isTooMany || isHabit || (isMany && toRight.length > 0) || says,
    why,
  }
  goWrong(world, send, slip, {
    to: { way: 'group', id: wrong.id },
    screen: { chosenFrom: chance.pick(['chat', 'recent', 'group']) },
    wrote: wrong.id,
  })
}
