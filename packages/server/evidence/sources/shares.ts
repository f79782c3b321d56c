/** Who has claimed how much of a packet, and when. */

import { toIso } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import type { Tx } from '../../db/db.ts'
import type { Case } from '../case.ts'
import type { Found } from '../sources.ts'

export function readSharesItem(_tx: Tx, about: Case): Promise<Found | undefined> {
  if (about.kind !== 'packet' || about.claims.length === 0) return Promise.resolve(undefined)
  const shares = about.claims.map(({ memberId, shareNo, amount, at }) => ({
    memberId,
    shareNo,
    amount: amountToJson(amount),
    at: toIso(at),
  }))
  return Promise.resolve({ data: { packetId: about.sourceId, shares } })
}
