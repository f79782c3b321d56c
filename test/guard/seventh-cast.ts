/** Who is in the seventh crowd: six circles of a southern coastal city, and those whom they pay. */

import type { Relation } from '../../packages/core/contact.ts'
import { addGroup, addPerson, keep, moment, nameOf, type Circle, type SeventhWorld } from './seventh-world.ts'

const names: Record<Exclude<Circle, 'payee'>, readonly string[]> = {
  office: [
    '林嘉豪',
    '陈思远',
    '吴晓琳',
    'Kevin',
    '黄梓涵',
    '郑凯',
    '许文静',
    '周子轩',
    '苏婷',
    '陈思源',
    '何俊',
    '叶敏',
  ],
  stall: ['蔡阿福', '洪秀英', '蔡志明', '蔡志强', '刘芳', '阿珍'],
  club: ['羽你同行', '王建军', '大力', '李伟', '张海燕', '小雨', '曾国栋', '李玮'],
  parents: [
    '一一妈妈',
    '糖糖妈妈',
    '乐乐爸爸',
    '乐乐妈妈',
    '陈晨妈妈',
    '小宇爸爸',
    '沐沐妈妈',
    '周周妈妈',
    '依依妈妈',
    '阳阳爸爸',
  ],
  ward: ['杨丽', '赵雪梅', '杨莉', '方圆', '江小燕', '唐静', '邱雅', '邓佳', '江晓燕', '石兰'],
  clan: ['蔡文德', '蔡文彬', '蔡文斌', '蔡美玲', '蔡美玉', '蔡国梁', '蔡宏伟', '七叔公'],
}

const payeeNames = [
  '房东老陈',
  '房东林太',
  '物业小刘',
  '瑞幸拼单',
  '阿强水果',
  '小林理发',
  '钟点工王姐',
  '顺丰小哥',
  '陈阿姨',
  '王姐',
  '球馆前台',
  '教练小张',
  '张教练',
  '张老师',
  '钢琴李老师',
  '托管班林老师',
  '阿明修车',
  '美术李老师',
  '菜场老吴',
  '海鲜阿明',
  '张老师',
  '煤气老黄',
  '五金老黄',
  '包装袋小郑',
  '旧货转让',
  '花店小满',
  '米行陈记',
  '陈记粉面',
  '林太',
  '便利店',
  '社区团购',
  '团长阿芳',
  '阿芳',
  '药店',
  '刘医生',
  '月嫂刘姐',
  '妈',
  '爸',
  '妈妈',
  '阿嬷',
  '表姐',
  '表弟阿杰',
  '姐',
  '阿杰',
  '老同学陈伟',
  '陈伟',
  '大学室友',
  '网约车师傅',
  '搬家师傅',
  '二手书',
  '祠堂管理处',
  '宫庙理事会',
  '龙舟队',
  '王姐',
  '陈伟',
  '二手书',
] as const

export interface Cast {
  of: Record<Circle, string[]>
  groups: Record<
    | 'team'
    | 'lunch'
    | 'stall'
    | 'club'
    | 'doubles'
    | 'parents'
    | 'committee'
    | 'ward'
    | 'nights'
    | 'clan'
    | 'branch',
    string
  >
}

/** Everybody, their groups and whom they keep. */
export function castOf(world: SeventhWorld): Cast {
  const of = Object.fromEntries(
    Object.entries(names).map(([circle, list]) => [
      circle,
      list.map((name) => addPerson(world, name, circle as Circle)),
    ]),
  ) as Record<Circle, string[]>
  of.payee = payeeNames.map((name) => addPerson(world, name, 'payee'))
  const { office, stall, club, parents, ward, clan } = of
  const groups = {
    team: addGroup(world, '产品研发部', office),
    lunch: addGroup(world, '午饭小分队', office.slice(0, 6)),
    stall: addGroup(world, '蔡记一家人', stall),
    club: addGroup(world, '周三羽毛球', [...club, ...office.slice(4, 7), ward[3]!]),
    doubles: addGroup(world, '周日羽毛球', [...club.slice(0, 5), office[5]!]),
    parents: addGroup(world, '三年二班家长群', [...parents, office[2]!, ward[1]!, club[4]!]),
    committee: addGroup(world, '三年二班家委会', parents.slice(0, 5)),
    ward: addGroup(world, '心内科护理', ward),
    nights: addGroup(world, '夜班姐妹', ward.slice(0, 5)),
    clan: addGroup(world, '蔡氏宗亲', [...clan, ...stall.slice(0, 4)]),
    branch: addGroup(world, '蔡氏三房', [...clan.slice(0, 5), stall[2]!]),
  }
  keepEachOther(world, of)
  world.joins.push({ groupId: groups.club, id: club[7]!, at: moment(40, 600) })
  world.joins.push({ groupId: groups.team, id: office[11]!, at: moment(28, 600) })
  world.renames.push({ id: club[2]!, name: '大力出奇迹', at: moment(33, 900) })
  world.renames.push({ id: ward[3]!, name: '方圆几里', at: moment(52, 1_200) })
  world.renames.push({ id: parents[5]!, name: '平安是福', at: moment(61, 1_000) })
  return { of, groups }
}

const relationIn: Record<Exclude<Circle, 'payee'>, Relation> = {
  office: 'colleague',
  stall: 'family',
  club: 'friend',
  parents: 'friend',
  ward: 'colleague',
  clan: 'family',
}

/** Most of a circle keep most of it; about one in six under a name of their own. */
function keepEachOther(world: SeventhWorld, of: Record<Circle, string[]>): void {
  const { chance } = world
  for (const circle of ['office', 'stall', 'club', 'parents', 'ward', 'clan'] as const)
    for (const owner of of[circle])
      for (const other of of[circle]) {
        if (!chance.percent(circle === 'parents' ? 60 : 80)) continue
        const name = nameOf(world, other)
        const alias = chance.percent(16)
          ? circle === 'office'
            ? `${name}(同事)`
            : `${name.slice(-1)}仔`
          : null
        keep(world, owner, other, { alias, relation: chance.percent(70) ? relationIn[circle] : null })
      }
}

export const sendersOf = ({ of }: Cast): string[] =>
  (['office', 'stall', 'club', 'parents', 'ward', 'clan'] as const).flatMap((circle) => of[circle])
