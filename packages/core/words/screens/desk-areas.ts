/** The words of the desk: none of them is in any file that a phone loads. */

import { deskApprovalsWords } from './desk-approvals.ts'
import { deskFrameWords } from './desk-frame.ts'
import { deskLogWords } from './desk-log.ts'
import { deskPeopleWords } from './desk-people.ts'
import { deskPolicyWords } from './desk-policy.ts'
import { deskProblemsWords } from './desk-problems.ts'
import { deskSendsWords } from './desk-sends.ts'

export const deskAreas = {
  desk: deskFrameWords,
  deskApprovals: deskApprovalsWords,
  deskLog: deskLogWords,
  deskPeople: deskPeopleWords,
  deskPolicy: deskPolicyWords,
  deskProblems: deskProblemsWords,
  deskSends: deskSendsWords,
}
