/**
 * A family for the tests of packets: a payer with money, three others without, one group, and a clock that stands until
 * a test moves it. `useFamily()` makes it for the file that calls it.
 */

import { afterAll, beforeAll, beforeEach } from 'vitest'
import { readWallet } from '../../ledger/ledger.ts'
import { fromIso, secondMs } from '@laisee/core/instant.ts'
import { RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import { statement } from '../../db/statement.ts'
import { groupOf, memberWith, startTestService, type TestService } from '../../testing/service.ts'
import { claimPacket } from '../claim.ts'
import { sendPacket, type SendPacketAsk } from '../send.ts'

export const start = fromIso('2026-02-16T12:00:00Z')!
export const eventsOf = statement<[sourceId: string], { kind: string; seq: bigint }>(
  'test_events_of',
  `select kind, seq from event where source_id = $1 order by seq`,
)
export const lastEntriesOf = statement<[ownerId: string, limit: number], { balance: bigint }>(
  'test_last_entries_of',
  `select balance from entry where owner_id = $1 order by entry_no desc limit $2`,
)

export let service: TestService
export let ann: string
export let bob: string
export let cai: string
export let dan: string
export let family: string

/** Make the family before a file's tests, and let a minute pass before each of them. */
export function useFamily(): void {
  beforeAll(async () => {
    service = await startTestService()
    await service.freeze(start)
    ann = await memberWith(service.ctx, '安', 1_000_000n)
    bob = await memberWith(service.ctx, '波', 0n)
    cai = await memberWith(service.ctx, '蔡', 0n)
    dan = await memberWith(service.ctx, '丹', 0n)
    family = await groupOf(service.ctx, '家', [ann, bob, cai, dan])
  })
  afterAll(() => service.close())
  beforeEach(() => service.forward(60 * secondMs))
}

/** What of a packet each of these members is told on their own stream. */
export const heardOf = statement<[sourceId: string, audienceId: string], { kind: string }>(
  'test_heard_of',
  `
  select kind from event where source_id = $1 and $2 = any(audience) order by seq
  `,
)

export const act = <T>(work: Parameters<typeof service.ctx.db.transaction<T>>[0]) =>
  service.ctx.db.transaction(work)
export const balanceOf = async (id: string) => (await act((tx) => readWallet(tx, id, 'CNY')))!.balance
export const kindsOf = async (id: string) =>
  (await service.ctx.db.run(eventsOf, id)).map((event) => event.kind)

export async function refusalOf(promise: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await promise
    return undefined
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal
    throw error
  }
}

export const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise))?.code ?? 'yes'

export function send(change: Partial<SendPacketAsk> = {}) {
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
  return act((tx) => sendPacket(tx, service.ctx.secrets, ask))
}

export const toBob = { kind: 'direct', audience: 'member', count: 1, groupId: null } as const
export const claim = (
  packetId: string,
  memberId: string,
  more: { token?: string; passphrase?: string } = {},
) =>
  claimPacket(service.ctx, {
    packetId,
    memberId,
    token: more.token ?? null,
    passphrase: more.passphrase ?? null,
  })

export async function delivered(change: Partial<SendPacketAsk> = {}) {
  const packet = await send(change)
  await service.forward(10 * secondMs)
  return packet
}
