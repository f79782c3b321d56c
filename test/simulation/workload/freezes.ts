/** What is done about money in doubt: an amount or a packet is frozen for some hours, let go, objected to, answered. */

import type { Ask, Fields } from '../asks.ts'
import { isOver, isSide, standingNow } from '../auditor/disputes.ts'
import type { Freeze } from '../auditor/freezes.ts'
import { agentsOf, anAgent } from './house.ts'
import type { Beat } from './stories.ts'
import type { Town } from './sends.ts'

const minute = 60_000

/** One of those acts, mostly one that can succeed. */
export function freezeAct(town: Town): Ask {
  const { world, dice } = town
  const wish = dice.weighted({ freeze: 10, release: 3, appeal: 4, answer: 4 })
  const known = [...world.freezes.values()].slice(-8)
  const lasting = known.filter(({ ended }) => !ended)
  const some = dice.percent(90) ? lasting : known
  if (wish === 'freeze' || some.length === 0) return freeze(town)
  if (wish === 'release') return release(town, dice.pick(some))
  const waiting = some.filter(({ appeals }) => appeals.some(({ answered }) => !answered))
  if (waiting.length > 0 && (wish === 'answer' || dice.percent(60))) return answer(town, dice.pick(waiting))
  const { id, owner } = dice.pick(some)
  const as = dice.percent(92) ? owner : dice.pick([...world.members.keys()])
  if (wish === 'answer' && dice.percent(20)) return answer(town, dice.pick(some))
  return { route: 'appealFreeze', as, params: { id }, body: { text: '这是我的工资' } }
}

function freeze(town: Town): Ask {
  const { world, dice } = town
  const open = [...world.packets.values()].filter((p) => !p.end || dice.percent(4)).slice(-10)
  const what: Fields =
    open.length > 0 && dice.percent(55)
      ? { kind: 'packet', subjectId: dice.pick(open).id }
      : { kind: 'amount', subjectId: dice.pick([...world.members.keys()]), amount: dice.between(1, 20_000) }
  const own = ofOwnDispute(town)
  if (own && dice.percent(30)) return { route: 'freezeMoney', ...own }
  const as = dice.percent(55) ? 'operator' : anAgent(town)
  return {
    route: 'freezeMoney',
    as,
    body: { ...what, ...(dice.percent(18) ? orderOf(town) : byPolicy(town)) },
  }
}

/** An agent tries it against whom they have a dispute with, and says nothing of the dispute. */
function ofOwnDispute(town: Town): Pick<Ask, 'as' | 'body'> | undefined {
  const { world, dice } = town
  const house = agentsOf(town)
  const d = [...world.disputes.values()].findLast(
    (one) => house.some((id) => isSide(one, id)) && !isOver(standingNow(world, one)),
  )
  if (!d) return undefined
  const [as, subjectId] = house.includes(d.opener) ? [d.opener, d.other] : [d.other, d.opener]
  return { as, body: { kind: 'amount', subjectId, amount: dice.between(1, 1_000), ...byPolicy(town) } }
}

function byPolicy({ world, dice }: Town): Fields {
  const spanMs = dice.percent(6) ? 8 * 24 * 60 * minute : dice.between(2, 600) * minute
  const until = dice.percent(80) ? { until: new Date(world.clock + spanMs).toISOString() } : {}
  return { reason: 'suspected_fraud', note: '核实来电', basis: 'policy', ...until }
}

/** What an order of the police or a court says: its number and its paper, now and then without one of them. */
export function orderOf({ world, dice }: Town): Fields {
  const papers = [...world.documents.keys()]
  const basis = dice.weighted({ police_freeze: 5, police_stop: 4, court: 2 })
  const hours = dice.pick([1, 5, 47, 49])
  return {
    ...{ reason: 'order', note: '依法冻结', basis },
    ...(dice.percent(94) ? { reference: dice.pick(['沪公冻字1号', '沪公止字2号']) } : {}),
    ...(dice.percent(95)
      ? { documentId: dice.percent(96) && papers.length > 0 ? dice.pick(papers) : dice.strangeId('document') }
      : {}),
    ...(dice.percent(60) ? { until: new Date(world.clock + hours * 60 * minute).toISOString() } : {}),
  }
}

/** What follows a freeze of somebody's own money, at times: they object, somebody answers, and they object again. */
export function freezeStory(town: Town): Beat[] {
  const { dice } = town
  const f = [...town.world.freezes.values()].at(-1)!
  const appeal: Ask = {
    route: 'appealFreeze',
    as: f.owner,
    params: { id: f.id },
    body: { text: '这是我的工资' },
  }
  const acts = [() => appeal, () => answer(town, f), () => appeal, () => answer(town, f)]
  if (!dice.percent(45)) return []
  return acts
    .slice(0, dice.between(1, 4))
    .map((act, i) => ({ at: f.since + (i + 1) * dice.between(5, 90) * 1_000, asks: () => [act()] }))
}

function release(town: Town, { id, owner, basis }: Freeze): Ask {
  const { dice } = town
  const fit =
    basis === 'policy' ? ['cleared', 'settled', 'entered_wrongly'] : ['order_lifted', 'entered_wrongly']
  const reason = dice.percent(85) ? dice.pick(fit) : dice.pick(['order_lifted', 'lifted'])
  const as = dice.weighted({ operator: 50, agent: 44, owner: 6 })
  const by = as === 'owner' ? owner : as === 'agent' ? anAgent(town) : 'operator'
  return { route: 'releaseFreeze', as: by, params: { id }, body: { reason } }
}

/** Somebody else than whoever froze answers, mostly. */
function answer(town: Town, { id, by }: Freeze): Ask {
  const { dice } = town
  const as = by !== 'operator' && dice.percent(30) ? 'operator' : anAgent(town, by)
  const outcome = dice.percent(45) ? 'upheld' : 'dismissed'
  return { route: 'answerFreezeAppeal', as, params: { id }, body: { outcome, answer: '看过材料了' } }
}
