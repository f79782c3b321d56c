/**
 * What a freeze may stand on, and how long it may last for that: the service's own rules for days, an order of the police
 * or of a court for as long as their law allows. Each names its source; none lasts longer, whoever asks.
 */

import { dayMs, hourMs, type Instant } from './instant.ts'
import { addMonths, chinaDateOf, daysBetween } from './law/china-date.ts'
import type { Sourced } from './law/sourced.ts'

export const freezeBases = ['policy', 'police_stop', 'police_freeze', 'court'] as const
export type FreezeBasis = (typeof freezeBases)[number]

/** Why, as the frozen person is told; the note beside it says it in words. */
export const freezeReasons = [
  'suspected_fraud',
  'account_theft',
  'mistaken_payment',
  'dispute',
  'money_laundering',
  'order',
  'other',
] as const
export type FreezeReason = (typeof freezeReasons)[number]

/** Why it ended. */
export const releaseReasons = ['cleared', 'settled', 'order_lifted', 'entered_wrongly', 'lifted'] as const
export type ReleaseReason = (typeof releaseReasons)[number]

export interface LawReference extends Sourced {
  law: string
  number: string
  subject: { zh: string; en: string }
}

export interface BasisRule {
  /** How long it may last. */
  lasts: { hours: number } | { days: number } | { months: number }
  /** Whether it stands on somebody's order: then its number and its document are needed. */
  isOrder: boolean
  /** How often the same order may freeze the same thing. */
  timesMax: number
  laws: readonly LawReference[]
}

const recordedOn = '2026-11-22'

const remedy: LawReference = {
  law: '反电信网络诈骗法',
  number: '32',
  subject: { zh: '告知原因、救济途径和材料，受理申诉', en: 'Saying why, how to object, and hearing it' },
  source: 'reference/domain.md 6.4',
  grade: 'P',
  recordedOn,
}
const abnormal: LawReference = {
  law: '反电信网络诈骗法',
  number: '18',
  subject: { zh: '对异常账户采取限制措施', en: 'Limits on accounts that look abnormal' },
  source: 'reference/domain.md 6.4',
  grade: 'P',
  recordedOn,
}
const stopPayment: LawReference = {
  law: '银发〔2016〕86号',
  number: '二（一）',
  subject: { zh: '紧急止付48小时，同一账户以两次为限', en: 'Stop-payment for 48 hours, at most twice' },
  source: '关于建立电信网络新型违法犯罪涉案账户紧急止付和快速冻结机制的通知',
  grade: 'S',
  recordedOn,
}
const duty: LawReference = {
  law: '反电信网络诈骗法',
  number: '20',
  subject: { zh: '配合紧急止付、快速冻结', en: 'Payment institutions act on stop-payments and freezes' },
  source: 'LawRefBook/Laws 2f4c5c2',
  grade: 'P',
  recordedOn: '2025-04-19',
}
const sixMonths: LawReference = {
  law: '公安机关办理刑事案件程序规定',
  number: '243',
  subject: { zh: '冻结不得超过六个月，可以续冻', en: 'Six months at most, and may be renewed' },
  source: 'reference/domain.md 6.4',
  grade: 'P',
  recordedOn,
}
const oneYear: LawReference = {
  law: '民诉法解释',
  number: '485（2022年修正前为487）',
  subject: { zh: '冻结存款不得超过一年，可以续行', en: 'One year at most for deposits, and may be renewed' },
  source: 'ieqm.com/law/3911666.html',
  grade: 'S',
  recordedOn,
}

/** What each basis allows. */
export const basisRules: Readonly<Record<FreezeBasis, BasisRule>> = {
  policy: { lasts: { days: 7 }, isOrder: false, timesMax: Infinity, laws: [abnormal, remedy] },
  police_stop: { lasts: { hours: 48 }, isOrder: true, timesMax: 2, laws: [stopPayment, duty, remedy] },
  police_freeze: { lasts: { months: 6 }, isOrder: true, timesMax: Infinity, laws: [sixMonths, duty, remedy] },
  court: { lasts: { months: 12 }, isOrder: true, timesMax: Infinity, laws: [oneYear] },
}

/** The latest moment until which a freeze that begins now may last. Months are counted in China, to the same hour. */
export function freezeUntilMax(basis: FreezeBasis, now: Instant): Instant {
  const { lasts } = basisRules[basis]
  if ('hours' in lasts) return now + lasts.hours * hourMs
  if ('days' in lasts) return now + lasts.days * dayMs
  const from = chinaDateOf(now)
  return now + daysBetween(from, addMonths(from, lasts.months)) * dayMs
}

/** What may end a freeze before its time: an order is lifted by whom gave it, or was entered wrongly here. */
export function mayEndFor(basis: FreezeBasis, reason: ReleaseReason): boolean {
  if (basisRules[basis].isOrder) return reason === 'order_lifted' || reason === 'entered_wrongly'
  return reason !== 'order_lifted'
}
