/**
 * What happened to a packet or transfer, in the words of a document: for a court's reader, who knows none of the screens.
 * The first text whose fields are all there is said.
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
}

/** An event in words; its kind where there are none for it. The documents speak Chinese. */
export function sayEvent(
  { kind, data }: { kind: string; data: Readonly<Record<string, unknown>> },
  reading: Reading,
): string {
  const language: Language = 'zh'
  for (const text of zh[kind] ?? []) {
    const said =
      data.note === '' && text.includes('{{note}}')
        ? undefined
        : fill(text, data as RefusalData, language, reading)
    if (said !== undefined) return said
  }
  return kind
}
