import { expect, test } from 'vitest'
import { luckiestShareNo, timelineOf, type HistoryEvent, type SeenShare } from './timeline.ts'

const noon = Date.parse('2026-02-16T12:00:00Z')
const at = (seconds: number) => new Date(noon + seconds * 1_000).toISOString()

const packet = {
  state: 'open' as const,
  kind: 'lucky' as const,
  sentAt: at(0),
  approveBy: null,
  heldUntil: null,
  deliverAt: at(10),
  expireAt: at(1_000),
  frozenUntil: null,
  closedAt: null,
  notBefore: null,
  askedNotToOpenAt: null,
  returnedAmount: 0,
}
const share = (shareNo: number, amount: number | null, seconds: number): SeenShare => ({
  memberId: `mem_${shareNo}`,
  member: { id: `mem_${shareNo}`, name: `第${shareNo}位`, photoUrl: null },
  shareNo,
  amount,
  at: at(seconds),
})
const told = (kind: string, seq: number, seconds: number): HistoryEvent => ({ kind, seq, at: at(seconds) })
const kindsOf = (lines: ReturnType<typeof timelineOf>) => lines.map(({ kind }) => kind)

test('a packet that waits shows what the clock will do above what has happened', () => {
  const undo = timelineOf({ ...packet, state: 'undo' }, [], [], noon + 1_000)
  expect(kindsOf(undo)).toEqual(['willDeliver', 'sent'])
  const open = timelineOf(packet, [share(1, 500, 20)], [], noon + 30_000)
  expect(kindsOf(open)).toEqual(['willExpire', 'claimed', 'delivered', 'sent'])
  expect(open[0]).toMatchObject({ isAhead: true })
  const frozen = timelineOf({ ...packet, frozenUntil: at(5_000) }, [], [], noon + 30_000)
  expect(frozen[0]).toMatchObject({ kind: 'willExpire', atMs: noon + 5_000_000 })
})

test('a held packet shows the end of its hold before its delivery, and afterwards that it was held', () => {
  const held = { ...packet, state: 'held' as const, heldUntil: at(60), deliverAt: at(70) }
  expect(kindsOf(timelineOf(held, [], [], noon + 1_000))).toEqual(['willDeliver', 'willEndHold', 'sent'])
  const open = timelineOf({ ...held, state: 'open' }, [], [], noon + 80_000)
  expect(kindsOf(open)).toEqual(['willExpire', 'delivered', 'holdEnded', 'sent'])
  const undone = { ...held, state: 'undone' as const, closedAt: at(30), returnedAmount: 100 }
  expect(kindsOf(timelineOf(undone, [], [], noon + 80_000))).toEqual(['undone', 'sent'])
})

test('a packet that waits for approval shows until when, and one that was not approved was never delivered', () => {
  const asked = { ...packet, approveBy: at(60), heldUntil: at(70), deliverAt: at(80) }
  const waits = timelineOf({ ...asked, state: 'approving' }, [], [], noon + 1_000)
  expect(kindsOf(waits)).toEqual(['willTimeOut', 'sent'])
  const no = { ...asked, state: 'rejected' as const, closedAt: at(30), returnedAmount: 100 }
  const lines = timelineOf(no, [], [], noon + 90_000)
  expect(kindsOf(lines)).toEqual(['rejected', 'sent'])
  expect(lines[0]).toMatchObject({ back: 100, isAhead: false })
})

test('claims, pauses and the end stand in the order in which they happened, the latest first', () => {
  const history = [told('packet.sent', 1, 0), told('packet.paused', 4, 30), told('packet.released', 5, 40)]
  const recalled = { ...packet, state: 'recalled' as const, closedAt: at(50), returnedAmount: 9_120 }
  const lines = timelineOf(recalled, [share(1, 500, 20), share(2, 380, 45)], history, noon + 60_000)
  expect(kindsOf(lines)).toEqual([
    'recalled',
    'claimed',
    'released',
    'paused',
    'claimed',
    'delivered',
    'sent',
  ])
  expect(lines[0]).toMatchObject({ back: 9_120, isAhead: false })
})

test('the last claim of a moment comes before the end it brought', () => {
  const out = { ...packet, state: 'claimed_out' as const, closedAt: at(20) }
  const lines = timelineOf(out, [share(1, 500, 20), share(2, 380, 20)], [], noon + 60_000)
  expect(kindsOf(lines)).toEqual(['claimed_out', 'claimed', 'claimed', 'delivered', 'sent'])
  expect(lines[1]).toMatchObject({ share: { shareNo: 2 } })
})

test('a packet that its sender closed before delivery was delivered closed', () => {
  const lines = timelineOf(packet, [], [told('packet.paused', 2, 5)], noon + 60_000)
  expect(kindsOf(lines)).toEqual(['willExpire', 'deliveredPaused', 'paused', 'sent'])
})

test('a packet that was sent closed was delivered closed, before and after its release', () => {
  const waiting = timelineOf({ ...packet, state: 'paused' }, [], [], noon + 60_000)
  expect(kindsOf(waiting)).toEqual(['willExpire', 'deliveredPaused', 'sent'])
  const released = timelineOf(packet, [], [told('packet.released', 2, 30)], noon + 60_000)
  expect(kindsOf(released)).toEqual(['willExpire', 'released', 'deliveredPaused', 'sent'])
})

test('an undone packet was never delivered', () => {
  const undone = { ...packet, state: 'undone' as const, closedAt: at(4), returnedAmount: 10_000 }
  expect(kindsOf(timelineOf(undone, [], [], noon + 60_000))).toEqual(['undone', 'sent'])
})

test('the luckiest is the largest share of a lucky packet, the first of equal ones, and only once it is closed', () => {
  const claims = [share(1, 500, 20), share(2, 900, 21), share(3, 900, 22)]
  expect(luckiestShareNo(packet, claims)).toBeUndefined()
  expect(luckiestShareNo({ ...packet, state: 'claimed_out' }, claims)).toBe(2)
  expect(luckiestShareNo({ state: 'claimed_out', kind: 'equal' }, claims)).toBeUndefined()
  expect(luckiestShareNo({ ...packet, state: 'expired' }, claims.slice(0, 1))).toBeUndefined()
})
