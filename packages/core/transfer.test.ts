import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayMs, hourMs, secondMs, type Instant } from './instant.ts'
import { profileNames, profiles, type ProfileName } from './profile.ts'
import { isRefusal, refusalCodes, type RefusalCode } from './refusals.ts'
import * as rules from './transfer.ts'
import type { Transfer, TransferAsk, TransferFacts, TransferState, TransferVerb } from './transfer.ts'

const payer = 'mem_payer'
const payee = 'mem_payee'
const stranger = 'mem_stranger'
const sentAt: Instant = Date.UTC(2026, 10, 22, 8)
const deliverAt = sentAt + 10 * secondMs
const arriveAt = deliverAt + 2 * hourMs
const acceptBy = deliverAt + dayMs

const waiting: Transfer = {
  id: 'tr_1',
  payerId: payer,
  payeeId: payee,
  profile: 'laisee',
  currency: 'CNY',
  amount: 5_200n,
  note: '',
  delayS: 7_200,
  needsAcceptance: false,
  sentAt,
  deliverAt,
  acceptBy: null,
  state: 'undo',
  acceptedAt: null,
  arriveAt,
  closedAt: null,
  closedBy: null,
  closeReason: null,
  changedAt: sentAt,
}

const asked: Transfer = {
  ...waiting,
  profile: 'wechat-personal',
  delayS: 0,
  needsAcceptance: true,
  acceptBy,
  arriveAt: null,
}

function closed(state: TransferState, by = payer): Transfer {
  return { ...waiting, state, closedAt: deliverAt + 5, closedBy: by, changedAt: deliverAt + 5 }
}

const ask: TransferAsk = { payerId: payer, payeeId: payee, amount: 5_200n, delayS: 7_200, profile: 'laisee' }
const facts: TransferFacts = {
  payeeKnown: true,
  blocked: false,
  wallet: { balance: 10_000n, state: 'open' },
  undoS: 10,
}

describe('sending', () => {
  test('a transfer is delivered after the undo window and arrives after its delay', () => {
    expect(rules.decideSendTransfer(ask, facts, sentAt)).toEqual({
      needsAcceptance: false,
      deliverAt,
      acceptBy: null,
      arriveAt,
    })
  })

  test('where the profile asks for acceptance, there is a day to accept and no arrival yet', () => {
    const times = rules.decideSendTransfer({ ...ask, profile: 'wechat-personal' }, facts, sentAt)
    expect(times).toEqual({ needsAcceptance: true, deliverAt, acceptBy, arriveAt: null })
  })

  test('a transfer without delay arrives the moment it is delivered', () => {
    expect(rules.decideSendTransfer({ ...ask, delayS: 0 }, facts, sentAt)).toMatchObject({
      deliverAt,
      arriveAt: deliverAt,
    })
  })

  const wrongs: { code: RefusalCode; ask?: Partial<TransferAsk>; facts?: Partial<TransferFacts> }[] = [
    { code: 'member_unknown', facts: { payeeKnown: false } },
    { code: 'self_not_allowed', ask: { payeeId: payer } },
    { code: 'recipient_blocked', facts: { blocked: true } },
    { code: 'amount_above_max', ask: { amount: 5_000_001n } },
    { code: 'delay_out_of_bounds', ask: { delayS: 604_801 } },
    { code: 'wallet_frozen', facts: { wallet: { balance: 10_000n, state: 'frozen' } } },
    { code: 'balance_too_low', facts: { wallet: { balance: 5_199n, state: 'open' } } },
  ]

  test.each(wrongs)(
    'a send is refused as $code, also when everything below it is wrong as well',
    ({ code }) => {
      const from = wrongs.findIndex((wrong) => wrong.code === code)
      const alone = rules.decideSendTransfer(
        { ...ask, ...wrongs[from]!.ask },
        { ...facts, ...wrongs[from]!.facts },
        sentAt,
      )
      expect(alone).toMatchObject({ kind: 'refusal', code })
      const below = wrongs.slice(from).reverse()
      const worst = rules.decideSendTransfer(
        Object.assign({}, ask, ...below.map((wrong) => wrong.ask)) as TransferAsk,
        Object.assign({}, facts, ...below.map((wrong) => wrong.facts)) as TransferFacts,
        sentAt,
      )
      expect(worst).toMatchObject({ kind: 'refusal', code })
    },
  )

  test('the refusals of a send stand in the order of the registry', () => {
    const places = wrongs.map((wrong) => refusalCodes.indexOf(wrong.code))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test.each(profileNames)('the cap and the longest delay of %s are allowed, one more is not', (profile) => {
    const { transferMax, transferDelayMaxMs } = profiles[profile]
    const rich = { ...facts, wallet: { balance: transferMax * 2n, state: 'open' as const } }
    const most = { ...ask, profile, amount: transferMax, delayS: transferDelayMaxMs / secondMs }
    expect(rules.decideSendTransfer(most, rich, sentAt)).not.toHaveProperty('code')
    expect(rules.decideSendTransfer({ ...most, amount: most.amount + 1n }, rich, sentAt)).toMatchObject({
      code: 'amount_above_max',
    })
    expect(rules.decideSendTransfer({ ...most, delayS: -1 }, rich, sentAt)).toMatchObject({
      code: 'delay_out_of_bounds',
    })
    expect(rules.decideSendTransfer({ ...most, delayS: most.delayS + 1 }, rich, sentAt)).toMatchObject({
      code: 'delay_out_of_bounds',
    })
  })
})

type Row = [what: string, transfer: Transfer, actor: string, now: Instant, expected: unknown]
const said = (code: RefusalCode, data: object = {}) => ({ kind: 'refusal', code, data })
const clock = { decidedBy: 'clock' }
const byPayer = { decidedAt: deliverAt + 5, decidedBy: payer }
const byPayee = { decidedAt: deliverAt + 5, decidedBy: payee }
const later = deliverAt + 60_000

const undoRows: Row[] = [
  ['not the payer', waiting, payee, sentAt, said('not_found')],
  ['undone before', closed('undone'), payer, later, said('already_undone', byPayer)],
  ['recalled before', closed('recalled'), payer, later, said('already_recalled', byPayer)],
  ['declined before', closed('declined', payee), payer, later, said('already_declined', byPayee)],
  [
    'arrived, not swept',
    waiting,
    payer,
    arriveAt,
    said('already_arrived', { decidedAt: arriveAt, ...clock }),
  ],
  [
    'returned, not swept',
    asked,
    payer,
    acceptBy,
    said('already_returned', { decidedAt: acceptBy, ...clock }),
  ],
  ['delivered', waiting, payer, deliverAt, said('undo_window_over', { deliverAt })],
  ['the last millisecond', waiting, payer, deliverAt - 1, 'undo'],
]

const recallRows: Row[] = [
  ['not the payer', waiting, payee, later, said('not_found')],
  ['undone before', closed('undone'), payer, later, said('already_undone', byPayer)],
  ['recalled before', closed('recalled'), payer, later, said('already_recalled', byPayer)],
  ['declined before', closed('declined', payee), payer, later, said('already_declined', byPayee)],
  [
    'arrived, not swept',
    waiting,
    payer,
    arriveAt,
    said('already_arrived', { decidedAt: arriveAt, ...clock }),
  ],
  [
    'arrived and swept later',
    { ...closed('arrived', 'clock'), closedAt: arriveAt },
    payer,
    later,
    said('already_arrived', { decidedAt: arriveAt, ...clock }),
  ],
  [
    'returned, not swept',
    { ...asked, profile: 'laisee' },
    payer,
    acceptBy,
    said('already_returned', { decidedAt: acceptBy, ...clock }),
  ],
  [
    'in its undo window',
    { ...waiting, profile: 'wechat-personal' },
    payer,
    deliverAt - 1,
    said('not_delivered_yet', { deliverAt }),
  ],
  [
    'a profile without recall',
    { ...waiting, profile: 'wechat-personal' },
    payer,
    deliverAt,
    said('not_recallable'),
  ],
  ['delivered', waiting, payer, deliverAt, { result: 'CNCL' }],
  ['the last millisecond', waiting, payer, arriveAt - 1, { result: 'CNCL' }],
]

const acceptRows: Row[] = [
  ['the payer', asked, payer, later, said('not_found')],
  ['a stranger', asked, stranger, later, said('not_found')],
  ['in its undo window', asked, payee, deliverAt - 1, said('not_found')],
  ['undone', closed('undone'), payee, later, said('not_found')],
  ['recalled before', closed('recalled'), payee, later, said('already_recalled', byPayer)],
  ['declined before', closed('declined', payee), payee, later, said('already_declined', byPayee)],
  [
    'arrived, not swept',
    waiting,
    payee,
    arriveAt,
    said('already_arrived', { decidedAt: arriveAt, ...clock }),
  ],
  ['its day is over', asked, payee, acceptBy, said('already_returned', { decidedAt: acceptBy, ...clock })],
  [
    'accepted before',
    { ...asked, acceptedAt: deliverAt, arriveAt },
    payee,
    later,
    said('already_accepted', { acceptedAt: deliverAt, arriveAt }),
  ],
  ['nobody asked', waiting, payee, later, said('acceptance_not_asked', { arriveAt })],
  ['within the delay', { ...asked, delayS: 7_200 }, payee, later, { acceptedAt: later, arriveAt }],
  ['after the delay', { ...asked, delayS: 30 }, payee, later, { acceptedAt: later, arriveAt: later }],
  ['the last millisecond', asked, payee, acceptBy - 1, { acceptedAt: acceptBy - 1, arriveAt: acceptBy - 1 }],
]

const declineRows: Row[] = [
  ['the payer', waiting, payer, later, said('not_found')],
  ['in its undo window', waiting, payee, deliverAt - 1, said('not_found')],
  ['undone', closed('undone'), payee, later, said('not_found')],
  ['recalled before', closed('recalled'), payee, later, said('already_recalled', byPayer)],
  ['declined before', closed('declined', payee), payee, later, said('already_declined', byPayee)],
  [
    'arrived, not swept',
    waiting,
    payee,
    arriveAt,
    said('already_arrived', { decidedAt: arriveAt, ...clock }),
  ],
  ['its day is over', asked, payee, acceptBy, said('already_returned', { decidedAt: acceptBy, ...clock })],
  ['delivered', waiting, payee, deliverAt, 'decline'],
  ['accepted, not arrived', { ...asked, acceptedAt: deliverAt, arriveAt }, payee, arriveAt - 1, 'decline'],
]

const cancelRows: Row[] = [
  ['not the payer', waiting, payee, sentAt, said('not_found')],
  ['in its undo window', waiting, payer, deliverAt - 1, 'undo'],
  ['delivered', waiting, payer, deliverAt, 'recall'],
  ['a profile without recall', asked, payer, deliverAt, said('not_recallable')],
  ['arrived', waiting, payer, arriveAt, said('already_arrived', { decidedAt: arriveAt, ...clock })],
  ['undone before', closed('undone'), payer, later, said('already_undone', byPayer)],
]

test.each(undoRows)('undo · %s', (_, transfer, actor, now, expected) => {
  expect(rules.decideUndoTransfer(transfer, actor, now)).toEqual(expected)
})
test.each(recallRows)('recall · %s', (_, transfer, actor, now, expected) => {
  expect(rules.decideRecallTransfer(transfer, actor, now)).toEqual(expected)
})
test.each(acceptRows)('accept · %s', (_, transfer, actor, now, expected) => {
  expect(rules.decideAcceptTransfer(transfer, actor, now)).toEqual(expected)
})
test.each(declineRows)('decline · %s', (_, transfer, actor, now, expected) => {
  expect(rules.decideDeclineTransfer(transfer, actor, now)).toEqual(expected)
})
test.each(cancelRows)('cancel · %s', (_, transfer, actor, now, expected) => {
  expect(rules.decideCancelTransfer(transfer, actor, now)).toEqual(expected)
})

test.each([
  ['undo', undoRows],
  ['recall', recallRows],
  ['accept', acceptRows],
  ['decline', declineRows],
] as const)('the refusals of %s stand in the order of the registry', (_, rows) => {
  const places = rows.flatMap(([, , , , expected]) =>
    isRefusal(expected) ? [refusalCodes.indexOf(expected.code)] : [],
  )
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

// Any life a transfer can have: sent somehow, then verbs tried at moments that never run backwards.

const anyTransfer = fc
  .record({
    profile: fc.constantFrom<ProfileName>(...profileNames),
    delayS: fc.constantFrom(0, 1, 7_200, 86_400),
    undoS: fc.constantFrom(5, 10, 20, 30),
  })
  .map(({ profile, delayS, undoS }): Transfer => {
    const times = rules.decideSendTransfer({ ...ask, profile, delayS }, { ...facts, undoS }, sentAt)
    if (isRefusal(times)) throw new Error(times.code)
    return { ...waiting, profile, delayS, ...times }
  })

interface Step {
  verb: TransferVerb
  actor: string
  afterMs: number
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom<TransferVerb>('undo', 'recall', 'accept', 'decline', 'arrive', 'return'),
  actor: fc.constantFrom(payer, payee, stranger),
  afterMs: fc.oneof(
    fc.constantFrom(0, 1, 4_999, 5_000, 10_000, 7_200_000, 86_400_000),
    fc.integer({ min: 0, max: 90_000_000 }),
  ),
})

function end(transfer: Transfer, state: TransferState, at: Instant, by: string): Transfer {
  return { ...transfer, state, closedAt: at, closedBy: by, changedAt: at }
}

/** The transfer after a verb, or the same object where the rules said no. */
function after(transfer: Transfer, { verb, actor }: Step, now: Instant): Transfer {
  if (verb === 'undo')
    return isRefusal(rules.decideUndoTransfer(transfer, actor, now))
      ? transfer
      : end(transfer, 'undone', now, actor)
  if (verb === 'recall')
    return isRefusal(rules.decideRecallTransfer(transfer, actor, now))
      ? transfer
      : end(transfer, 'recalled', now, actor)
  if (verb === 'decline')
    return isRefusal(rules.decideDeclineTransfer(transfer, actor, now))
      ? transfer
      : end(transfer, 'declined', now, actor)
  if (verb === 'accept') {
    const accepted = rules.decideAcceptTransfer(transfer, actor, now)
    return isRefusal(accepted) ? transfer : { ...transfer, ...accepted, changedAt: now }
  }
  const at = verb === 'arrive' ? rules.decideArrive(transfer, now) : rules.decideReturn(transfer, now)
  return at === undefined ? transfer : end(transfer, verb === 'arrive' ? 'arrived' : 'returned', at, 'clock')
}

test('whatever is tried, a transfer ends once, and what the clock has decided stays decided', () => {
  fc.assert(
    fc.property(anyTransfer, fc.array(anyStep, { maxLength: 25 }), (sent, steps) => {
      let transfer = sent
      let now = sentAt
      for (const step of steps) {
        now += step.afterMs
        const before = rules.transferEndAt(transfer, now)
        transfer = after(transfer, step, now)
        if (before) expect(rules.transferEndAt(transfer, now)).toEqual(before)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('a screen offers exactly the verbs that would succeed', () => {
  const decide: Partial<Record<TransferVerb, (transfer: Transfer, actor: string, now: Instant) => unknown>> =
    {
      undo: rules.decideUndoTransfer,
      recall: rules.decideRecallTransfer,
      accept: rules.decideAcceptTransfer,
      decline: rules.decideDeclineTransfer,
    }
  fc.assert(
    fc.property(
      anyTransfer,
      fc.array(anyStep, { maxLength: 8 }),
      fc.constantFrom(payer, payee, stranger),
      (sent, steps, member) => {
        let transfer = sent
        let now = sentAt
        for (const step of steps) {
          now += step.afterMs
          transfer = after(transfer, step, now)
        }
        const succeed = Object.entries(decide).flatMap(([verb, rule]) =>
          isRefusal(rule(transfer, member, now)) ? [] : [verb],
        )
        expect(rules.transferMay(transfer, member, now)).toEqual(succeed)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('no verb succeeds once a transfer is closed', () => {
  for (const [verb, states] of Object.entries(rules.transferCan)) {
    expect(states.length, verb).toBeGreaterThan(0)
    expect(states.every((state) => state === 'undo' || state === 'waiting')).toBe(true)
  }
})

test('the payee learns nothing of a transfer before it is delivered, and never of an undone one', () => {
  expect(rules.maySeeTransferAt(waiting, payee, deliverAt - 1)).toBe(false)
  expect(rules.maySeeTransferAt(waiting, payee, deliverAt)).toBe(true)
  expect(rules.maySeeTransferAt(closed('undone'), payee, later)).toBe(false)
  expect(rules.maySeeTransferAt(waiting, stranger, later)).toBe(false)
  expect(rules.maySeeTransferAt(closed('undone'), payer, later)).toBe(true)
})

test('nobody accepts and nothing arrives: it goes back on the millisecond of its last day', () => {
  expect(rules.decideReturn(asked, acceptBy - 1)).toBeUndefined()
  expect(rules.decideReturn(asked, acceptBy)).toBe(acceptBy)
  expect(rules.decideReturn(asked, acceptBy + dayMs)).toBe(acceptBy)
  expect(rules.decideArrive(asked, acceptBy + dayMs)).toBeUndefined()
})

test('a late sweep arrives at the moment the transfer was due', () => {
  expect(rules.decideArrive(waiting, arriveAt - 1)).toBeUndefined()
  expect(rules.decideArrive(waiting, arriveAt + dayMs)).toBe(arriveAt)
  expect(rules.decideArrive(closed('recalled'), arriveAt + dayMs)).toBeUndefined()
})
