/** Words and documents of a case that are not sent yet: kept on the device for whoever is signed in, until they are. */

import { useCallback, useState } from 'react'
import type { HandedIn } from '../documents/use-uploads.ts'
import { keep, recall } from '../session/keep.ts'
import { ofSeat } from '../session/seat.ts'
import { session } from '../session/session.ts'
import { isHandedIn, mendDispute, type DisputeDraft } from './dispute-draft.ts'

/** The name under which something of a case is kept. */
export function caseDraft(what: string): string {
  return ofSeat(`draft.${session()?.memberId ?? 'nobody'}.${what}`)
}

/** What is filled in of the dispute about a payment, and the way to change it. */
export function useDisputeDraft(
  name: string,
): [DisputeDraft, (change: (before: DisputeDraft) => Partial<DisputeDraft>) => void] {
  const [draft, setDraft] = useState(() => mendDispute(recall(name)))
  const change = useCallback(
    (next: (before: DisputeDraft) => Partial<DisputeDraft>) =>
      setDraft((before) => {
        const after = { ...before, ...next(before) }
        keep(name, after)
        return after
      }),
    [name],
  )
  return [draft, change]
}

const pendingName = (disputeId: string) => caseDraft(`dispute-documents.${disputeId}`)

/** Documents that were handed in and are not part of their dispute yet. */
export function pendingOf(disputeId: string): HandedIn[] {
  const kept = recall(pendingName(disputeId))
  return Array.isArray(kept) ? kept.filter(isHandedIn) : []
}

/** Keep what is still to be attached to a dispute; nothing left forgets it. */
export function keepPending(disputeId: string, documents: readonly HandedIn[]): void {
  keep(pendingName(disputeId), documents.length === 0 ? undefined : documents)
}
