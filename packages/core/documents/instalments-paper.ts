/**
 * The paper of instalments that two have agreed on: who pays back whom, how much, in which parts on which days, and what
 * of it is paid. It says what the records hold, adds no promise of its own, and is not notarised.
 */

import { dayOf } from '../advisor/texts/text-facts.ts'
import type { Instant } from '../instant.ts'
import { chinaDateOf, type ChinaDate } from '../law/china-date.ts'
import { formatYuan, type Amount } from '../money.ts'
import { amountInCapitals } from '../words/capitals.ts'
import type { Language } from '../words/words.ts'
import type { Block, BlockKind, Paper } from './paper.ts'

/** What of an agreement stands on paper. */
export interface InstalmentsOnPaper {
  id: string
  /** The packet or transfer it is about, and when that was sent. */
  about: string
  aboutKind: 'packet' | 'transfer'
  sentAt: Instant
  /** Who is paid back, or answers for the organisation that is. */
  creditorName: string
  organisationName: string | null
  debtorName: string
  version: number
  agreedAt: Instant
  principal: Amount
  interest: Amount
  parts: readonly { no: number; amount: Amount; dueOn: ChinaDate; paidAt: Instant | null; missed: boolean }[]
  /** Whether the creditor let go of the rest, and when. */
  releasedAt: Instant | null
}

const block = (kind: BlockKind, text: string): Block => ({ kind, runs: [{ kind: 'text', text }] })

const creditorOf = (
  { creditorName, organisationName }: InstalmentsOnPaper,
  together: (name: string, by: string) => string,
) => (organisationName === null ? creditorName : together(organisationName, creditorName))

/** In China's time, to the minute. */
function momentOf(at: Instant, language: Language): string {
  const time = new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
  return language === 'zh'
    ? `${dayOf(chinaDateOf(at), 'zh')} ${time}`
    : `${dayOf(chinaDateOf(at), 'en')}, ${time} (China time)`
}

function chinese(it: InstalmentsOnPaper): Block[] {
  const sum = (amount: Amount) => `¥${formatYuan(amount)}（${amountInCapitals(amount)}）`
  const thing = it.aboutKind === 'packet' ? '红包' : '转账'
  const stateOf = ({ paidAt, missed }: InstalmentsOnPaper['parts'][number]) =>
    paidAt === null ? (missed ? '，到期未付' : '') : `，已于 ${dayOf(chinaDateOf(paidAt), 'zh')} 付清`
  return [
    block('title', '分期退还协议'),
    block('party', `收回方：${creditorOf(it, (name, by) => `${name}（经办人：${by}）`)}`),
    block('party', `退还方：${it.debtorName}`),
    block('heading', '一、款项'),
    block(
      'paragraph',
      `收回方于 ${momentOf(it.sentAt, 'zh')} 通过利是向退还方发出${thing}（编号 ${it.about}）。双方同意由退还方退还其中 ${sum(it.principal)}。`,
    ),
    block(
      'paragraph',
      it.interest === 0n
        ? '双方没有约定利息。'
        : `双方另行约定利息 ${sum(it.interest)}，不超过约定时一年期贷款市场报价利率的四倍。`,
    ),
    block('heading', '二、分期'),
    ...it.parts.map((part) =>
      block('item', `${part.no}. ${dayOf(part.dueOn, 'zh')}，${sum(part.amount)}${stateOf(part)}`),
    ),
    block(
      'paragraph',
      `以上 ${it.parts.length} 期共 ${sum(it.principal + it.interest)}。到期日遇休息日的，已顺延至下一个工作日。`,
    ),
    block('heading', '三、付款方式'),
    block(
      'paragraph',
      '每一期只退回收回方当初付款的账户，不能指定其他账户。提前付、多期一起付都可以；改动须双方另行确认。',
    ),
    ...(it.releasedAt === null
      ? []
      : [block('paragraph', `收回方已于 ${momentOf(it.releasedAt, 'zh')} 免去其余各期。`)]),
    block('signed', `双方于 ${momentOf(it.agreedAt, 'zh')} 在利是上确认第 ${it.version} 版`),
    block('signed', `协议编号 ${it.id}`),
    block(
      'note',
      '本件按利是的记录生成，未经公证，也不是法律意见。双方的确认、每一期的付款都在记录中，可以凭编号核对。',
    ),
  ]
}

function english(it: InstalmentsOnPaper): Block[] {
  const sum = (amount: Amount) => `¥${formatYuan(amount)}`
  const thing = it.aboutKind === 'packet' ? 'red packet' : 'transfer'
  const stateOf = ({ paidAt, missed }: InstalmentsOnPaper['parts'][number]) =>
    paidAt === null
      ? missed
        ? ', not paid on its day'
        : ''
      : `, paid on ${dayOf(chinaDateOf(paidAt), 'en')}`
  return [
    block('title', 'Agreement to give back in instalments'),
    block('party', `Paid back: ${creditorOf(it, (name, by) => `${name}, represented by ${by}`)}`),
    block('party', `Pays back: ${it.debtorName}`),
    block('heading', '1. The money'),
    block(
      'paragraph',
      `On ${momentOf(it.sentAt, 'en')} a ${thing} (${it.about}) went from the first to the second by Laisee. Both agree that ${sum(it.principal)} of it is given back.`,
    ),
    block(
      'paragraph',
      it.interest === 0n
        ? 'No interest is agreed.'
        : `Beside it interest of ${sum(it.interest)} is agreed, no more than four times the one-year loan prime rate of that day.`,
    ),
    block('heading', '2. The parts'),
    ...it.parts.map((part) =>
      block('item', `${part.no}. ${dayOf(part.dueOn, 'en')}: ${sum(part.amount)}${stateOf(part)}`),
    ),
    block(
      'paragraph',
      `These ${it.parts.length} make ${sum(it.principal + it.interest)}. A day off has been moved to the next working day.`,
    ),
    block('heading', '3. How it is paid'),
    block(
      'paragraph',
      'Each part goes back to the account the money came from and to no other. Parts may be paid early or together; a change needs both.',
    ),
    ...(it.releasedAt === null
      ? []
      : [block('paragraph', `On ${momentOf(it.releasedAt, 'en')} the rest was let go of.`)]),
    block('signed', `Both agreed to version ${it.version} on Laisee on ${momentOf(it.agreedAt, 'en')}`),
    block('signed', `Agreement ${it.id}`),
    block(
      'note',
      'Made from the records of Laisee; not notarised, and no legal advice. Both agreements and every payment are in those records, under this number. For reading: a court takes the Chinese text.',
    ),
  ]
}

/** The paper of an agreement, as its records stand on a day. */
export function instalmentsPaper(it: InstalmentsOnPaper, writtenOn: ChinaDate, language: Language): Paper {
  const blocks = language === 'zh' ? chinese(it) : english(it)
  const title = language === 'zh' ? '分期退还协议' : 'Agreement to give back in instalments'
  return { language, title, writtenOn, blocks }
}
