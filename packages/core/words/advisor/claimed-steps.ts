/** Words of the steps once it is claimed. */

import { area } from '../screens/tree.ts'

export const claimedStepWords = area(
  {
    talk_with_the_elder: {
      what: '先和老人坐下来，把经过说清楚',
      how: '不责怪。问三件事：发给谁、为什么发、有没有人教他这么做。有人在电话或聊天里教，就改选“被骗了”。',
      ends: '知道是弄错了，还是被骗了。',
    },
    guardian_does_not_agree: {
      what: '监护人写信说明不同意，请对方退回',
      how: '8 到 18 岁孩子超出年龄的付款，要监护人追认才有效；不满 8 岁的无效。把下面这段话发过去，留好送达记录。',
      ends: '对方退回；不同意就走调解或诉讼。',
    },
    say_nothing_that_gives_it_away: {
      what: '不要说“算了，送你了”这样的话',
      how: '知道发错以后，明确说不要了，撤销的权利就没有了。客气可以，放弃的话别说。',
      ends: '这件事结束前都要记得。',
    },
    what_was_said_may_end_the_right: {
      what: '说过“算了”一类的话，撤销权可能已经没有了',
      how: '把原话和时间记下来。是不是放弃，要看原话和前后文；金额大的，起诉前先问律师或法律援助。仍可以客气地请对方退。',
      ends: '问清楚了。',
    },
    no_right_any_more: {
      what: '已经领了，改主意不能要回',
      how: '红包被领走，赠与就完成了。可以客气地请对方退，但退不退由对方；不要说成是发错了。',
      ends: '问一次就够。',
    },
    say_what_it_was_for: {
      what: '先弄清这笔转账当初是为什么',
      how: '转账不像红包那样先推定为赠与。借款、买东西、代付，各有各的要法；把当时的聊天找出来，如实说。',
      ends: '说清用途，再改一下答案。',
    },
    call_once: {
      what: '打一个电话，说清楚是发错了',
      how: '只打一次，说事实：发给谁、多少钱、为什么错、请原路退回。对方不接，就发文字。',
      ends: '对方答应退，或者没接通。',
    },
    ask_in_writing: {
      what: '发一条文字请求，留下送达记录',
      how: '把下面这段话发过去，写明日期。对方知道是误发以后，就不能再说“不知情”；三年时效也从这时重新算。被拉黑就换一个你们平时用的联系方式，只发一次。',
      ends: '钱退回来，或者到了约定的日期。',
    },
    ask_each_in_private: {
      what: '单独给领到的人各发一条请求',
      how: '一人一条，只说他领的那一份。不在群里点名，也不贴谁领了多少。',
      ends: '每个人都问过一次。',
    },
    keep_what_you_have: {
      what: '今天就把证据留好',
      how: '交易详情和单号、完整聊天（不要只截几句）、对方资料页、发现的时间。换手机、清缓存之前先备份；腾讯不能恢复删掉的聊天。',
      ends: '都存好了，原手机也留着。',
    },
    stop_after_one_request: {
      what: '请过一次没退，建议到此为止',
      how: '法院一般把领走的红包看作赠与。起诉费 {{fee, yuan}} 元，简易程序减半 {{halfFee, yuan}} 元，还要知道对方是谁。为这点钱通常不值得。',
      ends: '请过一次，就放下。',
    },
    weigh_a_gift: {
      what: '想清楚值不值得再往前走',
      how: '红包先被推定为赠与，要自己证明是发错。人多、每份少的群红包，一个个追的花费往往超过要回的钱。',
      ends: '决定停下，或者带着证据去问律师。',
    },
    open_a_platform_case: {
      what: '找支付平台登记这笔争议',
      how: '从官方应用里进客服，交下面这份说明。平台要处理争议，但对方收下以后，它通常不能替你把钱划回来。',
      ends: '拿到编号和书面答复。',
    },
    remind_once: {
      what: '没有动静，提醒一次',
      how: '把下面这段话发过去。只提醒一次，不在夜里发。',
      ends: '对方答复，或者到了日期还没有。',
    },
    agree_on_parts: {
      what: '对方有困难，就写下分期约定',
      how: '总数、每期多少、哪天给，双方都确认。默认不收利息。时效从最后一期到期日起算。',
      ends: '双方确认，按期收到。',
    },
  },
  {
    talk_with_the_elder: {
      what: 'Sit down with them first and hear what happened',
      how: 'No blame. Ask three things: to whom, why, and whether somebody told them to. If somebody did, by phone or chat, change the answer to “deceived”.',
      ends: 'You know whether it was a slip or a fraud.',
    },
    guardian_does_not_agree: {
      what: 'As guardian, write that you do not agree, and ask for it back',
      how: 'A payment beyond the age of a child of 8 to 18 needs the guardian’s ratification; one of a child under 8 is void. Send the text below and keep the record that it arrived.',
      ends: 'It is returned; if not, mediation or an action.',
    },
    say_nothing_that_gives_it_away: {
      what: 'Do not say “never mind, keep it”',
      how: 'Once you know of the mistake, saying that you give the money up ends the right to rescind. Be kind, but do not say that.',
      ends: 'Remember it until this is over.',
    },
    what_was_said_may_end_the_right: {
      what: 'What was said may have ended the right to rescind',
      how: 'Write down the words and when. Whether they give it up depends on the words and what stood around them; for a large sum ask a lawyer or legal aid first. You may still ask kindly.',
      ends: 'You have asked somebody who knows.',
    },
    no_right_any_more: {
      what: 'It was taken: a change of mind cannot claim it back',
      how: 'With the claim the gift was complete. You may ask as a favour, and they decide. Do not call it a mistake.',
      ends: 'Asking once is enough.',
    },
    say_what_it_was_for: {
      what: 'First be clear what the transfer was for',
      how: 'A transfer is not presumed a gift as a packet is. A loan, a purchase, money paid for somebody: each is asked for in its own way. Find the conversation, and say how it was.',
      ends: 'You know what it was for; change the answer.',
    },
    call_once: {
      what: 'Call once and say it was a mistake',
      how: 'One call, the facts: to whom, how much, why it was wrong, please return it the way it came. If they do not answer, write.',
      ends: 'They agree, or did not answer.',
    },
    ask_in_writing: {
      what: 'Ask in writing, and keep the record that it arrived',
      how: 'Send the text below with its date. From then on they know of the mistake and can no longer say they did not, and the three years begin anew. If blocked, use another channel you both use, once.',
      ends: 'It comes back, or the day has passed.',
    },
    ask_each_in_private: {
      what: 'Write to each who took a share, in private',
      how: 'One message each, about their own share only. Name nobody in the group, and post no list.',
      ends: 'Each was asked once.',
    },
    keep_what_you_have: {
      what: 'Keep the evidence today',
      how: 'The payment’s detail and number, the whole conversation (not a few lines), their profile page, when you noticed. Back up before changing phones or clearing; deleted chats cannot be restored.',
      ends: 'All is kept, and so is the phone.',
    },
    stop_after_one_request: {
      what: 'If one request does not help, let it be',
      how: 'Courts usually take a claimed packet as a gift. An action costs ¥{{fee, yuan}}, ¥{{halfFee, yuan}} in simplified procedure, and needs to know who they are. For so little it is rarely worth it.',
      ends: 'You asked once. Leave it there.',
    },
    weigh_a_gift: {
      what: 'Weigh whether to go further',
      how: 'A packet is presumed a gift, and the mistake is yours to prove. With many small shares, following each often costs more than it brings.',
      ends: 'You stop, or take the evidence to a lawyer.',
    },
    open_a_platform_case: {
      what: 'Open a case with the payment platform',
      how: 'From inside the official app, with the text below. It must handle disputes, but once the money was accepted it usually cannot move it back for you.',
      ends: 'You have a number and a written answer.',
    },
    remind_once: {
      what: 'If nothing happens, remind them once',
      how: 'Send the text below. Once only, and not at night.',
      ends: 'They answer, or the day passes without one.',
    },
    agree_on_parts: {
      what: 'If it is hard for them, agree on parts in writing',
      how: 'The total, each part, each day, confirmed by both. No interest unless you both want it. Limitation runs from the last part’s day.',
      ends: 'Both have confirmed, and the parts arrive.',
    },
  },
)
