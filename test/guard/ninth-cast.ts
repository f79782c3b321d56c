/**
 * Who lives in the ninth crowd: a forest town in the north-east in its ski winter, and those who left it. Senders with
 * their circle and what they usually keep in the wallet, and the shops and counters they all know.
 */

export type Circle = 'hill' | 'fungus' | 'rail' | 'lab' | 'ice' | 'retired' | 'keepers' | 'away'

export interface Sender {
  id: string
  name: string
  circle: Circle
  /** What they keep in the wallet, in yuan. */
  keeps: number
  /** How much they send at all, in a hundred of what is usual. */
  pace: number
}

const rows: Record<Circle, string> = {
  hill: '高雪峰 2600 130|Leo雪道 1800 120|刘洋 1500 110|于海波 900 80|小满租雪具 4000 150|佟丽 1200 95|阿布拍照 2100 105|孟庆山 6000 60',
  fungus:
    '王德福 5200 70|王德发 4100 75|李桂兰 1600 60|赵长林 3000 70|黑木耳老孙 7000 85|周彩霞 2200 80|于凤英 1100 50|吴老板山货 18000 120',
  rail: '陈志强 2100 90|一路平安 1300 80|杨柳 1900 110|王磊 1500 100|郑伟 1000 85|何晓东 2400 95|宋列车长 4200 70',
  lab: '林知夏 800 150|顾一鸣 650 140|Momo 900 160|李静 700 120|徐子航 500 130|吃不胖的橘 1100 145|唐果 600 110|韩师兄 1400 95',
  ice: '张伟 1700 80|冰工头老魏 9000 110|刘阳 900 75|赫哲阿木 800 70|任小刀 1300 85|崔冰 1000 80',
  retired: '平安是福 2500 35|老林业郭 1900 30|夕阳红 1500 40|丛大爷 900 20|静听松涛 2800 45|胡桂芝 1200 35',
  keepers: '大众浴池莲姐 5200 110|老金烧烤 7600 140|雪野小院 6400 120|粮油店小邱 4800 100',
  away: '佟雪 3100 120|王思远 4600 100|Vivian郭 8000 90|陈朵 1200 110|孟孟 2300 120|周正 3900 85|小鱼儿 1000 130',
}

/** All who send, in a fixed order. */
export const senders: readonly Sender[] = (Object.keys(rows) as Circle[]).flatMap((circle) =>
  rows[circle].split('|').map((row, at) => {
    const [name, keeps, pace] = row.split(' ')
    return { id: `${circle}-${at + 1}`, name: name!, circle, keeps: Number(keeps), pace: Number(pace) }
  }),
)

/** The ids of one circle. */
export function idsOf(circle: Circle): string[] {
  return senders.filter((one) => one.circle === circle).map(({ id }) => id)
}

/** Who is kin to whom, and what each calls the other. */
export const kin: readonly (readonly [string, string, string, string])[] = [
  ['hill-6', 'away-1', '雪儿', '妈'],
  ['fungus-1', 'away-2', '思远', '爸'],
  ['fungus-1', 'fungus-2', '二弟', '大哥'],
  ['fungus-1', 'fungus-3', '桂兰', '老头子'],
  ['fungus-3', 'away-2', '儿子', '妈'],
  ['retired-2', 'away-3', '闺女', '老爸'],
  ['rail-1', 'away-4', '朵朵', '爸爸'],
  ['hill-8', 'away-5', '孟孟', '爸'],
  ['fungus-6', 'away-6', '正正', '妈妈'],
  ['retired-6', 'lab-7', '外孙女', '姥姥'],
  ['retired-1', 'rail-4', '孙子', '爷爷'],
  ['retired-4', 'fungus-4', '长林', '老爹'],
  ['keepers-1', 'keepers-2', '老公', '媳妇'],
  ['keepers-3', 'hill-1', '雪峰', '媳妇'],
  ['away-6', 'away-7', '鱼儿', '老公'],
  ['fungus-7', 'hill-4', '海波', '妈'],
  ['ice-2', 'ice-6', '冰子', '爸'],
  ['rail-3', 'hill-3', '洋洋', '柳柳'],
]

/** Shops and counters: their names, and the least and most of an ordinary bill there, in yuan. */
export const counters: Record<string, readonly (readonly [string, string, number, number])[]> = {
  town: [
    ['c-bun', '李记包子', 4, 18],
    ['c-noodle', '抻面馆', 12, 38],
    ['c-green', '刘姐蔬菜', 8, 60],
    ['c-green2', '刘杰果蔬', 10, 75],
    ['c-meat', '老谢猪肉', 25, 180],
    ['c-super', '万福超市', 9, 160],
    ['c-drug', '仁和药房', 15, 120],
    ['c-bath', '大众浴池前台', 18, 60],
    ['c-hair', '阿香理发', 20, 90],
    ['c-coal', '老邢煤场', 300, 1400],
    ['c-gas', '林区加油站', 150, 420],
    ['c-tofu', '豆腐老宋', 3, 16],
    ['c-fish', '冻鱼小宋', 30, 210],
    ['c-post', '驿站小赵', 3, 30],
    ['c-car', '小赵修车', 60, 900],
  ],
  hill: [
    ['c-wax', '打蜡刃刀工坊', 60, 260],
    ['c-mess', '雪场食堂', 14, 42],
    ['c-drink', '山顶热饮', 12, 48],
    ['c-shuttle', '班车孟师傅', 10, 30],
  ],
  city: [
    ['c-tea', '蜜语奶茶', 8, 32],
    ['c-copy', '图文打印', 2, 45],
    ['c-rice', '二食堂麻辣烫', 13, 34],
    ['c-kill', '剧本杀小馆', 68, 168],
    ['c-fruit', '阿强水果', 10, 55],
    ['c-mart', '楼下便利店', 5, 60],
    ['c-cafe', '慢岛咖啡', 16, 46],
    ['c-gym', '燃动健身', 99, 399],
  ],
  trade: [
    ['c-bag', '菌包厂刘会计', 800, 9600],
    ['c-box', '纸箱厂', 200, 1500],
    ['c-truck', '物流赵师傅', 180, 1300],
    ['c-tool', '电锯配件老廉', 40, 600],
    ['c-beer', '啤酒小廉', 260, 1800],
    ['c-lamb', '草原羊肉', 300, 2400],
    ['c-linen', '布草洗涤', 120, 700],
  ],
}
