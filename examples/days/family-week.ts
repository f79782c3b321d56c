/**
 * A family's week of New Year, made up: elders and children, a teenager's allowance, transfers that wait two hours, two
 * friends who are both called 彩虹, and an extra zero.
 */

import { hourMs, minuteMs } from '../../packages/core/instant.ts'
import type { Day, DayClaim, Group, Person, Send, SendKind } from '../../packages/cli/replay/day.ts'
import { readMistake, readRecipients, readSteps } from '../../packages/cli/replay/notation.ts'
import { chanceOf, type Chance } from './chance.ts'

const monday = Date.parse('2026-02-16T00:00:00+08:00')

const people: readonly [string, string, number?][] = [
  ['yeye', '周德福', 30],
  ['nainai', '王秀英', 30],
  ['waipo', '陈玉兰', 30],
  ['baba', '周建国'],
  ['mama', '李彩霞'],
  ['xiaoming', '周明', 20],
  ['xiaoyu', '周雨桐', 20],
  ['dabo', '周建军'],
  ['gugu', '周建红'],
  ['biaoge', '林浩'],
  ['jiujiu', '李志强'],
  ['caihong', '彩虹'],
  ['caihong-shop', '彩虹'],
  ['zhangwei', '张伟'],
  ['zhangwei2', '张玮'],
  ['zhangwei3', '章伟'],
  ['fangdong', '赵丽华'],
]

const groups: readonly Group[] = [
  { id: 'home', name: '一家人', members: ['yeye', 'nainai', 'baba', 'mama', 'xiaoming', 'xiaoyu'] },
  {
    id: 'clan',
    name: '周家大院',
    members: ['yeye', 'nainai', 'baba', 'mama', 'xiaoming', 'xiaoyu', 'dabo', 'gugu', 'biaoge'],
  },
  { id: 'class', name: '初三二班', members: ['xiaoming', 'zhangwei', 'zhangwei2', 'zhangwei3', 'biaoge'] },
]

/** Day of the week from 0, time, from, to, kind (`transfer+2h`: it arrives two hours later), fen, shares, words, claims (`all`, or after how many seconds), then, mistake. */
type Line = [
  number,
  string,
  string,
  string,
  SendKind | `transfer+${number}h`,
  number,
  number,
  string,
  string?,
  string?,
  string?,
]

const week: readonly Line[] = [
  [0, '08:12', 'mama', 'nainai', 'transfer+2h', 200_000, 1, '年货钱'],
  [0, '09:30', 'baba', 'fangdong', 'transfer+2h', 350_000, 1, '三月房租'],
  [0, '18:00', 'yeye', '#clan', 'lucky', 88_800, 9, '团圆', 'all'],
  [0, '18:04', 'dabo', '#clan', 'lucky', 66_600, 9, '马年大吉', 'all'],
  [0, '18:09', 'gugu', '#clan', 'equal', 45_000, 9, '每人一份', 'all'],
  [0, '20:00', 'nainai', 'xiaoming', 'direct', 20_000, 1, '压岁钱', '95'],
  [0, '20:01', 'nainai', 'xiaoyu', 'direct', 20_000, 1, '压岁钱', '240'],
  [0, '20:05', 'waipo', 'xiaoming', 'direct', 18_800, 1, '压岁钱', '33'],
  [0, '20:06', 'waipo', 'xiaoyu', 'direct', 18_800, 1, '压岁钱', '3600'],
  [0, '20:20', 'jiujiu', 'xiaoming', 'direct', 16_800, 1, '好好读书', '12'],
  [
    0,
    '20:31',
    'mama',
    'caihong-shop',
    'direct',
    7_440,
    1,
    '谢谢帮忙',
    '',
    'undo@6',
    'wrong_person 想发给另一个彩虹',
  ],
  [0, '20:32', 'mama', 'caihong', 'direct', 7_440, 1, '谢谢帮忙', '50'],
  [0, '23:59', 'baba', '#home', 'lucky', 52_000, 6, '新年快乐', 'all'],
  [1, '00:01', 'mama', '#home>xiaoming', 'exclusive', 13_140, 1, '又长一岁', '20'],
  [1, '00:03', 'xiaoming', '#class', 'lucky', 2_000, 5, '给大家拜年', 'all'],
  [1, '09:10', 'biaoge', '#class', 'lucky', 1_000, 5, '手快有', 'all', 'pause@1 release@8'],
  [1, '10:00', 'dabo', 'xiaoming', 'direct', 20_000, 1, '压岁钱', '600'],
  [1, '10:01', 'dabo', 'xiaoyu', 'direct', 20_000, 1, '压岁钱', '', 'decline@1800'],
  [1, '11:11', 'gugu', '#clan', 'lucky', 11_110, 9, '', 'all', 'recall@120'],
  [1, '15:40', 'baba', 'caihong', 'direct', 19_900, 1, '', '4', 'recall@15', 'wrong_person 想发给彩霞'],
  [1, '15:41', 'baba', 'mama', 'direct', 19_900, 1, '刚才点错了', '10'],
  [
    2,
    '08:30',
    'nainai',
    'gugu',
    'transfer+2h',
    110_000,
    1,
    '菜钱',
    '',
    'recall@600',
    'extra_zero 想转 110.00',
  ],
  [2, '08:45', 'nainai', 'gugu', 'transfer', 11_000, 1, '菜钱'],
  [2, '12:00', 'mama', 'xiaoming', 'transfer', 30_000, 1, '这周零花钱'],
  [2, '12:01', 'mama', 'xiaoyu', 'transfer', 10_000, 1, '这周零花钱'],
  [
    2,
    '19:20',
    'xiaoming',
    'zhangwei2',
    'direct',
    1_500,
    1,
    '奶茶',
    '',
    'ask@4 recall@30',
    'wrong_person 想发给张伟',
  ],
  [2, '19:22', 'xiaoming', 'zhangwei', 'direct', 1_500, 1, '奶茶', '15'],
  [3, '09:00', 'baba', 'fangdong', 'transfer+2h', 5_000, 1, '水费', '', 'undo@5', 'duplicate 妈妈已经交过'],
  [3, '14:00', 'gugu', 'waipo', 'direct', 18_800, 1, '看病买点好的'],
  [3, '20:00', 'yeye', '#home', 'lucky', 6_600, 6, '', 'all'],
  [4, '10:30', 'jiujiu', 'waipo', 'transfer+24h', 100_000, 1, '生活费'],
  [4, '18:18', 'biaoge', '#clan', 'lucky', 9_000, 9, '破五', 'all'],
  [4, '21:00', 'xiaoming', 'zhangwei3', 'direct', 2_000, 1, '', '3', 'recall@9', 'wrong_person 想发给张伟'],
  [5, '13:14', 'baba', 'mama', 'direct', 13_140, 1, '', '8'],
  [5, '17:00', 'mama', '#home', 'equal', 6_000, 6, '周末加菜', 'all'],
  [5, '17:30', 'dabo', 'yeye', 'transfer+24h', 500_000, 1, '拜年'],
  [6, '09:09', 'nainai', '#home', 'lucky', 9_990, 6, '', 'all', 'recall@40'],
  [6, '20:00', 'waipo', 'mama', 'transfer+2h', 80_000, 1, '给孩子们', '', 'decline@900'],
  [6, '21:30', 'baba', 'link', 'lucky', 8_800, 8, '谁有空谁领', 'dabo@9 gugu@30 biaoge@31 jiujiu@200'],
]

/** The whole week; the same for ever. */
export function familyWeek(): Day {
  const chance = chanceOf("laisee: a family's week")
  const sends = week.map((line, i) => sendOf(line, `f${String(i + 1).padStart(2, '0')}`, chance))
  const spent = new Map<string, bigint>()
  for (const { from, total } of sends) spent.set(from, (spent.get(from) ?? 0n) + total)
  return {
    name: 'family-week',
    about:
      "合成数据，由程序按种子生成，不是真人真事。Synthetic: a family's week made up by a program from a seed; no real people.",
    synthetic: true,
    people: people.map(([id, name, undoS = null]): Person => {
      const wallet = (spent.get(id) ?? 0n) + BigInt(chance.whole(10, 900) * 100)
      return { id, name, wallet, undoS: undoS ?? null }
    }),
    groups,
    sends,
  }
}

function sendOf(line: Line, id: string, chance: Chance): Send {
  const [day, time, from, toText, way, total, count, greeting, claimed = '', then = '', mistake = ''] = line
  const [kind, delay = '0h'] = way.split('+') as [SendKind, string?]
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const to = readRecipients(toText)
  return {
    id,
    at: monday + day * 24 * hourMs + hours * hourMs + minutes * minuteMs + chance.whole(0, 59_999),
    from,
    to,
    kind,
    total: BigInt(total),
    count,
    split: kind === 'lucky' ? (chance.percent(30) ? 'provable' : 'wechat') : null,
    greeting,
    expireAfterS: null,
    delayS: kind === 'transfer' ? Number(delay.slice(0, -1)) * 3_600 : null,
    claims: claimsOf(claimed, to, chance),
    steps: readSteps(then),
    mistake: readMistake(mistake),
  }
}

/** `all` of a group, sooner or later; one recipient after so many seconds; or whoever is named. */
function claimsOf(claimed: string, to: Send['to'], chance: Chance): DayClaim[] {
  if (claimed === '') return []
  if (claimed === 'all' && to.way === 'group') {
    const members = groups.find((group) => group.id === to.id)!.members
    const claims = chance
      .some(members, chance.whole(Math.ceil(members.length / 2), members.length))
      .map((by): DayClaim => {
        return {
          by,
          afterMs: chance.percent(60) ? 900 + chance.early(20_000) : chance.whole(30_000, 7_200_000),
        }
      })
    return claims.sort((a, b) => a.afterMs - b.afterMs)
  }
  const one = to.way === 'members' ? to.ids[0]! : to.way === 'group' ? to.one! : undefined
  if (one !== undefined) return [{ by: one, afterMs: Number(claimed) * 1_000 }]
  return claimed.split(' ').map((word): DayClaim => {
    const [by = '', seconds = ''] = word.split('@')
    return { by, afterMs: Number(seconds) * 1_000 }
  })
}
