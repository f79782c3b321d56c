/**
 * What somebody meant by a send they marked as a mistake, read from their own words: the person, the group or the sum.
 * Undefined where nothing that the service knows could tell it from a send that was meant.
 */

import type { Day, Send } from '../../packages/cli/replay/day.ts'
import type { Chance } from '../../examples/days/chance.ts'

export interface Meant {
  how: 'name' | 'last_chat' | 'group' | 'zero' | 'twice'
  memberId: string | null
  groupId: string | null
  amount: bigint
  /** Somebody by the same name who is not among the day's people. */
  madeUpName: string | null
}

/** What was meant; `twice` needs no past, for the first of the two is in the day itself. */
export function meantOf(send: Send, day: Day, chance: Chance): Meant | undefined {
  const { mistake, total } = send
  if (!mistake) return undefined
  const plain = { memberId: null, groupId: null, amount: total, madeUpName: null }
  if (mistake.kind === 'extra_zero') return { ...plain, how: 'zero', amount: sumIn(mistake.meant) }
  if (mistake.kind === 'wrong_group')
    return { ...plain, how: 'group', groupId: groupIn(mistake.meant, send, day) }
  if (mistake.kind === 'wrong_person') return personIn(mistake.meant, send, day, chance)
  const before = day.sends.some(
    (other) => other.from === send.from && other.at < send.at && isTwin(other, send),
  )
  return before ? { ...plain, how: 'twice' } : undefined
}

const isTwin = (one: Send, other: Send) =>
  one.total === other.total && JSON.stringify(one.to) === JSON.stringify(other.to)

function sumIn(meant: string): bigint {
  const yuan = /\d+\.\d\d/.exec(meant)?.[0]
  if (yuan === undefined) throw new Error(`no sum in ${meant}`)
  return BigInt(yuan.replace('.', ''))
}

function groupIn(meant: string, send: Send, day: Day): string {
  const prefix = meant.includes('项目组') ? 't' : 'd'
  const mine = day.groups.filter(({ id, members }) => id.startsWith(prefix) && members.includes(send.from))
  const fitting = mine.find(({ members }) => members.length >= send.count) ?? mine[0]
  if (!fitting) throw new Error(`no group in ${meant}`)
  return fitting.id
}

function personIn(meant: string, send: Send, day: Day, chance: Chance): Meant {
  const payeeId = send.to.way === 'members' ? send.to.ids[0]! : ''
  const payee = day.people.find(({ id }) => id === payeeId)!
  const plain = { groupId: null, amount: send.total, madeUpName: null }
  if (meant.includes('最近聊天')) {
    const mates = day.groups
      .filter(({ members }) => members.includes(send.from) && members.length <= 30)
      .flatMap(({ members }) => members)
      .filter((id) => id !== send.from && id !== payeeId)
    return { ...plain, how: 'last_chat', memberId: chance.pick(mates) }
  }
  const named = /想发给(?:另一个)?(.+)$/u.exec(meant)?.[1]
  const other = day.people.find(
    ({ id, name }) =>
      id !== payeeId && id !== send.from && (named ? name.includes(named) : name === payee.name),
  )
  if (other) return { ...plain, how: 'name', memberId: other.id }
  return { ...plain, how: 'name', memberId: `namesake-of-${payeeId}`, madeUpName: payee.name }
}
