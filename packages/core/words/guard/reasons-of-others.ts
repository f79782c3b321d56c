/** What is said where a send looks as if it belonged to somebody else than its payee. As reasons.ts says them. */

import type { SignalCode } from '../../guard/signal.ts'
import type { Language } from '../words.ts'

export type MeantForOtherCode = Extract<
  SignalCode,
  | 'passes_on'
  | 'words_name_other'
  | 'words_of_other'
  | 'turn_of_other'
  | 'size_of_other'
  | 'reply_to_other'
  | 'words_name_other_group'
  | 'shares_of_other'
>

type Texts = Record<MeantForOtherCode, readonly [string, ...string[]]>

const zh: Texts = {
  passes_on: [
    '最近有 ¥{{amount, yuan}} 是“{{fromName}}”付给你的，这次却付给另一个没付过的人。有人说转错了、让你退到别的账户吗？真的退款只会原路退回。',
    '最近有 ¥{{amount, yuan}} 是另一个人付给你的，这次却付给没付过的人。有人说转错了、让你退到别的账户吗？真的退款只会原路退回。',
  ],
  words_name_other: [
    '留言里写的是“{{otherName}}”，这次收款的是“{{name}}”，是不是点错人了？',
    '留言像是写给家里人的，这次收款的是“{{name}}”，是不是点错人了？',
  ],
  words_of_other: [
    '“{{words}}”你以前只写给“{{otherName}}”等 {{others}} 个人，这次收款的是“{{name}}”，是不是点错人了？',
    '“{{words}}”你以前只写给“{{otherName}}”（{{times}} 次），这次收款的是“{{name}}”，是不是点错人了？',
    '“{{words}}”你以前只写给另一个人（{{times}} 次），这次是不是点错人了？',
  ],
  turn_of_other: [
    '平时这个时候，¥{{amount, yuan}} 左右是付给“{{otherName}}”的，这次收款的是“{{name}}”，是不是点错人了？',
    '平时这个时候，¥{{amount, yuan}} 左右是付给另一个人的，这次是不是点错人了？',
  ],
  size_of_other: [
    '¥{{amount, yuan}} 左右你以前差不多都付给“{{otherName}}”（{{times}} 次），这次收款的是“{{name}}”。',
    '¥{{amount, yuan}} 左右你以前差不多都付给另一个人（{{times}} 次）。',
  ],
  reply_to_other: [
    '刚才给你的是“{{otherName}}”，这次谢的是“{{name}}”，是不是点错人了？',
    '刚才给你的是另一个人，这次谢的是“{{name}}”，是不是点错人了？',
  ],
  words_name_other_group: [
    '留言里说的像是“{{otherName}}”，这次发到“{{groupName}}”（{{members}} 人），是不是发错群了？',
  ],
  shares_of_other: [
    '“{{otherName}}”里你每次都发 {{count}} 份，这次是“{{groupName}}”（{{members}} 人），是不是发错群了？',
  ],
}

const en: Texts = {
  passes_on: [
    '¥{{amount, yuan}} came from “{{fromName}}” lately, and this goes to somebody else, never paid before. Were you asked to return it to another account? A true return goes back the way it came.',
    '¥{{amount, yuan}} came from somebody else lately, and this goes to a person never paid before. Were you asked to return it to another account? A true return goes back the way it came.',
  ],
  words_name_other: [
    'The words speak of “{{otherName}}”, and this goes to “{{name}}”. Is it the right person?',
    'The words are as for family, and this goes to “{{name}}”. Is it the right person?',
  ],
  words_of_other: [
    'You have only written “{{words}}” to “{{otherName}}” and a few others ({{others}} in all), and this goes to “{{name}}”. Is it the right person?',
    'You have only written “{{words}}” to “{{otherName}}” ({{times}} times), and this goes to “{{name}}”. Is it the right person?',
    'You have only written “{{words}}” to somebody else ({{times}} times). Is it the right person?',
  ],
  turn_of_other: [
    'About now “{{otherName}}” usually gets some ¥{{amount, yuan}} from you, and this goes to “{{name}}”. Is it the right person?',
    'About now somebody else usually gets some ¥{{amount, yuan}} from you. Is it the right person?',
  ],
  size_of_other: [
    'Sums of about ¥{{amount, yuan}} nearly all went to “{{otherName}}” ({{times}} times), and this goes to “{{name}}”.',
    'Sums of about ¥{{amount, yuan}} nearly all went to somebody else ({{times}} times).',
  ],
  reply_to_other: [
    '“{{otherName}}” has just given you something, and this thanks “{{name}}”. Is it the right person?',
    'Somebody else has just given you something, and this thanks “{{name}}”. Is it the right person?',
  ],
  words_name_other_group: [
    'The words seem to speak of “{{otherName}}”, and this goes to “{{groupName}}” ({{members}} people). Is it the right group?',
  ],
  shares_of_other: [
    'In “{{otherName}}” you always send {{count}} shares, and this goes to “{{groupName}}” ({{members}} people). Is it the right group?',
  ],
}

export const meantForOtherTexts: Record<Language, Texts> = { zh, en }
