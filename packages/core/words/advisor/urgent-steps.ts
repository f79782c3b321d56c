/** Words of the advisor's first steps: what to do, how, and what ends it. */

import { area } from '../screens/tree.ts'

export const urgentStepWords = area(
  {
    stop_paying: {
      what: '先停手，不要再付任何钱',
      how: '不要按对方说的继续转账、交费、扫码或共享屏幕，也先不要拉黑，免得聊天记录丢失。',
      ends: '钱不再往外走，就做下一步。',
    },
    look_at_it: {
      what: '打开这笔红包或转账，看看有没有被领',
      how: '在聊天里点开它，或者看账单。还没领、领了一部分、已经领完，接下来的做法完全不同。',
      ends: '看到状态后，回来改一下答案。',
    },
    undo_here: {
      what: '现在就撤销',
      how: '还在撤销时间内，对方还看不到，钱会全部回到你的钱包。',
      ends: '撤销成功，这件事就结束了。',
    },
    recall_here: {
      what: '现在就收回，还没人领',
      how: '收回后钱按原路回到你的钱包。有人先领到，就会明白告诉你是谁、几点。',
      ends: '收回成功，或者对方先领到。',
    },
    recall_the_rest_here: {
      what: '先收回还没领的部分',
      how: '没领的立即退回；已被领走的会列出来，再一个个请对方退。',
      ends: '剩下的已退回，或者已被领完。',
    },
    cancel_the_payout: {
      what: '撤销这笔商家转账，然后查最终状态',
      how: '用户确认收款前可以用原单号撤销。接口返回成功只表示已受理，要查到“已撤销”才算数。不要换新单号重发。',
      ends: '查到已撤销，或者用户已确认收款。',
    },
    call_110: {
      what: '马上打 110 报案，请求紧急止付',
      how: '越早越好。按下面这张单子说清时间、金额、对方账号和交易单号，并要一份受案回执。',
      ends: '警方受理，并告诉你接下来怎么做。',
    },
    ask_bank_and_platform_to_stop: {
      what: '同时联系付款的银行和支付平台',
      how: '从银行卡背面或官方应用里找客服，说明被骗和报案情况，请他们配合止付。不要打搜索到的“客服电话”。',
      ends: '对方登记并给你编号。',
    },
    secure_the_account: {
      what: '保住账号：改密码，退出其他设备，冻结支付',
      how: '只在官方应用里操作：账号与安全，改密码，移除不认识的设备，暂停免密支付和绑定的卡。',
      ends: '别人再也登不上，也付不出钱。',
    },
    consult_96110: {
      what: '拿不准就打 96110 问一问',
      how: '反诈咨询专线。它打来的电话也要接；但它不会要你的密码或验证码。',
      ends: '问清楚了。',
    },
    leave_it_where_it_is: {
      what: '先不动这笔钱，也不要转给任何账户',
      how: '说“转错了”请你退的人，常常要你退到另一个账户。真的转错，原路退回就够了。',
      ends: '查清钱从哪里来。',
    },
    look_in_your_own_bill: {
      what: '在自己的账单里看钱是不是真的到了',
      how: '只看自己应用里的账单和余额，不看对方发来的截图。也可能是别人用你的名义借的款。',
      ends: '看到这笔钱，或者确定没有。',
    },
    return_the_way_it_came: {
      what: '真的收到了，就原路退回',
      how: '还没收款的点“立即退还”；已收的，联系支付平台客服，请他们指导按原交易退回。不退到新账户，不交任何费用。',
      ends: '账单上显示已退回原付款人。',
    },
  },
  {
    stop_paying: {
      what: 'Stop. Pay nothing more',
      how: 'Do not follow their words: no further transfer, fee, code or shared screen. Do not block them yet, so that the conversation is not lost.',
      ends: 'No more money leaves. Go on to the next step.',
    },
    look_at_it: {
      what: 'Open the packet or transfer and see whether it was taken',
      how: 'Tap it in the chat, or look in your bill. Untaken, partly taken and taken lead to quite different plans.',
      ends: 'Once you have seen it, come back and change the answer.',
    },
    undo_here: {
      what: 'Undo it now',
      how: 'The undo window is open and the other side sees nothing yet. All of it returns to your wallet.',
      ends: 'It is undone, and that is the end of it.',
    },
    recall_here: {
      what: 'Recall it now: nobody has taken it',
      how: 'The money returns to your wallet. If somebody was faster, you are told who and when.',
      ends: 'It is recalled, or somebody took it first.',
    },
    recall_the_rest_here: {
      what: 'First recall what nobody has taken',
      how: 'What is left comes back at once; what was taken is listed, to be asked for one by one.',
      ends: 'The rest is back, or all of it was taken.',
    },
    cancel_the_payout: {
      what: 'Cancel the payout, then read its final state',
      how: 'It can be cancelled under its own number until the user confirms. “Success” only means accepted; it counts once it reads cancelled. Never send it again under a new number.',
      ends: 'It reads cancelled, or the user has confirmed.',
    },
    call_110: {
      what: 'Call 110 now and ask for a stop-payment',
      how: 'The sooner the better. Read out the list below: when, how much, the other account, the transaction number. Ask for a receipt.',
      ends: 'The police have taken it and say what comes next.',
    },
    ask_bank_and_platform_to_stop: {
      what: 'Tell your bank and the payment platform as well',
      how: 'Use the number on your card or inside the official app, say that you were deceived and have reported it. Never a number from a search page.',
      ends: 'They have noted it and given you a number.',
    },
    secure_the_account: {
      what: 'Secure the account: password, devices, payments',
      how: 'In the official app only: change the password, remove devices you do not know, pause payments without a password and the cards.',
      ends: 'Nobody else can sign in or pay.',
    },
    consult_96110: {
      what: 'If in doubt, ask 96110',
      how: 'The anti-fraud line. Answer when it calls you; it never asks for a password or a code.',
      ends: 'You know what it is.',
    },
    leave_it_where_it_is: {
      what: 'Leave the money where it is; send it to no account',
      how: 'Those who say “I sent it by mistake” often want it sent somewhere else. A real mistake needs only the way it came.',
      ends: 'You know where the money came from.',
    },
    look_in_your_own_bill: {
      what: 'See in your own bill whether it arrived at all',
      how: 'Look at the bill and the balance in your own app, not at a picture they send. It may also be a loan taken in your name.',
      ends: 'You see it, or are sure that it is not there.',
    },
    return_the_way_it_came: {
      what: 'If it did arrive, return it the way it came',
      how: 'Not accepted yet: tap “return”. Accepted: ask the platform’s own support how to return that very payment. To no new account, and for no fee.',
      ends: 'Your bill shows it returned to the one who paid.',
    },
  },
)
