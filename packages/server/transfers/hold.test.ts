import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hold } from '@laisee/core/hold.ts'
import { dayMs, hourMs, minuteMs, toIso } from '@laisee/core/instant.ts'
import { endTransferHolds } from '../jobs/end-transfer-holds.ts'
import { stepDuties } from '../jobs/duties.ts'
import { setCare } from '../people/care.ts'
import { acceptTransfer } from './accept.ts'
import { endHoldOfTransfer } from './end-hold.ts'
import { seeTransfer } from './read.ts'
import { recallTransfer } from './recall.ts'
import { sendTransfer, type SendTransferAsk } from './send.ts'
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
  payerId = await town.member({ balance: 10_000n })
  payeeId = await town.member()
})

const hold: Hold = { forMs: hourMs, releaseAfterMs: minuteMs, reasons: ['own_hold_amount'] }

function held(change: Partial<SendTransferAsk> = {}, asked: Partial<Hold> = {}) {
  const ask = {
    payerId,
    payeeId,
    amount: 5_200n,
    delayS: 7_200,
    note: '',
    profile: 'laisee',
    ...change,
  } as const
  return town.db.transaction((tx) => sendTransfer(tx, ask, { ...hold, ...asked }))
}
const ask = (transferId: string, memberId = payerId) => ({ transferId, memberId })
const endHold = (transferId: string, memberId = payerId) =>
  town.db.transaction((tx) => endHoldOfTransfer(tx, ask(transferId, memberId)))
const see = (transferId: string, memberId: string) =>
  town.db.transaction(async (tx) => transferJson(await seeTransfer(tx, memberId, transferId), memberId))

test('a held transfer has left the wallet; its payee neither sees it nor hears of it', async () => {
  const sent = await held()
  expect(await town.wallet(payerId)).toBe(4_800n)
  expect(await town.escrow(sent.id)).toBe(5_200n)
  expect(sent).toMatchObject({
    state: 'held',
    heldUntil: morning + hourMs,
    deliverAt: morning + hourMs + undoMs,
    arriveAt: morning + hourMs + undoMs + 2 * hourMs,
  })
  expect((await refusalOf(see(sent.id, payeeId))).code).toBe('not_found')
  expect(await see(sent.id, payerId)).toMatchObject({
    state: 'held',
    heldUntil: toIso(morning + hourMs),
    heldReleaseFrom: toIso(morning + minuteMs),
    heldReasons: ['own_hold_amount'],
    may: ['undo'],
  })
  expect(await town.events(sent.id)).toMatchObject([
    { kind: 'transfer.sent', audience: [payerId], data: { heldUntil: toIso(morning + hourMs) } },
  ])
  await town.expectConserved()
})

test('a held transfer is taken back at any moment, as if it was never sent', async () => {
  const sent = await held()
  await town.forward(hourMs - 1)
  await town.db.transaction((tx) => undoTransfer(tx, ask(sent.id)))
  expect(await town.wallet(payerId)).toBe(10_000n)
  expect(await town.kinds(sent.id)).toEqual(['transfer.sent', 'transfer.undone'])
  const audiences = (await town.events(sent.id)).map((event) => event.audience)
  expect(audiences).toEqual([[payerId], [payerId]])
  expect((await refusalOf(endHold(sent.id))).code).toBe('already_undone')
  await town.expectConserved()
})

test('a hold ends by itself: the payer is told, then the undo window, the delivery and the delay run as ever', async () => {
  const sent = await held()
  await town.forward(hourMs - 1)
  expect(await endTransferHolds(town.db)).toBe(0)
  await town.forward(1)
  expect(await endTransferHolds(town.db)).toBe(1)
  expect(await see(sent.id, payerId)).toMatchObject({ state: 'undo', may: ['undo'] })
  const told = (await town.events(sent.id)).at(-1)
  expect(told).toMatchObject({
    kind: 'transfer.hold_ended',
    audience: [payerId],
    data: { endedBy: 'clock', heldUntil: toIso(morning + hourMs), deliverAt: toIso(sent.deliverAt) },
  })
  await town.forward(undoMs + 2 * hourMs)
  await stepDuties(town.db)
  expect(await town.wallet(payeeId)).toBe(5_200n)
  expect(await town.kinds(sent.id)).toEqual([
    'transfer.sent',
    'transfer.hold_ended',
    'transfer.delivered',
    'transfer.arrived',
  ])
  await town.expectConserved()
})

test('its payer ends a hold from its minute on, and the arrival comes forward with it', async () => {
  const sent = await held()
  expect(await refusalOf(endHold(sent.id))).toMatchObject({ code: 'hold_not_over_yet' })
  await town.forward(minuteMs)
  expect((await refusalOf(endHold(sent.id, payeeId))).code).toBe('not_found')
  const ended = await endHold(sent.id)
  const now = morning + minuteMs
  const after = {
    state: 'undo',
    heldUntil: now,
    deliverAt: now + undoMs,
    arriveAt: now + undoMs + 2 * hourMs,
  }
  expect(ended).toMatchObject(after)
  expect((await refusalOf(endHold(sent.id))).code).toBe('not_held')
  expect((await town.events(sent.id)).at(-1)).toMatchObject({
    kind: 'transfer.hold_ended',
    data: { endedBy: payerId, deliverAt: toIso(now + undoMs), arriveAt: toIso(now + undoMs + 2 * hourMs) },
  })
  await town.forward(undoMs + 2 * hourMs)
  await stepDuties(town.db)
  expect(await town.wallet(payeeId)).toBe(5_200n)
  await town.expectConserved()
})

test('where the payee must accept, ending a hold brings the end of that wait and its notice forward', async () => {
  const sent = await held({ profile: 'wechat-personal', delayS: 0 })
  await town.forward(minuteMs)
  await endHold(sent.id)
  const deliverAt = morning + minuteMs + undoMs
  await town.setClock(deliverAt + dayMs - hourMs)
  await stepDuties(town.db)
  expect(await town.kinds(sent.id)).toEqual([
    'transfer.sent',
    'transfer.hold_ended',
    'transfer.delivered',
    'transfer.expiring',
  ])
  await town.setClock(deliverAt + dayMs)
  await stepDuties(town.db)
  expect(await town.wallet(payerId)).toBe(10_000n)
  expect((await town.kinds(sent.id)).at(-1)).toBe('transfer.returned')
})

test('a verb that comes before every sweep tells the end of the hold and the delivery first', async () => {
  const sent = await held({ profile: 'wechat-personal', delayS: 0 })
  await town.forward(hourMs + undoMs)
  await town.db.transaction((tx) => acceptTransfer(tx, ask(sent.id, payeeId)))
  expect(await town.kinds(sent.id)).toEqual([
    'transfer.sent',
    'transfer.hold_ended',
    'transfer.delivered',
    'transfer.accepted',
    'transfer.arrived',
  ])
  expect(await town.wallet(payeeId)).toBe(5_200n)
})

test('a hold that is not for its payer to end cannot be recalled either, only undone', async () => {
  const sent = await held({}, { releaseAfterMs: null })
  await town.forward(30 * minuteMs)
  expect(await refusalOf(endHold(sent.id))).toMatchObject({
    code: 'hold_not_over_yet',
    data: { releaseFrom: null, heldUntil: toIso(morning + hourMs) },
  })
  const recall = town.db.transaction((tx) => recallTransfer(tx, { ...ask(sent.id), reason: 'CUST' }))
  expect((await refusalOf(recall)).code).toBe('not_delivered_yet')
})

test('a member’s own care holds a transfer from an amount on, for as long as they chose', async () => {
  await town.db.transaction((tx) => setCare(tx, payerId, { holdFrom: 500n, holdRelations: [], holdS: 90 }))
  const small = await town.send({ payerId, payeeId, amount: 499n })
  const large = await town.send({ payerId, payeeId, amount: 500n })
  expect([small.heldUntil, large.heldUntil]).toEqual([null, morning + 90_000])
  expect(large).toMatchObject({ heldReasons: ['own_hold_amount'], heldReleaseFrom: morning + 60_000 })
})

test('its payer ending a hold and taking it back at once, through two servers: one of them happened, and the money is where it says', async () => {
  const other = town.openServer()
  const outcomes = new Set<string>()
  for (let round = 0; round < 8; round++) {
    await town.setClock(morning + round * hourMs)
    const before = await town.wallet(payerId)
    const sent = await held({ amount: 100n })
    await town.forward(minuteMs)
    const late = round % 2 === 0
    const undo = () => town.db.transaction((tx) => undoTransfer(tx, ask(sent.id)))
    const end = () => other.transaction((tx) => endHoldOfTransfer(tx, ask(sent.id)))
    const [first, second] = await Promise.allSettled(late ? [end(), undo()] : [undo(), end()])
    const kinds = await town.kinds(sent.id)
    expect(kinds.at(-1)).toBe('transfer.undone')
    expect([first!.status, second!.status]).toContain('fulfilled')
    expect(await town.wallet(payerId)).toBe(before)
    outcomes.add(kinds.join())
  }
  expect([...outcomes].every((kinds) => kinds.split('transfer.undone').length === 2)).toBe(true)
  await town.expectConserved()
})

test('a payer who ends a hold in the moment it ends by itself: it ends once', async () => {
  const other = town.openServer()
  const endedBy = new Set<unknown>()
  for (const ahead of [-1, 0, 30, 60, 900]) {
    await town.setClock(morning)
    const sent = await held({ amount: 100n }, { forMs: 61_000 })
    await town.runClockFrom(morning + 61_000 - ahead)
    const works = [endHold(sent.id), endTransferHolds(other), endTransferHolds(town.db)]
    await Promise.allSettled(works)
    while (
      (await endTransferHolds(town.db)) === 0 &&
      !(await town.kinds(sent.id)).includes('transfer.hold_ended')
    );
    const ended = (await town.events(sent.id)).filter((event) => event.kind === 'transfer.hold_ended')
    expect(ended).toHaveLength(1)
    endedBy.add(ended[0]!.data.endedBy)
  }
  expect(endedBy).toEqual(new Set(['clock', payerId]))
  await town.expectConserved()
})
