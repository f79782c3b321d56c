/** Tokens that host applications sign: which are taken, and everything that is wrong with those that are not. */

import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { secondMs, toIso } from '@laisee/core/instant.ts'
import { createApp, type App } from '../app.ts'
import { callerOf, type Call } from '../testing/api.ts'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { forgetEndedTokens } from '../jobs/forget-signed-tokens.ts'
import { memberWith, startTestService, type TestService } from '../testing/service.ts'
import { createKey } from './create-key.ts'
import { createGate } from './gate.ts'
import { scopes } from './scopes.ts'
import { verifyToken } from './verify.ts'

const toldSignIns = statement<
  [memberId: string],
  { kind: string; data: { expiresAt: string }; audience: string[] }
>(
  'test_told_sign_ins',
  `select kind, data, audience from event where audience = array[$1::text] and kind = 'session.created'`,
)
const forgetAllTokens = statement<[], object>('test_forget_all_tokens', 'delete from signed_token')

const now = Date.parse('2026-02-17T12:00:00Z')
const issuer = 'https://chat.example'
const dayS = 86_400

interface Pair {
  privateKey: CryptoKey
  jwk: JWK
}

let service: TestService
let edge: App
let operator: Call
let memberId: string
let hostId: string
const pairs: Record<string, Pair> = {}

async function pairOf(kid: string, algorithm: string): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, {
    extractable: true,
    modulusLength: 2_048,
  })
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid } }
}

beforeAll(async () => {
  service = await startTestService()
  await service.freeze(now)
  const { ctx } = service
  edge = await createApp(ctx, { limits: 'off' })
  memberId = await memberWith(ctx, '安', 0n)
  const key = await ctx.db.transaction((tx) =>
    createKey(tx, ctx, { name: 'test', scopes, expiresAt: null, by: 'test' }),
  )
  operator = callerOf(edge.app, key.token)
  for (const algorithm of ['EdDSA', 'ES256', 'RS256', 'RS512', 'ES384'])
    pairs[algorithm] = await pairOf(algorithm, algorithm)
  pairs.stranger = await pairOf('EdDSA', 'EdDSA')
  const keys = ['EdDSA', 'ES256', 'RS256'].map((name) => pairs[name]!.jwk)
  const host = await operator('POST', '/v1/hosts', { body: { name: '群聊', issuer, jwks: { keys } } })
  expect(host.status).toBe(201)
  hostId = host.body.id as string
  const named = await operator('PUT', `/v1/hosts/${hostId}/members/user-1`, { body: { memberId } })
  expect(named.status).toBe(200)
})
afterAll(async () => {
  await edge.stop()
  await service.close()
})

interface Claims {
  iss?: string
  aud?: string | string[]
  sub?: string
  iat?: number
  exp?: number
  nbf?: number
}

const good: Claims = {
  iss: issuer,
  aud: 'laisee',
  sub: 'user-1',
  iat: now / secondMs,
  exp: now / secondMs + 3_600,
}

function sign(claims: Claims, algorithm = 'EdDSA', pair = pairs[algorithm]!): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: algorithm, kid: pair.jwk.kid! })
    .sign(pair.privateKey)
}

async function status(token: string): Promise<number> {
  return (await callerOf(edge.app, token)('GET', '/v1/me')).status
}

describe('a token signed by a host', () => {
  it.each(['EdDSA', 'ES256', 'RS256'])('speaks for the member the host means, by %s', async (algorithm) => {
    const reply = await callerOf(edge.app, await sign(good, algorithm))('GET', '/v1/me')
    expect(reply).toMatchObject({ status: 200, body: { id: memberId } })
  })

  it('may be for several audiences, and run for a day', async () => {
    expect(await status(await sign({ ...good, aud: ['other', 'laisee'], exp: good.iat! + dayS }))).toBe(200)
  })

  it.each<[string, Claims]>([
    ['of an unknown issuer', { iss: 'https://other.example' }],
    ['for another audience', { aud: 'payments' }],
    ['for no audience', { aud: undefined }],
    ['of nobody', { sub: undefined }],
    ['of a user the host has not named', { sub: 'user-2' }],
    ['without an end', { exp: undefined }],
    ['that has ended', { iat: good.iat! - 60, exp: good.iat! }],
    ['that runs for more than a day', { exp: good.iat! + dayS + 1 }],
    ['without a beginning', { iat: undefined }],
    ['from the future', { iat: good.iat! + 120 }],
    ['not yet begun', { nbf: good.iat! + 120 }],
    ['with a beginning that is no number', { iat: 'now' as unknown as number }],
  ])('is refused: %s', async (_, wrong) => {
    const claims = Object.fromEntries(
      Object.entries({ ...good, ...wrong }).filter(([, part]) => part !== undefined),
    )
    expect(await status(await sign(claims))).toBe(401)
  })

  it('is refused by a key the host does not have, even under a name it has', async () => {
    expect(await status(await sign(good, 'EdDSA', pairs.stranger!))).toBe(401)
  })

  it('is refused by any other algorithm: none, a weaker one, or the public key as a secret', async () => {
    expect(await status(new UnsecuredJWT({ ...good }).encode())).toBe(401)
    expect(await status(await sign(good, 'RS512'))).toBe(401)
    expect(await status(await sign(good, 'ES384'))).toBe(401)
    const secret = Buffer.from(JSON.stringify(pairs.RS256!.jwk))
    const confused = await new SignJWT({ ...good })
      .setProtectedHeader({ alg: 'HS256', kid: 'RS256' })
      .sign(secret)
    expect(await status(confused)).toBe(401)
  })

  it('is refused when altered', async () => {
    const [head, , signature] = (await sign(good)).split('.')
    const other = Buffer.from(JSON.stringify({ ...good, exp: good.exp! + 1 })).toString('base64url')
    expect(await status(`${head}.${other}.${signature}`)).toBe(401)
  })
})

describe('the first use of a token', () => {
  const signIns = () => service.ctx.db.run(toldSignIns, memberId)

  /** A database that counts what it is asked. */
  function counting(): { db: Db; asked: string[] } {
    const { db } = service.ctx
    const asked: string[] = []
    const counted: Db = {
      ...db,
      run: (one, ...params) => (asked.push(one.name), db.run(one, ...params)),
      transaction: (work) => (asked.push('transaction'), db.transaction(work)),
    }
    return { db: counted, asked }
  }

  it('is told as a sign-in, once, to however many servers it comes at the same time', async () => {
    const token = await sign({ ...good, exp: good.iat! + 1_000 })
    const servers = Array.from({ length: 8 }, () => verifyToken(service.ctx.db, token, true))
    for (const verified of await Promise.all(servers)) expect(verified).toMatchObject({ actorId: memberId })
    expect(await status(token)).toBe(200)
    const data = { memberId, expiresAt: toIso(now + 1_000 * secondMs), by: hostId, way: 'signed_token' }
    const told = (await signIns()).filter((event) => event.data.expiresAt === data.expiresAt)
    expect(told).toEqual([{ kind: 'session.created', data, audience: [memberId] }])
  })

  it('is the only one that writes: another server asks no more than before, the same one nothing', async () => {
    const token = await sign({ ...good, exp: good.iat! + 1_001 })
    const first = counting()
    await verifyToken(first.db, token, true)
    expect(first.asked.at(-1)).toBe('transaction')
    const second = counting()
    const gate = createGate({ db: second.db, demo: true, log: service.ctx.log })
    await gate.start()
    second.asked.length = 0
    await gate.verify(token)
    const reads = ['host_read_by_issuer', 'external_id_read_member', 'signed_token_read_standing']
    expect(second.asked).toEqual(reads)
    expect(gate.known(token)).toMatchObject({ actorId: memberId })
    expect(second.asked).toEqual(reads)
    await gate.stop()
  })

  it('lets nobody in where it cannot be written down, and is kept only until the token ends', async () => {
    const token = await sign({ ...good, exp: good.iat! + 900 })
    const { db } = service.ctx
    const broken: Db = { ...db, transaction: () => Promise.reject(new Error('no disk')) }
    await expect(verifyToken(broken, token, true)).rejects.toThrow('no disk')
    await db.run(forgetAllTokens)
    expect(await status(token)).toBe(200)
    expect(await status(await sign({ ...good, exp: good.iat! + 901 }))).toBe(200)
    await service.freeze(now + 900 * secondMs)
    expect([await forgetEndedTokens(db), await forgetEndedTokens(db)]).toEqual([1, 0])
    await service.freeze(now)
  })

  it('is none of a token that is not good', async () => {
    const before = (await signIns()).length
    expect(await status(await sign({ ...good, aud: 'payments' }))).toBe(401)
    expect(await signIns()).toHaveLength(before)
  })
})

describe('a host', () => {
  it('speaks for nobody by an external id that was taken away, however lately its token was taken', async () => {
    const named = { memberId }
    expect((await operator('PUT', `/v1/hosts/${hostId}/members/user-3`, { body: named })).status).toBe(200)
    const token = await sign({ ...good, sub: 'user-3' })
    const other = await sign(good)
    expect([await status(token), await status(other)]).toEqual([200, 200])
    expect((await operator('DELETE', `/v1/hosts/${hostId}/members/user-3`)).status).toBe(204)
    expect([await status(token), await status(other)]).toEqual([401, 200])
  })

  it('signs its members out with everyone else: what it signed before is refused, what it signs after is taken', async () => {
    await service.freeze(now + 10 * secondMs)
    const before = await sign({ ...good, iat: good.iat! + 5 })
    const after = await sign({ ...good, iat: good.iat! + 10 })
    expect([await status(before), await status(after)]).toEqual([200, 200])
    const signedOut = await operator('POST', `/v1/members/${memberId}/sign-out`)
    expect(signedOut).toMatchObject({ status: 200, body: { at: toIso(now + 10 * secondMs) } })
    expect([await status(before), await status(after)]).toEqual([401, 200])
  })

  it('whose keys are replaced is not believed by the old ones, and its change is told', async () => {
    const next = await pairOf('next', 'ES256')
    const old = await sign({ ...good, iat: good.iat! + 10 })
    expect(await status(old)).toBe(200)
    const body = { name: '群聊', issuer, jwks: { keys: [next.jwk] } }
    expect((await operator('PUT', `/v1/hosts/${hostId}`, { body })).status).toBe(200)
    expect(await status(old)).toBe(401)
    expect(await status(await sign({ ...good, iat: good.iat! + 10 }, 'ES256', next))).toBe(200)
    await vi.waitFor(async () => expect(await hostEvents()).toEqual(['registered', 'changed']), {
      timeout: 5_000,
    })
  })

  it('that is removed is not believed, and its issuer is free again', async () => {
    const next = await pairOf('last', 'EdDSA')
    const body = { name: '群聊', issuer, jwks: { keys: [next.jwk] } }
    expect(await operator('POST', '/v1/hosts', { body })).toMatchObject({
      status: 409,
      body: { code: 'issuer_taken' },
    })
    await operator('PUT', `/v1/hosts/${hostId}`, { body })
    const token = await sign({ ...good, iat: good.iat! + 10 }, 'EdDSA', next)
    expect(await status(token)).toBe(200)
    expect((await operator('DELETE', `/v1/hosts/${hostId}`)).status).toBe(204)
    expect(await status(token)).toBe(401)
    expect(await operator('DELETE', `/v1/hosts/${hostId}`)).toMatchObject({
      status: 409,
      body: { code: 'already_revoked' },
    })
    expect((await operator('POST', '/v1/hosts', { body })).status).toBe(201)
    expect(await status(token)).toBe(401)
    await vi.waitFor(async () => expect((await hostEvents()).at(-1)).toBe('removed'), { timeout: 5_000 })
  })

  it.each<[string, () => JWK, string]>([
    ['its private key', () => ({ ...pairs.EdDSA!.jwk, d: 'AAAA' }), 'jwks.keys.0.d'],
    ['a symmetric key', () => ({ kty: 'oct', kid: 'x' }), 'jwks.keys.0'],
    ['a key of another curve', () => pairs.ES384!.jwk, 'jwks.keys.0'],
    ['a key for another algorithm', () => ({ ...pairs.RS256!.jwk, alg: 'RS512' }), 'jwks.keys.0'],
    ['a key for encryption', () => ({ ...pairs.RS256!.jwk, use: 'enc' }), 'jwks.keys.0'],
    ['a point that is on no curve', () => ({ ...pairs.ES256!.jwk, x: 'AAAA' }), 'jwks.keys.0'],
    [
      'a short RSA key',
      () => ({ kty: 'RSA', e: 'AQAB', n: Buffer.alloc(128, 255).toString('base64url') }),
      'jwks.keys.0',
    ],
  ])('cannot be registered with %s', async (_, key, field) => {
    const body = { name: 'x', issuer: 'https://x.example', jwks: { keys: [key()] } }
    expect(await operator('POST', '/v1/hosts', { body })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ field }] },
    })
  })
})

async function hostEvents(): Promise<unknown[]> {
  const page = await operator('GET', '/v1/events?limit=200')
  const events = page.body.events as { kind: string; sourceId: string; data: { change: string } }[]
  return events.filter((event) => event.sourceId === hostId).map((event) => event.data.change)
}
