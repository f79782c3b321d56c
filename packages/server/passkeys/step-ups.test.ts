/** Step-ups of sends: what is signed is what is sent, once; and nothing else moves money. */

import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { dayMs, hourMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { flagsOf, signWith, type Wrong } from './testing/authenticator.ts'
import { addKey, optionsFor, stepUpFor, type AddedKey } from './testing/key-ring.ts'

let callers: Callers
let ann: Person
let bob: Person
let added: AddedKey

const fromAmount = 10_000
const packet = (more: object = {}) => ({
  kind: 'direct',
  recipientIds: [bob.id],
  total: fromAmount,
  count: 1,
  ...more,
})
const transfer = (more: object = {}) => ({ payeeId: bob.id, amount: fromAmount, ...more })
const balanceOf = async (who: Person) => (await who.call('GET', '/v1/wallet')).body.balance
const send = (who: Person, body: object) => who.call('POST', '/v1/packets', body)

beforeAll(async () => {
  callers = await openCallers()
})
afterAll(async () => {
  const { checks } = await auditEverything(callers.service.ctx.db)
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
  await callers.close()
})
beforeEach(async () => {
  ann = await callers.person('安', 1_000_000n)
  bob = await callers.person('波')
  added = await addKey(ann)
  expect((await ann.call('PUT', '/v1/me/step-up', { fromAmount })).body.fromAmount).toBe(fromAmount)
})

it('nobody is asked below the sum they set, and everybody from it on', async () => {
  expect((await send(ann, packet({ total: fromAmount - 1 }))).status).toBe(201)
  const before = await balanceOf(ann)
  const refused = await send(ann, packet())
  expect(refused).toMatchObject({
    status: 403,
    body: { code: 'step_up_needed', reason: 'own', fromAmount, passkeys: 1, recoveryCodes: 10 },
  })
  expect(await balanceOf(ann)).toBe(before)
  expect((await ann.call('POST', '/v1/transfers', transfer())).body.code).toBe('step_up_needed')
})

it('a packet that a passkey signed for is sent, and the signature is on record', async () => {
  const stepUp = await stepUpFor(ann, added.key, { packet: packet() })
  const sent = await send(ann, packet({ stepUp }))
  expect(sent.status).toBe(201)
  expect(await balanceOf(ann)).toBe(1_000_000 - fromAmount)
  const [given] = (await callers.events(ann.id)).filter(({ kind }) => kind === 'step_up.given')
  expect(given).toMatchObject({
    audience: [ann.id],
    data: {
      way: 'passkey',
      passkeyId: added.passkeyId,
      signed: { kind: 'direct', payeeIds: [bob.id], total: fromAmount, count: 1 },
    },
  })
  expect((await callers.events(String(sent.body.id)))[0]!.kind).toBe('packet.sent')
})

it('a transfer, a lucky packet for a group and one by link are signed alike', async () => {
  const stepUp = await stepUpFor(ann, added.key, { transfer: transfer() })
  expect((await ann.call('POST', '/v1/transfers', transfer({ stepUp }))).status).toBe(201)
  const group = await callers.operator.call('POST', '/v1/groups', { name: '家', memberIds: [ann.id, bob.id] })
  for (const who of [{ groupId: group.body.id }, { link: true }]) {
    const lucky = { kind: 'lucky', total: 20_000, count: 2, ...who }
    const signed = await stepUpFor(ann, added.key, { packet: lucky })
    expect((await send(ann, { ...lucky, stepUp: signed })).status).toBe(201)
  }
})

it('the order in which people are named changes nothing', async () => {
  const eve = await callers.person('夜')
  const both = (recipientIds: string[]) => ({ kind: 'equal', total: 20_000, count: 2, recipientIds })
  const stepUp = await stepUpFor(ann, added.key, { packet: both([bob.id, eve.id]) })
  expect((await send(ann, { ...both([eve.id, bob.id]), stepUp })).status).toBe(201)
})

describe('what was signed for one send is worthless for another', () => {
  const rows: [what: string, change: () => Promise<object>][] = [
    ['another amount', () => Promise.resolve({ total: fromAmount + 1 })],
    ['another payee', async () => ({ recipientIds: [(await callers.person('骗')).id] })],
    ['another kind', () => Promise.resolve({ kind: 'lucky' })],
    [
      'another number of shares, by link',
      () => Promise.resolve({ kind: 'lucky', recipientIds: undefined, link: true, count: 2 }),
    ],
    ['by link', () => Promise.resolve({ kind: 'equal', recipientIds: undefined, link: true })],
  ]
  test.each(rows)('%s', async (_what, change) => {
    const stepUp = await stepUpFor(ann, added.key, { packet: packet() })
    const reply = await send(ann, { ...packet(await change()), stepUp })
    expect(reply.body).toMatchObject({ code: 'step_up_invalid', reason: 'signed_other' })
    expect(await balanceOf(ann)).toBe(1_000_000)
  })

  test('a transfer at once where one that can be recalled was signed, and the other way round', async () => {
    for (const [signed, sent] of [
      [7_200, 0],
      [0, 7_200],
    ]) {
      const stepUp = await stepUpFor(ann, added.key, { transfer: transfer({ delayS: signed }) })
      const reply = await ann.call('POST', '/v1/transfers', transfer({ delayS: sent, stepUp }))
      expect(reply.body).toMatchObject({ code: 'step_up_invalid', reason: 'signed_other' })
    }
    const stepUp = await stepUpFor(ann, added.key, { transfer: transfer({ delayS: 7_200 }) })
    expect((await ann.call('POST', '/v1/transfers', transfer({ delayS: 7_200, stepUp }))).status).toBe(201)
  })

  test('a transfer instead of a packet, and a setting instead of a send', async () => {
    const stepUp = await stepUpFor(ann, added.key, { packet: packet() })
    const moved = await ann.call('POST', '/v1/transfers', transfer({ stepUp }))
    expect(moved.body).toMatchObject({ reason: 'signed_other' })
    const forSend = await stepUpFor(ann, added.key, { packet: packet() })
    const lowered = await ann.call('PUT', '/v1/me/step-up', { fromAmount: null, stepUp: forSend })
    expect(lowered.body).toMatchObject({ reason: 'signed_other' })
    expect((await ann.call('GET', '/v1/me/step-up')).body.fromAmount).toBe(fromAmount)
  })
})

describe('a signature that is not good is refused by name, and nothing moves', () => {
  const rows: [what: string, wrong: () => Wrong, reason: string][] = [
    ['asked for by another site’s page', () => ({ origin: 'https://evil.example' }), 'wrong_origin'],
    ['asked for over http elsewhere', () => ({ origin: 'http://127.0.0.1:7860' }), 'wrong_origin'],
    ['asked for from within another page', () => ({ crossOrigin: true }), 'wrong_origin'],
    ['signed for another site', () => ({ rpId: 'evil.example' }), 'wrong_site'],
    ['without the person’s gesture', () => ({ flags: flagsOf.present }), 'not_verified'],
    ['without anybody there', () => ({ flags: flagsOf.verified }), 'not_verified'],
    ['signed by another key', () => ({ key: otherKey() }), 'signature_wrong'],
    ['a new passkey instead of a signature', () => ({ type: 'webauthn.create' }), 'wrong_kind'],
    ['over a challenge of its own', () => ({ challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }), 'challenge_unknown'],
    ['by a passkey nobody knows', () => ({ id: 'AAAAAAAAAAAAAAAAAAAAAA' }), 'passkey_unknown'],
  ]
  test.each(rows)('%s', async (_what, wrong, reason) => {
    const stepUp = await stepUpFor(ann, added.key, { packet: packet() }, wrong())
    const reply = await send(ann, packet({ stepUp }))
    expect(reply).toMatchObject({ status: 403, body: { code: 'step_up_invalid', reason } })
    expect(await balanceOf(ann)).toBe(1_000_000)
  })

  test('by another member’s passkey, for their own challenge or for this one', async () => {
    const eve = await callers.person('夜', 1_000_000n)
    const hers = await addKey(eve)
    const forHers = await stepUpFor(eve, hers.key, { packet: packet() })
    expect((await send(ann, packet({ stepUp: forHers }))).body).toMatchObject({ reason: 'challenge_unknown' })
    const options = await optionsFor(ann, { packet: packet() })
    const passkey = signWith(hers.key, { ...options, allowCredentials: [{ id: hers.key.id }] })
    const reply = await send(ann, packet({ stepUp: { passkey } }))
    expect(reply.body).toMatchObject({ reason: 'passkey_unknown' })
    expect(await balanceOf(ann)).toBe(1_000_000)
  })

  test('after five minutes, and a second time', async () => {
    const late = await stepUpFor(ann, added.key, { packet: packet() })
    await callers.service.forward(5 * 60_000)
    expect((await send(ann, packet({ stepUp: late }))).body).toMatchObject({ reason: 'challenge_expired' })
    const once = await stepUpFor(ann, added.key, { packet: packet() })
    expect((await send(ann, packet({ stepUp: once }))).status).toBe(201)
    expect((await send(ann, packet({ stepUp: once }))).body).toMatchObject({ reason: 'challenge_used' })
    expect(await balanceOf(ann)).toBe(1_000_000 - fromAmount)
  })

  test('a challenge that a bad signature was given for is spent', async () => {
    const options = await optionsFor(ann, { packet: packet() })
    const bad = { passkey: signWith(added.key, options, { key: otherKey() }) }
    expect((await send(ann, packet({ stepUp: bad }))).body).toMatchObject({ reason: 'signature_wrong' })
    const good = { passkey: signWith(added.key, options) }
    expect((await send(ann, packet({ stepUp: good }))).body).toMatchObject({ reason: 'challenge_used' })
  })

  test('bytes that are nothing at all, both at once, or neither', async () => {
    const { passkey } = await stepUpFor(ann, added.key, { packet: packet() })
    const spoiled = [
      [{ passkey: { ...passkey, clientDataJSON: 'AAAA' } }, 'unreadable'],
      [{ passkey: { ...passkey, authenticatorData: 'AAAA' } }, 'unreadable'],
    ] as const
    for (const [stepUp, reason] of spoiled)
      expect((await send(ann, packet({ stepUp }))).body).toMatchObject({ code: 'step_up_invalid', reason })
    for (const stepUp of [{}, { passkey, recoveryCode: 'a' }])
      expect((await send(ann, packet({ stepUp }))).body.code).toBe('invalid_request')
  })
})

const otherKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

it('a passkey whose counter went back is refused from then on, and its member is told', async () => {
  const sign = (signCount: number) => stepUpFor(ann, added.key, { packet: packet() }, { signCount })
  expect((await send(ann, packet({ stepUp: await sign(7) }))).status).toBe(201)
  const copied = await send(ann, packet({ stepUp: await sign(7) }))
  expect(copied.body).toMatchObject({ code: 'step_up_invalid', reason: 'passkey_copied' })
  expect(await balanceOf(ann)).toBe(1_000_000 - fromAmount)
  expect((await callers.events(ann.id)).at(-1)).toMatchObject({
    kind: 'passkey.copied',
    audience: [ann.id],
    data: { passkeyId: added.passkeyId, name: '我的手机' },
  })
  const { body } = await ann.call('POST', '/v1/step-ups', { packet: packet() })
  expect(body).toMatchObject({ code: 'passkey_missing', recoveryCodes: 10 })
  const refused = await send(ann, packet())
  expect(refused.body).toMatchObject({ code: 'step_up_needed', passkeys: 0, recoveryCodes: 10 })
})

it('nobody can have a passkey refused by a counter they did not sign', async () => {
  expect(
    (await send(ann, packet({ stepUp: await stepUpFor(ann, added.key, { packet: packet() }) }))).status,
  ).toBe(201)
  const wrong = { signCount: 0, key: otherKey() }
  const forged = await stepUpFor(ann, added.key, { packet: packet() }, wrong)
  expect((await send(ann, packet({ stepUp: forged }))).body).toMatchObject({ reason: 'signature_wrong' })
  const good = await stepUpFor(ann, added.key, { packet: packet() }, { signCount: 2 })
  expect((await send(ann, packet({ stepUp: good }))).status).toBe(201)
})

it('a passkey that a cloud keeps counts nothing, and signs again and again', async () => {
  for (let i = 0; i < 3; i++) {
    const stepUp = await stepUpFor(ann, added.key, { packet: packet() }, { signCount: 0 })
    expect((await send(ann, packet({ stepUp }))).status).toBe(201)
  }
})

it('a recovery code stands for a passkey once', async () => {
  const stepUp = { recoveryCode: added.recoveryCodes![3]! }
  expect((await send(ann, packet({ stepUp }))).status).toBe(201)
  expect((await send(ann, packet({ stepUp }))).body).toMatchObject({ reason: 'code_used' })
  expect(await balanceOf(ann)).toBe(1_000_000 - fromAmount)
})

it('a code or signature is not used up by a send that is refused for something else', async () => {
  const stepUp = { recoveryCode: added.recoveryCodes![0]! }
  const much = await send(ann, { kind: 'lucky', total: 1_000_001, count: 100, link: true, stepUp })
  expect(much.body.code).toBe('balance_too_low')
  expect((await send(ann, packet({ stepUp }))).status).toBe(201)
})

it('one signature in twenty requests at once sends once', async () => {
  const stepUp = await stepUpFor(ann, added.key, { packet: packet() })
  const replies = await Promise.all(Array.from({ length: 20 }, () => send(ann, packet({ stepUp }))))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  const rest = replies.filter(({ status }) => status !== 201).map(({ body }) => body.reason ?? body.code)
  for (const reason of rest) expect(['challenge_used', 'step_up_attempts_used_up']).toContain(reason)
  expect(await balanceOf(ann)).toBe(1_000_000 - fromAmount)
})

it('signatures that fail are counted: after twenty none is looked at for ten minutes', async () => {
  const bad = {
    passkey: { ...(await stepUpFor(ann, added.key, { packet: packet() })).passkey, clientDataJSON: 'AAAA' },
  }
  for (let i = 0; i < 20; i++) await send(ann, packet({ stepUp: bad }))
  const good = await stepUpFor(ann, added.key, { packet: packet() })
  const reply = await send(ann, packet({ stepUp: good }))
  expect(reply.body).toMatchObject({ code: 'step_up_attempts_used_up', way: 'passkey' })
  await callers.service.forward(10 * 60_000)
  const again = await stepUpFor(ann, added.key, { packet: packet() })
  expect((await send(ann, packet({ stepUp: again }))).status).toBe(201)
})

it('more protection needs no step-up, less does, and a sum needs a passkey', async () => {
  const set = (fromAmount: number | null, stepUp?: object) =>
    ann.call('PUT', '/v1/me/step-up', { fromAmount, ...(stepUp && { stepUp }) })
  expect((await set(100)).status).toBe(200)
  expect((await set(20_000)).body).toMatchObject({ code: 'step_up_needed', reason: 'change' })
  expect((await set(null)).body.code).toBe('step_up_needed')
  const raised = await stepUpFor(ann, added.key, { setStepUp: { fromAmount: 20_000 } })
  expect((await set(null, raised)).body).toMatchObject({ reason: 'signed_other' })
  const none = await stepUpFor(ann, added.key, { setStepUp: { fromAmount: null } })
  expect((await set(null, none)).body.fromAmount).toBeNull()
  expect((await callers.events(ann.id)).at(-1)).toMatchObject({
    kind: 'step_up.changed',
    data: { fromAmount: null, before: 100 },
  })
  const eve = await callers.person('夜')
  expect((await eve.call('PUT', '/v1/me/step-up', { fromAmount: 1 })).body.code).toBe('passkey_missing')
  expect((await eve.call('PUT', '/v1/me/step-up', { fromAmount: null })).status).toBe(200)
})

it('asking for a step-up moves nothing and tells nobody', async () => {
  const before = (await callers.events(ann.id)).length
  await optionsFor(ann, { packet: packet() })
  expect(await balanceOf(ann)).toBe(1_000_000)
  expect((await callers.events(ann.id)).length).toBe(before)
  for (const body of [{}, { packet: packet(), transfer: transfer() }])
    expect((await ann.call('POST', '/v1/step-ups', body)).body.code).toBe('invalid_request')
})

it('whoever claims is asked for nothing, however well their own wallet is kept', async () => {
  const rich = await callers.person('富', 100_000n)
  const sent = await send(rich, { kind: 'direct', recipientIds: [ann.id], total: 20_000, count: 1 })
  await callers.service.forward(60_000)
  await callers.service.sweep()
  await ann.call('PUT', '/v1/me/step-up', { fromAmount: 1 })
  const claimed = await ann.call('POST', `/v1/packets/${String(sent.body.id)}/claims`, {})
  expect(claimed).toMatchObject({ status: 200, body: { amount: 20_000 } })
  expect(await balanceOf(ann)).toBe(1_020_000)
})

it('a minor is asked for every sum, whatever they have set', async () => {
  const put = await callers.operator.call('PUT', `/v1/members/${ann.id}/age-band`, {
    band: 'teen',
    timeZone: 'Asia/Shanghai',
  })
  expect(put.status, JSON.stringify(put.body)).toBeLessThan(300)
  // Noon in Shanghai, tomorrow: a minor's night is over, and nobody's token yet.
  await callers.service.freeze(Math.ceil(Date.now() / dayMs) * dayMs + 4 * hourMs)
  expect((await ann.call('GET', '/v1/me/step-up')).body).toEqual({ fromAmount, byAge: 1 })
  const small = packet({ total: 1 })
  expect((await send(ann, small)).body).toMatchObject({
    code: 'step_up_needed',
    reason: 'age',
    fromAmount: 1,
  })
  const stepUp = await stepUpFor(ann, added.key, { packet: small })
  expect((await send(ann, { ...small, stepUp })).status).toBe(201)
})
