/**
 * Who is in the tenth crowd: a building crew in Chengdu and those at home in Yilong, the parents of one
 * kindergarten, a badminton club, young people of a tech park, and a few shops.
 */

export const circles = ['crew', 'home', 'kids', 'court', 'park', 'shop'] as const
export type Circle = (typeof circles)[number]

/** How somebody's hand works the phone. */
export type Hand = 'sure' | 'quick' | 'slow' | 'unseen'

export interface Part {
  id: string
  name: string
  circle: Circle
  hand: Hand
  /** What they like to keep in the wallet, in yuan. */
  keeps: number
}

/** As `id, name, hand, yuan kept`. */
type Line = readonly [string, string, Hand, number]

const parts: Record<Circle, readonly Line[]> = {
  crew: [
    ['foreman', '罗建国', 'sure', 60_000],
    ['cashier', '罗小琴', 'sure', 40_000],
    ['mason', '罗建平', 'slow', 3_000],
    ['tiler', '陈德贵', 'slow', 4_000],
    ['painter', '何勇', 'sure', 3_500],
    ['electric', '唐强', 'quick', 6_000],
    ['plumber', '蒲世明', 'sure', 5_000],
    ['welder', '罗志刚', 'quick', 3_000],
    ['carpenter', '邓文彬', 'sure', 4_500],
    ['young', '蒲俊杰', 'quick', 1_500],
    ['driver', '杨二娃', 'sure', 2_500],
  ],
  home: [
    ['masonWife', '李秀英', 'slow', 2_000],
    ['tilerWife', '蒲秀兰', 'sure', 2_500],
    ['masonSon', '罗浩', 'quick', 900],
    ['tilerGirl', '陈雨欣', 'quick', 1_200],
    ['oldTang', '唐学文', 'slow', 4_000],
    ['auntHe', '何桂芳', 'slow', 3_000],
  ],
  kids: [
    ['duo', '朵朵妈妈', 'quick', 6_000],
    ['hao', '浩浩爸爸', 'sure', 9_000],
    ['an', '安安妈妈', 'sure', 5_000],
    ['tang', '糖糖妈妈', 'sure', 8_000],
    ['mi', '小米粒妈妈', 'quick', 4_000],
    ['rui', '张睿爸爸', 'unseen', 12_000],
    ['you', '悠悠外婆', 'slow', 5_000],
    ['chen', '辰辰妈妈', 'sure', 7_000],
    ['teacher', '小四班周老师', 'sure', 4_500],
  ],
  court: [
    ['captain', '魏东', 'sure', 9_000],
    ['leiC', '王磊', 'quick', 6_000],
    ['coach', '赵一鸣教练', 'sure', 7_000],
    ['jing', '徐静', 'sure', 5_000],
    ['bo', '林波', 'quick', 4_000],
    ['xia', '夏天', 'sure', 3_000],
    ['gao', '高远', 'unseen', 10_000],
    ['min', '周敏', 'sure', 6_500],
    ['old', '老谭', 'slow', 11_000],
  ],
  park: [
    ['leiP', '王蕾', 'quick', 5_500],
    ['tingting', '李婷', 'sure', 4_000],
    ['kai', '刘凯', 'quick', 3_500],
    ['yang', '张洋', 'sure', 6_000],
    ['ming', '吴明哲', 'quick', 4_200],
    ['yue', '陈悦', 'sure', 3_800],
    ['boss', '冯涛', 'sure', 20_000],
    ['intern', '苏晴', 'quick', 900],
    ['hr', '曾莉', 'unseen', 6_000],
    ['dev', '黄子轩', 'sure', 8_000],
    ['qian', '钱程', 'quick', 5_000],
  ],
  shop: [
    ['canteen', '川味快餐何姐', 'quick', 6_000],
    ['fruit', '阿明鲜果', 'quick', 5_000],
    ['hardware', '宏发五金建材', 'sure', 15_000],
    ['dance', '小天鹅舞蹈李老师', 'sure', 8_000],
  ],
}

/** Everybody who sends. */
export const cast: readonly Part[] = circles.flatMap((circle) =>
  parts[circle].map(([id, name, hand, keeps]) => ({ id, name, circle, hand, keeps })),
)

/** The ids of a circle. */
export function idsOf(circle: Circle): string[] {
  return parts[circle].map(([id]) => id)
}

/** Those who are paid and never send, as `id name`. */
export const payeeNames: Readonly<Record<string, string>> = {
  sand: '老邱河沙水泥',
  boards: '鑫盛板材',
  lift: '塔吊租赁吴总',
  noodle: '仪陇牛肉面',
  smoke: '小卖部张嬢',
  dormOwner: '房东肖大姐',
  landlordA: '房东-华府大道',
  landlordB: '黄建华',
  landlordC: '贝壳管家小刘',
  agent: '链家小刘',
  coffee: '转角咖啡',
  milkTea: '茶茶子奶茶',
  lunch: '园区小碗菜',
  barber: '托尼Leo',
  cat: '喵星人宠物医院',
  gym: '健身私教阿Ken',
  ride: '拼车胡师傅',
  ride2: '顺风车胡哥',
  hall: '羽翔球馆前台',
  strings: '穿线小王',
  hotpot: '蜀九门火锅',
  bbq: '冷锅串串二姐',
  drawing: '童画美术馆',
  english: '外教Amy中心',
  photo: '时光摄影',
  clinic: '牙医陈医生',
  mart: '红旗连锁万安店',
  greens: '菜摊刘孃孃',
  seed: '农资店老蒲',
  villageClinic: '村卫生站',
  school: '仪陇中学生活费',
  tutor: '数学补习谢老师',
  grave: '香烛纸钱铺',
  nanny: '钟点工王姐',
  fixer: '家电维修小王',
  sister: '罗建英',
  cousin: '邓文斌',
  motherHao: '妈',
  motherDuo: '刘淑华',
  fatherYang: '老爸',
  motherYue: '陈妈妈',
  motherKai: '母上大人',
  grandma: '婆婆',
  ex: '李婷婷',
  friendB: '徐婧',
  mate: '大学室友老K',
  classmate: '周敏敏',
}

/** Names that many in China have, for those known but slightly. */
export const givenNamesOfMany: readonly string[] = (
  '张伟 王伟 王芳 李娜 刘洋 王静 李静 张敏 李军 王勇 张磊 李强 刘敏 陈静 杨洋 赵敏 黄婷 周杰 吴磊 徐丽 孙涛 ' +
  '马超 朱琳 胡军 郭敏 何静 高峰 林峰 罗丹 罗勇 郑凯 梁爽 谢婷 宋佳 唐丽 许洁 韩冰 冯静 邓超 曹阳 彭磊 曾勇 ' +
  '萧然 田甜 董洁 袁野 潘婷 于洋 蒋丽 蔡明 余波 杜鹃 叶青 程亮 苏敏 魏巍 吕洋 丁宁 任杰 沈静 姚远 卢勇 ' +
  '罗建华 陈德明 蒲世民 何小勇 邓文静 唐学明 杨大娃 李秀芳 刘思雨 陈雨涵 王子轩 李浩然 张雨欣 黄子涵'
).split(' ')

/** How strangers call themselves. */
export const strangerNames: readonly string[] = (
  'A水电小张 岁月静好 顺其自然 闲鱼-木木 小熊软糖 AAA搬家开锁 云淡风轻 平安是福 向日葵 二手书屋 阿杰 晨曦 ' +
  '代驾刘师傅 鲜花预定 滴滴张师傅 小鱼儿 蓝天白云 隔壁老王 空调清洗 大熊 一路平安 手机维修 樱桃小院 西瓜 快乐每一天 ' +
  '宝妈闲置 糯米团子 安装李工 草莓采摘园 静静 开心就好 Sunny Leo 阿飞 幸福一家人 东哥 Mango 梦想起航 跑腿小哥 柠檬'
).split(' ')
