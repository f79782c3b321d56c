/**
 * Money that reached the sender lately, and from whom: what may be the sum that this send gives back or passes on, and
 * what came a moment ago. Read of a send to somebody, and of any whose words speak of giving back.
 */

import type { GuardedSend, ReceivedRecord } from '@laisee/core/guard/facts.ts'
import { replyWithinMs } from '@laisee/core/guard/reply-signals.ts'
import { receivedMax, receivedWithinMs, speaksOfReturn } from '@laisee/core/guard/return-signals.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { creditsOf } from '../ledger/credits.ts'
import { payersOfPackets } from '../packets/payers.ts'
import { payersOfTransfers } from '../transfers/payers.ts'

export async function gatherReceived(tx: Tx, send: GuardedSend): Promise<ReceivedRecord[]> {
  const { payerId, toKind, words, at: now, amount: sent } = send
  const isReturn = speaksOfReturn(words)
  if (toKind !== 'member' && !isReturn) return []
  const lately = await creditsOf(tx, { memberId: payerId, since: now - receivedWithinMs })
  // Of a return it counts whether the payee paid at all: part of a sum goes back as well.
  const credits = lately.filter(
    ({ amount, at }) =>
      (amount >= sent && (isReturn || amount <= receivedMax(sent))) || now - at <= replyWithinMs,
  )
  if (credits.length === 0) return []
  const ids = credits.map(({ sourceId }) => sourceId)
  const of = (prefix: string) => ids.filter((id) => id.startsWith(prefix))
  const [packets, transfers] = await together([
    payersOfPackets(tx, of('pkt_')),
    payersOfTransfers(tx, of('tr_')),
  ])
  return credits.flatMap(({ sourceId, amount, at }): ReceivedRecord[] => {
    const fromId = packets.get(sourceId) ?? transfers.get(sourceId)
    return fromId === undefined || fromId === payerId ? [] : [{ fromId, amount, at }]
  })
}
