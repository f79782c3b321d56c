/** A host's short token exchanged for a session: it outlives the token, and never the host's word for the member. */

import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { dayMs, hourMs, secondMs, toIso } from '@laisee/core/instant.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import { callerOf, type Call, type Reply } from '../testing/api.ts'
import { openCallers, type Callers } from '../testing/callers.ts'
import { keepSession } from './keep-session.ts'

const start = Date.parse('2031-02-17T12:00:00Z')

let callers: Callers
let privateKey: CryptoKey
let jwk: JWK
let hosts = 0
let hostId: string
let issuer: string
let memberId: string

beforeAll(async () => {
  callers = await openCallers()
  const pair = await generateKeyPair('EdDSA', { extractable: true })
  privateKey = pair.privateKey
  jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1' }
})
beforeEach(async () => {
  await callers.service.freeze(start)
  hosts += 1
  issuer = `https://chat-${hosts}.example`
  const ask = { name: '群聊', issuer, jwks: { keys: [jwk] } }
  hostId = String((await callers.operator.call('POST', '/v1/hosts', ask)).body.id)
  memberId = (await callers.person('安')).id
  await callers.operator.call('PUT', `/v1/hosts/${hostId}/members/user-1`, { memberId })
})
afterAll(() => callers.close())

function by(token: unknown): Call {
  return callerOf(callers.app.app, String(token))
}

async function signed(): Promise<string> {
  const iat = start / secondMs
  return new SignJWT({ iss: issuer, aud: 'laisee', sub: 'user-1', iat, exp: iat + 60 })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
    .sign(privateKey)
}

async function kept(body: object = {}): Promise<Reply> {
  const reply = await by(await signed())('POST', '/v1/sessions', { body })
  expect(reply.status).toBe(201)
  return reply
}

const status = async (token: unknown) => (await by(token)('GET', '/v1/me')).status
const untilRefused = (token: unknown) =>
  vi.waitFor(async () => expect(await status(token)).toBe(401), { timeout: 5_000, interval: 50 })

it('a host’s token is exchanged for a session that outlives it, and is listed with its host', async () => {
  const session = await kept()
  expect(session.body).toMatchObject({ memberId, expiresAt: toIso(start + 30 * dayMs) })
  const [created] = await callers.events(String(session.body.id))
  expect(created).toMatchObject({ kind: 'session.created', data: { by: hostId }, audience: [memberId] })
  await callers.service.freeze(start + hourMs)
  expect(await status(session.body.token)).toBe(200)
  const listed = await by(session.body.token)('GET', `/v1/members/${memberId}/sessions`)
  expect((listed.body.items as object[])[0]).toMatchObject({ id: session.body.id, hostId, revokedAt: null })
})

it('a session lasts as long as it was asked for', async () => {
  const session = await kept({ lifetimeS: 60 })
  expect(session.body.expiresAt).toBe(toIso(start + 60 * secondMs))
})

it('a session is not exchanged for another, so that none goes on for ever', async () => {
  const session = await kept()
  const count = async () => (await callers.rows('select id from session')).length
  const before = await count()
  const again = await by(session.body.token)('POST', '/v1/sessions', { body: {} })
  expect(again).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect(await count()).toBe(before)
})

it('a session ends when the host no longer means this member', async () => {
  const session = await kept()
  const stays = await callers.person('波')
  expect(await status(session.body.token)).toBe(200)
  await callers.operator.call('DELETE', `/v1/hosts/${hostId}/members/user-1`)
  await untilRefused(session.body.token)
  expect((await stays.call('GET', '/v1/me')).status).toBe(200)
})

it('a session ends when its host is removed, and not when the host only takes new keys', async () => {
  const session = await kept()
  const pair = await generateKeyPair('EdDSA', { extractable: true })
  const next = { ...(await exportJWK(pair.publicKey)), kid: 'k2' }
  const change = { name: '群聊', issuer, jwks: { keys: [next] } }
  expect((await callers.operator.call('PUT', `/v1/hosts/${hostId}`, change)).status).toBe(200)
  expect(await status(session.body.token)).toBe(200)
  expect((await callers.operator.call('DELETE', `/v1/hosts/${hostId}`)).status).toBe(204)
  await untilRefused(session.body.token)
})

it('a token that a sign-out has ended is exchanged for nothing, however lately it was believed', async () => {
  const { ctx } = callers.service
  const token = await signed()
  // News of a change elsewhere may make the gate forget whom it knew.
  const verified = await vi.waitFor(async () => {
    expect(await status(token)).toBe(200)
    return callers.app.gate.known(token) ?? Promise.reject(new Error('not known yet'))
  })
  await callers.service.freeze(start + secondMs)
  await callers.operator.call('POST', `/v1/members/${memberId}/sign-out`)
  expect((await by(token)('POST', '/v1/sessions', { body: {} })).status).toBe(401)
  const { caller } = verified
  if (caller.kind !== 'member') throw new Error('a host signs for members')
  const late = ctx.db.transaction((tx) => keepSession(tx, ctx, { caller, lifetimeMs: dayMs }))
  await expect(late).rejects.toBeInstanceOf(RefusalError)
  await expect(late).rejects.toMatchObject({ refusal: { code: 'unauthenticated' } })
})
