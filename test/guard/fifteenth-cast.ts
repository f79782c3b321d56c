/**
 * Who is in the fifteenth crowd: nurses of a city hospital and their families, taxi drivers, a driving school,
 * university freshmen and their parents, and a street of hotpot shops; with those they pay and who seldom pay.
 */

import type { Chance } from '../../examples/days/chance.ts'

export const circles = ['ward', 'home', 'taxi', 'school', 'campus', 'parent', 'street'] as const
export type Circle = (typeof circles)[number]
/** What somebody is in the crowd; the others get, and give little back. */
export type Kind = Circle | 'payee' | 'other'

export interface Member {
  id: string
  name: string
  kind: Kind
}

const senders: Record<Circle, string> = {
  ward: '罗晓燕 唐敏 邓雅琴 李婷 文静怡 段莉 曹玉兰 向阳',
  home: '贺建军 贺子轩 罗德明 周春梅 谭勇 陈秀珍 罗晓峰 吴家明',
  taxi: '刘建国 曾强 肖卫东 平安出行老谭 龙军 欧阳志 杨波 张勇',
  school: '彭海涛 蒋文斌 易欣 陶然 何小军 毛姐 李佳慧',
  campus: '周子涵 张雨欣 刘宇航 陈思远 黄梦琪 李浩然 王欣怡 吴佳怡 马晨',
  parent: '周国华 张丽华 刘志刚 谭桂英 李军 王建平',
  street: '洪艳 阿坤 小鹿 胡师傅 程亮 苏苏 李强 谢婶',
}

const letters: Record<Circle, string> = {
  ward: 'n',
  home: 'h',
  taxi: 't',
  school: 'd',
  campus: 'u',
  parent: 'p',
  street: 's',
}

/** Shops, landlords, teachers; the ids are what the habits name them by. */
const payees: Record<string, string> = {
  canteen: '职工食堂充值',
  noodles: '一口鲜米粉',
  noodlesTwo: '刘记米粉',
  tea: '茶言茶语南门店',
  teaTwo: '茶言茶语东街店',
  fruit: '果小妹',
  market: '好邻居生鲜',
  butcher: '老杨牛肉',
  tripe: '鲜毛肚批发小周',
  greens: '王嫂蔬菜批发',
  oil: '牛油底料厂赵经理',
  beer: '啤酒配送李哥',
  gas: '液化气老何',
  landlord: '陈国平',
  landlordTwo: '陈桂芳',
  landlordShop: '步行街铺租杜总',
  tutor: '奥数廖老师',
  dance: '舞蹈袁老师',
  nursing: '护工张姐',
  nursingTwo: '护工张嫂',
  fleet: '蓝天车队结算',
  fleetTwo: '宏达车队彭会计',
  garage: '顺达汽修',
  garageTwo: '顺发轮胎',
  wash: '小马洗车',
  charge: '万家充电站',
  exam: '驾校财务报名处',
  printing: '图文打印店',
  copyTwo: '校园超市',
  express: '菜鸟驿站兰姐',
  barber: '造型师阿杰',
  pharmacy: '康源大药房',
  cleaner: '保洁邹阿姨',
  mahjong: '棋牌室老板娘',
  clothes: '女装琳琳',
  counsellor: '辅导员孙老师',
  tickets: '代买车票小钱',
}

/** Everyone with a part of their own. */
export const cast: readonly Member[] = [
  ...circles.flatMap((kind) =>
    senders[kind].split(' ').map((name, i): Member => ({ id: `${letters[kind]}${i + 1}`, name, kind })),
  ),
  ...Object.entries(payees).map(([id, name]): Member => ({ id, name, kind: 'payee' })),
]

/** Those of one circle. */
export function idsOf(kind: Kind): string[] {
  return cast.filter((one) => one.kind === kind).map(({ id }) => id)
}

/** Who is whose kin, as `one, other, what one calls the other, what the other calls one`. */
export const kin: readonly (readonly [string, string, string, string])[] = [
  ['n1', 'h1', '老公', '老婆'],
  ['n1', 'h2', '儿子', '妈'],
  ['h1', 'h2', '儿子', '老爸'],
  ['n1', 'h3', '爸爸', '燕子'],
  ['n1', 'h4', '婆婆', '晓燕'],
  ['h1', 'h4', '妈', '建军'],
  ['n1', 'h7', '弟弟', '姐'],
  ['h3', 'h7', '峰峰', '老爸'],
  ['n2', 'h5', '老公', '敏敏'],
  ['n3', 'h6', '妈妈', '琴琴'],
  ['n7', 'h8', '家明', '玉兰'],
  ['u1', 'p1', '爸', '涵涵'],
  ['u2', 'p2', '妈', '欣欣'],
  ['u3', 'p3', '老爸', '航航'],
  ['u5', 'p4', '妈妈', '琪琪'],
  ['u6', 'p5', '爸', '浩然'],
  ['u7', 'p6', '老爸', '欣怡'],
  ['t4', 'p4', '桂英', '哥'],
  ['s1', 's2', '阿坤', '艳姐'],
]

const surnames =
  '王王王李李李张张刘刘陈陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田潘袁蔡蒋余于杜叶'
const old = '国强|建华|秀英|桂兰|志明|玉珍|德福|春华|小平|卫国|丽华|明辉|永红|光荣|淑芬|新民|文斌|海燕'
const young =
  '婷|静|磊|洋|鑫|娜|超|雪|倩|鹏|思雨|子豪|雨桐|俊杰|佳琪|文博|诗涵|浩宇|晓雯|梓萱|宇轩|欣然|嘉豪|雅婷|一鸣|丹|晨曦|斌|慧敏|志远'
const screenNames =
  '平安是福|momo|晴天|A水电安装小李|往事随风|阳光|小确幸|向日葵|静待花开|大鹏|Lucky|不二家|一路顺风|糖糖妈|豆豆爸|Z.|橙子|夏天|随缘|阿May|清风|闲鱼小陈|老四|慢慢来'

/** A name as people have them in such a city: most their own, some what they call themselves. */
export function drawnName(chance: Chance): string {
  if (chance.percent(26)) return chance.pick(screenNames.split('|'))
  const given = chance.percent(45) ? old : young
  return chance.pick([...surnames]) + chance.pick(given.split('|'))
}
