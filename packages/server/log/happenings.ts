/**
 * What the log says of an event: the event itself, and for shares that were claimed each one's own line with its amount,
 * which the event does not tell (docs/decisions/0007). Made from rows that never change, so that it can be made again.
 */

import { isIdOf } from '@laisee/core/ids.ts'
import { toIso } from '@laisee/core/instant.ts'
import type { Happening } from '@laisee/core/log/leaf.ts'
import { amountToJson } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import type { EventRow } from '../events/read.ts'
import { sharesOfClaimers, type ClaimedShare } from '../packets/claimed-shares.ts'

type Logged = Pick<EventRow, 'sourceId' | 'seq' | 'kind' | 'at' | 'data'>

/** The happenings of these events, in their order. */
export async function happeningsOf(tx: Tx, events: readonly Logged[]): Promise<Happening[]> {
  const wanted = events.flatMap(({ sourceId, data }) =>
    claimersIn(data).map((memberId) => ({ packetId: sourceId, memberId })),
  )
  const shares = new Map(
    (await sharesOfClaimers(tx, wanted)).map((share) => [`${share.packetId} ${share.memberId}`, share]),
  )
  return events.map((event) => {
    const { kind, at, parts } = withoutLines(event)
    const lines = claimersIn(event.data).map((memberId) =>
      lineOf(shares.get(`${event.sourceId} ${memberId}`)),
    )
    return { kind, at, parts: [...parts, ...lines] }
  })
}

/** What happened, by the event alone. */
export function withoutLines({ sourceId, seq, kind, at, data }: Logged): Happening {
  return { kind, at: toIso(at), parts: [{ source: sourceId, seq: Number(seq), data }] }
}

/** Which part of a happening is this member's own line; undefined where none is. */
export function ownPartNo({ data }: Pick<Logged, 'data'>, memberId: string): number | undefined {
  const at = claimersIn(data).indexOf(memberId)
  return at < 0 ? undefined : at + 1
}

/** Whose lines stand behind an event, in their order. */
export function claimersIn({ claims }: Record<string, unknown>): string[] {
  if (!Array.isArray(claims)) return []
  return (claims as { memberId?: unknown }[]).flatMap(({ memberId }) =>
    typeof memberId === 'string' && isIdOf('member', memberId) ? [memberId] : [],
  )
}

/** The number of the first share behind an event of claims: those of one event follow each other. */
export function firstShareNoIn({ claims }: Record<string, unknown>): number {
  const [first] = claims as { shareNo?: unknown }[]
  return Number.isInteger(first?.shareNo) ? (first!.shareNo as number) : 0
}

/** A claimer's own line; nothing of a claim that was lost, which is no line of any leaf. */
function lineOf(share: ClaimedShare | undefined) {
  if (!share) return null
  const { packetId, memberId, shareNo, amount, at } = share
  return { packetId, memberId, shareNo, amount: amountToJson(amount), at: toIso(at) }
}
