/** Words of reporting somebody: what for, what happens then, and taking it back. */

import { area } from './tree.ts'

export const reportsWords = area(
  {
    report: '举报',
    title: '举报{{name}}？',
    says: '平台会看你写的内容。对方不会收到通知，也不会知道是谁举报的。你们之间有过收发的，别人第一次给对方付钱前会看到提醒。',
    notBack: '举报不会追回已经发出的钱。钱还没被领或还没到账的，请先去收回。',
    reason: '为什么举报',
    reasons: {
      scam: '骗钱：收了钱不办事、编理由要钱',
      impersonation: '冒充别人',
      harassment: '骚扰、威胁',
      gambling: '赌博',
      other: '其他',
    },
    note: '说说经过（不写也行）',
    notePlaceholder: '只有平台看得到',
    choose: '先选一个原因',
    send: '举报',
    sent: '已举报',
    done: '你举报过对方，平台正在看',
    doneNote: '{{day}}，{{reason}}。对方不知道是谁举报的。',
    withdraw: '撤回举报',
    withdrawn: '已撤回举报，不再提醒别人',
    help: '看看还能怎么追回',
  },
  {
    report: 'Report',
    title: 'Report {{name}}?',
    says: 'The service looks at what you write. They are not notified, and are never told who reported them. Where money has passed between you, others are warned before they first pay them.',
    notBack: 'A report brings no money back. What is not claimed or has not arrived yet, take back first.',
    reason: 'What for',
    reasons: {
      scam: 'Fraud: took money and did not deliver, or made up a story',
      impersonation: 'Poses as somebody else',
      harassment: 'Harasses or threatens',
      gambling: 'Gambling',
      other: 'Something else',
    },
    note: 'What happened (you may leave it empty)',
    notePlaceholder: 'Only the service reads it',
    choose: 'Choose a reason first',
    send: 'Report',
    sent: 'Reported',
    done: 'You have reported them, and it is being looked at',
    doneNote: '{{day}}. {{reason}}. They do not know who reported.',
    withdraw: 'Take the report back',
    withdrawn: 'Taken back: it warns nobody any more',
    help: 'See how money might come back',
  },
)
