/** Words of what can be done with a transfer: what is asked before, and what is said after. */

import { area } from './tree.ts'

export const transferVerbWords = area(
  {
    do: { undo: '撤销', recall: '收回', accept: '收款', decline: '退回给对方' },
    ask: {
      undo: {
        title: '撤销这笔转账？',
        text: '¥{{amount, yuan}} 马上退回{{paidFrom, yourPurse}}。对方不会知道。',
      },
      recall: {
        title: '收回这笔转账？',
        text: '¥{{amount, yuan}} 马上退回{{paidFrom, yourPurse}}。对方会看到你收回了这笔。',
      },
      accept: { title: '收下这笔转账？', text: '¥{{amount, yuan}} 会进你的零钱。' },
      acceptLater: { title: '收下这笔转账？', text: '¥{{amount, yuan}} 会在延迟结束后进你的零钱。' },
      decline: {
        title: '退回这笔转账？',
        text: '¥{{amount, yuan}} 马上退回给对方。退回后不能再收，要对方重新转。',
      },
    },
    done: {
      undo: '已撤销，¥{{amount, yuan}} 退回{{paidFrom, purse}}',
      recall: '已收回 ¥{{amount, yuan}}，退回{{paidFrom, purse}}',
      accept: '已收下 ¥{{amount, yuan}}',
      decline: '已退回 ¥{{amount, yuan}} 给对方',
    },
  },
  {
    do: {
      undo: 'Undo',
      recall: 'Take back',
      accept: 'Accept',
      decline: 'Send it back',
    },
    ask: {
      undo: {
        title: 'Undo this transfer?',
        text: '¥{{amount, yuan}} are back in {{paidFrom, yourPurse}} at once. They will not know of it.',
      },
      recall: {
        title: 'Take this transfer back?',
        text: '¥{{amount, yuan}} are back in {{paidFrom, yourPurse}} at once. They will see that you took it back.',
      },
      accept: { title: 'Accept this transfer?', text: '¥{{amount, yuan}} go into your wallet.' },
      acceptLater: {
        title: 'Accept this transfer?',
        text: '¥{{amount, yuan}} go into your wallet when the delay is over.',
      },
      decline: {
        title: 'Send this transfer back?',
        text: '¥{{amount, yuan}} go back to them at once. To get it after all, they would have to send it anew.',
      },
    },
    done: {
      undo: 'Undone: ¥{{amount, yuan}} are back in {{paidFrom, purse}}',
      recall: 'Taken back: ¥{{amount, yuan}} are in {{paidFrom, purse}}',
      accept: '¥{{amount, yuan}} accepted',
      decline: '¥{{amount, yuan}} went back to them',
    },
  },
)
