/** Money of about this sum that reached the sender lately: read only where the send's words speak of giving it back. */

import type { GuardedSend, ReceivedRecord } from '@laisee/core/guard/facts.ts'
import { receivedWithinMs, speaksOfReturn } from '@laisee/core/guard/return-signals.ts'
import type { Tx } from '../db/db.ts'
import { creditsOf } from '../ledger/credits.ts'
import { payersOfPackets } from '../packets/payers.ts'
import { payersOfTransfers } from '../transfers/payers.ts'

export async function gatherReceived(tx: Tx, send: GuardedSend): Promise<ReceivedRecord[]> {
  if (!speaksOfReturn(send.words)) return []
  const credits = await creditsOf(tx, {
    memberId: send.payerId,
    since: send.at - receivedWithinMs,
    amountMin: send.amount,
    amountMax: (send.amount * 10n) / 9n + 1n,
  })
  if (credits.length === 0) return []
  const ids = credits.map(({ sourceId }) => sourceId)
  const payers = new Map([
    ...(await payersOfPackets(
      tx,
      ids.filter((id) => id.startsWith('pkt_')),
    )),
    ...(await payersOfTransfers(
      tx,
      ids.filter((id) => id.startsWith('tr_')),
    )),
  ])
  return credits.flatMap(({ sourceId, amount, at }): ReceivedRecord[] => {
    const fromId = payers.get(sourceId)
    return fromId === undefined || fromId === send.payerId ? [] : [{ fromId, amount, at }]
  })
}
