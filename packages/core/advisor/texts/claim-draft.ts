/**
 * A draft of a civil claim (民事起诉状) as sections, from which a document is made elsewhere. It asks for the money and
 * the fee, and for no interest unless the writer adds some. A draft is not legal advice, and says so.
 */

import type { Language } from '../../words/words.ts'
import type { PlanSteps } from '../plan.ts'
import type { EvidenceKind } from '../situation.ts'
import { orderNumber } from './letters.ts'
import {
  blank,
  blanksOf,
  dayOf,
  isTooMuch,
  nothingOwed,
  platformOf,
  reasonToCourt,
  sentOf,
  sumInWords,
  thingOf,
  tooMuch,
  type TextFacts,
} from './text-facts.ts'

export type ClaimSectionId =
  | 'plaintiff'
  | 'defendant'
  | 'cause'
  | 'requests'
  | 'facts'
  | 'law'
  | 'evidence'
  | 'court'
  | 'signature'
  | 'note'

export interface ClaimSection {
  id: ClaimSectionId
  heading: string
  paragraphs: readonly string[]
}

export interface ClaimDraft {
  title: string
  sections: readonly ClaimSection[]
  /** What the writer must still fill in. */
  blanks: readonly string[]
}

/** Whether the ninety days of a mistake still run: only then is rescission asked for. */
export interface ClaimGround {
  mistakeOpen: boolean
}

/** The ground of a claim, by the clocks of its plan. */
export function claimGroundOf({ clocks }: Pick<PlanSteps, 'clocks'>): ClaimGround {
  return { mistakeOpen: clocks.some(({ id, state }) => id === 'mistake' && state === 'running') }
}

const evidenceNames: Record<EvidenceKind, { zh: string; en: string }> = {
  payment_record: {
    zh: '交易详情和账单（原始设备可当庭出示）',
    en: 'Payment detail and bill (on the original device)',
  },
  chat: { zh: '完整聊天记录（从原始设备导出）', en: 'The whole conversation (from the original device)' },
  who_they_are: { zh: '能够指认对方账号的资料', en: 'What shows whose account it is' },
  receipt_read: {
    zh: '退回请求的送达或已读记录',
    en: 'Record that the request to return was delivered or read',
  },
  recording: { zh: '本人参与的通话录音', en: 'Recording of my own call' },
}

/** What is asked for: all of it, or what was too much. */
const askedBack = (facts: TextFacts, language: Language) =>
  isTooMuch(facts) ? tooMuch(language) : sumInWords(facts, language)

function evidenceOf(facts: TextFacts, language: Language): string[] {
  const has = facts.evidence.map((kind, at) => `${at + 1}. ${evidenceNames[kind][language]}`)
  return has.length > 0 ? has : [blank(language, '证据清单', 'list of evidence')]
}

function chinese(facts: TextFacts, { mistakeOpen }: ClaimGround): ClaimSection[] {
  const part = (id: ClaimSectionId, heading: string, ...paragraphs: string[]) => ({ id, heading, paragraphs })
  const rescind = mistakeOpen
    ? [
        `请求撤销原告于 ${sentOf(facts, 'zh')} 因重大误解向被告作出的${thingOf(facts, 'zh')}行为${isTooMuch(facts) ? '中多付的部分' : ''}；`,
      ]
    : []
  const requests = [
    ...rescind,
    `请求判令被告返还原告 ${askedBack(facts, 'zh')}；`,
    '本案诉讼费用由被告负担。',
  ]
  return [
    part('plaintiff', '原告', `${blank('zh', '你的姓名、性别、出生日期、住址、联系方式', '')}`),
    part(
      'defendant',
      '被告',
      `${blank('zh', '被告姓名、住址、联系方式；不清楚的写账号，并申请法院调取', '')}`,
    ),
    part('cause', '案由', '不当得利纠纷'),
    part('requests', '诉讼请求', ...requests.map((request, at) => `${at + 1}. ${request}`)),
    part(
      'facts',
      '事实与理由',
      `${sentOf(facts, 'zh')}，原告通过${platformOf(facts, 'zh')}向被告发出${thingOf(facts, 'zh')} ${sumInWords(facts, 'zh')}，交易单号 ${orderNumber('zh')}。${reasonToCourt(facts, 'zh')}。${nothingOwed(facts, 'zh')}`,
      `原告于 ${blank('zh', '发现日期', '')} 发现，并于 ${blank('zh', '请求退回的日期', '')} 书面请被告退回，被告${blank('zh', '对方的答复', '')}。`,
    ),
    part(
      'law',
      '法律依据',
      ...(mistakeOpen ? ['民法典第147条、第152条、第157条（重大误解、撤销及返还）；'] : []),
      '民法典第985条、第987条（不当得利的返还）；',
      '民事诉讼法第22条、第122条（管辖和起诉条件）。',
    ),
    part('evidence', '证据清单', ...evidenceOf(facts, 'zh')),
    part(
      'court',
      '此致',
      `${blank('zh', '被告住所地或者经常居住地的人民法院', '')}`,
      `附：本起诉状副本${blank('zh', '份数，按被告人数', '')}份`,
    ),
    part('signature', '具状人', `${blank('zh', '你的签名', '')}`, dayOf(facts.today, 'zh')),
    part('note', '说明', '这是按你填写的事实生成的草稿，不是法律意见。未请求利息。提交前请核对每一项。'),
  ]
}

function english(facts: TextFacts, { mistakeOpen }: ClaimGround): ClaimSection[] {
  const part = (id: ClaimSectionId, heading: string, ...paragraphs: string[]) => ({ id, heading, paragraphs })
  const rescind = mistakeOpen
    ? [
        `to rescind, for serious mistake, ${isTooMuch(facts) ? 'as to what was too much, ' : ''}the ${thingOf(facts, 'en')} made to the defendant on ${sentOf(facts, 'en')};`,
      ]
    : []
  const requests = [
    ...rescind,
    `to order the defendant to return ${askedBack(facts, 'en')} to the plaintiff;`,
    'to order the defendant to bear the court’s fee.',
  ]
  return [
    part('plaintiff', 'Plaintiff', blank('en', '', 'your name, sex, date of birth, home, how to reach you')),
    part(
      'defendant',
      'Defendant',
      blank('en', '', 'name and home; if unknown, the account, and ask the court to find out'),
    ),
    part('cause', 'Kind of dispute', 'Unjust enrichment'),
    part('requests', 'Requests', ...requests.map((request, at) => `${at + 1}. ${request}`)),
    part(
      'facts',
      'Facts',
      `On ${sentOf(facts, 'en')} the plaintiff sent the defendant a ${thingOf(facts, 'en')} of ${sumInWords(facts, 'en')} by ${platformOf(facts, 'en')}, transaction ${orderNumber('en')}: ${reasonToCourt(facts, 'en')}. ${nothingOwed(facts, 'en')}`,
      `The plaintiff noticed on ${blank('en', '', 'day noticed')} and asked for its return in writing on ${blank('en', '', 'day asked')}. The defendant ${blank('en', '', 'what they answered')}.`,
    ),
    part(
      'law',
      'Law',
      ...(mistakeOpen ? ['Civil Code arts. 147, 152, 157 (serious mistake, rescission, return);'] : []),
      'Civil Code arts. 985, 987 (return of what was gained without ground);',
      'Civil Procedure Law arts. 22, 122 (jurisdiction, what an action needs).',
    ),
    part('evidence', 'Evidence', ...evidenceOf(facts, 'en')),
    part(
      'court',
      'To',
      blank('en', '', 'people’s court of the defendant’s home'),
      `Enclosed: copies of this claim, one for each defendant: ${blank('en', '', 'how many')}`,
    ),
    part('signature', 'Signed', blank('en', '', 'your signature'), dayOf(facts.today, 'en')),
    part(
      'note',
      'Note',
      'A draft from the facts you gave, not legal advice. For reading: the court takes the Chinese text. No interest is asked for. Check every item.',
    ),
  ]
}

/** A draft of the claim in a language. Courts take the Chinese one. */
export function composeClaim(facts: TextFacts, ground: ClaimGround, language: Language): ClaimDraft {
  const sections = language === 'zh' ? chinese(facts, ground) : english(facts, ground)
  const title = language === 'zh' ? '民事起诉状' : 'Civil claim'
  const all = sections.flatMap((section) => section.paragraphs).join('\n')
  return { title, sections, blanks: blanksOf(all) }
}

/** A claim as plain text, for copying and printing. */
export function claimAsText({ title, sections }: ClaimDraft): string {
  return [title, ...sections.map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n'))].join(
    '\n\n',
  )
}
