/** What an evidence pack lacks and where it is weak, in words: for its PDF and for the page that makes it. */

import { evidenceMissingWords } from './evidence-missing.ts'
import { area } from './tree.ts'

export const evidenceGapWords = area(
  {
    ...evidenceMissingWords.zh,
    request_unread: {
      title: '退还请求还没有已读记录',
      text: '对方可能说自己不知道。请等对方看到，或用短信、挂号信再通知一次。',
    },
    deceit_proof: {
      title: '欺诈要排除合理怀疑',
      text: '法院对欺诈的证明要求高于一般事实，只有账目记录通常不够。',
    },
    mistake_clock: {
      title: '撤销权 90 天',
      text: '如果付款当天就知道弄错，最迟 {{lastDay}} 要向法院或仲裁机构请求撤销，这个期限不中止、不中断。',
    },
    deceit_clock: {
      title: '撤销权一年',
      text: '如果付款当天就知道受骗，最迟 {{lastDay}} 要向法院或仲裁机构请求撤销，这个期限不中止、不中断。',
    },
    enrichment_clock: {
      title: '诉讼时效三年',
      text: '如果付款当天就知道，而且没有再要求过，时效到 {{lastDay}}。要求退还会使它重新计算。',
    },
    waiver: {
      title: '说过“算了”就不能再撤销',
      text: '知道弄错以后，用话或行动表示不要了，撤销权就没有了。请核对自己的聊天记录。',
    },
    gift: {
      title: '领走的红包容易被认为是赠与',
      text: '法院有把红包认定为赠与、只判退转账的先例。需要材料说明这个红包不是送的。',
    },
    not_taken: {
      title: '钱还没有被领走',
      text: '没有人领之前可以直接撤回或等它退回，通常不需要打官司。',
    },
    warned: {
      title: '付款前提醒过',
      text: '发送前本平台给过提醒，付款人仍然发送。对方可能以此反驳，记录如实列在本包里。',
    },
    said_only: {
      title: '款项经过只是一方陈述',
      text: '钱不是在本平台付的，本平台没有账目可查。这部分内容由当事人自己填写，没有核实。',
    },
    not_logged: {
      title: '有记录还没进入日志',
      text: '有 {{count}} 条事件还没有日志收据。过一会儿再生成一次，就会补上。',
    },
    unproven: {
      title: '有记录与日志不符',
      text: '有 {{count}} 条事件没有收据：它与日志里的摘要不同，或已应要求删除。',
    },
    names: { title: '名字是自己填的', text: '本平台没有核验姓名，名字和头像由用户自己设置，可以随时改。' },
    test_packet: { title: '这是测试红包', text: '测试红包里没有钱，也不能领取。' },
    demo: { title: '演示环境', text: '这个包是在演示环境里做的，没有真钱，人也是虚构的，不能作为证据。' },
    clock_moved: {
      title: '时钟被拨动过',
      text: '本平台的时间比数据库的时间差 {{seconds}} 秒，所有时间都按拨动后的时钟记录。',
    },
    own_platform: {
      title: '由记账的平台自己制作',
      text: '平台是这笔钱的记账方，不是中立第三方，不能直接适用第三方平台数据的真实性推定。',
    },
    not_notarised: {
      title: '没有公证',
      text: '没有公证员参与，内容与实际是否一致没有经过公证。需要时请另行申请证据保全公证。',
    },
    not_on_chain: {
      title: '没有存到第三方区块链',
      text: '日志由本平台自己签名，防止事后改动，不是中立第三方的区块链存证。',
    },
    not_stamped: {
      title: '没有可信时间戳',
      text: '没有时间戳机构的签名，制作时间只有本平台自己的时钟为证。',
    },
  },
  {
    ...evidenceMissingWords.en,
    request_unread: {
      title: 'The request has not been read',
      text: 'They may say they did not know. Wait until it is read, or notify them again by text or letter.',
    },
    deceit_proof: {
      title: 'Deceit must be beyond reasonable doubt',
      text: 'Ledger records alone are seldom enough.',
    },
    mistake_clock: {
      title: 'Ninety days to rescind',
      text: 'If the mistake was known on the day of payment, a court must be asked by {{lastDay}}. It is never suspended.',
    },
    deceit_clock: {
      title: 'One year to rescind',
      text: 'If the deceit was known on the day of payment, a court must be asked by {{lastDay}}. It is never suspended.',
    },
    enrichment_clock: {
      title: 'Three years to claim',
      text: 'If it was known on the day of payment and never asked for since, until {{lastDay}}. A request begins it anew.',
    },
    waiver: {
      title: '“Never mind” ends the right',
      text: 'Whoever gives it up by word or act after knowing cannot rescind any more. Look through your own messages.',
    },
    gift: {
      title: 'A claimed red packet looks like a gift',
      text: 'Courts have kept packets with their recipients and returned only transfers. Bring what shows that it was no gift.',
    },
    not_taken: {
      title: 'Nobody has the money yet',
      text: 'Until it is claimed it can be recalled, or comes back by itself.',
    },
    warned: {
      title: 'A warning was shown before',
      text: 'The payer was warned and sent it. The other side may say so; the record is in this pack.',
    },
    said_only: {
      title: 'What happened is one side’s word',
      text: 'The money was not sent here, so that there is no ledger to read. A party has written it; nothing was checked.',
    },
    not_logged: {
      title: 'Some events are not in the log yet',
      text: '{{count}} have no receipt yet. Make the pack again in a moment.',
    },
    unproven: {
      title: 'Some events differ from the log',
      text: '{{count}} have no receipt: they differ from what was logged, or were erased on request.',
    },
    names: {
      title: 'Names are their own',
      text: 'Nobody checked them; members choose their names and photos.',
    },
    test_packet: { title: 'A test packet', text: 'There is no money in it, and nobody can claim it.' },
    demo: { title: 'A demo world', text: 'No money and nobody in it is real: this is no evidence.' },
    clock_moved: {
      title: 'The clock was moved',
      text: 'The service’s time is {{seconds}} seconds off the database’s, and everything is dated by it.',
    },
    own_platform: {
      title: 'Made by the platform that kept the books',
      text: 'It is a side of the payment and no neutral third party: the presumption for those does not apply.',
    },
    not_notarised: {
      title: 'Not notarised',
      text: 'No notary took part. Ask one to preserve the evidence where you need it.',
    },
    not_on_chain: {
      title: 'Not on a third party’s chain',
      text: 'The log is signed by this service, against later changes; it is no neutral chain.',
    },
    not_stamped: {
      title: 'No trusted timestamp',
      text: 'No authority has signed when it was made; only this service’s clock says so.',
    },
  },
)
