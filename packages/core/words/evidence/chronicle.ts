/**
 * What happened to a packet or transfer, in the words of a document: for a court's reader, who knows none of the screens.
 * The first text whose fields are all there is said. `kind:outcome` is for what was decided so.
 */

import type { RefusalData } from '../../refusals.ts'
import { fill, type Language, type Reading } from '../words.ts'

type Texts = readonly [string, ...string[]]

const zh: Readonly<Record<string, Texts>> = {
  'packet.sent': [
    '{{payerId, name}}发出红包，共 {{total, yuan}} 元、{{count}} 个，款项转入平台托管账户。',
    '{{payerId, name}}发出红包，款项转入平台托管账户。',
  ],
  'packet.hold_ended': ['付款人设置的等待期结束，进入可撤销时间。'],
  'packet.undone': ['付款人在送达前撤销，款项原路退回。'],
  'packet.rejected': ['未获批准，款项原路退回。'],
  'packet.delivered': ['红包送达，可以领取。'],
  'packet.claimed': ['红包被领取（领取人和金额见领取明细）。'],
  'packet.claimed_out': ['红包全部领完。'],
  'packet.paused': ['付款人暂停领取。'],
  'packet.released': ['付款人恢复领取。'],
  'packet.recalled': ['付款人撤回未领取的部分，{{returned, yuan}} 元原路退回。', '付款人撤回未领取的部分。'],
  'packet.recall_rejected': ['付款人要求整笔撤回，因已有人领取而未成。'],
  'packet.declined': ['收款人退回红包，{{returned, yuan}} 元原路退回。', '收款人退回红包。'],
  'packet.expiring': ['平台提醒红包即将过期。'],
  'packet.expired': ['红包过期，未领取的 {{returned, yuan}} 元原路退回。', '红包过期。'],
  'packet.asked_not_to_open': ['付款人通过平台请收款人不要打开红包。'],
  'transfer.sent': [
    '{{payerId, name}}向{{payeeId, name}}转账 {{amount, yuan}} 元，附言“{{note}}”，款项转入平台托管账户。',
    '{{payerId, name}}向{{payeeId, name}}转账 {{amount, yuan}} 元，款项转入平台托管账户。',
  ],
  'transfer.hold_ended': ['付款人设置的等待期结束，进入可撤销时间。'],
  'transfer.undone': ['付款人在送达前撤销，款项原路退回。'],
  'transfer.rejected': ['未获批准，款项原路退回。'],
  'transfer.delivered': ['转账送达收款人。'],
  'transfer.accepted': ['{{payeeId, name}}确认收款。'],
  'transfer.expiring': ['平台提醒转账即将退回。'],
  'transfer.arrived': ['{{amount, yuan}} 元进入{{payeeId, name}}的钱包。'],
  'transfer.recalled': ['付款人在到账前撤回，{{amount, yuan}} 元原路退回。'],
  'transfer.declined': ['{{payeeId, name}}退回转账，{{amount, yuan}} 元原路退回。'],
  'transfer.returned': ['收款人未在期限内收款，{{amount, yuan}} 元原路退回。'],
  'return_request.asked': [
    '付款人通过平台要求退还 {{amount, yuan}} 元，最迟 {{dueOn}} 答复。',
    '付款人要求退还。',
  ],
  'return_request.delivered': ['退还请求送达收款人。'],
  'return_request.read': ['收款人已读退还请求。'],
  'return_request.reminded': ['付款人提醒收款人退还。'],
  'return_request.returned': ['收款人原路退还，累计 {{returned, yuan}} 元。', '收款人原路退还。'],
  'return_request.declined': ['收款人拒绝退还。'],
  'return_request.withdrawn': ['付款人撤回退还请求。'],
  'return_request.unanswered': ['退还请求到期，收款人没有答复。'],
  'instalments.proposed': ['一方提出分期还款方案。'],
  'instalments.agreed': ['双方同意分期还款方案。'],
  'instalments.declined': ['分期还款方案被拒绝。'],
  'instalments.withdrawn': ['分期还款方案被撤回。'],
  'instalments.paid': ['按分期约定还款，尚欠 {{left, yuan}} 元。', '按分期约定还款。'],
  'instalments.missed': ['分期的一期到期未还。'],
  'instalments.released': ['付款人免除余下的分期。'],
  'instalments.settled': ['按处理决定退还款项后，分期约定结束；已还的不变。'],
  'instalments.taken_over': ['{{by, name}}接替已离开组织的发出人，负责这份分期约定；约定不变。'],
  'instalments.consent_changed': ['还款人更改了到期自动扣款的同意。'],
  'packet.frozen': ['红包被冻结，冻结期间不能领取和撤回（依据见冻结记录）。'],
  'packet.unfrozen': ['红包解除冻结。'],
  'wallet.frozen': ['平台冻结账户的支出（依据见冻结记录）。'],
  'wallet.unfrozen': ['账户解除冻结。'],
  'wallet.amount_frozen': ['平台冻结账户中的 {{amount, yuan}} 元（依据见冻结记录）。'],
  'wallet.amount_unfrozen': ['{{amount, yuan}} 元解除冻结。'],
  'wallet.frozen_amount_returned': [
    '被冻结的 {{amount, yuan}} 元按决定原路退还。',
    '被冻结的款项按决定原路退还。',
  ],
  'freeze.appealed': ['被冻结人对冻结提出异议。'],
  'freeze.appeal_answered:upheld': ['平台认可异议，解除冻结。'],
  'freeze.appeal_answered': ['平台答复对冻结的异议，冻结继续。'],
  'dispute.opened': ['{{openerId, name}}向平台提出争议，涉及 {{amount, yuan}} 元。'],
  'dispute.document_added': ['争议中提交了一份材料。'],
  'dispute.stated': ['{{by, name}}在争议中陈述意见。', '一方在争议中陈述意见。'],
  'dispute.asked': ['平台请{{toId, name}}补充说明。', '平台请一方补充说明。'],
  'dispute.secured': ['平台作出临时保护性冻结，不是最终决定。'],
  'dispute.decided:return': [
    '平台处理决定：应当退还 {{decidedAmount, yuan}} 元。',
    '平台处理决定：应当退还。',
  ],
  'dispute.decided:part': ['平台处理决定：应当退还其中 {{decidedAmount, yuan}} 元。'],
  'dispute.decided:refuse': ['平台处理决定：不支持退还。'],
  'dispute.decided:freeze': ['平台处理决定：冻结 {{decidedAmount, yuan}} 元。', '平台处理决定：冻结。'],
  'dispute.decided:release': ['平台处理决定：解除冻结。'],
  'dispute.decided': ['平台作出处理决定（理由见争议处理记录）。'],
  'dispute.appealed': ['{{by, name}}对处理决定提出申诉。', '一方对处理决定提出申诉。'],
  'dispute.appeal_decided:return': [
    '申诉由另一名处理人员决定：应当退还 {{decidedAmount, yuan}} 元。',
    '申诉由另一名处理人员决定：应当退还。',
  ],
  'dispute.appeal_decided:part': ['申诉由另一名处理人员决定：应当退还其中 {{decidedAmount, yuan}} 元。'],
  'dispute.appeal_decided:refuse': ['申诉由另一名处理人员决定：不支持退还。'],
  'dispute.appeal_decided': ['申诉由另一名处理人员作出决定（理由见争议处理记录）。'],
  'dispute.withdrawn': ['{{by, name}}撤回争议。', '争议被撤回。'],
  'dispute.closed': ['争议结案。'],
  'collection.asked': [
    '{{askerId, name}}发起 AA 收款“{{note}}”，共 {{total, yuan}} 元、{{count}} 人。',
    '{{askerId, name}}发起 AA 收款，共 {{total, yuan}} 元、{{count}} 人。',
  ],
  'collection.paid': ['{{memberId, name}}为 AA 收款付款。'],
  'collection.declined': ['{{memberId, name}}不同意 AA 收款。', '被收款人不同意 AA 收款。'],
  'collection.reminded': ['{{askerId, name}}提醒支付 AA 收款。'],
  'collection.closed': ['AA 收款关闭。'],
  'group.notice_posted': ['付款人在群里公告这是误发（内容见群公告记录）。'],
  'group.notice_withdrawn': ['群公告被撤下。'],
}

/** Whether there are words for a kind of event. */
export const isTold = (kind: string): boolean => kind in zh

/** An event in words, by what was decided where there are such; its kind where there are none for it. The documents speak Chinese. */
export function sayEvent(
  { kind, data }: { kind: string; data: Readonly<Record<string, unknown>> },
  reading: Reading,
): string {
  const language: Language = 'zh'
  for (const text of zh[`${kind}:${String(data.outcome)}`] ?? zh[kind] ?? []) {
    const said =
      data.note === '' && text.includes('{{note}}')
        ? undefined
        : fill(text, data as RefusalData, language, reading)
    if (said !== undefined) return said
  }
  return kind
}
