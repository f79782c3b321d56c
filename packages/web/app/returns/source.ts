/** What a return is about, packet or transfer, as the screens of returns tell of it. Pure. */

import type { Product } from '@laisee/core/advisor/situation.ts'
import type { Packet, Transfer } from '../data/queries.ts'

export interface Source {
  id: string
  kind: 'packet' | 'transfer'
  product: Product
  isShared: boolean
  payerId: string
  sentAt: string
  /** What stood on it. */
  words: string
}

/** The facts of a packet or transfer as the service told them. */
export function sourceOf(send: Packet | Transfer): Source {
  const { id, payerId, sentAt } = send
  if ('payeeId' in send) {
    const product = send.delayS > 0 ? 'transfer_delayed' : 'transfer_now'
    return { id, kind: 'transfer', product, isShared: false, payerId, sentAt, words: send.note }
  }
  const { kind, count, greeting } = send
  return { id, kind: 'packet', product: kind, isShared: count > 1, payerId, sentAt, words: greeting }
}
