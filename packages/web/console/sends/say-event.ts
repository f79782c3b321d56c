/** What an event of a send says to the desk: who did what, what came back, and what they said with it. Pure. */

import type { FullSend } from './sends-data.ts'

export type SendEvent = FullSend['events'][number]

export interface SaidEvent {
  /** Members, by id; empty where the clock did it. */
  who: string[]
  byClock: boolean
  /** In fen; null where nothing came back. */
  back: number | null
  note: string | null
}

const doers = ['recalledBy', 'decidedBy', 'declinedBy', 'brokenBy', 'by', 'endedBy'] as const
const givesBack = /^(packet|transfer)\.(undone|rejected|recalled|declined|expired|returned)$/

const isMember = (id: unknown): id is string => typeof id === 'string' && id.startsWith('mem_')

function claimersOf(claims: unknown): string[] {
  if (!Array.isArray(claims)) return []
  return claims.map((claim: { memberId?: unknown }) => claim.memberId).filter(isMember)
}

/** What is said of one event beside the words of its kind. */
export function sayEvent({ kind, data }: Pick<SendEvent, 'kind' | 'data'>): SaidEvent {
  const done = doers.map((doer) => data[doer]).find((value) => value !== undefined && value !== null)
  const named = Array.isArray(done) ? done.filter(isMember) : isMember(done) ? [done] : []
  const opener = kind === 'packet.sent' || kind === 'transfer.sent' ? data['payerId'] : undefined
  const back = data['returned'] ?? data['amount']
  const note = data['note']
  return {
    who: isMember(opener) ? [opener] : kind === 'packet.claimed' ? claimersOf(data['claims']) : named,
    byClock: done === 'clock' || kind === 'packet.expired',
    back: givesBack.test(kind) && typeof back === 'number' && back > 0 ? back : null,
    // A transfer is delivered with its own note, which is said above.
    note:
      typeof note === 'string' && note !== '' && !/\.(sent|delivered|hold_ended)$/.test(kind) ? note : null,
  }
}
