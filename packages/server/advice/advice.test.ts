import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSituation } from '@laisee/core/advisor/read-situation.ts'
import { sayPlan } from '@laisee/core/words/advisor/say-plan.ts'
import { createApp, type App } from '../app.ts'
import { callerOf, type Call } from '../testing/api.ts'
import { rowsKept } from '../testing/rows-kept.ts'
import { startTestService, type TestService } from '../testing/service.ts'

/** Everything that is logged, its data as well. */
const logged: unknown[] = []
const keep = (...said: unknown[]) => void logged.push(said)
const log = { info: keep, warn: keep, error: keep }
let service: TestService
let edge: App
let anyone: Call
let sql: pg.Client

beforeAll(async () => {
  service = await startTestService()
  edge = await createApp({ ...service.ctx, log }, { limits: 'off' })
  anyone = callerOf(edge.app)
  sql = new pg.Client({ connectionString: service.url })
  await sql.connect()
})
afterAll(async () => {
  await sql.end()
  await edge.stop()
  await service.close()
})

const ask = (body: object) => anyone('POST', '/v1/advice', { body, key: null })
const serviceNow = () => service.ctx.db.snapshot((tx) => tx.now())
const hoursAgo = async (hours: number) => new Date((await serviceNow()) - hours * 3_600_000).toISOString()

interface Advice {
  at: string
  branch: { code: string; says: string } | null
  contradictions: { code: string; fields: string[]; says: string }[]
  steps: { code: string; what: string; by: { code: string; endsAt: string | null } }[]
  questions: { field: string }[]
}
const planIn = (answer: { body: Record<string, unknown> }) => answer.body as unknown as Advice

describe('advice over the API', () => {
  test('needs no account and no key, says what core says, and keeps nothing', async () => {
    const before = await rowsKept(sql)
    const told = {
      platform: 'wechat',
      product: 'transfer_now',
      phase: 'claimed',
      cause: 'wrong_person',
      relation: 'friend',
      reachability: 'blocked',
      amount: 530_017,
      sentAt: await hoursAgo(3),
      province: 'SN',
      evidence: ['chat', 'chat'],
    }
    const answer = await ask({ ...told, lang: 'en' })
    expect(answer.status).toBe(200)
    const now = Date.parse(planIn(answer).at)
    const reading = readSituation(told, now)
    if ('problems' in reading) throw new Error('it could not be read')
    expect(answer.body).toEqual(JSON.parse(JSON.stringify(sayPlan(reading, now, 'en'))))
    expect(planIn(answer).branch?.code).toBe('ask_known')
    expect(await rowsKept(sql)).toEqual(before)
    expect(JSON.stringify(logged)).not.toContain('530017')
  })

  test('goes by the service’s clock', async () => {
    const sentAt = await hoursAgo(2)
    const told = { platform: 'wechat', product: 'direct', phase: 'unclaimed', cause: 'wrong_person', sentAt }
    const wait = planIn(await ask(told)).steps.find(({ by }) => by.code === 'goes_back')
    expect(wait?.by.endsAt).toBe(new Date(Date.parse(sentAt) + 86_400_000).toISOString())
    const plan = planIn(await ask({}))
    expect(Math.abs(Date.parse(plan.at) - (await serviceNow()))).toBeLessThan(60_000)
  })

  test('of nothing at all is a plan that holds, in Chinese, with at most six questions', async () => {
    for (const body of [
      {},
      { platform: null, amount: null, ledger: null },
      { amount: 'unknown', sentAt: 'unknown' },
    ]) {
      const plan = planIn(await ask(body))
      expect(plan.steps[0]?.what).toMatch(/\p{Script=Han}/u)
      expect(plan.questions.length).toBeGreaterThan(0)
      expect(plan.questions.length).toBeLessThanOrEqual(6)
    }
  })

  test('of money of our own offers what its record allows', async () => {
    const now = await serviceNow()
    const iso = (at: number) => new Date(at).toISOString()
    const ledger = {
      id: 'pkt_01j0000000000000000000000',
      phase: 'unclaimed',
      deliverAt: iso(now - 60_000),
      backAt: iso(now + 3_600_000),
      recallUntil: null,
      shares: 1,
      claimedShares: 0,
      claimedAmount: 0,
      can: ['recall'],
    }
    const plan = planIn(await ask({ cause: 'wrong_person', product: 'direct', ledger }))
    expect(plan.branch?.code).toBe('recall')
    expect(plan.steps[0]).toMatchObject({ code: 'recall_here', power: 'recall' })
  })
})

describe('what cannot all be so is named and asked about, with a plan that holds whichever it is', () => {
  test.each<[string, object, string[]]>([
    ['claimed_and_unclaimed', { phase: 'claimed', claimedAmount: 0 }, ['phase', 'claimedAmount']],
    [
      'packet_too_large',
      { platform: 'wechat', product: 'direct', amount: 500_000 },
      ['platform', 'product', 'amount'],
    ],
    ['in_the_future', { sentAt: '2099-01-01T00:00:00Z' }, ['sentAt']],
    ['before_packets', { sentAt: '2013-12-31T23:59:59+08:00' }, ['sentAt']],
    [
      'noticed_before_sent',
      { sentAt: '2026-01-02T00:00:00-05:00', noticedAt: '2026-01-02T12:59:59+08:00' },
      ['sentAt', 'noticedAt'],
    ],
    ['nothing_sent', { amount: 0 }, ['amount']],
  ])('%s', async (code, body, fields) => {
    const plan = planIn(await ask(body))
    expect(plan.contradictions).toMatchObject([{ code, fields }])
    expect(plan.contradictions[0]?.says).not.toBe('')
    expect(plan.steps.length).toBeGreaterThan(0)
  })

  test('one moment in two zones is one moment', async () => {
    const plan = planIn(
      await ask({ sentAt: '2026-01-02T00:00:00-05:00', noticedAt: '2026-01-02T13:00:00+08:00' }),
    )
    expect(plan.contradictions).toEqual([])
  })
})

const ledger = {
  id: 'pkt_1',
  phase: 'unclaimed',
  deliverAt: '2026-01-01T00:00:00Z',
  shares: 1,
  claimedShares: 0,
  claimedAmount: 0,
  can: [],
}

describe('what cannot be read is refused by its field', () => {
  test.each<[string, object, string[]]>([
    ['a word of another list', { platform: 'WeChat' }, ['platform']],
    ['a hundred thousand characters', { platform: '微'.repeat(100_000) }, ['platform']],
    ['digits as a text', { amount: '100' }, ['amount']],
    ['half a fen', { amount: 1.5 }, ['amount']],
    ['less than nothing', { amount: -1 }, ['amount']],
    ['more than JSON keeps exact', { amount: 2 ** 53 }, ['amount']],
    ['a truth for an amount', { claimedAmount: true }, ['claimedAmount']],
    ['a day that is none', { sentAt: '2026-02-30T00:00:00Z' }, ['sentAt']],
    ['a moment without its zone', { sentAt: '2026-02-03T00:00:00' }, ['sentAt']],
    ['full-width digits', { sentAt: '２０２６-02-03T00:00:00Z' }, ['sentAt']],
    ['200 pieces of evidence', { evidence: Array.from({ length: 200 }, () => 'chat') }, ['evidence']],
    ['evidence of no kind', { evidence: ['chat', 'gossip'] }, ['evidence.1']],
    ['a province by its name', { province: '浙江' }, ['province']],
    ['another language', { lang: 'fr' }, ['lang']],
    ['an id for a record', { ledger: 'pkt_1' }, ['ledger']],
    ['a record in another state', { ledger: { ...ledger, phase: 'open' } }, ['ledger.phase']],
    ['more claims than shares', { ledger: { ...ledger, claimedShares: 2 } }, ['ledger.claimedShares']],
    ['a record with more', { ledger: { ...ledger, more: 1 } }, ['ledger.more']],
    ['two faults', { surprise: 1, platform: 'x' }, ['surprise', 'platform']],
  ])('%s', async (_name, body, fields) => {
    const answer = await ask(body)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    const errors = answer.body.errors as { field: string; message: string }[]
    expect(errors.map(({ field }) => field).sort()).toEqual([...fields].sort())
    expect(errors.every(({ message }) => message.length > 0 && message.length < 400)).toBe(true)
  })

  test('a hundred thousand lists in lists are refused by the field they are in', async () => {
    const payload = `{"evidence":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const headers = { 'content-type': 'application/json' }
    const reply = await edge.app.inject({ method: 'POST', url: '/v1/advice', headers, payload })
    expect(reply.statusCode).toBe(400)
    expect(reply.json()).toMatchObject({ code: 'invalid_request', errors: [{ field: 'evidence.0' }] })
  })

  test('a field that nobody knows is not repeated at length', async () => {
    const answer = await ask({ ['x'.repeat(100_000)]: 1 })
    expect(answer.status).toBe(400)
    expect(answer.text.length).toBeLessThan(1_000)
  })

  test('a body of more than a million bytes is refused as it comes', async () => {
    const answer = await ask({ platform: 'x'.repeat(1_000_001) })
    expect(answer).toMatchObject({ status: 413, body: { code: 'body_too_large' } })
  })

  test('an address that asks more often than thirty times a minute waits, and may still read the clock', async () => {
    const narrow = await createApp(service.ctx, { limits: { advicePerMinute: 3 } })
    const call = callerOf(narrow.app)
    const plan = () => call('POST', '/v1/advice', { body: {}, key: null })
    for (let i = 0; i < 3; i++) expect((await plan()).status).toBe(200)
    expect(await plan()).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
    expect((await call('GET', '/v1/clock')).status).toBe(200)
    const check = await call('POST', '/v1/scam-checks', { body: { text: '你好' }, key: null })
    expect(check.status).toBe(200)
    await narrow.stop()
  })
})
