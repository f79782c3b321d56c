/** Words of what a side may do in a dispute, of its documents, and of what was decided. */

import { area } from './tree.ts'

export const disputeActsWords = area(
  {
    decision: {
      title: '结果',
      secured: '先冻结，还没有结果',
      reasons: '理由',
      outcomes: {
        return: '应当退还 ¥{{amount, yuan}}',
        part: '应当退还一部分：¥{{amount, yuan}}',
        refuse: '不支持退还',
        freeze: '冻结 ¥{{amount, yuan}}',
        release: '解除冻结',
      },
      effects: {
        moved: '钱已经回到付款的账户。',
        backed:
          '平台不能直接划走别人的钱。已经替付款方发出退还请求，附上平台的意见；退不退，收款方仍然自己决定。',
        not_asked: '没有再发退还请求：已经请过、被谢绝过，或者已经退了。',
        frozen: '这些钱已冻结，期间谁也动不了。',
        released: '冻结已解除，钱可以照常用。',
        none: '钱没有变动。',
      },
      toRequest: '看退还请求',
      toFreeze: '看冻结',
      first: '第一次的结果',
    },
    appeal: {
      title: '申诉',
      do: '不同意，申诉',
      note: '只能申诉一次。由另一位处理人员重新看，不会是这次的这位。',
      label: '哪里不对',
      placeholder: '哪些没有考虑到，有什么新的材料。',
      send: '提交申诉',
      sent: '申诉已提交',
    },
    state: {
      title: '补充你的说法',
      first: '说说你这边的情况',
      label: '你这边的情况',
      placeholder: '只说事实：什么时候、怎么认识、为了什么。',
      send: '提交',
      sent: '已提交，对方和处理人员都能看到',
      note: '对方也会看到这段话。不要写密码和完整的证件号、卡号。',
    },
    documents: {
      title: '材料',
      mine: '你的材料',
      one: '第 {{no}} 份材料',
      others: '{{name}}交了 {{count}} 份材料，只有处理人员能看。',
      pending: '{{count}} 份材料还没附上',
      attach: '附上',
    },
    withdraw: {
      do: '撤回争议',
      title: '撤回这个争议？',
      text: '处理会停下来，钱不变动。以后还可以重新提出。',
      sent: '已撤回',
    },
  },
  {
    decision: {
      title: 'The decision',
      secured: 'Frozen for now, not decided',
      reasons: 'The reasons',
      outcomes: {
        return: '¥{{amount, yuan}} should be given back',
        part: 'A part should be given back: ¥{{amount, yuan}}',
        refuse: 'Nothing need be given back',
        freeze: '¥{{amount, yuan}} is frozen',
        release: 'The freeze is ended',
      },
      effects: {
        moved: 'The money is back in the account it came from.',
        backed:
          'The service cannot take other people’s money. It has sent a return request for the payer, with its opinion; whether to give it back is still for the recipient to decide.',
        not_asked: 'No return request was sent: it was asked, declined or given back before.',
        frozen: 'This money is frozen; nobody can move it meanwhile.',
        released: 'The freeze is over; the money can be used as ever.',
        none: 'No money has moved.',
      },
      toRequest: 'See the return request',
      toFreeze: 'See the freeze',
      first: 'The first decision',
    },
    appeal: {
      title: 'Appeal',
      do: 'Disagree: appeal',
      note: 'Once only. Another agent hears it anew, never the one who decided.',
      label: 'What is wrong with it',
      placeholder: 'What was not considered, and what is new.',
      send: 'Send the appeal',
      sent: 'Your appeal is sent',
    },
    state: {
      title: 'Say more',
      first: 'Say how it was for you',
      label: 'How it was',
      placeholder: 'Only facts: when, how you know each other, what it was for.',
      send: 'Send',
      sent: 'Sent; the other side and the agent can read it',
      note: 'The other side reads this too. Leave out passwords and whole numbers of cards and papers.',
    },
    documents: {
      title: 'Documents',
      mine: 'Your documents',
      one: 'Document {{no}}',
      others: '{{name}} has handed in {{count}} documents; only the agent can see them.',
      others_one: '{{name}} has handed in a document; only the agent can see it.',
      pending: '{{count}} documents are not attached yet',
      pending_one: 'A document is not attached yet',
      attach: 'Attach',
    },
    withdraw: {
      do: 'Take the dispute back',
      title: 'Take this dispute back?',
      text: 'Work on it stops, and no money moves. You can open another one later.',
      sent: 'Taken back',
    },
  },
)
