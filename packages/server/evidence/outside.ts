/** Money that was sent on another service: nothing here is known, all of it is said by the party. */

import type { Instant } from '@laisee/core/instant.ts'
import { toIso } from '@laisee/core/instant.ts'
import { amountToJson, formatYuan, type Amount } from '@laisee/core/money.ts'
import { amountInCapitals } from '@laisee/core/words/capitals.ts'
import { chinaTime } from '@laisee/core/evidence/index-sheet.ts'
import type { Tx } from '../db/db.ts'
import { cardsOf } from '../people/members.ts'
import type { Found } from './sources.ts'

export const outsideProducts = ['packet', 'transfer'] as const

export interface OutsidePayment {
  platform: 'wechat'
  product: (typeof outsideProducts)[number]
  amount: Amount
  sentAt: Instant
  /** As it shows on the party's phone. */
  payeeName: string
  payeeAccount: string | null
  /** The number on the bill. */
  transactionNo: string | null
  /** Whether the other side has taken it; null where the party does not know. */
  taken: boolean | null
}

const productNames = { packet: '微信红包', transfer: '微信转账' } as const

/** The items of such a payment. */
export async function outsideFound(
  tx: Tx,
  memberId: string,
  said: OutsidePayment,
): Promise<(Found & { code: 'parties' | 'outside' })[]> {
  const { platform, product, amount, sentAt, payeeName, payeeAccount, transactionNo, taken } = said
  const name = (await cardsOf(tx, [memberId])).get(memberId)?.name ?? ''
  const unknown = '（没有填写）'
  return [
    {
      code: 'parties',
      data: {
        payer: { id: memberId, name, nameChosenByThemselves: true },
        payees: [{ id: null, name: payeeName, account: payeeAccount, saidBy: memberId, isChecked: false }],
      },
    },
    {
      code: 'outside',
      data: {
        platform,
        product,
        currency: 'CNY',
        amount: amountToJson(amount),
        sentAt: toIso(sentAt),
        payeeName,
        payeeAccount,
        transactionNo,
        taken,
        saidBy: memberId,
        isChecked: false,
      },
      facts: { sentAt, taken },
      lines: [
        ['付款方式', `${productNames[product]}（申请人填写，未核实）`],
        ['金额', `${formatYuan(amount)} 元（${amountInCapitals(amount)}）`],
        ['付款时间', chinaTime(sentAt)],
        ['对方显示名', payeeName],
        ['对方微信号', payeeAccount ?? unknown],
        ['转账单号', transactionNo ?? unknown],
      ],
    },
  ]
}
