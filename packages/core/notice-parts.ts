/** The notices that have a file of their own each, in the order of their words. */

import { approvalJudges, approvalNoticeKinds } from './approval-notice.ts'
import { disputeJudges, disputeNoticeKinds } from './dispute-notice.ts'
import { familyJudges, familyNoticeKinds } from './family-notice.ts'
import { freezeJudges, freezeNoticeKinds } from './freeze-notice.ts'
import { instalmentJudges, instalmentNoticeKinds } from './instalment-notice.ts'
import { passkeyJudges, passkeyNoticeKinds } from './passkey-notice.ts'
import { collectionJudges, collectionNoticeKinds } from './collection-notice.ts'
import { returnJudges, returnNoticeKinds } from './return-notice.ts'

export const partNoticeKinds = [
  ...passkeyNoticeKinds,
  ...familyNoticeKinds,
  ...returnNoticeKinds,
  ...instalmentNoticeKinds,
  ...collectionNoticeKinds,
  ...freezeNoticeKinds,
  ...disputeNoticeKinds,
  ...approvalNoticeKinds,
] as const

export const partJudges = {
  ...passkeyJudges,
  ...familyJudges,
  ...returnJudges,
  ...instalmentJudges,
  ...collectionJudges,
  ...freezeJudges,
  ...disputeJudges,
  ...approvalJudges,
}
