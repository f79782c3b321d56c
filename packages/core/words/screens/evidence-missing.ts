/** What an evidence pack lacks and its holder can bring, in words. */

import { area } from './tree.ts'

export const evidenceMissingWords = area(
  {
    identity: {
      title: '对方的真实身份',
      text: '起诉要有明确的被告。本包里只有账号和昵称，请准备对方的姓名、电话、住址，或申请法院向平台调取实名信息。',
    },
    original_device: {
      title: '原始手机和原始记录',
      text: '钱是在别的应用里付的，原始数据在那台手机和那个应用里。不要删聊天、不要换机清空，开庭要当面登录演示。',
    },
    payment_record: {
      title: '支付平台出具的转账凭证',
      text: '请在支付应用的账单里申请转账电子凭证或交易明细（带公章），和本包一起提交。',
    },
    statement: {
      title: '你的情况说明',
      text: '没有写明当时想付给谁、付多少、怎么发现弄错的。请补一份书面说明并签名。',
    },
    intended_payee: {
      title: '本来要付给谁',
      text: '主张弄错了，要有材料说明原本的收款人或金额，例如事前的聊天、账单、合同。',
    },
    chat: {
      title: '前后的聊天记录',
      text: '本包没有聊天内容。请保留付款前后与对方的完整聊天，整段提交，不要只截几句。',
    },
    return_request: {
      title: '没有要求退还的记录',
      text: '正式要求退还能让对方从此知道没有依据，也能中断诉讼时效。请先发一次退还请求，留下送达和已读记录。',
    },
    agreement: {
      title: '双方都同意的约定',
      text: '没有双方都接受的还款约定，不能按约定主张，只能按原来的款项主张。',
    },
    police: {
      title: '报案回执',
      text: '以诈骗为由，请先报警（110，咨询 96110），把受案回执和本包放在一起。',
    },
    device: {
      title: '没有设备说明',
      text: '没有附上制作本包的手机信息和手机时间，开庭演示时请使用平时登录的那台设备。',
    },
  },
  {
    identity: {
      title: 'Who the other side really is',
      text: 'A claim needs a definite defendant. This pack has an account and a name they chose: bring their legal name, phone and address, or ask the court to obtain them.',
    },
    original_device: {
      title: 'The original phone and records',
      text: 'The money was paid in another app; its originals are on that phone. Delete nothing: a court will want to see it there.',
    },
    payment_record: {
      title: 'The payment service’s own certificate',
      text: 'Ask the payment app for its stamped transfer certificate and hand it in with this pack.',
    },
    statement: {
      title: 'Your own account',
      text: 'It does not say whom and how much you meant to pay, and how you noticed. Write it down and sign it.',
    },
    intended_payee: {
      title: 'Whom you meant to pay',
      text: 'To show a mistake, bring what shows the right payee or amount: chats before it, a bill, a contract.',
    },
    chat: {
      title: 'The conversation around it',
      text: 'There are no chats in this pack. Keep the whole conversation and hand it in uncut.',
    },
    return_request: {
      title: 'No request to return it',
      text: 'A request ends the other side’s good faith and interrupts the limitation. Send one, and keep when it was read.',
    },
    agreement: {
      title: 'An agreement both accepted',
      text: 'There is none, so that nothing can be claimed by agreement.',
    },
    police: {
      title: 'A police receipt',
      text: 'For fraud, report to the police first (110; 96110 for advice) and keep their receipt with this pack.',
    },
    device: {
      title: 'No statement of the device',
      text: 'The phone’s facts and clock are not in it. Show the case on the phone you usually use.',
    },
  },
)
