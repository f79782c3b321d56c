/**
 * What a freeze may stand on, how long it may last for that, and what lets money out of it: the service's own rules for
 * days, an order of the police or of a court for as long as their law allows. Each names its source; none lasts longer,
 * whoever asks.
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
  /** How often one account, or one packet, may be frozen on it, whatever the order's number. */
  timesMax: number
  /** How long it may last in all, one freeze after another, for the same reason; null where each order says its own. */
  sumMax: { days: number; withinDays: number } | null
  /** A rule of the service's own about it: no law, and said to be none. */
  ownRule: { zh: string; en: string } | null
  /**
   * What lets money out of it to somebody else than its owner: the word of the authority that bound it, by this law. Null
   * where nothing does.
   */
  paying: LawReference | null
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
const givingBack: LawReference = {
  law: '反电信网络诈骗法',
  number: '20',
  subject: { zh: '资金返还由公安机关依法决定', en: 'The police decide that money is given back' },
  source: 'LawRefBook/Laws 2f4c5c2',
  grade: 'P',
  recordedOn: '2025-04-19',
}
const levy: LawReference = {
  law: '民事诉讼法',
  number: '253',
  subject: { zh: '划拨要有裁定和协助执行通知书', en: 'A transfer takes a ruling and a notice to assist' },
  source: 'LawRefBook/Laws 318d624',
  grade: 'P',
  recordedOn,
}

/** Four weeks of the last ninety days: whoever needs more time needs an order. */
const sumMax = { days: 28, withinDays: 90 }

/**
 * What each basis allows. A freeze keeps money and gives it to nobody. The service's own rules take no one's money. A
 * stop-payment holds an account for hours (只收不付) and lets nothing out. What the police or a court has frozen goes to
 * somebody else only by the further word of that authority: the decision of the police that it is given back, or the
 * court's ruling with its notice to assist; a decision in a dispute is neither, and has to name it.
 */
export const basisRules: Readonly<Record<FreezeBasis, BasisRule>> = {
  policy: {
    ...{ lasts: { days: 7 }, isOrder: false, timesMax: Infinity, sumMax, paying: null },
    ownRule: {
      zh: '我们自己的规则，不是法律：同一个人或同一个红包，因为同一个原因，90 天里一共最多冻结 28 天；再要冻结，得有公安或法院的文书。',
      en: 'Our rule, no law: the same person or packet is frozen for the same reason for 28 days of any 90 at most; more takes an order of the police or a court.',
    },
    laws: [abnormal, remedy],
  },
  police_stop: {
    ...{ lasts: { hours: 48 }, isOrder: true, timesMax: 2, sumMax: null, ownRule: null, paying: null },
    laws: [stopPayment, duty, remedy],
  },
  police_freeze: {
    ...{ lasts: { months: 6 }, isOrder: true, timesMax: Infinity, sumMax: null, ownRule: null },
    paying: givingBack,
    laws: [sixMonths, duty, remedy],
  },
  court: {
    ...{ lasts: { months: 12 }, isOrder: true, timesMax: Infinity, sumMax: null, ownRule: null },
    paying: levy,
    laws: [oneYear],
  },
}

/** A freeze of before, as the sum of all looks at it. */
interface Lasted {
  since: Instant
  until: Instant
  releasedAt: Instant | null
}

/**
 * Until when a freeze that begins now may last by the sum of all on this basis and for the same reason: those of before,
 * what of them overlapped counted once, and this one. Null where the basis has no such sum; not after now where it is
 * used up.
 */
export function sumUntilMax(basis: FreezeBasis, earlier: readonly Lasted[], now: Instant): Instant | null {
  const sum = basisRules[basis].sumMax
  if (sum === null) return null
  const spans = earlier
    .map(({ since, until, releasedAt }) => ({ since, end: Math.min(releasedAt ?? until, now) }))
    .sort((one, other) => one.since - other.since)
  let covered = 0
  let from = now - sum.withinDays * dayMs
  for (const { since, end } of spans) {
    if (end <= from) continue
    covered += end - Math.max(since, from)
    from = end
  }
  return now + sum.days * dayMs - covered
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
