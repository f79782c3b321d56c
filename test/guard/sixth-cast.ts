/**
 * Who lives in the sixth crowd: a northern town's market street, its taxi company, its school, a yard of
 * retired neighbours, and the students who went away. They are called as they call themselves.
 */

export const quarters = ['market', 'taxi', 'school', 'yard', 'away'] as const
export type Quarter = (typeof quarters)[number]

const castOf: Record<Quarter, string> = {
  market: `m1 关记鲜肉 m2 渔家傲 m3 佟德海 m4 李春花 m5 赵东升 m6 赵东明 m7 燕子早点 m8 高立新 m9 王丽
    m10 兰姐理发 m11 清真老马 m12 刘洋`,
  taxi: `t1 王建军 t2 王建国 t3 张伟 t4 陈志刚 t5 刘阳 t6 一路平安 t7 韩冬 t8 知足常乐 t9 苏敏 t10 韩东`,
  school: `s1 李静 s2 李婧 s3 王莉 s4 张红梅 s5 吴迪 s6 琴声悠扬 s7 何姐小饭桌 s8 老崔 s9 糖豆妈 s10 丁磊`,
  yard: `y1 平安是福 y2 刘桂芳 y3 赵长贵 y4 平安是福 y5 张玉兰 y6 陈德福 y7 知足常乐 y8 郭宝山 y9 夕阳正红
    y10 高文斌 y11 关秀云`,
  away: `u1 雨桐 u2 赵子涵 u3 赵子轩 u4 王浩 u5 晨晨呀 u6 雨彤 u7 Gao Yuan u8 思琪 u9 周阳 u10 王皓`,
}

/** Those who are only ever paid, as far as anybody knows: shops, masters of a trade, officials, kin elsewhere. */
const payeeNames = `company 顺安出租财务 gasOne 城南加气站 gasTwo 城北加气站 tyre 顺达汽修 tyreToo 顺发汽配
  heat 东城供热收费员小金 estate 五号院物业张伟 stallRent 市场管理办老孙 grain 北大仓批发 veg 老韩菜批
  vegToo 老韩水站 drinks 小董酒水 meat 龙江冻品 fishFarm 水库老齐 noodle 福源面粉 gasBottle 液化气小董
  pharmacy 康民大药房 pharmacyToo 惠民大药房 milk 鲜奶王姐 paper 晨光文具 printer 新印象图文 uniform 校服陈老师
  bus 校车李师傅 busToo 拼车李师傅 piano 小白老师 courier 菜鸟驿站小雨 landlord 房东周姨 landlordTwo 周姨
  landlordThree 南门房东老徐 canteen 一食堂麻辣烫 tutor 考研郭老师 tutorToo 雅思郭老师 dorm 402小卖部 hair 造型阿杰
  gym 阿洁瑜伽 sister 大姐 sisterToo 大姐 nurse 护工小静 doctor 诊所老宋 dance 领舞红姐 danceToo 红姐
  cabbage 卖白菜的老乡 wood 老孟装修 glass 封窗户老孟 vet 安心宠物 ads 广告部小李 printing 小李打印 net 移动小王
  lock 开锁王师傅 phone 修手机小周`

/** Like each other to a tired eye: in name, in what they are called, or (a few) only in the picture they use. */
const likePairs = `y1 y4|y1 y2|y4 y5|m12 t5|t1 t2|t7 t10|s1 s2|s3 m9|m5 m6|u2 u3|u1 u6|u4 u10|y7 t8|t6 y1|m2 y9
  u9 m12|s4 y5|y3 m6|tyre tyreToo|pharmacy pharmacyToo|vegToo veg|bus busToo|landlord landlordTwo|tutor tutorToo
  sister sisterToo|dance danceToo|wood glass|ads printing|hair gym|t3 estate|lock t1|gasOne gasTwo|milk net
  drinks gasBottle|phone u9|t10 m8|s6 dance|u5 t4|y10 u7|m11 m1|landlordThree stallRent`

/** Who is whose child or parent, and what each calls the other, as `child parent what child says, what parent says`. */
const kinNames = `u1 m1 爸 闺女|u2 m5 老爸 儿子|u3 m6 爸 儿子|u4 t1 爸 浩子|u5 t4 爸爸 晨晨|u6 s4 妈 彤彤
  u9 m7 妈妈 阳阳|u10 m9 妈 皓皓|u8 m4 妈 思琪|m5 y3 爸 东升|m6 y3 爸 东明|m1 y11 妈 大勇|u7 y10 爷爷 远远
  t4 y6 爸 志刚|s4 y5 妈 红梅|t6 y2 妈 柏林|s6 y7 妈 林芳|m10 y8 爸 秀兰|s1 y9 妈 小静|u1 y11 奶奶 桐桐
  u2 y3 爷爷 大孙子|u3 y3 爷爷 小孙子|m12 y1 妈 洋洋|t5 y4 妈 阳阳`

/** What those who know them call them, where they keep a name at all. */
export const calledBy: Readonly<Record<string, string>> = {
  m1: '卖肉老关',
  m2: '鱼摊孙姐',
  m4: '粮油李姐',
  m5: '饺子馆赵哥',
  m6: '面馆赵哥',
  m7: '早点周姐',
  m8: '五金高哥',
  m11: '牛肉老马',
  t1: '王师傅',
  t2: '王师傅夜班',
  t6: '杨柏林',
  t8: '宋师傅',
  t9: '调度苏姐',
  s1: '李静老师',
  s6: '林老师',
  s7: '何姐',
  y1: '刘姨',
  y4: '王姨',
  y7: '孙姨',
  y9: '李姨',
  y11: '关婶',
  u5: '陈晨',
  u7: '高远',
}

export interface Member {
  id: string
  name: string
  quarter: Quarter | 'payee'
}

const cut = (text: string) => text.split('|').flatMap((part) => part.trim().split(/\n\s*/u))

function membersOf(text: string, quarter: Member['quarter']): Member[] {
  // Two words of the list are one person; a name may have a space of its own.
  const found = text.replaceAll('Gao Yuan', 'Gao_Yuan').trim().split(/\s+/u)
  return Array.from({ length: found.length / 2 }, (_, n) => ({
    id: found[n * 2]!,
    name: found[n * 2 + 1]!.replace('_', ' '),
    quarter,
  }))
}

export const cast: readonly Member[] = quarters.flatMap((one) => membersOf(castOf[one], one))
export const payees: readonly Member[] = membersOf(payeeNames, 'payee')

export interface Kin {
  child: string
  parent: string
  childSays: string
  parentSays: string
}

export const kinship: readonly Kin[] = cut(kinNames).map((row) => {
  const [child, parent, childSays, parentSays] = row.trim().split(' ')
  return { child: child!, parent: parent!, childSays: childSays!, parentSays: parentSays! }
})

/** Those whom somebody may be taken for. */
export const likenesses: ReadonlyMap<string, readonly string[]> = new Map(
  [...cast, ...payees].map(({ id }) => [
    id,
    cut(likePairs).flatMap((row) => {
      const [one, other] = row.trim().split(' ')
      return one === id ? [other!] : other === id ? [one!] : []
    }),
  ]),
)

/** Everyone of a quarter. */
export function idsOf(quarter: Quarter): string[] {
  return cast.filter((one) => one.quarter === quarter).map(({ id }) => id)
}
