import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayMs, hourMs, toIso } from '@laisee/core/instant.ts'
import { arriveTransfers } from '../jobs/arrive-transfers.ts'
import { returnTransfers } from '../jobs/return-transfers.ts'
import {
  listTransfers,
  maySeeTransfer,
  seeAnyTransfer,
  seeTransfer,
  sightOfTransfer,
  transferPlace,
  type TransferPlace,
  type TransferRole,
} from './read.ts'
import { morning, openTown, refusalOf, undoMs, type Town } from './testing/town.ts'
import { transferJson } from './transfers.schemas.ts'
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
  payerId = await town.member({ balance: 20_000n })
  payeeId = await town.member()
})

const deliverAt = morning + undoMs
const look = (memberId: string, id: string) =>
  town.db.snapshot(async (tx) => transferJson(await seeTransfer(tx, memberId, id), memberId))
const sight = (memberId: string, id: string) => town.db.snapshot((tx) => sightOfTransfer(tx, memberId, id))

/** Every page of a member's list, each with its ids. */
async function pages(memberId: string, role: TransferRole, limit: number): Promise<string[][]> {
  const all: string[][] = []
  let from: TransferPlace | undefined
  for (;;) {
    const page = await town.db.snapshot((tx) => listTransfers(tx, memberId, { role, from, limit }))
    if (page.length === 0) return all
    all.push(page.map(({ transfer }) => transfer.id))
    from = transferPlace(role, page.at(-1)!.transfer)
  }
}

test('the payer sees a transfer from the start, the payee from delivery, a stranger never', async () => {
  const { id } = await town.send({ payerId, payeeId })
  const stranger = await town.member()
  await town.setClock(deliverAt - 1)
  expect(await look(payerId, id)).toMatchObject({ state: 'undo', may: ['undo'] })
  expect(await refusalOf(look(payeeId, id))).toMatchObject({ code: 'not_found' })
  await town.setClock(deliverAt)
  expect(await look(payerId, id)).toMatchObject({ state: 'waiting', may: ['recall'] })
  expect(await look(payeeId, id)).toMatchObject({ state: 'waiting', may: ['decline'] })
  expect(await refusalOf(look(stranger, id))).toMatchObject({ code: 'not_found' })
})

test('an undone transfer is nothing its payee ever learns of', async () => {
  const { id } = await town.send({ payerId, payeeId })
  await town.db.transaction((tx) => undoTransfer(tx, { transferId: id, memberId: payerId }))
  await town.setClock(deliverAt + dayMs)
  expect(await refusalOf(look(payeeId, id))).toMatchObject({ code: 'not_found' })
  expect(await sight(payeeId, id)).toBe('none')
  expect(await pages(payeeId, 'received', 10)).toEqual([])
  expect(await look(payerId, id)).toMatchObject({ state: 'undone', closedBy: payerId, may: [] })
})

test('a transfer says all its moments', async () => {
  const { id } = await town.send({ payerId, payeeId, profile: 'wechat-personal', note: '生日快乐' })
  await town.setClock(deliverAt)
  expect(await look(payeeId, id)).toEqual({
    id,
    payerId,
    payeeId,
    profile: 'wechat-personal',
    currency: 'CNY',
    amount: 5_200,
    note: '生日快乐',
    delayS: 7_200,
    needsAcceptance: true,
    state: 'waiting',
    sentAt: toIso(morning),
    onBehalfOf: null,
    recallRight: null,
    approveBy: null,
    heldUntil: null,
    heldReleaseFrom: null,
    heldReasons: [],
    undoUntil: toIso(deliverAt),
    deliverAt: toIso(deliverAt),
    acceptBy: toIso(deliverAt + dayMs),
    acceptedAt: null,
    arriveAt: null,
    closedAt: null,
    closedBy: null,
    closeReason: null,
    ladder: null,
    plan: null,
    familyId: null,
    may: ['accept', 'decline'],
  })
})

test('what the clock has ended looks the same before its sweep and after it', async () => {
  const arriving = await town.send({ payerId, payeeId })
  const returning = await town.send({ payerId, payeeId, profile: 'wechat-personal' })
  const both = () => Promise.all([look(payerId, arriving.id), look(payeeId, returning.id)])
  await town.setClock(deliverAt + 2 * dayMs)
  const before = await both()
  expect(await arriveTransfers(town.db)).toBe(1)
  expect(await returnTransfers(town.db)).toBe(1)
  expect(await both()).toEqual(before)
  expect(before[0]).toMatchObject({
    state: 'arrived',
    closedAt: toIso(deliverAt + 2 * hourMs),
    closeReason: null,
    may: [],
  })
  expect(before[1]).toMatchObject({
    state: 'returned',
    closedAt: toIso(deliverAt + dayMs),
    closeReason: 'NOAS',
    may: [],
  })
})

test('the payer’s stream has all of a transfer, the payee’s what is shared, from delivery on', async () => {
  const { id } = await town.send({ payerId, payeeId })
  expect(await sight(payerId, id)).toBe('all')
  expect(await sight(payeeId, id)).toBe('none')
  await town.setClock(deliverAt)
  expect(await sight(payeeId, id)).toBe('shared')
  expect(await sight(await town.member(), id)).toBe('none')
  expect(await sight(payerId, 'tr_01890000000000000000000000')).toBe('none')
  expect(await town.db.snapshot((tx) => maySeeTransfer(tx, payeeId, id))).toBe(true)
})

test('the operator sees any transfer, and nothing is offered to them', async () => {
  const { id } = await town.send({ payerId, payeeId })
  const seen = await town.db.snapshot(async (tx) => transferJson(await seeAnyTransfer(tx, id), null))
  expect(seen).toMatchObject({ id, state: 'undo', may: [] })
  const unknown = town.db.snapshot((tx) => seeAnyTransfer(tx, 'tr_01890000000000000000000000'))
  expect(await refusalOf(unknown)).toMatchObject({ code: 'not_found' })
})

test('lists are newest first, page by page without a gap, also where several were sent in one millisecond', async () => {
  const sent: string[] = []
  for (let i = 0; i < 7; i++) {
    if (i % 3 === 0) await town.forward(1_000)
    const { id } = await town.send({ payerId, payeeId, amount: 1n })
    sent.push(id)
  }
  await town.forward(undoMs)
  for (const [memberId, role] of [
    [payerId, 'sent'],
    [payeeId, 'received'],
  ] as const) {
    const whole = (await pages(memberId, role, 100)).flat()
    expect(await pages(memberId, role, 3)).toEqual([whole.slice(0, 3), whole.slice(3, 6), whole.slice(6)])
    const moments = whole.map((id) => Math.floor(sent.indexOf(id) / 3))
    expect(moments).toEqual([2, 1, 1, 1, 0, 0, 0])
  }
  expect(await pages(payerId, 'received', 10)).toEqual([])
  expect(await pages(payeeId, 'sent', 10)).toEqual([])
})

test('a received list holds what is delivered, in the order of delivery', async () => {
  const slow = await town.member({ balance: 100n, undoS: 30 })
  const first = await town.send({ payerId: slow, payeeId, amount: 1n })
  await town.forward(1_000)
  const second = await town.send({ payerId, payeeId, amount: 1n })
  await town.setClock(second.deliverAt)
  expect(await pages(payeeId, 'received', 10)).toEqual([[second.id]])
  await town.setClock(first.deliverAt)
  expect(await pages(payeeId, 'received', 1)).toEqual([[first.id], [second.id]])
})
