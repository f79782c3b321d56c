/** What somebody has filled in and not sent yet: kept on the device for each recipient, until it is sent. */

import { useCallback, useState } from 'react'
import { keep, recall } from '../session/keep.ts'
import { ofSeat } from '../session/seat.ts'
import { session } from '../session/session.ts'

/** The name of the draft of what goes to whom; it belongs to whoever is signed in. */
export function draftName(kind: 'packet' | 'transfer' | 'return' | 'instalments', to: string): string {
  return ofSeat(`draft.${session()?.memberId ?? 'nobody'}.${kind}.${to}`)
}

/** Forget a draft: it was sent. */
export function forgetDraft(name: string): void {
  keep(name, undefined)
}

/** Keep a draft again, for a send that was undone. */
export function restoreDraft(name: string, draft: unknown): void {
  keep(name, draft)
}

/** What is kept, with the fields that have the same kind of value as in `fresh`; the others are fresh. */
export function mendDraft<Draft extends object>(kept: unknown, fresh: Draft): Draft {
  if (typeof kept !== 'object' || kept === null) return fresh
  const fields = new Map<string, unknown>(Object.entries(kept))
  const mended = Object.entries(fresh).map(([field, usual]: [string, unknown]) => {
    const value = fields.get(field)
    return [field, typeof value === typeof usual ? value : usual]
  })
  return Object.fromEntries(mended) as Draft
}

/** A draft and the way to change it. Every change is on the device before the screen shows it. */
export function useDraft<Draft extends object>(
  name: string,
  fresh: Draft,
): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => mendDraft(recall(name), fresh))
  const change = useCallback(
    (next: Partial<Draft>) =>
      setDraft((before) => {
        const after = { ...before, ...next }
        keep(name, after)
        return after
      }),
    [name],
  )
  return [draft, change]
}
