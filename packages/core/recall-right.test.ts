import { describe, expect, it } from 'vitest'
import {
  decideRecallRight,
  recallChance,
  rightToRecall,
  type RecallAsker,
  type RecallRight,
} from './recall-right.ts'
import { refuse } from './refusals.ts'

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
    const decision = decideRecallRight({ policyVersion: 3, rights }, asker, send, now)
    expect(decision === 'recall' ? decision : decision.code).toBe(answer)
    if (decision !== 'recall') expect(decision.data).toMatchObject({ policyVersion: 3 })
  })
})

describe('the right to a recall', () => {
  it.each([
    [
      'the longest of those in time counts',
      [own, { ...own, withinS: 600 }],
      { until: null, reasonNeeded: false },
    ],
    [
      'it ends so long after delivery',
      [{ ...own, withinS: 90 }],
      { until: now + 30_000, reasonNeeded: false },
    ],
    [
      'a reason is asked for where every right in time asks for one',
      [
        { ...own, withinS: 59 },
        { ...own, withinS: 61, reasonNeeded: true },
      ],
      { until: now + 1_000, reasonNeeded: true },
    ],
  ])('%s', (_, rights, held) => {
    expect(rightToRecall({ policyVersion: 3, rights }, ann, send, now)).toEqual(held)
  })

  it('what became of the send is said before the right that is missing', () => {
    const over = refuse('already_expired', { decidedBy: 'clock' })
    const none = refuse('recall_right_missing', { whose: 'own' })
    const right = { until: null, reasonNeeded: true }
    expect(recallChance({ returned: 500n }, right)).toEqual({ returned: 500n, right, refusal: null })
    expect(recallChance({ returned: 500n }, none)).toEqual({ returned: 0n, right: null, refusal: none })
    expect(recallChance(over, right)).toEqual({ returned: 0n, right, refusal: over })
    expect(recallChance(over, none)).toEqual({ returned: 0n, right: null, refusal: over })
  })
})
