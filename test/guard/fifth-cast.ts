/**
 * Who is in the fifth crowd: villagers who work away, a clinic, a football side, parents who share the ride
 * to school, a hair salon and its regulars, a logistics yard, a choir and a family in two cities; and whom
 * they pay.
 */

export const circles = [
  'village',
  'clinic',
  'football',
  'carpool',
  'salon',
  'yard',
  'choir',
  'family',
] as const
export type Circle = (typeof circles)[number]
/** What somebody is in the crowd; payees only get, but for what they give back. */
export type Kind = Circle | 'payee'

export interface Member {
  id: string
  name: string
  kind: Kind
}

const senders: Record<Circle, string> = {
  village: '梁志勇 梁志永 梁国栋 覃秀芬 韦大海 覃建平 黄小燕 韦小海',
  clinic: '王丽 何文静 刘芳 赵敏 孙浩然 邓玉梅',
  football: '陈杰 张伟 马俊 高翔 林涛 郭鹏飞 谢宇 徐志强',
  carpool: '王莉 周婷 许文娟 沈晓东 徐志刚 姚丽娜',
  salon: 'Kenny 小雨 陈洁 冯雪 周婷婷 杜鹃',
  yard: '张伟 阿强 阿祥 赵明 老马 彭勇 石磊',
  choir: '刘芳 顾美玲 顾美琳 潘淑珍 陆永年',
  family: '孙建国 孙建华 孙悦 孙越 郑海燕 孙小宇 姜红',
}

/** Whom many pay and who seldom pay; the ids are what the habits name them by. */
const payees: Record<string, string> = {
  landlordEast: '李国强',
  landlordWest: '李国庆',
  piano: '陈老师',
  maths: '程老师',
  noodles: '老王面馆',
  canteen: '小吴快餐',
  fruit: '佳佳水果',
  fruitToo: '嘉嘉水果',
  market: '幸福超市',
  fuel: '永丰加油站',
  tyres: '永丰轮胎',
  motherLan: '吴秀兰',
  motherYing: '吴秀英',
  fatherCai: '梁德才',
  uncleCai: '梁德财',
  pitch: '球场老田',
  gang: '装卸蔡师傅',
  nursery: '晨光幼儿园',
  driving: '驾校吴教练',
  pharmacy: '康民药店',
  breakfast: '阿婆早点',
  milkTea: '一点甜奶茶',
  hall: '活动中心钱老师',
  plumber: '水电李师傅',
}

/** People, or shops, who are easily taken for one another. */
const alike = [
  'v1 v2',
  'v5 v8',
  'c1 k1',
  'c3 h1',
  'c4 y4',
  'f1 s3',
  'f2 y1',
  'f8 k5',
  'k2 s5',
  'y2 y3',
  'h2 h3',
  'm1 m2',
  'm3 m4',
  'landlordEast landlordWest',
  'piano maths',
  'fruit fruitToo',
  'motherLan motherYing',
  'fatherCai uncleCai',
]

/** Who may be mistaken for whom, by id. */
export const counterparts = new Map(
  alike.flatMap((pair) => {
    const [one, other] = pair.split(' ') as [string, string]
    return [
      [one, other],
      [other, one],
    ] as [string, string][]
  }),
)

const initial: Record<Circle, string> = {
  village: 'v',
  clinic: 'c',
  football: 'f',
  carpool: 'k',
  salon: 's',
  yard: 'y',
  choir: 'h',
  family: 'm',
}

/** Everyone with a part: the senders of each circle, then the payees. */
export const cast: readonly Member[] = [
  ...circles.flatMap((kind) =>
    senders[kind].split(' ').map((name, i) => ({ id: `${initial[kind]}${i + 1}`, name, kind })),
  ),
  ...Object.entries(payees).map(([id, name]) => ({ id, name, kind: 'payee' as const })),
]

/** The ids of a circle's senders. */
export function idsOf(circle: Circle): string[] {
  return cast.filter(({ kind }) => kind === circle).map(({ id }) => id)
}

/** Aliases that somebody may keep a payee under. */
export const nicknames: Readonly<Record<string, string>> = {
  landlordEast: '房东李哥',
  landlordWest: '房东老李',
  piano: '钢琴陈老师',
  motherLan: '妈',
  motherYing: '阿妈',
  fatherCai: '爸',
  v1: '勇哥',
  f2: '伟哥门将',
  y1: '张伟(车队)',
  c1: '王护士',
  k2: '朵朵妈妈',
  h2: '大顾',
  h3: '小顾',
  m1: '大伯',
  m3: '悦悦',
}

const surnames = '赵钱周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施曹严金魏陶姜谢邹章苏潘葛范彭鲁韦马方袁柳唐薛雷贺汤'
const given =
  '建明 雪梅 东升 晓岚 国平 艳红 天佑 巧云 立新 海棠 思远 春燕 启航 秋菊 少华 月娥 向阳 彩霞 家豪 若曦 ' +
  '振东 玉兰 俊杰 雅琴 永福 冬梅 子涵 金凤 学军 诗琪 光明 桂花 宏图 亚男 守义 可欣 大勇 锦绣 文彬 银环'

/** The n-th of those who only fill a group or are met once: every name comes once. */
export function otherName(n: number): string {
  const names = given.split(' ')
  const surname = surnames[(n * 7) % surnames.length]!
  return surname + names[(n * 3 + Math.floor(n / surnames.length) * 11) % names.length]!
}
