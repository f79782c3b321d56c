/** Asking back, and giving back: each refusal in both languages, in order. */

import type { returnRules } from '../refusal-groups.ts'
import type { RefusalWords } from './words.ts'

export const returnRefusals: Record<'zh' | 'en', Record<keyof typeof returnRules, RefusalWords>> = {
  zh: {
    sender_still_there: { says: '发出这笔钱的人还在组织里，由本人请对方退还。' },
    return_due_out_of_bounds: {
      says: '答复日期太近或太远。',
      detail: '可以选 {{from}} 到 {{until}}。',
    },
    nothing_to_return: { says: '这笔钱还没有被领取或到账，没有可以退还的。还没领的可以撤回。' },
    already_given_back: { says: '这笔钱已经全部退还。' },
    return_above_left: { says: '超过了还没退还的金额。', detail: '最多 {{left, yuan}} 元。' },
    already_asked_back: { says: '已经有一个退还请求在等对方答复。' },
    return_declined: { says: '对方已经表示不退还，不能再发请求。可以提交争议。' },
    asked_back_enough: { says: '请求退还的次数已经用完。', detail: '最多 {{max}} 次。' },
    return_request_over: { says: '这个退还请求已经结束。', detail: '{{decidedAt, time}} 结束。' },
    recipient_quiet: { says: '现在是对方的免打扰时间，请晚一点再提醒。' },
    return_text_refused: { says: '这段话里有威胁、编造、别的账户或没填完的地方，请改一改再发。' },
    instalments_agreed: { says: '这笔钱已经约定分期退还，请在分期里付。' },
    payer_forgotten: { says: '付这笔钱的人已经注销，没有账户可以退回。钱留在你这里，不用再做什么。' },
    instalments_over: { says: '这份分期已经结束。', detail: '{{decidedAt, time}} 结束。' },
    instalments_not_agreed: { says: '双方还没有约定，没有可以付的。' },
    instalments_moved_on: { says: '这份提议已经变了，请看最新的一版。' },
    instalment_count_out_of_bounds: { says: '期数或版本太多。', detail: '最多 {{max}}。' },
    instalment_days_out_of_bounds: {
      says: '有日期已过、太远，或顺序不对。',
      detail: '{{day}}：可以选 {{from}} 到 {{until}}，一期比一期晚。',
    },
    interest_above_law: {
      says: '利息超过法律保护的上限。',
      detail: '最多 {{max, yuan}} 元（一年期LPR的四倍）。',
    },
    instalment_paid_already: { says: '这一期已经付过，不会再付一次。' },
  },
  en: {
    sender_still_there: {
      says: 'Whoever sent it is still in the organisation, so it is theirs to ask for.',
    },
    return_due_out_of_bounds: {
      says: 'The last day to answer is too soon or too far off.',
      detail: 'Choose from {{from}} to {{until}}.',
    },
    nothing_to_return: {
      says: 'Nothing of it was claimed or has arrived, so there is nothing to give back. What is unclaimed can be taken back.',
    },
    already_given_back: { says: 'All of it has been given back already.' },
    return_above_left: { says: 'That is more than what is left of it.', detail: 'At most ¥{{left, yuan}}.' },
    already_asked_back: { says: 'A return request is waiting for their answer already.' },
    return_declined: {
      says: 'They have declined to give it back, so it cannot be asked again. You can open a dispute.',
    },
    asked_back_enough: {
      says: 'It has been asked back as often as it may be.',
      detail: 'At most {{max}} times.',
    },
    return_request_over: {
      says: 'This return request has ended.',
      detail: 'It ended on {{decidedAt, time}}.',
    },
    recipient_quiet: { says: 'These are quiet hours for them. Remind them later.' },
    return_text_refused: {
      says: 'The text has a threat, an invention, another account or a blank in it. Please change it.',
    },
    instalments_agreed: { says: 'It is given back in instalments already. Pay it there.' },
    payer_forgotten: {
      says: 'Whoever paid it has left for good, and has no account for it to go back to. It stays with you; there is nothing you have to do.',
    },
    instalments_over: { says: 'These instalments have ended.', detail: 'They ended on {{decidedAt, time}}.' },
    instalments_not_agreed: { says: 'You have not agreed yet, so there is nothing to pay.' },
    instalments_moved_on: { says: 'The proposal has changed. See the newest version.' },
    instalment_count_out_of_bounds: {
      says: 'Those are too many parts or versions.',
      detail: 'At most {{max}}.',
    },
    instalment_days_out_of_bounds: {
      says: 'A day is past, too far off or out of order.',
      detail: '{{day}}: choose from {{from}} to {{until}}, each later than the one before.',
    },
    interest_above_law: {
      says: 'The interest is above what the law protects.',
      detail: 'At most ¥{{max, yuan}} (four times the one-year LPR).',
    },
    instalment_paid_already: { says: 'This part is paid already. It is not paid twice.' },
  },
}
