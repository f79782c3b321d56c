/** The groups of the fifteenth crowd, and who came to them late. */

import type { Group } from '../../packages/cli/replay/day.ts'
import type { Chance } from '../../examples/days/chance.ts'
import type { Instant } from '../../packages/core/instant.ts'
import { days, moment } from './fifteenth-calendar.ts'

interface Grouped {
  chance: Chance
  groups: Group[]
  joins: { groupId: string; id: string; at: Instant }[]
}

/** Groups as `id, name, members of the cast, how many others`. */
const groupPlan: readonly [string, string, string, number][] = [
  ['g-ward', '心内科护理组', 'n1 n2 n3 n4 n5 n6 n7 n8', 9],
  ['g-hospital', '心内科大家庭', 'n1 n2 n3 n4 n5 n6 n7 n8', 32],
  ['g-tea', '夜班奶茶局', 'n2 n4 n5 n8', 1],
  ['g-he', '幸福一家人', 'n1 h1 h2 h4', 5],
  ['g-luo', '罗家大院', 'n1 h3 h7 h2', 11],
  ['g-tang', '相亲相爱一家人', 'n2 h5', 7],
  ['g-deng', '相亲相爱一家人', 'n3 h6', 6],
  ['g-cao', '吴府', 'n7 h8', 8],
  ['g-taxi', '出租车司机交流群', 't1 t2 t3 t4 t5 t6 t7 t8', 70],
  ['g-taxi2', '火车站夜班互助', 't2 t4 t5 t7 t8', 6],
  ['g-cars', '老曾喝茶', 't1 t2 t3 t6', 0],
  ['g-drive', '彭教练科目二', 'd1 d3 d4 d7 u3 u5', 14],
  ['g-drive2', '蒋教练科目三', 'd2 d5 u6 n5', 11],
  ['g-staff', '驾校工作群', 'd1 d2 d6', 8],
  ['g-class', '会计2602班', 'u1 u2 u5 u7 u8', 31],
  ['g-dorm', '412仙女窝', 'u2 u5 u7 u8', 0],
  ['g-boys', '307开黑', 'u1 u3 u4 u6 u9', 0],
  ['g-club', '吉他社', 'u3 u4 u7 u9', 17],
  ['g-parents', '新生家长交流群', 'p1 p2 p3 p4 p5 p6', 45],
  ['g-zhou', '周家人', 'p1 u1', 9],
  ['g-tan', '谭家军', 'p4 t4 u5', 10],
  ['g-liu', '老刘家', 'p3 u3', 6],
  ['g-street', '火锅街商户群', 's1 s2 s5 s6 s8', 26],
  ['g-shop', '洪姐老火锅员工群', 's1 s3 s4 s7 s8', 5],
  ['g-friends', '高中老友记', 's6 n6 d6', 6],
]

/** Fills them with people of the pool. */
export function withGroups(world: Grouped, pool: readonly string[]): void {
  const { chance, groups, joins } = world
  for (const [id, name, members, others] of groupPlan) {
    const more = chance.some(pool, others)
    groups.push({ id, name, members: [...members.split(' '), ...more] })
    for (const late of more.slice(0, Math.floor(others / 9)))
      joins.push({ groupId: id, id: late, at: moment(chance.whole(3, days - 3), chance.whole(500, 1_320)) })
  }
}
