/** Words of taking back what an organisation sent, at the desk. */

import { area } from './tree.ts'

export const deskRecallWords = area(
  {
    recall: {
      do: '收回',
      title: '收回{{name}}发出的{{kind}}？',
      whole: '还没有人收，现在收回能拿回 ¥{{amount, yuan}}，回到组织零钱。',
      rest: '现在收回能拿回 ¥{{amount, yuan}}，回到组织零钱。¥{{claimed, yuan}} 已经被领走，收不回来。',
      told: '收款的人会知道，也会知道是谁收回的。',
      manner: '怎么收回',
      manners: { remainder: '收回没人领的', all_or_nothing: '有人领了就一分都不收回' },
      reason: '原因',
      reasons: {
        AC03: '发错人了',
        AM09: '金额错了',
        DUPL: '重复发了',
        UPAY: '不该付的',
        FRAD: '疑似诈骗',
        TECH: '系统问题',
        CUST: '别的原因',
      },
      note: '说明',
      noteHint: '会留档，也会随收回一起告诉对方',
      noteNeeded: '按策略，收回要写明原因',
      results: {
        CNCL: '已全部收回，¥{{amount, yuan}} 回到了组织零钱。',
        PECR: '已收回 ¥{{amount, yuan}}，回到了组织零钱；¥{{claimed, yuan}} 已经被领走。',
        RJCR: '已经有人领取，按你的选择，一分都没有收回。',
      },
      until: '可以收回，到 {{at}} 为止。',
      noEnd: '还没有人收的，随时可以收回。',
      undelivered: '还没有送达：发送人可以撤销，送达之后才能收回。',
      cannot: '现在不能收回：{{why}}',
      noRight: '按现行策略，你不能收回这一笔。',
    },
  },
  {
    recall: {
      do: 'Take back',
      title: '{{kind}} from {{name}}: take it back?',
      whole:
        'Nobody has taken any of it: ¥{{amount, yuan}} would come back now, to the organisation’s wallet.',
      rest: '¥{{amount, yuan}} would come back now, to the organisation’s wallet. ¥{{claimed, yuan}} is claimed and stays where it is.',
      told: 'Whoever it was for is told, and by whom it was taken back.',
      manner: 'How',
      manners: {
        remainder: 'What nobody has claimed',
        all_or_nothing: 'Nothing where somebody has claimed',
      },
      reason: 'Reason',
      reasons: {
        AC03: 'Wrong person',
        AM09: 'Wrong amount',
        DUPL: 'Sent twice',
        UPAY: 'It was not owed',
        FRAD: 'Maybe a scam',
        TECH: 'A technical fault',
        CUST: 'Another reason',
      },
      note: 'Explanation',
      noteHint: 'It is kept, and told with the recall',
      noteNeeded: 'The policy asks for a reason in words',
      results: {
        CNCL: 'All of it is back: ¥{{amount, yuan}}, in the organisation’s wallet.',
        PECR: '¥{{amount, yuan}} is back in the organisation’s wallet; ¥{{claimed, yuan}} was claimed.',
        RJCR: 'Somebody had claimed: as you chose, nothing was taken back.',
      },
      until: 'It can be taken back until {{at}}.',
      noEnd: 'What nobody has taken can be taken back at any time.',
      undelivered: 'Not delivered yet: its sender can undo it; once delivered it can be taken back.',
      cannot: 'It cannot be taken back now: {{why}}',
      noRight: 'By the policy that holds, it is not yours to take back.',
    },
  },
)
