import { describe, expect, it } from 'vitest'
import { decideRecallRight, type RecallAsker, type RecallRight } from './recall-right.ts'

const now = 1_800_000_000_000
const send = { payerId: 'ann', deliverAt: now - 60_000 }
const ann: RecallAsker = { memberId: 'ann', roles: ['sender'], saysWhy: false }
const ada: RecallAsker = { memberId: 'ada', roles: ['administrator'], saysWhy: true }
const own: RecallRight = {
  role: 'sender',
  whose: 'own',
  withinS: null,
  reasonNeeded: false,
  onlyMemberIds: null,
}
const others: RecallRight = {
  role: 'administrator',
  whose: 'others',
  withinS: 61,
  reasonNeeded: true,
  onlyMemberIds: null,
}

describe('a recall for an organisation', () => {
  it.each([
    ['recall_right_missing', [], ann],
    ['recall_right_missing', [others], ann],
    ['recall_right_missing', [own], ada],
    ['recall_right_missing', [own], { ...ann, roles: [] }],
    ['recall_right_missing', [{ ...others, onlyMemberIds: ['abe'] }], ada],
    ['recall_too_late', [{ ...others, withinS: 60 }], { ...ada, saysWhy: false }],
    ['recall_reason_needed', [others], { ...ada, saysWhy: false }],
    ['recall', [others], ada],
    ['recall', [{ ...others, onlyMemberIds: ['ada'] }], ada],
    ['recall', [own], ann],
    ['recall', [{ ...own, reasonNeeded: true }, own], ann],
    [
      'recall',
      [
        { ...own, withinS: 1 },
        { ...own, withinS: 600 },
      ],
      ann,
    ],
  ] as const)('is answered %s', (answer, rights, asker) => {
    const decision = decideRecallRight(rights, asker, send, now)
    expect(decision === 'recall' ? decision : decision.code).toBe(answer)
  })
})
