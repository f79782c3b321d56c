/**
 * The same request a hundred times at once, through two servers, on every write route: one answer, one effect. Each
 * row is a request that succeeds; the table covers every route that writes under a key, and the claim.
 */

import { generateKeyPairSync } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApp, type App } from '@laisee/server/app.ts'
import { auditEverything } from '@laisee/server/audit/audit.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import { scopes } from '@laisee/server/keys/scopes.ts'
import { routes } from '@laisee/server/routes.ts'
import { groupOf, memberWith, startTestService, type TestService } from '@laisee/server/testing/service.ts'
import { collectionRows } from './collection-rows.ts'
import { caseRows } from './case-rows.ts'
import { ladderRows } from './ladder-rows.ts'
import { limitRows } from './limit-rows.ts'
import { passkeyRows } from './passkey-rows.ts'
import { organisationRows } from './organisation-rows.ts'
import { returnRows } from './return-rows.ts'

let service: TestService
let apps: App[]
let sql: pg.Client
let operator: string
let ann: string
let bob: string
let annToken: string
let bobToken: string
let groupId: string
let hostId: string
let key = 0

async function tokenOf(memberId: string): Promise<string> {
  const { ctx } = service
  const ask = { memberId, lifetimeMs: 30 * 86_400_000, by: 'test' }
  return (await ctx.db.transaction((tx) => mintSession(tx, ctx, ask))).token
}

beforeAll(async () => {
  service = await startTestService()
  const { ctx } = service
  apps = [await createApp(ctx, { limits: 'off' }), await createApp(service.another().ctx, { limits: 'off' })]
  const ask = { name: 'all', scopes, expiresAt: null, by: 'test' }
  operator = (await ctx.db.transaction((tx) => createKey(tx, ctx, ask))).token
  ann = await memberWith(ctx, '安', 10_000_000n)
  bob = await memberWith(ctx, '波', 10_000_000n)
  annToken = await tokenOf(ann)
  bobToken = await tokenOf(bob)
  groupId = await groupOf(ctx, '家', [ann, bob])
  hostId = String((await call(operator, 'POST', '/v1/hosts', hostBody('first'))).body.id)
  sql = new pg.Client({ connectionString: service.url })
  await sql.connect()
})
afterAll(async () => {
  await sql.end()
  for (const app of apps) await app.stop()
  await service.close()
})

interface Answer {
  status: number
  body: Record<string, unknown>
}

async function call(
  token: string,
  method: string,
  url: string,
  body?: object,
  options: { key?: string; app?: number } = {},
): Promise<Answer> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    'idempotency-key': options.key ?? `one-${key++}`,
  }
  const bytes = Buffer.isBuffer(body) ? body : undefined
  if (body) headers['content-type'] = bytes ? 'application/pdf' : 'application/json'
  const reply = await apps[options.app ?? 0]!.app.inject({
    method: method as 'POST',
    url,
    headers,
    ...(body && { payload: bytes ?? JSON.stringify(body) }),
  })
  return {
    status: reply.statusCode,
    body: reply.payload === '' ? {} : (reply.json() as Record<string, unknown>),
  }
}

/** Make what a row needs, through the API; gives its id. */
async function made(token: string, url: string, body: object, wait = true): Promise<string> {
  const answer = await call(token, 'POST', url, body)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  if (wait) await service.forward(10_001)
  return String(answer.body.id)
}

function hostBody(name: string): object {
  const jwk = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
  return {
    name,
    issuer: `https://${name}.example`,
    jwks: { keys: [{ ...jwk, kid: 'k1', alg: 'EdDSA', use: 'sig' }] },
  }
}

/** A token as a host application of its own signs it for a member, good for an hour by the service's clock. */
async function signedTokenOf(memberId: string): Promise<string> {
  const pair = await generateKeyPair('EdDSA', { extractable: true })
  const issuer = `https://signs-${key}.example`
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' }
  const ask = { name: '群聊', issuer, jwks: { keys: [jwk] } }
  const host = await call(operator, 'POST', '/v1/hosts', ask)
  await call(operator, 'PUT', `/v1/hosts/${String(host.body.id)}/members/u`, { memberId })
  const iat = Math.floor((await service.ctx.db.transaction((tx) => tx.now())) / 1_000)
  return new SignJWT({ iss: issuer, aud: 'laisee', sub: 'u', iat, exp: iat + 3_600 })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
    .sign(pair.privateKey)
}

const direct = () => ({ kind: 'direct', recipientIds: [bob], total: 100, count: 1 })
const packet = (more: object = {}, wait = true) =>
  made(annToken, '/v1/packets', { ...direct(), ...more }, wait)
const transfer = (more: object = {}, wait = true) =>
  made(annToken, '/v1/transfers', { payeeId: bob, amount: 100, delayS: 7_200, ...more }, wait)
/** Somebody whose every send waits an hour, and what they have sent: a minute ago, so that they may let it go. */
async function held(url: string, body: object): Promise<Request> {
  const token = await tokenOf(await stranger())
  await call(token, 'PUT', '/v1/me/care', { holdFrom: 1, holdRelations: [], holdS: 3_600 })
  const id = await made(token, url, body, false)
  await service.forward(60_000)
  return by(token, 'POST', `${url}/${id}/end-hold`)
}
const stranger = () => memberWith(service.ctx, '生', 1_000n)

interface Request {
  token: string
  method: string
  url: string
  body?: object
}
const by = (token: string, method: string, url: string, body?: object): Request => ({
  token,
  method,
  url,
  ...(body && { body }),
})

/** What the rows of other files need. */
function ground() {
  return {
    operator: () => operator,
    stranger,
    tokenOf,
    made: (token: string, url: string, body: object) => made(token, url, body, false),
    by,
  }
}

/** By the route's name: the request, and how many events its one effect tells. */
const rows: Record<string, [make: () => Promise<Request>, events: number]> = {
  ...organisationRows({ service: () => service, operator: () => operator, stranger, tokenOf, call }),
  ...caseRows({ service: () => service, operator: () => operator, stranger, tokenOf, call }),
  createMember: [async () => by(operator, 'POST', '/v1/members', { name: '新' }), 1],
  forgetMember: [
    async () => by(operator, 'POST', `/v1/members/${await memberWith(service.ctx, '走', 0n)}/forget`),
    2,
  ],
  changeMember: [async () => by(operator, 'PATCH', `/v1/members/${await stranger()}`, { name: '改' }), 1],
  changeMe: [async () => by(annToken, 'PATCH', '/v1/me', { timeZone: 'Asia/Urumqi' }), 1],
  setMyCare: [
    async () =>
      by(await tokenOf(await stranger()), 'PUT', '/v1/me/care', {
        holdFrom: 1,
        holdRelations: [],
        holdS: 60,
      }),
    1,
  ],
  ...limitRows(ground()),
  ...ladderRows(ground()),
  ...returnRows(ground(), {
    async pass(ms) {
      await service.forward(ms)
      await service.sweep()
    },
    seen: async (token, url) => (await call(token, 'GET', url)).body,
  }),
  ...collectionRows(ground(), () => sql),
  ...passkeyRows({
    async member() {
      const id = await stranger()
      const token = await tokenOf(id)
      return { id, token, call: (method, url, body) => call(token, method, url, body) }
    },
    operator: () => operator,
    packet: direct,
    by,
  }),
  setExternalId: [async () => by(operator, 'PUT', `/v1/hosts/${hostId}/members/u1`, { memberId: ann }), 1],
  removeExternalId: [
    async () => {
      await call(operator, 'PUT', `/v1/hosts/${hostId}/members/u2`, { memberId: ann })
      return by(operator, 'DELETE', `/v1/hosts/${hostId}/members/u2`)
    },
    1,
  ],
  putContact: [async () => by(annToken, 'PUT', `/v1/contacts/${await stranger()}`, { alias: '阿生' }), 1],
  deleteContact: [
    async () => {
      const id = await stranger()
      await call(annToken, 'PUT', `/v1/contacts/${id}`, {})
      return by(annToken, 'DELETE', `/v1/contacts/${id}`)
    },
    1,
  ],
  putBlock: [async () => by(annToken, 'PUT', `/v1/blocks/${await stranger()}`), 1],
  deleteBlock: [
    async () => {
      const id = await stranger()
      await call(annToken, 'PUT', `/v1/blocks/${id}`)
      return by(annToken, 'DELETE', `/v1/blocks/${id}`)
    },
    1,
  ],
  createGroup: [async () => by(operator, 'POST', '/v1/groups', { name: '群', memberIds: [ann, bob] }), 1],
  renameGroup: [async () => by(annToken, 'PATCH', `/v1/groups/${groupId}`, { name: '新家' }), 1],
  joinGroup: [
    async () => by(operator, 'POST', `/v1/groups/${groupId}/members`, { memberIds: [await stranger()] }),
    1,
  ],
  leaveGroup: [
    async () => {
      const id = await stranger()
      await call(operator, 'POST', `/v1/groups/${groupId}/members`, { memberIds: [id] })
      return by(operator, 'DELETE', `/v1/groups/${groupId}/members/${id}`)
    },
    1,
  ],
  topUp: [async () => by(operator, 'POST', '/v1/top-ups', { memberId: ann, amount: 500 }), 1],
  withdraw: [async () => by(operator, 'POST', '/v1/withdrawals', { memberId: ann, amount: 500 }), 1],
  freezeWallet: [
    async () => by(operator, 'PUT', `/v1/members/${await stranger()}/freeze`, { reason: '查' }),
    1,
  ],
  unfreezeWallet: [
    async () => {
      const id = await stranger()
      await call(operator, 'PUT', `/v1/members/${id}/freeze`, { reason: '查' })
      return by(operator, 'DELETE', `/v1/members/${id}/freeze`)
    },
    1,
  ],
  sendPacket: [async () => by(annToken, 'POST', '/v1/packets', direct()), 1],
  endPacketHold: [() => held('/v1/packets', direct()), 1],
  endTransferHold: [() => held('/v1/transfers', { payeeId: bob, amount: 100, delayS: 7_200 }), 1],
  undoPacket: [async () => by(annToken, 'POST', `/v1/packets/${await packet({}, false)}/undo`), 1],
  recallPacket: [async () => by(annToken, 'POST', `/v1/packets/${await packet()}/recall`, {}), 2],
  pausePacket: [async () => by(annToken, 'POST', `/v1/packets/${await packet()}/pause`), 2],
  releasePacket: [
    async () => by(annToken, 'POST', `/v1/packets/${await packet({ openAs: 'paused' })}/release`),
    2,
  ],
  declinePacket: [async () => by(bobToken, 'POST', `/v1/packets/${await packet()}/decline`), 2],
  askNotToOpenPacket: [async () => by(annToken, 'POST', `/v1/packets/${await packet()}/ask-not-to-open`), 2],
  claimPacket: [async () => by(bobToken, 'POST', `/v1/packets/${await packet()}/claims`, {}), 3],
  sendTransfer: [async () => by(annToken, 'POST', '/v1/transfers', { payeeId: bob, amount: 100 }), 1],
  undoTransfer: [async () => by(annToken, 'POST', `/v1/transfers/${await transfer({}, false)}/undo`), 1],
  recallTransfer: [async () => by(annToken, 'POST', `/v1/transfers/${await transfer()}/recall`, {}), 2],
  acceptTransfer: [
    async () =>
      by(bobToken, 'POST', `/v1/transfers/${await transfer({ profile: 'wechat-personal' })}/accept`),
    2,
  ],
  declineTransfer: [async () => by(bobToken, 'POST', `/v1/transfers/${await transfer()}/decline`), 2],
  markInboxRead: [
    async () => {
      await packet()
      await service.sweep()
      const unread = async () => (await call(bobToken, 'GET', '/v1/inbox?limit=1')).body.unreadCount
      await expect.poll(unread).not.toBe(0)
      return by(bobToken, 'POST', '/v1/inbox/read', { through: 'all' })
    },
    1,
  ],
  cancelRequest: [
    async () => {
      const sendKey = `lost-${key++}`
      await call(annToken, 'POST', '/v1/packets', direct(), { key: sendKey })
      return by(annToken, 'POST', '/v1/cancel', { idempotencyKey: sendKey })
    },
    1,
  ],
  makeSignInLink: [async () => by(operator, 'POST', `/v1/members/${await stranger()}/sign-in-links`, {}), 1],
  signIn: [
    async () => {
      const link = await call(operator, 'POST', `/v1/members/${await stranger()}/sign-in-links`, {})
      return by('', 'POST', '/v1/sign-in', { code: link.body.code })
    },
    1,
  ],
  keepSession: [async () => by(await signedTokenOf(await stranger()), 'POST', '/v1/sessions', {}), 2],
  mintSession: [async () => by(operator, 'POST', `/v1/members/${ann}/sessions`, {}), 1],
  revokeSession: [
    async () => {
      const id = await made(operator, `/v1/members/${bob}/sessions`, {}, false)
      return by(operator, 'DELETE', `/v1/members/${bob}/sessions/${id}`)
    },
    1,
  ],
  signOutMember: [async () => by(operator, 'POST', `/v1/members/${await stranger()}/sign-out`), 1],
  addHost: [async () => by(operator, 'POST', '/v1/hosts', hostBody('second')), 1],
  changeHost: [async () => by(operator, 'PUT', `/v1/hosts/${hostId}`, hostBody('renamed')), 1],
  removeHost: [
    async () =>
      by(operator, 'DELETE', `/v1/hosts/${await made(operator, '/v1/hosts', hostBody('third'), false)}`),
    1,
  ],
  createKey: [async () => by(operator, 'POST', '/v1/keys', { name: 'k', scopes: ['money:read'] }), 1],
  rotateKey: [
    async () =>
      by(
        operator,
        'POST',
        `/v1/keys/${await made(operator, '/v1/keys', { name: 'r', scopes: ['money:read'] }, false)}/rotate`,
      ),
    1,
  ],
  revokeKey: [
    async () =>
      by(
        operator,
        'DELETE',
        `/v1/keys/${await made(operator, '/v1/keys', { name: 'v', scopes: ['money:read'] }, false)}`,
      ),
    1,
  ],
  forwardClock: [async () => by(annToken, 'POST', '/v1/clock/forward', { byMs: 5 }), 0],
  signInToDemo: [async () => by('', 'POST', '/v1/demo/sign-in', { memberId: await stranger() }), 1],
  joinDemo: [async () => by('', 'POST', '/v1/demo/newcomers', { name: '客人' }), 2],
}

const events = async () =>
  Number((await sql.query<{ n: string }>('select count(*) as n from event')).rows[0]!.n)

it.each(Object.entries(rows))(
  '%s: a hundred at once have one answer and one effect',
  async (name, [make, told]) => {
    const { token, method, url, body } = await make()
    const before = await events()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        call(token, method, url, body, { key: `hundred-${name}`, app: i % 2 }),
      ),
    )
    const different = new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body])))
    expect([...different]).toHaveLength(1)
    expect(answers[0]!.status, [...different][0]).toBeLessThan(300)
    expect((await events()) - before).toBe(told)
  },
)

/** A pack takes a second to make; that the same facts make the same one is in the tests of evidence. */
const tooLong = new Set(['makeEvidencePack', 'makeDisputePack'])

it('the table covers every route that writes', () => {
  const isWrite = ({ method, idempotent }: (typeof routes)[number]) =>
    method !== 'GET' && idempotent !== 'read'
  const writes = routes.filter((route) => isWrite(route) && !tooLong.has(route.name))
  expect(Object.keys(rows).sort()).toEqual(writes.map((route) => route.name).sort())
})

it('every fen is accounted for afterwards', async () => {
  const report = await auditEverything(service.ctx.db)
  expect(report.checks.filter((check) => !check.ok)).toEqual([])
})
