/** The words of every other page: they come with the first of those pages. */

import { advisorBelowWords } from './advisor-below.ts'
import { advisorMoreWords } from './advisor-more.ts'
import { advisorPageWords } from './advisor-page.ts'
import { advisorPaperWords } from './advisor-paper.ts'
import { approvalsWords } from './approvals.ts'
import { casesWords } from './cases.ts'
import { chatWords } from './chat.ts'
import { claimWords } from './claim.ts'
import { collectionsWords } from './collections.ts'
import { demoWords } from './demo.ts'
import { disputeActsWords } from './dispute-acts.ts'
import { disputeFormWords } from './dispute-form.ts'
import { disputesWords } from './disputes.ts'
import { documentsWords } from './documents.ts'
import { evidenceWords } from './evidence.ts'
import { evidenceGapWords } from './evidence-gaps.ts'
import { evidenceItemWords } from './evidence-items.ts'
import { familyWaitingWords } from './family-waiting.ts'
import { freezeAppealWords } from './freeze-appeal.ts'
import { freezesWords } from './freezes.ts'
import { guardSheetWords } from './guard.ts'
import { heldWords } from './held.ts'
import { inboxWords } from './inbox.ts'
import { instalmentsWords } from './instalments.ts'
import { instalmentsPageWords } from './instalments-page.ts'
import { ladderWords } from './ladder.ts'
import { limitsWords } from './limits.ts'
import { packetWords } from './packet.ts'
import { onBehalfWords } from './on-behalf.ts'
import { passkeysWords } from './passkeys.ts'
import { peopleWords } from './people.ts'
import { receiptsWords } from './receipts.ts'
import { reportsWords } from './reports.ts'
import { returnAnswerWords } from './return-answer.ts'
import { returnRequestWords } from './return-request.ts'
import { returnsWords } from './returns.ts'
import { sendWords } from './send.ts'
import { settingsWords } from './settings.ts'
import { transferWords } from './transfer.ts'
import { verifyWords } from './verify.ts'
import { walletWords } from './wallet.ts'

export const laterAreas = {
  chat: chatWords,
  send: sendWords,
  transfer: transferWords,
  ladder: ladderWords,
  packet: packetWords,
  held: heldWords,
  onBehalf: onBehalfWords,
  approvals: approvalsWords,
  guard: guardSheetWords,
  wallet: walletWords,
  inbox: inboxWords,
  settings: settingsWords,
  passkeys: passkeysWords,
  limits: limitsWords,
  familyWaiting: familyWaitingWords,
  people: peopleWords,
  reports: reportsWords,
  returns: returnsWords,
  returnRequest: returnRequestWords,
  returnAnswer: returnAnswerWords,
  instalments: instalmentsWords,
  instalmentsPage: instalmentsPageWords,
  cases: casesWords,
  freezes: freezesWords,
  freezeAppeal: freezeAppealWords,
  disputes: disputesWords,
  disputeActs: disputeActsWords,
  disputeForm: disputeFormWords,
  documents: documentsWords,
  receipts: receiptsWords,
  evidence: evidenceWords,
  evidenceItems: evidenceItemWords,
  evidenceGaps: evidenceGapWords,
  verify: verifyWords,
  claim: claimWords,
  collections: collectionsWords,
  demo: demoWords,
  advisorPage: advisorPageWords,
  advisorBelow: advisorBelowWords,
  advisorMore: advisorMoreWords,
  advisorPaper: advisorPaperWords,
}
