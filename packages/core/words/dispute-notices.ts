/** What the notices of disputes say, in the notation of the others (notices.ts). */

import type { DisputeNoticeKind } from '../dispute-notice.ts'

type Texts = Record<DisputeNoticeKind, readonly [string, ...string[]]>

const zh: Texts = {
  dispute_opened: [
    '{{openerId, name}}对一笔 {{amount, yuan}} 元的钱提出了争议。点开说说你这边的情况，可以附上材料。',
  ],
  dispute_answered: ['争议的另一方说明了情况，点开看看。'],
  dispute_asked: ['处理争议的同事请你补充情况，{{answerBy, time}} 前回复。', '处理争议的同事请你补充情况。'],
  dispute_decided: [
    '{{amount, yuan}} 元的争议有了结果，点开看理由。不同意的话，{{appealBy, time}} 前可以申诉，由另一位同事处理。',
    '{{amount, yuan}} 元的争议有了结果，点开看理由。',
  ],
  dispute_appealed: ['争议的另一方提出了申诉，由另一位同事重新处理。'],
  dispute_appeal_decided: ['{{amount, yuan}} 元的争议申诉有了结果，点开看理由。'],
  dispute_withdrawn: ['{{openerId, name}}撤回了 {{amount, yuan}} 元的争议。'],
  dispute_closed: ['{{amount, yuan}} 元的争议已结束。'],
}

const en: Texts = {
  dispute_opened: [
    '{{openerId, name}} disputes ¥{{amount, yuan}}. Open it to say how it was, and to add documents.',
  ],
  dispute_answered: ['The other side of a dispute has said how it was. Open it to read that.'],
  dispute_asked: [
    'The agent who works on a dispute asks you for more, by {{answerBy, time}}.',
    'The agent who works on a dispute asks you for more.',
  ],
  dispute_decided: [
    'The dispute about ¥{{amount, yuan}} is decided. Open it for the reasons. You can appeal by {{appealBy, time}}: somebody else hears it.',
    'The dispute about ¥{{amount, yuan}} is decided. Open it for the reasons.',
  ],
  dispute_appealed: ['The other side of a dispute has appealed. Somebody else hears it anew.'],
  dispute_appeal_decided: [
    'The appeal in the dispute about ¥{{amount, yuan}} is decided. Open it for the reasons.',
  ],
  dispute_withdrawn: ['{{openerId, name}} has taken back the dispute about ¥{{amount, yuan}}.'],
  dispute_closed: ['The dispute about ¥{{amount, yuan}} is closed.'],
}

export const disputeNoticeWords = { zh, en }
