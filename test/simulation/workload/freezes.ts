/** What the operator does about money in doubt: freezes an amount or a packet for some hours, lets it go; people object. */

import type { Ask, Fields } from '../asks.ts'
import type { Town } from './sends.ts'

const minute = 60_000

/** One of those acts, mostly one that can succeed. */
export function freezeAct(town: Town): Ask {
  const { world, dice } = town
  const wish = dice.weighted({ freeze: 10, release: 4, appeal: 3 })
  const known = [...world.freezes.values()].slice(-8)
  const lasting = known.filter(({ ended }) => !ended)
  const some = dice.percent(85) ? lasting : known
  if (wish === 'freeze' || some.length === 0) return freeze(town)
  const { id, owner } = dice.pick(some)
  if (wish === 'release') {
    const as = dice.percent(94) ? 'operator' : owner
    return { route: 'releaseFreeze', as, params: { id }, body: { reason: 'cleared' } }
  }
  const as = dice.percent(92) ? owner : dice.pick([...world.members.keys()])
  return { route: 'appealFreeze', as, params: { id }, body: { text: '这是我的工资' } }
}

function freeze({ world, dice }: Town): Ask {
  const open = [...world.packets.values()].filter((p) => !p.end || dice.percent(4)).slice(-10)
  const body: Fields = { reason: 'suspected_fraud', note: '核实来电', basis: 'policy' }
  if (open.length > 0 && dice.percent(55))
    Object.assign(body, { kind: 'packet', subjectId: dice.pick(open).id })
  else {
    const subjectId = dice.pick([...world.members.keys()])
    Object.assign(body, { kind: 'amount', subjectId, amount: dice.between(1, 20_000) })
  }
  const spanMs = dice.percent(6) ? 8 * 24 * 60 * minute : dice.between(1, 600) * minute
  if (dice.percent(80)) body.until = new Date(world.clock + spanMs).toISOString()
  const as = dice.percent(96) ? 'operator' : dice.pick([...world.members.keys()])
  return { route: 'freezeMoney', as, body }
}
