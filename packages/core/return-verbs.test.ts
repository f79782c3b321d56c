import { describe, expect, it, test } from 'vitest'
import { dayMs, hourMs, type Instant } from './instant.ts'
import { isRefusal, refusalCodes } from './refusals.ts'
import {
  isReturnOpen,
  returnMay,
  returnRejection,
  returnResult,
  returnStateAt,
  type ReturnRequest,
  type ReturnShare,
} from './return-request.ts'
import * as verbs from './return-verbs.ts'

const payer = 'mem_payer'
const recipient = 'mem_recipient'
const now: Instant = Date.UTC(2026, 10, 22, 4)
const dueAt = Date.UTC(2026, 10, 29, 16)

const asked: ReturnRequest = {
  id: 'rr_1',
  sourceId: 'pkt_1',
  kind: 'asked',
  payerId: payer,
  recipientId: recipient,
  currency: 'CNY',
  cause: 'AC03',
  amount: 10_000n,
  returned: 0n,
  message: '',
  served: false,
  askedAt: now,
  dueOn: '2026-11-29',
  dueAt,
  deliveredAt: null,
  readAt: null,
  reminderCount: 0,
  remindedAt: null,
  returnedAt: null,
  declinedAt: null,
  declineReason: null,
  note: '',
  withdrawnAt: null,
  closedAt: null,
  changedAt: now,
}
const share: ReturnShare = {
  sourceId: 'pkt_1',
  recipientId: recipient,
  currency: 'CNY',
  received: 10_000n,
  returned: 0n,
  requestCount: 0,
  declinedAt: null,
}
const declined: ReturnRequest = { ...asked, declinedAt: now, declineReason: 'LEGL', closedAt: now }
const withdrawn: ReturnRequest = { ...asked, withdrawnAt: now, closedAt: now }
const part: ReturnRequest = { ...asked, returned: 4_000n, returnedAt: now }
const whole: ReturnRequest = { ...asked, returned: 10_000n, returnedAt: now, closedAt: now }

test.each([
  ['waits for its recipient', asked, now, 'asked', true, 'PDCR', null],
  ['a part came back, and the rest is asked for', part, now, 'part_returned', true, 'PECR', null],
  ['all of it came back', whole, now, 'returned', false, 'CNCL', null],
  ['was declined', declined, now, 'declined', false, 'RJCR', 'LEGL'],
  ['was withdrawn', withdrawn, now, 'withdrawn', false, 'RJCR', null],
  ['the last moment of the day to answer', asked, dueAt - 1, 'asked', true, 'PDCR', null],
  ['nobody answered, from the moment the day is over', asked, dueAt, 'no_answer', false, 'RJCR', 'NOAS'],
  ['a part came back, and the day is over', part, dueAt, 'part_returned', false, 'PECR', null],
] as const)('a request: %s', (_, request, at, state, open, result, rejection) => {
  expect(returnStateAt(request, at)).toBe(state)
  expect(isReturnOpen(request, at)).toBe(open)
  expect(returnResult(request, at)).toBe(result)
  expect(returnRejection(request, at)).toBe(rejection)
})

it('offers each side what is theirs, and a reminder only a day later', () => {
  expect(returnMay(asked, recipient, now)).toEqual(['return', 'decline'])
  expect(returnMay(asked, payer, now)).toEqual(['withdraw'])
  expect(returnMay(asked, payer, now + dayMs)).toEqual(['remind', 'withdraw'])
  expect(returnMay({ ...asked, reminderCount: 3 }, payer, now + dayMs)).toEqual(['withdraw'])
  expect(returnMay(asked, 'mem_stranger', now)).toEqual([])
  expect(returnMay(declined, recipient, now)).toEqual([])
})

describe('asking back', () => {
  const fine: verbs.ReturnAsked = {
    payerId: payer,
    recipientId: recipient,
    isBlocked: false,
    share,
    open: undefined,
  }
  const whatever: verbs.ReturnAskTerms = { amount: null, dueOn: null }
  /** Each row keeps what is wrong in the rows below it, so that the order of the answers is shown. */
  const rows: [code: string, asked: Partial<verbs.ReturnAsked>, terms: Partial<verbs.ReturnAskTerms>][] = [
    ['asked_back_enough', { share: { ...share, requestCount: 3 } }, {}],
    ['return_declined', { share: { ...share, requestCount: 3, declinedAt: now } }, {}],
    ['already_asked_back', { open: asked }, {}],
    ['return_above_left', {}, { amount: 10_001n }],
    ['already_given_back', { share: { ...share, returned: 10_000n } }, {}],
    ['nothing_to_return', { share: undefined }, {}],
    ['return_due_out_of_bounds', {}, { dueOn: '2026-11-24' }],
    ['recipient_blocked', { isBlocked: true }, {}],
    ['self_not_allowed', { recipientId: payer }, {}],
  ]
  test.each(rows.map((row, i) => [row[0], i] as const))('%s comes before what is further down', (code, i) => {
    const wrong = rows.slice(0, i + 1)
    const things = wrong.reduce((so, [, more]) => ({ ...so, ...more }), fine)
    const terms = wrong.reduce((so, [, , more]) => ({ ...so, ...more }), whatever)
    expect(verbs.decideAskReturn(things, terms, now)).toMatchObject({ code })
  })

  it('is for all that is left, within a week, where nobody says otherwise', () => {
    const some = { ...fine, share: { ...share, returned: 2_500n } }
    expect(verbs.decideAskReturn(some, whatever, now)).toEqual({ amount: 7_500n, dueOn: '2026-11-29', dueAt })
  })

  it('may be repeated once the day to answer is over, and was not declined', () => {
    expect(verbs.decideAskReturn({ ...fine, open: asked }, whatever, dueAt)).toMatchObject({
      amount: 10_000n,
    })
  })

  test.each([
    ['yesterday', '2026-11-21'],
    ['in two days', '2026-11-24'],
    ['in thirty-one days', '2026-12-23'],
    ['on the 31st of November', '2026-11-31'],
    ['on no day', '2026-13-01'],
  ])('cannot be due %s', (_, dueOn) => {
    expect(verbs.decideReturnDue(dueOn, now)).toMatchObject({
      code: 'return_due_out_of_bounds',
      data: { from: '2026-11-25', until: '2026-12-22' },
    })
  })

  test.each(['2026-11-25', '2026-12-22'])('can be due %s', (dueOn) => {
    expect(verbs.decideReturnDue(dueOn, now)).toMatchObject({ dueOn })
  })
})

describe('giving back', () => {
  const rich = { balance: 50_000n, state: 'open' } as const
  test.each([
    ['nothing was claimed', undefined, undefined, rich, null, 'nothing_to_return'],
    [
      'all came back',
      { ...share, returned: 10_000n },
      asked,
      { ...rich, state: 'frozen' },
      1n,
      'already_given_back',
    ],
    [
      'more than is left',
      { ...share, returned: 1n },
      asked,
      { ...rich, state: 'frozen' },
      10_000n,
      'return_above_left',
    ],
    ['a frozen wallet', share, asked, { balance: 0n, state: 'frozen' }, null, 'wallet_frozen'],
    ['an emptied wallet', share, asked, { balance: 9_999n, state: 'open' }, null, 'balance_too_low'],
  ] as const)('is refused: %s', (_, held, open, wallet, amount, code) => {
    expect(verbs.decideReturnClaim(held, open, wallet, amount, now)).toMatchObject({ code })
  })

  test.each([
    ['AM04', { balance: 9_999n, state: 'open' }],
    ['AC06', { balance: 10_000n, state: 'frozen' }],
  ] as const)('is refused with %s, as ISO 20022 says why', (rejection, wallet) => {
    expect(verbs.decideReturnClaim(share, asked, wallet, null, now)).toMatchObject({ data: { rejection } })
  })

  test.each([
    ['what is asked for', { ...asked, amount: 3_000n }, null, 3_000n],
    ['a part of it', asked, 1n, 1n],
    ['more than is asked for', { ...asked, amount: 3_000n }, 10_000n, 10_000n],
    ['all that is left where nobody asks', undefined, null, 10_000n],
    ['all that is left once the day is over', { ...asked, amount: 3_000n, dueAt: now }, null, 10_000n],
  ] as const)('gives %s', (_, open, amount, given) => {
    expect(verbs.decideReturnClaim(share, open, rich, amount, now)).toBe(given)
  })
})

describe('a request that is open', () => {
  const day = { quietFrom: null, quietUntil: null, timeZone: 'Asia/Shanghai' }
  const may = { isBlocked: false, recipient: day }
  const night = { ...day, quietFrom: '11:00', quietUntil: '13:00' }

  test.each([
    ['a stranger', asked, recipient, { isBlocked: true, recipient: night }, now, 'not_found'],
    ['a block', declined, payer, { isBlocked: true, recipient: night }, now, 'recipient_blocked'],
    ['a decline', declined, payer, { ...may, recipient: night }, now, 'return_request_over'],
    ['their quiet hours', asked, payer, { ...may, recipient: night }, now, 'recipient_quiet'],
    ['the first day', asked, payer, may, now + dayMs - 1, 'reminded_enough'],
    [
      'a day after the last',
      { ...asked, reminderCount: 1, remindedAt: now + dayMs },
      payer,
      may,
      now + dayMs + 23 * hourMs,
      'reminded_enough',
    ],
    [
      'a fourth',
      { ...asked, reminderCount: 3, remindedAt: now },
      payer,
      may,
      now + 2 * dayMs,
      'reminded_enough',
    ],
  ] as const)('is not reminded of: %s', (_, request, actor, more, at, code) => {
    expect(verbs.decideRemindReturn(request, actor, more, at)).toMatchObject({ code })
  })

  it('is reminded of from the next day on', () => {
    expect(verbs.decideRemindReturn(asked, payer, may, now + dayMs)).toBe('remind')
  })

  it('is declined by its recipient and withdrawn by its payer, once', () => {
    expect(verbs.decideDeclineReturn(asked, recipient, now)).toBe('decline')
    expect(verbs.decideDeclineReturn(asked, payer, now)).toMatchObject({ code: 'not_found' })
    expect(verbs.decideDeclineReturn(withdrawn, recipient, now)).toMatchObject({
      code: 'return_request_over',
    })
    expect(verbs.decideWithdrawReturn(part, payer, now)).toBe('withdraw')
    expect(verbs.decideWithdrawReturn(asked, recipient, now)).toMatchObject({ code: 'not_found' })
    expect(verbs.decideWithdrawReturn(whole, payer, now)).toMatchObject({ code: 'return_request_over' })
    expect(verbs.decideWithdrawReturn(asked, payer, dueAt)).toMatchObject({ code: 'return_request_over' })
  })

  it('is ended by the clock on its moment, and once', () => {
    expect(verbs.decideReturnUnanswered(asked, dueAt - 1)).toBeUndefined()
    expect(verbs.decideReturnUnanswered(asked, dueAt)).toBe('unanswered')
    expect(verbs.decideReturnUnanswered(declined, dueAt)).toBeUndefined()
  })
})

test.each([
  ['a threat', '再不退我就曝光你', ['threat']],
  ['an invention', '这是医院押金', ['invented_emergency']],
  ['another account', '请转到我老婆的银行卡', ['other_account']],
  ['hours instead of days', '两小时内退回', ['short_deadline']],
])('a text is not passed on with %s', (_, text, kinds) => {
  const refusal = verbs.decideReturnText(text, 'message')
  if (!isRefusal(refusal)) throw new Error('it was passed on')
  expect(refusal.code).toBe('return_text_refused')
  expect((refusal.data.findings as { kind: string }[]).map(({ kind }) => kind)).toEqual(kinds)
})

it('a text is passed on that asks politely, and not while a blank is left in it', () => {
  expect(verbs.decideReturnText('麻烦在下周前退回，谢谢。', 'message')).toBe('fine')
  expect(verbs.decideReturnText('是误发：【发错的原因】。', 'message')).toMatchObject({
    data: { blanks: ['【发错的原因】'] },
  })
})

it('its refusals stand in the registry in the order in which they are given', () => {
  const order = [
    'nothing_to_return',
    'already_given_back',
    'return_above_left',
    'wallet_frozen',
    'balance_too_low',
  ]
  const places = order.map((code) => refusalCodes.indexOf(code as (typeof refusalCodes)[number]))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
})
