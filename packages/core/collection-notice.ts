/** The notices of collections: that one is asked, reminded or let off, and what others did about one's own. */

import type { EventKind } from './events.ts'

export const collectionNoticeKinds = [
  'collection_asked',
  'collection_reminded',
  'collection_closed',
  'own_collection_declined',
] as const

export type CollectionNoticeKind = (typeof collectionNoticeKinds)[number]

type Data = Record<string, unknown>
type Judge = (data: Data, reader: { memberId: string }) => [CollectionNoticeKind, readonly string[]] | null

/** Said to those who are asked, by whoever asks. */
const toAsked =
  (kind: CollectionNoticeKind, ...fields: string[]): Judge =>
  (data, { memberId }) =>
    data.askerId === memberId ? null : [kind, ['askerId', ...fields]]

/** What each kind of event says to whom. A payment is told as the transfer that it is. */
export const collectionJudges: Partial<Record<EventKind, Judge>> = {
  'collection.asked': toAsked('collection_asked', 'groupId', 'note'),
  'collection.reminded': toAsked('collection_reminded', 'amount', 'note'),
  'collection.closed': toAsked('collection_closed', 'note'),
  'collection.declined': (data, { memberId }) =>
    data.askerId === memberId ? ['own_collection_declined', ['memberId']] : null,
}
