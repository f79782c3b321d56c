import { describe, expect, test } from 'vitest'
import { coverOf, isStale, lateByS, type CoverFacts } from './cover.ts'

const noon = Date.parse('2026-02-16T12:00:00Z')
const at = (seconds: number) => new Date(noon + seconds * 1_000).toISOString()

const open: CoverFacts = {
  state: 'open',
  payerId: 'mem_mama',
  audience: 'group',
  recipientId: null,
  notBefore: null,
  frozenUntil: null,
  test: false,
  hasPassphrase: false,
  approveBy: null,
  heldUntil: null,
  deliverAt: at(0),
  expireAt: at(86_400),
  askedNotToOpenAt: null,
  closedAt: null,
  closedBy: null,
  myShare: null,
  may: ['claim'],
}
const direct: Partial<CoverFacts> = { audience: 'member', recipientId: 'mem_ming', may: ['claim', 'decline'] }
const closed = (state: CoverFacts['state']): Partial<CoverFacts> => ({ state, closedAt: at(20), may: [] })
const ready = { kind: 'ready', hasPassphrase: false, asked: false, mayDecline: false }

describe('the cover of a packet', () => {
  test.each<[string, Partial<CoverFacts>, object]>([
    ['can be opened by whoever is in the group', {}, ready],
    ['asks the passphrase', { hasPassphrase: true }, { ...ready, hasPassphrase: true }],
    ['may be declined by the one it is for', direct, { ...ready, mayDecline: true }],
    ['says that the sender hopes it stays closed', { askedNotToOpenAt: at(5) }, { ...ready, asked: true }],
    [
      'shows the share one has, whatever became of the rest',
      { ...closed('recalled'), myShare: {} },
      { kind: 'mine' },
    ],
    [
      'waits in its hold, to whoever sent it',
      { state: 'held', payerId: 'mem_ming', heldUntil: at(60), deliverAt: at(70) },
      { kind: 'held', untilMs: noon + 60_000 },
    ],
    [
      'waits for approval, to whoever sent it',
      { state: 'approving', payerId: 'mem_ming', approveBy: at(40), deliverAt: at(50) },
      { kind: 'approving', untilMs: noon + 40_000 },
    ],
    ['was not approved', closed('rejected'), { kind: 'rejected', atMs: noon + 20_000 }],
    ['is sold out', closed('claimed_out'), { kind: 'sold_out', atMs: noon + 20_000 }],
    ['was recalled', closed('recalled'), { kind: 'recalled', atMs: noon + 20_000 }],
    ['was declined', { ...direct, ...closed('declined') }, { kind: 'declined', atMs: noon + 20_000 }],
    ['has expired', closed('expired'), { kind: 'expired', atMs: noon + 20_000 }],
    [
      'has expired by the clock, before it was read again',
      { expireAt: at(30) },
      { kind: 'expired', atMs: noon + 30_000 },
    ],
    [
      'is frozen, also past the end it would have had',
      { frozenUntil: at(90), expireAt: at(30), state: 'paused' },
      { kind: 'frozen', untilMs: noon + 90_000 },
    ],
    ['can be opened once a freeze is over', { frozenUntil: at(60) }, ready],
    ['is paused', { state: 'paused', may: [] }, { kind: 'paused', mayDecline: false }],
    [
      'waits for its time',
      { notBefore: at(90), may: [] },
      { kind: 'not_yet', fromMs: noon + 90_000, mayDecline: false },
    ],
    [
      'opens by itself when its time has come, before it was read again',
      { notBefore: at(60), may: [] },
      ready,
    ],
    ['is a test', { test: true, state: 'paused', may: [] }, { kind: 'test', mayDecline: false }],
    ['is for somebody else', { ...direct, recipientId: 'mem_gugu', may: [] }, { kind: 'for_other' }],
  ])('%s', (_, change, cover) => {
    expect(coverOf({ ...open, ...change }, 'mem_ming', noon + 60_000)).toEqual(cover)
  })

  test('a sender cannot open what is for others, but may take a share of their own group packet', () => {
    expect(coverOf({ ...open, ...direct, may: ['recall'] }, 'mem_mama', noon)).toEqual({ kind: 'own' })
    expect(coverOf({ ...open, audience: 'members' }, 'mem_mama', noon)).toEqual({ kind: 'own' })
    expect(coverOf(open, 'mem_mama', noon)).toEqual(ready)
  })

  test('in its undo window says until when', () => {
    const undo = { ...open, state: 'undo' as const, deliverAt: at(10) }
    expect(coverOf(undo, 'mem_mama', noon)).toEqual({ kind: 'undo', untilMs: noon + 10_000 })
  })
})

test('a packet is read again once the clock has delivered or ended it', () => {
  const undo = { ...open, state: 'undo' as const, deliverAt: at(10) }
  expect([isStale(undo, noon + 9_999), isStale(undo, noon + 10_000)]).toEqual([false, true])
  expect([isStale(open, noon), isStale(open, noon + 86_400_000)]).toEqual([false, true])
  const frozen = { ...open, frozenUntil: at(90_000) }
  expect([isStale(frozen, noon + 86_400_000), isStale(frozen, noon + 90_000_000)]).toEqual([false, true])
  expect(isStale({ ...open, ...closed('expired') }, noon + 90_000_000)).toBe(false)
})

test('a press is too late by whole seconds, at least one, and long ago is no race', () => {
  expect(lateByS(noon + 3_200, at(0))).toBe(3)
  expect(lateByS(noon - 200, at(0))).toBe(1)
  expect(lateByS(noon + 61_000, at(0))).toBeUndefined()
  expect(lateByS(noon, undefined)).toBeUndefined()
})
