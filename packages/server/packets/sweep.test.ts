import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromIso, hourMs, secondMs } from '@laisee/core/instant.ts'
import { readWallet } from '../ledger/ledger.ts'
import { statement } from '../db/statement.ts'
import { dyingAfter } from '../jobs/testing/die-after.ts'
import { groupOf, memberWith, startTestService, type TestService } from '../testing/service.ts'
import { claimPacket } from './claim.ts'
import { sendPacket } from './send.ts'
import { deliverPackets, expirePackets } from './sweep.ts'

const many = 130

const statesOf = statement<[payerId: string], { state: string; packets: bigint }>(
  'test_states_of',
  `select state, count(*) as packets from packet where payer_id = $1 group by state order by state`,
)
const eventsTold = statement<[kind: string], { times: bigint; packets: bigint }>(
  'test_events_told',
  `select count(*) as times, count(distinct source_id) as packets from event where kind = $1`,
)
const setEscrow = statement<[packetId: string, balance: bigint], object>(
  'test_set_escrow',
  `update account set balance = $2 where owner_id = $1 and kind = 'escrow'`,
)

let service: TestService
let payer: string
let other: string
let ids: string[]

beforeAll(async () => {
  service = await startTestService()
  await service.freeze(fromIso('2026-02-16T12:00:00Z')!)
  payer = await memberWith(service.ctx, '安', 1_000_000n)
  other = await memberWith(service.ctx, '波', 0n)
  const groupId = await groupOf(service.ctx, '家', [payer, other])
  ids = []
  for (let i = 0; i < many; i++) ids.push(await sendTo(groupId, payer))
})
afterAll(() => service.close())

async function sendTo(groupId: string, payerId: string): Promise<string> {
  const packet = await service.ctx.db.transaction((tx) =>
    sendPacket(tx, service.ctx.secrets, {
      payerId,
      kind: 'equal',
      profile: 'laisee',
      total: 200n,
      count: 2,
      splitMethod: null,
      audience: 'group',
      recipientIds: [],
      groupId,
      greeting: '',
      passphrase: null,
      notBefore: null,
      expireAfterMs: hourMs,
      openAs: 'open',
      test: false,
    }),
  )
  return packet.id
}

const balance = async (id: string) =>
  (await service.ctx.db.transaction((tx) => readWallet(tx, id, 'CNY')))!.balance

it('two servers that sweep at once tell each delivery once', async () => {
  const second = service.another()
  expect(await deliverPackets(service.ctx.db)).toBe(0)
  await service.forward(10 * secondMs)
  const done = await Promise.all([deliverPackets(service.ctx.db), deliverPackets(second.ctx.db)])
  const rest = await deliverPackets(service.ctx.db)
  expect(done[0]! + done[1]! + rest).toBe(many)
  expect(await service.ctx.db.run(eventsTold, 'packet.delivered')).toEqual([
    { times: BigInt(many), packets: BigInt(many) },
  ])
})

it('R17 R18 R20 R23: two servers that sweep at once, one of which dies in the middle, return every unclaimed fen once', async () => {
  const dying = service.another()
  for (const packetId of ids.slice(0, 20))
    await claimPacket(service.ctx, { packetId, memberId: other, token: null, passphrase: null })
  await service.forward(hourMs)
  const doomed = expirePackets(dyingAfter(dying.ctx.db, 1)).catch((error: Error) => error.message)
  const alive = expirePackets(service.ctx.db)
  expect(await doomed).toBe('the server died')
  await alive
  while ((await expirePackets(service.ctx.db)) > 0);
  expect(await service.ctx.db.run(statesOf, payer)).toEqual([{ state: 'expired', packets: BigInt(many) }])
  expect(await service.ctx.db.run(eventsTold, 'packet.expired')).toEqual([
    { times: BigInt(many), packets: BigInt(many) },
  ])
  expect(await balance(payer)).toBe(1_000_000n - 20n * 100n)
  expect(await balance(other)).toBe(20n * 100n)
})

it('a packet whose money cannot be moved keeps nobody else from theirs, is told of, and is done once it can be', async () => {
  const ben = await memberWith(service.ctx, '本', 10_000n)
  const groupId = await groupOf(service.ctx, '友', [ben, other])
  const sent: string[] = []
  for (let i = 0; i < 9; i++) sent.push(await sendTo(groupId, ben))
  await service.ctx.db.run(setEscrow, sent[4]!, 0n)
  await service.forward(2 * hourMs)
  await expect(expirePackets(service.ctx.db)).rejects.toThrow('1 of 9 due packets failed')
  expect(await service.ctx.db.run(statesOf, ben)).toEqual([
    { state: 'expired', packets: 8n },
    { state: 'undo', packets: 1n },
  ])
  expect(await balance(ben)).toBe(10_000n - 200n)
  await service.ctx.db.run(setEscrow, sent[4]!, 200n)
  expect(await expirePackets(service.ctx.db)).toBe(1)
  expect(await balance(ben)).toBe(10_000n)
  expect(await service.ctx.db.run(eventsTold, 'packet.expired')).toEqual([
    { times: BigInt(many + 9), packets: BigInt(many + 9) },
  ])
})
