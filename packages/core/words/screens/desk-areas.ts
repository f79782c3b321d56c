/** The words of the desk: none of them is in any file that a phone loads. */

import { deskApprovalsWords } from './desk-approvals.ts'
import { deskCasesWords } from './desk-cases.ts'
import { deskFrameWords } from './desk-frame.ts'
import { deskFreezesWords } from './desk-freezes.ts'
import { deskLimitsWords } from './desk-limits.ts'
import { deskLogWords } from './desk-log.ts'
import { deskPacksWords } from './desk-packs.ts'
import { deskPeopleWords } from './desk-people.ts'
import { deskPolicyWords } from './desk-policy.ts'
import { deskProblemsWords } from './desk-problems.ts'
import { deskReportsWords } from './desk-reports.ts'
import { deskSendsWords } from './desk-sends.ts'
import { deskStandInsWords } from './desk-stand-ins.ts'

export const deskAreas = {
  desk: deskFrameWords,
  deskApprovals: deskApprovalsWords,
  deskCases: deskCasesWords,
  deskFreezes: deskFreezesWords,
  deskLimits: deskLimitsWords,
  deskLog: deskLogWords,
  deskPacks: deskPacksWords,
  deskPeople: deskPeopleWords,
  deskPolicy: deskPolicyWords,
  deskProblems: deskProblemsWords,
  deskReports: deskReportsWords,
  deskSends: deskSendsWords,
  deskStandIns: deskStandInsWords,
}
