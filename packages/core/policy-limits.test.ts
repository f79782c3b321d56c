import { describe, expect, it } from 'vitest'
import {
  decideOrganisationLimits,
  leftInOrganisation,
  standingLimits,
  type LimitedSender,
  type PolicyLimits,
} from './policy-limits.ts'
import { isRefusal } from './refusals.ts'
import { periodsAt } from './wall-day.ts'

const periods = periodsAt('Asia/Shanghai', 0)
const none = { share: null, send: null, day: null, month: null }
const nothing = { day: 0n, month: 0n }
const plain: PolicyLimits = {
  limits: { share: 100n, send: 500n, day: 600n, month: 1_000n },
  roleLimits: [],
  totalLimits: { day: null, month: null },
}
const layered: PolicyLimits = {
  limits: { ...none, send: 500n, day: 600n },
  roleLimits: [{ role: 'administrator', ...none, send: 300n, day: 700n }],
  totalLimits: { day: 900n, month: 2_000n },
}
const sender = (more: Partial<LimitedSender> = {}): LimitedSender => ({
  roles: ['sender'],
  own: nothing,
  total: nothing,
  ...more,
})
const both = { roles: ['sender', 'administrator'] } as const
const decide = (policy: PolicyLimits, amount: bigint, who: LimitedSender, count = 1, whole = amount) =>
  decideOrganisationLimits(policy, { field: 'total', amount, count, whole }, who, {
    periods,
    policyVersion: 7,
  })

describe('limits of an organisation', () => {
  it.each([
    ['limit_share', 201n, 2, 0n, 0n],
    ['limit_send', 501n, 9, 0n, 0n],
    ['limit_day', 101n, 9, 500n, 500n],
    ['limit_day', 1n, 9, 9_999n, 500n],
    ['limit_month', 101n, 9, 0n, 900n],
    ['within', 100n, 1, 500n, 900n],
  ])('for each sender answer %s', (answer, amount, count, day, month) => {
    const decision = decide(plain, amount, sender({ own: { day, month } }), count)
    expect(isRefusal(decision) ? decision.code : decision).toBe(answer)
  })

  it.each([
    ['a sender at their own', 500n, sender(), 'within'],
    [
      'an administrator above their role’s',
      301n,
      sender(both),
      { layer: 'role', role: 'administrator', max: 300 },
    ],
    ['an administrator at it', 300n, sender(both), 'within'],
    [
      'an administrator of whom each sender’s day asks more than the role’s',
      101n,
      sender({ ...both, own: { day: 500n, month: 500n } }),
      { layer: 'organisation', max: 600, left: 100 },
    ],
    [
      'a sender on a day on which others have sent',
      101n,
      sender({ total: { day: 800n, month: 800n } }),
      { layer: 'total', max: 900, left: 100 },
    ],
    [
      'a sender in a month in which others have sent',
      101n,
      sender({ total: { day: 0n, month: 1_900n } }),
      { layer: 'total', max: 2_000, left: 100 },
    ],
  ])('bind by the strictest layer: %s', (_, amount, who, expected) => {
    const decision = decide(layered, amount, who)
    if (expected === 'within') expect(decision).toBe('within')
    else expect(decision).toMatchObject({ data: { ...(expected as object), policyVersion: 7 } })
  })

  it('judge a part of a plan by the plan’s sum, and count the part', () => {
    expect(decide(layered, 100n, sender(), 1, 501n)).toMatchObject({ code: 'limit_send' })
    expect(decide(layered, 100n, sender({ own: { day: 500n, month: 0n } }), 1, 500n)).toBe('within')
  })

  it('leave what the strictest layer leaves', () => {
    const who = sender({ own: { day: 100n, month: 100n }, total: { day: 500n, month: 600n } })
    expect(leftInOrganisation(layered, 50n, who)).toEqual({ day: 350n, month: 1_350n })
    expect(leftInOrganisation({ ...plain, limits: none }, 50n, who)).toEqual({ day: null, month: null })
    expect(standingLimits(layered, who)).toEqual([
      { kind: 'send', max: 500n, left: 500n, layer: 'organisation' },
      { kind: 'day', max: 900n, left: 400n, layer: 'total' },
      { kind: 'month', max: 2_000n, left: 1_400n, layer: 'total' },
    ])
  })
})
