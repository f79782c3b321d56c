/** Asking again: under the same key the same request has one effect and one answer, whatever happens in between. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { Type } from 'typebox'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { createApp, type App } from '../app.ts'
import type { Db } from '../db/db.ts'
import { FaultError } from '../db/faults.ts'
import { tell } from '../events/append.ts'
import { createKey } from '../keys/create-key.ts'
import { mintSession } from '../keys/mint-session.ts'
import { scopes } from '../keys/scopes.ts'
import { routes } from '../routes.ts'
import { callerOf, type Call } from '../testing/api.ts'
import { memberWith, startTestService, type TestService } from '../testing/service.ts'
import { route, type Route } from './route.ts'
import { closed } from './schemas.ts'

/** What the test's own route does next time: its steps are taken one a call. */
const steps: (() => unknown)[] = []

const testRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/t/steps/{id}',
    name: 'takeStep',
    summary: 'Tells an event, then does what the test says.',
    tags: ['test'],
    callers: ['operator:money:write'],
    params: closed({ id: Type.String() }),
    reply: closed({ said: Type.String() }),
    refusals: ['wallet_frozen', 'forbidden'],
    async handle({ tx, params }) {
      await tell(tx, {
        sourceId: params.id,
        seq: 1n,
        kind: 'member.changed',
        at: await tx.now(),
        data: {},
        audience: [],
      })
      return (steps.shift() ?? (() => ({ said: 'done' })))() as { said: string }
    },
  }),
]

let service: TestService
let one: App
let two: App
let sql: pg.Client
let operatorToken: string
let operator: Call
let otherServer: Call
let stepping: Call
let step = 0

beforeAll(async () => {
  service = await startTestService()
  const { ctx } = service
  const all = [...routes, ...testRoutes]
  one = await createApp(ctx, { limits: 'off', routes: all })
  two = await createApp(service.another().ctx, { limits: 'off' })
  sql = new pg.Client({ connectionString: service.url })
  await sql.connect()
  operatorToken = (
    await ctx.db.transaction((tx) =>
      createKey(tx, ctx, { name: 'test', scopes, expiresAt: null, by: 'test' }),
    )
  ).token
  operator = callerOf(one.app, operatorToken)
  otherServer = callerOf(two.app, operatorToken)
  stepping = callerOf(one.app, operatorToken, all)
})
afterAll(async () => {
  await sql.end()
  await one.stop()
  await two.stop()
  await service.close()
})

async function count(text: string, ...values: unknown[]): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(`select count(*)::int as count from ${text}`, values)
  return rows[0]!.count
}

async function balance(memberId: string): Promise<number> {
  return (await operator('GET', `/v1/members/${memberId}/wallet`)).body.balance as number
}

async function person(name: string, amount: bigint): Promise<{ id: string; call: Call }> {
  const { ctx } = service
  const id = await memberWith(ctx, name, amount)
  const { token } = await ctx.db.transaction((tx) =>
    mintSession(tx, ctx, { memberId: id, lifetimeMs: 86_400_000, by: 'test' }),
  )
  return { id, call: callerOf(one.app, token) }
}

describe('the same request under the same key', () => {
  it('asked a hundred times at once through two servers has one effect and one answer', async () => {
    const { id } = await person('安', 0n)
    const ask = (call: Call) =>
      call('POST', '/v1/top-ups', { key: 'salary-2026-02', body: { memberId: id, amount: 8_888 } })
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, i) => ask(i % 2 ? operator : otherServer)),
    )
    expect(new Set(replies.map((reply) => `${reply.status} ${reply.text}`)).size).toBe(1)
    expect(replies[0]!.status).toBe(201)
    expect(replies.filter((reply) => reply.headers['idempotency-replayed'] === 'true').length).toBe(99)
    expect(await balance(id)).toBe(8_888)
    expect(await count(`event where source_id = $1 and kind = 'wallet.topped_up'`, id)).toBe(1)
    expect(await count('funding where member_id = $1', id)).toBe(1)
  })

  it('is the same whatever the order of its fields, and another when anything else differs', async () => {
    const { id } = await person('贝', 0n)
    const key = 'order-of-fields'
    const first = await operator('POST', '/v1/top-ups', { key, body: { memberId: id, amount: 5 } })
    const again = await operator('POST', '/v1/top-ups', { key, body: { amount: 5, memberId: id } })
    expect(again.text).toBe(first.text)
    for (const [url, body] of [
      ['/v1/top-ups', { memberId: id, amount: 6 }],
      ['/v1/top-ups', { memberId: id, amount: 5, reference: 'x' }],
      ['/v1/withdrawals', { memberId: id, amount: 5 }],
    ] as const) {
      expect(await operator('POST', url, { key, body })).toMatchObject({
        status: 409,
        body: { code: 'idempotency_key_reused' },
      })
    }
    expect(await balance(id)).toBe(5)
  })

  it('is another’s own when another asks under it', async () => {
    const [an, bei] = [await person('安', 100n), await person('贝', 100n)]
    const names = await Promise.all(
      [an, bei].map(({ call }, i) => call('PATCH', '/v1/me', { key: 'mine', body: { name: `名字${i}` } })),
    )
    expect(names.map((reply) => [reply.status, reply.body.name])).toEqual([
      [200, '名字0'],
      [200, '名字1'],
    ])
  })
})

describe('a refusal of the domain', () => {
  it('is remembered under its key, and asked for anew under a new one', async () => {
    const { id } = await person('长', 10n)
    const ask = (key: string) =>
      operator('POST', '/v1/withdrawals', { key, body: { memberId: id, amount: 50 } })
    const refused = await ask('w-1')
    expect(refused).toMatchObject({ status: 422, body: { code: 'balance_too_low' } })
    await operator('POST', '/v1/top-ups', { body: { memberId: id, amount: 90 } })
    const again = await ask('w-1')
    expect(again).toMatchObject({
      status: 422,
      text: refused.text,
      headers: { 'idempotency-replayed': 'true' },
    })
    expect(String(again.headers['content-type'])).toContain('application/problem+json')
    expect((await ask('w-2')).status).toBe(201)
    expect(await balance(id)).toBe(50)
  })

  it('undoes what was written before it', async () => {
    const id = `step-${++step}`
    steps.push(() => {
      throw new RefusalError(refuse('wallet_frozen'))
    })
    expect(await stepping('POST', `/t/steps/${id}`, { key: id })).toMatchObject({
      status: 403,
      body: { code: 'wallet_frozen' },
    })
    expect(await stepping('POST', `/t/steps/${id}`, { key: id })).toMatchObject({
      status: 403,
      headers: { 'idempotency-replayed': 'true' },
    })
    expect(await count('event where source_id = $1', id)).toBe(0)
  })
})

describe('what is not the domain’s', () => {
  it.each<[string, number, () => unknown]>([
    [
      'a refusal of the edge',
      403,
      () => {
        throw new RefusalError(refuse('forbidden'))
      },
    ],
    [
      'a failure of the world',
      503,
      () => {
        throw new FaultError('no database', { cause: undefined, outcomeUnknown: false })
      },
    ],
    [
      'a bug',
      500,
      () => {
        throw new Error('a bug')
      },
    ],
    ['a reply that its schema refuses', 500, () => ({})],
  ])('is not remembered, nothing stays of it, and the next try is the first: %s', async (_, status, fail) => {
    const id = `step-${++step}`
    const url = `/t/steps/${id}`
    steps.push(fail)
    const headers = { authorization: `Bearer ${operatorToken}`, 'idempotency-key': id }
    expect((await one.app.inject({ method: 'POST', url, headers })).statusCode).toBe(status)
    expect(await count('event where source_id = $1', id)).toBe(0)
    expect(await count('idempotency where key = $1', id)).toBe(0)
    const done = await stepping('POST', url, { key: id })
    expect(done).toMatchObject({ status: 200, body: { said: 'done' } })
    expect(done.headers['idempotency-replayed']).toBeUndefined()
    expect(await count('event where source_id = $1', id)).toBe(1)
  })

  it('is not remembered: a body that cannot be read or a token that is not good', async () => {
    const { id } = await person('大', 0n)
    const key = 'bad-then-good'
    expect((await operator('POST', '/v1/top-ups', { key, body: { memberId: id, amount: -1 } })).status).toBe(
      400,
    )
    expect(
      (await callerOf(one.app, 'nobody')('POST', '/v1/top-ups', { key, body: { memberId: id, amount: 1 } }))
        .status,
    ).toBe(401)
    expect((await operator('POST', '/v1/top-ups', { key, body: { memberId: id, amount: 7 } })).status).toBe(
      201,
    )
    expect(await balance(id)).toBe(7)
  })
})

describe('a commit whose outcome is not known', () => {
  it.each([
    ['before', false],
    ['after', true],
  ])('is run again and answered once: the connection went %s it', async (_, committed) => {
    const { ctx } = service
    let lose = true
    const losing: Db = {
      ...ctx.db,
      transaction: async (work) => {
        if (!lose) return ctx.db.transaction(work)
        lose = false
        const lost = new FaultError('the database went away', { cause: undefined, outcomeUnknown: true })
        if (committed) await ctx.db.transaction(work)
        throw lost
      },
    }
    const app = await createApp({ ...ctx, db: losing }, { limits: 'off' })
    const { id } = await person('恩', 0n)
    const reply = await callerOf(app.app, operatorToken)('POST', '/v1/top-ups', {
      body: { memberId: id, amount: 9 },
    })
    expect(reply.status).toBe(201)
    expect(await balance(id)).toBe(9)
    await app.stop()
  })
})

describe('a key', () => {
  it.each([
    ['is needed by every write', undefined, 'idempotency_key_missing'],
    ['is not empty', '', 'idempotency_key_missing'],
    ['is visible ASCII', 'a b', 'invalid_request'],
    ['is 255 characters at most', 'k'.repeat(256), 'invalid_request'],
  ])('%s', async (_, key, code) => {
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key }
    const reply = await operator('POST', '/v1/keys', {
      key: null,
      headers,
      body: { name: 'x', scopes: ['keys:read'] },
    })
    expect(reply).toMatchObject({ status: 400, body: { code } })
  })

  it('of 255 characters will do', async () => {
    const reply = await operator('POST', '/v1/keys', {
      key: 'k'.repeat(255),
      body: { name: 'x', scopes: ['keys:read'] },
    })
    expect(reply.status).toBe(201)
  })
})

describe('an answer that shows a token', () => {
  it('is the same when asked again, and nothing in the database is that token', async () => {
    const ask = () =>
      operator('POST', '/v1/keys', { key: 'new-key', body: { name: 'ci', scopes: ['events:read'] } })
    const [first, again] = [await ask(), await ask()]
    expect(again.text).toBe(first.text)
    const token = first.body.token as string
    expect((await callerOf(one.app, token)('GET', '/v1/events')).status).toBe(200)
    const secret = token.split('_').slice(2).join('_')
    const { rows } = await sql.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    )
    for (const { name } of rows)
      expect(await count(`${name} r where r::text like $1`, `%${secret}%`), name).toBe(0)
  })

  it('cannot hand on a scope that its asker does not hold', async () => {
    const narrow = await operator('POST', '/v1/keys', { body: { name: 'keys only', scopes: ['keys:write'] } })
    const call = callerOf(one.app, narrow.body.token as string)
    expect(await call('POST', '/v1/keys', { body: { name: 'x', scopes: ['keys:write'] } })).toMatchObject({
      status: 201,
    })
    expect(await call('POST', '/v1/keys', { body: { name: 'x', scopes: ['money:write'] } })).toMatchObject({
      status: 403,
      body: { code: 'forbidden', scopes: ['money:write'] },
    })
    const wide = await operator('POST', '/v1/keys', { body: { name: 'wide', scopes: ['money:write'] } })
    expect((await call('POST', `/v1/keys/${wide.body.id as string}/rotate`)).status).toBe(403)
  })
})

describe('a request taken back by its key', () => {
  const packet = (recipientId: string) => ({
    kind: 'direct',
    recipientIds: [recipientId],
    total: 100,
    count: 1,
  })

  it('is refused when it arrives late, and moves nothing', async () => {
    const [an, bei] = [await person('安', 1_000n), await person('贝', 0n)]
    const cancel = await an.call('POST', '/v1/cancel', { body: { idempotencyKey: 'late' } })
    expect(cancel.body).toEqual({ outcome: 'never_arrived', sourceId: null, returned: null, refusal: null })
    for (let i = 0; i < 2; i++) {
      const sent = await an.call('POST', '/v1/packets', { key: 'late', body: packet(bei.id) })
      expect(sent).toMatchObject({ status: 409, body: { code: 'canceled_before_arrival' } })
    }
    expect((await an.call('POST', '/v1/cancel', { body: { idempotencyKey: 'late' } })).body.outcome).toBe(
      'never_arrived',
    )
    expect(await balance(an.id)).toBe(1_000)
    expect(await count('packet where payer_id = $1', an.id)).toBe(0)
  })

  it('is undone in its undo window, recalled after it, and told with the money back', async () => {
    const [an, bei] = [await person('安', 1_000n), await person('贝', 0n)]
    const first = await an.call('POST', '/v1/packets', { key: 'p-1', body: packet(bei.id) })
    const undone = await an.call('POST', '/v1/cancel', { key: 'c-1', body: { idempotencyKey: 'p-1' } })
    expect(undone.body).toEqual({ outcome: 'undone', sourceId: first.body.id, returned: 100, refusal: null })
    const again = await an.call('POST', '/v1/cancel', { key: 'c-1', body: { idempotencyKey: 'p-1' } })
    expect(again.text).toBe(undone.text)
    expect(await count(`event where source_id = $1 and kind = 'packet.undone'`, first.body.id)).toBe(1)
    const second = await an.call('POST', '/v1/packets', { key: 'p-2', body: packet(bei.id) })
    await service.forward(60_000)
    const recalled = await an.call('POST', '/v1/cancel', { body: { idempotencyKey: 'p-2' } })
    expect(recalled.body).toEqual({
      outcome: 'recalled',
      sourceId: second.body.id,
      returned: 100,
      refusal: null,
    })
    expect(await balance(an.id)).toBe(1_000)
    expect(await count(`event where source_id = $1 and kind = 'packet.recalled'`, second.body.id)).toBe(1)
    expect(await an.call('POST', '/v1/cancel', { body: { idempotencyKey: 'p-2' } })).toMatchObject({
      status: 409,
      body: { code: 'already_recalled' },
    })
  })

  it('says so where it had been refused, or did something that cannot be taken back', async () => {
    const [an, bei] = [await person('安', 10n), await person('贝', 0n)]
    await an.call('POST', '/v1/packets', { key: 'too-much', body: packet(bei.id) })
    expect(
      (await an.call('POST', '/v1/cancel', { body: { idempotencyKey: 'too-much' } })).body,
    ).toMatchObject({ outcome: 'was_refused', refusal: 'balance_too_low' })
    await an.call('PATCH', '/v1/me', { key: 'renamed', body: { name: '安安' } })
    expect(await an.call('POST', '/v1/cancel', { body: { idempotencyKey: 'renamed' } })).toMatchObject({
      status: 409,
      body: { code: 'not_cancelable' },
    })
    expect(
      await an.call('POST', '/v1/cancel', { key: 'self', body: { idempotencyKey: 'self' } }),
    ).toMatchObject({ status: 400 })
  })

  it('races with the request itself: one of the two wins, whole, a hundred times', async () => {
    const [an, bei] = [await person('安', 10_000n), await person('贝', 0n)]
    for (let i = 0; i < 100; i++) {
      const key = `race-${i}`
      const [sent, canceled] = await Promise.all([
        an.call('POST', '/v1/packets', { key, body: packet(bei.id) }),
        an.call('POST', '/v1/cancel', { body: { idempotencyKey: key } }),
      ])
      const outcome = `${sent.status} ${String(canceled.body.outcome)}`
      expect(['201 undone', '409 never_arrived']).toContain(outcome)
      expect(await balance(an.id)).toBe(10_000)
    }
  })
})
