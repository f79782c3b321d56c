/** The edge, on routes made for the test: what can be read, what cannot, and how each is answered. */

import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Type } from 'typebox'
import { createApp, type App } from '../app.ts'
import { createKey } from '../keys/create-key.ts'
import { scopes } from '../keys/scopes.ts'
import { callerOf, type Call } from '../testing/api.ts'
import { keepingLog, startTestService, type TestService } from '../testing/service.ts'
import { FaultError } from '../db/faults.ts'
import { route, type Route } from './route.ts'
import { AmountSchema, closed, MomentSchema, NameSchema, pageFields, TextSchema } from './schemas.ts'

const callers = ['operator:money:write'] as const
const log = keepingLog()

const testRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/t/echo/{name}',
    name: 'echo',
    summary: 'Gives back what came in.',
    tags: ['test'],
    callers,
    params: closed({ name: Type.String({ maxLength: 20 }) }),
    body: closed({
      amount: AmountSchema,
      name: Type.Optional(NameSchema(5)),
      note: Type.Optional(TextSchema(10)),
      at: Type.Optional(MomentSchema),
      list: Type.Optional(Type.Array(closed({ amount: AmountSchema }), { maxItems: 3 })),
    }),
    reply: closed({ name: Type.String(), amount: AmountSchema, said: Type.Optional(Type.String()) }),
    refusals: [],
    idempotent: 'read',
    handle: ({ params, body }) =>
      Promise.resolve({ name: params.name, amount: body.amount, secret: 'never told' }),
  }),
  route({
    method: 'GET',
    path: '/t/list',
    name: 'list',
    summary: 'Gives back its query.',
    tags: ['test'],
    callers,
    query: closed({
      ...pageFields,
      all: Type.Optional(Type.Boolean()),
      kind: Type.Optional(Type.Array(Type.String())),
    }),
    reply: Type.Unknown(),
    refusals: [],
    handle: ({ query }) => Promise.resolve(query),
  }),
  route({
    method: 'DELETE',
    path: '/t/list',
    name: 'empty',
    summary: 'Takes no body.',
    tags: ['test'],
    callers,
    reply: Type.Null(),
    status: 204,
    refusals: [],
    idempotent: 'natural',
    handle: () => Promise.resolve(null),
  }),
  route({
    method: 'GET',
    path: '/t/bug',
    name: 'bug',
    summary: 'Fails as only a bug does.',
    tags: ['test'],
    callers,
    reply: Type.Unknown(),
    refusals: [],
    handle: () => Promise.reject(new Error('the secret of the house')),
  }),
  route({
    method: 'GET',
    path: '/t/fault',
    name: 'fault',
    summary: 'Fails as the world does.',
    tags: ['test'],
    callers,
    reply: Type.Unknown(),
    refusals: [],
    handle: () => Promise.reject(new FaultError('no database', { cause: undefined, outcomeUnknown: false })),
  }),
]

let service: TestService
let edge: App
let token: string
let call: Call

beforeAll(async () => {
  service = await startTestService()
  const ctx = { ...service.ctx, log }
  edge = await createApp(ctx, { routes: testRoutes })
  const key = await ctx.db.transaction((tx) =>
    createKey(tx, ctx, { name: 'test', scopes, expiresAt: null, by: 'test' }),
  )
  token = key.token
  call = callerOf(edge.app, token, testRoutes)
})
afterAll(async () => {
  await edge.stop()
  await service.close()
})

async function sent(
  payload: string | Buffer,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  const response = await edge.app.inject({
    method: 'POST',
    url: '/t/echo/an',
    headers: { authorization: `Bearer ${token}`, ...headers },
    payload,
  })
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() }
}

describe('a body', () => {
  it('is taken as JSON in UTF-8, and answered with what the reply declares and no more', async () => {
    const reply = await sent('{"amount":5,"name":"李明"}', {
      'content-type': 'application/json; charset=utf-8',
    })
    expect(reply).toEqual({ status: 200, body: { name: 'an', amount: 5 } })
  })

  it.each([
    ['text', 'amount=5', { 'content-type': 'text/plain' }],
    ['a form', 'amount=5', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['XML', '<amount>5</amount>', { 'content-type': 'application/xml' }],
    ['no type', '{"amount":5}', { 'content-type': '' }],
    ['a made-up type', '{"amount":5}', { 'content-type': 'json' }],
    ['gzip', '{"amount":5}', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('of another content type is refused: %s', async (_, payload, headers) => {
    expect(await sent(payload, headers)).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    })
  })

  it.each([
    ['cut off', '{"amount":5'],
    ['with a comma too many', '{"amount":5,}'],
    ['with a comment', '{"amount":5} // five'],
    ['not a number', '{"amount":NaN}'],
    ['two values', '{"amount":5}{"amount":6}'],
    ['a byte that is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])('that is not JSON is refused: %s', async (_, payload) => {
    expect(await sent(payload)).toMatchObject({ status: 400, body: { code: 'malformed_json' } })
  })

  it('above 64 kB is refused before it is read', async () => {
    expect(await sent(`{"amount":5,"note":"${'x'.repeat(65_536)}"}`)).toMatchObject({
      status: 413,
      body: { code: 'body_too_large' },
    })
  })

  it.each([
    ['missing', '', 'body'],
    ['an array', '[]', 'body'],
    ['null', 'null', 'body'],
    ['text', '"5"', 'body'],
    ['without a field', '{}', 'amount'],
    ['with an unknown field', '{"amount":5,"Amount":6}', 'Amount'],
    ['with an unknown field inside', '{"amount":5,"list":[{"amount":1,"x":1}]}', 'list.0.x'],
    ['aimed at the prototype', '{"amount":5,"__proto__":{"admin":true}}', '__proto__'],
    ['aimed at the constructor', '{"amount":5,"constructor":{"prototype":{}}}', 'constructor'],
    ['with a fault in a list', '{"amount":5,"list":[{"amount":1},{"amount":0}]}', 'list.1.amount'],
  ])('names its field at fault: %s', async (_, payload, field) => {
    const { status, body } = await sent(payload)
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid_request' })
    expect((body.errors as { field: string }[]).map((error) => error.field)).toContain(field)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('is refused by a route that takes none', async () => {
    const reply = await call('DELETE', '/t/list', { body: { all: true } })
    expect(reply).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ field: 'all' }] },
    })
    expect((await call('DELETE', '/t/list')).status).toBe(204)
    expect((await call('DELETE', '/t/list', { body: {} })).status).toBe(204)
  })
})

describe('an amount', () => {
  it.each([['5'], ['5.0'], ['5e0'], ['50e-1'], ['9007199254740991']])(
    'is a whole number however it is written: %s',
    async (json) => {
      expect((await sent(`{"amount":${json}}`)).status).toBe(200)
    },
  )

  it.each([
    ['0'],
    ['-1'],
    ['1.5'],
    ['"1"'],
    ['null'],
    ['true'],
    ['[5]'],
    ['1e400'],
    ['-1e400'],
    ['9007199254740992'],
    ['9007199254740993'],
    ['9007199254740991.4'],
    ['5.00000000000000000001'],
    ['1e-400'],
  ])('that is not a whole number of fen up to 2^53 - 1 is refused: %s', async (json) => {
    expect(await sent(`{"amount":${json}}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ field: 'amount' }] },
    })
  })
})

describe('a text', () => {
  it('is measured in characters as people count them, not in halves', async () => {
    expect((await sent('{"amount":1,"name":"👍👍👍👍👍"}')).status).toBe(200)
    expect((await sent('{"amount":1,"name":"👍👍👍👍👍👍"}')).status).toBe(400)
  })

  it.each([
    ['2026-02-30T00:00:00Z'],
    ['2026-01-01'],
    ['2026-01-01T00:00:00'],
    ['yesterday'],
    ['2026-01-01T25:00:00Z'],
  ])('that is no moment of the calendar is refused: %s', async (at) => {
    expect(await sent(JSON.stringify({ amount: 1, at }))).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'at' }] },
    })
  })
})

describe('a query', () => {
  it('is read as the numbers, truths and lists its schema says', async () => {
    expect((await call('GET', '/t/list?limit=7&all=true&kind=a&kind=b')).body).toEqual({
      limit: 7,
      all: true,
      kind: ['a', 'b'],
    })
    expect((await call('GET', '/t/list?kind=a')).body).toEqual({ kind: ['a'] })
  })

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=1e1', 'limit'],
    ['limit=07', 'limit'],
    ['limit=', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['limit= 1', 'limit'],
    ['all=1', 'all'],
    ['all=TRUE', 'all'],
    ['cursor=', 'cursor'],
    ['cursor=%00', 'cursor'],
    ['other=1', 'other'],
    ['__proto__=1', '__proto__'],
  ])('names its field at fault: %s', async (query, field) => {
    expect(await call('GET', `/t/list?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ field }] },
    })
  })
})

describe('an address', () => {
  it('that nobody answers is not found, and one that takes another method says which', async () => {
    expect(await call('GET', '/t/nothing')).toMatchObject({ status: 404, body: { code: 'not_found' } })
    const reply = await call('POST', '/t/list')
    expect(reply).toMatchObject({
      status: 405,
      body: { code: 'method_not_allowed', allowed: ['DELETE', 'GET'] },
    })
    expect(reply.headers.allow).toBe('DELETE, GET')
  })

  it('that cannot be decoded, or is too long, is refused', async () => {
    expect(await call('GET', '/t/%zz')).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    expect(await call('POST', `/t/echo/${'x'.repeat(600)}`, { body: { amount: 1 } })).toMatchObject({
      status: 400,
    })
    expect(await call('POST', `/t/echo/${'x'.repeat(60)}`, { body: { amount: 1 } })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'name' }] },
    })
  })
})

describe('a reply', () => {
  it('names its request: by the caller’s own name where it is sane, else by a new one', async () => {
    const own = await call('GET', '/t/list', { headers: { 'x-request-id': 'order-17' } })
    expect(own.headers['x-request-id']).toBe('order-17')
    for (const bad of ['203.0.113.7', '2001:db8::7', 'a b', 'x'.repeat(200), 'a"b', '<i>']) {
      const reply = await call('GET', '/t/nothing', { headers: { 'x-request-id': bad } })
      expect(reply.headers['x-request-id']).toMatch(/^req_[0-9a-f]{32}$/)
      expect(reply.body.requestId).toBe(reply.headers['x-request-id'])
    }
  })

  it('to a bug says nothing of it; the log has it whole, under the same request', async () => {
    const reply = await call('GET', '/t/bug', { headers: { 'x-request-id': 'bug-1' } }).catch(
      (error: Error) => error,
    )
    expect(String(reply)).toContain('"internal"')
    const response = await edge.app.inject({ url: '/t/bug', headers: { authorization: `Bearer ${token}` } })
    expect({ status: response.statusCode, body: response.json<object>() }).toMatchObject({
      status: 500,
      body: { code: 'internal' },
    })
    expect(response.body).not.toContain('secret of the house')
    expect(log.said).toContain('a bug ended a request')
  })

  it('to a failure of the world asks to come again', async () => {
    const reply = await call('GET', '/t/fault')
    expect(reply).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expect(reply.headers['retry-after']).toBe('1')
  })

  it('to what is not even HTTP is a problem too', async () => {
    const address = await edge.app.listen({ host: '127.0.0.1', port: 0 })
    expect(address).toContain('127.0.0.1')
    const { port } = edge.app.server.address() as AddressInfo
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('NOT HTTP\r\n\r\n'))
      let all = ''
      socket.on('data', (part) => (all += part.toString()))
      socket.on('close', () => resolve(all))
      socket.on('error', reject)
    })
    expect(text).toMatch(/^HTTP\/1\.1 400 /)
    expect(text).toContain('application/problem+json')
  })
})

describe('limits', () => {
  it('stop a caller who asks too often, and say when to come again', async () => {
    const narrow = await createApp(service.ctx, { routes: testRoutes, limits: { keyReadsPerMinute: 3 } })
    const ask = callerOf(narrow.app, token, testRoutes)
    for (let i = 0; i < 3; i++) expect((await ask('GET', '/t/list')).status).toBe(200)
    const refused = await ask('GET', '/t/list')
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('DELETE', '/t/list')).status).toBe(204)
    await narrow.stop()
  })

  it('stop whoever tries token after token, and not those whose token is good and known', async () => {
    const narrow = await createApp(service.ctx, { routes: testRoutes, limits: { failuresPerMinute: 3 } })
    const good = callerOf(narrow.app, token, testRoutes)
    expect((await good('GET', '/t/list')).status).toBe(200)
    const statuses: number[] = []
    for (let i = 0; i < 6; i++)
      statuses.push((await callerOf(narrow.app, `guess-${i}`, testRoutes)('GET', '/t/list')).status)
    expect(statuses).toEqual([401, 401, 401, 429, 429, 429])
    expect((await good('GET', '/t/list')).status).toBe(200)
    await narrow.stop()
  })
})
