/** Who could take one's seat in an approval or stand in for one, and for how long: by the rules the service decides by. Pure. */

import { delegationMaxMs, type ApprovalFile, type Roster } from '@laisee/core/approval.ts'
import { decideTransfer } from '@laisee/core/approve.ts'
import { isRefusal } from '@laisee/core/refusals.ts'
import type { Person } from '../data/organisation-data.ts'
import type { Approval } from './approval-data.ts'

/** Those who may approve at all: approvers and administrators who are in the organisation. */
export function approversOf(people: readonly Person[]): Person[] {
  return people.filter(
    ({ state, roles }) =>
      state === 'active' && roles.some((role) => role === 'approver' || role === 'administrator'),
  )
}

/** Whom this member could give their seat in an approval to. */
export function couldTake(approval: Approval, people: readonly Person[], memberId: string): Person[] {
  const fit = approversOf(people)
  const roster: Roster = {
    fit: new Set(fit.map(({ member }) => member.id)),
    administrators: new Set(),
    delegations: [],
  }
  const file = fileOf(approval)
  return fit.filter(({ member }) => !isRefusal(decideTransfer(file, { memberId, toId: member.id }, roster)))
}

function fileOf({ sender, send, steps, passOnAt, approveBy, acts }: Approval): ApprovalFile {
  return {
    senderId: sender.id,
    payeeIds: send.recipientIds,
    steps,
    passOnAt: passOnAt === null ? null : Date.parse(passOnAt),
    approveBy: Date.parse(approveBy),
    acts: acts.map((act) => ({ ...act, at: Date.parse(act.at) })),
  }
}

/** What is filled in to have another approve for one; moments as a field for a local moment has them. */
export interface StandInForm {
  toId: string
  /** Empty for from now on. */
  since: string
  until: string
}

export type StandInProblem = 'toNeeded' | 'sinceWrong' | 'untilWrong'

/** What keeps the form from being sent, in the order of its fields. */
export function standInProblems({ toId, since, until }: StandInForm, now: number): StandInProblem[] {
  const from = since === '' ? now : new Date(since).getTime()
  const to = new Date(until).getTime()
  const found: [StandInProblem, boolean][] = [
    ['toNeeded', toId === ''],
    ['sinceWrong', Number.isNaN(from)],
    ['untilWrong', !(to > Math.max(from, now) && to - from <= delegationMaxMs)],
  ]
  return found.filter(([, isSo]) => isSo).map(([problem]) => problem)
}

/** What is asked of the service. */
export function standInBody({ toId, since, until }: StandInForm): {
  toId: string
  since?: string
  until: string
} {
  const from = since === '' ? {} : { since: new Date(since).toISOString() }
  return { toId, ...from, until: new Date(until).toISOString() }
}
