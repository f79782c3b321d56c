/**
 * What the articles suggest and Laisee refuses, each with its reason in `core/words/advisor/refused.ts`. No plan holds one:
 * a test reads every word a plan can say, in both languages, for the marks below.
 */

import type { ArticleId } from '../../law/articles.ts'
import type { Sourced } from '../../law/sourced.ts'

export interface Refused extends Sourced {
  /** Rows of the reference's inventory, and where the articles say it. */
  rows: readonly number[]
  at: string
  articles: readonly ArticleId[]
  /** Words by which it would be known in a step or a text. */
  marks: readonly string[]
}

const told = { grade: 'P', recordedOn: '2026-11-22' } as const
const a = { ...told, source: 'article A; reference page of the domain, inventory' } as const
const b = { ...told, source: 'article B; reference page of the domain, inventory' } as const

export const refused = {
  spying_on_presence: {
    ...a,
    rows: [12],
    at: 'A§2',
    articles: ['personal_10', 'civil_1033'],
    marks: ['微信运动', 'WeRun', '最后在线', 'last seen'],
  },
  message_bombing: {
    ...a,
    rows: [14],
    at: 'A§2',
    articles: ['civil_1033', 'order_42'],
    marks: ['轰炸', 'bombing'],
  },
  send_plugins: { ...a, rows: [17], at: 'A§2', articles: ['network_27'], marks: ['插件', 'plugin'] },
  bank_delay_of_a_packet: {
    ...a,
    rows: [20, 28],
    at: 'A§2, §3',
    articles: [],
    marks: ['银行端', 'via the bank'],
  },
  packet_interception: {
    ...a,
    rows: [30],
    at: 'A§4',
    articles: ['network_27', 'criminal_285'],
    marks: ['ADB', 'root 权限', '拦截数据包', 'intercept'],
  },
  screen_automation: {
    ...a,
    rows: [31, 32, 33],
    at: 'A§4',
    articles: ['network_27'],
    marks: ['Tasker', 'AutoTools', '无障碍', 'accessibility service'],
  },
  second_device: { ...a, rows: [34], at: 'A§4', articles: [], marks: ['备用机', 'spare phone'] },
  network_tricks: {
    ...a,
    rows: [35, 36],
    at: 'A§4',
    articles: [],
    marks: ['飞行模式', 'airplane', '2G'],
  },
  persuasion_by_pressure: {
    ...a,
    rows: [38, 41],
    at: 'A§5',
    articles: ['civil_1033'],
    marks: ['交情', 'after all these years', '社会压力'],
  },
  invented_emergency: {
    ...a,
    rows: [39],
    at: 'A§5',
    articles: ['civil_148', 'evidence_94'],
    marks: ['押金', '救命钱', 'hospital'],
  },
  gift_card_swap: { ...a, rows: [40], at: 'A§5', articles: [], marks: ['购物卡', 'gift card'] },
  untrue_group_notice: {
    ...a,
    rows: [43, 44],
    at: 'A§5',
    articles: ['civil_1033'],
    marks: ['已联系客服', 'customer service has been told'],
  },
  laundering_scare: { ...a, rows: [46], at: 'A§6', articles: [], marks: ['反洗钱', 'money laundering'] },
  family_card: { ...a, rows: [48, 66], at: 'A§6, §8', articles: [], marks: ['亲属卡', 'family card'] },
  wealth_product: { ...a, rows: [49], at: 'A§6', articles: [], marks: ['理财通', 'wealth product'] },
  others_id: {
    ...a,
    rows: [51],
    at: 'A§6',
    articles: ['personal_10', 'personal_28', 'civil_1034'],
    marks: ['双方身份证', 'both ID'],
  },
  firewall_app: {
    ...a,
    rows: [61],
    at: 'A§8',
    articles: ['network_27'],
    marks: ['红包卫士', 'packet guard app'],
  },
  biometric_pause: { ...a, rows: [67], at: 'A end', articles: ['personal_28'], marks: ['瞳孔', 'pupil'] },
  password_or_biometric_of_a_claimer: {
    ...b,
    rows: [74],
    at: 'B§1',
    articles: ['personal_28'],
    marks: ['领取人刷脸', 'face of the claimer'],
  },
  recall_for_hire: {
    ...b,
    rows: [83, 85],
    at: 'B§5, §6',
    articles: ['personal_10', 'network_27', 'criminal_266'],
    marks: ['神器', '代撤回服务', 'recall tool'],
  },
  calling_a_mistake_fraud: {
    ...b,
    rows: [],
    at: 'added',
    articles: ['order_60'],
    marks: ['就说被骗', 'say you were defrauded'],
  },
  unsourced_rates: {
    ...a,
    rows: [5, 6, 19, 21, 25, 26, 44, 52, 65, 86],
    at: 'A§1–§8, B§6',
    articles: [],
    marks: ['成功率', 'success rate'],
  },
} as const satisfies Record<string, Refused>

export type RefusedId = keyof typeof refused
