/**
 * The people of a fishing port in Fujian: a clan, two boats, the fish trade, a fish-ball plant, the village
 * committee, a school, the old and the young who are away; and the shops they pay.
 */

import type { Chance } from '../../examples/days/chance.ts'

export const kinds = ['clan', 'boat', 'trade', 'plant', 'office', 'school', 'elder', 'away'] as const
export type Kind = (typeof kinds)[number]

/** How sure a hand is, or that nobody may see it. */
export type Pace = 'quick' | 'sure' | 'slow' | 'off'

export interface Cast {
  id: string
  name: string
  kind: Kind
  pace: Pace
}

const paces: Record<string, Pace> = { q: 'quick', s: 'sure', w: 'slow', o: 'off' }

/** Name and pace of each, in the order of their ids. */
const plan: Record<Kind, string> = {
  clan: '林国强:s 林国栋:s 林国平:q 林秀珍:s 林志明:s 志鹏:q 雅婷Yating:s 林小燕:o 土伯:w 美玉:s',
  boat: '陈海生:s 王水龙:s 黄进发:q 阿川:s 蔡明辉:s 陈海涛:q 郑大头:s 一帆风顺:o',
  trade: '阿兰海鲜:q 蔡记冷冻:s 许丽华:s 邱文彬:s 海鲜批发小许:q 施东升:s 曾阿妹:w',
  plant:
    '洪建业:s 庄慧敏:s 刘师傅:s 杨秀芳:s 罗明贵:s 潘小兰:q 贵州小伙:q 周丽丽:s 周莉:s 梦里花开:w 田永红:o',
  office: '许志勇:s 蔡淑芬:s 吴主任:s 黄伟:q',
  school: '梓涵妈妈:q 子轩爸爸:s 柯老师:s 雨桐妈妈:s 子萱妈妈:o',
  elder: '吴金枝:w 平安是福:w 陈水木:s 知足常乐:w 许阿婆:w',
  away: '林晨:q Vivian:q 阿伟:s 蔡宇航:s',
}

export const cast: readonly Cast[] = kinds.flatMap((kind) =>
  plan[kind].split(' ').map((one, n) => {
    const [name, pace] = one.split(':')
    return { id: `${kind}${n + 1}`, name: name!, kind, pace: paces[pace!]! }
  }),
)

/** Everybody of a kind. */
export function idsOf(kind: Kind): string[] {
  return cast.filter((one) => one.kind === kind).map(({ id }) => id)
}

/** Shops, landlords, relatives at home: they are paid and hardly ever pay. */
export const shops: Readonly<Record<string, string>> = {
  noodle: '阿国面线糊',
  satay: '正宗沙茶面',
  stall: '阿珠菜摊',
  corner: '惠民超市',
  pharmacy: '惠民大药房',
  fuel: '港口加油点',
  tackle: '恒通渔具',
  ice: '顺发冰厂',
  nets: '补网阿嫂',
  yard: '东埔船厂黄师傅',
  parcel: '驿站小曾',
  tea: '一点甜奶茶',
  barber: '阿美发艺',
  temple: '妈祖宫理事会',
  care: '小太阳托管',
  piano: '陈老师钢琴',
  dance: '陈老师舞蹈',
  doctor: '蔡医生',
  plumber: '水电老吴',
  gas: '送气小李',
  water: '送水老李',
  taxi: '阿彬跑车',
  taxiToo: '阿斌顺风车',
  grill: '渔排大排档',
  hall: '红砖厝酒楼',
  wedding: '小雅婚庆',
  gold: '周六金店',
  cake: '福满楼饼家',
  landlady: '洪阿姨',
  landlord: '洪先生 出租',
  truck: '冷链车老郑',
  boxes: '泡沫箱厂小王',
  surimi: '闽东鱼糜 张经理',
  coop: '渔业合作社',
  clinic: '卫生院收费处',
  phone: '移动营业厅小林',
  motherLuo: '妈妈',
  motherPan: '妈',
  wifeTian: '孩子他妈',
  daughterWu: '阿芬',
  sonXu: '大儿子',
}

const surnames = '陈陈陈林林林黄黄吴吴张张李李王王郑蔡蔡许刘洪庄邱施曾杨叶苏谢郭柯何罗周潘'
const firsts = '志 建 国 文 海 明 丽 秀 美 金 淑 小 晓 伟 雅 永 俊 嘉 思 春 水 阿 惠 宝 玉'.split(' ')
const seconds =
  '强 华 平 明 辉 龙 芳 珍 兰 英 玲 燕 红 梅 勇 军 斌 鹏 杰 峰 婷 琳 萍 生 发 福 霞 云 敏 涛 蓉'.split(' ')
const screenNames =
  '平安是福 静待花开 海阔天空 阿强 阿芳 小鱼儿 往事随风 A家电维修 简单 向日葵 浪里白条 宝妈 Lin 阿明 好运连连 Cc 月下老人 风雨同舟 老陈 小林 大海 家和万事兴 星辰 Momo 讨海人 木子 云淡风轻 '.split(
    ' ',
  )

/** What somebody who is nobody in particular calls themselves. */
export function plainName(chance: Chance): string {
  if (chance.percent(34)) return chance.pick(screenNames.slice(0, -1))
  const given = chance.percent(16) ? chance.pick(seconds) : `${chance.pick(firsts)}${chance.pick(seconds)}`
  return `${chance.pick([...surnames])}${given}`
}

/** How neighbours write them down, where they do. */
export const nicknames: Readonly<Record<string, readonly string[]>> = {
  clan1: ['大哥', '强哥', '国强叔'],
  clan2: ['二哥', '阿栋', '国栋叔'],
  clan3: ['阿平', '国平叔', '三叔'],
  clan4: ['大姑', '秀珍姐'],
  clan5: ['志明', '阿明'],
  clan6: ['林志鹏', '阿鹏'],
  clan7: ['雅婷', '林雅婷'],
  clan9: ['阿公', '林阿土'],
  clan10: ['大嫂', '陈美玉'],
  boat1: ['船老大', '海生哥', '陈老大'],
  boat4: ['吴阿川', '川哥'],
  boat6: ['海涛', '阿涛'],
  boat7: ['大头', '郑伟强'],
  boat8: ['许振帆', '阿帆'],
  trade1: ['阿兰', '兰姐'],
  trade2: ['蔡老板', '冷库蔡'],
  trade5: ['小许 批发', '许文'],
  plant1: ['洪总', '洪老板'],
  plant2: ['庄会计', '慧敏'],
  plant3: ['刘工', '刘师傅车间'],
  plant7: ['吴小军', '小军'],
  plant10: ['李桂花', '桂花姐'],
  office1: ['许书记'],
  office2: ['蔡会计', '淑芬'],
  office3: ['吴主任 妇联', '吴丽琴'],
  school3: ['柯老师 语文'],
  elder2: ['陈阿嬷', '阿嬷'],
  elder4: ['外婆', '黄阿姨'],
  away1: ['晨晨', '阿晨'],
  away2: ['陈薇', '薇薇'],
  away3: ['王伟', '伟仔'],
}
