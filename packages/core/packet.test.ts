import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notHeld } from './hold.ts'
import { decideClaim, packetCan, packetStates, stateAt, type Packet, type PacketState } from './packet.ts'
import { decideEndHold } from './end-hold.ts'
import {
  decideAskNotToOpen,
  decideDecline,
  decideExpire,
  decidePause,
  decideRelease,
  decideUndo,
} from './packet-verbs.ts'
import { decideRecall } from './recall.ts'
import { isRefusal, refusalCodes, type Refusal } from './refusals.ts'

const sentAt = 1_700_000_000_000
const deliverAt = sentAt + 10_000
const expireAt = deliverAt + 86_400_000

function packetOf(change: Partial<Packet> = {}): Packet {
  return {
    ...notHeld,
    approveBy: null,
    id: 'pkt_1',
    payerId: 'payer',
    kind: 'equal',
    profile: 'laisee',
    currency: 'CNY',
    total: 300n,
    count: 3,
    splitMethod: null,
    audience: 'group',
    recipientId: null,
    groupId: 'grp_1',
    notBefore: null,
    test: false,
    openAs: 'open',
    sentAt,
    deliverAt,
    expireAt,
    state: 'undo',
    claimedAmount: 0n,
    claimedCount: 0,
    returnedAmount: 0n,
    askedNotToOpenAt: null,
    frozenUntil: null,
    closedAt: null,
    closedBy: null,
    changedAt: sentAt,
    ...change,
  }
}

const heldUntil = sentAt + 1_800_000
const releaseFrom = sentAt + 60_000
const heldDeliverAt = heldUntil + 10_000
const held: Partial<Packet> = {
  state: 'held',
  heldUntil,
  heldReleaseFrom: releaseFrom,
  heldReasons: ['own_hold_amount'],
  deliverAt: heldDeliverAt,
  expireAt: heldDeliverAt + 86_400_000,
}

const closedAs = (state: PacketState): Partial<Packet> => ({
  state,
  closedAt: deliverAt + 5_000,
  closedBy: 'someone',
})
const direct: Partial<Packet> = {
  kind: 'direct',
  audience: 'member',
  recipientId: 'ann',
  groupId: null,
  count: 1,
}
const code = (decision: unknown) => (isRefusal(decision) ? decision.code : 'yes')

describe('what the clock has decided counts before a sweep writes it down', () => {
  const rows: [string, Partial<Packet>, number, PacketState][] = [
    ['in its undo window', {}, deliverAt - 1, 'undo'],
    ['in its hold', held, heldUntil - 1, 'held'],
    ['the hold ends to the millisecond', held, heldUntil, 'undo'],
    ['held, undone and delivered in one absence', { ...held, openAs: 'paused' }, heldDeliverAt, 'paused'],
    ['held and never swept at all', held, heldDeliverAt + 86_400_000, 'expired'],
    ['the undo window ends to the millisecond', {}, deliverAt, 'open'],
    ['sent paused', { openAs: 'paused' }, deliverAt, 'paused'],
    ['the last millisecond', { state: 'open' }, expireAt - 1, 'open'],
    ['expired to the millisecond', { state: 'open' }, expireAt, 'expired'],
    ['expiry runs through a pause', { state: 'paused' }, expireAt, 'expired'],
    ['never swept at all', {}, expireAt, 'expired'],
    ['closed stays closed', closedAs('recalled'), expireAt + 1, 'recalled'],
  ]
  it.each(rows)('%s', (_name, change, now, state) => {
    expect(stateAt(packetOf(change), now)).toBe(state)
  })
})

type Row = [name: string, change: Partial<Packet>, now: number, who: string, answer: string]

const fates: Row[] = [
  ['undone', closedAs('undone'), deliverAt + 9_000, 'payer', 'already_undone'],
  ['recalled', closedAs('recalled'), deliverAt + 9_000, 'payer', 'already_recalled'],
  ['declined', closedAs('declined'), deliverAt + 9_000, 'payer', 'already_declined'],
  ['swept as expired', closedAs('expired'), deliverAt + 9_000, 'payer', 'already_expired'],
  ['expired, not swept', { state: 'open' }, expireAt, 'payer', 'already_expired'],
  ['claimed out', closedAs('claimed_out'), deliverAt + 9_000, 'payer', 'already_claimed_out'],
]

/** The same for somebody else: to them an undone packet was never there. */
const fatesFor = (who: string): Row[] =>
  fates.map(([name, change, now, , answer]) => [
    name,
    change,
    now,
    who,
    name === 'undone' ? 'not_found' : answer,
  ])

function table(
  name: string,
  rows: Row[],
  decide: (packet: Packet, who: string, now: number) => unknown,
): void {
  it.each(rows)(`${name}: %s`, (_name, change, now, who, answer) => {
    expect(code(decide(packetOf(change), who, now))).toBe(answer)
  })
}

const actor = (id: string) => ({ id, isRecipient: id === 'ann' })

describe('refusals of each verb, in their order', () => {
  table(
    'undo',
    [
      ['by a stranger', closedAs('undone'), deliverAt, 'ann', 'not_found'],
      ...fates,
      ['too late', {}, deliverAt, 'payer', 'undo_window_over'],
      ['in time', {}, deliverAt - 1, 'payer', 'yes'],
      ['while it is held', held, heldUntil - 1, 'payer', 'yes'],
      ['after its hold', held, heldUntil, 'payer', 'yes'],
      ['after both', held, heldDeliverAt, 'payer', 'undo_window_over'],
    ],
    (packet, who, now) => decideUndo(packet, actor(who), now),
  )
  table(
    'end the hold',
    [
      ['by a stranger', held, releaseFrom, 'ann', 'not_found'],
      ...fates,
      ['never held', {}, deliverAt - 1, 'payer', 'not_held'],
      ['its hold is over', held, heldUntil, 'payer', 'not_held'],
      ['delivered', held, heldDeliverAt, 'payer', 'not_held'],
      [
        'it would be over before its time',
        { ...held, notBefore: heldUntil + 86_400_000 },
        sentAt,
        'payer',
        'not_before_after_expiry',
      ],
      ['too early', held, releaseFrom - 1, 'payer', 'hold_not_over_yet'],
      [
        'of one that is not for its sender to end',
        { ...held, heldReleaseFrom: null },
        heldUntil - 1,
        'payer',
        'hold_not_over_yet',
      ],
      ['from then on', held, releaseFrom, 'payer', 'yes'],
      ['to the last millisecond', held, heldUntil - 1, 'payer', 'yes'],
    ],
    (packet, who, now) => decideEndHold(packet, actor(who), now),
  )
  table(
    'pause',
    [
      ['by a stranger', {}, deliverAt, 'ann', 'not_found'],
      ...fates,
      ['twice', { state: 'paused', profile: 'wechat-personal' }, deliverAt, 'payer', 'already_paused'],
      ['sent paused', { openAs: 'paused' }, deliverAt - 1, 'payer', 'already_paused'],
      ['a profile without it', { profile: 'wechat-personal' }, deliverAt, 'payer', 'not_pausable'],
      ['open', { state: 'open' }, deliverAt, 'payer', 'yes'],
      ['in the undo window', {}, deliverAt - 1, 'payer', 'yes'],
      ['while it is held', held, heldUntil - 1, 'payer', 'yes'],
      ['while held to be sent paused', { ...held, openAs: 'paused' }, sentAt, 'payer', 'already_paused'],
    ],
    (packet, who, now) => decidePause(packet, actor(who), now),
  )
  table(
    'release',
    [
      ['by a stranger', { state: 'paused' }, deliverAt, 'ann', 'not_found'],
      ...fates,
      ['already open', {}, deliverAt, 'payer', 'already_open'],
      ['paused', { state: 'paused' }, deliverAt, 'payer', 'yes'],
    ],
    (packet, who, now) => decideRelease(packet, actor(who), now),
  )
  table(
    'recall',
    [
      ['by a stranger', { state: 'open' }, deliverAt, 'ann', 'not_found'],
      ...fates,
      ['in the undo window', {}, deliverAt - 1, 'payer', 'not_delivered_yet'],
      ['while it is held', held, heldUntil - 1, 'payer', 'not_delivered_yet'],
      ['as on WeChat', { profile: 'wechat-personal' }, deliverAt, 'payer', 'not_recallable'],
      ['while paused', { state: 'paused' }, deliverAt, 'payer', 'yes'],
    ],
    (packet, who, now) => decideRecall(packet, actor(who), 'remainder', now),
  )
  table(
    'decline',
    [
      ['by a stranger', { ...direct, state: 'open' }, deliverAt, 'bob', 'not_found'],
      ['before it is delivered', direct, deliverAt - 1, 'ann', 'not_found'],
      ['while it is held', { ...direct, ...held }, heldUntil - 1, 'ann', 'not_found'],
      ...fatesFor('ann').map(([name, change, ...rest]): Row => [name, { ...direct, ...change }, ...rest]),
      ['one’s own', direct, deliverAt, 'ann', 'yes'],
    ],
    (packet, who, now) => decideDecline(packet, actor(who), now),
  )
  table(
    'ask not to open',
    [
      ['by a stranger', {}, deliverAt, 'ann', 'not_found'],
      ...fates,
      ['twice', { askedNotToOpenAt: deliverAt }, deliverAt, 'payer', 'already_asked'],
      ['too early', {}, deliverAt - 1, 'payer', 'not_delivered_yet'],
      ['while it is held', held, heldUntil - 1, 'payer', 'not_delivered_yet'],
      ['once', {}, deliverAt, 'payer', 'yes'],
    ],
    (packet, who, now) => decideAskNotToOpen(packet, actor(who), now, false),
  )
  table(
    'claim',
    [
      ['by someone it is not for', { state: 'open' }, deliverAt, 'bob', 'not_found'],
      ...fatesFor('ann'),
      ['before it is delivered, by a recipient', {}, deliverAt - 1, 'ann', 'not_found'],
      ['while it is held, by a recipient', held, heldUntil - 1, 'ann', 'not_found'],
      ['after its hold, in the undo window', held, heldUntil, 'ann', 'not_found'],
      ['by a link that has ended', { test: true }, expireAt - 1, 'ann', 'link_expired'],
      ['a test packet', { test: true, state: 'paused' }, deliverAt, 'ann', 'test_packet'],
      ['paused', { state: 'paused', notBefore: expireAt - 1 }, deliverAt, 'ann', 'packet_paused'],
      ['before its time', { notBefore: deliverAt + 1 }, deliverAt, 'ann', 'not_yet'],
      ['at its time', { notBefore: deliverAt }, deliverAt, 'ann', 'yes'],
    ],
    (packet, who, now) =>
      decideClaim(packet, { memberId: who, isRecipient: who === 'ann', linkExpireAt: expireAt - 1 }, now),
  )
  it('a blocked recipient is not asked', () => {
    expect(code(decideAskNotToOpen(packetOf({ askedNotToOpenAt: 1 }), actor('payer'), deliverAt, true))).toBe(
      'recipient_blocked',
    )
  })
})

it('a recall in the middle of claims takes the rest, or nothing where all or nothing was asked', () => {
  const half = packetOf({ state: 'open', claimedAmount: 100n, claimedCount: 1 })
  expect(decideRecall(half, actor('payer'), 'remainder', deliverAt)).toEqual({
    result: 'PECR',
    returned: 200n,
  })
  expect(decideRecall(half, actor('payer'), 'all_or_nothing', deliverAt)).toEqual({
    result: 'RJCR',
    returned: 0n,
  })
  expect(decideRecall(packetOf(), actor('payer'), 'all_or_nothing', deliverAt)).toEqual({
    result: 'CNCL',
    returned: 300n,
  })
})

it('a refusal names who decided and when', () => {
  const refusal = decideUndo(packetOf(closedAs('recalled')), actor('payer'), expireAt) as Refusal
  expect(refusal.data).toEqual({ decidedAt: new Date(deliverAt + 5_000).toISOString(), decidedBy: 'someone' })
})

it('expiry is nobody’s verb: it is due from its millisecond on, once', () => {
  expect(decideExpire(packetOf({ state: 'open', claimedAmount: 1n }), expireAt)).toEqual({ returned: 299n })
  expect(decideExpire(packetOf({ state: 'open' }), expireAt - 1)).toBeUndefined()
  expect(decideExpire(packetOf(closedAs('expired')), expireAt)).toBeUndefined()
})

it('every verb from every state answers yes or a named refusal, and yes only where the table says so', () => {
  const decide = {
    undo: (packet: Packet, now: number) => decideUndo(packet, actor('payer'), now),
    end_hold: (packet: Packet, now: number) => decideEndHold(packet, actor('payer'), now),
    pause: (packet: Packet, now: number) => decidePause(packet, actor('payer'), now),
    release: (packet: Packet, now: number) => decideRelease(packet, actor('payer'), now),
    recall: (packet: Packet, now: number) => decideRecall(packet, actor('payer'), 'remainder', now),
    ask_not_to_open: (packet: Packet, now: number) => decideAskNotToOpen(packet, actor('payer'), now, false),
    claim: (packet: Packet, now: number) =>
      decideClaim(packet, { memberId: 'ann', isRecipient: true, linkExpireAt: null }, now),
  }
  const anyPacket = fc.record({
    state: fc.constantFrom(...packetStates),
    openAs: fc.constantFrom('open' as const, 'paused' as const),
  })
  const verbs = fc.constantFrom(...(Object.keys(decide) as (keyof typeof decide)[]))
  fc.assert(
    fc.property(
      anyPacket,
      verbs,
      fc.integer({ min: sentAt, max: heldDeliverAt + 86_400_001 }),
      (shape, verb, now) => {
        const alive = ['held', 'undo', 'open', 'paused'].includes(shape.state)
        const packet = packetOf({
          ...(shape.state === 'held' ? held : {}),
          ...shape,
          closedAt: alive ? null : deliverAt,
          closedBy: alive ? null : 'someone',
        })
        const answer = code(decide[verb](packet, now))
        if (answer === 'yes') expect(packetCan[verb]).toContain(stateAt(packet, now))
        else expect(refusalCodes).toContain(answer)
      },
    ),
  )
})
