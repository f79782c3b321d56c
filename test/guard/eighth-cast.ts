/** The people of a county town: who they are by trade and by age, what they call themselves, and the names around them. */

export const circles = ['school', 'kitchen', 'drivers', 'dance', 'estate', 'couples'] as const
export type Circle = (typeof circles)[number]

/** How old a hand is: it says how long a screen is looked at and how often a note is written. */
export type Age = 'young' | 'middle' | 'elder'

/** One of the cast: the name they are known by, what they call themselves in the app, how old, how much they pay. */
export interface Role {
  name: string
  shown: string
  age: Age
  /** How busy the wallet is, in a hundred. */
  busy: number
}

const ageOf: Readonly<Record<string, Age>> = { y: 'young', m: 'middle', e: 'elder' }

/** A line is `name[/shown] age busy`. */
function rolesOf(text: string): Role[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [names, age, busy] = line.trim().split(' ')
      const [name, shown] = names!.split('/')
      return { name: name!, shown: shown ?? name!, age: ageOf[age!]!, busy: Number(busy) }
    })
}

export const cast: Readonly<Record<Circle, readonly Role[]>> = {
  school: rolesOf(`周海燕 m 110
    李国强 m 90
    张敏/敏敏 m 120
    王志刚 m 70
    刘芳/静待花开 m 100
    陈静 y 130
    赵磊 y 110
    孙玉梅/平安是福 e 40
    吴昊/Wu y 150
    郑晓红 m 80
    何建平 m 60
    马丽/小马过河 y 120`),
  kitchen: rolesOf(`黄大勇/大勇 m 70
    郭秀英 m 90
    田桂花/知足常乐 e 30
    徐小龙/小龙 y 130
    龚明 m 70
    谭玉兰/玉兰花开 m 60
    潘文革 e 25
    丁爱民 m 60`),
  drivers: rolesOf(`罗军/城东站罗军 m 80
    彭涛 y 130
    曹勇/一路平安 m 110
    邓伟 m 100
    袁超/超超 y 150
    蒋鹏 y 120
    余斌 m 90
    向阳/向阳花开 y 110`),
  dance: rolesOf(`杨桂芳/荷塘月色 e 60
    李秀兰/平安是福 e 40
    张桂珍/彩虹 e 45
    王凤英/凤舞九天 e 30
    陈玉华/幸福一家人 e 35
    刘淑芬/岁月静好 e 50
    周兰香/兰香 e 25
    胡翠萍/知足常乐 e 40`),
  estate: rolesOf(`林小燕/团长小燕 m 100
    高婷/婷婷 y 130
    方丽华 m 80
    宋洁/豆豆妈妈 y 140
    冯军 m 70
    蔡敏/敏敏 m 110
    唐艳/果果妈妈 y 120
    范文斌 m 60`),
  couples: rolesOf(`许嘉豪 y 150
    魏雨欣/欣欣 y 150
    董浩/浩子 y 120
    苏倩/倩倩 y 140
    程阳 y 120
    叶婷婷/婷婷 y 150
    姚杰 y 100
    卢思思/思思 y 140
    许建国 e 40
    魏长青/常青树 e 30
    董秀芝/岁月静好 e 40
    姚桂英/桂花香 e 30`),
}

export const couples: readonly (readonly [string, string])[] = [
  ['许嘉豪', '魏雨欣'],
  ['董浩', '苏倩'],
  ['程阳', '叶婷婷'],
  ['姚杰', '卢思思'],
  ['吴昊', '陈静'],
  ['范文斌', '唐艳'],
]

/** Child, parent. */
export const families: readonly (readonly [string, string])[] = [
  ['许嘉豪', '许建国'],
  ['魏雨欣', '魏长青'],
  ['董浩', '董秀芝'],
  ['姚杰', '姚桂英'],
  ['张敏', '张桂珍'],
  ['高婷', '王凤英'],
  ['赵磊', '李秀兰'],
  ['彭涛', '陈玉华'],
  ['马丽', '刘淑芬'],
]

/** Surnames as often as one meets them. */
export const surnames = [
  ...'王王王王李李李李张张张张刘刘刘陈陈陈杨杨赵黄周周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐',
]

/** Given names of a county town, each about as often as its like. */
export const givenNames = (
  '伟 芳 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 超 婷 莉 燕 建国 建军 建华 志强 志刚 桂英 桂兰 秀英 秀兰 玉兰 ' +
  '玉梅 玉华 淑芬 小红 晓红 小燕 晓燕 海燕 海霞 文斌 文彬 国强 国庆 明辉 明亮 子涵 子轩 雨欣 雨馨 浩然 皓然 ' +
  '嘉豪 佳豪 思思 丝丝 倩 茜 阳 扬 鹏 朋 斌 彬'
).split(' ')

/** What people call themselves when they do not use their name. */
export const nicknames = (
  '平安是福 静待花开 岁月静好 知足常乐 荷塘月色 彩虹 幸福一家人 花开富贵 一路平安 浩浩妈妈 皓皓妈妈 豆豆妈妈 ' +
  '豆豆爸爸 果果妈妈 轩轩妈 萱萱妈 乐乐爸爸 阳光 阳光男孩 A建材老张 A水电小李 风轻云淡 小鱼儿 向日葵 婷婷 ' +
  '敏敏 欣欣 阿杰 老王 大伟 晴天'
).split(' ')

/** The name by which somebody's own kin calls them, or a colleague does. */
export function calledBy(name: string, circle: Circle): string {
  if (circle === 'school') return `${name.slice(0, 1)}老师`
  if (circle === 'kitchen') return `${name.slice(0, 1)}师傅`
  if (circle === 'dance') return `${name.slice(-1)}姐`
  return name
}
