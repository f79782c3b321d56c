import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as rules from './instalments.ts'
import type { InstalmentPart, Instalments } from './instalments.ts'
import * as verbs from './instalment-verbs.ts'
import { dayMs, hourMs, type Instant } from './instant.ts'
import { startOfChinaDate } from './law/china-date.ts'
import { restDay } from './law/rest-day.ts'
import type { ReturnShare } from './return-request.ts'

const creditor = 'mem_creditor'
const debtor = 'mem_debtor'
/** A Sunday noon in Shanghai. */
const now: Instant = Date.UTC(2026, 10, 22, 4)
const share: ReturnShare = {
  sourceId: 'tr_1',
  recipientId: debtor,
  currency: 'CNY',
  received: 300_000n,
  returned: 0n,
  requestCount: 0,
  declinedAt: null,
}
const terms: verbs.ProposedTerms = {
  principal: 300_000n,
  interest: 0n,
  parts: [
    { amount: 100_000n, dueOn: '2026-11-30' },
    { amount: 200_000n, dueOn: '2026-12-31' },
  ],
}
const part = (no: number, dueOn: string, more: Partial<InstalmentPart> = {}): InstalmentPart => ({
  no,
  amount: 1_000n,
  askedOn: dueOn,
  dueOn,
  paidAt: null,
  missedAt: null,
  ...more,
})
const parts = [part(1, '2026-11-30'), part(2, '2026-12-31')]
const active: Instalments = {
  id: 'ins_1',
  sourceId: 'tr_1',
  creditorId: creditor,
  debtorId: debtor,
  currency: 'CNY',
  state: 'active',
  versionCount: 1,
  proposedVersion: null,
  proposedBy: null,
  proposedAt: null,
  agreedVersion: 1,
  agreedAt: now,
  principalLeft: 2_000n,
  interestLeft: 0n,
  principalPaid: 0n,
  interestPaid: 0n,
  consent: false,
  endedAt: null,
  endedBy: null,
  changedAt: now,
}
const proposed: Instalments = {
  ...active,
  state: 'proposed',
  agreedVersion: null,
  proposedVersion: 1,
  proposedBy: debtor,
}
const over: Instalments = { ...active, state: 'released', endedAt: now, endedBy: creditor }
const rich = { balance: 1_000_000n, state: 'open' } as const

describe('days', () => {
  test.each([
    ['a Sunday', '2026-11-22', '2026-11-23'],
    ['National Day', '2026-10-01', '2026-10-08'],
    ['a Saturday on which people work', '2026-10-10', '2026-10-10'],
    ['a Saturday in a year whose notice is not known', '2027-03-06', '2027-03-08'],
    ['a Wednesday', '2026-11-25', '2026-11-25'],
  ])('%s', (_, asked, due) => {
    expect(rules.workingDayFrom(asked)).toBe(due)
  })

  it('a month on from the 31st is that month’s last day, and the 31st comes back', () => {
    const days = rules.planInstalments(100n, { count: 4, firstOn: '2027-01-31', every: 'month' })
    expect(days.map(({ dueOn }) => dueOn)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'])
  })
})

test('parts of any plan make the sum to the fen, and none is due on a day off', () => {
  fc.assert(
    fc.property(
      fc.bigInt(36n, 10_000_000n),
      fc.integer({ min: 1, max: 36 }),
      fc.constantFrom('week', 'two_weeks', 'month'),
      (principal, count, every) => {
        const planned = rules.planInstalments(principal, { count, firstOn: '2026-11-30', every })
        const decided = verbs.decideTerms({ principal, interest: 0n, parts: planned }, now)
        if (!('parts' in decided)) throw new Error(JSON.stringify(decided.data))
        expect(decided.parts.reduce((so, { amount }) => so + amount, 0n)).toBe(principal)
        for (const { dueOn } of decided.parts) expect(restDay(dueOn)).not.toBe('rest')
      },
    ),
    { numRuns: 200 },
  )
})

describe('terms are refused', () => {
  const days = (...dueOn: string[]) => ({
    ...terms,
    parts: dueOn.map((day) => ({ amount: 300_000n / BigInt(dueOn.length), dueOn: day })),
  })
  test.each([
    ['with no parts', { ...terms, parts: [] }, 'instalment_count_out_of_bounds'],
    [
      'in thirty-seven parts',
      { ...terms, parts: Array(37).fill(terms.parts[0]) },
      'instalment_count_out_of_bounds',
    ],
    ['today', days('2026-11-22'), 'instalment_days_out_of_bounds'],
    ['yesterday', days('2026-11-21'), 'instalment_days_out_of_bounds'],
    ['on the 31st of November', days('2026-11-31'), 'instalment_days_out_of_bounds'],
    ['in four years', days('2030-11-22'), 'instalment_days_out_of_bounds'],
    ['out of order', days('2026-12-02', '2026-12-01'), 'instalment_days_out_of_bounds'],
    [
      'twice on a Monday, once the Saturday before has moved',
      days('2026-11-28', '2026-11-30'),
      'instalment_days_out_of_bounds',
    ],
    ['a fen short', { ...terms, principal: 300_001n }, 'parts_not_the_total'],
    [
      'with interest above four times the LPR',
      { ...days('2026-12-22'), principal: 296_999n, interest: 3_001n },
      'interest_above_law',
    ],
  ] as const)('%s', (_, asked, code) => {
    expect(verbs.decideTerms(asked as verbs.ProposedTerms, now)).toMatchObject({ code })
  })

  it('and interest is fine that both wrote in, below that', () => {
    const asked = {
      principal: 297_100n,
      interest: 2_900n,
      parts: [{ amount: 300_000n, dueOn: '2026-12-22' }],
    }
    expect(verbs.decideTerms(asked, now)).toMatchObject({ interest: 2_900n })
  })
})

describe('a proposal', () => {
  const facts: verbs.ProposalFacts = {
    creditorId: creditor,
    debtorId: debtor,
    actorId: debtor,
    isBlocked: false,
    share,
    open: undefined,
    before: undefined,
    unanswered: undefined,
  }
  /** Each row keeps what is wrong in the rows above it. */
  const rows: [string, Partial<verbs.ProposalFacts>, Partial<verbs.ProposedTerms>][] = [
    ['reminded_enough', { actorId: creditor, before: { count: 3, lastAt: now - 9 * dayMs } }, {}],
    ['parts_not_the_total', {}, { interest: 1n }],
    ['return_above_left', { share: { ...share, returned: 1n } }, {}],
    ['already_given_back', { share: { ...share, returned: 300_000n } }, {}],
    ['nothing_to_return', { share: undefined }, {}],
    ['recipient_blocked', { isBlocked: true }, {}],
    ['self_not_allowed', { debtorId: creditor }, {}],
    ['not_found', { actorId: 'mem_stranger' }, {}],
  ]
  test.each(rows.map(([code], i) => [code, i] as const))(
    'is refused: %s comes before what is above it',
    (code, i) => {
      const wrong = rows.slice(0, i + 1)
      const things = wrong.reduce<verbs.ProposalFacts>((so, [, more]) => ({ ...so, ...more }), facts)
      const asked = wrong.reduce<verbs.ProposedTerms>((so, [, , more]) => ({ ...so, ...more }), terms)
      expect(verbs.decidePropose(things, asked, now)).toMatchObject({ code })
    },
  )

  test.each([
    ['a creditor a day after the second', creditor, undefined, { count: 2, lastAt: now - dayMs }, 'fine'],
    ['a creditor before that', creditor, undefined, { count: 1, lastAt: now - dayMs + 1 }, 'reminded_enough'],
    ['a creditor a fourth time', creditor, undefined, { count: 3, lastAt: 0 }, 'reminded_enough'],
    ['a creditor who answers', creditor, proposed, { count: 3, lastAt: now }, 'fine'],
    ['whoever owes', debtor, undefined, { count: 3, lastAt: now }, 'fine'],
  ] as const)('is begun anew by %s', (_, actorId, open, before, code) => {
    const decided = verbs.decidePropose({ ...facts, actorId, open, before }, terms, now)
    expect('code' in decided ? decided.code : 'fine').toBe(code)
  })

  test.each([
    ['a creditor whose two others nobody answered', creditor, { count: 2, lastAt: now }, 'fine'],
    ['a creditor whose three nobody answered', creditor, { count: 3, lastAt: now - 1 }, 'reminded_enough'],
    ['and a day later', creditor, { count: 3, lastAt: now - dayMs }, 'fine'],
    ['and once more on that day', creditor, { count: 4, lastAt: now - hourMs }, 'reminded_enough'],
    ['whoever owes', debtor, { count: 9, lastAt: now }, 'fine'],
  ] as const)('is put in the place of what waits by %s', (_, actorId, unanswered, code) => {
    const decided = verbs.decidePropose({ ...facts, actorId, open: proposed, unanswered }, terms, now)
    expect('code' in decided ? decided.code : 'fine').toBe(code)
  })

  const more = { terms: { ...terms, parts: [part(1, '2026-11-30')] }, share, now }
  const accept = (
    instalments: Instalments,
    actorId: string,
    version: number,
    things: Partial<typeof more> = {},
  ) => verbs.decideAcceptInstalments(instalments, { actorId, version }, { ...more, ...things })

  it('is accepted by the other, in the version that they saw', () => {
    expect(accept(proposed, creditor, 1)).toBe('accept')
    expect(accept(proposed, debtor, 1)).toMatchObject({ code: 'own_act' })
    expect(accept(proposed, 'mem_stranger', 1)).toMatchObject({ code: 'not_found' })
    expect(accept({ ...proposed, proposedVersion: 2 }, creditor, 1)).toMatchObject({
      code: 'instalments_moved_on',
      data: { version: 2 },
    })
    expect(accept(over, creditor, 1)).toMatchObject({ code: 'instalments_over' })
  })

  it('no longer fits once more came back than it leaves, or its first day is over', () => {
    expect(accept(proposed, creditor, 1, { share: { ...share, returned: 1n } })).toMatchObject({
      code: 'instalments_moved_on',
    })
    expect(accept(proposed, creditor, 1, { now: startOfChinaDate('2026-12-01') })).toMatchObject({
      data: { late: true },
    })
  })

  it('is withdrawn by whoever made it and declined by the other', () => {
    expect(verbs.decideDropProposal(proposed, debtor)).toBe('withdrawn')
    expect(verbs.decideDropProposal(proposed, creditor)).toBe('declined')
    expect(verbs.decideDropProposal(active, creditor)).toMatchObject({ code: 'instalments_moved_on' })
  })
})

describe('paying', () => {
  const pay = (
    no: number | 'all' | 'next',
    by = debtor,
    of = active,
    wallet: Parameters<typeof verbs.decidePayPart>[3] = rich,
    paid = parts,
  ) => verbs.decidePayPart(of, { actorId: by, no }, paid, wallet)
  const paidFirst = [part(1, '2026-11-30', { paidAt: now }), parts[1]!]

  it('is for the next part, another one, or all that is left', () => {
    expect(pay('next')).toEqual([parts[0]])
    expect(pay(2)).toEqual([parts[1]])
    expect(pay('all', debtor, active, rich, paidFirst)).toEqual([parts[1]])
  })

  test.each([
    ['by a stranger', pay('next', 'mem_stranger'), 'not_found'],
    ['by the creditor', pay('next', creditor), 'own_act'],
    ['after a release', pay('next', debtor, over), 'instalments_over'],
    ['before it is agreed', pay('next', debtor, proposed), 'instalments_not_agreed'],
    ['of a part twice', pay(1, debtor, active, rich, paidFirst), 'instalment_paid_already'],
    ['of a part that is not there', pay(3), 'not_found'],
    ['from a frozen wallet', pay('next', debtor, active, { balance: 0n, state: 'frozen' }), 'wallet_frozen'],
    [
      'from an emptied wallet',
      pay('all', debtor, active, { balance: 1_999n, state: 'open' }),
      'balance_too_low',
    ],
  ])('is refused: %s', (_, decided, code) => {
    expect(decided).toMatchObject({ code })
  })

  it('is owed by nobody once it has ended, however it did', () => {
    expect(rules.instalmentsOwed(active)).toBe(2_000n)
    expect(rules.instalmentsOwed(over)).toBe(0n)
    expect(rules.instalmentsOwed({ ...active, endedAt: over.endedAt })).toBe(0n)
  })

  it('gives back what was agreed first, and interest last', () => {
    expect(rules.dividePayment({ principalLeft: 700n }, 1_000n)).toEqual({ principal: 700n, interest: 300n })
    expect(rules.dividePayment({ principalLeft: 1_700n }, 1_000n)).toEqual({
      principal: 1_000n,
      interest: 0n,
    })
  })
})

describe('the clock', () => {
  const nine = startOfChinaDate('2026-11-30') + 9 * hourMs
  const night = startOfChinaDate('2026-12-01')
  const consents: Instalments = { ...active, consent: true }
  const due = (of: Instalments, at: Instant, wallet: Parameters<typeof verbs.decideDuePart>[2] = rich) =>
    verbs.decideDuePart(of, parts, wallet, at)

  it('pays at nine on the day, where the debtor has consented', () => {
    expect(due(consents, nine - 1)).toBeUndefined()
    expect(due(consents, nine)).toMatchObject({ do: 'pay', part: { no: 1 } })
    expect(rules.nextLookAt(consents, parts)).toBe(nine)
  })

  it('finds a part missed at the end of its day, or at nine where there is not enough', () => {
    expect(due(active, night - 1)).toBeUndefined()
    expect(due(active, night)).toMatchObject({ do: 'miss', reason: null })
    expect(rules.nextLookAt(active, parts)).toBe(night)
    expect(due(consents, nine, { balance: 999n, state: 'open' })).toMatchObject({
      do: 'miss',
      reason: 'AM04',
    })
    expect(due(consents, nine, { balance: 9_999n, state: 'frozen' })).toMatchObject({
      do: 'miss',
      reason: 'AC06',
    })
  })

  it('has nothing to do about what was paid early, was missed before, or has ended', () => {
    const done = [part(1, '2026-11-30', { paidAt: now }), part(2, '2026-12-31', { missedAt: now })]
    expect(rules.nextLookAt(active, done)).toBeNull()
    expect(verbs.decideDuePart(active, done, rich, night + 60 * dayMs)).toBeUndefined()
    expect(due(over, night)).toBeUndefined()
  })

  it('shows each part as what it is that day', () => {
    const at = (moment: Instant) => parts.map((one) => rules.partStateAt(one, moment))
    expect(at(now)).toEqual(['to_come', 'to_come'])
    expect(at(nine)).toEqual(['due', 'to_come'])
    expect(at(night)).toEqual(['missed', 'to_come'])
  })
})

it('consent is the debtor’s, the release the creditor’s, while something is to be paid', () => {
  expect(verbs.decideConsent(active, debtor)).toBe('set')
  expect(verbs.decideConsent(active, creditor)).toMatchObject({ code: 'own_act' })
  expect(verbs.decideConsent(proposed, debtor)).toMatchObject({ code: 'instalments_not_agreed' })
  expect(verbs.decideRelease(active, creditor)).toBe('release')
  expect(verbs.decideRelease(active, debtor)).toMatchObject({ code: 'own_act' })
  expect(verbs.decideRelease(over, creditor)).toMatchObject({ code: 'instalments_over' })
  expect(rules.instalmentsMay(active, debtor)).toEqual(['propose', 'pay', 'consent'])
  expect(rules.instalmentsMay({ ...proposed, proposedBy: creditor }, debtor)).toEqual([
    'propose',
    'accept',
    'drop',
  ])
  expect(rules.instalmentsMay(over, debtor)).toEqual([])
})
