/** People who come for a while and are forgotten again: by the operator's word, once nothing of theirs is open. */

import type { Ask } from '../asks.ts'
import type { Town } from './sends.ts'

const name = '过客'

/** Whoever came for a while only. */
const passing = ({ world }: Town) => [...world.members.values()].filter((member) => member.name === name)

/** Somebody comes, empties their wallet, or is forgotten; now and then somebody else, of whom much is open. */
export function newcomerAct(town: Town): Ask {
  const { world, dice } = town
  const there = passing(town)
  if (there.length === 0 || dice.percent(15))
    return { route: 'createMember', as: 'operator', body: { name, undoS: 10, transferDelayS: 0 } }
  const { id } = dice.pick(there)
  const amount = world.balanceOf(id)
  if (amount > 0 && dice.percent(60))
    return { route: 'withdraw', as: 'operator', body: { memberId: id, amount } }
  return forgetting(
    dice.weighted({ [id]: 80, [dice.pick([...world.members.keys()])]: 12, [lastOf(town)]: 8 }),
  )
}

/** Whoever was forgotten last, or nobody there ever was. */
const lastOf = ({ world, dice }: Town) => [...world.forgotten].at(-1) ?? dice.strangeId('member')

const forgetting = (id: string): Ask => ({ route: 'forgetMember', as: 'operator', params: { id } })

/** On the last evening all of them are, as far as they can be. */
export const forgetPassing = (town: Town): Ask[] => passing(town).map(({ id }) => forgetting(id))
