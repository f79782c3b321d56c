import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { eventKinds, type EventKind } from './events.ts'
import { dayMs, hourMs, minuteMs, toIso } from './instant.ts'
import {
  groupNoticeEvents,
  isOvertaken,
  noticeEvents,
  noticeKinds,
  noticeOf,
  overtakenBy,
  ringCaps,
  rings,
  type Notice,
  type NoticeKind,
  type ToldEvent,
} from './notice.ts'

const at = '2026-02-16T12:00:00.000Z'
const payer = 'mem_payer'
const other = 'mem_other'
const inGroup = { packetId: 'pkt_1', payerId: payer, groupId: 'grp_1', recipientId: null, test: false }
const toOther = { ...inGroup, groupId: null, recipientId: other }
const shownInGroup = { ...inGroup, recipientId: 'mem_third' }
const transfer = { transferId: 'tr_1', payerId: payer, payeeId: other, amount: 500 }
const claims = [{ memberId: 'mem_a' }, { memberId: 'mem_b' }, { memberId: 'mem_c' }, { memberId: other }]

const told = (kind: EventKind, data: object): ToldEvent => ({
  sourceId: kind.startsWith('transfer') ? 'tr_1' : kind.startsWith('packet') ? 'pkt_1' : other,
  seq: 3,
  kind,
  at,
  data: data as ToldEvent['data'],
})
const heard = (kind: EventKind, data: object, memberId: string, claimed = false) =>
  noticeOf(told(kind, data), { memberId, hasClaimed: () => claimed })?.kind ?? null

describe('an event is', () => {
  type Row = [EventKind, object, NoticeKind | null, NoticeKind | null, NoticeKind | null]
  // By kind and data: to the payer, to whoever else hears of it, and to one of these who has a share already.
  const rows: Row[] = [
    ['packet.sent', toOther, null, null, null],
    ['packet.undone', toOther, null, null, null],
    ['packet.delivered', inGroup, null, 'packet_in_group', 'packet_in_group'],
    ['packet.delivered', toOther, null, 'packet_for_you', 'packet_for_you'],
    ['packet.delivered', { ...toOther, groupId: 'grp_1' }, null, 'packet_for_you', 'packet_for_you'],
    ['packet.delivered', { ...inGroup, groupId: null }, null, 'packet_for_you', 'packet_for_you'],
    ['packet.delivered', shownInGroup, null, null, null],
    ['packet.delivered', { ...inGroup, test: true }, null, null, null],
    ['packet.claimed', { ...inGroup, claims }, 'own_packet_claimed', null, null],
    ['packet.claimed_out', inGroup, 'own_packet_claimed_out', null, null],
    ['packet.paused', inGroup, null, 'packet_paused', null],
    ['packet.released', inGroup, null, 'packet_released', null],
    ['packet.recalled', inGroup, null, 'packet_recalled', null],
    ['packet.recalled', shownInGroup, null, null, null],
    ['packet.recall_rejected', inGroup, null, null, null],
    ['packet.declined', toOther, 'own_packet_declined', null, null],
    ['packet.expiring', inGroup, 'own_packet_expiring', 'packet_expiring', null],
    ['packet.expired', inGroup, 'own_packet_expired', 'packet_missed', null],
    ['packet.expired', { ...inGroup, test: true }, 'own_packet_expired', null, null],
    ['packet.asked_not_to_open', inGroup, null, 'packet_asked_not_to_open', null],
    ['transfer.sent', transfer, null, null, null],
    ['transfer.delivered', { ...transfer, acceptBy: null }, null, 'transfer_for_you', 'transfer_for_you'],
    ['transfer.delivered', { ...transfer, acceptBy: at }, null, 'transfer_to_accept', 'transfer_to_accept'],
    ['transfer.expiring', transfer, 'own_transfer_expiring', 'transfer_expiring', 'transfer_expiring'],
    ['transfer.accepted', transfer, 'own_transfer_accepted', null, null],
    ['transfer.arrived', transfer, 'own_transfer_arrived', 'transfer_received', 'transfer_received'],
    ['transfer.recalled', transfer, null, 'transfer_recalled', 'transfer_recalled'],
    ['transfer.declined', transfer, 'own_transfer_declined', null, null],
    ['transfer.returned', transfer, 'own_transfer_returned', 'transfer_missed', 'transfer_missed'],
    ['member.changed', {}, null, null, null],
    ['inbox.read', {}, null, null, null],
  ]
  test.each(rows)(
    '%s %j: to its payer %s, to another %s, to a claimer %s',
    (kind, data, mine, theirs, had) => {
      expect([heard(kind, data, payer), heard(kind, data, other), heard(kind, data, other, true)]).toEqual([
        mine,
        theirs,
        had,
      ])
    },
  )

  test.each([
    ['wallet.topped_up', 'wallet_topped_up'],
    ['wallet.withdrawn', 'wallet_withdrawn'],
    ['wallet.frozen', 'wallet_frozen'],
    ['wallet.unfrozen', 'wallet_unfrozen'],
  ] as const)('%s: to whose wallet it is %s', (kind, notice) => {
    expect(heard(kind, { memberId: other }, other)).toBe(notice)
  })

  test('no notice where its data is not what it should be, and never an error', () => {
    const anything = fc.dictionary(fc.string(), fc.anything())
    fc.assert(
      fc.property(fc.constantFrom(...eventKinds), anything, (kind, data) => {
        const notice = noticeOf(
          { sourceId: 'x', seq: 1, kind, at, data },
          { memberId: 'y', hasClaimed: () => false },
        )
        return notice === null || noticeKinds.includes(notice.kind)
      }),
    )
  })
})

describe('a notice', () => {
  test('names the three who claimed last, the last first', () => {
    const data = { ...inGroup, claims, claimedCount: 4, count: 5 }
    const notice = noticeOf(told('packet.claimed', data), { memberId: payer, hasClaimed: () => false })
    expect(notice).toEqual({
      kind: 'own_packet_claimed',
      sourceId: 'pkt_1',
      seq: 3,
      at,
      data: { groupId: 'grp_1', claimedCount: 4, count: 5, claimerIds: [other, 'mem_c', 'mem_b'] },
      settled: false,
    })
  })

  test('of a packet is settled once the reader has a share of it', () => {
    const settled = (claimed: boolean) =>
      noticeOf(told('packet.delivered', inGroup), { memberId: other, hasClaimed: () => claimed })?.settled
    expect([settled(false), settled(true)]).toEqual([false, true])
  })

  test('can be made of every kind, and of no event that is not listed', () => {
    const kinds = new Set<string>()
    for (const kind of eventKinds)
      for (const data of [{ ...inGroup, ...transfer, claims }, toOther, { ...transfer, acceptBy: at }])
        for (const memberId of [payer, other]) {
          const found = heard(kind, data, memberId)
          if (found) kinds.add(found)
          if (found) expect(noticeEvents).toContain(kind)
        }
    expect([...kinds].sort()).toEqual([...noticeKinds].sort())
  })

  test('of a group is one of the listed', () => {
    for (const kind of eventKinds)
      if (kind.startsWith('packet.') && heard(kind, inGroup, other)) expect(groupNoticeEvents).toContain(kind)
  })
})

describe('gathering', () => {
  const event = (kind: EventKind, seq: number, sourceId = 'pkt_1') => ({ kind, seq, sourceId })

  test.each([
    ['claims give way to later claims', 'packet.claimed', 'packet.claimed', true],
    ['claims give way to the last share', 'packet.claimed', 'packet.claimed_out', true],
    ['a pause gives way to the release', 'packet.paused', 'packet.released', true],
    ['about to expire gives way to the expiry', 'packet.expiring', 'packet.expired', true],
    ['a transfer under way gives way to its arrival', 'transfer.delivered', 'transfer.arrived', true],
    ['a delivery stands whatever comes', 'packet.delivered', 'packet.recalled', false],
    ['money that came back stands whatever comes', 'packet.expired', 'packet.claimed', false],
  ] as const)('%s', (_, before, after, gone) => {
    expect(isOvertaken(event(before, 2), event(after, 3))).toBe(gone)
    expect(isOvertaken(event(before, 3), event(after, 2))).toBe(false)
    expect(isOvertaken(event(before, 2), event(after, 3, 'pkt_2'))).toBe(false)
  })

  test('keeps the last of any events: nothing is told and then gone altogether', () => {
    const history = fc.array(fc.constantFrom(...noticeEvents), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(history, (kinds) => {
        const events = kinds.map((kind, i) => event(kind, i + 1))
        const standing = events.filter((one) => !events.some((by) => isOvertaken(one, by)))
        return standing.includes(events.at(-1)!)
      }),
    )
  })

  test('gives way only to what is itself told', () => {
    for (const kinds of Object.values(overtakenBy)) {
      for (const kind of kinds) expect(noticeEvents).toContain(kind)
    }
  })
})

describe('a notice rings', () => {
  const start = Date.parse(at)
  const notice = (kind: NoticeKind, ms: number, more: Partial<Notice> = {}): Notice => ({
    kind,
    sourceId: 'pkt_1',
    seq: 1,
    at: toIso(start + ms),
    data: { payerId: payer },
    settled: false,
    ...more,
  })
  const five = Array.from({ length: ringCaps.personMax }, (_, i) =>
    notice('packet_in_group', i * minuteMs, { sourceId: `pkt_${i}` }),
  )

  const rows: [string, Notice, Notice[], boolean, boolean][] = [
    ['when it comes', notice('packet_for_you', 0), [], false, true],
    ['not in quiet hours', notice('packet_for_you', 0), [], true, false],
    ['not in quiet hours, money that arrived neither', notice('transfer_received', 0), [], true, false],
    ['not when it is settled', notice('packet_for_you', 0, { settled: true }), [], false, false],
    [
      'for claims once in ten minutes',
      notice('own_packet_claimed', 9 * minuteMs),
      [notice('own_packet_claimed', 0)],
      false,
      false,
    ],
    [
      'for claims again after that',
      notice('own_packet_claimed', 10 * minuteMs),
      [notice('own_packet_claimed', 0)],
      false,
      true,
    ],
    [
      'for claims of another packet',
      notice('own_packet_claimed', 1),
      [notice('own_packet_claimed', 0, { sourceId: 'pkt_2' })],
      false,
      true,
    ],
    [
      'for the last share at once',
      notice('own_packet_claimed_out', 1),
      [notice('own_packet_claimed', 0)],
      false,
      true,
    ],
    [
      'for one person’s request not to open once a day',
      notice('packet_asked_not_to_open', 23 * hourMs, { sourceId: 'pkt_2' }),
      [notice('packet_asked_not_to_open', 0)],
      false,
      false,
    ],
    [
      'for it again the day after',
      notice('packet_asked_not_to_open', dayMs),
      [notice('packet_asked_not_to_open', 0)],
      false,
      true,
    ],
    [
      'for another person’s request',
      notice('packet_asked_not_to_open', 1, { data: { payerId: other } }),
      [notice('packet_asked_not_to_open', 0)],
      false,
      true,
    ],
    [
      'five times an hour for one person’s packets, and no sixth',
      notice('packet_in_group', 6 * minuteMs),
      five,
      false,
      false,
    ],
    [
      'for another person’s packet all the same',
      notice('packet_in_group', 6 * minuteMs, { data: { payerId: other } }),
      five,
      false,
      true,
    ],
    ['for money that arrived all the same', notice('transfer_received', 6 * minuteMs), five, false, true],
    ['for the sixth an hour later', notice('packet_in_group', hourMs + 4 * minuteMs), five, false, true],
  ]
  test.each(rows)('%s', (_, one, rung, quiet, expected) => {
    expect(rings(one, rung, quiet)).toBe(expected)
  })
})
