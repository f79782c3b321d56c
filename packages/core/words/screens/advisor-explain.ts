/** Words of the page that explains what each platform can take back, and what never to do. */

import { area } from './tree.ts'

export const advisorExplainWords = area(
  {
    title: '误发红包怎么办',
    lead: '钱发错了，能不能回来，先看有没有人领，再看是红包还是转账。',
    first: {
      title: '三句话',
      unclaimed: '没人领：多半会自动退回，请对方别点就行。',
      packet: '红包被领：一般看作赠与，只能客气地请对方退。',
      transfer: '转账被收：不等于送给对方，可以书面请求返还，注意 90 天和三年两个期限。',
    },
    platforms: '各平台能不能撤',
    cannot: '发出后能撤吗',
    back: '没人领',
    taken: '领了以后',
    wechatPacket: {
      name: '微信红包',
      cannot: '不能',
      back: '24 小时退回',
      taken: '只有对方能退',
    },
    wechatTransfer: {
      name: '微信转账',
      cannot: '不能；延迟到账的，各处说法不一',
      back: '24 小时未收退回，对方可点“立即退还”',
      taken: '只有对方能退',
    },
    wecom: {
      name: '企业微信',
      cannot: '没有找到撤回的接口',
      back: '约 24 小时退回',
      taken: '只有对方能退',
    },
    merchant: {
      name: '商家转账',
      cannot: '用户确认前可以撤销',
      back: '约 24 小时关闭',
      taken: '按单号查，和对方协商',
    },
    alipay: {
      name: '支付宝',
      cannot: '红包不能；延迟转账说法不一',
      back: '据说 24 小时退回，没有官方页面',
      taken: '只有对方能退',
    },
    laisee: {
      name: '利是',
      cannot: '能：没人领之前随时收回',
      back: '过期自动退回',
      taken: '只有对方能退',
    },
    asOf: '2026 年 11 月 22 日查到的。以你自己应用里看到的为准。',
    never: '千万别做',
    neverNote: '网上的文章教过这些。为什么不行，写在下面。',
    figures: '文章里的数字，都未注明来源',
    figuresNote:
      '两篇常见文章里的数字，找不到任何出处，有的互相矛盾。列在这里，是为了让你别信；我们排步骤从不用它们。',
    unsourced: '未注明来源',
    real: '有出处的数字（不是红包的）',
    source: '出处：{{source}}',
  },
  {
    title: 'About mis-sent packets',
    lead: 'Whether money comes back depends on whether it was taken, and whether it was a packet or a transfer.',
    first: {
      title: 'In three sentences',
      unclaimed: 'Not taken: it mostly comes back by itself; ask them to leave it.',
      packet: 'A packet that was taken: usually a gift. One can only ask, kindly.',
      transfer:
        'A transfer that was accepted: no gift. Ask for it in writing, and mind the 90 days and the three years.',
    },
    platforms: 'What each platform can take back',
    cannot: 'After sending',
    back: 'If nobody takes it',
    taken: 'Once taken',
    wechatPacket: {
      name: 'WeChat packet',
      cannot: 'No recall',
      back: 'Back in 24 hours',
      taken: 'Only they can return it',
    },
    wechatTransfer: {
      name: 'WeChat transfer',
      cannot: 'No recall; for delayed ones sources disagree',
      back: 'Back in 24 hours; they can tap “return”',
      taken: 'Only they can return it',
    },
    wecom: {
      name: 'WeCom',
      cannot: 'No recall was found',
      back: 'Back in about 24 hours',
      taken: 'Only they can return it',
    },
    merchant: {
      name: 'Merchant transfer',
      cannot: 'Can be cancelled until the user confirms',
      back: 'Closes in about 24 hours',
      taken: 'Query the order, talk to them',
    },
    alipay: {
      name: 'Alipay',
      cannot: 'Packets no; delayed transfers: sources disagree',
      back: 'Said to be 24 hours; no official page',
      taken: 'Only they can return it',
    },
    laisee: {
      name: 'Laisee',
      cannot: 'Yes: at any time until it is taken',
      back: 'Back when it expires',
      taken: 'Only they can return it',
    },
    asOf: 'As found on 22 November 2026. What your own app shows comes first.',
    never: 'Never do this',
    neverNote: 'Articles on the web teach these things. Why they do not work is written below.',
    figures: 'The articles’ figures, all without a source',
    figuresNote:
      'Figures of two common articles. No source was found for any, and some contradict each other. They are here so that you do not trust them; no step is ever ranked by them.',
    unsourced: 'No source given',
    real: 'Figures with a source (not about packets)',
    source: 'Source: {{source}}',
  },
)
