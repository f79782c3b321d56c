/**
 * Who is in the twelfth crowd: the drivers of a long-distance bus line with their canteen, a choir of retired
 * teachers, young parents in one building, people who sell used things online, and a shared flat; and the shops
 * that many of them pay.
 */

import type { Chance } from '../../examples/days/chance.ts'

export const circles = ['bus', 'choir', 'home', 'sell', 'flat'] as const
export type Circle = (typeof circles)[number]
/** Payees only get. */
export type Kind = Circle | 'payee'

/** As each calls themselves, by circle; the number in it makes the id. */
export const senderNames: Record<Circle, readonly string[]> = {
  bus: [
    ...['赵铁军', '李根生', '王海涛', '孟庆林', '韩双喜', '周建民', '贺小兵', '老曹', '田凤英', '丁巧玲'],
    ...['罗文博', '屈红梅', '周建明', '一路平安', '龚师傅'],
  ],
  choir: [
    ...['徐慧兰', '沈玉珍', '汪淑芬', '钱学勤', '夕阳红', '蒋敬之', '薛家骏', '叶秋萍', '静听花开', '金国柱'],
    ...['沈玉芬'],
  ],
  home: [
    ...['糖糖妈妈', '林晓彤', '陈思远', '果果爸', 'Vivian', '一诺妈妈', '吴昊', '果果妈', '朱莉', '小满妈妈'],
    ...['曾凡', '胡佳怡', '杨帆', '一诺爸爸'],
  ],
  sell: ['阿May二手铺', '闲来小铺', '郭子', '毛豆爱淘货', '陈国平', '南墙', 'Leo', '许诺', '小鹿'],
  flat: ['张萌', '何嘉欣', '张锐', 'momo', '梁宇轩'],
}

/** Husband and wife, or who keep one household. */
export const couples: readonly (readonly [string, string])[] = [
  ['home4', 'home8'],
  ['home6', 'home14'],
  ['home2', 'home3'],
  ['home12', 'home13'],
  ['bus2', 'bus9'],
  ['sell1', 'sell5'],
  ['choir6', 'choir8'],
  ['bus7', 'bus12'],
]

/** The shops and trades of the place, by what the habits name them. */
export const shops = {
  canteen: '车站职工食堂',
  noodles: '马记牛肉面',
  buns: '张姐包子铺',
  fruit: '鲜丰水果',
  greens: '老蔡蔬菜',
  market: '惠民超市',
  tea: '茶百道南门店',
  pharmacy: '同济堂药房',
  barber: '阿伟理发',
  fuel: '客运站加油点',
  garage: '顺达汽修',
  nursery: '小太阳托班',
  swim: '游泳吴教练',
  dance: '舞蹈李老师',
  piano: '钢琴李老师',
  courier: '圆通小彭',
  courierToo: '中通小彭',
  boxes: '纸箱批发老魏',
  costume: '演出服租赁',
  zong: '外婆粽子',
  plumber: '水电刘师傅',
  aircon: '空调刘师傅',
  property: '锦苑物业小王',
  milk: '光明送奶员',
} as const
export type Shop = keyof typeof shops

const surnames =
  '王王王王王王王李李李李李李李张张张张张张刘刘刘刘刘陈陈陈陈杨杨杨赵赵黄黄周周吴吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const olderGiven =
  '建国 建军 秀英 桂英 玉兰 国强 淑珍 志强 秀兰 凤英 永福 德明 玉梅 桂芳 建华 国平 春梅 金花 红英 文华 丽华 素珍 长春 海燕 红梅 志刚 小平 爱华 卫东 玉华'
const youngerGiven =
  '伟 敏 静 丽 强 磊 洋 艳 勇 杰 娟 涛 超 霞 鹏 婷 宇 欣怡 梓涵 浩然 思雨 佳琪 子轩 雨桐 晓燕 晓东 文静 志远 雪梅 丹丹 倩 凯 嘉豪 佩佩 明明 海波 小龙 诗涵 俊杰 冰冰 雅琴 志鹏 春燕 晨曦 国栋 梦洁 锦程 博 璐 红霞 艺 慧敏 建业 玉洁 昊天 珊珊 利 楠 小军 婉婷 向东 振宇 一鸣 若曦 瑶 亚楠 少华 立新 可可 彬'
const screenNames =
  '清风徐来 向日葵 A平安小周 山高水长 小确幸 Jason 大橙子 云淡风轻 豆豆 Amy 阿杰 随遇而安 木子 七七 北方的狼 西瓜 Linda 老唐 月亮不睡 大刘 Kiki 初夏 阿飞 冬冬 静静 小胖 老街灯火 阿梅 Cindy 山里人 雨后 晴天娃娃 老K 苹果核 大海 南方姑娘 Tony 萌萌哒 知足常乐 小鱼儿 赶路人 青柠 球球 阿宽 棉花糖 平淡是真 Ray 水墨 豆浆 半夏 胖虎 阿莲'

/** One that a stranger may well have. */
export function anySurname(chance: Chance): string {
  return chance.pick([...surnames])
}

/** A name as people bear them: a few surnames very often, and one in seven a name of their own making. */
export function anyName(chance: Chance, isOld = false, surname: string | null = null): string {
  if (surname === null && chance.percent(14)) return chance.pick(screenNames.split(' '))
  const given = chance.pick((isOld ? olderGiven : youngerGiven).split(' '))
  return (surname ?? anySurname(chance)) + given
}

/** A brother or sister: the same surname, and as often as not the same first letter of the given name. */
export function siblingName(chance: Chance, name: string): string {
  const [surname, generation] = [...name]
  const last = chance.pick([...'军华平英明芳红强霞林辉玲'])
  if ([...name].length === 3 && chance.percent(50)) return `${surname}${generation}${last}`
  return anyName(chance, true, surname)
}
