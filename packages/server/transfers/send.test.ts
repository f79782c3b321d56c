import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayMs, hourMs, toIso } from '@laisee/core/instant.ts'
import type { RefusalCode } from '@laisee/core/refusals.ts'
import type { SendTransferAsk } from './send.ts'
import { morning, openTown, refusalOf, undoMs, type Town } from './testing/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(() => town.setClock(morning))

test('a transfer leaves the wallet at once and waits in its own escrow, and only its payer hears of it', async () => {
  const payerId = await town.member({ balance: 10_000n })
  const payeeId = await town.member()
  const sent = await town.send({ payerId, payeeId, amount: 5_200n, delayS: 7_200 })

  expect(await town.wallet(payerId)).toBe(4_800n)
  expect(await town.escrow(sent.id)).toBe(5_200n)
  expect(await town.wallet(payeeId)).toBe(0n)
  expect(sent).toMatchObject({
    state: 'undo',
    sentAt: morning,
    deliverAt: morning + undoMs,
    arriveAt: morning + undoMs + 2 * hourMs,
    acceptBy: null,
    currency: 'CNY',
    note: '午饭',
  })
  expect(await town.events(sent.id)).toEqual([
    {
      seq: 1,
      kind: 'transfer.sent',
      at: toIso(morning),
      audience: [payerId],
      data: {
        transferId: sent.id,
        payerId,
        payeeId,
        amount: 5_200,
        currency: 'CNY',
        note: '午饭',
        profile: 'laisee',
        delayS: 7_200,
        deliverAt: toIso(morning + undoMs),
        acceptBy: null,
        arriveAt: toIso(morning + undoMs + 2 * hourMs),
        onBehalfOf: null,
        approveBy: null,
        heldUntil: null,
        heldReleaseFrom: null,
        heldReasons: [],
      },
    },
  ])
  await town.expectConserved()
})

test('the undo window is as long as the payer has chosen', async () => {
  const payerId = await town.member({ balance: 100n, undoS: 30 })
  const sent = await town.send({ payerId, payeeId: await town.member(), amount: 100n })
  expect(sent.deliverAt).toBe(morning + 30_000)
})

test('a delay that is not said is the payer’s own, and one that is said wins, also when it is none', async () => {
  const payerId = await town.member({ balance: 300n, transferDelayS: 86_400 })
  const payeeId = await town.member()
  const own = await town.send({ payerId, payeeId, amount: 100n, delayS: null })
  const said = await town.send({ payerId, payeeId, amount: 100n, delayS: 7_200 })
  const none = await town.send({ payerId, payeeId, amount: 100n, delayS: 0 })
  expect([own, said, none].map(({ arriveAt, deliverAt }) => arriveAt! - deliverAt)).toEqual([
    dayMs,
    2 * hourMs,
    0,
  ])
})

test('where the profile asks for acceptance there is a day to accept, and no arrival until then', async () => {
  const payerId = await town.member({ balance: 100n })
  const sent = await town.send({
    payerId,
    payeeId: await town.member(),
    amount: 100n,
    delayS: 0,
    profile: 'wechat-personal',
  })
  expect(sent).toMatchObject({ needsAcceptance: true, arriveAt: null, acceptBy: morning + undoMs + dayMs })
})

describe('a transfer that is refused moves nothing', () => {
  const cases: {
    code: RefusalCode
    field?: string
    ask?: Partial<SendTransferAsk>
    arrange?: 'block' | 'blocked' | 'freeze' | 'self' | 'nobody'
  }[] = [
    { code: 'member_unknown', field: 'payeeId', arrange: 'nobody' },
    { code: 'self_not_allowed', field: 'payeeId', arrange: 'self' },
    { code: 'recipient_blocked', field: 'payeeId', arrange: 'block' },
    { code: 'recipient_blocked', field: 'payeeId', arrange: 'blocked' },
    { code: 'amount_above_max', field: 'amount', ask: { amount: 5_000_001n } },
    { code: 'delay_out_of_bounds', field: 'delayS', ask: { delayS: 604_801 } },
    { code: 'delay_out_of_bounds', field: 'delayS', ask: { delayS: 86_401, profile: 'wechat-personal' } },
    { code: 'wallet_frozen', arrange: 'freeze' },
    { code: 'balance_too_low', ask: { amount: 10_001n } },
  ]

  test.each(cases)('$code $arrange', async ({ code, field, ask, arrange }) => {
    const payerId = await town.member({ balance: 10_000n })
    const other = await town.member()
    const payeeId =
      arrange === 'self' ? payerId : arrange === 'nobody' ? 'mem_01890000000000000000000000' : other
    if (arrange === 'block') await town.block(payerId, other)
    if (arrange === 'blocked') await town.block(other, payerId)
    if (arrange === 'freeze') await town.freeze(payerId)
    const refusal = await refusalOf(town.send({ payerId, payeeId, ...ask }))
    expect(refusal.code).toBe(code)
    expect(refusal.data.field).toBe(field)
    expect(await town.wallet(payerId)).toBe(10_000n)
    await town.expectConserved()
  })
})

test('R12: ten sends at once from a wallet that can pay for three: three are sent, seven are refused', async () => {
  const payerId = await town.member({ balance: 350n })
  const payeeId = await town.member()
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () => town.send({ payerId, payeeId, amount: 100n })),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(3)
  expect(await town.wallet(payerId)).toBe(50n)
  await town.expectConserved()
})
