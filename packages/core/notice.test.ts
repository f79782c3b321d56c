import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { eventKinds, type EventKind } from './events.ts'
import {
  groupNoticeEvents,
  noticeEvents,
  noticeKinds,
  noticeOf,
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
const family = { familyId: 'fam_1', giverId: payer, holderId: other, amount: 500 }
const guarded = { linkId: 'gdn_1', guardianId: payer, protectedId: other }
const approval = { sendId: 'pkt_1', senderId: payer, amount: 500 }
const waitsForOther = { ...approval, by: 'clock', waiting: [other], next: [other] }
const protectedHears = ['own_guardian_alerted', 'own_guardian_alerted'] as const
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
    ['packet.hold_ended', { ...inGroup, endedBy: 'clock' }, 'own_packet_hold_over', null, null],
    ['packet.hold_ended', { ...inGroup, endedBy: 'mem_1' }, null, null, null],
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
    ['packet.frozen', inGroup, 'own_packet_frozen', 'packet_frozen', null],
    ['packet.frozen', shownInGroup, 'own_packet_frozen', null, null],
    ['packet.unfrozen', inGroup, 'own_packet_unfrozen', 'packet_unfrozen', null],
    ['packet.recalled', inGroup, null, 'packet_recalled', null],
    ['packet.recalled', shownInGroup, null, null, null],
    ['packet.recall_rejected', inGroup, null, null, null],
    ['packet.declined', toOther, 'own_packet_declined', null, null],
    ['packet.expiring', inGroup, 'own_packet_expiring', 'packet_expiring', null],
    ['packet.expired', inGroup, 'own_packet_expired', 'packet_missed', null],
    ['packet.expired', { ...inGroup, test: true }, 'own_packet_expired', null, null],
    ['packet.asked_not_to_open', inGroup, null, 'packet_asked_not_to_open', null],
    ['transfer.sent', transfer, null, null, null],
    ['transfer.hold_ended', { ...transfer, endedBy: 'clock' }, 'own_transfer_hold_over', null, null],
    ['transfer.hold_ended', { ...transfer, endedBy: 'mem_1' }, null, null, null],
    ['transfer.hold_ended', { ...transfer, endedBy: 'clock', ladder: { part: 'rest' } }, null, null, null],
    ['transfer.delivered', { ...transfer, acceptBy: null }, null, 'transfer_for_you', 'transfer_for_you'],
    ['transfer.delivered', { ...transfer, acceptBy: at }, null, 'transfer_to_accept', 'transfer_to_accept'],
    ['transfer.expiring', transfer, 'own_transfer_expiring', 'transfer_expiring', 'transfer_expiring'],
    ['transfer.accepted', transfer, 'own_transfer_accepted', null, null],
    ['transfer.arrived', transfer, 'own_transfer_arrived', 'transfer_received', 'transfer_received'],
    ['transfer.recalled', transfer, null, 'transfer_recalled', 'transfer_recalled'],
    ['transfer.declined', transfer, 'own_transfer_declined', null, null],
    ['transfer.returned', transfer, 'own_transfer_returned', 'transfer_missed', 'transfer_missed'],
    ['limits.changed', { by: 'operator', layer: 'operator' }, 'limits_set', 'limits_set', 'limits_set'],
    ['limits.changed', { by: 'operator', layer: 'age' }, 'age_band_set', 'age_band_set', 'age_band_set'],
    ['limits.changed', { by: other, layer: 'own' }, null, null, null],
    ['family.invited', family, null, 'family_invited', 'family_invited'],
    ['family.accepted', family, 'family_accepted', null, null],
    ['family.changed', family, null, 'family_changed', 'family_changed'],
    ['family.spent', family, 'family_spent', null, null],
    ['family.spent', { ...family, waits: true }, null, null, null],
    ['family.returned', family, 'family_returned', null, null],
    ['family.ended', { ...family, endedBy: other }, 'family_ended', null, null],
    ['guardian.asked', { ...guarded, askedBy: payer }, null, 'guardian_asked', 'guardian_asked'],
    ['guardian.accepted', { ...guarded, acceptedBy: other }, 'guardian_accepted', null, null],
    ['guardian.alerted', { ...guarded, risk: 'low' }, 'guardian_alerted', ...protectedHears],
    ['guardian.alerted', { ...guarded, risk: 'high' }, 'guardian_alerted_high', ...protectedHears],
    ['report.closed', { outcome: 'upheld' }, 'report_upheld', 'report_upheld', 'report_upheld'],
    ['report.closed', { outcome: 'dismissed' }, 'report_dismissed', 'report_dismissed', 'report_dismissed'],
    ['report.made', {}, null, null, null],
    ['guardian.ended', { ...guarded, endedBy: payer }, null, 'guardian_ended', 'guardian_ended'],
    ['packet.rejected', { ...inGroup, decidedBy: other, returned: 500 }, 'own_approval_rejected', null, null],
    [
      'packet.rejected',
      { ...inGroup, decidedBy: other, forsaken: true, returned: 500 },
      'own_approval_forsaken',
      null,
      null,
    ],
    ['packet.rejected', { ...inGroup, decidedBy: 'clock' }, 'own_approval_timed_out', null, null],
    ['transfer.rejected', { ...transfer, decidedBy: other }, 'own_approval_rejected', null, null],
    ['transfer.rejected', { ...transfer, decidedBy: 'clock' }, 'own_approval_timed_out', null, null],
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

  // To whoever opened it and to the other side, where the one or the other, or an agent, did it.
  const dispute = { openerId: payer, otherId: other, amount: 500 }
  const disputes: [EventKind, object, NoticeKind | null, NoticeKind | null][] = [
    ['dispute.opened', { ...dispute, by: payer }, null, 'dispute_opened'],
    ['dispute.stated', { ...dispute, by: other }, 'dispute_answered', null],
    ['dispute.asked', { ...dispute, by: 'staff', toId: other }, null, 'dispute_asked'],
    ['dispute.noted', { ...dispute, by: 'staff' }, null, null],
    ['dispute.decided', { ...dispute, by: 'staff' }, 'dispute_decided', 'dispute_decided'],
    ['dispute.appealed', { ...dispute, by: other }, 'dispute_appealed', null],
    ['dispute.withdrawn', { ...dispute, by: payer }, null, 'dispute_withdrawn'],
    ['dispute.closed', { ...dispute, by: 'clock' }, 'dispute_closed', 'dispute_closed'],
  ]
  test.each(disputes)('%s %j: to whoever opened it %s, to the other side %s', (kind, data, mine, theirs) => {
    expect([payer, other].map((id) => heard(kind, data, id))).toEqual([mine, theirs])
  })

  // To the sender, to another whose word it waits for or who is given it, and to a third who hears of it.
  const approvals: [EventKind, object, NoticeKind | null, NoticeKind | null, NoticeKind | null][] = [
    ['approval.submitted', waitsForOther, null, 'approval_asked', null],
    ['approval.approved', { ...waitsForOther, by: 'mem_a' }, 'own_approval_step', 'approval_asked', null],
    ['approval.approved', { ...waitsForOther, by: other, next: [] }, 'own_approval_step', null, null],
    ['approval.granted', { ...approval, by: [other], broken: false }, 'own_approval_granted', null, null],
    ['approval.questioned', { ...approval, by: other }, 'own_approval_questioned', null, null],
    ['approval.answered', { ...approval, by: payer }, null, 'approval_answered', 'approval_answered'],
    ['approval.transferred', { ...approval, by: 'mem_a', toId: other }, null, 'approval_transferred', null],
    ['approval.reminded', waitsForOther, null, 'approval_reminded', null],
    ['approval.reminded', { ...waitsForOther, by: payer }, null, 'approval_reminded', null],
    ['approval.passed_on', waitsForOther, 'own_approval_passed_on', 'approval_passed_on', null],
    [
      'approval.glass_broken',
      { ...approval, by: other },
      'own_approval_glass_asked',
      null,
      'approval_glass_asked',
    ],
    [
      'approval.glass_broken',
      { ...approval, by: other, brokenBy: ['mem_a', other] },
      'own_approval_glass_broken',
      null,
      'approval_glass_broken',
    ],
    ['packet.undone', { payerId: payer, returned: 500, asked: [other] }, null, 'approval_taken_back', null],
    ['transfer.undone', { payerId: payer, amount: 500, asked: [other] }, null, 'approval_taken_back', null],
    ['organisation.delegated', { fromId: payer, toId: other }, null, 'approval_delegated', null],
  ]
  test.each(approvals)(
    '%s %j: to the sender %s, to another %s, to a third %s',
    (kind, data, mine, ...others) => {
      expect([payer, other, 'mem_third'].map((id) => heard(kind, data, id))).toEqual([mine, ...others])
    },
  )

  test.each([
    ['wallet.topped_up', 'wallet_topped_up'],
    ['wallet.withdrawn', 'wallet_withdrawn'],
    ['wallet.frozen', 'wallet_frozen'],
    ['wallet.unfrozen', 'wallet_unfrozen'],
    ['wallet.amount_frozen', 'wallet_amount_frozen'],
    ['wallet.amount_unfrozen', 'wallet_amount_unfrozen'],
    ['freeze.appeal_answered', 'freeze_appeal_dismissed'],
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

  test('of money that came back unapproved says how much and why, of a packet as of a transfer', () => {
    const reader = { memberId: payer, hasClaimed: () => false }
    const packet = { ...inGroup, returned: 700, decidedBy: other, note: '金额不对' }
    const why = { amount: 700, decidedBy: other, note: '金额不对' }
    expect(noticeOf(told('packet.rejected', packet), reader)?.data).toEqual(why)
    const late = { ...transfer, decidedBy: 'clock' }
    expect(noticeOf(told('transfer.rejected', late), reader)?.data).toEqual({ amount: 500 })
  })

  test('says how many shares there are where there are several', () => {
    const counts = [1, 2].map(
      (count) =>
        noticeOf(told('packet.claimed_out', { ...inGroup, count }), {
          memberId: payer,
          hasClaimed: () => false,
        })!.data.count,
    )
    expect(counts).toEqual([null, 2])
  })

  test('of a packet is settled once the reader has a share of it', () => {
    const settled = (claimed: boolean) =>
      noticeOf(told('packet.delivered', inGroup), { memberId: other, hasClaimed: () => claimed })?.settled
    expect([settled(false), settled(true)]).toEqual([false, true])
  })

  test('can be made of every kind, and of no event that is not listed', () => {
    const kinds = new Set<string>()
    for (const kind of eventKinds)
      for (const data of [
        { ...inGroup, ...transfer, claims },
        toOther,
        { ...transfer, acceptBy: at },
        { ...inGroup, ...transfer, endedBy: 'clock' },
        { ...family, ...guarded, by: 'operator', endedBy: other },
        { ...guarded, by: 'operator', layer: 'age', risk: 'high' },
        { way: 'recovery_code', recoveryCodesLeft: 9 },
        { ...transfer, ...waitsForOther, toId: other, decidedBy: 'clock', asked: [other] },
        { ...transfer, ...waitsForOther, brokenBy: ['mem_a'], decidedBy: other },
        { ...transfer, decidedBy: other, forsaken: true, outcome: 'upheld' },
        { creditorId: payer, debtorId: other, left: 5 },
        { creditorId: payer, debtorId: other, left: 0 },
        { payerId: payer, recipientId: other, kind: 'offered' },
        { payerId: payer, recipientId: other, served: true },
        { askerId: payer, memberId: other, by: other },
      ])
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
