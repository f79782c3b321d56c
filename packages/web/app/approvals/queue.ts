/** What comes after a word, and whose money it was about. Pure. */

import type { Purse } from '../data/purse.ts'
import type { Approval } from './approvals-data.ts'

/** The one to decide after this: the next in the queue, or the first of it. */
export function nextAfter(waiting: readonly Approval[], sendId: string): string | undefined {
  const at = waiting.findIndex((one) => one.sendId === sendId)
  const others = [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(0, at))]
  return others.find((one) => one.sendId !== sendId)?.sendId
}

/** Whose wallet paid, and is paid back, as this reader calls it: a giver's own is their own. */
export function purseOfApproval(
  { organisationId, send }: { organisationId: string | null; send: Pick<Approval['send'], 'paidFromId'> },
  readerId: string | undefined,
): Purse {
  if (organisationId !== null) return 'organisation'
  return send.paidFromId === null || send.paidFromId === readerId ? 'own' : 'family'
}
