/** The one sentence under the amount of a request, and what has happened to it, for one of its two. Pure. */

import type { ReturnRequest } from './returns-data.ts'

export type SaysKey =
  | 'asked'
  | 'askedMine'
  | 'part_returned'
  | 'part_returnedOver'
  | 'returned'
  | 'declined'
  | 'declinedMine'
  | 'no_answer'
  | 'no_answerMine'
  | 'withdrawn'
  | 'withdrawnMine'

/** Which sentence says how it stands. */
export function saysOf({ state, open }: Pick<ReturnRequest, 'state' | 'open'>, isMine: boolean): SaysKey {
  if (state === 'returned') return 'returned'
  if (state === 'part_returned') return open ? 'part_returned' : 'part_returnedOver'
  return isMine ? `${state}Mine` : state
}

export type TrackKey =
  'asked' | 'delivered' | 'read' | 'reminded' | 'returned' | 'declined' | 'no_answer' | 'withdrawn' | 'due'

export interface TrackStep {
  key: TrackKey
  at: string
  /** Not yet: it is what comes by itself. */
  isToCome: boolean
}

type Facts = Pick<
  ReturnRequest,
  'kind' | 'state' | 'open' | 'askedAt' | 'deliveredAt' | 'readAt' | 'returnedAt' | 'endedAt' | 'dueAt'
>

/** What has happened, in order, and the day that is to come while it is open. */
export function trackOf(request: Facts): TrackStep[] {
  const { kind, state, open, askedAt, deliveredAt, readAt, returnedAt, endedAt, dueAt } = request
  const done = (key: TrackKey, at: string | null) => (at === null ? [] : [{ key, at, isToCome: false }])
  const steps = [
    ...(kind === 'asked' ? done('asked', askedAt) : []),
    ...done('delivered', deliveredAt),
    ...done('read', readAt),
    ...done('returned', returnedAt),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  if (open) return [...steps, ...(dueAt === null ? [] : [{ key: 'due' as const, at: dueAt, isToCome: true }])]
  if (state === 'returned') return steps
  return [...steps, ...done(state === 'part_returned' || state === 'asked' ? 'due' : state, endedAt)]
}
