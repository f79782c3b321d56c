/**
 * The people of the demo world: a family with an elder and a teenager, a company of twelve, a class, and friends whose
 * names look alike. They are made up; any likeness to real people is chance.
 */

import type { Relation } from '@laisee/core/contact.ts'
import type { MemberSettings } from '@laisee/core/member.ts'
import type { OrganisationRole } from '@laisee/core/organisation.ts'

export interface DemoPerson {
  key: string
  name: string
  /** Who they are, in Chinese as their screens would say it. */
  role: string
  undoS?: MemberSettings['undoS']
  /** How long their transfers wait, by their own setting. */
  transferDelayS?: number
  /** What they begin with, in fen. */
  begins: bigint
}

/** In the order in which they are made: a world is known again by it. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'nainai', name: '王秀英', role: '奶奶', undoS: 30, transferDelayS: 7_200, begins: 800_000n },
  { key: 'baba', name: '周建国', role: '爸爸', undoS: 5, begins: 1_500_000n },
  { key: 'mama', name: '李彩霞', role: '妈妈', undoS: 5, begins: 1_200_000n },
  { key: 'xiaoming', name: '周明', role: '小明（15 岁）', undoS: 20, begins: 20_000n },
  { key: 'gugu', name: '周建红', role: '姑姑', begins: 600_000n },
  { key: 'laoban', name: '林志远', role: '老板', begins: 30_000_000n },
  { key: 'caiwu', name: '陈静', role: '财务', undoS: 30, begins: 500_000n },
  { key: 'zhangwei', name: '张伟', role: '同事', begins: 300_000n },
  { key: 'zhangwei2', name: '张玮', role: '同事', begins: 300_000n },
  { key: 'zhangwei3', name: '章伟', role: '同事', begins: 300_000n },
  { key: 'lina', name: '李娜', role: '同事', begins: 300_000n },
  { key: 'wangfang', name: '王芳', role: '同事', begins: 300_000n },
  { key: 'liuyang', name: '刘洋', role: '同事', begins: 300_000n },
  { key: 'zhaolei', name: '赵磊', role: '同事', begins: 300_000n },
  { key: 'sunli', name: '孙丽', role: '同事', begins: 300_000n },
  { key: 'huangyong', name: '黄勇', role: '同事', begins: 300_000n },
  { key: 'caihong', name: '彩虹', role: '妈妈的同学', begins: 400_000n },
  { key: 'caihong2', name: '彩虹', role: '花店', begins: 100_000n },
  { key: 'chenchen', name: '陈晨', role: '小明的同学', undoS: 20, begins: 15_000n },
  { key: 'chenchen2', name: '陈辰', role: '小明的同学', undoS: 20, begins: 15_000n },
  { key: 'xiaoyu', name: '林小雨', role: '小明的同学', undoS: 20, begins: 15_000n },
  { key: 'kefu', name: '何敏', role: '平台客服', begins: 100_000n },
  { key: 'kefu2', name: '郑凯', role: '平台客服', begins: 100_000n },
  { key: 'kefushenji', name: '吴桐', role: '平台审计', begins: 100_000n },
  { key: 'kefuzhuguan', name: '沈慧', role: '平台客服主管', begins: 100_000n },
]

export interface DemoGroup {
  key: string
  name: string
  members: readonly string[]
}

export const company = [
  'laoban',
  'caiwu',
  'baba',
  'zhangwei',
  'zhangwei2',
  'zhangwei3',
  'lina',
  'wangfang',
  'liuyang',
  'zhaolei',
  'sunli',
  'huangyong',
] as const

export const demoGroups: readonly DemoGroup[] = [
  { key: 'family', name: '一家人', members: ['nainai', 'baba', 'mama', 'xiaoming', 'gugu'] },
  { key: 'company', name: '赤兔科技', members: company },
  { key: 'class', name: '初三二班', members: ['xiaoming', 'chenchen', 'chenchen2', 'xiaoyu'] },
]

/** Whom each keeps as a contact, under which alias. */
export const demoContacts: readonly [
  owner: string,
  member: string,
  alias: string | null,
  relation: Relation,
][] = [
  ['mama', 'nainai', '妈', 'family'],
  ['mama', 'xiaoming', '儿子', 'family'],
  ['mama', 'caihong', '彩虹（大学）', 'friend'],
  ['mama', 'caihong2', null, 'other'],
  ['baba', 'nainai', '妈', 'family'],
  ['baba', 'mama', '老婆', 'family'],
  ['baba', 'zhangwei', null, 'colleague'],
  ['baba', 'zhangwei3', null, 'colleague'],
  ['laoban', 'zhangwei2', '张玮（大客户对接）', 'important_customer'],
  ['nainai', 'gugu', '建红', 'family'],
  ['xiaoming', 'chenchen', null, 'friend'],
]

export interface DemoOrganisation {
  key: string
  name: string
  /** What its wallet begins with, in fen. */
  begins: bigint
  /** Whether it is the service's own. */
  house: boolean
  people: readonly (readonly [key: string, ...roles: OrganisationRole[]])[]
}

/** The company as an organisation: who may do what with its money. Roles that do not go together are apart. */
export const demoOrganisation: DemoOrganisation = {
  key: 'chitu',
  name: '赤兔科技',
  begins: 20_000_000n,
  house: false,
  people: [
    ['laoban', 'administrator', 'approver'],
    ['wangfang', 'administrator'],
    ['caiwu', 'sender'],
    ['baba', 'sender', 'approver'],
    ['lina', 'approver'],
    ['sunli', 'auditor'],
    ['zhaolei', 'dispute_agent'],
    ['liuyang'],
    // Has left since (returns.ts).
    ['huangyong', 'sender'],
  ],
}

/** The service's own: two who work on disputes, so that an appeal goes to somebody else, and one who reads everything. */
export const demoHouse: DemoOrganisation = {
  key: 'house',
  name: 'Laisee 客服',
  begins: 0n,
  house: true,
  people: [
    ['kefuzhuguan', 'administrator'],
    ['kefu', 'dispute_agent'],
    ['kefu2', 'dispute_agent'],
    ['kefushenji', 'auditor'],
  ],
}
