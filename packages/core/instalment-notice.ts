/** The notices of instalments: what the other of the two did, or the clock. */

import type { EventKind } from './events.ts'

export const instalmentNoticeKinds = [
  'instalments_proposed',
  'instalments_agreed',
  'instalments_declined',
  'instalments_withdrawn',
  'instalment_received',
  'instalments_received_all',
  'instalment_taken',
  'instalment_missed',
  'own_instalment_missed',
  'instalments_released',
  'instalments_taken_over',
] as const

export type InstalmentNoticeKind = (typeof instalmentNoticeKinds)[number]

type Data = Record<string, unknown>
type Judge = (data: Data, reader: { memberId: string }) => [InstalmentNoticeKind, readonly string[]] | null

const fields = ['creditorId', 'debtorId', 'about', 'by'] as const

/** Said to the other of the two. */
const byOther =
  (kind: InstalmentNoticeKind, ...more: string[]): Judge =>
  (data, { memberId }) =>
    data.by === memberId ? null : [kind, [...fields, ...more]]

/** The creditor hears of every payment; the debtor of those that the clock made. */
const paid: Judge = (data, { memberId }) => {
  if (data.creditorId === memberId)
    return [
      data.left === 0 ? 'instalments_received_all' : 'instalment_received',
      [...fields, 'paidNow', 'left'],
    ]
  return data.by === 'clock' ? ['instalment_taken', [...fields, 'paidNow', 'left']] : null
}

const missed: Judge = (data, { memberId }) => [
  data.debtorId === memberId ? 'own_instalment_missed' : 'instalment_missed',
  [...fields, 'amount', 'dueOn', 'reason'],
]

/** What each kind of event says to whom; their own doing is no notice to anybody. */
export const instalmentJudges: Partial<Record<EventKind, Judge>> = {
  'instalments.proposed': byOther('instalments_proposed', 'total', 'count', 'version'),
  'instalments.agreed': byOther('instalments_agreed', 'total', 'count'),
  'instalments.declined': byOther('instalments_declined'),
  'instalments.withdrawn': byOther('instalments_withdrawn'),
  'instalments.paid': paid,
  'instalments.missed': missed,
  'instalments.released': byOther('instalments_released', 'left'),
  'instalments.taken_over': byOther('instalments_taken_over'),
}
