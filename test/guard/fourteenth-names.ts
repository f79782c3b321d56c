/**
 * What the people around the fourteenth crowd are called: surnames at about the rate they have in a city of
 * the south, given names of their age, and for some a name of their own making.
 */

import type { Chance } from '../../examples/days/chance.ts'

/** Common ones stand as often as they are met. */
const surnames = [
  ...'陈陈陈陈陈陈陈陈陈林林林林林林林林黄黄黄黄黄李李李李李王王王王王张张张张张吴吴吴吴刘刘刘刘',
  ...'郑郑郑杨杨杨周周周徐徐朱朱何何罗罗谢谢许许郭郭蔡蔡曾曾叶叶苏苏赖邱江高胡马方卢丁余潘翁薛严魏范游阮庄',
]

const youngNames = (
  '佳怡 思远 雨桐 俊杰 晓东 梦婷 宇航 诗琪 文博 子豪 嘉欣 志远 欣怡 浩然 雪莹 伟杰 婉婷 家豪 美玲 建斌 ' +
  '丹丹 晨曦 慧敏 少杰 艺璇 博文 晓雯 鹏飞 静雯 柯 倩 磊 婷 鑫 洁 杰 颖 超 琳 凯 丽娟 海燕 振宇 铭 小龙'
).split(' ')
const olderNames = (
  '建华 秀英 国强 丽华 志明 美华 桂兰 永福 金水 玉兰 明辉 素珍 文彬 淑芳 德胜 爱珠 春生 月娥 伟 芳 敏 军 勇 ' +
  '丽 红 平 强 静 燕 玲 斌 辉 霞 兵 莉 华 梅 萍 建平 志勇 秀珍 宝珠 天明 清 惠 进 忠'
).split(' ')

const ownNames = (
  '一叶知秋 小鱼儿 随风 Amy 阿杰 静待花开 海阔天空 Jason 豆豆 小太阳 半夏 阿May 橙子 木木 追风 云淡风轻 ' +
  'Lucky 小白 阿强 奔跑的蜗牛 晴天 知足常乐 Leo 柠檬不酸 阿芳 老K 小七 Vivian 大海 南风 桃子 阿明 山水之间 ' +
  '小胖 花开富贵 Eric 阿斌 听雨 米粒 阿华 十一 清茶 Kevin 一米阳光 小雅 石头 Cici 阿龙 吉祥 夏天'
).split(' ')

export type Age = 'young' | 'older'

/** The name somebody was given. */
export function givenName(chance: Chance, age: Age): string {
  return chance.pick(surnames) + chance.pick(age === 'young' ? youngNames : olderNames)
}

/** The name somebody shows, where it may be of their own making. */
export function shownName(chance: Chance, given: string): string {
  if (chance.percent(30)) return chance.pick(ownNames)
  if (chance.percent(8)) return `${chance.pick(['小', '阿', '老'])}${given.at(chance.percent(50) ? 0 : -1)!}`
  return given
}

const prefixes = ['金', '福', '顺', '新', '鑫', '好', '东街', '阿婆', '小巷', '永', '乐', '三坊']
const trades = [
  '鱼丸店',
  '便利店',
  '药房',
  '烧腊',
  '奶茶',
  '水果',
  '粮油',
  '干洗',
  '宠物',
  '修车',
  '文具',
  '海鲜',
]

/** What a shop is called. */
export function shopName(chance: Chance, trade?: string): string {
  const own = trade ?? chance.pick(trades)
  return chance.percent(35) ? `${chance.pick(surnames)}记${own}` : `${chance.pick(prefixes)}${own}`
}

/** Of so many characters in one name, how many stand in the other too. */
export function sharedWith(one: string, other: string): number {
  const left = [...other.toLowerCase()]
  return [...one.toLowerCase()].filter((char) => {
    const at = left.findIndex((each) => each === char || soundOf(each) === soundOf(char))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

const sameSound = (
  '佳家嘉 慧惠辉会 志智致 静敬晶 文雯闻 晓小筱 宇雨语余 轩萱宣 梁良亮 敏闽 建健剑 伟玮炜 丽莉力 ' +
  '婷廷庭 杰洁捷 强墙 军君俊 林琳霖 陈晨成程 王汪 黄煌皇 吴伍武 张章 周洲 许徐 国果 燕艳雁 华花 平萍苹 明铭鸣'
).split(' ')
const sounds = new Map(sameSound.flatMap((row) => [...row].map((char) => [char, row] as const)))
const soundOf = (char: string): string => sounds.get(char) ?? char
