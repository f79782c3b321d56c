/** Words of what not to do, and why. */

import { area } from '../screens/tree.ts'

export const dontWords = area(
  {
    no_links_no_fees: {
      what: '不找“代撤回”“追款”，不点链接，不先交费',
      why: '微信没有这样的入口，收费的都是骗局，要账号的会把号也拿走。',
    },
    no_password_to_anyone: {
      what: '不把密码、验证码、人脸交给任何人',
      why: '退钱、领红包、报案都不需要这些。',
    },
    no_talking_with_the_deceiver: { what: '不和骗子周旋，不点他发的链接', why: '拖得越久，钱转得越远。' },
    no_second_payment: { what: '不为拿回钱再付一笔', why: '“保证金”“解冻费”是第二次骗。' },
    no_new_account: { what: '不退到另一个账户', why: '替人转钱可能是在洗赃款；退只能原路。' },
    no_flood: {
      what: '不连发消息、连打电话，不查对方在不在线',
      why: '反复打扰是侵扰安宁，也会让对方更不想退。',
    },
    no_invention: { what: '不编急事，不打感情牌', why: '编的话会成为对你不利的证据，发错的事实也说不清了。' },
    no_giving_away: { what: '不说“算了，送你了”', why: '知道发错后说放弃，撤销的权利就没有了。' },
    no_false_report: { what: '发错了不说成被骗', why: '谎报案情要受处罚，冻结也不会因此成功。' },
    no_naming_in_the_group: { what: '不在群里点名、贴领取名单', why: '那是别人的信息，也会让人难堪而不退。' },
    no_swap: { what: '不用别的东西换，不让对方绕着还', why: '换成别的，账就说不清了。原路退最简单。' },
    no_buying_of_names: {
      what: '不花钱打听对方是谁',
      why: '买卖个人信息违法，2016 年沈阳那次要价 500 元的也没帮上忙。通过法院查。',
    },
    no_tricks_on_the_phone: {
      what: '不断网、不用外挂抢在到账前拦',
      why: '拦不住，还可能重复付款或被限制账号。',
    },
    no_clearing: { what: '不删聊天，不清缓存，不急着换手机', why: '删了就恢复不了，原件在手机里才算数。' },
  },
  {
    no_links_no_fees: {
      what: 'No hired “recall” or “recovery”, no links, no fee in advance',
      why: 'WeChat has no such way in. Whoever charges for it is a fraud, and takes the account as well.',
    },
    no_password_to_anyone: {
      what: 'No password, code or face to anybody',
      why: 'Neither returning, nor opening a packet, nor reporting needs them.',
    },
    no_talking_with_the_deceiver: {
      what: 'No bargaining with a deceiver, no links of theirs',
      why: 'The longer it takes, the further the money goes.',
    },
    no_second_payment: {
      what: 'No second payment to get the first back',
      why: '“Deposits” and “unfreezing fees” are the second fraud.',
    },
    no_new_account: {
      what: 'No return to another account',
      why: 'Passing money on may be passing on what was stolen. Only the way it came.',
    },
    no_flood: {
      what: 'No flood of messages or calls, no watching whether they are there',
      why: 'It intrudes on their peace, and makes a return less likely.',
    },
    no_invention: {
      what: 'No invented emergency, no playing on feelings',
      why: 'An invention becomes evidence against you, and the true mistake can no longer be told.',
    },
    no_giving_away: {
      what: 'No “never mind, keep it”',
      why: 'Said after you know of the mistake, it ends the right to rescind.',
    },
    no_false_report: {
      what: 'Do not call a mistake a fraud',
      why: 'A false report is punished, and freezes nothing.',
    },
    no_naming_in_the_group: {
      what: 'No names and no lists in the group',
      why: 'They are other people’s data, and shame returns nothing.',
    },
    no_swap: {
      what: 'No swap for something else, no roundabout way',
      why: 'It muddles the account. The way it came is the simplest.',
    },
    no_buying_of_names: {
      what: 'Do not pay to learn who they are',
      why: 'Trading in personal data is unlawful; in Shenyang in 2016 somebody asked 500 for it and did not help. Ask the court.',
    },
    no_tricks_on_the_phone: {
      what: 'No cutting the network, no plug-ins to catch it',
      why: 'It catches nothing, and may pay twice or restrict your account.',
    },
    no_clearing: {
      what: 'Delete no chats, clear no cache, change no phone yet',
      why: 'What is deleted is gone, and the original is what counts.',
    },
  },
)
