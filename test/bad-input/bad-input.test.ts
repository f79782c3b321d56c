/**
 * Bad input of every class, on every write route, made from the routes' own schemas: a clear error that names the
 * field, and nothing changed by a hash over every table.
 */

import { Value } from 'typebox/value'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '@laisee/server/app.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import { scopes } from '@laisee/server/keys/scopes.ts'
import type { Route } from '@laisee/server/http/route.ts'
import { routes } from '@laisee/server/routes.ts'
import { memberWith, startTestService, type TestService } from '@laisee/server/testing/service.ts'
import { bodyWith, sampleOf, spoiledFields } from './samples.ts'

const writes = routes.filter((route) => route.method !== 'GET')

let service: TestService
let app: Awaited<ReturnType<typeof createApp>>
let sql: pg.Client
let operator: string
let member: string
let key = 0

beforeAll(async () => {
  service = await startTestService()
  app = await createApp(service.ctx, { limits: 'off' })
  const { ctx } = service
  const memberId = await memberWith(ctx, '安', 1_000_000n)
  const made = await ctx.db.transaction(async (tx) => ({
    operator: await createKey(tx, ctx, { name: 'all', scopes, expiresAt: null, by: 'test' }),
    member: await mintSession(tx, ctx, { memberId, lifetimeMs: 86_400_000, by: 'test' }),
  }))
  operator = made.operator.token
  member = made.member.token
  sql = new pg.Client({ connectionString: service.url })
  await sql.connect()
})
afterAll(async () => {
  await sql.end()
  await app.stop()
  await service.close()
})

/** A hash over every row of every table. */
async function worldHash(): Promise<string> {
  const { rows } = await sql.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const parts: string[] = []
  for (const { name } of rows) {
    const hash = await sql.query<{ hash: string }>(
      `select coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as hash from ${name} r`,
    )
    parts.push(`${name} ${hash.rows[0]!.hash}`)
  }
  return parts.join('\n')
}

interface Sent {
  status: number
  body: Record<string, unknown>
}

async function send(
  route: Route,
  payload: string,
  options: { type?: string; key?: string | null } = {},
): Promise<Sent> {
  const params = (route.params ? sampleOf(route.params) : {}) as Record<string, string>
  const url = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!))
  const mine = route.callers.some((caller) => caller === 'member') ? member : operator
  const headers: Record<string, string> = { authorization: `Bearer ${mine}` }
  if (route.body) headers['content-type'] = options.type ?? 'application/json'
  if (options.key !== null) headers['idempotency-key'] = options.key ?? `bad-${key++}`
  const reply = await app.app.inject({
    method: route.method,
    url,
    headers,
    ...(route.body ? { payload } : {}),
  })
  return {
    status: reply.statusCode,
    body: reply.payload === '' ? {} : (reply.json() as Record<string, unknown>),
  }
}

function fieldsNamed(body: Record<string, unknown>): string[] {
  return ((body.errors as { field: string }[] | undefined) ?? []).map((error) => error.field)
}

describe.each(writes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_name, route) => {
    it('refuses every spoiled field by its name and changes nothing', async () => {
      if (!route.body) return
      const body = sampleOf(route.body) as Record<string, unknown>
      const before = await worldHash()
      for (const spoiled of spoiledFields(route.body)) {
        const text = bodyWith(body, spoiled)
        if (Value.Check(route.body, JSON.parse(text)) && !/1e-400|991\.4/.test(spoiled.json)) continue
        const answer = await send(route, text)
        const said = `${spoiled.field} ${spoiled.how}: ${answer.status} ${JSON.stringify(answer.body)}`
        expect([400, 413], said).toContain(answer.status)
        if (answer.status === 400)
          expect(
            fieldsNamed(answer.body).some((field) => field.split(/[.[/]/)[0] === spoiled.field),
            said,
          ).toBe(true)
      }
      expect(await worldHash()).toBe(before)
    })

    it('refuses what is not a JSON object of the right type and size, and changes nothing', async () => {
      const before = await worldHash()
      if (route.body) {
        const whole = JSON.stringify(sampleOf(route.body))
        expect(await send(route, '{"a":')).toMatchObject({ status: 400, body: { code: 'malformed_json' } })
        expect(await send(route, whole, { type: 'text/plain' })).toMatchObject({
          status: 415,
          body: { code: 'unsupported_media_type' },
        })
        const tooLarge = (route.bodyBytesMax ?? 0) + 200_000
        expect(await send(route, `{"a":"${'x'.repeat(tooLarge)}"}`)).toMatchObject({
          status: 413,
          body: { code: 'body_too_large' },
        })
        const mayBeLeftOut = ((route.body as { required?: string[] }).required ?? []).length === 0
        for (const text of ['[]', '"x"', '1', 'null', ...(mayBeLeftOut ? [] : [''])])
          expect((await send(route, text)).status, text).toBe(400)
      }
      if (route.idempotent === 'key') {
        const body = route.body ? JSON.stringify(sampleOf(route.body)) : ''
        expect(await send(route, body, { key: null })).toMatchObject({
          status: 400,
          body: { code: 'idempotency_key_missing' },
        })
      }
      expect(await worldHash()).toBe(before)
    })
  },
)
