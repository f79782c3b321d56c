import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayMs } from '@laisee/core/instant.ts'
import { createApp, type App } from '../app.ts'
import type { Db, Tx } from '../db/db.ts'
import { FaultError } from '../db/faults.ts'
import { statement } from '../db/statement.ts'
import { mintSession } from '../keys/mint-session.ts'
import { readWallet } from '../ledger/ledger.ts'
import { callerOf, type Call } from '../testing/api.ts'
import { memberWith, startTestService, type TestService } from '../testing/service.ts'

const told = statement<[payerId: string], { kind: string }>(
  'test_unknown_outcome_told',
  `select event.kind from event join transfer on transfer.id = event.source_id where transfer.payer_id = $1`,
)

let service: TestService
let app: App
let payee: string
/** What befalls the next transactions, in turn: `lost`, the answer to its commit; `away`, it never begins. */
let befall: ('lost' | 'away')[] = []

async function failing<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const what = befall.shift()
  if (what === 'away')
    throw new FaultError('the database cannot be reached', { cause: undefined, outcomeUnknown: false })
  const done = await service.ctx.db.transaction(work)
  if (what === 'lost')
    throw new FaultError('the database went away', { cause: undefined, outcomeUnknown: true })
  return done
}

beforeAll(async () => {
  service = await startTestService()
  const db: Db = { ...service.ctx.db, transaction: failing }
  app = await createApp({ ...service.ctx, db }, { limits: 'off' })
  payee = await memberWith(service.ctx, '波', 0n)
})
afterAll(async () => {
  await app.stop()
  await service.close()
})

async function payer(): Promise<{ id: string; call: Call }> {
  const id = await memberWith(service.ctx, '安', 1_000n)
  const { token } = await service.ctx.db.transaction((tx) =>
    mintSession(tx, service.ctx, { memberId: id, lifetimeMs: dayMs, by: 'test' }),
  )
  return { id, call: callerOf(app.app, token) }
}

const send = (call: Call) =>
  call('POST', '/v1/transfers', { body: { payeeId: payee, amount: 300 }, key: 'the-one-key' })

async function expectSentOnce(payerId: string) {
  const wallet = await service.ctx.db.transaction((tx) => readWallet(tx, payerId, 'CNY'))
  expect(wallet!.balance).toBe(700n)
  expect(await service.ctx.db.run(told, payerId)).toEqual([{ kind: 'transfer.sent' }])
}

it('a send whose commit was not heard is answered once the database is back, and sends once', async () => {
  const { id, call } = await payer()
  befall = ['lost', 'away']
  const answer = await send(call)
  expect(answer).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } })
  await expectSentOnce(id)
})

it('a send whose commit was not heard says that it may have happened while the database stays away', async () => {
  const { id, call } = await payer()
  befall = ['lost', 'away', 'away', 'away']
  expect(await send(call)).toMatchObject({ status: 503, body: { code: 'unavailable', outcomeUnknown: true } })
  expect(await send(call)).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } })
  await expectSentOnce(id)
})

it('a send that never reached the database says nothing of the kind', async () => {
  const { call } = await payer()
  befall = ['away']
  const answer = await send(call)
  expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  expect(answer.body).not.toHaveProperty('outcomeUnknown')
})
