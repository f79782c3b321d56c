/** The people of a made-up company of 2,000, in departments and teams, and how they crowd at a packet. */

import type { DayClaim, Group, Person, Send } from '../../packages/cli/replay/day.ts'
import type { Chance } from './chance.ts'
import { drawName } from './names.ts'

const peopleCount = 2_000
const departmentCount = 40
const teamCount = 120

export interface Staff {
  ids: readonly string[]
  names: readonly string[]
  groups: readonly Group[]
}

/** Everyone, in one group for all, a department each, and teams within departments. */
export function makeStaff(chance: Chance): Staff {
  const ids = Array.from({ length: peopleCount }, (_, i) => `u${String(i + 1).padStart(4, '0')}`)
  const names = ids.map(() => drawName(chance))
  const departments = Array.from({ length: departmentCount }, (_, i): Group => {
    const members = ids.filter((_id, at) => at % departmentCount === i)
    return { id: `d${String(i + 1).padStart(2, '0')}`, name: `第${i + 1}部门`, members }
  })
  const teams = Array.from({ length: teamCount }, (_, i): Group => {
    const members = chance.some(departments[i % departmentCount]!.members, chance.whole(8, 25))
    return { id: `t${String(i + 1).padStart(3, '0')}`, name: `${i + 1}号项目组`, members }
  })
  return { ids, names, groups: [{ id: 'all', name: '全员群', members: ids }, ...departments, ...teams] }
}

/** Everyone has what they send this evening, and a little of their own. */
export function peopleOf(chance: Chance, staff: Staff, sends: readonly Send[]): Person[] {
  const spent = new Map<string, bigint>()
  for (const { from, total } of sends) spent.set(from, (spent.get(from) ?? 0n) + total)
  return staff.ids.map((id, i) => {
    const wallet = (spent.get(id) ?? 0n) + BigInt(chance.whole(0, 500) * 100)
    return { id, name: staff.names[i]!, wallet, undoS: chance.percent(3) ? 30 : null }
  })
}

/** Most come in the first seconds; a few tap twice, and the service gives them the same share again. */
export function crowd(
  chance: Chance,
  members: readonly string[],
  count: number,
  lateMaxMs: number,
): DayClaim[] {
  const claims = chance.some(members, count).flatMap((by): DayClaim[] => {
    const late = chance.percent(15)
    const afterMs = 60 + (late ? chance.whole(4_000, lateMaxMs) : chance.early(8_000))
    const twice = chance.percent(2)
    return twice
      ? [
          { by, afterMs },
          { by, afterMs: afterMs + chance.whole(150, 900) },
        ]
      : [{ by, afterMs }]
  })
  return claims.sort((a, b) => a.afterMs - b.afterMs)
}
