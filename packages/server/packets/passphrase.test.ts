import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { fromIso, hourMs, secondMs } from '@laisee/core/instant.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import { statement } from '../db/statement.ts'
import { readWallet } from '../ledger/ledger.ts'
import { groupOf, memberWith, startTestService, type TestService } from '../testing/service.ts'
import { claimPacket, type ClaimDesk } from './claim.ts'
import { releasePacket } from './pause.ts'
import { sendPacket, type SendPacketAsk } from './send.ts'

const start = fromIso('2026-02-16T12:00:00Z')!
const kindsTold = statement<[sourceId: string], { kind: string }>(
  'test_passphrase_kinds',
  `select kind from event where source_id = $1 order by seq`,
)

let service: TestService
let ann: string
let bob: string
let family: string

beforeAll(async () => {
  service = await startTestService()
  await service.freeze(start)
  ann = await memberWith(service.ctx, '安', 1_000_000n)
  bob = await memberWith(service.ctx, '波', 0n)
  family = await groupOf(service.ctx, '家', [ann, bob])
})
afterAll(() => service.close())
beforeEach(() => service.forward(60 * secondMs))

function send(change: Partial<SendPacketAsk>) {
  const ask: SendPacketAsk = {
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
    passphrase: '恭喜发财',
    notBefore: null,
    expireAfterMs: null,
    openAs: 'open',
    test: false,
    ...change,
  }
  return service.ctx.db.transaction((tx) => sendPacket(tx, service.ctx.secrets, ask))
}

/** The desk of a server where something happens after the passphrase was looked at and before the claim's turn comes. */
function deskWhere(meanwhile: () => Promise<unknown>): ClaimDesk {
  const claims: ClaimDesk['claims'] = {
    batches: service.ctx.claims.batches,
    async claim(ask) {
      await meanwhile()
      return service.ctx.claims.claim(ask)
    },
  }
  return { ...service.ctx, claims }
}

async function claimSilently(packetId: string, desk: ClaimDesk): Promise<string> {
  try {
    await claimPacket(desk, { packetId, memberId: bob, token: null, passphrase: null })
    return 'a share'
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code
    throw error
  }
}

const rows: [string, Partial<SendPacketAsk>, number, string, (packetId: string) => Promise<unknown>][] = [
  ['is delivered', {}, 10 * secondMs - 1, 'not_found', () => service.forward(1)],
  [
    'reaches its time',
    { notBefore: start + 100 * hourMs },
    0,
    'not_yet',
    () => service.freeze(start + 100 * hourMs),
  ],
  [
    'is released',
    { openAs: 'paused' },
    10 * secondMs,
    'packet_paused',
    (packetId) => service.ctx.db.transaction((tx) => releasePacket(tx, { packetId, memberId: ann })),
  ],
]

it.each(rows)(
  'a claim without the passphrase gets no share, also where the packet %s just then',
  async (_when, change, waitMs, code, meanwhile) => {
    const packet = await send({ expireAfterMs: 160 * hourMs, ...change })
    await service.forward(waitMs === 0 ? 10 * secondMs : waitMs)
    expect(
      await claimSilently(
        packet.id,
        deskWhere(() => meanwhile(packet.id)),
      ),
    ).toBe(code)
    await meanwhile(packet.id)
    expect(await claimSilently(packet.id, service.ctx)).toBe('passphrase_wrong')
    const wallet = await service.ctx.db.transaction((tx) => readWallet(tx, bob, 'CNY'))
    expect(wallet!.balance).toBe(0n)
    const told = await service.ctx.db.run(kindsTold, packet.id)
    expect(told.map((event) => event.kind)).not.toContain('packet.claimed')
  },
)

it('with all attempts used up, saying nothing is told so as well: there is nothing left to try', async () => {
  const packet = await send({ expireAfterMs: hourMs })
  await service.forward(10 * secondMs)
  const say = (passphrase: string | null) =>
    claimPacket(service.ctx, { packetId: packet.id, memberId: bob, token: null, passphrase }).catch(
      (error: unknown) => (error instanceof RefusalError ? error.refusal.code : Promise.reject(error)),
    )
  for (let attempt = 0; attempt < 5; attempt++) {
    expect(await say(null)).toBe('passphrase_wrong')
    expect(await say('错')).toBe('passphrase_wrong')
  }
  expect(await say(null)).toBe('passphrase_attempts_used_up')
  expect(await say('恭喜发财')).toBe('passphrase_attempts_used_up')
  const told = await service.ctx.db.run(kindsTold, packet.id)
  expect(told.map((event) => event.kind)).not.toContain('packet.claimed')
})
