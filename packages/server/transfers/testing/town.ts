/**
 * A small town for the tests of transfers: members with money on a database of their own, and a clock that stands
 * until a test moves it. What it asserts it reads with SQL of its own, not through the code under test.
 */

import pg from 'pg'
import { expect } from 'vitest'
import { dayMs, toIso, type Instant } from '@laisee/core/instant.ts'
import { RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import { systemChance } from '../../chance.ts'
import { freezeClock, moveClock } from '../../db/clock.sql.ts'
import { openDb, type Db } from '../../db/db.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { arriveTransfers } from '../../jobs/arrive-transfers.ts'
import { returnTransfers } from '../../jobs/return-transfers.ts'
import { blockMember } from '../../people/block-member.ts'
import { createMember } from '../../people/create-member.ts'
import { freezeWallet } from '../../wallets/freeze.ts'
import { topUp } from '../../wallets/funding.ts'
import { sendTransfer, type SendTransferAsk } from '../send.ts'
import type { TransferRow } from '../transfers.sql.ts'

export const morning: Instant = Date.UTC(2026, 10, 22, 8)
export const undoMs = 10_000

export interface ToldEvent {
  seq: number
  kind: string
  at: string
  data: Record<string, unknown>
  audience: string[]
}

interface Newcomer {
  undoS?: number
  transferDelayS?: number
  balance?: bigint
}

export interface Town {
  db: Db
  /** Another server on the same database. */
  openServer(): Db
  member(settings?: Newcomer): Promise<string>
  send(ask: Partial<SendTransferAsk> & { payerId: string; payeeId: string }): Promise<TransferRow>
  freeze(memberId: string): Promise<void>
  block(ownerId: string, memberId: string): Promise<void>
  forward(ms: number): Promise<void>
  setClock(at: Instant): Promise<void>
  runClockFrom(at: Instant): Promise<void>
  /** Let what earlier tests have left come to its end, and put the clock back to the morning. */
  startAgain(): Promise<void>
  wallet(memberId: string): Promise<bigint>
  escrow(transferId: string): Promise<bigint>
  events(transferId: string): Promise<ToldEvent[]>
  kinds(transferId: string): Promise<string[]>
  expectConserved(): Promise<void>
  close(): Promise<void>
}

/** The refusal a promise fails with; anything else it does fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  )
  expect(error).toBeInstanceOf(RefusalError)
  return (error as RefusalError).refusal
}

const eventsOf = `
  select e.seq::int as seq, e.kind, e.at, e.data,
    array(select audience_id from unnest(e.audience) as audience_id order by 1) as audience
  from event e where e.source_id = $1 order by e.seq`

/** Every balance that differs from what its postings make of it, and the sum over all accounts where it is not zero. */
const differences = `
  select a.owner_id, a.kind, a.balance::text as stored, p.sum::text as posted
  from account a cross join lateral (
    select coalesce(sum(case when to_owner_id = a.owner_id and to_kind = a.kind then amount else -amount end), 0) as sum
    from posting
    where (to_owner_id = a.owner_id and to_kind = a.kind) or (from_owner_id = a.owner_id and from_kind = a.kind)
  ) p
  where a.balance <> p.sum
  union all
  select 'everyone', 'sum', sum(balance)::text, '0' from account having sum(balance) <> 0
  union all
  select t.id, 'escrow', a.balance::text, case when t.closed_at is null then t.amount else 0 end::text
  from transfer t left join account a on a.owner_id = t.id and a.kind = 'escrow'
  where a.balance is distinct from case when t.closed_at is null then t.amount else 0 end`

const runClock = `
  update clock set frozen_at = null,
    offset_ms = (extract(epoch from $1::timestamptz) - extract(epoch from clock_timestamp())) * 1000`

function addMember(
  db: Db,
  { undoS = undoMs / 1_000, transferDelayS = 0, balance = 0n }: Newcomer,
): Promise<string> {
  return db.transaction(async (tx) => {
    const { id } = await createMember(tx, { name: '张三', undoS, transferDelayS })
    if (balance > 0n) await topUp(tx, { memberId: id, amount: balance, reference: null })
    return id
  })
}

/** Open an empty town whose clock stands at eight in the morning. */
export async function openTown(): Promise<Town> {
  const database = await createTestDatabase()
  const servers: Db[] = []
  const watcher = new pg.Pool({ connectionString: database.url, max: 4 })
  // Dropping the database at the end may cut a connection that is still saying goodbye.
  watcher.on('error', () => undefined)
  watcher.on('connect', (client) => client.on('error', () => undefined))

  function openServer(): Db {
    const db = openDb({ url: database.url, chance: systemChance(), poolMax: 20 })
    servers.push(db)
    return db
  }
  const db = openServer()

  async function balanceOf(ownerId: string, kind: string): Promise<bigint> {
    const text = 'select balance::text as balance from account where owner_id = $1 and kind = $2'
    const { rows } = await watcher.query<{ balance: string }>(text, [ownerId, kind])
    return BigInt(rows[0]!.balance)
  }

  async function events(transferId: string): Promise<ToldEvent[]> {
    const { rows } = await watcher.query<Omit<ToldEvent, 'at'> & { at: Date }>(eventsOf, [transferId])
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  }

  const town: Town = {
    db,
    openServer,
    member: (settings = {}) => addMember(db, settings),
    send: (ask) =>
      db.transaction((tx) =>
        sendTransfer(tx, { amount: 5_200n, delayS: 7_200, note: '午饭', profile: 'laisee', ...ask }),
      ),
    freeze: (memberId) =>
      db.transaction((tx) => freezeWallet(tx, { memberId, keyId: 'key_test', reason: '调查' })),
    block: async (ownerId, memberId) =>
      void (await db.transaction((tx) => blockMember(tx, { ownerId, memberId }))),
    forward: async (ms) => void (await db.run(moveClock, BigInt(ms))),
    setClock: async (at) => void (await db.run(freezeClock, toIso(at))),
    runClockFrom: async (at) => void (await watcher.query(runClock, [toIso(at)])),
    async startAgain() {
      await town.setClock(morning + 30 * dayMs)
      while ((await arriveTransfers(db)) + (await returnTransfers(db)) > 0);
      await town.setClock(morning)
    },
    wallet: (memberId) => balanceOf(memberId, 'wallet'),
    escrow: (transferId) => balanceOf(transferId, 'escrow'),
    events,
    kinds: async (transferId) => (await events(transferId)).map((event) => event.kind),
    expectConserved: async () => expect((await watcher.query(differences)).rows).toEqual([]),
    async close() {
      await Promise.all(servers.map((server) => server.close()))
      await watcher.end()
      await database.drop()
    },
  }
  await town.setClock(morning)
  return town
}
