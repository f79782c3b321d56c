/** Collections: each refusal in both languages, in order. */

import type { collectionRules } from '../refusal-groups.ts'
import type { RefusalWords } from './words.ts'

export const collectionRefusals: Record<'zh' | 'en', Record<keyof typeof collectionRules, RefusalWords>> = {
  zh: {
    collections_max: { says: '没结束的收款太多了，先结束几个再发起。', detail: '最多同时 {{max}} 个。' },
    share_paid_already: { says: '这笔收款已经付过，不会再付一次。' },
    collection_closed: { says: '对方已经结束收款，不用再付。', detail: '{{decidedAt, time}} 结束。' },
  },
  en: {
    collections_max: {
      says: 'Too many collections are open. Close some before you ask again.',
      detail: 'At most {{max}} at a time.',
    },
    share_paid_already: { says: 'This has been paid already, and is not paid twice.' },
    collection_closed: {
      says: 'The collection is closed; nothing more is asked.',
      detail: 'It closed on {{decidedAt, time}}.',
    },
  },
}
