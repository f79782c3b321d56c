/** A refusal as a problem of a form. Pure. */

import type { Refusal } from '@laisee/core/refusals.ts'
import { fieldOf, type Problem } from './reading.ts'

/** A refusal as the form says it: what is missing rather than what it comes to, and each rather than in all. */
export function problemOf({ code, data }: Pick<Refusal, 'code' | 'data'>, count = 1, kind = ''): Problem {
  const field = fieldOf(code, data)
  const max = typeof data.max === 'number' ? data.max : undefined
  if (code === 'total_above_max' && max !== undefined) {
    const share = Math.floor(max / count)
    return count === 1 || kind === 'equal'
      ? { field, code: 'share_above_max', data: { max: share } }
      : { field, code: 'average_above_max', data: { max, share, count } }
  }
  if (code === 'total_below_min') return { field, code, data: { ...data, count } }
  if (code === 'wallet_frozen') return { field, code: 'frozen' }
  if (code === 'recipient_blocked') return { field, code: 'blocked' }
  if (code === 'expiry_out_of_bounds') return { field, code: 'expiry_out' }
  if (code === 'delay_out_of_bounds') return { field, code: 'delay_out' }
  if (code === 'balance_too_low' && typeof data.balance === 'number' && typeof data.needed === 'number')
    return { field, code: 'short', data: { balance: data.balance, short: data.needed - data.balance } }
  return { field, code, data }
}
