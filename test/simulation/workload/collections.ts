/** Asking several for an amount each, what they do about it, and what a group is told of a packet that was a mistake. */

import type { Ask, Fields } from '../asks.ts'
import type { Collection } from '../auditor/collections.ts'
import type { Town } from './sends.ts'

/** One of those acts, mostly one that can succeed. */
export function collectionAct(town: Town, wished?: 'ask'): Ask {
  const { world, dice } = town
  const wish = wished ?? dice.weighted({ ask: 8, pay: 16, answer: 9, notice: 12, look: 3 })
  if (wish === 'notice') return noticeAct(town)
  const known = [...world.collections.values()].slice(-6)
  const open = known.filter(({ closedAt }) => closedAt === null)
  const some = open.length > 0 && dice.percent(92) ? open : known
  if (wish === 'ask' || some.length === 0) return askFor(town)
  const c = dice.pick(some)
  if (wish === 'look') return look(town, c)
  const as = asked(town, c)
  const params = { id: c.id }
  return wish === 'pay' ? { route: 'payCollectionShare', as, params, body: {} } : answer(town, c, as)
}

/** One of those who are asked; now and then the asker, or somebody who is not. */
function asked({ world, dice }: Town, c: Collection): string {
  if (dice.percent(5)) return dice.pick([c.asker, ...world.members.keys()])
  const unpaid = c.shares.filter(({ transfer }) => transfer === null)
  return dice.pick(unpaid.length > 0 && dice.percent(70) ? unpaid : c.shares).member
}

function askFor({ world, dice }: Town): Ask {
  const groups = [...world.groups.values()]
  const group = dice.percent(45) ? dice.pick(groups) : undefined
  const all = group ? world.insideAt(group, world.clock) : [...world.members.keys()]
  const as = dice.pick(all.length > 0 && dice.percent(95) ? all : [...world.members.keys()])
  const others = dice.shuffled(all.filter((id) => id !== as)).slice(0, dice.between(1, 3))
  const people = others.length === 0 || dice.percent(3) ? [...others, as] : others
  if (dice.percent(3)) people.push(dice.strangeId('member'))
  const amount = () => (dice.percent(2) ? 5_000_001 : dice.between(1, 3_000))
  const shares = people.map((memberId): Fields => ({ memberId, amount: amount() }))
  const where = group ? { groupId: group.id } : {}
  return { route: 'askCollection', as, body: { note: '周五火锅', shares, ...where } }
}

function answer({ dice }: Town, c: Collection, as: string): Ask {
  const route = dice.weighted({ declineCollectionShare: 6, remindCollectionShare: 5, closeCollection: 3 })
  const by = route === 'declineCollectionShare' || dice.percent(5) ? as : c.asker
  const memberId = dice.percent(95) ? dice.pick(c.shares).member : c.asker
  if (route !== 'remindCollectionShare') return { route, as: by, params: { id: c.id } }
  return { route, as: by, params: { id: c.id, memberId } }
}

function look(town: Town, c: Collection): Ask {
  const { world, dice } = town
  const as = dice.percent(80)
    ? dice.pick([c.asker, ...c.shares.map(({ member }) => member)])
    : dice.pick([...world.members.keys()])
  if (dice.percent(60)) return { route: 'readCollection', as, params: { id: c.id } }
  return { route: 'listCollections', as, query: { role: dice.pick(['asked', 'to_pay']), limit: '200' } }
}

const plain = '大家好，我刚才发在群里的红包发错了群。还没领的朋友请先不要领，没领的会自动退回，谢谢大家。'

/** The notice of a packet: mostly of one that went to a group, by its payer, naming nobody. */
function noticeAct({ world, dice }: Town): Ask {
  const known = [...world.notices.values()].slice(-5)
  if (known.length > 0 && dice.percent(25)) {
    const { packet, poster } = dice.pick(known)
    const as = dice.percent(90) ? poster : dice.pick([...world.members.keys()])
    return { route: 'withdrawGroupNotice', as, params: { id: packet } }
  }
  const groups = [...world.groups.values()]
  if (dice.percent(25)) {
    const group =
      known.length > 0 && dice.percent(80) ? world.groups.get(dice.pick(known).group)! : dice.pick(groups)
    const inside = world.insideAt(group, world.clock)
    const as = dice.pick(inside.length > 0 && dice.percent(90) ? inside : [...world.members.keys()])
    return { route: 'listGroupNotices', as, params: { id: group.id } }
  }
  const packets = [...world.packets.values()]
  const sent = packets.filter(({ group, end }) => group !== null && (end === null || dice.percent(10)))
  const some = sent.length > 0 && dice.percent(94) ? sent.slice(-6) : packets.slice(-6)
  if (some.length === 0)
    return { route: 'listGroupNotices', as: [...world.members.keys()][0]!, params: { id: groups[0]!.id } }
  const { id, payer } = dice.pick(some)
  const names = [...world.members.values()].map(({ name }) => name)
  const text = dice.weighted({ plain: 88, named: 7, threat: 5 })
  const words = { plain, named: `请${dice.pick(names)}退回，谢谢。`, threat: '再不退我就曝光你' }
  const as = dice.percent(94) ? payer : dice.pick([...world.members.keys()])
  return { route: 'postGroupNotice', as, params: { id }, body: { text: words[text] } }
}
