/**
 * What the guard says before money moves: one sentence a reason, in the notation of the refusals. The first text whose
 * fields are all there is said, so that a longer one may stand before a plain one. Short, concrete, never blaming.
 */

import type { ReasonCode } from '../../guard/rule.ts'
import type { Language } from '../words.ts'
import { meantForOtherTexts, type MeantForOtherCode } from './reasons-of-others.ts'

export type ReasonTexts = readonly [string, ...string[]]

/** Said in place of a reason's own words where the sum means something: softer, for it is rarely a slip. */
export type SoftReasonCode = 'extra_zero'

const zh: Record<Exclude<ReasonCode, MeantForOtherCode>, ReasonTexts> = {
  payee_frozen: ['{{name}}的钱包已冻结，钱进得去、出不来，所以不能付。', '收款人的钱包已冻结，所以不能付。'],
  return_to_other: [
    '说是退款，但 {{amount, yuan}} 元是另一个人付给你的，不是收款人。真的退款只会原路退回：先等一等，问问清楚。',
  ],
  same_name: [
    '你认识两个“{{name}}”。这次要付的是上次往来 {{lastPaidAt, day}} 的这位，还是 {{otherLastPaidAt, day}} 的那位？',
    '你认识两个“{{name}}”，平时付的是另一位（上次 {{otherLastPaidAt, day}}）。这次要付的是没付过的这位吗？',
    '你认识两个“{{name}}”。这次要付的是这一位吗？',
  ],
  name_looks_alike: [
    '“{{name}}”和“{{otherName}}”看起来几乎一样，平时付的是“{{otherName}}”（上次 {{otherLastPaidAt, day}}）。这次是哪一位？',
    '“{{name}}”和“{{otherName}}”看起来几乎一样。这次是哪一位？',
  ],
  name_sounds_alike: [
    '“{{name}}”和“{{otherName}}”读音几乎一样，平时付的是“{{otherName}}”（上次 {{otherLastPaidAt, day}}）。这次是哪一位？',
    '“{{name}}”和“{{otherName}}”读音几乎一样。这次是哪一位？',
  ],
  name_near: [
    '“{{name}}”和你常付的“{{otherName}}”只差一个字，别点错了。',
    '“{{name}}”和“{{otherName}}”只差一个字。',
  ],
  avatar_alike: ['“{{name}}”和“{{otherName}}”的头像是同一个字。'],
  payee_no_match: ['你填的是“{{typed}}”，收款人叫“{{ownName}}”，对不上。'],
  payee_close_match: ['你填的是“{{typed}}”，收款人叫“{{ownName}}”，只是接近。'],
  amount_of_other: [
    '{{amount, yuan}} 元你以前都是付给“{{otherName}}”的（{{times}} 次），这次收款的是“{{name}}”，是不是点错人了？',
    '{{amount, yuan}} 元你以前都是付给另一个人的（{{times}} 次），这次是不是点错人了？',
  ],
  chosen_from_recent: [
    '“{{name}}”是从最近聊天里点的，看清楚是不是这个人。',
    '收款人是从最近聊天里点的，看清楚是不是这个人。',
  ],
  first_payee: ['这是第一次付钱给“{{name}}”。', '这是第一次付钱给对方。'],
  long_ago: ['上次付给“{{name}}”是 {{lastPaidAt, day}}，已经很久了。'],
  extra_zero: ['平时是 ¥{{usual, yuan}} 左右，这次是 ¥{{amount, yuan}}，多了一个零？'],
  extra_digit: ['以前付过 ¥{{usual, yuan}}，这次是 ¥{{amount, yuan}}，多按了一个数字？'],
  times_usual: ['平时是 ¥{{usual, yuan}} 左右，这次是 ¥{{amount, yuan}}，是十倍以上。'],
  above_theirs: ['对方以前最多收到 ¥{{largest, yuan}}，这次是 ¥{{amount, yuan}}，是不是输错了？'],
  above_usual: ['你以前最多一次 ¥{{largest, yuan}}，这次是 ¥{{amount, yuan}}。'],
  most_of_balance: ['付完这 ¥{{amount, yuan}}，钱包就所剩不多了。'],
  large_amount: ['¥{{amount, yuan}} 不是小数目。'],
  duplicate: ['不久前发过同样的 ¥{{amount, yuan}}，要再发一次吗？'],
  group_words_of_other: [
    '这句祝福你以前只发在“{{otherName}}”，这次是“{{groupName}}”（{{members}} 人），是不是发错群了？',
  ],
  group_of_other: [
    '这样的红包你以前发在“{{otherName}}”，这次是“{{groupName}}”（{{members}} 人），是不是发错群了？',
  ],
  group_looks_alike: ['“{{groupName}}”和你常发的“{{otherName}}”名字几乎一样，是不是发错群了？'],
  group_larger: ['“{{groupName}}”有 {{members}} 人，你平时发的群最多 {{usualMembers}} 人。'],
  group_first: ['这是第一次在“{{groupName}}”发红包（{{members}} 人）。'],
  group_new_members: ['“{{groupName}}”的 {{members}} 人里有 {{newMembers}} 人是新来的。'],
  few_shares: ['群里有 {{members}} 人，红包只有 {{count}} 份。'],
  group_has_blocked: ['“{{groupName}}”里有 {{blockedMembers}} 人和你之间有拉黑，他们也能领。'],
  payee_reported: ['“{{name}}”被人举报过，先弄清楚再付。', '收款人被人举报过，先弄清楚再付。'],
  payee_minor: ['“{{name}}”是未成年人。', '收款人里有未成年人。'],
  payee_blocked: ['你和“{{name}}”之间有一方拉黑了对方。', '你和收款人之间有一方拉黑了对方。'],
  night: ['现在是深夜，人容易看错。'],
  haste: ['选好人马上就付了，再看一眼。'],
  hesitation: ['你改了几次，先替你等一等：随时可以取消，也可以马上放行。'],
  speaks_of_return: ['退款请走原路退回，不要另付一笔。'],
  sum_with_meaning: ['这个数有特别的意思，以后很难说是发错的。'],
  by_rule: ['{{zh}}。'],
  guard_unsure: ['这一笔没能检查完，请自己多看一眼。钱还没有动。'],
}

const en: typeof zh = {
  payee_frozen: [
    'The wallet of {{name}} is frozen: money could go in and not out, so it cannot be paid.',
    'The payee’s wallet is frozen, so it cannot be paid.',
  ],
  return_to_other: [
    'This speaks of a return, but the ¥{{amount, yuan}} came to you from somebody else. A true return goes back the way it came: wait, and ask.',
  ],
  same_name: [
    'You know two people called “{{name}}”. Is it for this one, last paid {{lastPaidAt, day}}, or the other, last paid {{otherLastPaidAt, day}}?',
    'You know two people called “{{name}}”, and you usually pay the other (last on {{otherLastPaidAt, day}}). Is it for this one, whom you have never paid?',
    'You know two people called “{{name}}”. Is it for this one?',
  ],
  name_looks_alike: [
    '“{{name}}” and “{{otherName}}” look nearly the same, and you usually pay “{{otherName}}” (last on {{otherLastPaidAt, day}}). Which one is it for?',
    '“{{name}}” and “{{otherName}}” look nearly the same. Which one is it for?',
  ],
  name_sounds_alike: [
    '“{{name}}” and “{{otherName}}” sound nearly the same, and you usually pay “{{otherName}}” (last on {{otherLastPaidAt, day}}). Which one is it for?',
    '“{{name}}” and “{{otherName}}” sound nearly the same. Which one is it for?',
  ],
  name_near: [
    '“{{name}}” is one character away from “{{otherName}}”, whom you often pay.',
    '“{{name}}” is one character away from “{{otherName}}”.',
  ],
  avatar_alike: ['The pictures of “{{name}}” and “{{otherName}}” show the same character.'],
  payee_no_match: [
    'You gave the name “{{typed}}”, and the payee is called “{{ownName}}”. They do not match.',
  ],
  payee_close_match: [
    'You gave the name “{{typed}}”, and the payee is called “{{ownName}}”. That is only close.',
  ],
  amount_of_other: [
    '¥{{amount, yuan}} is what “{{otherName}}” gets from you ({{times}} times), and this goes to “{{name}}”. Is it the right person?',
    '¥{{amount, yuan}} is what somebody else gets from you ({{times}} times). Is it the right person?',
  ],
  chosen_from_recent: [
    '“{{name}}” was chosen from the recent chats: look whether it is the right person.',
    'The payee was chosen from the recent chats: look whether it is the right person.',
  ],
  first_payee: ['This is the first time you pay “{{name}}”.', 'This is the first time you pay them.'],
  long_ago: ['You last paid “{{name}}” on {{lastPaidAt, day}}, a long time ago.'],
  extra_zero: ['It is usually about ¥{{usual, yuan}}, and this is ¥{{amount, yuan}}. One zero too many?'],
  extra_digit: ['You have paid ¥{{usual, yuan}} before, and this is ¥{{amount, yuan}}. One digit too many?'],
  times_usual: [
    'It is usually about ¥{{usual, yuan}}, and this is ¥{{amount, yuan}}: more than ten times that.',
  ],
  above_theirs: [
    'The most they got before is ¥{{largest, yuan}}, and this is ¥{{amount, yuan}}. Is the sum right?',
  ],
  above_usual: ['The most you have sent before is ¥{{largest, yuan}}, and this is ¥{{amount, yuan}}.'],
  most_of_balance: ['After ¥{{amount, yuan}} little is left in your wallet.'],
  large_amount: ['¥{{amount, yuan}} is a large sum.'],
  duplicate: ['You sent the same ¥{{amount, yuan}} not long ago. Send it again?'],
  group_words_of_other: [
    'You have only sent this greeting to “{{otherName}}”, and this goes to “{{groupName}}” ({{members}} people). Is it the right group?',
  ],
  group_of_other: [
    'You have sent packets like this to “{{otherName}}”, and this goes to “{{groupName}}” ({{members}} people). Is it the right group?',
  ],
  group_looks_alike: [
    '“{{groupName}}” has nearly the name of “{{otherName}}”, where you usually send. Is it the right group?',
  ],
  group_larger: [
    '“{{groupName}}” has {{members}} people; the largest group you have sent to has {{usualMembers}}.',
  ],
  group_first: ['This is your first packet in “{{groupName}}” ({{members}} people).'],
  group_new_members: ['{{newMembers}} of the {{members}} people in “{{groupName}}” are new.'],
  few_shares: ['The group has {{members}} people, and there are {{count}} shares.'],
  group_has_blocked: [
    'In “{{groupName}}” there are {{blockedMembers}} people with whom there is a block between you; they can claim as well.',
  ],
  payee_reported: [
    '“{{name}}” has been reported. Find out more before you pay.',
    'The payee has been reported. Find out more before you pay.',
  ],
  payee_minor: ['“{{name}}” is a minor.', 'There is a minor among the payees.'],
  payee_blocked: [
    'One of you and “{{name}}” has blocked the other.',
    'One of you and the payee has blocked the other.',
  ],
  night: ['It is late at night, when mistakes are easily made.'],
  haste: ['You paid as soon as you had chosen: look once more.'],
  hesitation: [
    'You changed it several times, so it waits for you: cancel at any time, or let it go at once.',
  ],
  speaks_of_return: ['Give money back by its own way back, not with a new payment.'],
  sum_with_meaning: ['This sum says something, and will be hard to call a mistake later.'],
  by_rule: ['{{en}}.'],
  guard_unsure: ['This could not be checked to the end. Please look once more: no money has moved.'],
}

/** Every reason's texts, by language and code. */
export const reasonTexts: Record<Language, Record<ReasonCode, ReasonTexts>> = {
  zh: { ...zh, ...meantForOtherTexts.zh },
  en: { ...en, ...meantForOtherTexts.en },
}

/** The softer words where the sum means something. */
export const softReasonTexts: Record<Language, Record<SoftReasonCode, string>> = {
  zh: { extra_zero: '平时是 ¥{{usual, yuan}} 左右，这次是 ¥{{amount, yuan}}。是想好的话，再点一次就发。' },
  en: {
    extra_zero:
      'It is usually about ¥{{usual, yuan}}, and this is ¥{{amount, yuan}}. If that is what you mean, send it.',
  },
}
