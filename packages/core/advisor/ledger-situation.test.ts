import { describe, expect, test } from 'vitest'
import { notHeld } from '../hold.ts'
import { hourMs, secondMs } from '../instant.ts'
import type { Packet } from '../packet.ts'
import type { Transfer } from '../transfer.ts'
import { advise } from './advise.ts'
import { situationOfPacket, situationOfTransfer } from './ledger-situation.ts'

const sentAt = Date.parse('2026-10-23T12:00:00Z')
const packet: Packet = {
  ...notHeld,
  approveBy: null,
  id: 'pkt_1',
  payerId: 'mem_1',
  kind: 'lucky',
  profile: 'laisee',
  currency: 'CNY',
  total: 10_000n,
  count: 5,
  splitMethod: 'wechat',
  audience: 'group',
  recipientId: null,
  groupId: 'grp_1',
  notBefore: null,
  test: false,
  openAs: 'open',
  sentAt,
  deliverAt: sentAt + 10 * secondMs,
  expireAt: sentAt + 24 * hourMs + 10 * secondMs,
  state: 'open',
  claimedAmount: 0n,
  claimedCount: 0,
  returnedAmount: 0n,
  askedNotToOpenAt: null,
  frozenUntil: null,
  closedAt: null,
  closedBy: null,
  changedAt: sentAt,
}

const transfer: Transfer = {
  ...notHeld,
  approveBy: null,
  id: 'tr_1',
  payerId: 'mem_1',
  payeeId: 'mem_2',
  profile: 'laisee',
  currency: 'CNY',
  amount: 1_100_000n,
  note: '',
  delayS: 7_200,
  needsAcceptance: false,
  sentAt,
  deliverAt: sentAt + 10 * secondMs,
  acceptBy: null,
  state: 'waiting',
  acceptedAt: null,
  arriveAt: sentAt + 10 * secondMs + 2 * hourMs,
  closedAt: null,
  closedBy: null,
  closeReason: null,
  changedAt: sentAt,
}

const firstOf = (situation: ReturnType<typeof situationOfPacket>, now: number) => {
  const [first] = advise({ ...situation, cause: 'wrong_group' }, now).steps
  return first && { id: first.id, power: first.power, at: first.by.at }
}

describe('a packet of our own', () => {
  const now = sentAt + hourMs

  test('in its undo window is undone', () => {
    const early = sentAt + secondMs
    const undo = { ...packet, state: 'undo' } as const
    expect(firstOf(situationOfPacket(undo, early), early)).toEqual({
      id: 'undo_here',
      power: 'undo',
      at: packet.deliverAt,
    })
  })

  test('that nobody has taken is recalled until it expires', () => {
    expect(firstOf(situationOfPacket(packet, now), now)).toEqual({
      id: 'recall_here',
      power: 'recall',
      at: packet.expireAt,
    })
  })

  test('that was taken in part gives back the rest, and the others are asked', () => {
    const situation = situationOfPacket({ ...packet, claimedCount: 2, claimedAmount: 3_720n }, now)
    expect(situation).toMatchObject({ phase: 'partly_claimed', claimedAmount: 3_720n, amount: 10_000n })
    const plan = advise({ ...situation, cause: 'wrong_group' }, now)
    expect(plan.branch).toBe('remainder')
    expect(plan.steps.map((step) => step.id).slice(0, 3)).toEqual([
      'recall_the_rest_here',
      'tell_the_group',
      'ask_each_in_private',
    ])
  })

  test('on the manners of WeChat cannot be recalled: it is asked about, and waited for', () => {
    const likeWechat: Packet = { ...packet, profile: 'wechat-personal', kind: 'direct', count: 1 }
    const plan = advise({ ...situationOfPacket(likeWechat, now), cause: 'wrong_person' }, now)
    expect(plan.branch).toBe('wait')
    expect(plan.steps.map((step) => step.id).slice(0, 2)).toEqual([
      'ask_not_to_open',
      'wait_until_it_goes_back',
    ])
    expect(plan.steps[0]?.power).toBe('ask_not_to_open')
    expect(plan.steps[1]).toMatchObject({
      values: { backAt: packet.expireAt },
      basis: [{ rule: 'laisee_back' }],
    })
  })

  test('is asked about once: the button is gone after that', () => {
    const asked: Packet = { ...packet, profile: 'wechat-personal', kind: 'direct', askedNotToOpenAt: now }
    expect(
      advise({ ...situationOfPacket(asked, now), cause: 'wrong_person' }, now).steps[0]?.power,
    ).toBeNull()
  })

  test('that expired or was recalled is back', () => {
    const late = packet.expireAt
    expect(situationOfPacket(packet, late).phase).toBe('expired')
    const recalled: Packet = { ...packet, state: 'recalled', closedAt: now, returnedAmount: 10_000n }
    expect(advise({ ...situationOfPacket(recalled, now), cause: 'wrong_group' }, now).branch).toBe('returned')
  })
})

describe('a transfer of our own', () => {
  test('that has not arrived is recalled until it does, and never said to come back by itself', () => {
    const now = sentAt + hourMs
    const situation = situationOfTransfer(transfer, now)
    expect(firstOf({ ...situation, cause: null }, now)).toMatchObject({
      id: 'recall_here',
      at: transfer.arriveAt,
    })
    const plan = advise({ ...situation, cause: 'wrong_amount' }, now)
    expect(plan.clocks.map((clock) => clock.id)).not.toContain('goes_back')
  })

  test('that has arrived is claimed, however late the sweep', () => {
    const situation = situationOfTransfer(transfer, transfer.arriveAt!)
    expect(situation).toMatchObject({
      phase: 'claimed',
      claimedAmount: 1_100_000n,
      product: 'transfer_delayed',
    })
    expect(situation.ledger?.can).toEqual([])
  })
})
