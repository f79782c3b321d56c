import { expect, test } from 'vitest'
import { notHeld } from './hold.ts'
import { dayMs, hourMs, secondMs, type Instant } from './instant.ts'
import { isRefusal, refusalCodes, type RefusalCode } from './refusals.ts'
import * as rules from './transfer.ts'
import * as verbs from './transfer-verbs.ts'
import type { Transfer, TransferState } from './transfer.ts'

const payer = 'mem_payer'
const payee = 'mem_payee'
const stranger = 'mem_stranger'
const sentAt: Instant = Date.UTC(2026, 10, 22, 8)
const deliverAt = sentAt + 10 * secondMs
const arriveAt = deliverAt + 2 * hourMs
const acceptBy = deliverAt + dayMs

const waiting: Transfer = {
  ...notHeld,
  approveBy: null,
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

type Row = [what: string, transfer: Transfer, actor: string, now: Instant, expected: unknown]
const said = (code: RefusalCode, data: object = {}) => ({ kind: 'refusal', code, data })
const clock = { decidedBy: 'clock' }
const byPayer = { decidedAt: deliverAt + 5, decidedBy: payer }
const byPayee = { decidedAt: deliverAt + 5, decidedBy: payee }
const later = deliverAt + 60_000
const arrived = said('already_arrived', { decidedAt: arriveAt, ...clock })
const returned = said('already_returned', { decidedAt: acceptBy, ...clock })

const undoRows: Row[] = [
  ['not the payer', waiting, payee, sentAt, said('not_found')],
  ['undone before', closed('undone'), payer, later, said('already_undone', byPayer)],
  ['recalled before', closed('recalled'), payer, later, said('already_recalled', byPayer)],
  ['declined before', closed('declined', payee), payer, later, said('already_declined', byPayee)],
  ['arrived, not swept', waiting, payer, arriveAt, arrived],
  ['returned, not swept', asked, payer, acceptBy, returned],
  ['delivered', waiting, payer, deliverAt, said('undo_window_over', { deliverAt })],
  ['the last millisecond', waiting, payer, deliverAt - 1, 'undo'],
]

const recallRows: Row[] = [
  ['not the payer', waiting, payee, later, said('not_found')],
  ['undone before', closed('undone'), payer, later, said('already_undone', byPayer)],
  ['recalled before', closed('recalled'), payer, later, said('already_recalled', byPayer)],
  ['declined before', closed('declined', payee), payer, later, said('already_declined', byPayee)],
  ['arrived, not swept', waiting, payer, arriveAt, arrived],
  [
    'arrived and swept later',
    { ...closed('arrived'), closedAt: arriveAt, closedBy: null },
    payer,
    later,
    arrived,
  ],
  ['returned, not swept', { ...asked, profile: 'laisee' }, payer, acceptBy, returned],
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
  ['arrived, not swept', waiting, payee, arriveAt, arrived],
  ['its day is over', asked, payee, acceptBy, returned],
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
  ['arrived, not swept', waiting, payee, arriveAt, arrived],
  ['its day is over', asked, payee, acceptBy, returned],
  ['delivered', waiting, payee, deliverAt, 'decline'],
  ['accepted, not arrived', { ...asked, acceptedAt: deliverAt, arriveAt }, payee, arriveAt - 1, 'decline'],
]

const cancelRows: Row[] = [
  ['not the payer', waiting, payee, sentAt, said('not_found')],
  ['in its undo window', waiting, payer, deliverAt - 1, 'undo'],
  ['delivered', waiting, payer, deliverAt, 'recall'],
  ['a profile without recall', asked, payer, deliverAt, said('not_recallable')],
  ['arrived', waiting, payer, arriveAt, arrived],
  ['undone before', closed('undone'), payer, later, said('already_undone', byPayer)],
]

test.each(undoRows)('undo · %s', (_, transfer, actor, now, expected) => {
  expect(verbs.decideUndoTransfer(transfer, actor, now)).toEqual(expected)
})
test.each(recallRows)('recall · %s', (_, transfer, actor, now, expected) => {
  expect(verbs.decideRecallTransfer(transfer, actor, now)).toEqual(expected)
})
test.each(acceptRows)('accept · %s', (_, transfer, actor, now, expected) => {
  expect(verbs.decideAcceptTransfer(transfer, actor, now)).toEqual(expected)
})
test.each(declineRows)('decline · %s', (_, transfer, actor, now, expected) => {
  expect(verbs.decideDeclineTransfer(transfer, actor, now)).toEqual(expected)
})
test.each(cancelRows)('cancel · %s', (_, transfer, actor, now, expected) => {
  expect(verbs.decideCancelTransfer(transfer, actor, now)).toEqual(expected)
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

test('the payee learns nothing of a transfer before it is delivered, and never of an undone one', () => {
  expect(rules.maySeeTransferAt(waiting, payee, deliverAt - 1)).toBe(false)
  expect(rules.maySeeTransferAt(waiting, payee, deliverAt)).toBe(true)
  expect(rules.maySeeTransferAt(closed('undone'), payee, later)).toBe(false)
  expect(rules.maySeeTransferAt(waiting, stranger, later)).toBe(false)
  expect(rules.maySeeTransferAt(closed('undone'), payer, later)).toBe(true)
})

test('nobody accepts and nothing arrives: it goes back on the millisecond of its last day', () => {
  const back = { state: 'returned', at: acceptBy, by: null, reason: 'NOAS' }
  expect(verbs.decideReturn(asked, acceptBy - 1)).toBeUndefined()
  expect(verbs.decideReturn(asked, acceptBy)).toEqual(back)
  expect(verbs.decideReturn(asked, acceptBy + dayMs)).toEqual(back)
  expect(verbs.decideArrive(asked, acceptBy + dayMs)).toBeUndefined()
})

test('a late sweep arrives at the moment the transfer was due', () => {
  expect(verbs.decideArrive(waiting, arriveAt - 1)).toBeUndefined()
  expect(verbs.decideArrive(waiting, arriveAt + dayMs)).toEqual({
    state: 'arrived',
    at: arriveAt,
    by: null,
    reason: null,
  })
  expect(verbs.decideArrive(closed('recalled'), arriveAt + dayMs)).toBeUndefined()
})

test('accepted, it does not go back when its day is over, however long its delay', () => {
  const accepted = { ...asked, delayS: 3 * 86_400, acceptedAt: deliverAt, arriveAt: deliverAt + 3 * dayMs }
  expect(rules.transferStateAt(accepted, acceptBy + dayMs)).toBe('waiting')
  expect(verbs.decideReturn(accepted, acceptBy + dayMs)).toBeUndefined()
})
