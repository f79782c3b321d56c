/** What the notices of collections say, in the notation of the others (notices.ts). */

import type { CollectionNoticeKind } from '../collection-notice.ts'

type Texts = Record<CollectionNoticeKind, readonly [string, ...string[]]>

const zh: Texts = {
  collection_asked: ['{{askerId, name}}向你收款：{{note}}。付不付由你决定，点开看金额。'],
  collection_reminded: ['{{askerId, name}}提醒你付款 {{amount, yuan}} 元：{{note}}。'],
  collection_closed: ['{{askerId, name}}结束了收款：{{note}}。不用再付。'],
  own_collection_declined: ['{{memberId, name}}表示不付这笔收款。'],
}

const en: Texts = {
  collection_asked: [
    '{{askerId, name}} asks you for money: {{note}}. Open it to see how much; it is up to you.',
  ],
  collection_reminded: ['{{askerId, name}} reminds you of ¥{{amount, yuan}}: {{note}}.'],
  collection_closed: ['{{askerId, name}} has closed the collection: {{note}}. Nothing more is asked.'],
  own_collection_declined: ['{{memberId, name}} will not pay what you asked for.'],
}

export const collectionNoticeWords = { zh, en }
