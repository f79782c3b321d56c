/** Letters: a demand, a case for the platform, the facts for the police, a request to confirm what was mediated. */

import type { Language } from '../../words/words.ts'
import type { Compose } from './messages.ts'
import {
  blank,
  dayOf,
  isTooMuch,
  platformOf,
  reasonOf,
  sentOf,
  sumInWords,
  thingOf,
  tooMuch,
  yuanOf,
  type TextFacts,
} from './text-facts.ts'

const lines = (...all: string[]) => all.join('\n')

export const orderNumber = (language: Language) => blank(language, '交易单号', 'transaction number')

/** What a demand asks for: all of it, or what was too much. */
const askedBack = (facts: TextFacts, language: Language) =>
  isTooMuch(facts) ? tooMuch(language) : yuanOf(facts, language)

export const demand: Compose = (facts, language) =>
  language === 'zh'
    ? lines(
        '返还请求函',
        `致：${blank('zh', '对方姓名或账号昵称', '')}`,
        `一、事实。${sentOf(facts, 'zh')}，我通过${platformOf(facts, 'zh')}发给你${thingOf(facts, 'zh')} ${sumInWords(facts, 'zh')}，交易单号 ${orderNumber('zh')}。这是误发：${reasonOf(facts, 'zh')}。我已在 ${blank('zh', '第一次请求的日期', '')} 请你退回，至今没有收到。`,
        '二、依据。没有法律根据取得的利益，受损失的人可以请求返还（民法典第985条）；知道没有法律根据的，应当返还并依法赔偿损失（第987条）。',
        `三、请求。请在 ${dayOf(facts.dueOn, 'zh')} 前，原路退回 ${askedBack(facts, 'zh')} 到发出这笔款项的账号。不收利息，也可以商量分期。`,
        '四、如果你对事实有不同看法，请在同一日期前书面告诉我。到期没有退回也没有说明的，我会申请调解，或者依法向人民法院提起诉讼。',
        `${blank('zh', '你的姓名', '')}`,
        dayOf(facts.today, 'zh'),
      )
    : lines(
        'Request to return money',
        `To: ${blank('en', '', 'name or account name of the other side')}`,
        `1. Facts. On ${sentOf(facts, 'en')} I sent you a ${thingOf(facts, 'en')} of ${sumInWords(facts, 'en')} by ${platformOf(facts, 'en')}, transaction ${orderNumber('en')}. It was a mistake: ${reasonOf(facts, 'en')}. I asked you to return it on ${blank('en', '', 'day of the first request')} and have not received it.`,
        '2. Law. Whoever loses by a gain made without legal ground may ask for its return (Civil Code of the PRC, art. 985); whoever knows that there is no ground returns it and makes good the loss (art. 987).',
        `3. Request. Please return ${askedBack(facts, 'en')} by ${dayOf(facts.dueOn, 'en')} to the account it came from. No interest is asked for, and parts can be agreed.`,
        '4. If you see the facts differently, please write to me by the same day. If I hear nothing I will ask for mediation or bring the matter before a court.',
        `${blank('en', '', 'your name')}`,
        dayOf(facts.today, 'en'),
      )

export const platformCase: Compose = (facts, language) =>
  language === 'zh'
    ? lines(
        '误转（误发）争议说明',
        `一、交易：${platformOf(facts, 'zh')}，${thingOf(facts, 'zh')}，${yuanOf(facts, 'zh')}，${sentOf(facts, 'zh')}，交易单号 ${orderNumber('zh')}。`,
        `二、经过：${reasonOf(facts, 'zh')}。发现时间 ${blank('zh', '发现时间', '')}，已请对方退回的时间 ${blank('zh', '请求退回的时间', '')}。`,
        '三、请求：请联系收款方核实并转告我的退回请求；请保存这笔交易的记录；请书面告知处理结果和所需材料。',
        '四、材料：交易详情页、双方聊天记录、我本人的身份信息（只在官方页面内提交）。',
        '说明：这是误操作引起的民事争议，我没有主张对方诈骗。',
      )
    : lines(
        'Dispute: payment made by mistake',
        `1. Payment: ${platformOf(facts, 'en')}, ${thingOf(facts, 'en')}, ${yuanOf(facts, 'en')}, ${sentOf(facts, 'en')}, transaction ${orderNumber('en')}.`,
        `2. What happened: ${reasonOf(facts, 'en')}. Noticed on ${blank('en', '', 'when it was noticed')}; return asked for on ${blank('en', '', 'when it was asked for')}.`,
        '3. Request: please contact the payee, pass my request on, keep the record of this payment, and tell me in writing the outcome and what else you need.',
        '4. Enclosed: the payment’s detail page, our conversation, my own identification (given on the official page only).',
        'Note: this is a civil matter of a mistake. I do not claim that the other side deceived me.',
      )

export const policeFacts: Compose = (facts, language) => {
  const stolen = facts.cause === 'account_stolen'
  return language === 'zh'
    ? lines(
        stolen ? '我的账号被盗，钱被转走，请求紧急止付。' : '我被骗转了钱，请求紧急止付。',
        `时间：${sentOf(facts, 'zh')}`,
        `金额：${yuanOf(facts, 'zh')}`,
        `方式：${platformOf(facts, 'zh')}${thingOf(facts, 'zh')}，交易单号 ${orderNumber('zh')}`,
        `对方账号或昵称：${blank('zh', '对方账号或昵称', '')}`,
        `经过（按时间，一两句话）：${blank('zh', '经过', '')}`,
        `我的联系方式：${blank('zh', '你的电话', '')}`,
      )
    : lines(
        stolen
          ? 'My account was taken over and money was sent from it. I ask for an emergency stop-payment.'
          : 'I was deceived into sending money. I ask for an emergency stop-payment.',
        `When: ${sentOf(facts, 'en')}`,
        `How much: ${yuanOf(facts, 'en')}`,
        `How: ${platformOf(facts, 'en')}, ${thingOf(facts, 'en')}, transaction ${orderNumber('en')}`,
        `The other account or name: ${blank('en', '', 'account or name')}`,
        `What happened, in order, in a sentence or two: ${blank('en', '', 'what happened')}`,
        `How to reach me: ${blank('en', '', 'your number')}`,
      )
}

export const judicialConfirmation: Compose = (facts, language) =>
  language === 'zh'
    ? lines(
        '司法确认申请书',
        `申请人：${blank('zh', '双方姓名及联系方式', '')}`,
        `请求事项：确认双方于 ${blank('zh', '调解协议生效日期', '')} 经${blank('zh', '调解组织名称', '')}主持达成的调解协议有效。`,
        `事实和理由：双方因 ${sentOf(facts, 'zh')} 的一笔误发${thingOf(facts, 'zh')} ${sumInWords(facts, 'zh')} 发生争议，经上述依法设立的调解组织调解，自愿达成调解协议，现依照民事诉讼法第205条，自协议生效之日起三十日内共同提出申请。`,
        '附：调解协议；调解组织的证明；申请人各自的身份证明；交易记录。',
        `此致　${blank('zh', '人民法院', '')}`,
        `申请人（双方签名）：${blank('zh', '双方签名', '')}`,
        `${blank('zh', '申请日期', '')}`,
      )
    : lines(
        'Request for judicial confirmation (for reading; the court takes the Chinese text)',
        `Applicants: ${blank('en', '', 'names of both sides')}`,
        `Request: to confirm the agreement of ${blank('en', '', 'day the agreement took effect')}, mediated by ${blank('en', '', 'mediation body')}.`,
        `Facts: both sides disagreed about a ${thingOf(facts, 'en')} of ${sumInWords(facts, 'en')} sent by mistake on ${sentOf(facts, 'en')}. A mediation body set up by law mediated, and both agreed freely. Both apply within thirty days of the agreement’s taking effect (Civil Procedure Law, art. 205).`,
        'Enclosed: the agreement; the mediation body’s certificate; each applicant’s own identity document; the record of the payment.',
        `To: ${blank('en', '', 'court')}`,
        `Signed by both: ${blank('en', '', 'both signatures')}`,
        `${blank('en', '', 'day')}`,
      )
