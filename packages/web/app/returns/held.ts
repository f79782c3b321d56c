/** What a recipient has of a packet or transfer. Pure. */

import type { Packet, Transfer } from '../data/queries.ts'

/** As the last request about it says, or all they were given. */
export function heldOf(record: Packet | Transfer, kept: number | undefined): number {
  if (kept !== undefined) return kept
  if ('payeeId' in record) return record.state === 'arrived' ? record.amount : 0
  return record.test ? 0 : (record.myShare?.amount ?? 0)
}
