/** The notices of return requests: what the other of the two did, or the clock. */

import type { EventKind } from './events.ts'

export const returnNoticeKinds = [
  'return_asked',
  'return_served',
  'return_reminded',
  'return_withdrawn',
  'return_over',
  'own_return_received',
  'own_return_offered',
  'own_return_declined',
  'own_return_unanswered',
] as const

export type ReturnNoticeKind = (typeof returnNoticeKinds)[number]

type Data = Record<string, unknown>
type Judge = (data: Data, reader: { memberId: string }) => [ReturnNoticeKind, readonly string[]] | null

const fields = ['payerId', 'recipientId', 'about', 'amount'] as const

/** Said to one of the two alone. */
const to =
  (side: 'payerId' | 'recipientId', kind: ReturnNoticeKind, ...more: string[]): Judge =>
  (data, { memberId }) =>
    data[side] === memberId ? [kind, [...fields, ...more]] : null

const returned: Judge = (data, reader) => {
  const kind = data.kind === 'offered' ? 'own_return_offered' : 'own_return_received'
  return to('payerId', kind, 'returnedNow', 'left')(data, reader)
}

/** Across a block it is the service that hands the request over, and says so. */
const asked: Judge = (data, reader) =>
  to('recipientId', data.served === true ? 'return_served' : 'return_asked', 'dueOn')(data, reader)

/** What came of it is told to the one who asked, and that the time is over to both. */
const unanswered: Judge = (data, reader) =>
  to('payerId', 'own_return_unanswered', 'left', 'dueOn')(data, reader) ??
  to('recipientId', 'return_over', 'left', 'dueOn')(data, reader)

/** What each kind of event says to whom; their own doing is no notice to anybody. */
export const returnJudges: Partial<Record<EventKind, Judge>> = {
  'return_request.asked': asked,
  'return_request.reminded': to('recipientId', 'return_reminded', 'left', 'dueOn'),
  'return_request.withdrawn': (data, reader) =>
    data.agreed === true ? null : to('recipientId', 'return_withdrawn')(data, reader),
  'return_request.returned': returned,
  'return_request.declined': to('payerId', 'own_return_declined', 'left', 'reason'),
  'return_request.unanswered': unanswered,
}
