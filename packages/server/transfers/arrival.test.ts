import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayMs, hourMs, toIso } from '@laisee/core/instant.ts'
import { arriveTransfers } from '../jobs/arrive-transfers.ts'
import { deliverTransfers } from '../jobs/deliver-transfers.ts'
import { returnTransfers } from '../jobs/return-transfers.ts'
import { acceptTransfer } from './accept.ts'
import { declineTransfer } from './decline.ts'
import { morning, openTown, refusalOf, undoMs, type Town } from './testing/town.ts'

let town: Town
let payerId: string
let payeeId: string
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  await town.startAgain()
  payerId = await town.member({ balance: 10_000n })
  payeeId = await town.member()
})

const deliverAt = morning + undoMs
const acceptBy = deliverAt + dayMs
const accept = (transferId: string, memberId = payeeId) =>
  town.db.transaction((tx) => acceptTransfer(tx, { transferId, memberId }))
const asked = (delayS = 0) => town.send({ payerId, payeeId, delayS, profile: 'wechat-personal' })

test('delivery is told to both sides once, when the undo window has ended and not before', async () => {
  const { id } = await town.send({ payerId, payeeId })
  await town.forward(undoMs - 1)
  expect(await deliverTransfers(town.db)).toBe(0)
  await town.forward(1)
  expect(await deliverTransfers(town.db)).toBe(1)
  expect(await deliverTransfers(town.db)).toBe(0)
  const [, delivered] = await town.events(id)
  expect(delivered).toMatchObject({
    seq: 2,
    kind: 'transfer.delivered',
    at: toIso(deliverAt),
    audience: [payeeId, payerId, id].sort(),
    data: { amount: 5_200, note: '午饭', arriveAt: toIso(deliverAt + 2 * hourMs) },
  })
  expect(await town.escrow(id)).toBe(5_200n)
})

test('a transfer arrives on the millisecond of its delay, and the payee has the money', async () => {
  const { id } = await town.send({ payerId, payeeId })
  await town.setClock(deliverAt + 2 * hourMs - 1)
  await deliverTransfers(town.db)
  expect(await arriveTransfers(town.db)).toBe(0)
  await town.forward(1)
  expect(await arriveTransfers(town.db)).toBe(1)
  expect(await town.wallet(payeeId)).toBe(5_200n)
  expect(await town.escrow(id)).toBe(0n)
  const arrived = (await town.events(id)).at(-1)!
  expect(arrived).toMatchObject({ seq: 3, kind: 'transfer.arrived', audience: [payeeId, payerId, id].sort() })
  expect(arrived.data).toMatchObject({
    amount: 5_200,
    decidedAt: toIso(deliverAt + 2 * hourMs),
    decidedBy: 'clock',
  })
  await town.expectConserved()
})

test('R14: a sweep that comes a day late writes down the moment it was due, and today’s balance has the money at once', async () => {
  const before = await town.wallet(payeeId)
  const { id, amount } = await town.send({ payerId, payeeId, delayS: 0 })
  await town.setClock(deliverAt + dayMs)
  expect(await arriveTransfers(town.db)).toBe(1)
  expect(await town.wallet(payeeId)).toBe(before + amount)
  const [, delivered, arrived] = await town.events(id)
  expect(delivered).toMatchObject({ kind: 'transfer.delivered', at: toIso(deliverAt + dayMs) })
  expect(arrived).toMatchObject({
    kind: 'transfer.arrived',
    at: toIso(deliverAt + dayMs),
    data: { decidedAt: toIso(deliverAt) },
  })
  expect(await deliverTransfers(town.db)).toBe(0)
  await town.expectConserved()
})

test('money arrives also where the payee’s wallet has been frozen', async () => {
  await town.send({ payerId, payeeId, delayS: 0 })
  await town.freeze(payeeId)
  await town.forward(undoMs)
  expect(await arriveTransfers(town.db)).toBe(1)
  expect(await town.wallet(payeeId)).toBe(5_200n)
})

test('a transfer that is asked for arrives when it is accepted, with the money and both events in one', async () => {
  const { id } = await asked()
  await town.setClock(deliverAt + hourMs)
  const accepted = await accept(id)
  expect(accepted).toMatchObject({
    state: 'arrived',
    acceptedAt: deliverAt + hourMs,
    arriveAt: deliverAt + hourMs,
  })
  expect(await town.wallet(payeeId)).toBe(5_200n)
  expect(await town.kinds(id)).toEqual([
    'transfer.sent',
    'transfer.delivered',
    'transfer.accepted',
    'transfer.arrived',
  ])
  expect(await refusalOf(accept(id))).toMatchObject({
    code: 'already_arrived',
    data: { decidedAt: deliverAt + hourMs },
  })
  await town.expectConserved()
})

test('accepted within its delay, a transfer arrives at the end of the delay', async () => {
  const { id } = await asked(7_200)
  await town.setClock(deliverAt + hourMs)
  expect(await accept(id)).toMatchObject({ state: 'waiting', arriveAt: deliverAt + 2 * hourMs })
  expect(await town.wallet(payeeId)).toBe(0n)
  const again = await refusalOf(accept(id))
  expect(again).toMatchObject({
    code: 'already_accepted',
    data: { acceptedAt: deliverAt + hourMs, arriveAt: deliverAt + 2 * hourMs },
  })
  await town.setClock(deliverAt + 2 * hourMs)
  expect(await arriveTransfers(town.db)).toBe(1)
  expect(await town.wallet(payeeId)).toBe(5_200n)
  expect((await town.events(id)).map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, 'transfer.sent'],
    [2, 'transfer.delivered'],
    [3, 'transfer.accepted'],
    [4, 'transfer.arrived'],
  ])
})

test('accepted, it no longer goes back by itself when its day is over', async () => {
  const { id } = await asked(86_400)
  await town.setClock(acceptBy - 1)
  expect(await accept(id)).toMatchObject({ state: 'waiting', arriveAt: acceptBy })
  await town.setClock(acceptBy + dayMs)
  expect(await returnTransfers(town.db)).toBe(0)
  expect(await arriveTransfers(town.db)).toBe(1)
  expect(await town.wallet(payeeId)).toBe(5_200n)
})

test('a payee who has accepted may still decline until it arrives', async () => {
  const { id } = await asked(7_200)
  await town.setClock(deliverAt)
  await accept(id)
  await town.db.transaction((tx) => declineTransfer(tx, { transferId: id, memberId: payeeId }))
  expect(await town.wallet(payerId)).toBe(10_000n)
  expect(await town.kinds(id)).toEqual([
    'transfer.sent',
    'transfer.delivered',
    'transfer.accepted',
    'transfer.declined',
  ])
  await town.expectConserved()
})

test('where nobody asks for acceptance there is nothing to accept', async () => {
  const { id, arriveAt } = await town.send({ payerId, payeeId })
  await town.setClock(deliverAt)
  expect(await refusalOf(accept(id))).toMatchObject({ code: 'acceptance_not_asked', data: { arriveAt } })
  expect(await refusalOf(accept(id, payerId))).toMatchObject({ code: 'not_found' })
  expect(await town.escrow(id)).toBe(5_200n)
})

test('before delivery the payee cannot accept what they cannot see', async () => {
  const { id } = await asked()
  await town.setClock(deliverAt - 1)
  expect(await refusalOf(accept(id))).toMatchObject({ code: 'not_found' })
  expect(await town.kinds(id)).toEqual(['transfer.sent'])
})

test('not accepted by the millisecond its day is over, it goes back to the payer', async () => {
  const { id } = await asked()
  await town.setClock(acceptBy - 1)
  expect(await returnTransfers(town.db)).toBe(0)
  await town.setClock(acceptBy)
  expect(await refusalOf(accept(id))).toMatchObject({
    code: 'already_returned',
    data: { decidedAt: acceptBy, decidedBy: 'clock' },
  })
  expect(await returnTransfers(town.db)).toBe(1)
  expect(await returnTransfers(town.db)).toBe(0)
  expect(await town.wallet(payerId)).toBe(10_000n)
  expect(await town.wallet(payeeId)).toBe(0n)
  const events = await town.events(id)
  expect(events.map(({ kind }) => kind)).toEqual(['transfer.sent', 'transfer.delivered', 'transfer.returned'])
  expect(events[2]!.data).toMatchObject({
    amount: 5_200,
    reason: 'NOAS',
    decidedAt: toIso(acceptBy),
    decidedBy: 'clock',
  })
  await town.expectConserved()
})

test('a sweep takes no more than its batch, oldest first, and several servers share the rest', async () => {
  const ids: string[] = []
  for (let i = 0; i < 30; i++) {
    const { id } = await town.send({ payerId, payeeId, amount: 10n, delayS: 60 - i })
    ids.push(id)
  }
  await town.setClock(deliverAt + hourMs)
  expect(await arriveTransfers(town.db, 5)).toBe(5)
  const kinds = await Promise.all(ids.map((id) => town.kinds(id)))
  expect(kinds.map((told) => told.includes('transfer.arrived'))).toEqual(ids.map((_, i) => i >= 25))
  const others = [town.openServer(), town.openServer()]
  const done = await Promise.all([town.db, ...others].map((server) => arriveTransfers(server)))
  expect(done.reduce((sum, count) => sum + count, 0) + (await arriveTransfers(town.db))).toBe(25)
  expect(await town.wallet(payeeId)).toBe(300n)
  for (const id of ids)
    expect(await town.kinds(id)).toEqual(['transfer.sent', 'transfer.delivered', 'transfer.arrived'])
  await town.expectConserved()
})
