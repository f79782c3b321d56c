import { expect, it } from 'vitest'
import { dayMs } from '@laisee/core/instant.ts'
import type { Person } from '../data/organisation-data.ts'
import type { Approval } from './approval-data.ts'
import { couldTake, standInBody, standInProblems } from './stand-ins.ts'

const person = (id: string, ...roles: string[]) => ({ member: { id, name: id }, state: 'active', roles })
const people = [
  person('sender', 'administrator'),
  person('me', 'approver'),
  person('beside', 'approver'),
  person('spoke', 'approver'),
  person('free', 'approver'),
  person('boss', 'administrator'),
  person('clerk', 'sender'),
  person('paid', 'approver'),
  { ...person('gone', 'approver'), state: 'ended' },
] as unknown as Person[]
const at = '2026-11-22T04:00:00.000Z'
const approval = {
  sender: { id: 'sender' },
  send: { recipientIds: ['paid'] },
  steps: [
    { manner: 'any', memberIds: ['spoke'] },
    { manner: 'all', memberIds: ['me', 'beside'] },
  ],
  passOnAt: null,
  approveBy: at,
  acts: [{ at, kind: 'approved', memberId: 'spoke', step: 0, seatOf: 'spoke', toId: null, note: null }],
} as unknown as Approval

it('a seat can be given to whoever may approve, has not spoken, did not send it, is not paid by it and does not sit beside one', () => {
  const taking = (memberId: string) => couldTake(approval, people, memberId).map(({ member }) => member.id)
  expect(taking('me')).toEqual(['free', 'boss'])
  expect(taking('spoke')).toEqual([])
  expect(taking('boss')).toEqual([])
})

it('another approves for one from now on or from a day on, and for ninety days at most', () => {
  const now = new Date('2026-11-22T12:00').getTime()
  const local = (ms: number) => {
    const here = new Date(now + ms)
    return new Date(here.getTime() - here.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  }
  const form = { toId: 'free', since: '', until: local(90 * dayMs) }
  expect(standInProblems(form, now)).toEqual([])
  expect(standInBody(form)).toEqual({ toId: 'free', until: new Date(now + 90 * dayMs).toISOString() })
  expect(standInProblems({ ...form, until: local(91 * dayMs) }, now)).toEqual(['untilWrong'])
  expect(standInProblems({ toId: '', since: '', until: '' }, now)).toEqual(['toNeeded', 'untilWrong'])
  const later = { toId: 'free', since: local(5 * dayMs), until: local(3 * dayMs) }
  expect(standInProblems(later, now)).toEqual(['untilWrong'])
  expect(standInBody({ ...later, until: local(6 * dayMs) })).toMatchObject({
    since: new Date(now + 5 * dayMs).toISOString(),
  })
})
