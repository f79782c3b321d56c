/** The twelfth crowd before anything is sent: who keeps whom, under what name, and in which groups. */

import { chanceOf } from '../../examples/days/chance.ts'
import {
  anyName,
  anySurname,
  circles,
  couples,
  senderNames,
  shops,
  siblingName,
  type Kind,
} from './twelfth-cast.ts'
import { groupPlan } from './twelfth-groups.ts'
import {
  addPerson,
  days,
  idsOf,
  keep,
  moment,
  senderIds,
  type Kept,
  type TwelfthWorld,
} from './twelfth-world.ts'

/** Everyone, their contacts and groups, and nothing sent yet. */
export function worldOf(seed: string): TwelfthWorld {
  const chance = chanceOf(`twelfth ${seed}`)
  const cast = circles.flatMap((kind) =>
    senderNames[kind].map((name, n) => ({ id: `${kind}${n + 1}`, name, kind })),
  )
  const known = [
    ...cast,
    ...Object.entries(shops).map(([id, name]) => ({ id, name, kind: 'payee' as const })),
  ]
  const world: TwelfthWorld = {
    chance,
    people: known.map(({ id, name }) => ({ id, name, wallet: 0n, undoS: null })),
    kinds: new Map(known.map(({ id, kind }) => [id, kind])),
    groups: [],
    contacts: new Map(cast.map(({ id }) => [id, new Map<string, Kept>()])),
    joins: [],
    renames: [
      { id: 'flat4', name: '暴富小能手', at: moment(33, 600) },
      { id: 'home5', name: 'Vivian（休假中）', at: moment(47, 1_200) },
      { id: 'bus14', name: '平安是福', at: moment(18, 430) },
      { id: 'sell2', name: '闲来小铺（618特惠）', at: moment(35, 500) },
    ],
    screens: new Map(),
    sends: [],
    laid: 0,
    slips: new Map(),
    own: new Map(),
    wordy: new Map(cast.map(({ id }) => [id, chance.whole(15, 92)])),
    oldAccounts: new Map(),
  }
  for (const { id, kind } of cast) withCircle(world, id, kind)
  for (const { id, kind, name } of cast) withOwn(world, id, kind, name)
  for (const [a, b] of couples) {
    keep(world, a, b, chance.percent(50) ? chance.pick(['老公', '老婆', '亲爱的']) : null, 'family')
    keep(world, b, a, null, 'family')
  }
  withGroups(world)
  return world
}

const relationOf = { bus: 'colleague', choir: 'friend', home: 'friend', sell: null, flat: 'friend' } as const

function withCircle(world: TwelfthWorld, id: string, kind: (typeof circles)[number]): void {
  const { chance } = world
  for (const one of idsOf(kind))
    if (chance.percent(kind === 'sell' ? 40 : 78))
      keep(world, id, one, null, chance.percent(45) ? relationOf[kind] : null)
  for (const one of chance.some(senderIds, chance.whole(0, 3))) keep(world, id, one, null, null)
}

/** Parents, brothers and sisters, friends from elsewhere; old people have children instead of parents. */
function withOwn(world: TwelfthWorld, id: string, kind: Kind, name: string): void {
  const { chance } = world
  const isOld = kind === 'choir'
  const kin = (who: string, alias: string | null) => {
    const one = addPerson(world, who)
    keep(world, id, one, alias, chance.percent(70) ? 'family' : null)
    return one
  }
  const isReal = !/^[A-Za-z阿老小一静夕糖果毛闲南郭]/.test(name)
  const surname = isReal ? name[0]! : anySurname(chance)
  const parents = isOld ? [] : [kin(anyName(chance, true), chance.pick(['妈', '老妈', '妈妈', null]))]
  if (!isOld && chance.percent(60))
    parents.push(kin(anyName(chance, true, surname), chance.pick(['爸', '爸爸', null])))
  const first = anyName(chance, isOld, surname)
  const siblings = [first]
  for (let n = chance.whole(0, 2); n > 0; n -= 1) siblings.push(siblingName(chance, isReal ? name : first))
  const hasChild = isOld || (kind === 'bus' && chance.percent(60))
  world.own.set(id, {
    parents,
    siblings: siblings.map((who) => kin(who, chance.pick([null, null, null, '姐', '弟', '表哥']))),
    friends: Array.from({ length: chance.whole(6, 22) }, () => {
      const one = addPerson(world, anyName(chance, isOld && chance.percent(80)))
      keep(world, id, one, null, chance.percent(25) ? chance.pick(['friend', 'colleague']) : null)
      return one
    }),
    child: hasChild
      ? kin(anyName(chance, false, surname), chance.pick(['儿子', '闺女', '女儿', null]))
      : null,
    landlord: chance.percent(kind === 'flat' || kind === 'sell' ? 80 : 20)
      ? addPerson(world, chance.percent(40) ? `房东${anySurname(chance)}姐` : anyName(chance, true))
      : null,
  })
}

function withGroups(world: TwelfthWorld): void {
  const { chance, groups, joins } = world
  const others = Array.from({ length: 90 }, () => addPerson(world, anyName(chance)))
  for (const [id, name, members, count] of groupPlan) {
    const more = chance.some(others, count)
    const whole = (circles as readonly string[]).includes(members)
    const ids = whole ? idsOf(members as (typeof circles)[number]) : members.split(' ')
    groups.push({ id, name, members: [...ids, ...more] })
    for (const late of more.slice(0, Math.ceil(count / 9)))
      joins.push({ groupId: id, id: late, at: moment(chance.whole(4, days - 6), chance.whole(480, 1_300)) })
  }
}
