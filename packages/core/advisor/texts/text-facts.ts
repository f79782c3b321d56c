/** The facts a text puts in, and how they read: what is not known is left as a blank in brackets for the writer to fill. */

import type { Instant } from '../../instant.ts'
import { addDays, chinaDateOf, type ChinaDate } from '../../law/china-date.ts'
import { formatYuan, type Amount } from '../../money.ts'
import { amountInCapitals } from '../../words/capitals.ts'
import type { Language } from '../../words/words.ts'
import type { Cause, EvidenceKind, Platform, Product, Situation } from '../situation.ts'

export interface TextFacts {
  platform: Platform | null
  product: Product | null
  cause: Cause | null
  amount: Amount | null
  sentAt: Instant | null
  /** By which day it is asked for. */
  dueOn: ChinaDate
  /** The day it is written. */
  today: ChinaDate
  /** A case that exists, or nothing: no text speaks of one that does not. */
  caseId: string | null
  evidence: readonly EvidenceKind[]
}

/** Seven days: time enough to read and answer, never a matter of hours. Our own manner. */
export const dueAfterDays = 7

/** The facts for texts as they follow from a situation. */
export function textFactsOf(situation: Situation, now: Instant, caseId: string | null = null): TextFacts {
  const { platform, product, cause, amount, sentAt, evidence } = situation
  const today = chinaDateOf(now)
  const dueOn = addDays(today, dueAfterDays)
  return { platform, product, cause, amount, sentAt, dueOn, today, caseId, evidence: evidence ?? [] }
}

/** A blank to be filled in by hand. */
export const blank = (language: Language, zh: string, en: string): string =>
  language === 'zh' ? `【${zh}】` : `[${en}]`

const blankPattern = /【([^】【]{1,40})】|\[([^\][]{1,60})\]/g

/** The blanks left in a text, in order, each once. */
export function blanksOf(text: string): string[] {
  return [...new Set(text.match(blankPattern) ?? [])]
}

export interface TextPart {
  isBlank: boolean
  /** Of a blank, what belongs there, without its brackets. */
  text: string
}

/** A text cut at its blanks, in order. */
export function splitBlanks(text: string): TextPart[] {
  const parts: TextPart[] = []
  let done = 0
  for (const match of text.matchAll(blankPattern)) {
    parts.push({ isBlank: false, text: text.slice(done, match.index) })
    parts.push({ isBlank: true, text: match[1] ?? match[2]! })
    done = match.index + match[0].length
  }
  parts.push({ isBlank: false, text: text.slice(done) })
  return parts.filter((part) => part.text !== '')
}

export function yuanOf({ amount }: TextFacts, language: Language): string {
  return amount === null ? blank(language, '金额', 'amount') : `¥${formatYuan(amount)}`
}

/** The sum in figures, and in Chinese also in capitals, as papers for a court and for banks write it. */
export function sumInWords(facts: TextFacts, language: Language): string {
  const capitals = facts.amount === null || language === 'en' ? '' : `（${amountInCapitals(facts.amount)}）`
  return `${yuanOf(facts, language)}${capitals}`
}

/** Whether only a part of it was too much: the rest was meant, and no text may ask for it or deny it. */
export const isTooMuch = ({ cause }: TextFacts): boolean => cause === 'wrong_amount'

/** How much was too much: nobody is asked, and so the writer fills it in. */
export const tooMuch = (language: Language): string =>
  blank(language, '多付的金额', 'the amount paid too much')

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

export function dayOf(date: ChinaDate, language: Language): string {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`
}

/** When it was sent, in China's time to the minute. */
export function sentOf({ sentAt }: TextFacts, language: Language): string {
  if (sentAt === null) return blank(language, '发出时间', 'when it was sent')
  const time = new Date(sentAt + 8 * 3_600_000).toISOString().slice(11, 16)
  const day = dayOf(chinaDateOf(sentAt), language)
  return language === 'zh' ? `${day} ${time}` : `${day}, ${time} (China time)`
}

export function thingOf({ product }: TextFacts, language: Language): string {
  const transfer = product === 'transfer_now' || product === 'transfer_delayed'
  if (product === null) return language === 'zh' ? '款项' : 'payment'
  return language === 'zh' ? (transfer ? '转账' : '红包') : transfer ? 'transfer' : 'red packet'
}

const platformNames: Record<Platform, { zh: string; en: string }> = {
  laisee: { zh: '利是', en: 'Laisee' },
  wechat: { zh: '微信', en: 'WeChat' },
  wecom: { zh: '企业微信', en: 'WeCom' },
  merchant: { zh: '微信支付商户平台', en: 'WeChat Pay for merchants' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  other: { zh: '【平台】', en: '[platform]' },
}

export function platformOf({ platform }: TextFacts, language: Language): string {
  return platform === null ? blank(language, '平台', 'platform') : platformNames[platform][language]
}

type Reasons = Partial<Record<Cause, { zh: string; en: string }>>

const reasons: Reasons = {
  wrong_person: {
    zh: '本来要发给别人，我选错了人',
    en: 'it was meant for somebody else and I picked the wrong person',
  },
  wrong_amount: {
    zh: '金额我填错了，本来应是【原来的金额】',
    en: 'I typed the wrong amount; it should have been [the amount meant]',
  },
  duplicate: { zh: '这是重复发出的一笔', en: 'it was sent twice' },
  wrong_group: { zh: '我发错了群', en: 'I sent it to the wrong group' },
  joke: { zh: '当时是闹着玩，我没有把钱送出去的意思', en: 'it was sent in jest and never meant as a gift' },
  elder: { zh: '是家里老人操作时弄错的', en: 'an older member of my family sent it by mistake' },
  minor: { zh: '是家里孩子自己发出的，我们事先不知道', en: 'our child sent it without our knowing' },
}

/** Why, in one clause that is true; a blank where nobody has said. */
export function reasonOf({ cause }: TextFacts, language: Language): string {
  const reason = cause === null ? undefined : reasons[cause]
  return reason?.[language] ?? blank(language, '发错的原因', 'why it was a mistake')
}

const reasonsToCourt: Reasons = {
  wrong_person: {
    zh: '原告本意是发给他人，操作时选错了收款人',
    en: 'it was meant for somebody else and the plaintiff picked the wrong payee',
  },
  wrong_amount: {
    zh: '原告填错了金额，本来应是【原来的金额】',
    en: 'the plaintiff typed the wrong amount; it should have been [the amount meant]',
  },
  duplicate: { zh: '该笔系重复发出', en: 'it was sent twice' },
  wrong_group: { zh: '原告发错了群', en: 'the plaintiff sent it to the wrong group' },
  joke: { zh: '双方当时系玩笑，原告并无赠与的意思', en: 'it was sent in jest; the plaintiff meant no gift' },
  elder: { zh: '系原告家中老人操作失误', en: 'an older member of the plaintiff’s family sent it by mistake' },
  minor: {
    zh: '系原告家中未成年人自行发出，监护人事先不知情，事后未予追认',
    en: 'a minor of the plaintiff’s family sent it; the guardians knew nothing of it and have not approved it',
  },
}

/** Why, as it is told to a court: of the plaintiff, not of oneself. */
export function reasonToCourt({ cause }: TextFacts, language: Language): string {
  const reason = cause === null ? undefined : reasonsToCourt[cause]
  return reason?.[language] ?? blank(language, '发错的原因', 'why it was a mistake')
}

/** That nothing was owed follows from the mistake; of a sum that was only too large, for the rest alone. */
export function nothingOwed(facts: TextFacts, language: Language): string {
  if (facts.cause === null)
    return language === 'zh'
      ? `原被告之间${blank('zh', '有没有应当支付该款项的约定或者债务', '')}。`
      : `Between them ${blank('en', '', 'whether anything was owed or agreed')}.`
  if (isTooMuch(facts))
    return language === 'zh'
      ? '多付的部分，原被告之间没有应当支付的约定或者债务。'
      : 'Of what was too much nothing was owed or agreed between them.'
  return language === 'zh'
    ? '原被告之间没有应当支付该款项的约定或者债务。'
    : 'Nothing was owed or agreed between them.'
}
