/** What the notices of limits, allowances and guardians say, in the notation of the others (notices.ts). */

import type { FamilyNoticeKind } from '../family-notice.ts'

type Texts = Record<FamilyNoticeKind, readonly [string, ...string[]]>

const zh: Texts = {
  limits_set: ['你的限额有了新的设置，在“我 → 限额”里看。'],
  age_band_set: ['你的年龄段有了新的设置，相关的规则从现在起生效。'],
  family_invited: [
    '{{giverId, name}}想给你一份家庭额度，每月 {{monthMax, yuan}} 元。{{expiresAt, time}} 前答应才生效。',
  ],
  family_accepted: ['{{holderId, name}}接受了你给的家庭额度，每月最多 {{monthMax, yuan}} 元从你的钱包付。'],
  family_changed: ['{{giverId, name}}改了给你的家庭额度，现在每月 {{monthMax, yuan}} 元。'],
  family_spent: ['{{holderId, name}}用家庭额度发了 {{amount, yuan}} 元，从你的钱包付。'],
  family_returned: ['{{holderId, name}}用家庭额度发的钱退回 {{amount, yuan}} 元，已到你的钱包。'],
  family_ended: ['{{endedBy, name}}结束了你们之间的家庭额度。已发出的钱不受影响。'],
  guardian_asked: ['{{askedBy, name}}请你确认一段守护关系。你答应以后才生效，随时可以结束。'],
  guardian_accepted: ['{{acceptedBy, name}}答应了，你们的守护提醒已生效。'],
  guardian_alerted: ['{{protectedId, name}}有一笔付款被拦下或需要确认，请打电话问一问。'],
  guardian_alerted_high: ['{{protectedId, name}}有一笔付款被拦下，风险较高。请现在打电话问一问。'],
  own_guardian_alerted: [
    '你有一笔付款被拦下或需要确认，已提醒{{guardianId, name}}。没有告诉对方金额和收款人。',
  ],
  guardian_ended: ['{{endedBy, name}}结束了你们之间的守护提醒。'],
  report_upheld: ['你对{{aboutId, name}}的举报核实了，别人给对方付钱前会看到提醒。没有告诉对方是谁举报的。'],
  report_dismissed: ['你对{{aboutId, name}}的举报没有核实到问题，不再提醒别人。没有告诉对方是谁举报的。'],
}

const en: Texts = {
  limits_set: ['Your limits were set anew. See them under Me → Limits.'],
  age_band_set: ['Your age band was set anew. The rules that go with it hold from now on.'],
  family_invited: [
    '{{giverId, name}} offers you an allowance of ¥{{monthMax, yuan}} a month. It counts once you accept, by {{expiresAt, time}}.',
  ],
  family_accepted: [
    '{{holderId, name}} has accepted your allowance: up to ¥{{monthMax, yuan}} a month is paid from your wallet.',
  ],
  family_changed: ['{{giverId, name}} has changed your allowance: ¥{{monthMax, yuan}} a month now.'],
  family_spent: ['{{holderId, name}} has sent ¥{{amount, yuan}} from the allowance. Your wallet paid it.'],
  family_returned: [
    '¥{{amount, yuan}} that {{holderId, name}} sent from the allowance is back in your wallet.',
  ],
  family_ended: ['{{endedBy, name}} has ended the allowance between you. What was sent stays sent.'],
  guardian_asked: [
    '{{askedBy, name}} asks you to agree to guardian alerts. They begin once you agree, and end whenever you like.',
  ],
  guardian_accepted: ['{{acceptedBy, name}} has agreed: the guardian alerts between you begin.'],
  guardian_alerted: ['A payment of {{protectedId, name}} was stopped or needs a check. Give them a call.'],
  guardian_alerted_high: [
    'A payment of {{protectedId, name}} was stopped, and the risk is high. Call them now.',
  ],
  own_guardian_alerted: [
    'A payment of yours was stopped or needs a check, and {{guardianId, name}} was told so: no amount, no name.',
  ],
  guardian_ended: ['{{endedBy, name}} has ended the guardian alerts between you.'],
  report_upheld: [
    'Your report about {{aboutId, name}} was found right: others are warned before they pay them. They were not told who reported.',
  ],
  report_dismissed: [
    'Your report about {{aboutId, name}} was not borne out and warns nobody any more. They were not told who reported.',
  ],
}

export const familyNoticeWords = { zh, en }
