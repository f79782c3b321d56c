/**
 * What somebody received by a moment of a day, as the service tells the guard: transfers that arrived, shares that were
 * opened. A day that records no claims at all is one in which what is sent to somebody is opened at once.
 */

import { recipientOf, type Day, type Send } from '../../packages/cli/replay/day.ts'
import type { ReceivedRecord } from '../../packages/core/guard/facts.ts'
import { receivedWithinMs } from '../../packages/core/guard/return-signals.ts'
import { secondMs, type Instant } from '../../packages/core/instant.ts'

const undoMs = 10 * secondMs

/** Everything that comes in on this day, by who gets it, in the order it came. */
export function receiptsOf(day: Day): Map<string, ReceivedRecord[]> {
  const isClaimless = day.sends.every(({ claims }) => claims.length === 0)
  const found = day.sends.flatMap((send) => receiptsFrom(send, isClaimless))
  found.sort((a, b) => a.record.at - b.record.at)
  const byReceiver = Map.groupBy(found, ({ by }) => by)
  return new Map([...byReceiver].map(([by, list]) => [by, list.map(({ record }) => record)]))
}

/** What the service would read of them for a send at this moment. */
export function receivedBy(receipts: readonly ReceivedRecord[], now: Instant): ReceivedRecord[] {
  return receipts.filter(({ at }) => at <= now && at > now - receivedWithinMs)
}

interface Receipt {
  by: string
  record: ReceivedRecord
}

function receiptsFrom(send: Send, isClaimless: boolean): Receipt[] {
  const { from, at, kind, total, count } = send
  const delivered = at + undoMs
  const backAt = takenBackAt(send)
  const one = recipientOf(send.to)
  const receipt = (by: string, when: Instant, amount: bigint) => ({
    by,
    record: { fromId: from, at: when, amount },
  })
  const inTime = ({ by, record }: Receipt) => by !== from && record.at < backAt
  if (kind === 'transfer')
    return one === undefined ? [] : [receipt(one, acceptedAt(send, delivered), total)].filter(inTime)
  const share = total / BigInt(Math.max(1, count))
  if (isClaimless) return one === undefined ? [] : [receipt(one, delivered, total)].filter(inTime)
  const claims = send.claims.map(({ by, afterMs }) => receipt(by, delivered + afterMs, share))
  return claims.filter(inTime).slice(0, count)
}

function acceptedAt({ steps, delayS }: Send, delivered: Instant): Instant {
  const accepted = steps.find(({ verb }) => verb === 'accept')
  return delivered + (accepted ? accepted.afterMs : (delayS ?? 0) * secondMs)
}

/** An undo counts from the send, all else from its delivery. */
function takenBackAt({ steps, at }: Send): Instant {
  const back = steps.find(({ verb }) => verb === 'undo' || verb === 'recall' || verb === 'decline')
  if (!back) return Infinity
  return back.verb === 'undo' ? at + back.afterMs : at + undoMs + back.afterMs
}
