import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromIso, hourMs, secondMs } from '@laisee/core/instant.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import { groupOf, memberWith, startTestService, type TestService } from '../testing/service.ts'
import { claimPacket } from './claim.ts'
import { sendPacket, type SendPacketAsk } from './send.ts'
import { mayNow, seePacket } from './view.ts'

const start = fromIso('2026-02-16T12:00:00Z')!

let service: TestService
let ann: string
let bob: string
let cai: string
let family: string

beforeAll(async () => {
  service = await startTestService()
  await service.freeze(start)
  ann = await memberWith(service.ctx, '安', 1_000_000n)
  bob = await memberWith(service.ctx, '波', 0n)
  cai = await memberWith(service.ctx, '蔡', 0n)
  family = await groupOf(service.ctx, '家', [ann, bob, cai])
})
afterAll(() => service.close())

const toMembers = () => ({ audience: 'members', groupId: null, recipientIds: [bob, cai] }) as const
const exclusive = () =>
  ({ kind: 'exclusive', audience: 'member', recipientIds: [bob], count: 1, total: 100n }) as const

const rows: [string, () => Partial<SendPacketAsk>, () => string, string][] = [
  ['a member of the group', () => ({}), () => bob, 'a share'],
  ['the payer, in the group', () => ({}), () => ann, 'a share'],
  ['before its time', () => ({ notBefore: start + 10 * hourMs }), () => bob, 'not_yet'],
  ['one of those it names', toMembers, () => bob, 'a share'],
  ['the payer, who has named others', toMembers, () => ann, 'not_found'],
  ['whom it is for alone', exclusive, () => bob, 'a share'],
  ['who is only shown it', exclusive, () => cai, 'not_found'],
  ['a test packet', () => ({ test: true }), () => bob, 'test_packet'],
  ['while it is paused', () => ({ openAs: 'paused' }), () => bob, 'packet_paused'],
]

it.each(rows)('a screen offers a claim exactly where it succeeds: %s', async (_, change, member, outcome) => {
  const packet = await service.ctx.db.transaction((tx) =>
    sendPacket(tx, service.ctx.secrets, {
      payerId: ann,
      kind: 'equal',
      profile: 'laisee',
      total: 200n,
      count: 2,
      splitMethod: null,
      audience: 'group',
      recipientIds: [],
      groupId: family,
      greeting: '',
      passphrase: null,
      notBefore: null,
      expireAfterMs: null,
      openAs: 'open',
      test: false,
      ...change(),
    }),
  )
  await service.forward(10 * secondMs)
  const sight = await service.ctx.db.transaction((tx) => seePacket(tx, packet.id, member()))
  expect(mayNow(sight!, member()).includes('claim')).toBe(outcome === 'a share')
  const ask = { packetId: packet.id, memberId: member(), token: null, passphrase: null }
  const claimed = await claimPacket(service.ctx, ask).then(
    () => 'a share',
    (error: unknown) => {
      if (error instanceof RefusalError) return error.refusal.code
      throw error
    },
  )
  expect(claimed).toBe(outcome)
})
