/** What the notices say that have a file of their own each, in the order of core/notice-parts.ts. */

import { approvalNoticeWords } from './approval-notices.ts'
import { collectionNoticeWords } from './collection-notices.ts'
import { disputeNoticeWords } from './dispute-notices.ts'
import { familyNoticeWords } from './family-notices.ts'
import { freezeNoticeWords } from './freeze-notices.ts'
import { instalmentNoticeWords } from './instalment-notices.ts'
import { passkeyNoticeWords } from './passkey-notices.ts'
import { returnNoticeWords } from './return-notices.ts'

export const partNoticeWords = {
  zh: {
    ...passkeyNoticeWords.zh,
    ...familyNoticeWords.zh,
    ...returnNoticeWords.zh,
    ...instalmentNoticeWords.zh,
    ...collectionNoticeWords.zh,
    ...freezeNoticeWords.zh,
    ...disputeNoticeWords.zh,
    ...approvalNoticeWords.zh,
  },
  en: {
    ...passkeyNoticeWords.en,
    ...familyNoticeWords.en,
    ...returnNoticeWords.en,
    ...instalmentNoticeWords.en,
    ...collectionNoticeWords.en,
    ...freezeNoticeWords.en,
    ...disputeNoticeWords.en,
    ...approvalNoticeWords.en,
  },
}
