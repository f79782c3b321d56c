/**
 * Who the fourth crowd is: two dormitories, the parents of a class, a breakfast shop with its suppliers, a project's
 * colleagues, two pairs of grandparents, a landlord with tenants, a couple who marry, two who work at night. Whom each
 * keeps as a contact, and who may be taken for whom, is laid down here, before anything is sent.
 */

export type Role =
  'student' | 'parent' | 'shop' | 'colleague' | 'grandparent' | 'tenant' | 'couple' | 'night' | 'payee'

export const dorms = [
  ['s1', 's2', 's3', 's4'],
  ['s5', 's6', 's7', 's8'],
]
export const colleagues = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']
export const tenants = ['t1', 't2', 't3']

export const cast: Record<Role, string> = {
  student: 's1 陈一鸣 s2 李泽宇 s3 赵子昂 s4 周文博 s5 林晓彤 s6 徐佳怡 s7 何欣怡 s8 小雨',
  parent: 'p1 刘敏 p2 浩然爸爸 p3 李娜 p4 子轩妈妈 p5 陈婧 p6 彩虹 p7 梓轩妈妈 p8 郭大力',
  shop: 'o1 郑大勇 o2 阿珍',
  colleague: 'c1 张伟 c2 孟凡 c3 李娜 c4 陈静 c5 Kevin林 c6 Kelvin林 c7 吴昊',
  grandparent: 'g1 王桂兰 g2 陈德福 g3 孙秀英 g4 李福生',
  tenant: 't1 马超 t2 韩雪 t3 杜鹏',
  couple: 'w1 苏婉 w2 高磊',
  night: 'n1 阿洁 n2 张伟',
  payee:
    'v1 彩虹 v2 王芳 v3 阿杰 v4 老冯豆浆 l1 王建国 l2 王建国 tg 王芳 te 许老师 x1 周文波 x2 晓雨 x3 李富生 x4 皓然爸爸 x5 刘敏 x6 高垒 x7 许老帅 x8 孟帆 ' +
    'h1 江南印务 h2 味多美蛋糕 h3 摄影师阿凯 h4 锦江酒店小周 h5 喜糖铺子 b1 唐颖 b2 罗斌 b3 曹阳 b4 谢婷 b5 邓超群 b6 彭丽媛子 b7 蒋小满 b8 沈括',
}

/** Who is taken for whom: the payee that is meant, and the other, by the same name and by one that is like it. */
export const sameNames: [string, string][] = [
  ['l1', 'l2'],
  ['v1', 'p6'],
  ['tg', 'v2'],
  ['c1', 'n2'],
  ['c3', 'p3'],
  ['p1', 'x5'],
]
export const likeNames: [string, string][] = [
  ['c4', 'p5'],
  ['p4', 'p7'],
  ['s4', 'x1'],
  ['s8', 'x2'],
  ['v3', 'n1'],
  ['c5', 'c6'],
  ['g4', 'x3'],
  ['p2', 'x4'],
  ['w2', 'x6'],
  ['c2', 'x8'],
  ['te', 'x7'],
]

/** Who is in a group from the start, by id and name. */
export const circles: [string, string, string][] = [
  ['dorm', '402宿舍', 's1 s2 s3 s4'],
  ['dorm2', '305小仙女', 's5 s6 s7 s8'],
  ['class', '软工2302班', 's1 s2 s3 s4 s5 s6 s7 s8 x1 x2 b1 b2 b3 b4'],
  ['oldclass', '软工2302班', 's1 s2 s4 s5 s6 x1 b1 b5 b6 b7'],
  ['board', '三年二班家委会', 'p1 p2 p3 p4 p5 p6'],
  ['parents', '三年二班家长群', 'p1 p2 p3 p4 p5 p6 p7 p8 te x4 x5 g1 b1 b2 b3 b4 b5 b6 b7 b8'],
  ['oldparents', '二年二班家长群', 'p1 p2 p3 p4 p6 p7 x7 b2 b4 b6 b7'],
  ['lunch', '项目部午饭', 'c1 c2 c3 c4 c5 c6 c7'],
  ['office', '项目部全体', 'c1 c2 c3 c4 c5 c6 c7 w2 x8 b1 b2 b3 b4 b5 b6 b7 b8 x6'],
  ['sport', '周五羽毛球', 'c1 c2 c5 c7 t1 w2 b3 b5'],
  ['oldsport', '周五羽毛球', 'c1 c5 c7 t1 b1 b6 b8 x8'],
  ['family', '幸福一家人', 'g1 g2 p1 s1 t2'],
  ['family2', '相亲相爱', 'g3 g4 p5 s5 c4'],
  ['stairs', '6号楼团购', 'tg g1 g2 g3 g4 p1 p8 t1 t2 t3 n1 x3 b4 b7'],
  ['flat', '合租301', 't1 t2 t3'],
  ['night', '夜班吃饭', 'n1 n2 t3 s3 b3'],
  ['shop', '早点铺进货', 'o1 o2 v1 v2 v3 v4'],
]

export const named: Record<string, string> = {
  't1 l1': '房东王哥',
  't2 l1': '房东',
  'p1 te': '班主任许老师',
  's1 p1': '妈妈',
  's5 p5': '妈妈',
  'g1 s1': '大孙子',
  'g3 s5': '彤彤',
  'o1 v1': '彩虹蔬菜',
  'o1 v3': '阿杰肉档',
  'c2 w2': '老高',
  'w1 w2': '老公',
  'n1 n2': '骑手张伟',
}

/** Besides those in small groups. */
export const acquaintances: Record<string, string> = {
  o1: 'p6 n1 v1 v2 v3 v4 o2 w1',
  t1: 'l1 l2 n2 c1',
  t2: 'l1 l2 c3',
  t3: 'l1 n1',
  c2: 'c1 n2 x8 w2 p3 w1',
  c7: 'n2 p5 w2',
  c4: 'p5 w1',
  g1: 'tg v2 g4 x3',
  g2: 'tg g4 x3',
  g3: 'tg x3',
  p1: 'te p7 x7 x4 s1 g1 b2',
  p2: 'p7 te x5',
  p3: 'p7 x5 x4 c3',
  p5: 'c4 x5 p7 p4 s5',
  p6: 'p4 p7 v1 o1',
  p8: 'p1 p4 p7',
  s1: 'x1 b1 s8 s5 p1 g1',
  s2: 'x1 s8 x2',
  s5: 'x2 s1 p5 s4 x1',
  s6: 'x2 s4',
  w1: 'w2 x6 h3 h4 h5 c2 c4 s5 p3',
  w2: 'w1 c2 x8 h4 t1',
  n1: 'n2 v3 t3 c1',
  n2: 'n1 c1',
}
