import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkScam, scamTextMax } from '@laisee/core/scam/check-scam.ts'
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

const check = (body: object) => anyone('POST', '/v1/scam-checks', { body, key: null })

describe('a scam check over the API', () => {
  test('needs no account and no key, says what core says, and keeps nothing', async () => {
    const before = await rowsKept(sql)
    const text = '我是公安局的，你涉嫌洗钱，把钱转入安全账户，不要告诉家人'
    const answer = await check({ text })
    expect(answer).toMatchObject({ status: 200, body: { verdict: 'danger', kind: 'text' } })
    expect(answer.body).toEqual(JSON.parse(JSON.stringify(checkScam({ text }))))
    expect(await rowsKept(sql)).toEqual(before)
    expect(JSON.stringify(logged)).not.toContain('安全账户')
  })

  test('takes 100,000 characters of any kind, and names the field of one more', async () => {
    const longest = await check({ text: '🧧'.repeat(scamTextMax / 2) })
    expect(longest).toMatchObject({ status: 200, body: { verdict: 'no_sign_found' } })
    const long = await check({ text: '好'.repeat(scamTextMax + 1) })
    expect(long).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ field: 'text' }] },
    })
    const huge = await check({ text: '好'.repeat(300_000) })
    expect(huge).toMatchObject({ status: 413, body: { code: 'body_too_large' } })
  })

  test('takes what hides and breaks: invisible characters, NUL, half characters', async () => {
    for (const text of ['\u200b\u202e\u0000', '\ud83e', 'javascript:alert(1)', 'http://[', '%%%'])
      expect((await check({ text })).status).toBe(200)
  })

  test.each([
    [{}, 'text'],
    [{ text: '' }, 'text'],
    [{ text: 5 }, 'text'],
    [{ text: 'a', kind: 'picture' }, 'kind'],
    [{ text: 'a', url: 'http://b.cn' }, 'url'],
  ])('names the field at fault: %j', async (body, field) => {
    const answer = await check(body)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ field }] } })
  })

  test('is refused to an address that asks too often', async () => {
    const narrow = await createApp(service.ctx, { limits: { scamChecksPerMinute: 3 } })
    const call = callerOf(narrow.app)
    const ask = () => call('POST', '/v1/scam-checks', { body: { text: '你好' }, key: null })
    for (let i = 0; i < 3; i++) expect((await ask()).status).toBe(200)
    expect(await ask()).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
    expect((await call('GET', '/v1/clock')).status).toBe(200)
    await narrow.stop()
  })
})
