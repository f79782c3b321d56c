import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayMs, hourMs, toIso } from '@laisee/core/instant.ts'
import { recallReasons } from '@laisee/core/recall.ts'
import type { Context } from '../context.ts'
import { arriveTransfers } from '../jobs/arrive-transfers.ts'
import { deliverTransfers } from '../jobs/deliver-transfers.ts'
import { cancelTransfer } from './cancel.ts'
import { declineTransfer } from './decline.ts'
import { recallTransfer } from './recall.ts'
import { morning, openTown, refusalOf, undoMs, type Town } from './testing/town.ts'
import { undoTransfer } from './undo.ts'

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

const undo = (transferId: string, memberId = payerId) =>
  town.db.transaction((tx) => undoTransfer(tx, { transferId, memberId }))
const recall = (transferId: string, memberId = payerId) =>
  town.db.transaction((tx) => recallTransfer(tx, { transferId, memberId, reason: 'AC03' }))
const decline = (transferId: string, memberId = payeeId) =>
  town.db.transaction((tx) => declineTransfer(tx, { transferId, memberId }))
const cancel = (sourceId: string, memberId = payerId) =>
  town.db.transaction((tx) => cancelTransfer(tx, {} as Context, { memberId, sourceId }))

test('an undo until the last millisecond brings all of it back, and the payee never hears of it', async () => {
  const { id } = await town.send({ payerId, payeeId })
  await town.forward(undoMs - 1)
  const undone = await undo(id)
  expect(undone).toMatchObject({ state: 'undone', closedAt: morning + undoMs - 1, closedBy: payerId })
  expect(await town.wallet(payerId)).toBe(10_000n)
  expect((await town.events(id)).map(({ kind, audience }) => [kind, audience])).toEqual([
    ['transfer.sent', [payerId]],
    ['transfer.undone', [payerId]],
  ])
  await town.forward(dayMs)
  expect(await deliverTransfers(town.db)).toBe(0)
  expect(await arriveTransfers(town.db)).toBe(0)
  await town.expectConserved()
})

test('a second undo is told who undid it and when', async () => {
  const { id } = await town.send({ payerId, payeeId })
  await town.forward(3_000)
  await undo(id)
  await town.forward(3_000)
  expect(await refusalOf(undo(id))).toEqual({
    kind: 'refusal',
    code: 'already_undone',
    data: { decidedAt: morning + 3_000, decidedBy: payerId },
  })
  expect(await town.wallet(payerId)).toBe(10_000n)
})

test('from delivery on there is nothing to undo', async () => {
  const { id, deliverAt } = await town.send({ payerId, payeeId })
  await town.forward(undoMs)
  expect(await refusalOf(undo(id))).toMatchObject({ code: 'undo_window_over', data: { deliverAt } })
  expect(await town.escrow(id)).toBe(5_200n)
})

test('nobody but the payer can undo or recall it, and to the payee it is not there before delivery', async () => {
  const { id } = await town.send({ payerId, payeeId })
  const stranger = await town.member()
  for (const memberId of [payeeId, stranger])
    expect(await refusalOf(undo(id, memberId))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(decline(id))).toMatchObject({ code: 'not_found' })
  await town.forward(undoMs)
  for (const memberId of [payeeId, stranger])
    expect(await refusalOf(recall(id, memberId))).toMatchObject({ code: 'not_found' })
  for (const memberId of [payerId, stranger])
    expect(await refusalOf(decline(id, memberId))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(recall('tr_01890000000000000000000000'))).toMatchObject({ code: 'not_found' })
  expect(await town.escrow(id)).toBe(5_200n)
})

test('a recall before it arrives brings all of it back, with its reason, and tells delivery first', async () => {
  const { id } = await town.send({ payerId, payeeId })
  await town.forward(undoMs)
  const { result, transfer } = await recall(id)
  expect(result).toBe('CNCL')
  expect(transfer).toMatchObject({ state: 'recalled', closedBy: payerId, closeReason: 'AC03' })
  expect(await town.wallet(payerId)).toBe(10_000n)
  expect(await town.wallet(payeeId)).toBe(0n)
  const both = [payeeId, payerId, id].sort()
  const events = await town.events(id)
  expect(events.map(({ seq, kind, audience }) => [seq, kind, audience])).toEqual([
    [1, 'transfer.sent', [payerId]],
    [2, 'transfer.delivered', both],
    [3, 'transfer.recalled', both],
  ])
  expect(events[2]!.data).toMatchObject({
    amount: 5_200,
    reason: 'AC03',
    decidedBy: payerId,
    decidedAt: toIso(morning + undoMs),
  })
  await town.expectConserved()
})

test.each(recallReasons)('the reason %s is kept', async (reason) => {
  const { id } = await town.send({ payerId, payeeId, amount: 1n })
  await town.forward(undoMs)
  const { transfer } = await town.db.transaction((tx) =>
    recallTransfer(tx, { transferId: id, memberId: payerId, reason }),
  )
  expect(transfer.closeReason).toBe(reason)
})

test('in its undo window a transfer is undone, not recalled', async () => {
  const { id, deliverAt } = await town.send({ payerId, payeeId })
  expect(await refusalOf(recall(id))).toMatchObject({ code: 'not_delivered_yet', data: { deliverAt } })
})

test('what WeChat does not take back is not taken back in its profile either', async () => {
  const { id } = await town.send({ payerId, payeeId, profile: 'wechat-personal' })
  await town.forward(undoMs)
  expect(await refusalOf(recall(id))).toMatchObject({ code: 'not_recallable' })
  expect(await town.escrow(id)).toBe(5_200n)
})

test('a recall in the last millisecond succeeds, and one on the moment of arrival is refused although no sweep ran', async () => {
  const early = await town.send({ payerId, payeeId, amount: 100n })
  const late = await town.send({ payerId, payeeId, amount: 100n })
  const arriveAt = morning + undoMs + 2 * hourMs
  await town.setClock(arriveAt - 1)
  expect((await recall(early.id)).result).toBe('CNCL')
  await town.setClock(arriveAt)
  expect(await refusalOf(recall(late.id))).toEqual({
    kind: 'refusal',
    code: 'already_arrived',
    data: { decidedAt: arriveAt, decidedBy: 'clock' },
  })
  expect(await town.kinds(late.id)).toEqual(['transfer.sent'])
  await town.forward(hourMs)
  expect(await arriveTransfers(town.db)).toBe(1)
  expect(await refusalOf(recall(late.id))).toMatchObject({
    code: 'already_arrived',
    data: { decidedAt: arriveAt, decidedBy: 'clock' },
  })
  expect(await town.wallet(payeeId)).toBe(100n)
  await town.expectConserved()
})

test('a payee who declines sends it back at once, to the payer although another wallet would do', async () => {
  const { id } = await town.send({ payerId, payeeId })
  await town.forward(undoMs)
  const declined = await decline(id)
  expect(declined).toMatchObject({ state: 'declined', closedBy: payeeId })
  expect(await town.wallet(payerId)).toBe(10_000n)
  expect(await town.wallet(payeeId)).toBe(0n)
  expect(await town.kinds(id)).toEqual(['transfer.sent', 'transfer.delivered', 'transfer.declined'])
  expect(await refusalOf(decline(id))).toMatchObject({
    code: 'already_declined',
    data: { decidedBy: payeeId },
  })
  expect(await refusalOf(recall(id))).toMatchObject({
    code: 'already_declined',
    data: { decidedBy: payeeId },
  })
  await town.expectConserved()
})

test('money comes back to a payer whose wallet has been frozen meanwhile', async () => {
  const { id } = await town.send({ payerId, payeeId })
  await town.freeze(payerId)
  await town.forward(undoMs)
  await decline(id)
  expect(await town.wallet(payerId)).toBe(10_000n)
})

test('a cancelled send is undone in its window, recalled after it, and otherwise told what happened', async () => {
  const inWindow = await town.send({ payerId, payeeId, amount: 100n })
  expect(await cancel(inWindow.id)).toEqual({ outcome: 'undone', returned: 100n })
  expect(await refusalOf(cancel(inWindow.id))).toMatchObject({
    code: 'already_undone',
    data: { decidedBy: payerId },
  })

  const delivered = await town.send({ payerId, payeeId, amount: 100n })
  const arrived = await town.send({ payerId, payeeId, amount: 100n, delayS: 0 })
  const asWeChat = await town.send({ payerId, payeeId, amount: 100n, profile: 'wechat-personal' })
  await town.forward(undoMs)
  expect(await cancel(delivered.id)).toEqual({ outcome: 'recalled', returned: 100n })
  expect(await town.kinds(delivered.id)).toEqual(['transfer.sent', 'transfer.delivered', 'transfer.recalled'])
  expect(await refusalOf(cancel(arrived.id))).toMatchObject({
    code: 'already_arrived',
    data: { decidedBy: 'clock' },
  })
  expect(await refusalOf(cancel(asWeChat.id))).toMatchObject({ code: 'not_recallable' })
  expect(await refusalOf(cancel(asWeChat.id, payeeId))).toMatchObject({ code: 'not_found' })
  expect(await town.wallet(payerId)).toBe(9_800n)
  await town.expectConserved()
})
