/** Returns, declines and withdrawals at once, through two servers on one database: one effect, and both are told. */

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import { auditEverything } from '../audit/audit.ts'
import type { Db, Tx } from '../db/db.ts'
import { endReturnRequests } from '../jobs/end-return-requests.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { withdraw } from '../wallets/funding.ts'
import { declineReturn, withdrawReturn } from './answer-request.ts'
import { askReturns } from './ask-returns.ts'
import { returnAsked, returnClaim } from './return-claim.ts'

let callers: Callers
let servers: readonly [Db, Db]
let ann: Person
let bob: Person

const noon = Date.UTC(2026, 10, 22, 4)
const rounds = 4

beforeAll(async () => {
  callers = await openCallers()
  servers = [callers.service.ctx.db, callers.service.another().ctx.db]
})
afterAll(async () => {
  expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
  await callers.close()
})
beforeEach(async () => {
  await callers.service.freeze(noon)
  ann = await callers.person('安', 100_000n)
  bob = await callers.person('波')
})

/** A transfer of 100 fen that has arrived, asked back. */
async function askedBack(): Promise<{ sourceId: string; requestId: string }> {
  const { body } = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 100, delayS: 0 })
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  const sourceId = String(body.id)
  const reply = await ann.call('POST', `/v1/transfers/${sourceId}/return-requests`, { cause: 'DUPL' })
  return { sourceId, requestId: (reply.body.requests as { id: string }[])[0]!.id }
}

type Work = (tx: Tx) => Promise<unknown>

/** Do these at once, through both servers in turn: `done`, or the code of the refusal. */
async function atOnce(works: readonly Work[]): Promise<string[]> {
  const settled = await Promise.allSettled(works.map((work, i) => servers[i % 2]!.transaction(work)))
  return settled.map((one) => {
    if (one.status === 'fulfilled') return 'done'
    if (one.reason instanceof RefusalError) return one.reason.refusal.code
    throw one.reason
  })
}

const balance = async (person: Person) => Number((await person.call('GET', '/v1/wallet')).body.balance)
/** What both heard of a request: every event of it is told to its two, and to nobody else. */
async function bothTold(id: string): Promise<(string | undefined)[]> {
  const events = await callers.events(id)
  for (const { audience } of events) expect(audience).toEqual([ann.id, bob.id].sort())
  return events.map(({ kind }) => kind.split('.')[1])
}
const times = (count: number, work: Work) => Array.from({ length: count }, () => work)
const isDone = (answer: string) => answer === 'done'

it('R1 R6: a hundred returns of one transfer at once give it back once', async () => {
  const { sourceId, requestId } = await askedBack()
  const give: Work = (tx) => returnClaim(tx, { sourceId, memberId: bob.id, amount: null })
  const answers = await atOnce(times(100, give))
  expect(answers.filter(isDone)).toHaveLength(1)
  expect([...new Set(answers)].sort()).toEqual(['already_given_back', 'done'])
  expect([await balance(ann), await balance(bob)]).toEqual([100_000, 0])
  expect(await bothTold(requestId)).toEqual(['asked', 'returned'])
})

it('parts at once never come to more than there was', async () => {
  const { sourceId, requestId } = await askedBack()
  const answers = await atOnce(
    times(20, (tx) => returnClaim(tx, { sourceId, memberId: bob.id, amount: 30n })),
  )
  expect(answers.filter(isDone)).toHaveLength(3)
  expect(await balance(bob)).toBe(10)
  expect(await bothTold(requestId)).toEqual(['asked', 'returned', 'returned', 'returned'])
})

it('a decline against a return: one of them, and it is told to both', async () => {
  for (let round = 0; round < rounds; round++) {
    const { requestId } = await askedBack()
    const before = await balance(bob)
    const give: Work = (tx) => returnAsked(tx, { requestId, memberId: bob.id, amount: null })
    const decline: Work = (tx) =>
      declineReturn(tx, { requestId, memberId: bob.id, reason: 'CUST', note: null })
    const works = round % 2 ? [give, decline] : [decline, give]
    const answers = await atOnce(works)
    const gave = isDone(answers[round % 2 ? 0 : 1]!)
    // What was declined first can still be given back by its name alone: as an answer it comes too late.
    expect(answers.find((answer) => !isDone(answer))).toBe('return_request_over')
    expect(await bothTold(requestId)).toEqual(['asked', gave ? 'returned' : 'declined'])
    expect(await balance(bob)).toBe(gave ? before - 100 : before)
  }
})

it('a withdrawn request against a return: one of them', async () => {
  for (let round = 0; round < rounds; round++) {
    const { requestId } = await askedBack()
    const before = await balance(bob)
    const give: Work = (tx) => returnAsked(tx, { requestId, memberId: bob.id, amount: null })
    const forget: Work = (tx) => withdrawReturn(tx, { requestId, memberId: ann.id })
    const answers = await atOnce(round % 2 ? [give, forget] : [forget, give])
    expect(answers.filter(isDone)).toHaveLength(1)
    expect(answers.find((answer) => !isDone(answer))).toMatch(/return_request_over|already_given_back/)
    const returned = (await bothTold(requestId)).at(-1) === 'returned'
    expect(await balance(bob)).toBe(returned ? before - 100 : before)
  }
})

it('a return against a withdrawal of the same money: the wallet pays once, and whoever it concerns is told', async () => {
  let left = 0
  for (let round = 0; round < rounds; round++) {
    const { sourceId, requestId } = await askedBack()
    const give: Work = (tx) => returnClaim(tx, { sourceId, memberId: bob.id, amount: null })
    const takeOut: Work = (tx) => withdraw(tx, { memberId: bob.id, amount: 100n, reference: null })
    const answers = await atOnce(round % 2 ? [give, takeOut] : [takeOut, give])
    expect(answers.filter(isDone)).toHaveLength(1)
    expect(answers.find((answer) => !isDone(answer))).toBe('balance_too_low')
    expect(await balance(bob)).toBe(0)
    const gave = isDone(answers[round % 2 ? 0 : 1]!)
    expect(await bothTold(requestId)).toEqual(gave ? ['asked', 'returned'] : ['asked'])
    const out = (await callers.events(bob.id)).filter(({ kind }) => kind === 'wallet.withdrawn').slice(left)
    expect(out).toMatchObject(gave ? [] : [{ audience: [bob.id], data: { amount: 100, balance: 0 } }])
    left += out.length
  }
})

it('two who give back to each other at once both do', async () => {
  const there = await askedBack()
  await callers.operator.call('POST', '/v1/top-ups', { memberId: bob.id, amount: 100 })
  const { body } = await bob.call('POST', '/v1/transfers', { payeeId: ann.id, amount: 100, delayS: 0 })
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  const give =
    (sourceId: string, memberId: string): Work =>
    (tx) =>
      returnClaim(tx, { sourceId, memberId, amount: 10n })
  const works = Array.from({ length: 20 }, (_, i) =>
    i % 2 ? give(there.sourceId, bob.id) : give(String(body.id), ann.id),
  )
  expect((await atOnce(works)).filter(isDone)).toHaveLength(20)
})

it('asked by two at once there is one request; R10: and of fifty there are fifty ids', async () => {
  const { body } = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 100, delayS: 0 })
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  const plain = {
    memberId: ann.id,
    recipientIds: null,
    amount: null,
    dueOn: null,
    message: null,
    language: 'zh',
  } as const
  const ask: Work = (tx) => askReturns(tx, { ...plain, sourceId: String(body.id), cause: 'DUPL' })
  const answers = await atOnce(times(20, ask))
  expect([answers.filter(isDone).length, [...new Set(answers)].sort()]).toEqual([
    1,
    ['already_asked_back', 'done'],
  ])
  const many = await Promise.all(
    Array.from({ length: 50 }, () =>
      ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 1, delayS: 0 }),
    ),
  )
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  const asked = await Promise.all(
    many.map((one) =>
      ann.call('POST', `/v1/transfers/${String(one.body.id)}/return-requests`, { cause: 'DUPL' }),
    ),
  )
  expect(new Set(asked.map((one) => (one.body.requests as { id: string }[])[0]!.id)).size).toBe(50)
})

it('the end of the day against a return: the clock or the recipient, told once', async () => {
  const { requestId } = await askedBack()
  await callers.service.freeze(noon + 8 * dayMs)
  const swept = Promise.all(servers.map((db) => endReturnRequests(db)))
  const [answer] = await atOnce([(tx) => returnAsked(tx, { requestId, memberId: bob.id, amount: null })])
  expect(answer).toBe('return_request_over')
  await swept
  expect(await bothTold(requestId)).toEqual(['asked', 'unanswered'])
})
