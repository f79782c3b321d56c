/** Words of ending a freeze at the desk, and of answering an objection to one. */

import { area } from './tree.ts'

export const deskEndFreezeWords = area(
  {
    releases: {
      cleared: '查清了，没有问题',
      settled: '事情已了结',
      order_lifted: '文书已撤销',
      entered_wrongly: '录入有误',
      lifted: '提前解除',
      expired: '到期',
    },
    release: {
      do: '解除冻结',
      title: '解除{{name}}的冻结？',
      says: {
        packet: '红包里没领的钱马上可以领；要是已经过了期，没领的马上退回。',
        wallet: '零钱马上可以往外用。还有别的冻结的，要等最后一个结束。',
        amount: '¥{{amount, yuan}} 马上回到零钱，可以使用。',
      },
      told: '对方会收到通知，看到原因和说明。',
      reason: '为什么解除',
      note: '说明（对方看得到）',
      orderOnly: '依文书冻结的，只有文书撤销或录入有误才能解除。',
      done: '已解除',
    },
    answer: {
      do: '答复申诉',
      title: '答复{{name}}的申诉',
      outcome: '结论',
      upheld: '成立，马上解除冻结',
      dismissed: '不成立，冻结到期自动解除',
      text: '答复（对方看得到）',
      needed: '请写明理由',
      own: '这笔是你冻结的，申诉要由另一位同事答复。',
      done: '已答复',
    },
  },
  {
    releases: {
      cleared: 'cleared, nothing was wrong',
      settled: 'the matter is settled',
      order_lifted: 'the order was lifted',
      entered_wrongly: 'it was entered wrongly',
      lifted: 'ended early',
      expired: 'its time was over',
    },
    release: {
      do: 'End the freeze',
      title: 'End the freeze of {{name}}?',
      says: {
        packet:
          'What is left in the packet can be claimed at once; if its time is over, it goes back at once.',
        wallet: 'The wallet can pay at once. Where another freeze lasts, it waits for the last of them.',
        amount: '¥{{amount, yuan}} is back in the wallet at once, to be used.',
      },
      told: 'They are told, with the reason and your words.',
      reason: 'Why it ends',
      note: 'In words (they read it)',
      orderOnly: 'What an order froze ends only when the order is lifted or was entered wrongly.',
      done: 'The freeze has ended',
    },
    answer: {
      do: 'Answer the objection',
      title: 'Answer {{name}}’s objection',
      outcome: 'What you find',
      upheld: 'It is right: end the freeze now',
      dismissed: 'It is not: the freeze ends at its time',
      text: 'Your answer (they read it)',
      needed: 'Say why',
      own: 'You froze this. Another colleague has to answer the objection.',
      done: 'Answered',
    },
  },
)
