/** What the notices of return requests say, in the notation of the others (notices.ts). */

import type { ReturnNoticeKind } from '../return-notice.ts'

type Texts = Record<ReturnNoticeKind, readonly [string, ...string[]]>

const zh: Texts = {
  return_asked: [
    '{{payerId, name}}请你退还 {{amount, yuan}} 元，{{dueOn}} 前答复即可。退还只会回到对方付款的账户。',
  ],
  return_served: [
    '平台转达：{{payerId, name}}正式请你退还 {{amount, yuan}} 元，{{dueOn}} 前答复即可。只转达这一次，退还只会回到对方付款的账户。',
  ],
  return_reminded: ['{{payerId, name}}再次请你看看退还请求，还有 {{left, yuan}} 元，{{dueOn}} 前答复即可。'],
  return_withdrawn: ['{{payerId, name}}撤回了退还请求，不用再处理。'],
  return_over: ['{{payerId, name}}的退还请求已过答复日期（{{dueOn}}）。你仍然可以随时退还。'],
  own_return_received: ['{{recipientId, name}}退还了 {{returnedNow, yuan}} 元，已原路退回。'],
  own_return_offered: ['{{recipientId, name}}主动退还了 {{returnedNow, yuan}} 元，已原路退回。'],
  own_return_declined: ['{{recipientId, name}}没有同意退还（{{left, yuan}} 元）。可以看看下一步。'],
  own_return_unanswered: ['{{recipientId, name}}到 {{dueOn}} 没有答复退还请求（还有 {{left, yuan}} 元）。'],
}

const en: Texts = {
  return_asked: [
    '{{payerId, name}} asks you to give back ¥{{amount, yuan}}. Answer by {{dueOn}}. It can only go back to the account it came from.',
  ],
  return_served: [
    'From the service: {{payerId, name}} formally asks you to give back ¥{{amount, yuan}}. Answer by {{dueOn}}. This is said once; it can only go back to the account it came from.',
  ],
  return_reminded: [
    '{{payerId, name}} asks once more about ¥{{left, yuan}} to give back. Answer by {{dueOn}}.',
  ],
  return_withdrawn: ['{{payerId, name}} withdrew the return request. There is nothing for you to do.'],
  return_over: [
    'The time to answer {{payerId, name}}’s return request is over ({{dueOn}}). You can still give it back at any time.',
  ],
  own_return_received: [
    '{{recipientId, name}} gave back ¥{{returnedNow, yuan}}. It is where the money came from.',
  ],
  own_return_offered: [
    '{{recipientId, name}} gave back ¥{{returnedNow, yuan}} without being asked. It is where the money came from.',
  ],
  own_return_declined: [
    '{{recipientId, name}} did not agree to give back ¥{{left, yuan}}. See what can be done next.',
  ],
  own_return_unanswered: [
    '{{recipientId, name}} has not answered your return request by {{dueOn}} (¥{{left, yuan}} of it is open).',
  ],
}

export const returnNoticeWords = { zh, en }
