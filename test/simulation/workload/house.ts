/** The people of the service's own house: two agents who work on disputes and freezes, and who answers for them. */

import type { Ask } from '../asks.ts'
import { holdersOf } from '../auditor/organisations.ts'
import type { Town } from './sends.ts'

/** They are in no group and send nothing; now and then something is sent to them. */
export const staffNames = ['客服甲', '客服乙']

/** The house of the first day: its agents are the last who came, its administrator and its auditor of the town. */
export function firstHouse(ids: readonly string[]): Ask {
  const agents = ids.slice(-staffNames.length).map((memberId) => ({ memberId, roles: ['dispute_agent'] }))
  const people = [
    { memberId: ids[2]!, roles: ['administrator'] },
    { memberId: ids[5]!, roles: ['auditor'] },
    ...agents,
  ]
  return { route: 'createOrganisation', as: 'operator', body: { name: '来是客服', house: true, people } }
}

/** Whoever works for the house now. */
export function agentsOf({ world }: Town): string[] {
  const house = [...world.organisations.values()].find((o) => o.isHouse)
  return house ? holdersOf(house, 'dispute_agent') : []
}

/** Somebody who may work on it, mostly; rather not these, and now and then the operator, or somebody who may not. */
export function anAgent(town: Town, ...notThese: (string | null)[]): string {
  const { world, dice } = town
  const wish = dice.weighted({ agent: 84, operator: 10, anyone: 6 })
  if (wish === 'operator') return 'operator'
  const agents = agentsOf(town)
  const others = agents.filter((id) => !notThese.includes(id))
  if (wish === 'anyone' || agents.length === 0) return dice.pick([...world.members.keys()])
  return dice.pick(others.length > 0 && dice.percent(80) ? others : agents)
}
