/** What the notices of approvals say, in the notation of the others (notices.ts). */

import type { ApprovalNoticeKind } from '../approval-notice.ts'

type Texts = Record<ApprovalNoticeKind, readonly [string, ...string[]]>

const zh: Texts = {
  approval_asked: ['{{senderId, name}}要发 {{amount, yuan}} 元，等你审批，{{approveBy, time}} 截止。'],
  approval_reminded: [
    '请尽快看一看：{{senderId, name}}的 {{amount, yuan}} 元还在等你审批，{{approveBy, time}} 截止。',
  ],
  approval_passed_on: [
    '{{senderId, name}}的 {{amount, yuan}} 元一直没有人审批，现在由你决定，{{approveBy, time}} 截止。',
  ],
  approval_answered: ['{{senderId, name}}回答了审批的提问（{{amount, yuan}} 元）：{{note}}'],
  approval_transferred: [
    '{{by, name}}把{{senderId, name}}的 {{amount, yuan}} 元转给你审批，{{approveBy, time}} 截止。留言：{{note}}',
    '{{by, name}}把{{senderId, name}}的 {{amount, yuan}} 元转给你审批，{{approveBy, time}} 截止。',
  ],
  approval_taken_back: ['{{senderId, name}}撤销了 {{amount, yuan}} 元，不用再审批了。'],
  approval_delegated: ['{{fromId, name}}请你代为审批，从 {{since, time}} 到 {{until, time}}。'],
  approval_glass_asked: [
    '{{by, name}}要求紧急放行{{senderId, name}}的 {{amount, yuan}} 元，再有一位管理员同意就会放行。理由：{{note}}',
  ],
  approval_glass_broken: [
    '紧急放行：{{brokenBy, name}}没有等审批，放行了{{senderId, name}}的 {{amount, yuan}} 元。理由：{{note}}',
  ],

  own_approval_questioned: ['{{by, name}}审批你的 {{amount, yuan}} 元之前想问：{{note}}'],
  own_approval_step: ['{{by, name}}同意了你的 {{amount, yuan}} 元，还要等其他人，{{approveBy, time}} 截止。'],
  own_approval_granted: [
    '你的 {{amount, yuan}} 元已通过审批，冷静期到 {{heldUntil, time}}，{{deliverAt, time}} 前还可以撤销。',
    '你的 {{amount, yuan}} 元已通过审批，{{deliverAt, time}} 前还可以撤销。',
  ],
  own_approval_rejected: [
    '{{decidedBy, name}}没有同意你的 {{amount, yuan}} 元，钱已退回付款的钱包。原因：{{note}}',
    '{{decidedBy, name}}没有同意你的 {{amount, yuan}} 元，钱已退回付款的钱包。',
  ],
  own_approval_timed_out: ['你的 {{amount, yuan}} 元过时没有通过审批，钱已退回付款的钱包。'],
  own_approval_forsaken: [
    '你的 {{amount, yuan}} 元不用等了：{{decidedBy, name}}结束了家人的关系，没有人能同意这一笔，钱已退回付款的钱包。',
  ],
  own_approval_passed_on: [
    '你的 {{amount, yuan}} 元一直没有人审批，已转给管理员决定，{{approveBy, time}} 截止。',
  ],
  own_approval_glass_asked: [
    '{{by, name}}要求紧急放行你的 {{amount, yuan}} 元，再有一位管理员同意就会放行。理由：{{note}}',
  ],
  own_approval_glass_broken: [
    '紧急放行：{{brokenBy, name}}没有等审批，放行了你的 {{amount, yuan}} 元，{{deliverAt, time}} 前还可以撤销。理由：{{note}}',
  ],
}

const en: Texts = {
  approval_asked: [
    '{{senderId, name}} is sending ¥{{amount, yuan}}. It waits for you until {{approveBy, time}}.',
  ],
  approval_reminded: [
    'A reminder: ¥{{amount, yuan}} of {{senderId, name}} still waits for you, until {{approveBy, time}}.',
  ],
  approval_passed_on: [
    'Nobody has decided on ¥{{amount, yuan}} of {{senderId, name}}. It is yours to decide until {{approveBy, time}}.',
  ],
  approval_answered: ['{{senderId, name}} answered what was asked about ¥{{amount, yuan}}: {{note}}'],
  approval_transferred: [
    '{{by, name}} gave you the approval of ¥{{amount, yuan}} of {{senderId, name}}, until {{approveBy, time}}. They say: {{note}}',
    '{{by, name}} gave you the approval of ¥{{amount, yuan}} of {{senderId, name}}, until {{approveBy, time}}.',
  ],
  approval_taken_back: ['{{senderId, name}} took back ¥{{amount, yuan}}. Your approval is no longer needed.'],
  approval_delegated: [
    '{{fromId, name}} has asked you to approve in their place from {{since, time}} to {{until, time}}.',
  ],
  approval_glass_asked: [
    '{{by, name}} wants ¥{{amount, yuan}} of {{senderId, name}} let go without approval. One more administrator lets it go. The reason: {{note}}',
  ],
  approval_glass_broken: [
    'Let go without approval: ¥{{amount, yuan}} of {{senderId, name}}, by {{brokenBy, name}}. The reason: {{note}}',
  ],

  own_approval_questioned: ['{{by, name}} asks about your ¥{{amount, yuan}} before approving: {{note}}'],
  own_approval_step: [
    '{{by, name}} approved your ¥{{amount, yuan}}. It waits for others until {{approveBy, time}}.',
  ],
  own_approval_granted: [
    'Your ¥{{amount, yuan}} is approved. It cools off until {{heldUntil, time}}, and you can undo it until {{deliverAt, time}}.',
    'Your ¥{{amount, yuan}} is approved. You can undo it until {{deliverAt, time}}.',
  ],
  own_approval_rejected: [
    '{{decidedBy, name}} did not approve your ¥{{amount, yuan}}. It is back in the wallet that paid. The reason: {{note}}',
    '{{decidedBy, name}} did not approve your ¥{{amount, yuan}}. It is back in the wallet that paid.',
  ],
  own_approval_timed_out: [
    'Your ¥{{amount, yuan}} was not approved in time. It is back in the wallet that paid.',
  ],
  own_approval_forsaken: [
    'Your ¥{{amount, yuan}} waits no more: {{decidedBy, name}} has ended the family link, and nobody is left to agree. It is back in the wallet that paid.',
  ],
  own_approval_passed_on: [
    'Nobody has decided on your ¥{{amount, yuan}}. Administrators can until {{approveBy, time}}.',
  ],
  own_approval_glass_asked: [
    '{{by, name}} wants your ¥{{amount, yuan}} let go without approval. One more administrator lets it go. The reason: {{note}}',
  ],
  own_approval_glass_broken: [
    'Let go without approval: your ¥{{amount, yuan}}, by {{brokenBy, name}}. You can undo it until {{deliverAt, time}}. The reason: {{note}}',
  ],
}

export const approvalNoticeWords = { zh, en }
