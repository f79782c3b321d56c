/**
 * Who sends in the fourteenth crowd: people of one southern city, by the place they know each other from.
 */

export const kinds = ['office', 'rider', 'parent', 'retired', 'shop', 'club'] as const
export type Kind = (typeof kinds)[number]

export interface Member {
  id: string
  kind: Kind
  name: string
  /** How much of what others of their kind send they send, in a hundred. */
  pace: number
  rents: boolean
  /** How sure the hand is. */
  hand: 'quick' | 'sure' | 'slow'
}

/** As `name pace`, then `r` for who rents, and `q` or `s` for a quick or a slow hand. */
const rows: Record<Kind, string> = {
  office:
    '林佳慧 110 r,陈志鹏 90,郑雨晴 150 rq,黄海涛 70,吴思敏 120 r,周凯 60 rq,许婷婷 130,林家辉 80,王磊 45 r,' +
    '蔡文静 100,Tina 160 rq,老邱 55 s',
  rider: '罗建国 60 r,覃小军 90 rq,刘洋 120 rq,杨飞 80 r,阿坤 100 rq,张伟 70 r,潘志强 40 s,曾强 110 rq',
  parent:
    '糖糖妈妈 140,浩浩爸爸 50,林晓燕 110,一诺妈 120 q,陈静 100,子轩妈妈 90,何俊 60,李娜 130 q,子萱爸 40,方敏 80,' +
    '沐沐妈妈 110 r',
  retired:
    '郭秀兰 60 s,陈国栋 50 s,平安是福 80 s,王桂英 40 s,林依妹 70 s,夕阳红 90,老高 45 s,江玉珍 60 s,陈国梁 55',
  shop: '阿珍早餐 110 r,老李水果 130,快印张姐 90,丽丽美发 80 q,五金小陈 100 q,陈记沙茶面 70 r',
  club: '阿亮 150 q,叶子 100 r,赵鑫 80 r,大鹏 60,苏琳 110,谢俊 70,小宇 130 rq',
}

/** Everyone, with an id of their kind's letter and a number. */
export const cast: readonly Member[] = kinds.flatMap((kind) =>
  rows[kind].split(',').map((row, i) => {
    const [name, pace, marks = ''] = row.split(' ')
    const hand = marks.includes('q') ? 'quick' : marks.includes('s') ? 'slow' : 'sure'
    return { id: `${kind}${i + 1}`, kind, name: name!, pace: Number(pace), rents: marks.includes('r'), hand }
  }),
)

/** The ids of one kind. */
export function idsOf(kind: Kind): string[] {
  return cast.filter((one) => one.kind === kind).map(({ id }) => id)
}

/** Who lets nothing be seen of their hand. */
export const switchedOff: ReadonlySet<string> = new Set(['office4', 'rider7', 'parent9', 'club3'])

/** What friends call some of them. */
export const nicknames: Readonly<Record<string, string>> = {
  office1: '佳慧',
  office2: '鹏哥',
  office6: '凯子',
  office8: '家辉',
  office9: '磊哥',
  office11: '田总助',
  office12: '邱工',
  rider1: '老罗',
  rider3: '洋洋',
  rider6: '张伟（外卖）',
  parent1: '唐糖妈',
  parent5: '陈静（乐乐妈）',
  parent6: '子轩妈',
  parent9: '子萱爸爸',
  retired1: '郭老师',
  retired3: '吴阿姨',
  retired6: '老徐',
  shop2: '水果李叔',
  shop3: '打印张姐',
  shop5: '小陈五金',
  club1: '亮哥 羽毛球',
  club4: '鹏哥',
  club7: '宇仔',
}
