/** Names that people in such a town have or give themselves, as often as one meets them. */

import type { Chance } from '../../examples/days/chance.ts'

const surnames = [...'王李张刘陈杨赵孙周吴徐高马朱宋韩关佟于姜王李张刘赵孙王李张']
const oneSign = [...'伟静丽强磊洋艳杰涛明超霞平刚辉玲燕敏莉波冬红浩婷雪帅']
const twoSigns =
  '建国 建军 志强 秀英 桂英 玉兰 淑珍 桂芝 海燕 春梅 晓东 立新 文博 子涵 子轩 雨桐 雨彤 浩然 思琪 佳怡 欣怡 国庆 宝山 德福 凤英 红梅 晓丽 俊杰 美玲 长江'.split(
    ' ',
  )
const chosen =
  '平安是福 知足常乐 往事随风 花开富贵 静静 小雨 阳光 一生平安 随缘 雪儿 好人一生平安 东北大哥 Lily 木木 小太阳 momo momo 远方 心若止水 大鹏 晴天 岁月静好 Leo 豆豆妈 乐乐妈 阿杰 冰城夏都 柠檬 天道酬勤'.split(
    ' ',
  )
const trades =
  '修车 送水 代驾 疏通 家电 保洁 海鲜 二手房 搬家 装修 窗帘 快递 陪诊 跑腿 冻梨 木耳 顺风车'.split(' ')

/** What people type one for the other: the same sound, or nearly the same look. */
const takenFor: readonly string[] = [
  '丽莉',
  '静婧',
  '洋阳杨',
  '东冬',
  '伟玮',
  '涵晗',
  '轩萱',
  '浩皓昊',
  '桐彤',
  '军君',
  '国果',
  '杰洁',
  '红宏',
  '明鸣',
  '燕艳',
  '玲灵',
  '芝芳',
  '林琳',
  '磊蕾',
  '大太',
  '小晓',
]

/** A person's own name. */
export function properName(chance: Chance): string {
  return chance.pick(surnames) + (chance.percent(35) ? chance.pick(oneSign) : chance.pick(twoSigns))
}

/** What somebody who is met once may be called. */
export function strangerName(chance: Chance): string {
  const way = chance.whole(1, 100)
  if (way <= 50) return properName(chance)
  if (way <= 75) return chance.pick(chosen)
  const title = chance.pick(['师傅', '姐', '哥', ''])
  return chance.pick(trades) + (title === '' ? `小${chance.pick(surnames)}` : chance.pick(surnames) + title)
}

/** A name that may be taken for this one, which is the same name in many cases. */
export function likeName(chance: Chance, name: string): string {
  const way = chance.whole(1, 100)
  const signs = [...name]
  if (way <= 40 || signs.length < 2) return name
  const places = signs.flatMap((sign, place) => {
    const row = takenFor.find((one) => one.includes(sign))
    return row === undefined ? [] : [{ place, row }]
  })
  if (way <= 75 && places.length > 0) {
    const { place, row } = chance.pick(places)
    const others = [...row].filter((sign) => sign !== signs[place])
    return signs.with(place, chance.pick(others)).join('')
  }
  if (way <= 88) return signs.with(signs.length - 1, chance.pick(oneSign)).join('')
  return `${name}${chance.pick(['2', '（新）', '。', '本人', ' '])}`.trim()
}
