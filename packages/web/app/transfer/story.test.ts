import { expect, test } from 'vitest'
import type { Answer } from '@laisee/client/client.ts'
import { saysOf, stepsOf, type Side } from './story.ts'

type Transfer = Answer<'readTransfer'>

const transfer = (more: Partial<Transfer> = {}): Transfer => ({
  id: 'tr_1',
  payerId: 'mem_1',
  payeeId: 'mem_2',
  profile: 'laisee',
  currency: 'CNY',
  amount: 100,
  note: '',
  delayS: 7_200,
  needsAcceptance: false,
  state: 'waiting',
  familyId: null,
  onBehalfOf: null,
  approveBy: null,
  recallRight: null,
  heldUntil: null,
  heldReleaseFrom: null,
  heldReasons: [],
  sentAt: 'sent',
  undoUntil: 'delivered',
  deliverAt: 'delivered',
  acceptBy: null,
  acceptedAt: null,
  arriveAt: 'arrives',
  closedAt: null,
  closedBy: null,
  closeReason: null,
  ladder: null,
  plan: null,
  may: ['recall'],
  ...more,
})
const steps = (more: Partial<Transfer>, side: Side) =>
  stepsOf(transfer(more), side).map(({ key, at, isToCome }) => `${key} ${at}${isToCome ? ' to come' : ''}`)

test('on its way, the payer is told that it can be taken back, and the payee that it cannot be used yet', () => {
  expect(saysOf(transfer(), 'payer')).toEqual({ key: 'waiting', until: 'arrives' })
  expect(saysOf(transfer({ may: [] }), 'payer').key).toBe('waitingFinal')
  expect(saysOf(transfer({ may: ['decline'] }), 'payee')).toEqual({ key: 'waitingMe', until: 'arrives' })
})

test('a held one says so to its payer: until when, and what comes after', () => {
  const held = { state: 'held', heldUntil: 'held', may: ['undo'] } as const
  expect(saysOf(transfer({ ...held, may: ['undo'] }), 'payer')).toEqual({ key: 'held', until: 'held' })
  expect(steps({ ...held, may: ['undo'] }, 'payer')).toEqual([
    'sent sent',
    'heldUntil held to come',
    'undoUntil delivered to come',
    'willArrive arrives to come',
  ])
})

test('a hold that was over is told among what happened, and not where it was undone before', () => {
  const [before, end, after] = ['2026-02-16T12:00:00Z', '2026-02-16T12:30:00Z', '2026-02-16T12:30:05Z']
  const over = { state: 'undone', heldUntil: end, may: [] } as const
  const undone = (closedAt: string) => steps({ ...over, may: [], closedAt }, 'payer')
  expect(undone(after)).toEqual(['sent sent', `holdEnded ${end}`, `undone ${after}`])
  expect(undone(before)).toEqual(['sent sent', `undone ${before}`])
})

test('one that is to be accepted says until when', () => {
  const asked = { needsAcceptance: true, arriveAt: null, acceptBy: 'by' }
  expect(saysOf(transfer(asked), 'payee')).toEqual({ key: 'asksMe', until: 'by' })
  expect(steps(asked, 'payer')).toEqual(['sent sent', 'delivered delivered', 'acceptBy by to come'])
  expect(steps({ ...asked, acceptedAt: 'yes', arriveAt: 'arrives' }, 'payee')).toEqual([
    'delivered delivered',
    'acceptedMe yes',
    'willArrive arrives to come',
  ])
})

test.each(['arrived', 'recalled', 'declined', 'returned'] as const)(
  'one that is %s says so to each side, and when',
  (state) => {
    const closed = { state, closedAt: 'end', may: [] }
    expect(saysOf(transfer(closed), 'payer')).toEqual({ key: state, until: null })
    expect(saysOf(transfer(closed), 'payee')).toEqual({ key: `${state}Me`, until: null })
    expect(steps(closed, 'payer')).toEqual(['sent sent', 'delivered delivered', `${state} end`])
  },
)

test('an undone transfer was never delivered', () => {
  expect(steps({ state: 'undone', closedAt: 'end' }, 'payer')).toEqual(['sent sent', 'undone end'])
  expect(steps({ state: 'undo' }, 'payer')).toEqual([
    'sent sent',
    'undoUntil delivered to come',
    'willArrive arrives to come',
  ])
})
