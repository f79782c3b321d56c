import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromIso, secondMs } from '@laisee/core/instant.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import type { Db } from '../db/db.ts'
import { groupOf, memberWith, startTestService, type TestService } from '../testing/service.ts'
import { createClaimQueue, type ClaimQueue } from './claim-queue.ts'
import { sendPacket } from './send.ts'

let service: TestService
let queue: ClaimQueue
let payer: string
let members: string[]
let packetId: string
/** How often the queue has asked the database. */
const asked = { batches: 0, fates: 0 }

beforeAll(async () => {
  service = await startTestService()
  const { ctx } = service
  await service.freeze(fromIso('2026-02-16T12:00:00Z')!)
  const db: Db = {
    ...ctx.db,
    transaction(work) {
      asked.batches += 1
      return ctx.db.transaction(work)
    },
    snapshot(work) {
      asked.fates += 1
      return ctx.db.snapshot(work)
    },
  }
  queue = createClaimQueue({ db })
  payer = await memberWith(ctx, '安', 10_000n)
  members = []
  for (const name of ['波', '蔡', '丹']) members.push(await memberWith(ctx, name, 0n))
  const groupId = await groupOf(ctx, '家', [payer, ...members])
  const packet = await ctx.db.transaction((tx) =>
    sendPacket(tx, ctx.secrets, {
      payerId: payer,
      kind: 'equal',
      profile: 'laisee',
      total: 100n,
      count: 1,
      splitMethod: null,
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
  packetId = packet.id
  await service.forward(10 * secondMs)
})
afterAll(() => service.close())

const claim = (memberId: string) => queue.claim({ packetId, memberId, isRecipient: true, linkExpireAt: null })

async function codeOf(claiming: Promise<unknown>): Promise<string> {
  const error = await claiming.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(RefusalError)
  return (error as RefusalError).refusal.code
}

it('what became of a packet is remembered once somebody came too late, and only then', async () => {
  const share = await claim(members[0]!)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(asked).toEqual({ batches: 1, fates: 0 })
  expect(await codeOf(claim(members[1]!))).toBe('already_claimed_out')
  await expect.poll(() => asked).toEqual({ batches: 2, fates: 1 })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await codeOf(claim(members[2]!))).toBe('already_claimed_out')
  expect(await claim(members[0]!)).toEqual(share)
  expect(asked).toEqual({ batches: 2, fates: 1 })
})
