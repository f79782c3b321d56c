/**
 * What a careful clerk takes for one another: names written the same, sounding the same, or one character
 * apart.
 */

/** Characters that sound alike, or nearly (n for ng), where names are typed by their sound. */
const sounds = (
  '伟炜玮卫威 静婧敬靖竞 丽莉俐利立 芳方坊房 婷亭庭 杰洁捷 涛焘桃滔 军君均钧俊 霞夏 建健剑 志智致 华桦花骅 ' +
  '林琳霖麟 英瑛颖莹 晨辰陈臣 佳嘉家加 洋阳杨扬 宇雨羽语 文雯闻 敏民明铭鸣 玲琳凌灵铃 悦越月跃岳 勇永咏泳 ' +
  '才财材 城程诚成承 海孩 强蔷 祥翔详 国果 慧惠卉会 红宏虹洪鸿 娟涓 平萍苹 欣新鑫昕心 燕艳雁彦 梅玫美 云芸 ' +
  '波博 刚钢 辉晖 凤峰锋枫 江姜 王汪 章张 徐许 吴伍武 余于俞 黄皇'
).split(' ')

/** 陈 and 程 are heard as one in half the country. */
const soundOf = new Map(sounds.flatMap((group) => [...group].map((one) => [one, group[0]!] as const)))
soundOf.set('陈', '城')

const bare = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
const heard = (name: string) => [...name].map((one) => soundOf.get(one) ?? one).join('')

/** Whether two names are the same to the eye, but for signs and spaces. */
export function isSameName(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

/** Whether the one may be taken for the other. */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)]
  if (a === b || heard(a) === heard(b)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 2 && long.startsWith(short) && long.length - short.length <= 2) return true
  const apart = [...a].filter((char, i) => char !== b[i]).length
  return a.length === b.length && a.length >= 3 && apart === 1 && heard(a)[0] === heard(b)[0]
}

/** The pairs of characters in words, which say what a send is for; none where there are no words. */
export function purposeOf(words: string): Set<string> {
  const chars = [...words.replaceAll(/[^\p{L}]/gu, '')]
  return new Set(chars.length === 1 ? chars : chars.slice(1).map((char, i) => chars[i]! + char))
}

/** Whether two sends say that they are for the same. */
export function isSamePurpose(one: string, other: string): boolean {
  const others = purposeOf(other)
  return [...purposeOf(one)].some((pair) => others.has(pair))
}
