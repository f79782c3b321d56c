/**
 * Short messages to the other side: the facts, thanks, the easy way back, a date. Nothing invented, nothing threatened,
 * nobody named before others.
 */

import type { Language } from '../../words/words.ts'
import {
  blank,
  dayOf,
  isTooMuch,
  reasonOf,
  sentOf,
  thingOf,
  tooMuch,
  yuanOf,
  type TextFacts,
} from './text-facts.ts'

export type Compose = (facts: TextFacts, language: Language) => string

export const askNotToOpen: Compose = (facts, language) =>
  language === 'zh'
    ? `不好意思，${sentOf(facts, language)}发给你的红包发错了：${reasonOf(facts, language)}。麻烦先不要打开，不打开它会自动退回。谢谢你。`
    : `Sorry, the red packet I sent you on ${sentOf(facts, language)} was a mistake: ${reasonOf(facts, language)}. Please do not open it; unopened, it comes back by itself. Thank you.`

export const askNotToAccept: Compose = (facts, language) =>
  language === 'zh'
    ? `不好意思，${sentOf(facts, language)}那笔 ${yuanOf(facts, language)} 的转账转错了：${reasonOf(facts, language)}。麻烦先不要点“确认收款”，打开转账点“立即退还”就可以退回；不点也会自动退回。谢谢你。`
    : `Sorry, the transfer of ${yuanOf(facts, language)} on ${sentOf(facts, language)} was a mistake: ${reasonOf(facts, language)}. Please do not accept it. Opening it and tapping “return” sends it back; left alone, it comes back by itself. Thank you.`

const wayBack = (language: Language) =>
  language === 'zh'
    ? '退回时直接转给发给你的这个账号就好，不需要转到别的账户，也不会请你付任何费用'
    : 'Please send it back to this same account, and to no other; it costs you nothing'

/** Of a packet for a group nobody holds the whole: what each of them took is for the writer to fill in. */
const isShared = ({ product }: TextFacts) => product === 'equal' || product === 'lucky'
const share = (language: Language) => blank(language, '对方领到的金额', 'what they took')

const sentToYou = (facts: TextFacts, language: Language): string => {
  const [sent, thing, yuan] = [sentOf(facts, language), thingOf(facts, language), yuanOf(facts, language)]
  if (isShared(facts))
    return language === 'zh'
      ? `${sent}发在群里、你领到 ${share(language)} 的${thing}`
      : `the ${thing} sent to the group on ${sent}, of which you took ${share(language)},`
  return language === 'zh'
    ? `${sent}发给你的${thing} ${yuan} `
    : `the ${thing} of ${yuan} I sent you on ${sent}`
}

/** What the other side is asked for: all they have, or what was too much. */
const askedBack = (facts: TextFacts, language: Language): string => {
  if (isTooMuch(facts)) return language === 'zh' ? `多付的 ${tooMuch(language)}` : tooMuch(language)
  return language === 'zh' ? '' : 'it'
}

export const requestReturn: Compose = (facts, language) =>
  language === 'zh'
    ? `你好，${sentToYou(facts, language)}是误发：${reasonOf(facts, language)}。想请你在 ${dayOf(facts.dueOn, language)} 前退回${askedBack(facts, language)}。${wayBack(language)}。有困难可以告诉我，分几次也可以。谢谢你，给你添麻烦了。`
    : `Hello, ${sentToYou(facts, language)} was a mistake: ${reasonOf(facts, language)}. Would you please return ${askedBack(facts, language)} by ${dayOf(facts.dueOn, language)}? ${wayBack(language)}. If that is difficult, tell me; in parts is fine too. Thank you, and sorry for the trouble.`

export const guardianRequest: Compose = (facts, language) =>
  language === 'zh'
    ? `你好，我是${blank(language, '孩子的称呼', '')}的监护人。${sentToYou(facts, language)}是孩子自己发出的，我们事先不知道。作为监护人，我们不同意、也不追认这笔款项（民法典第145条）。想请你在 ${dayOf(facts.dueOn, language)} 前退回。${wayBack(language)}。谢谢你的理解。`
    : `Hello, I am the guardian of ${blank(language, '', 'the child’s first name')}. Our child sent, without our knowing, ${childSent(facts)}. As guardians we do not agree to it and do not ratify it (Civil Code art. 145). Would you please return it by ${dayOf(facts.dueOn, language)}? ${wayBack(language)}. Thank you for understanding.`

const childSent = (facts: TextFacts): string =>
  isShared(facts)
    ? sentToYou(facts, 'en').replace(/,$/, '')
    : `you a ${thingOf(facts, 'en')} of ${yuanOf(facts, 'en')} on ${sentOf(facts, 'en')}`

export const groupNotice: Compose = (facts, language) => {
  const zh = facts.caseId === null ? '' : `（处理编号 ${facts.caseId}）`
  const en = facts.caseId === null ? '' : ` (case ${facts.caseId})`
  return language === 'zh'
    ? `大家好，${sentOf(facts, language)}我发在群里的红包发错了：${reasonOf(facts, language)}${zh}。还没领的朋友请先不要领，没领的会自动退回；已经领了的，我会单独联系，谢谢大家。`
    : `Hello all, the red packet I sent to this group on ${sentOf(facts, language)} was a mistake: ${reasonOf(facts, language)}${en}. If you have not opened it, please leave it: what is unopened comes back by itself. I will write to the others one by one. Thank you.`
}

export const reminder: Compose = (facts, language) =>
  language === 'zh'
    ? `你好，再跟你确认一次：${sentOf(facts, language)}误发给你的${thingOf(facts, language)} ${yuanOf(facts, language)}${isTooMuch(facts) ? '，多付的部分' : ' '}还没有退回。方便的话请在 ${dayOf(facts.dueOn, language)} 前退回；如果有困难或者对事实有不同看法，告诉我就好。这件事我不会反复发消息。谢谢你。`
    : `Hello, once more: the ${thingOf(facts, language)} of ${yuanOf(facts, language)} sent to you by mistake on ${sentOf(facts, language)}${isTooMuch(facts) ? ': what was too much of it' : ''} has not come back yet. Please return it by ${dayOf(facts.dueOn, language)} if you can; if that is difficult, or you see the facts differently, just tell me. I will not keep writing about it. Thank you.`
