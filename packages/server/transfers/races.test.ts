import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hourMs } from '@laisee/core/instant.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import type { Db } from '../db/db.ts'
import { arriveTransfers } from '../jobs/arrive-transfers.ts'
import { returnTransfers } from '../jobs/return-transfers.ts'
import { lockWallet } from '../ledger/ledger.ts'
import { acceptTransfer } from './accept.ts'
import { declineTransfer } from './decline.ts'
import { recallTransfer } from './recall.ts'
import { morning, openTown, undoMs, type Town } from './testing/town.ts'
import { undoTransfer } from './undo.ts'

let town: Town
let servers: readonly [Db, Db]
let payerId: string
let payeeId: string

beforeAll(async () => {
  town = await openTown()
  servers = [town.db, town.openServer()]
})
afterAll(() => town.close())
beforeEach(async () => {
  await town.startAgain()
  payerId = await town.member({ balance: 100_000n })
  payeeId = await town.member()
})

/** What each of them is answered: `done`, or the code of the refusal. */
async function answers(works: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(works)
  return settled.map((one) => {
    if (one.status === 'fulfilled') return 'done'
    if (one.reason instanceof RefusalError) return one.reason.refusal.code
    throw one.reason
  })
}

const recall = (db: Db, transferId: string) =>
  db.transaction((tx) => recallTransfer(tx, { transferId, memberId: payerId, reason: 'DUPL' }))
const decline = (db: Db, transferId: string) =>
  db.transaction((tx) => declineTransfer(tx, { transferId, memberId: payeeId }))
const accept = (db: Db, transferId: string) =>
  db.transaction((tx) => acceptTransfer(tx, { transferId, memberId: payeeId }))
const undo = (db: Db, transferId: string) =>
  db.transaction((tx) => undoTransfer(tx, { transferId, memberId: payerId }))

/** The same verb many times at once, through both servers in turn. */
function crowd(count: number, verb: (db: Db) => Promise<unknown>): Promise<string[]> {
  return answers(Array.from({ length: count }, (_, i) => verb(servers[i % 2]!)))
}

/** Sweep with both servers until something was done. */
async function sweepUntilDone(duty: (db: Db) => Promise<number>, isOver: () => boolean): Promise<number> {
  let done = 0
  while (done === 0 && !isOver())
    done = (await Promise.all(servers.map((db) => duty(db)))).reduce((a, b) => a + b)
  return done
}

type Winner = 'member' | 'clock'

/** Play rounds that begin ever nearer to a moment, the clock running, until the member and the clock have both won. */
async function playAround(play: (aheadMs: number) => Promise<Winner>): Promise<void> {
  const wins = { member: 0, clock: 0 }
  let aheadMs = 20
  for (let round = 0; round < 60 && (round < 8 || wins.member === 0 || wins.clock === 0); round++) {
    const winner = await play(aheadMs)
    wins[winner] += 1
    aheadMs += winner === 'member' ? -6 : 6
  }
  expect(wins.member).toBeGreaterThan(0)
  expect(wins.clock).toBeGreaterThan(0)
}

test('a hundred recalls around the moment of arrival, through two servers: one recall has the money, or the payee', async () => {
  let payees = 0n
  let payers = 100_000n
  await playAround(async (aheadMs) => {
    await town.setClock(morning)
    const { id, amount, arriveAt } = await town.send({ payerId, payeeId, amount: 100n })
    await town.runClockFrom(arriveAt! - aheadMs)
    let over = false
    const sweeping = sweepUntilDone(arriveTransfers, () => over)
    const said = await crowd(100, (db) => recall(db, id))
    over = said.includes('done')
    const arrived = await sweeping

    const recalled = said.filter((answer) => answer === 'done').length
    expect(recalled + arrived).toBe(1)
    const others = new Set(said.filter((answer) => answer !== 'done'))
    expect([...others]).toEqual([recalled ? 'already_recalled' : 'already_arrived'])
    expect((await town.kinds(id)).at(-1)).toBe(recalled ? 'transfer.recalled' : 'transfer.arrived')
    if (arrived) payees += amount
    if (arrived) payers -= amount
    expect(await town.wallet(payeeId)).toBe(payees)
    expect(await town.wallet(payerId)).toBe(payers)
    return recalled ? 'member' : 'clock'
  })
  await town.expectConserved()
})

test('an acceptance around the end of its day: the payee has the money or the payer, never both', async () => {
  await playAround(async (aheadMs) => {
    await town.setClock(morning)
    const before = await town.wallet(payerId)
    const sent = await town.send({ payerId, payeeId, amount: 100n, delayS: 0, profile: 'wechat-personal' })
    await town.runClockFrom(sent.acceptBy! - aheadMs)
    let over = false
    const sweeping = sweepUntilDone(returnTransfers, () => over)
    const said = await crowd(20, (db) => accept(db, sent.id))
    over = said.includes('done')
    const returned = await sweeping

    const accepted = said.filter((answer) => answer === 'done').length
    expect(accepted + returned).toBe(1)
    const others = new Set(said.filter((answer) => answer !== 'done'))
    expect([...others]).toEqual([accepted ? 'already_arrived' : 'already_returned'])
    expect((await town.kinds(sent.id)).at(-1)).toBe(accepted ? 'transfer.arrived' : 'transfer.returned')
    expect(await town.wallet(payerId)).toBe(accepted ? before - 100n : before)
    return accepted ? 'member' : 'clock'
  })
  await town.expectConserved()
})

test('recall, decline and arrival of a hundred transfers at once: each ends once, and every fen is somewhere', async () => {
  const transfers = []
  for (let i = 0; i < 100; i++) transfers.push(await town.send({ payerId, payeeId, amount: BigInt(1 + i) }))
  await town.runClockFrom(transfers[0]!.arriveAt! - 200)
  let over = false
  const sweeping = (async () => {
    while (!over) await Promise.all(servers.map((db) => arriveTransfers(db)))
  })()
  const answered = await Promise.all(
    transfers.map(({ id }) => answers([recall(servers[0], id), decline(servers[1], id)])),
  )
  over = true
  await sweeping
  await town.forward(hourMs)
  await arriveTransfers(town.db)

  let arrived = 0n
  for (const [i, { id, amount }] of transfers.entries()) {
    const done = answered[i]!.filter((answer) => answer === 'done').length
    const last = (await town.kinds(id)).at(-1)
    expect(done).toBe(last === 'transfer.arrived' ? 0 : 1)
    if (last === 'transfer.arrived') arrived += amount
  }
  expect(await town.wallet(payeeId)).toBe(arrived)
  await town.expectConserved()
})

test('twenty undos at once: one is done, the others are told it was undone', async () => {
  const { id } = await town.send({ payerId, payeeId })
  const said = await crowd(20, (db) => undo(db, id))
  expect(said.sort()).toEqual([...Array<string>(19).fill('already_undone'), 'done'])
  expect(await town.wallet(payerId)).toBe(100_000n)
  expect(await town.kinds(id)).toEqual(['transfer.sent', 'transfer.undone'])
  await town.expectConserved()
})

test('people who pay each other crosswise at once never lock each other out for good', async () => {
  const ring: string[] = []
  for (let i = 0; i < 6; i++) ring.push(await town.member({ balance: 1_000n }))
  const pairs = ring.flatMap((from) => ring.filter((to) => to !== from).map((to) => ({ from, to })))
  await Promise.all(
    pairs.map(({ from, to }) => town.send({ payerId: from, payeeId: to, amount: 10n, delayS: 0 })),
  )
  await town.setClock(morning + undoMs + hourMs)
  const done = await Promise.all(servers.map((db) => arriveTransfers(db)))
  expect(done[0]! + done[1]! + (await arriveTransfers(town.db))).toBe(pairs.length)
  for (const member of ring) expect(await town.wallet(member)).toBe(1_000n)
  await town.expectConserved()
})

test('a block that was there before a transfer is dated keeps it from being sent, however long it waited for its wallet', async () => {
  const held = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const holding = servers[1].transaction(async (tx) => {
    await lockWallet(tx, payerId, 'CNY')
    held.resolve()
    await release.promise
  })
  await held.promise
  const sending = answers([town.send({ payerId, payeeId, amount: 100n })])
  await new Promise((resolve) => setTimeout(resolve, 300))
  await town.block(payeeId, payerId)
  release.resolve()
  await holding
  expect(await sending).toEqual(['recipient_blocked'])
  expect(await town.wallet(payerId)).toBe(100_000n)
  await town.expectConserved()
})
