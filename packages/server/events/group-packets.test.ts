/** Who hears of a group's packet: those who were in the group when it was sent, and nobody else. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromIso, secondMs } from '@laisee/core/instant.ts'
import { claimPacket } from '../packets/claim.ts'
import { sendPacket } from '../packets/send.ts'
import { joinGroup, leaveGroup, renameGroup } from '../people/change-group.ts'
import { groupOf, memberWith, startTestService, type TestService } from '../testing/service.ts'
import type { FedEvent } from './fed-event.ts'
import { createFeed, type Feed } from './feed.ts'
import { firstPlace } from './place.ts'
import { readForMember } from './read.ts'

const by = { kind: 'operator', keyId: 'key_test' } as const

let service: TestService
let feed: Feed
let payer: string
let stays: string
let leaves: string
let joins: string
let groupId: string
let packetId: string
const live = new Map<string, FedEvent[]>()

/** A packet is sent; then one member leaves and another comes; then it is delivered, and those who may claim it do. */
beforeAll(async () => {
  service = await startTestService()
  const { ctx } = service
  await service.freeze(fromIso('2026-02-16T12:00:00Z')!)
  payer = await memberWith(ctx, '安', 10_000n)
  stays = await memberWith(ctx, '波', 0n)
  leaves = await memberWith(ctx, '蔡', 0n)
  joins = await memberWith(ctx, '晚', 0n)
  groupId = await groupOf(ctx, '家', [payer, stays, leaves])
  feed = createFeed(ctx.db, ctx.log)
  for (const memberId of [stays, leaves, joins])
    await feed.join({ keys: [memberId], hear: ({ events }) => void heard(memberId).push(...events) })
  packetId = await sendToGroup()
  await service.forward(secondMs)
  await ctx.db.transaction((tx) => leaveGroup(tx, { groupId, memberId: leaves, by }))
  await ctx.db.transaction((tx) => joinGroup(tx, { groupId, memberIds: [joins], by }))
  await service.forward(20 * secondMs)
  await service.sweep()
  for (const memberId of [stays, leaves])
    await claimPacket(ctx, { packetId, memberId, token: null, passphrase: null })
  await service.forward(secondMs)
  await ctx.db.transaction((tx) => renameGroup(tx, { groupId, name: '大家', by }))
})
afterAll(async () => {
  await feed.stop()
  await service.close()
})

async function sendToGroup(): Promise<string> {
  const packet = await service.ctx.db.transaction((tx) =>
    sendPacket(tx, service.ctx.secrets, {
      payerId: payer,
      kind: 'lucky',
      profile: 'laisee',
      total: 300n,
      count: 3,
      splitMethod: 'wechat',
      audience: 'group',
      recipientIds: [],
      groupId,
      greeting: '',
      passphrase: null,
      notBefore: null,
      expireAfterMs: null,
      openAs: 'open',
      test: false,
    }),
  )
  return packet.id
}

function heard(memberId: string): FedEvent[] {
  const events = live.get(memberId) ?? []
  live.set(memberId, events)
  return events
}

const told = ['packet.delivered', 'packet.claimed', 'packet.claimed']

async function kindsInPages(memberId: string, sourceId: string): Promise<string[]> {
  const { events } = await service.ctx.db.snapshot((tx) => readForMember(tx, memberId, firstPlace, 500))
  return events.filter((event) => event.sourceId === sourceId).map((event) => event.kind)
}

const kindsLive = (memberId: string, sourceId: string) =>
  heard(memberId)
    .filter(({ row }) => row.sourceId === sourceId)
    .map(({ row }) => row.kind)

it.each([
  ['who stays hears of it', () => stays, told],
  ['who has left since, and may claim it, hears of it', () => leaves, told],
  ['who joined later hears nothing of it', () => joins, []],
])('%s, in pages and live', async (_, member, kinds) => {
  await expect.poll(() => kindsInPages(member(), packetId), { timeout: 10_000 }).toEqual(kinds)
  await expect.poll(() => kindsLive(stays, groupId), { timeout: 10_000 }).toContain('group.changed')
  expect(kindsLive(member(), packetId)).toEqual(kinds)
})

it('what happens to the group itself is heard by whoever is in it then', async () => {
  await expect
    .poll(() => kindsInPages(joins, groupId), { timeout: 10_000 })
    .toEqual(['group.joined', 'group.changed'])
  await expect
    .poll(() => kindsLive(joins, groupId), { timeout: 10_000 })
    .toEqual(['group.joined', 'group.changed'])
  expect(await kindsInPages(leaves, groupId)).not.toContain('group.changed')
  expect(kindsLive(leaves, groupId)).not.toContain('group.changed')
})
