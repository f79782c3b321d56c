/** What each product does with money on its way, as dated data. A rule that sources dispute says so, and decides nothing. */

import type { Sourced } from '../../law/sourced.ts'
import type { Platform, Product, Situation } from '../situation.ts'

export interface ProductRule extends Sourced {
  platforms: readonly Platform[]
  /** Confirmed by a source of grade P or S; told by some and denied by others; or looked for and not found. */
  status: 'confirmed' | 'disputed' | 'not_found'
}

const here = {
  source: 'Laisee: core/profile.ts, packet.ts and transfer.ts',
  grade: 'P',
  recordedOn: '2026-11-22',
} as const
const confirmed = { status: 'confirmed' } as const
const noted = { recordedOn: '2026-11-22' } as const

export const productRules = {
  laisee_undo: { ...here, ...confirmed, platforms: ['laisee'] },
  laisee_recall: { ...here, ...confirmed, platforms: ['laisee'] },
  laisee_back: { ...here, ...confirmed, platforms: ['laisee'] },
  laisee_ask_not_to_open: { ...here, ...confirmed, platforms: ['laisee'] },
  laisee_pause: { ...here, ...confirmed, platforms: ['laisee'] },
  wechat_packet_back_24h: {
    ...noted,
    ...confirmed,
    platforms: ['wechat'],
    source: 'WeChat packets: unclaimed after 24 h goes back (many secondary pages; no official page found)',
    grade: 'S',
  },
  wechat_no_packet_recall: {
    ...noted,
    ...confirmed,
    platforms: ['wechat'],
    source: 'Both articles and the press: WeChat has no recall of a personal packet',
    grade: 'S',
  },
  wechat_transfer_back_24h: {
    ...noted,
    ...confirmed,
    platforms: ['wechat'],
    source:
      'WeChat customer service to 华商报, 2017 (feifmx.com 30824045): not accepted in 24 h, it goes back',
    grade: 'S',
  },
  wechat_transfer_no_withdrawal: {
    ...noted,
    ...confirmed,
    platforms: ['wechat'],
    source:
      'WeChat customer service to 华商报, 2017: a transfer once sent cannot be withdrawn; after the claim it has no power over users’ money',
    grade: 'S',
  },
  wechat_delayed_cancel: {
    ...noted,
    status: 'disputed',
    platforms: ['wechat'],
    source:
      'dalianlaowai 2017-07-27 says a delayed transfer can be cancelled; plnmw.com and k129.net/b/306371 say it cannot',
    grade: 'C',
  },
  wechat_return_button: {
    ...noted,
    ...confirmed,
    platforms: ['wechat'],
    source: 'WeChat transfer page: 确认收款 or 立即退还 (secondary pages)',
    grade: 'S',
  },
  wechat_packet_cap_200: {
    ...noted,
    ...confirmed,
    platforms: ['wechat', 'wecom', 'merchant'],
    source:
      'Merchant packets 1–200 yuan (pay.weixin.qq.com, 2025-08); personal packets 200 each (secondary pages)',
    grade: 'S',
  },
  wechat_packet_cap_520: {
    ...noted,
    status: 'disputed',
    platforms: ['wechat'],
    source:
      'A raised cap of 520 on a few days of the year (saunaguangzhou.com/haizhu1163); days not confirmed',
    grade: 'C',
  },
  wechat_delay_setting: {
    ...noted,
    ...confirmed,
    platforms: ['wechat'],
    source: '我→支付→…→转账到账时间: at once by default, 2 h or 24 h by the payer’s choice (secondary pages)',
    grade: 'S',
  },
  wecom_back_24h: {
    ...noted,
    ...confirmed,
    platforms: ['wecom', 'merchant'],
    source: '现金红包 and 企业红包 go back after 24 h, close by community answers',
    grade: 'S',
  },
  wecom_no_recall: {
    status: 'not_found',
    platforms: ['wecom'],
    source: 'developer.work.weixin.qq.com 90275, 90276: send and query only, no cancel found',
    grade: 'P',
    recordedOn: '2026-11-22',
  },
  merchant_cancel: {
    ...confirmed,
    platforms: ['merchant'],
    source:
      'pay.weixin.qq.com/doc/v3/merchant/4012716458: 商家转账 may be cancelled until the user confirms; the final state is read back',
    grade: 'P',
    recordedOn: '2025-08-31',
  },
  merchant_back_24h: {
    ...noted,
    ...confirmed,
    platforms: ['merchant'],
    source:
      '商家转账 not confirmed closes after about 24 h; closing lags (one log: still waiting at 24 h 51 min)',
    grade: 'S',
  },
  merchant_query_30_days: {
    ...confirmed,
    platforms: ['merchant', 'wecom'],
    source:
      'pay.weixin.qq.com/doc/v2/merchant: orders can be queried for 30 days; a retry keeps its order number',
    grade: 'P',
    recordedOn: '2025-08-31',
  },
  alipay_back_24h: {
    ...noted,
    status: 'disputed',
    platforms: ['alipay'],
    source: 'Alipay packets: secondary pages say unclaimed goes back after 24 h; no official page read',
    grade: 'C',
  },
  alipay_cancel: {
    ...noted,
    status: 'disputed',
    platforms: ['alipay'],
    source: 'Alipay transfers with a delay of 2 h, 12 h or 24 h: pages disagree whether the payer can cancel',
    grade: 'C',
  },
  other_cancel: {
    ...noted,
    ...confirmed,
    platforms: ['other'],
    source:
      'Some services let the payer cancel what nobody took: PayPal (qwac.paypal.com help111), KakaoPay 송금취소',
    grade: 'P',
  },
  family_card_no_packets: {
    ...noted,
    ...confirmed,
    platforms: ['wechat'],
    source: '亲属卡: 暂不支持红包、转账、理财、委托代扣 (secondary pages, 2020)',
    grade: 'S',
  },
  no_password_to_open: {
    ...noted,
    ...confirmed,
    platforms: ['wechat', 'wecom', 'alipay', 'laisee'],
    source: '公安部刑侦局: opening a real packet asks for no password and no personal data',
    grade: 'S',
  },
  money_goes_back_the_way_it_came: { ...here, ...confirmed, platforms: ['laisee'] },
} as const satisfies Record<string, ProductRule>

export type ProductRuleId = keyof typeof productRules

const transfers: readonly (Product | null)[] = ['transfer_now', 'transfer_delayed']

/** The rule by which what nobody takes goes back, where one is known. */
export function backRuleOf({ platform, product }: Pick<Situation, 'platform' | 'product'>): ProductRuleId {
  switch (platform) {
    case 'laisee':
      return 'laisee_back'
    case 'wecom':
      return 'wecom_back_24h'
    case 'merchant':
      return transfers.includes(product) ? 'merchant_back_24h' : 'wecom_back_24h'
    case 'alipay':
      return 'alipay_back_24h'
    case 'other':
      return 'other_cancel'
    default:
      return transfers.includes(product) ? 'wechat_transfer_back_24h' : 'wechat_packet_back_24h'
  }
}
