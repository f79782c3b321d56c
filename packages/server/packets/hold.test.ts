import { expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs, secondMs, toIso } from '@laisee/core/instant.ts'
import type { Hold } from '@laisee/core/hold.ts'
import { cancelSources } from '../cancel.ts'
import { statement } from '../db/statement.ts'
import { setCare } from '../people/care.ts'
import { keepContact } from '../people/contacts.ts'
import { auditEverything } from '../audit/audit.ts'
import { endHoldOfPacket } from './end-hold.ts'
import { packetReply } from './packets.schemas.ts'
import { pausePacket } from './pause.ts'
import { sendPacket, type SendPacketAsk } from './send.ts'
import { endPacketHolds } from './sweep.ts'
import {
  act,
  ann,
  balanceOf,
  bob,
  claim,
  codeOf,
  family,
  heardOf,
  kindsOf,
  refusalOf,
  send,
  service,
  toBob,
  useFamily,
} from './testing/family.ts'
import { undoPacket } from './undo.ts'

useFamily()

const hold: Hold = { forMs: hourMs, releaseAfterMs: minuteMs, reasons: ['own_hold_amount'] }
const dataOf = statement<[sourceId: string, kind: string], { data: Record<string, unknown> }>(
  'test_hold_data_of',
  `select data from event where source_id = $1 and kind = $2`,
)
const paidBack = statement<[packetId: string], { amount: bigint; reason: string }>(
  'test_hold_paid_back',
  `
  select posting.amount, posting.reason
  from posting
  join packet on packet.id = posting.source_id and packet.payer_id = posting.to_owner_id
  where posting.source_id = $1 and posting.reason = 'packet_expired'
  `,
)

/** A packet to the family, held for an hour, or as it is changed. */
function held(change: Partial<SendPacketAsk> = {}, asked: Partial<Hold> = {}) {
  const ask: SendPacketAsk = {
    payerId: ann,
    kind: 'equal',
    profile: 'laisee',
    total: 300n,
    count: 3,
    splitMethod: null,
    audience: 'group',
    recipientIds: [],
    groupId: family,
    greeting: '新年快乐',
    passphrase: null,
    notBefore: null,
    expireAfterMs: null,
    openAs: 'open',
    test: false,
    ...change,
  }
  return act((tx) => sendPacket(tx, service.ctx.secrets, ask, { ...hold, ...asked }))
}
const ask = (packetId: string, memberId = ann) => ({ packetId, memberId })
const endHold = (packetId: string, memberId = ann) =>
  act((tx) => endHoldOfPacket(tx, ask(packetId, memberId)))
const undo = (packetId: string) => act((tx) => undoPacket(tx, ask(packetId)))
const see = (packetId: string, memberId: string | null) => act((tx) => packetReply(tx, packetId, memberId))
const heard = async (packetId: string, who: string) =>
  (await service.ctx.db.run(heardOf, packetId, who)).map((event) => event.kind)

test('a held packet has left the wallet, and only its payer knows of it', async () => {
  const before = await balanceOf(ann)
  const packet = await held()
  expect(await balanceOf(ann)).toBe(before - 300n)
  expect(packet).toMatchObject({
    state: 'held',
    heldUntil: packet.sentAt + hourMs,
    heldReleaseFrom: packet.sentAt + minuteMs,
    heldReasons: ['own_hold_amount'],
    deliverAt: packet.sentAt + hourMs + 10 * secondMs,
    expireAt: packet.sentAt + hourMs + 10 * secondMs + dayMs,
  })
  expect(await heard(packet.id, family)).toEqual([])
  expect(await codeOf(claim(packet.id, bob))).toBe('not_found')
  expect(await codeOf(claim(packet.id, ann))).toBe('not_delivered_yet')
  expect(await codeOf(see(packet.id, bob))).toBe('not_found')
  expect(await see(packet.id, ann)).toMatchObject({
    state: 'held',
    heldUntil: toIso(packet.sentAt + hourMs),
    heldReleaseFrom: toIso(packet.sentAt + minuteMs),
    heldReasons: ['own_hold_amount'],
    may: ['undo', 'pause'],
  })
  expect(await service.ctx.db.run(dataOf, packet.id, 'packet.sent')).toMatchObject([
    { data: { heldUntil: toIso(packet.sentAt + hourMs), heldReasons: ['own_hold_amount'] } },
  ])
})

test('a held packet is taken back at any moment, and nobody ever hears of it', async () => {
  const before = await balanceOf(ann)
  const packet = await held({ ...toBob, recipientIds: [bob] })
  await service.forward(hourMs - 1)
  expect((await undo(packet.id)).state).toBe('undone')
  expect(await balanceOf(ann)).toBe(before)
  expect(await kindsOf(packet.id)).toEqual(['packet.sent', 'packet.undone'])
  expect(await heard(packet.id, bob)).toEqual([])
  await service.forward(hourMs)
  await service.sweep()
  expect(await kindsOf(packet.id)).toEqual(['packet.sent', 'packet.undone'])
})

test('a hold ends by itself: the payer is told, and has the whole undo window still', async () => {
  const packet = await held()
  await service.forward(hourMs - 1)
  await service.sweep()
  expect(await kindsOf(packet.id)).toEqual(['packet.sent'])
  await service.forward(1)
  await service.sweep()
  expect(await kindsOf(packet.id)).toEqual(['packet.sent', 'packet.hold_ended'])
  expect(await heard(packet.id, family)).toEqual([])
  expect(await service.ctx.db.run(dataOf, packet.id, 'packet.hold_ended')).toMatchObject([
    { data: { packetId: packet.id, payerId: ann, endedBy: 'clock', deliverAt: toIso(packet.deliverAt) } },
  ])
  expect(await see(packet.id, ann)).toMatchObject({ state: 'undo', may: ['undo', 'pause'] })
  await service.forward(10 * secondMs)
  await service.sweep()
  expect(await kindsOf(packet.id)).toEqual(['packet.sent', 'packet.hold_ended', 'packet.delivered'])
  expect((await claim(packet.id, bob)).amount).toBe(100n)
})

test('to others a packet that was held was sent when its hold was over, for no reason of theirs to know', async () => {
  const packet = await held()
  await service.forward(hourMs + 10 * secondMs)
  await service.sweep()
  expect(await see(packet.id, bob)).toMatchObject({
    sentAt: toIso(packet.sentAt + hourMs),
    heldUntil: null,
    heldReleaseFrom: null,
    heldReasons: [],
  })
  expect(await see(packet.id, null)).toMatchObject({ heldUntil: toIso(packet.sentAt + hourMs) })
})

test('its sender ends a hold from its minute on; delivery, expiry and the notice of it come forward', async () => {
  const packet = await held()
  expect(await refusalOf(endHold(packet.id))).toMatchObject({
    code: 'hold_not_over_yet',
    data: { releaseFrom: toIso(packet.sentAt + minuteMs), heldUntil: toIso(packet.sentAt + hourMs) },
  })
  await service.forward(minuteMs)
  expect(await codeOf(endHold(packet.id, bob))).toBe('not_found')
  const ended = await endHold(packet.id)
  const now = packet.sentAt + minuteMs
  expect(ended).toMatchObject({ state: 'undo', heldUntil: now, deliverAt: now + 10 * secondMs })
  expect(await codeOf(endHold(packet.id))).toBe('not_held')
  expect(await service.ctx.db.run(dataOf, packet.id, 'packet.hold_ended')).toMatchObject([
    { data: { endedBy: ann, heldUntil: toIso(now), deliverAt: toIso(now + 10 * secondMs) } },
  ])
  await service.forward(10 * secondMs)
  expect((await claim(packet.id, bob)).amount).toBe(100n)
  await service.forward(dayMs - hourMs)
  await service.sweep()
  expect(await kindsOf(packet.id)).toEqual([
    'packet.sent',
    'packet.hold_ended',
    'packet.delivered',
    'packet.claimed',
    'packet.expiring',
  ])
  await service.forward(hourMs)
  await service.sweep()
  expect(await service.ctx.db.run(paidBack, packet.id)).toEqual([{ amount: 200n, reason: 'packet_expired' }])
})

test('a hold that is not for its sender to end goes on, and can still be undone', async () => {
  const before = await balanceOf(ann)
  const packet = await held({}, { releaseAfterMs: null })
  await service.forward(hourMs - 1)
  expect(await refusalOf(endHold(packet.id))).toMatchObject({
    code: 'hold_not_over_yet',
    data: { releaseFrom: null },
  })
  await undo(packet.id)
  expect(await balanceOf(ann)).toBe(before)
})

test('a claim that is the first to come tells the end of the hold and the delivery before itself', async () => {
  const packet = await held()
  await service.forward(hourMs + 10 * secondMs)
  await claim(packet.id, bob)
  expect(await kindsOf(packet.id)).toEqual([
    'packet.sent',
    'packet.hold_ended',
    'packet.delivered',
    'packet.claimed',
  ])
  expect(await heard(packet.id, family)).toEqual(['packet.delivered', 'packet.claimed'])
  expect(await endPacketHolds(service.ctx.db)).toBe(0)
})

test('R16: one that was held and never looked at goes back whole at its end, with everything told in order', async () => {
  const packet = await held()
  await service.forward(hourMs + 10 * secondMs + dayMs)
  await service.sweep()
  await service.sweep()
  expect(await see(packet.id, ann)).toMatchObject({ state: 'expired', may: [] })
  expect(await service.ctx.db.run(paidBack, packet.id)).toEqual([{ amount: 300n, reason: 'packet_expired' }])
  expect(await kindsOf(packet.id)).toEqual([
    'packet.sent',
    'packet.hold_ended',
    'packet.delivered',
    'packet.expired',
  ])
})

test('a packet that is paused while it is held is delivered paused', async () => {
  const packet = await held()
  expect((await act((tx) => pausePacket(tx, ask(packet.id)))).state).toBe('held')
  expect(await heard(packet.id, family)).toEqual([])
  await service.forward(hourMs + 10 * secondMs)
  await service.sweep()
  expect(await codeOf(claim(packet.id, bob))).toBe('packet_paused')
})

test('a request that is cancelled by its key while it is held comes back whole', async () => {
  const before = await balanceOf(ann)
  const packet = await held()
  await service.forward(minuteMs)
  const canceled = await act((tx) =>
    cancelSources.packet!(tx, service.ctx, { memberId: ann, sourceId: packet.id }),
  )
  expect(canceled).toEqual({ outcome: 'undone', returned: 300n })
  expect(await balanceOf(ann)).toBe(before)
})

test('a member’s own care holds what they send from an amount on, and nothing below it', async () => {
  await act((tx) => setCare(tx, ann, { holdFrom: 500n, holdRelations: [], holdS: 300 }))
  const small = await send({ total: 300n, count: 3 })
  const large = await send({ total: 600n, count: 3 })
  expect([small.state, large.state]).toEqual(['undo', 'held'])
  expect(large).toMatchObject({ heldUntil: large.sentAt + 300_000, heldReasons: ['own_hold_amount'] })
  const both = await held({ total: 600n }, { forMs: hourMs, releaseAfterMs: null, reasons: ['other'] })
  expect(both).toMatchObject({
    heldUntil: both.sentAt + hourMs,
    heldReleaseFrom: null,
    heldReasons: ['own_hold_amount', 'other'],
  })
})

test('a member’s own care holds what they send to a contact of a relation, also among several', async () => {
  await act((tx) => setCare(tx, ann, { holdFrom: null, holdRelations: ['important_customer'], holdS: 300 }))
  const ofBob = { ownerId: ann, memberId: bob, alias: null, relationNote: null }
  const alone = await send({ ...toBob, total: 100n, recipientIds: [bob] })
  await act((tx) => keepContact(tx, { ...ofBob, relation: 'important_customer' }))
  const kept = await send({ ...toBob, total: 100n, recipientIds: [bob] })
  const group = await send()
  expect([alone.state, kept.state, group.state]).toEqual(['undo', 'held', 'undo'])
  expect(kept.heldReasons).toEqual(['own_hold_relation'])
})

test('the audit finds nothing after all of this', async () => {
  const { checks } = await auditEverything(service.ctx.db)
  expect(checks.filter((check) => check.differences.length > 0)).toEqual([])
})
