/**
 * Every door of the API, made from the routes: whoever a route does not name is refused, whatever they show, and
 * nothing changes. A member who asks for what is another's is told that it is not there.
 */

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TSchema } from 'typebox'
import { UnsecuredJWT } from 'jose'
import { createApp, type App } from '@laisee/server/app.ts'
import type { Route } from '@laisee/server/http/route.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import { revokeKey } from '@laisee/server/keys/revoke-key.ts'
import { revokeSession } from '@laisee/server/keys/revoke-session.ts'
import { scopes, type Scope } from '@laisee/server/keys/scopes.ts'
import { addKey } from '@laisee/server/passkeys/testing/key-ring.ts'
import { routes } from '@laisee/server/routes.ts'
import { callerOf, type Call, type Reply } from '@laisee/server/testing/api.ts'
import { groupOf, memberWith, startTestService, type TestService } from '@laisee/server/testing/service.ts'
import { sampleOf } from './bad-input/samples.ts'
import {
  everyRole,
  ownDoors,
  persons,
  roleDoors,
  type Answer,
  type EveryRole,
  type Person,
} from './every-role.ts'
import { worldHash } from './world-hash.ts'

const closedDoors = routes.filter((route) => !route.callers.includes('public'))
const minuteMs = 60_000
const dayMs = 86_400_000

let service: TestService
let edge: App
let production: App
let sql: pg.Client
/** Ids of every kind that are an owner's, by the name of their kind. */
const owned: Record<string, string> = {}
let stranger: { id: string; token: string }
let operator: string

function key(keyScopes: readonly Scope[], expiresAt: number | null = null) {
  const { ctx } = service
  return ctx.db.transaction((tx) =>
    createKey(tx, ctx, { name: 'test', scopes: keyScopes, expiresAt, by: 'test' }),
  )
}

function session(memberId: string, lifetimeMs = 30 * dayMs) {
  const { ctx } = service
  return ctx.db.transaction((tx) => mintSession(tx, ctx, { memberId, lifetimeMs, by: 'test' }))
}

let agentId: string

beforeAll(async () => {
  service = await startTestService()
  const { ctx } = service
  edge = await createApp(ctx, { limits: 'off' })
  production = await createApp({ ...ctx, demo: false }, { limits: 'off' })
  sql = new pg.Client({ connectionString: service.url })
  await sql.connect()
  operator = (await key(scopes)).token
  const ownerId = await memberWith(ctx, '主人', 1_000_000n)
  const friendId = await memberWith(ctx, '朋友', 0n)
  const strangerId = await memberWith(ctx, '路人', 1_000_000n)
  const ownerSession = await session(ownerId)
  stranger = { id: strangerId, token: (await session(strangerId)).token }
  const owner = callerOf(edge.app, ownerSession.token)
  const packet = await owner('POST', '/v1/packets', {
    body: { kind: 'direct', recipientIds: [friendId], total: 100, count: 1 },
  })
  const transfer = await owner('POST', '/v1/transfers', {
    body: { payeeId: friendId, amount: 100, note: '' },
  })
  expect([packet.status, transfer.status]).toEqual([201, 201])
  await service.forward(minuteMs)
  await service.sweep()
  const offer = await owner('POST', '/v1/families', { body: { memberId: friendId } })
  const asked = await owner('POST', '/v1/guardians', { body: { memberId: friendId, as: 'guardian' } })
  expect([offer.status, asked.status]).toEqual([201, 201])
  Object.assign(owned, { fam: offer.body.id, gdn: asked.body.id })
  Object.assign(owned, { mem: ownerId, ses: ownerSession.id, pkt: packet.body.id, tr: transfer.body.id })
  const { passkeyId } = await addKey({
    call: (method, url, body) => owner(method, url, body ? { body } : {}),
  })
  owned.psk = passkeyId
  owned.grp = await groupOf(ctx, '一家人', [ownerId, friendId])
  agentId = await memberWith(ctx, '争议处理员', 0n)
  const founded = await callerOf(edge.app, operator)('POST', '/v1/organisations', {
    body: {
      name: '公司',
      people: [
        { memberId: ownerId, roles: ['administrator', 'sender'] },
        { memberId: friendId, roles: ['administrator', 'approver'] },
        { memberId: agentId, roles: ['dispute_agent'] },
      ],
    },
  })
  owned.org = String(founded.body.id)
  const at = `/v1/organisations/${owned.org}`
  const { content } = (await owner('GET', `${at}/policy`)).body
  const draft = await owner('POST', `${at}/policies`, { body: { content } })
  expect([founded.status, draft.status]).toEqual([201, 201])
  owned.pol = String(draft.body.id)
})
afterAll(async () => {
  await sql.end()
  await edge.stop()
  await production.stop()
  await service.close()
})

/** A path's values: the owner's things where it names one. */
function pathOf(route: Route): string {
  const properties = (route.params?.properties ?? {}) as Record<string, TSchema & { pattern?: string }>
  return route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const prefix = /^\^(?:\(\?:)?([a-z]+)(?:(?:\|[a-z]+)+\))?_/.exec(properties[name]!.pattern ?? '')?.[1]
    return owned[prefix ?? ''] ?? String(sampleOf(properties[name]!))
  })
}

function knock(route: Route, call: Call): Promise<Reply> {
  return call(route.method, pathOf(route), route.body ? { body: sampleOf(route.body) } : {})
}

/** Knock at every door, and list those that did not answer as they must; nothing may have changed. */
async function expectAll(
  doors: readonly Route[],
  call: (route: Route) => Call,
  status: number,
  code: string,
  without: string[] = [],
): Promise<void> {
  const before = await worldHash(sql, without)
  const wrong: string[] = []
  for (const route of doors) {
    const reply = await knock(route, call(route))
    if (reply.status !== status || reply.body.code !== code)
      wrong.push(`${route.name} answered ${reply.status} ${reply.text.slice(0, 200)}`)
  }
  expect(wrong).toEqual([])
  expect(await worldHash(sql, without)).toBe(before)
}

describe('nobody comes in', () => {
  it('without a token', () => expectAll(closedDoors, () => callerOf(edge.app), 401, 'unauthenticated'))

  it.each([
    ['made up', 'let-me-in'],
    ['of a key nobody has', `lsk_${'0'.repeat(26)}_${'A'.repeat(43)}`],
    ['of a session nobody has', `lst_${'0'.repeat(26)}_${'A'.repeat(43)}`],
    ['signed by nobody', new UnsecuredJWT({ iss: 'x', aud: 'laisee', sub: 'y' }).encode()],
    ['as long as a book', 'x'.repeat(8_000)],
  ])('with a token %s', (_, token) =>
    expectAll(closedDoors, () => callerOf(edge.app, token), 401, 'unauthenticated'),
  )

  it('with a good token in another scheme or with something behind it', async () => {
    for (const authorization of [
      `Basic ${operator}`,
      operator,
      `Bearer ${operator} x`,
      `Bearer: ${operator}`,
      'Bearer',
    ]) {
      const call = callerOf(edge.app)
      await expectAll(
        closedDoors,
        () => (method, url, options) => call(method, url, { ...options, headers: { authorization } }),
        401,
        'unauthenticated',
      )
    }
  })

  it('with a token that was altered', async () => {
    const altered = (token: string) => token.slice(0, -1) + (token.endsWith('A') ? 'E' : 'A')
    for (const token of [
      altered(operator),
      altered(stranger.token),
      operator.replace('lsk_', 'lst_'),
      stranger.token.replace('lst_', 'lsk_'),
    ]) {
      await expectAll(closedDoors, () => callerOf(edge.app, token), 401, 'unauthenticated')
    }
  })

  it('with a key or session that has been revoked', async () => {
    const { ctx } = service
    const revokedKey = await key(scopes)
    const revokedSession = await session(stranger.id)
    await ctx.db.transaction((tx) => revokeKey(tx, { keyId: revokedKey.id, by: 'test' }))
    await ctx.db.transaction((tx) =>
      revokeSession(tx, { memberId: stranger.id, sessionId: revokedSession.id, by: 'test' }),
    )
    for (const { token } of [revokedKey, revokedSession])
      await expectAll(closedDoors, () => callerOf(edge.app, token), 401, 'unauthenticated')
  })

  it('with a key or session that has expired', async () => {
    const now = await service.ctx.db.transaction((tx) => tx.now())
    const expiredKey = await key(scopes, now + minuteMs)
    const expiredSession = await session(stranger.id, minuteMs)
    await service.forward(minuteMs)
    for (const { token } of [expiredKey, expiredSession])
      await expectAll(closedDoors, () => callerOf(edge.app, token), 401, 'unauthenticated')
  })

  it('into production with a key or session of a demo world', async () => {
    for (const token of [operator, stranger.token])
      await expectAll(closedDoors, () => callerOf(production.app, token), 401, 'unauthenticated')
  })
})

describe('the doors of a demo world', () => {
  it('are shut in production to whoever comes', async () => {
    const { ctx } = service
    const doors = routes.filter((route) => route.demoOnly)
    expect(doors.map(({ name }) => name).sort()).toEqual([
      'forwardClock',
      'joinDemo',
      'listDemoPeople',
      'signInToDemo',
    ])
    const ask = { memberId: stranger.id, lifetimeMs: dayMs, by: 'test' }
    const real = await ctx.db.transaction((tx) => mintSession(tx, { demo: false }, ask))
    await expectAll(doors, () => callerOf(production.app, real.token), 403, 'demo_only')
    const open = doors.filter((route) => route.callers.includes('public'))
    await expectAll(open, () => callerOf(production.app), 403, 'demo_only')
  })
})

describe('a door is open to those it names, and to nobody else', () => {
  it('an operator with every scope but the one it needs is refused', async () => {
    const doors = closedDoors.filter((route) => route.callers.some((rule) => rule.startsWith('operator:')))
    const narrow = new Map<string, Call>()
    for (const route of doors) {
      const others = scopes.filter((scope) => !route.callers.includes(`operator:${scope}`))
      narrow.set(route.name, callerOf(edge.app, (await key(others)).token))
    }
    await expectAll(doors, (route) => narrow.get(route.name)!, 403, 'forbidden')
  })

  it('an operator with every scope is refused where only members call', () => {
    const doors = closedDoors.filter((route) => route.callers.every((rule) => rule === 'member'))
    expect(doors.length).toBeGreaterThan(20)
    return expectAll(doors, () => callerOf(edge.app, operator), 403, 'forbidden')
  })

  it('a member is refused where only operators call', () => {
    const doors = closedDoors.filter((route) => !route.callers.includes('member'))
    expect(doors.length).toBeGreaterThan(20)
    return expectAll(doors, () => callerOf(edge.app, stranger.token), 403, 'forbidden')
  })
})

/** About another member by design: whom one keeps as a contact, blocks or reports is one's own affair. */
const ownLists = ['putContact', 'putBlock', 'reportMember']

describe('a member', () => {
  it('is told that what is another’s is not there, and changes nothing of it', () => {
    const doors = closedDoors.filter(
      (route) =>
        route.callers.includes('member') && route.path.includes('{') && !ownLists.includes(route.name),
    )
    expect(doors.length).toBeGreaterThan(20)
    return expectAll(doors, () => callerOf(edge.app, stranger.token), 404, 'not_found', ['idempotency'])
  })

  it('of an organisation is refused in another role than a route asks for, and changes nothing', async () => {
    const doors = routes.filter((route) => route.roles !== undefined)
    expect(doors.length).toBeGreaterThan(20)
    const token = (await session(agentId)).token
    const call = callerOf(edge.app, token)
    const before = await worldHash(sql, ['idempotency'])
    const wrong: string[] = []
    for (const route of doors) {
      const reply = await knock(route, call)
      const own = route.name === 'endOrganisationMembership'
      const codes = ['role_missing', 'not_found', ...(own ? ['last_administrator'] : [])]
      if (!codes.includes(String(reply.body.code)))
        wrong.push(`${route.name} answered ${reply.text.slice(0, 200)}`)
    }
    expect(wrong).toEqual([])
    expect(await worldHash(sql, ['idempotency'])).toBe(before)
  })

  it('cannot listen to another’s packet, transfer or stream', async () => {
    const call = callerOf(edge.app, stranger.token)
    for (const topics of [`packet:${owned.pkt}`, `transfer:${owned.tr}`, `me,packet:${owned.pkt}`]) {
      expect(await call('GET', `/v1/events?topics=${topics}`)).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      })
    }
    for (const topics of ['all', `member:${owned.mem}`, `packet:${owned.tr}`, 'key:x', '']) {
      expect(await call('GET', `/v1/events?topics=${topics}`)).toMatchObject({
        status: 400,
        body: { code: 'invalid_request' },
      })
    }
  })
})

describe('a route', () => {
  it('names its callers and its refusals, and has a name and an address of its own', () => {
    for (const route of routes) expect(route.callers.length, route.name).toBeGreaterThan(0)
    expect(new Set(routes.map((route) => route.name)).size).toBe(routes.length)
    expect(new Set(routes.map((route) => `${route.method} ${route.path}`)).size).toBe(routes.length)
  })
})

/** A "no" for who somebody is, or that does not even say that there is something. */
const noes = ['role_missing', 'not_found', 'forbidden', 'not_an_approver', 'own_act', 'unauthenticated']
/** Who sends or approves sees what they sent themselves: the one that is there is the sender's. */
const anothers = ['readSendOnBehalf as approver']

describe('a role', () => {
  let house: EveryRole
  beforeAll(async () => {
    const tokenOf = async (memberId: string) => (await session(memberId)).token
    house = await everyRole({ service, app: edge.app, operator, tokenOf })
  })

  const may = (route: Route, who: Person) => route.roles!.some((role) => role === who)
  /** What each of them is answered at each door, where that is not as it must be. */
  async function wrongAt(
    doors: readonly Route[],
    asks: (route: Route, who: Person) => boolean,
    isNo: boolean,
  ) {
    const wrong: string[] = []
    for (const route of doors) {
      const whos = persons.filter((one) => asks(route, one))
      // One after the other: what one of them has done is nobody's luck.
      const answers: Answer[] = []
      for (const who of whos) answers.push(await house.knock(route, who))
      for (const [i, { status, code }] of answers.entries()) {
        const at = `${route.name} as ${whos[i]}`
        const refused = code !== undefined && noes.includes(code)
        const isWrong = refused !== (isNo || anothers.includes(at)) || code === 'invalid_request'
        if (isWrong || status >= 500) wrong.push(`${at}: ${status} ${code ?? ''}`)
      }
    }
    return wrong
  }

  it('is refused at every door that does not name it, about what is there, and changes nothing', async () => {
    expect(roleDoors.length).toBeGreaterThan(40)
    const before = await worldHash(sql, ['idempotency'])
    expect(await wrongAt(roleDoors, (route, who) => !may(route, who), true)).toEqual([])
    expect(await worldHash(sql, ['idempotency'])).toBe(before)
  })

  it('is let in at every door that names it, and whoever it is at every door of one’s own', async () => {
    const reads = roleDoors.filter(({ method }) => method === 'GET')
    const writes = roleDoors.filter(({ method }) => method !== 'GET')
    // What ends a thing comes last, and a draft is published before the same person writes into it.
    const ending = ({ method, name }: Route) =>
      name.startsWith('end') ? 3 : method === 'DELETE' ? 2 : name === 'changePolicyDraft' ? 1 : 0
    const doors = [...reads, ...writes.toSorted((a, b) => ending(a) - ending(b))]
    expect(await wrongAt(doors, may, false)).toEqual([])
    expect(ownDoors.length).toBeGreaterThan(20)
    expect(await wrongAt(ownDoors, () => true, false)).toEqual([])
  })

  it('an operator’s key with the one scope that a door needs is let in there', async () => {
    const keys = new Map<string, string>()
    for (const scope of scopes) keys.set(scope, (await key([scope])).token)
    // A key gives no scope that it has not, and the sample asks for another.
    const doors = closedDoors.filter(
      ({ name, stream, bodyTypes }) => name !== 'createKey' && !stream && !bodyTypes,
    )
    const answers = doors.map(async (route) => {
      const rule = route.callers.find((one) => one.startsWith('operator:'))
      if (rule === undefined) return []
      const call = callerOf(edge.app, keys.get(rule.slice('operator:'.length))!)
      const { status, body } = await knock(route, call)
      return status === 401 || body.code === 'forbidden' ? [`${route.name}: ${status}`] : []
    })
    const wrong = (await Promise.all(answers)).flat()
    expect(wrong).toEqual([])
  })
})
