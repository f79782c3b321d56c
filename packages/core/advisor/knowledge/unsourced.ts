/**
 * The figures of the two articles that nobody could trace. They are shown on the page that explains, marked unsourced,
 * and stand nowhere else: no ranking and no plan reads this file.
 */

import type { Sourced } from '../../law/sourced.ts'

export interface UnsourcedFigure extends Sourced {
  figure: string
  /** Where in which article. */
  at: string
  claim: { zh: string; en: string }
  remark: { zh: string; en: string } | null
  row: number
}

const article = { grade: 'C', recordedOn: '2026-11-22' } as const
const a = { ...article, source: 'article A' } as const
const b = { ...article, source: 'article B' } as const

export const unsourced: readonly UnsourcedFigure[] = [
  {
    ...a,
    figure: '78%',
    at: 'A§1',
    row: 5,
    claim: { zh: '60 秒内打电话加发消息', en: '0–60 s: voice call and message' },
    remark: { zh: '同一节又说 30 秒内超过 80%', en: 'The same section says over 80% in 30 s.' },
  },
  {
    ...a,
    figure: '45%',
    at: 'A§1',
    row: 5,
    claim: { zh: '1–30 分钟解释并许诺补偿', en: '1–30 min: explain and promise' },
    remark: null,
  },
  {
    ...a,
    figure: '100%',
    at: 'A§1',
    row: 5,
    claim: { zh: '30 分钟以上未领取自动退回', en: 'over 30 min: goes back while unclaimed' },
    remark: {
      zh: '循环论证；退回发生在 24 小时，不是 30 分钟',
      en: 'Circular; it goes back after 24 h, not 30 min.',
    },
  },
  {
    ...a,
    figure: '80%+',
    at: 'A§1',
    row: 6,
    claim: { zh: '“黄金 30 秒”内干预', en: 'acting in the “golden 30 seconds”' },
    remark: null,
  },
  {
    ...a,
    figure: '92% / 31%',
    at: 'A§2',
    row: 19,
    claim: { zh: '亲属 / 商务关系的撤回成功率', en: 'success with family / in business' },
    remark: null,
  },
  {
    ...a,
    figure: '+40%',
    at: 'A§2',
    row: 21,
    claim: { zh: '备注“测试用请勿领取”提高维权成功率', en: 'a remark “test, do not claim” helps in court' },
    remark: { zh: '备注只是意图的一点证据', en: 'A remark is only some evidence of intent.' },
  },
  {
    ...a,
    figure: '8 分 32 秒 · 3.2/10',
    at: 'A§3',
    row: 25,
    claim: { zh: '普通红包平均领取时间、撤回难度', en: 'one-to-one: mean claim time, difficulty' },
    remark: null,
  },
  {
    ...a,
    figure: '1 分 17 秒 · 8.7/10',
    at: 'A§3',
    row: 25,
    claim: { zh: '拼手气群红包', en: 'lucky group packet: the same' },
    remark: null,
  },
  {
    ...a,
    figure: '2 分 45 秒 · 9.1/10',
    at: 'A§3',
    row: 25,
    claim: { zh: '专属红包', en: 'exclusive packet: the same' },
    remark: { zh: '比拼手气慢，却“更难”', en: 'Slower than lucky, yet “harder”.' },
  },
  {
    ...a,
    figure: '23 秒',
    at: 'A§3',
    row: 26,
    claim: { zh: '超过 500 元的平均领取时间', en: 'mean claim time above 500 yuan' },
    remark: { zh: '微信单个红包上限 200 元', en: 'One WeChat packet is capped at 200.' },
  },
  {
    ...a,
    figure: '0.5 秒',
    at: 'A§4',
    row: 30,
    claim: { zh: '发出后拦截数据包', en: 'intercepting the packet after sending' },
    remark: { zh: '技术上没有意义', en: 'Technically moot.' },
  },
  {
    ...a,
    figure: '3–5 秒',
    at: 'A§4',
    row: 35,
    claim: { zh: '慢网络多出的时间', en: 'extra time on a slow network' },
    remark: null,
  },
  {
    ...a,
    figure: '17%',
    at: 'A§4',
    row: 36,
    claim: { zh: '断网能阻断发送', en: 'going offline stops the send' },
    remark: null,
  },
  {
    ...a,
    figure: '−63%',
    at: 'A§5',
    row: 44,
    claim: { zh: '群公告降低返还压力', en: 'a group notice lowers the pressure to return' },
    remark: {
      zh: '存疑：责任分散通常让人更不退',
      en: 'Doubtful: diffusion usually lowers returns.',
    },
  },
  {
    ...a,
    figure: '35%',
    at: 'A§6',
    row: 52,
    claim: { zh: '72 小时内交易被临时冻结', en: 'frozen within 72 h' },
    remark: null,
  },
  {
    ...a,
    figure: '82%',
    at: 'A§8',
    row: 65,
    claim: { zh: '确认弹窗降低误发', en: 'a confirmation popup cuts mis-sends' },
    remark: null,
  },
  {
    ...b,
    figure: '+67%, >1000 万元',
    at: 'B§6',
    row: 86,
    claim: { zh: '2022 年“撤回神器”诈骗的增长与金额', en: 'growth and sum of “recall tool” scams, 2022' },
    remark: { zh: '没有找到出处', en: 'Not found.' },
  },
]
