/** Words of objecting to a freeze, and of why one has ended. */

import { area } from './tree.ts'

export const freezeAppealWords = area(
  {
    appeal: {
      title: '不同意？可以申诉',
      who: '由另一位处理人员来看，不会是冻结的那位。申诉成立就马上解除。',
      order:
        '这是按文书执行的。想解除，要找出文书的机关，报上面的文书编号。如果是平台弄错了人或金额，在这里申诉。',
      label: '为什么不该冻结',
      placeholder: '比如：这笔钱是我卖东西收到的，聊天记录能说明。',
      send: '提交申诉',
      left: '还可以申诉 {{count}} 次',
      none: '申诉的次数用完了。对答复不服，可以打 12363 向人民银行投诉，或者向法院起诉。',
      sent: '申诉已提交，有答复会通知你',
      waiting: '申诉等待答复',
      waitingText: '{{at}} 提交。另一位处理人员看过就答复，会通知你。',
      upheld: '申诉成立，已解除',
      dismissed: '申诉没有成立，维持冻结',
      mine: '你说的',
      answer: '答复',
      unanswered: '网络断了，还不知道提交成功没有。再按一次，不会重复提交。',
    },
    released: {
      cleared: '核实过了，没有问题',
      settled: '争议处理完了',
      order_lifted: '出文书的机关解除了',
      entered_wrongly: '平台弄错了，已经更正',
      lifted: '平台提前解除',
      expired: '到期自动解除',
    },
  },
  {
    appeal: {
      title: 'You disagree? You can object',
      who: 'Another agent looks at it, never the one who froze it. If you are right it ends at once.',
      order:
        'This follows an order. To have it lifted, turn to whoever gave the order, with the number above. If the service took the wrong person or sum, object here.',
      label: 'Why it should not be frozen',
      placeholder: 'For example: this is money for something I sold; the chat shows it.',
      send: 'Send the objection',
      left: 'You can object {{count}} more times',
      left_one: 'You can object once more',
      none: 'You have objected as often as one may. You can still complain to the central bank (12363) or go to court.',
      sent: 'Your objection is sent; you will be told the answer',
      waiting: 'Your objection waits for its answer',
      waitingText: 'Sent {{at}}. Another agent looks at it and answers; you will be told.',
      upheld: 'You were right; it has ended',
      dismissed: 'The freeze stays',
      mine: 'You said',
      answer: 'The answer',
      unanswered: 'The network broke off; it may have been sent. Press again: it is not sent twice.',
    },
    released: {
      cleared: 'It was looked into, and all is well',
      settled: 'The dispute is settled',
      order_lifted: 'Whoever gave the order has lifted it',
      entered_wrongly: 'The service was mistaken, and has put it right',
      lifted: 'The service ended it early',
      expired: 'It ended by itself in time',
    },
  },
)
