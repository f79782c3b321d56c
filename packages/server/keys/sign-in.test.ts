/** Signing in by a one-time link: what it gives, that it gives it once, and everything that ends it before. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { minuteMs, secondMs, toIso } from '@laisee/core/instant.ts'
import { createApp, type App } from '../app.ts'
import { forgetExpiredCodes } from '../jobs/forget-sign-in-codes.ts'
import { callerOf, type Call, type Reply } from '../testing/api.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

const start = Date.parse('2031-02-17T12:00:00Z')
const thirtyDaysMs = 30 * 24 * 60 * minuteMs

let callers: Callers
let other: App
let someone: Call
let elsewhere: Call
let person: Person

beforeAll(async () => {
  callers = await openCallers()
  other = await createApp(callers.service.another().ctx, { limits: 'off' })
  someone = callerOf(callers.app.app)
  elsewhere = callerOf(other.app)
})
beforeEach(async () => {
  await callers.service.freeze(start)
  person = await callers.person('安')
})
afterAll(async () => {
  await other.stop()
  await callers.close()
})

async function linkFor(memberId: string, body: object = {}) {
  const made = await callers.operator.call('POST', `/v1/members/${memberId}/sign-in-links`, body)
  expect(made.status).toBe(201)
  return made.body as { code: string; path: string; expiresAt: string }
}

const use = (code: string, by: Call = someone): Promise<Reply> =>
  by('POST', '/v1/sign-in', { body: { code } })

async function meBy(token: unknown): Promise<{ status: number; id: unknown }> {
  const me = await callerOf(callers.app.app, String(token))('GET', '/v1/me')
  return { status: me.status, id: me.body.id }
}

const liveSessions = async (memberId: string) =>
  (await callers.rows(`select id from session where member_id = $1 and revoked_at is null`, memberId)).length

describe('a one-time link', () => {
  it('signs a member in, for thirty days where nobody says', async () => {
    const link = await linkFor(person.id)
    expect(link.path).toBe(`/sign-in#code=${link.code}`)
    expect(link.expiresAt).toBe(toIso(start + 10 * minuteMs))
    const signedIn = await use(link.code)
    expect(signedIn).toMatchObject({
      status: 201,
      body: { memberId: person.id, expiresAt: toIso(start + thirtyDaysMs) },
    })
    expect(await meBy(signedIn.body.token)).toEqual({ status: 200, id: person.id })
    const [created] = await callers.events(String(signedIn.body.id))
    expect(created).toMatchObject({
      kind: 'session.created',
      data: { by: 'sign_in_link' },
      audience: [person.id],
    })
    const told = (await callers.events(person.id)).find(({ kind }) => kind === 'member.sign_in_link_made')
    expect(told).toMatchObject({ data: { by: 'operator', expiresAt: link.expiresAt }, audience: [person.id] })
  })

  it('lasts as long as it was made for, and so does its session', async () => {
    const link = await linkFor(person.id, { lifetimeS: 60, sessionLifetimeS: 3_600 })
    expect(link.expiresAt).toBe(toIso(start + minuteMs))
    await callers.service.freeze(start + minuteMs - 1)
    expect((await use(link.code)).body.expiresAt).toBe(toIso(start + 61 * minuteMs - 1))
  })

  it.each([
    { lifetimeS: 59 },
    { lifetimeS: 3_601 },
    { sessionLifetimeS: 59 },
    { sessionLifetimeS: 7_776_001 },
  ])('is not made for %o', async (body) => {
    const made = await callers.operator.call('POST', `/v1/members/${person.id}/sign-in-links`, body)
    expect(made).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  })

  it('is made for a member only', async () => {
    const nobody = `mem_${'0'.repeat(26)}`
    const made = await callers.operator.call('POST', `/v1/members/${nobody}/sign-in-links`, {})
    expect(made).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  it('is nowhere in the database in a form that could be used', async () => {
    const { code } = await linkFor(person.id)
    const tables = await callers.rows(`select tablename as name from pg_tables where schemaname = 'public'`)
    for (const { name } of tables) {
      const found = await callers.rows(
        `select 1 from ${String(name)} r where position($1 in r::text) > 0`,
        code,
      )
      expect(found, String(name)).toEqual([])
    }
  })
})

describe('a code is refused, always in the same words,', () => {
  async function expectRefused(code: string): Promise<void> {
    const before = await liveSessions(person.id)
    const refused = await use(code)
    expect(refused).toMatchObject({ status: 403, body: { code: 'sign_in_code_invalid' } })
    expect(refused.body).toMatchObject({ title: 'This sign-in code is not valid, or no longer' })
    expect(await liveSessions(person.id)).toBe(before)
  }

  it('when nobody has made it', () => expectRefused('A'.repeat(43)))

  it('when it was used', async () => {
    const { code } = await linkFor(person.id)
    expect((await use(code)).status).toBe(201)
    await expectRefused(code)
  })

  it('from the moment of its end', async () => {
    const { code } = await linkFor(person.id)
    await callers.service.freeze(start + 10 * minuteMs)
    await expectRefused(code)
  })

  it('when its member has signed out since', async () => {
    const { code } = await linkFor(person.id)
    expect((await person.call('POST', `/v1/members/${person.id}/sign-out`)).status).toBe(200)
    await expectRefused(code)
  })

  it('in production, when it was made in a demo world', async () => {
    const { code } = await linkFor(person.id)
    const production = await createApp({ ...callers.service.ctx, demo: false }, { limits: 'off' })
    expect(await use(code, callerOf(production.app))).toMatchObject({
      status: 403,
      body: { code: 'sign_in_code_invalid' },
    })
    await production.stop()
    expect((await use(code)).status).toBe(201)
  })
})

describe('a code that is used', () => {
  it('by two devices at once signs one of them in', async () => {
    for (let round = 0; round < 20; round++) {
      const { code } = await linkFor(person.id)
      const before = await liveSessions(person.id)
      const replies = await Promise.all([use(code), use(code, elsewhere), use(code), use(code, elsewhere)])
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(replies.filter(({ status }) => status === 403)).toHaveLength(3)
      expect(await liveSessions(person.id)).toBe(before + 1)
    }
  })

  it('while the member signs out leaves nobody signed in', async () => {
    for (let round = 0; round < 20; round++) {
      const one = await callers.person('波')
      const { code } = await linkFor(one.id)
      const [signedIn, signedOut] = await Promise.all([
        use(code, elsewhere),
        callers.operator.call('POST', `/v1/members/${one.id}/sign-out`),
      ])
      expect(signedOut.status).toBe(200)
      expect([201, 403]).toContain(signedIn.status)
      expect(await liveSessions(one.id)).toBe(0)
    }
  })

  it('and whose answer was lost gives the same session to whoever asks again under the same key', async () => {
    const { code } = await linkFor(person.id)
    const ask = { body: { code }, key: 'the-same-device' }
    const first = await someone('POST', '/v1/sign-in', ask)
    const again = await elsewhere('POST', '/v1/sign-in', ask)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
  })

  it('too often from one address is too much, and no other address has to wait', async () => {
    const limits = { publicWritesPerMinute: 3 }
    const narrow = await createApp(callers.service.ctx, { limits })
    const statuses: number[] = []
    for (let i = 0; i < 4; i++) statuses.push((await use('A'.repeat(43), callerOf(narrow.app))).status)
    expect(statuses).toEqual([403, 403, 403, 429])
    const away = await narrow.app.inject({
      method: 'POST',
      url: '/v1/sign-in',
      remoteAddress: '192.0.2.7',
      headers: { 'idempotency-key': 'from-afar' },
      payload: { code: 'A'.repeat(43) },
    })
    expect(away.statusCode).toBe(403)
    await narrow.stop()
  })
})

it('codes nobody used are forgotten after their end, and no others', async () => {
  await callers.rows('delete from sign_in_code')
  await linkFor(person.id, { lifetimeS: 60 })
  const kept = await linkFor(person.id, { lifetimeS: 120 })
  await callers.service.freeze(start + 60 * secondMs)
  expect(await forgetExpiredCodes(callers.service.ctx.db)).toBe(1)
  expect(await forgetExpiredCodes(callers.service.ctx.db)).toBe(0)
  expect((await use(kept.code)).status).toBe(201)
})
