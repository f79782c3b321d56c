/** What is asked where things said cannot all be so. */

import { area } from '../screens/tree.ts'

export const contradictionWords = area(
  {
    in_the_future: '时间在将来，请再看一下',
    before_packets: '2014 年以前还没有微信红包，请再看一下日期',
    noticed_before_sent: '发现的时间早于发出的时间，哪个是对的？',
    claimed_and_unclaimed: '领取状态和领走的金额对不上，是领了，还是没领？',
    more_claimed_than_sent: '领走的比发出的多，哪个数是对的？',
    nothing_sent: '金额是 0，到底发了多少？',
    one_share_partly_claimed: '只有一份的，不会领一部分。是群红包，还是已经领了？',
    undo_elsewhere: '只有利是有撤销时间。是在利是发的吗？',
    wrong_group_to_one: '发给一个人的，怎么会发错群？是群红包，还是发错了人？',
    packet_too_large: '微信一个红包最多 ¥200（个别日子据说 ¥520）。是转账，还是群红包的总数？',
    waited_too_long: '微信 24 小时没人领会退回，过了两天不会还是“没领”。再看一下：退回了，还是领了？',
    ledger_elsewhere: '这笔是在利是发的，不是别的平台',
    ledger_differs: '和利是的记录不一样，以记录为准',
  },
  {
    in_the_future: 'That time is in the future: please look again',
    before_packets: 'There were no WeChat packets before 2014: please look at the date again',
    noticed_before_sent: 'It was noticed before it was sent: which is right?',
    claimed_and_unclaimed: 'Whether it was taken and how much was taken do not agree: which is it?',
    more_claimed_than_sent: 'More was taken than sent: which figure is right?',
    nothing_sent: 'The amount is nought: how much was sent?',
    one_share_partly_claimed: 'One share cannot be taken in part: was it a group packet, or was it taken?',
    undo_elsewhere: 'Only Laisee has an undo window: was it sent here?',
    wrong_group_to_one:
      'Sent to one person, how can the group be wrong? A group packet, or the wrong person?',
    packet_too_large:
      'One WeChat packet holds ¥200 at most (¥520 on a few days, it is said): a transfer, or a group packet’s total?',
    waited_too_long:
      'On WeChat what nobody takes returns in 24 hours, so after two days it is not “untaken”: did it return, or was it taken?',
    ledger_elsewhere: 'This one was sent on Laisee, not elsewhere',
    ledger_differs: 'Laisee’s record says otherwise, and stands',
  },
)
