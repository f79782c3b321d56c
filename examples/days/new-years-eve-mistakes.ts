/**
 * The sends of the evening that were mistakes, and how each ends: undone in the window, taken back in time, taken back
 * in part, or claimed before the sender saw it. They follow what real cases have in common: look-alike names, the last
 * chat on the screen, an extra zero.
 */

import type { Instant } from '../../packages/core/instant.ts'
import type { DayClaim, Group, Mistake, Send, Step } from '../../packages/cli/replay/day.ts'
import { readSteps } from '../../packages/cli/replay/notation.ts'
import type { Chance } from './chance.ts'

type Made = Omit<Send, 'id'>

/** To one person: what was wrong, the amount, what the sender did, and when the other claimed (null: not). */
const toOne: readonly [Mistake, string, number, string, number | null][] = [
  ['wrong_person', '发给同名的同事了', 5_200, 'undo@4', null],
  ['wrong_person', '点到了最近聊天的人', 8_888, 'recall@12', null],
  ['wrong_person', '发给同名的同事了', 13_140, 'recall@5', 2_100],
  ['wrong_person', '点到了最近聊天的人', 6_666, 'ask@3 recall@9', 6_000],
  ['wrong_person', '发给同名的同事了', 18_800, 'ask@3 recall@9', null],
  ['extra_zero', '想发 16.80', 16_800, 'undo@5', null],
  ['extra_zero', '想发 18.80', 18_800, 'recall@20', 3_400],
  ['extra_zero', '想发 6.66', 6_660, 'recall@8', null],
]

/** Into a group that is too large: where to, how many shares at how much, what the sender did, how many claimed by then. */
const toMany: readonly [string, string, number, number, string, number][] = [
  ['all', '想发到项目组', 12, 888, 'undo@3', 0],
  ['d', '想发到项目组', 15, 666, 'recall@1.5', 6],
  ['all', '想发到部门群', 20, 500, 'recall@8', 40],
  ['d', '想发 88.80', 40, 2_220, 'recall@2', 25],
]

/** Every mistake of the evening, at moments of its own. */
export function newYearsEveMistakes(chance: Chance, groups: readonly Group[], moment: () => Instant): Made[] {
  const teams = groups.filter((group) => group.id.startsWith('t'))
  const single = toOne.map(([kind, meant, total, then, claimAfterMs]): Made => {
    const [from, one] = chance.some(chance.pick(teams).members, 2)
    const claims = claimAfterMs === null ? [] : [{ by: one!, afterMs: claimAfterMs }]
    return {
      ...plain(moment(), from!, total, then),
      to: { way: 'members', ids: [one!] },
      kind: 'direct',
      claims,
      mistake: { kind, meant },
    }
  })
  const many = toMany.map(([where, meant, count, each, then, claimed]): Made => {
    const group = chance.pick(groups.filter(({ id }) => id.startsWith(where)))
    const [from, ...others] = chance.some(group.members, Math.min(group.members.length, claimed + 1))
    const claims = others
      .map((by): DayClaim => ({ by, afterMs: 80 + chance.early(4_000) }))
      .sort((a, b) => a.afterMs - b.afterMs)
    const kind = meant.includes('.') ? 'extra_zero' : 'wrong_group'
    return {
      ...plain(moment(), from!, count * each, then),
      to: { way: 'group', id: group.id },
      kind: 'lucky',
      split: 'wechat',
      count,
      claims,
      mistake: { kind, meant },
    }
  })
  return [...single, ...many, ...sentTwice(chance, teams, moment)]
}

/** The same packet twice within seconds: the second is undone, taken back, or claimed as well. */
function sentTwice(chance: Chance, teams: readonly Group[], moment: () => Instant): Made[] {
  const ends: readonly [string, number | null][] = [
    ['undo@6', null],
    ['recall@15', null],
    ['recall@30', 9_000],
  ]
  return ends.flatMap(([then, claimAfterMs]) => {
    const [from, one] = chance.some(chance.pick(teams).members, 2)
    const at = moment()
    const total = chance.pick([520, 1_314, 6_666])
    const claim = (afterMs: number): DayClaim => ({ by: one!, afterMs })
    const first = { ...plain(at, from!, total, ''), claims: [claim(4_000)] }
    const second: Made = {
      ...plain(at + 3_200, from!, total, then),
      mistake: { kind: 'duplicate', meant: '刚才已经发过' },
    }
    const claims = claimAfterMs === null ? [] : [claim(claimAfterMs)]
    return [first, { ...second, claims }].map((send): Made => ({
      ...send,
      to: { way: 'members', ids: [one!] },
    }))
  })
}

function plain(at: Instant, from: string, total: number, then: string): Made {
  const steps: Step[] = readSteps(then)
  const nobody: Send['to'] = { way: 'link' }
  return {
    at,
    from,
    to: nobody,
    kind: 'direct',
    total: BigInt(total),
    count: 1,
    split: null,
    greeting: '新年快乐',
    expireAfterS: null,
    delayS: null,
    claims: [],
    steps,
    mistake: null,
  }
}
