/** Words of the steps while nobody has it. */

import { area } from '../screens/tree.ts'

export const unclaimedStepWords = area(
  {
    pause_it: {
      what: '先暂停领取',
      how: '暂停后谁也领不了，过期时间不变。想好了再继续。',
      ends: '恢复领取，或者过期退回。',
    },
    look_for_a_cancel_button: {
      what: '看看这笔款的详情页有没有“取消”',
      how: '有的服务在对方收下前可以取消。各处说法不一，以你自己应用里看到的为准；不要装别的软件。',
      ends: '取消成功，或者确定没有这个按钮。',
    },
    look_at_the_delayed_transfer: {
      what: '打开这笔延迟到账的转账，看有没有“取消”',
      how: '能不能取消，各处说法不一：微信客服 2017 年说转账发出后不能撤回。有就点，没有就按后面的步骤走，别指望它。',
      ends: '取消成功，或者确定没有。',
    },
    ask_not_to_open: {
      what: '请对方先不要打开，说一次就够',
      how: '把下面这段话发过去。不打开，它会自动退回。',
      ends: '对方答应，或者过期退回，或者已经领了。',
    },
    ask_to_give_it_back_unaccepted: {
      what: '请对方不要收款，点“立即退还”',
      how: '把下面这段话发过去，说一次就够。没有收的转账，对方可以当场退还，不点也会自动退回。',
      ends: '对方退还，或者自动退回，或者已经收了。',
    },
    tell_the_group: {
      what: '在群里说明一次，不点任何人的名',
      how: '说清是误发、没领的请先不领。已领的单独联系。没有的事（比如“已经报给客服”）不要写。',
      ends: '发出一次就够。',
    },
    wait_until_it_goes_back: {
      what: '等它自动退回',
      how: '没人领的到时间会按原路退回，不用求任何人。退到银行卡可能要几个工作日。设个提醒，到点看一下。',
      ends: '钱退回来了，或者有人领了。',
    },
    see_that_it_came_back: {
      what: '看一眼账单，钱应该已经退回',
      how: '退回零钱通常当天到账，退回银行卡约 0–3 个工作日。没看到再找官方客服查这一笔。',
      ends: '账单里看到退款。',
    },
    stop_what_pays_by_itself: {
      what: '停掉还会自动付款的规则或任务',
      how: '请管理员暂停相关的发放规则、名单和定时任务，避免同样的错再付一次。',
      ends: '确认没有新的付款会发出。',
    },
    query_the_order: {
      what: '按原单号查清每一笔的状态',
      how: '查询有 30 天的期限。状态不明时只能用原单号重试或查询，绝不能换新单号。',
      ends: '每一笔都有最终状态。',
    },
    tell_finance_and_log: {
      what: '告诉财务，并写一份内部记录',
      how: '写清时间、金额、谁操作、怎么发现、已经做了什么。先不认定由谁承担：那要按制度和事实来定。',
      ends: '记录已存档，有人负责跟进。',
    },
  },
  {
    pause_it: {
      what: 'Pause it first',
      how: 'While it is paused nobody can take it; its expiry stays as it is. Go on when you are sure.',
      ends: 'It is released, or it expires and returns.',
    },
    look_for_a_cancel_button: {
      what: 'Look on its page for “cancel”',
      how: 'Some services let you cancel until it is taken. Sources differ: what your own app shows counts. Install nothing for it.',
      ends: 'It is cancelled, or there is no such button.',
    },
    look_at_the_delayed_transfer: {
      what: 'Open the delayed transfer and look for “cancel”',
      how: 'Sources disagree whether it can be cancelled; WeChat’s support said in 2017 that a transfer cannot be withdrawn. If it is there, tap it; if not, go on, and do not count on it.',
      ends: 'It is cancelled, or there is no such button.',
    },
    ask_not_to_open: {
      what: 'Ask them not to open it. Once is enough',
      how: 'Send the text below. Unopened, it comes back by itself.',
      ends: 'They agree, or it expires and returns, or it was taken.',
    },
    ask_to_give_it_back_unaccepted: {
      what: 'Ask them not to accept it but to tap “return”',
      how: 'Send the text below, once. A transfer nobody accepted can be returned on the spot, and comes back by itself otherwise.',
      ends: 'It is returned, or comes back by itself, or was accepted.',
    },
    tell_the_group: {
      what: 'Tell the group once, naming nobody',
      how: 'Say that it was a mistake and ask those who have not opened it to leave it. Write to the others one by one. Write nothing that is not so.',
      ends: 'Once is enough.',
    },
    wait_until_it_goes_back: {
      what: 'Wait until it comes back by itself',
      how: 'What nobody takes returns in time, and needs nobody. To a bank card it may take some working days. Set a reminder and look then.',
      ends: 'The money is back, or somebody took it.',
    },
    see_that_it_came_back: {
      what: 'Look in your bill: it should be back',
      how: 'To the balance usually the same day, to a bank card in about 0–3 working days. If it is not there, ask official support about this one payment.',
      ends: 'You see the refund in your bill.',
    },
    stop_what_pays_by_itself: {
      what: 'Stop the rule or job that would pay again',
      how: 'Ask the administrator to pause the rule, the list and the schedule, so that the same mistake is not paid twice.',
      ends: 'It is certain that no new payment goes out.',
    },
    query_the_order: {
      what: 'Query every payment under its own number',
      how: 'Orders can be queried for 30 days. While a state is unclear, retry or query under the old number only, never a new one.',
      ends: 'Every payment has a final state.',
    },
    tell_finance_and_log: {
      what: 'Tell finance, and write it down inside',
      how: 'When, how much, who did it, how it was found, what has been done. Who bears it is not settled now: rules and facts decide that.',
      ends: 'It is on file, and somebody follows it up.',
    },
  },
)
