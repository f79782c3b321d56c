/** Collections and group notices: each refusal in both languages, in order. */

import type { collectionRules } from '../refusal-groups.ts'
import type { RefusalWords } from './words.ts'

export const collectionRefusals: Record<'zh' | 'en', Record<keyof typeof collectionRules, RefusalWords>> = {
  zh: {
    collections_max: { says: '没结束的收款太多了，先结束几个再发起。', detail: '最多同时 {{max}} 个。' },
    share_paid_already: { says: '这笔收款已经付过，不会再付一次。' },
    collection_closed: { says: '对方已经结束收款，不用再付。', detail: '{{decidedAt, time}} 结束。' },
    notice_without_group: { says: '只有发到群里的红包才能发群公告。' },
    notice_without_case: { says: '这个红包没有还没领的、也没有等答复的退还请求，不用再发公告。' },
    notice_posted_already: { says: '这个红包已经发过群公告了。' },
    notice_names_somebody: { says: '公告里有群友的名字。请不要点名，可以单独请对方退还。' },
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
    notice_without_group: { says: 'Only a red packet that was sent to a group can have a notice.' },
    notice_without_case: {
      says: 'Nothing of it is unclaimed and no return request is open, so there is nothing to tell the group.',
    },
    notice_posted_already: { says: 'The group was told of this red packet already.' },
    notice_names_somebody: {
      says: 'The notice names somebody of the group. Please name nobody; each can be asked alone.',
    },
  },
}
