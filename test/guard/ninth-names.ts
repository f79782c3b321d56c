/** Names for people who appear once, and names that are like another. */

import type { Chance } from '../../examples/days/chance.ts'

const families = '王王王李李李张张张刘刘刘陈杨赵黄周吴徐孙孙马朱胡郭何高林罗于于宋宋佟崔关'.split('')
const given =
  '伟 磊 静 洋 敏 强 军 艳 杰 娟 涛 明 超 霞 平 刚 桂英 建国 海波 晓东 雨桐 子涵 欣怡 浩然 志强 丽华 春梅 长河 凤琴 鹏飞 思琪 雪松 立新 国栋'.split(
    ' ',
  )
const handles =
  '随缘|知足常乐|A小何代驾|雪国列车|花开富贵|向日葵|大鹏|静静|阿May|冰城小哥|老六|晴天|蓝色海洋|Kiki|东北虎|南方小土豆|一叶知秋|A滑雪票务|微风|丫丫妈妈|悠悠|Jason|糖糖|海阔天空|小确幸|A家政刘姐|墨鱼|土豆泥|北北|风雪夜归人'.split(
    '|',
  )

/** What a stranger is called: two of three by a name, the others by what they call themselves. */
export function strangerName(chance: Chance): string {
  if (chance.percent(30)) return chance.pick(handles)
  const name = chance.pick(families) + chance.pick(given)
  return chance.percent(12) ? `${name.slice(0, 1)}师傅` : name
}

const twins: Record<string, string> = {
  伟: '玮炜',
  磊: '蕾雷',
  静: '婧晶',
  洋: '阳扬',
  阳: '洋杨',
  强: '祥',
  峰: '锋丰',
  波: '博',
  东: '冬',
  霞: '侠',
  福: '富',
  发: '法',
  兰: '岚',
  英: '莹',
  林: '琳',
  丽: '莉',
  航: '杭',
  夏: '霞',
  鸣: '明',
  冰: '兵',
  孙: '宋',
  宋: '孙',
  赵: '邵',
  刘: '柳',
  刀: '道',
  满: '曼',
}

/** Whether two characters are the same or are taken for each other. */
export function soundsLike(one: string, other: string | undefined): boolean {
  if (other === undefined) return false
  return one === other || (twins[one]?.includes(other) ?? false) || (twins[other]?.includes(one) ?? false)
}

/** A name that a hurried eye or ear takes for this one: the same, one character of it changed, a bit more or less. */
export function likeName(chance: Chance, name: string): string {
  const way = chance.whole(1, 100)
  if (way <= 30) return name
  const at = [...name].findLastIndex((one) => twins[one] !== undefined)
  if (way <= 75 && at >= 0) {
    const letters = [...name]
    letters[at] = chance.pick([...twins[letters[at]!]!])
    return letters.join('')
  }
  if (way <= 84) return `${name}${chance.pick(['🌸', '2号', '（新）', '~', '本人'])}`
  if (way <= 92 && [...name].length > 3) return [...name].slice(0, -1).join('')
  return `${[...name][0]!}${chance.pick(['姐', '哥', '老师', ...given])}`
}
