/** What the notices of instalments say, in the notation of the others (notices.ts). */

import type { InstalmentNoticeKind } from '../instalment-notice.ts'

type Texts = Record<InstalmentNoticeKind, readonly [string, ...string[]]>

const zh: Texts = {
  instalments_proposed: [
    '{{by, name}}提议分 {{count}} 期退还，共 {{total, yuan}} 元。你同意才生效。',
    '{{by, name}}提议一次退还 {{total, yuan}} 元。你同意才生效。',
  ],
  instalments_agreed: [
    '{{by, name}}同意了，分 {{count}} 期退还，共 {{total, yuan}} 元。',
    '{{by, name}}同意了，一次退还 {{total, yuan}} 元。',
  ],
  instalments_declined: ['{{by, name}}没有同意分期的提议。原来的约定不变。'],
  instalments_withdrawn: ['{{by, name}}撤回了分期的提议。'],
  instalment_received: [
    '{{debtorId, name}}付了一期，{{paidNow, yuan}} 元已原路退回。还有 {{left, yuan}} 元。',
  ],
  instalments_received_all: ['{{debtorId, name}}已全部付清，{{paidNow, yuan}} 元已原路退回。'],
  instalment_taken: [
    '今天的一期 {{paidNow, yuan}} 元已按你的约定付给{{creditorId, name}}。还有 {{left, yuan}} 元。',
  ],
  instalment_missed: ['{{debtorId, name}}的一期（{{dueOn}}，{{amount, yuan}} 元）没有付。'],
  own_instalment_missed: ['你有一期没有付：{{dueOn}}，{{amount, yuan}} 元。现在仍然可以付。'],
  instalments_released: ['{{creditorId, name}}免去了剩下的 {{left, yuan}} 元，不用再付。'],
  instalments_taken_over: [
    '发出这笔钱的人已经离开组织，分期由{{creditorId, name}}接手。约定不变，钱仍然退回原来的账户。',
  ],
}

const en: Texts = {
  instalments_proposed: [
    '{{by, name}} proposes to give back ¥{{total, yuan}} in {{count}} parts. It counts once you agree.',
    '{{by, name}} proposes to give back ¥{{total, yuan}} at once. It counts once you agree.',
  ],
  instalments_agreed: [
    '{{by, name}} agreed: ¥{{total, yuan}} in {{count}} parts.',
    '{{by, name}} agreed: ¥{{total, yuan}} at once.',
  ],
  instalments_declined: ['{{by, name}} did not agree to the proposal. What was agreed before stays.'],
  instalments_withdrawn: ['{{by, name}} took the proposal back.'],
  instalment_received: [
    '{{debtorId, name}} paid ¥{{paidNow, yuan}}. It is where the money came from. ¥{{left, yuan}} is still to come.',
  ],
  instalments_received_all: [
    '{{debtorId, name}} has paid all of it: the last ¥{{paidNow, yuan}} is where the money came from.',
  ],
  instalment_taken: [
    'Today’s part of ¥{{paidNow, yuan}} was paid to {{creditorId, name}} as you agreed. ¥{{left, yuan}} is still to come.',
  ],
  instalment_missed: ['{{debtorId, name}} has not paid the part of {{dueOn}} (¥{{amount, yuan}}).'],
  own_instalment_missed: ['You have not paid the part of {{dueOn}}: ¥{{amount, yuan}}. You still can.'],
  instalments_released: [
    '{{creditorId, name}} let go of the ¥{{left, yuan}} that was left. There is nothing more to pay.',
  ],
  instalments_taken_over: [
    'Whoever sent this has left the organisation; {{creditorId, name}} answers for the instalments now. What was agreed stays, and so does where the money goes.',
  ],
}

export const instalmentNoticeWords = { zh, en }
