/** Who is in the case: their accounts here, with the names they chose. */

import type { Tx } from '../../db/db.ts'
import { cardsOf } from '../../people/members.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'

/** The payer and whoever has the money or was meant to, as far as this party may know them. */
export async function readPartiesItem(tx: Tx, { payerId, payeeIds }: Case): Promise<Found> {
  const cards = await cardsOf(tx, [payerId, ...payeeIds])
  const nameOf = (id: string) => cards.get(id)?.name ?? ''
  const party = (id: string) => ({ id, name: nameOf(id), nameChosenByThemselves: true })
  const shown = payeeIds.slice(0, 3).map((id) => `${nameOf(id)}（${id}）`)
  const more = payeeIds.length > shown.length ? ` 等 ${payeeIds.length} 人` : ''
  return {
    data: { payer: party(payerId), payees: payeeIds.map(party) },
    lines: [
      ['付款人', `${nameOf(payerId)}（${payerId}）`],
      ['收款人', payeeIds.length === 0 ? '还没有人领取' : `${shown.join('、')}${more}`],
    ],
  }
}
