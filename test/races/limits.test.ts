/**
 * Limits through two server processes on one database: a hundred sends at once, split, undone and counted on, pass a
 * limit exactly as often as it allows.
 */

import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditEverything } from '@laisee/server/audit/audit.ts'
import { memberWith } from '@laisee/server/testing/service.ts'
import { racePolicies } from './policies.ts'
import { call, startCluster, type Answer, type Cluster } from './servers.ts'

let cluster: Cluster
let sql: pg.Client
let payer: string
let token: string
let friend: string
let key = 0

beforeAll(async () => {
  cluster = await startCluster(2)
  sql = new pg.Client({ connectionString: cluster.service.url })
  await sql.connect()
  friend = await memberWith(cluster.service.ctx, '友', 0n)
}, 180_000)
afterAll(async () => {
  expect((await auditEverything(cluster.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
  await sql.end()
  await cluster.close()
})
beforeEach(async () => {
  payer = await memberWith(cluster.service.ctx, '发', 1_000_000n)
  token = (await cluster.tokensFor([payer]))[0]!
})

const ask = (i: number, method: string, path: string, body: object = {}, as = token) =>
  call(cluster.servers[i % cluster.servers.length]!.address, as, method, path, body, `limit-${key++}`)
const limit = (limits: object) => ask(0, 'PUT', '/v1/me/limits', limits)
const transfer = (i: number, amount: number, more: object = {}, as = token) =>
  ask(i, 'POST', '/v1/transfers', { payeeId: friend, amount, delayS: 3_600, ...more }, as)
const packet = (i: number, total: number) =>
  ask(i, 'POST', '/v1/packets', { kind: 'lucky', link: true, count: 2, total })
const sent = (answers: Answer[]) => answers.filter(({ status }) => status === 201)
const codes = (answers: Answer[]) =>
  [...new Set(answers.map(({ body }) => String(body.code ?? 'yes')))].sort()

async function counted(memberId: string): Promise<number> {
  const { rows } = await sql.query<{ sum: string }>(
    'select coalesce(sum(amount), 0) as sum from spent_day where member_id = $1',
    [memberId],
  )
  return Number(rows[0]!.sum)
}

async function balance(memberId: string): Promise<number> {
  const { rows } = await sql.query<{ balance: string }>('select balance from account where owner_id = $1', [
    memberId,
  ])
  return Number(rows[0]!.balance)
}

const hundred = Array.from({ length: 100 }, (_, i) => i)

describe('a hundred sends at a limit', () => {
  it('of the day, in packets and transfers, go through as often as it allows', async () => {
    await limit({ day: 1_000 })
    const answers = await Promise.all(hundred.map((i) => (i % 3 ? transfer(i, 70) : packet(i, 70))))
    expect(sent(answers)).toHaveLength(14)
    expect(codes(answers)).toEqual(['limit_day', 'yes'])
    expect([await counted(payer), await balance(payer)]).toEqual([980, 1_000_000 - 980])
  }, 60_000)

  it('of the month, in sums of all sizes, never come to more than it', async () => {
    await limit({ month: 5_000 })
    const answers = await Promise.all(hundred.map((i) => transfer(i, 1 + ((i * 37) % 400))))
    const sum = sent(answers).reduce((total, { body }) => total + Number(body.amount), 0)
    expect(codes(answers)).toEqual(['limit_month', 'yes'])
    expect(sum).toBeLessThanOrEqual(5_000)
    expect([await counted(payer), await balance(payer)]).toEqual([sum, 1_000_000 - sum])
  }, 60_000)

  it('while the earlier are undone, never have more out at once than it allows', async () => {
    await limit({ day: 1_000 })
    const first = sent(await Promise.all(hundred.slice(0, 20).map((i) => transfer(i, 100))))
    expect(first).toHaveLength(10)
    const undo = first.map(
      ({ body }, i) =>
        () =>
          ask(i, 'POST', `/v1/transfers/${String(body.id)}/undo`),
    )
    const again = hundred.slice(0, 60).map((i) => () => transfer(i, 100))
    const answers = await Promise.all([...undo, ...again].map((start) => start()))
    const undone = answers.slice(0, undo.length).filter(({ status }) => status === 200).length
    const more = sent(answers.slice(undo.length)).length
    expect(undone).toBe(10)
    expect(more).toBeLessThanOrEqual(10)
    expect([await counted(payer), await balance(payer)]).toEqual([more * 100, 1_000_000 - more * 100])
  }, 60_000)

  it('from an allowance and from the giver’s own hand, pass neither the allowance nor the giver’s limit', async () => {
    const child = await memberWith(cluster.service.ctx, '孩', 0n)
    const [childToken] = await cluster.tokensFor([child])
    await limit({ day: 1_500 })
    const link = await ask(0, 'POST', '/v1/families', { memberId: child, monthMax: 1_000 })
    const paidFrom = String(link.body.id)
    await ask(0, 'POST', `/v1/families/${paidFrom}/accept`, {}, childToken)
    const answers = await Promise.all(
      hundred.map((i) => (i % 2 ? transfer(i, 50) : transfer(i, 50, { paidFrom }, childToken))),
    )
    const fromChild = sent(answers.filter((_, i) => i % 2 === 0)).length
    const fromGiver = sent(answers.filter((_, i) => i % 2 === 1)).length
    expect(fromChild).toBeLessThanOrEqual(20)
    expect(fromChild + fromGiver).toBe(30)
    expect([await counted(payer), await counted(child)]).toEqual([1_500, fromChild * 50])
    expect([await balance(payer), await balance(child)]).toEqual([1_000_000 - 1_500, 0])
  }, 60_000)
})

it('a limit that is lowered in the middle of sends holds for every send after its answer', async () => {
  await limit({ day: 100_000 })
  const sends = hundred.slice(0, 40).map((i) => () => transfer(i, 100))
  const answers = await Promise.all([...sends, () => limit({ day: 500 })].map((start) => start()))
  expect(answers.at(-1)!.status).toBe(200)
  const late = await Promise.all(hundred.slice(0, 20).map((i) => transfer(i, 100)))
  const all = sent(answers.slice(0, -1)).length + sent(late).length
  expect(all).toBeGreaterThanOrEqual(5)
  if (sent(answers.slice(0, -1)).length >= 5) expect(sent(late)).toHaveLength(0)
  expect(await counted(payer)).toBe(all * 100)
}, 60_000)

describe('an organisation', () => racePolicies(() => ({ cluster, sql })))

it('sends around midnight are each counted in one day, and no day has more than its limit', async () => {
  const { rows } = await sql.query<{ ms: string }>(
    `select (extract(epoch from date_trunc('day', clock_timestamp() at time zone 'Asia/Shanghai') + interval '3 days') * 1000)::bigint as ms`,
  )
  const midnight = Number(rows[0]!.ms) - 8 * 3_600_000
  await limit({ day: 1_000 })
  await cluster.service.forward(midnight - 400 - (await cluster.service.ctx.db.transaction((tx) => tx.now())))
  const answers = await Promise.all(
    hundred.map(async (i) => {
      await new Promise((resolve) => setTimeout(resolve, i * 10))
      return transfer(i, 100)
    }),
  )
  const { rows: days } = await sql.query<{ amount: string }>(
    'select amount from spent_day where member_id = $1 order by starts_at',
    [payer],
  )
  for (const { amount } of days) expect(Number(amount)).toBeLessThanOrEqual(1_000)
  expect(days.map(({ amount }) => Number(amount)).reduce((sum, amount) => sum + amount, 0)).toBe(
    sent(answers).length * 100,
  )
  expect(sent(answers).length).toBeGreaterThan(10)
}, 60_000)
