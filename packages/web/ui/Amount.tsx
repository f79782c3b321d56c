/** An amount of money in fen, as people read it: the sign smaller, figures of one width, two decimals. */

import type { ReactElement } from 'react'
import { formatYuan } from '@laisee/core/money.ts'

interface AmountProps {
  /** Fen. */
  fen: number | bigint
  big?: boolean
  /** Say whether it came in or went out: + or −. */
  signed?: boolean
}

/** `¥1,234.56`. */
export function Amount({ fen, big = false, signed = false }: AmountProps): ReactElement {
  const amount = BigInt(fen)
  const absolute = amount < 0n ? -amount : amount
  const sign = amount < 0n ? '−' : signed ? '+' : ''
  return (
    <span className={big ? 'amount big' : 'amount'}>
      {sign}
      <span className="sign">¥</span>
      {formatYuan(absolute)}
    </span>
  )
}
