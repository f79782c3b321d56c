/**
 * Who is around each of the fourteenth crowd: family, friends, landlord, shops of the quarter, those they work
 * with, and the groups they are in.
 */

import { cast, idsOf, nicknames, type Member } from './fourteenth-cast.ts'
import { shopName } from './fourteenth-names.ts'
import {
  addAnyone,
  addPerson,
  days,
  emptyWorld,
  keep,
  moment,
  type Circle,
  type FourteenthWorld,
} from './fourteenth-world.ts'

const relationAtWork = {
  office: 'colleague',
  rider: 'colleague',
  parent: null,
  retired: 'friend',
  shop: null,
  club: 'friend',
} as const

/** Everyone, those around them and the groups; nothing is sent yet. */
export function worldOf(seed: string): FourteenthWorld {
  const world = emptyWorld(seed)
  const { chance } = world
  const quarter = Array.from({ length: 22 }, () => addPerson(world, shopName(chance)))
  const fellows = Array.from(
    { length: 90 },
    () => addAnyone(world, chance.percent(60) ? 'young' : 'older').id,
  )
  for (const member of cast) {
    withColleagues(world, member)
    world.circles.set(member.id, circleOf(world, member, quarter))
    for (const one of chance.some(fellows, chance.whole(4, 14))) keep(world, member.id, one)
  }
  withGroups(world, fellows)
  withChanges(world)
  return world
}

function withColleagues(world: FourteenthWorld, { id, kind }: Member): void {
  const { chance } = world
  const share = kind === 'shop' ? 30 : kind === 'parent' ? 55 : 80
  for (const other of cast) {
    if (other.kind === kind ? !chance.percent(share) : !chance.percent(5)) continue
    const alias = nicknames[other.id] && chance.percent(45) ? nicknames[other.id] : null
    const relation = other.kind === kind && chance.percent(35) ? relationAtWork[kind] : null
    keep(world, id, other.id, { alias, relation })
  }
  for (const shop of idsOf('shop')) if (chance.percent(30)) keep(world, id, shop)
}

const kin: Record<'young' | 'older', readonly string[]> = {
  young: ['妈妈', '爸爸', '老婆', '姐', '弟弟', '大姨', '表哥'],
  older: ['儿子', '女儿', '老伴', '大哥', '小妹', '孙女', '侄女'],
}

function circleOf(world: FourteenthWorld, { id, kind, rents }: Member, quarter: readonly string[]): Circle {
  const { chance } = world
  const age = kind === 'retired' || (kind === 'shop' && chance.percent(40)) ? 'older' : 'young'
  const family = chance.some(kin[age], chance.whole(3, 5)).map((word) => {
    const { id: one } = addAnyone(world, word === '弟弟' || word === '孙女' ? 'young' : 'older')
    const alias = chance.percent(65) ? word : null
    keep(world, id, one, { alias, relation: chance.percent(55) ? 'family' : null })
    return one
  })
  const friends = Array.from({ length: chance.whole(3, 7) }, () => {
    const { id: one, given } = addAnyone(world, age)
    const alias = chance.percent(38) ? given : null
    keep(world, id, one, { alias, relation: chance.percent(25) ? 'friend' : null })
    if (chance.percent(6)) withOldAccount(world, id, one, given)
    return one
  })
  const landlord = rents ? landlordOf(world, id) : null
  const shops = chance.some([...quarter, ...idsOf('shop')], chance.whole(3, 8)).filter((one) => one !== id)
  for (const one of shops) if (chance.percent(55)) keep(world, id, one)
  return { family, friends, landlord, shops, services: whoServesThem(world, id) }
}

function landlordOf(world: FourteenthWorld, id: string): string {
  const { id: one, given } = addAnyone(world, 'older')
  const alias = world.chance.pick(['房东', `房东${given[0]!}`, `${given[0]!}阿姨（房东）`, null])
  keep(world, id, one, { alias })
  return one
}

function withOldAccount(world: FourteenthWorld, id: string, one: string, given: string): void {
  const { chance, people, contacts, oldAccounts } = world
  const shown = people.find((each) => each.id === one)!.name
  const old = addPerson(world, chance.percent(60) ? shown : given)
  keep(world, id, old, { alias: chance.percent(25) ? contacts.get(id)!.get(one)!.alias : null })
  oldAccounts.set(one, old)
}

const serviceWords = ['阿姨', '师傅', '物业', '快递', '教练', '中介']

/** The cleaner, the plumber, the desk of the estate. */
function whoServesThem(world: FourteenthWorld, id: string): string[] {
  const { chance } = world
  return Array.from({ length: chance.whole(1, 3) }, () => {
    const { id: one, given } = addAnyone(world, 'older')
    const alias = chance.percent(70) ? `${given[0]!}${chance.pick(serviceWords)}` : null
    keep(world, id, one, { alias })
    return one
  })
}

/** As `id, name, kind, how many of them in a hundred, how many others`. */
const groupPlan = [
  ['g-office', '造价部', 'office', 100, 3],
  ['g-company', '诚信工程咨询全员群', 'office', 100, 45],
  ['g-lunch', '今天吃什么', 'office', 60, 0],
  ['g-girls', '下午茶拼单群', 'office', 45, 2],
  ['g-station', '湖滨站骑手群', 'rider', 100, 34],
  ['g-station2', '湖滨站夜班', 'rider', 55, 6],
  ['g-beer', '收工喝一杯', 'rider', 60, 0],
  ['g-class', '三(2)班家长群', 'parent', 100, 58],
  ['g-classPlain', '三2班闲聊群（无老师）', 'parent', 90, 20],
  ['g-committee', '三2家委会', 'parent', 45, 0],
  ['g-art', '周六画画接送', 'parent', 40, 3],
  ['g-estate', '福兴小区邻里群', 'retired', 100, 90],
  ['g-building', '福兴小区5号楼', 'retired', 55, 24],
  ['g-taiji', '晨练队', 'retired', 70, 8],
  ['g-street', '东门街商户群', 'shop', 100, 26],
  ['g-shopTea', '东门老友泡茶', 'shop', 70, 1],
  ['g-club', '羽众不同俱乐部', 'club', 100, 40],
  ['g-clubTue', '羽众不同周二场', 'club', 75, 8],
  ['g-clubSat', '羽众不同周六场', 'club', 75, 10],
  ['g-clubCore', '羽众教练组', 'club', 50, 0],
] as const

function withGroups(world: FourteenthWorld, fellows: readonly string[]): void {
  const { chance, circles } = world
  for (const [id, name, kind, share, others] of groupPlan) {
    const ids = idsOf(kind)
    const own = share === 100 ? ids : chance.some(ids, Math.max(3, Math.round((ids.length * share) / 100)))
    const guests = kind === 'club' ? ['office3', 'parent7'] : kind === 'shop' ? ['retired9'] : []
    addGroup(world, id, name, [...own, ...guests], chance.some(fellows, Math.min(others, fellows.length)))
  }
  for (const { id, kind } of cast) {
    const { family, friends } = circles.get(id)!
    const name = chance.pick(['一家人', '相亲相爱一家人', '幸福之家', '家', '我们仨'])
    addGroup(world, `g-home-${id}`, name, [id, ...family], kind === 'rider' ? [] : chance.some(fellows, 3))
    if (chance.percent(35)) {
      const ours = chance.pick(['老同学', '吃喝玩乐', '307宿舍', '麻将四人组', '闺蜜团', '老乡群'])
      addGroup(world, `g-friends-${id}`, ours, [id, ...friends], [])
    }
  }
}

function addGroup(
  { groups, joins, chance }: FourteenthWorld,
  id: string,
  name: string,
  own: string[],
  others: string[],
): void {
  groups.push({ id, name, members: [...own, ...others] })
  for (const late of others.slice(0, Math.floor(others.length / 9)))
    joins.push({ groupId: id, id: late, at: moment(chance.whole(3, days - 3), chance.whole(480, 1_300)) })
}

/** Some call themselves otherwise before the season is over. */
function withChanges(world: FourteenthWorld): void {
  const { chance, people, renames } = world
  const fresh = [
    '国庆不打烊',
    '努力减肥中',
    '小确幸',
    '早睡早起',
    '岁月静好',
    'Mia',
    '暴富',
    '秋天的风',
    '一家之主',
  ]
  for (const { id } of people)
    if (chance.percent(5))
      renames.push({
        id,
        name: chance.pick(fresh),
        at: moment(chance.whole(6, days - 6), chance.whole(0, 1_439)),
      })
}
