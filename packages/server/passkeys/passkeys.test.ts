/** Passkeys of a member, through the API, with an authenticator in software. */

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { noticeOf } from '@laisee/core/notice.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { createKeyFor, flagsOf, type Wrong } from './testing/authenticator.ts'
import { addKey, creationOptionsFor, stepUpFor } from './testing/key-ring.ts'

let callers: Callers
let others = 0

beforeAll(async () => {
  callers = await openCallers()
})
afterAll(() => callers.close())

const someone = (amount = 0n): Promise<Person> => callers.person(`人${++others}`, amount)
const kindsOf = async (who: Person) => (await callers.events(who.id)).map(({ kind }) => kind)
const passkeysOf = async (who: Person) => {
  const { body } = await who.call('GET', '/v1/me/passkeys')
  return body as { items: { id: string; name: string; copiedAt: string | null }[]; recoveryCodesLeft: number }
}

it('the first passkey needs nothing and brings ten recovery codes, shown once and kept as hashes', async () => {
  const ann = await someone()
  const { passkeyId, recoveryCodes } = await addKey(ann, '我的手机')
  expect(new Set(recoveryCodes).size).toBe(10)
  expect(
    recoveryCodes!.every((code) => /^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/.test(code)),
  ).toBe(true)
  const { items, recoveryCodesLeft } = await passkeysOf(ann)
  expect(items.map(({ id, name }) => [id, name])).toEqual([[passkeyId, '我的手机']])
  expect(recoveryCodesLeft).toBe(10)
  expect((await kindsOf(ann)).slice(-2)).toEqual(['passkey.added', 'recovery_codes.made'])
  const kept = await callers.rows(
    `select (select string_agg(code_hash::text, '') from recovery_code where member_id = $1) as codes,
            (select string_agg(body, '') from idempotency where actor_id = $1) as answers,
            (select string_agg(data::text, '') from event where source_id = $1) as told`,
    ann.id,
  )
  for (const code of recoveryCodes!) expect(JSON.stringify(kept)).not.toContain(code)
})

it('a further passkey needs one that is there, and brings no new codes', async () => {
  const ann = await someone()
  const { key } = await addKey(ann)
  const refused = await ann.call('POST', '/v1/me/passkeys/options', {})
  expect(refused.body).toMatchObject({
    code: 'step_up_needed',
    reason: 'change',
    passkeys: 1,
    recoveryCodes: 10,
  })
  const second = await addKey(ann, '安全密钥', key)
  expect(second.recoveryCodes).toBeNull()
  expect((await passkeysOf(ann)).items).toHaveLength(2)
})

it('a challenge from before there was a passkey adds no second one', async () => {
  const ann = await someone()
  const early = createKeyFor(await creationOptionsFor(ann))
  await addKey(ann)
  const late = await ann.call('POST', '/v1/me/passkeys', { name: '别人的', credential: early.made })
  expect(late.body.code).toBe('step_up_needed')
  expect((await passkeysOf(ann)).items).toHaveLength(1)
})

it('ten passkeys are the most', async () => {
  const ann = await someone()
  const { key } = await addKey(ann)
  for (let i = 2; i <= 10; i++) await addKey(ann, `第 ${i} 个`, key)
  const stepUp = await stepUpFor(ann, key, { addPasskey: true })
  const eleventh = await ann.call('POST', '/v1/me/passkeys/options', { stepUp })
  expect(eleventh.body).toMatchObject({ code: 'passkeys_max', max: 10 })
})

describe('what is no passkey is refused by name, and nothing is kept', () => {
  const rows: [what: string, wrong: Wrong, reason: string][] = [
    ['asked for by another site’s page', { origin: 'https://evil.example' }, 'wrong_origin'],
    ['asked for by a page that looks like ours', { origin: 'http://localhost.evil.example' }, 'wrong_origin'],
    ['asked for from within another page', { crossOrigin: true }, 'wrong_origin'],
    ['made for another site', { rpId: 'evil.example' }, 'wrong_site'],
    ['a signature instead of a new passkey', { type: 'webauthn.get' }, 'wrong_kind'],
    ['for a challenge nobody gave', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'challenge_unknown'],
    ['made without the person’s gesture', { flags: flagsOf.present | 0x40 }, 'not_verified'],
    ['with a maker’s attestation', { format: 'packed' }, 'unreadable'],
    ['with an attestation by certificate', { format: 'fido-u2f' }, 'attestation_not_asked'],
  ]
  test.each(rows)('%s', async (_what, wrong, reason) => {
    const ann = await someone()
    const { made } = createKeyFor(await creationOptionsFor(ann), wrong)
    const reply = await ann.call('POST', '/v1/me/passkeys', { name: '手机', credential: made })
    expect(reply).toMatchObject({ status: 422, body: { code: 'passkey_invalid', reason } })
    expect(await passkeysOf(ann)).toEqual({ items: [], recoveryCodesLeft: 0 })
    expect(await kindsOf(ann)).not.toContain('passkey.added')
  })

  test('a challenge of another member, one that was used, and one that is over', async () => {
    const [ann, bob] = [await someone(), await someone()]
    const add = (who: Person, credential: object) =>
      who.call('POST', '/v1/me/passkeys', { name: '手机', credential })
    const forBob = createKeyFor(await creationOptionsFor(bob))
    expect((await add(ann, forBob.made)).body).toMatchObject({ reason: 'challenge_unknown' })
    const options = await creationOptionsFor(ann)
    expect((await add(ann, createKeyFor(options).made)).status).toBe(201)
    expect((await add(ann, createKeyFor(options).made)).body).toMatchObject({ reason: 'challenge_used' })
    const late = createKeyFor(await creationOptionsFor(bob))
    await callers.service.forward(5 * 60_000)
    expect((await add(bob, late.made)).body).toMatchObject({ reason: 'challenge_expired' })
  })

  test('a credential that is there already', async () => {
    const ann = await someone()
    const { key } = await addKey(ann)
    const again = createKeyFor(
      { ...(await creationOptionsFor(ann, key)), excludeCredentials: [] },
      { id: key.id },
    )
    const reply = await ann.call('POST', '/v1/me/passkeys', { name: '又一次', credential: again.made })
    expect(reply.body.code).toBe('passkey_taken')
  })

  test('bytes that are nothing at all', async () => {
    const ann = await someone()
    const { made } = createKeyFor(await creationOptionsFor(ann))
    const nested = Buffer.alloc(9_000, 0x81).toString('base64url')
    for (const spoiled of [
      { ...made, clientDataJSON: 'AAAA' },
      { ...made, attestationObject: 'AAAA' },
      { ...made, attestationObject: nested },
      { ...made, attestationObject: made.attestationObject.slice(0, 80) },
      { ...made, id: randomUUID() },
    ]) {
      const reply = await ann.call('POST', '/v1/me/passkeys', { name: '手机', credential: spoiled })
      expect(reply.body).toMatchObject({ code: 'passkey_invalid', reason: 'unreadable' })
    }
  })
})

it('a passkey is renamed; the same name again is told to nobody; another’s passkey is not there', async () => {
  const [ann, bob] = [await someone(), await someone()]
  const { passkeyId } = await addKey(ann)
  const url = `/v1/me/passkeys/${passkeyId}`
  expect((await ann.call('PATCH', url, { name: '旧手机' })).body.name).toBe('旧手机')
  await ann.call('PATCH', url, { name: '旧手机' })
  expect((await kindsOf(ann)).filter((kind) => kind === 'passkey.renamed')).toHaveLength(1)
  expect((await bob.call('PATCH', url, { name: '我的' })).body.code).toBe('not_found')
  expect((await bob.call('POST', `${url}/remove`, {})).body.code).toBe('not_found')
})

it('a passkey is removed by another one; the last one takes codes and the own sum with it', async () => {
  const ann = await someone()
  const first = await addKey(ann)
  const second = await addKey(ann, '安全密钥', first.key)
  await ann.call('PUT', '/v1/me/step-up', { fromAmount: 10_000 })
  const remove = (id: string, stepUp?: object) =>
    ann.call('POST', `/v1/me/passkeys/${id}/remove`, stepUp ? { stepUp } : {})
  expect((await remove(first.passkeyId)).body.code).toBe('step_up_needed')
  const forSecond = await stepUpFor(ann, second.key, { removePasskey: { id: second.passkeyId } })
  expect((await remove(first.passkeyId, forSecond)).body).toMatchObject({ reason: 'signed_other' })
  const signed = await stepUpFor(ann, second.key, { removePasskey: { id: first.passkeyId } })
  expect((await remove(first.passkeyId, signed)).status).toBe(204)
  const last = await stepUpFor(ann, second.key, { removePasskey: { id: second.passkeyId } })
  expect((await remove(second.passkeyId, last)).status).toBe(204)
  expect(await passkeysOf(ann)).toEqual({ items: [], recoveryCodesLeft: 0 })
  expect((await ann.call('GET', '/v1/me/step-up')).body).toEqual({ fromAmount: null, byAge: null })
  const told = (await callers.events(ann.id)).filter(({ kind }) => kind === 'passkey.removed')
  expect(told.map(({ data }) => data.left)).toEqual([1, 0])
})

it('the last passkey is removed by a recovery code where the device is lost', async () => {
  const ann = await someone()
  const { passkeyId, recoveryCodes } = await addKey(ann)
  const stepUp = { recoveryCode: recoveryCodes![0]!.toUpperCase().replaceAll('-', ' ') }
  expect((await ann.call('POST', `/v1/me/passkeys/${passkeyId}/remove`, { stepUp })).status).toBe(204)
  expect((await passkeysOf(ann)).items).toEqual([])
})

it('new recovery codes void the old ones', async () => {
  const ann = await someone()
  const { key, recoveryCodes } = await addKey(ann)
  expect((await ann.call('POST', '/v1/me/recovery-codes', {})).body.code).toBe('step_up_needed')
  const stepUp = await stepUpFor(ann, key, { makeRecoveryCodes: true })
  const fresh = (await ann.call('POST', '/v1/me/recovery-codes', { stepUp })).body.recoveryCodes as string[]
  expect(fresh).toHaveLength(10)
  const by = (recoveryCode: string) =>
    ann.call('POST', '/v1/me/passkeys/options', { stepUp: { recoveryCode } })
  expect((await by(recoveryCodes![0]!)).body).toMatchObject({ code: 'step_up_invalid', reason: 'code_wrong' })
  expect((await by(fresh[0]!)).status).toBe(201)
  expect((await by(fresh[0]!)).body).toMatchObject({ reason: 'code_used' })
  expect((await passkeysOf(ann)).recoveryCodesLeft).toBe(9)
  const bob = await someone()
  expect((await bob.call('POST', '/v1/me/recovery-codes', {})).body.code).toBe('passkey_missing')
})

it('a recovery code that was used is news to its member', async () => {
  const ann = await someone()
  const { recoveryCodes } = await addKey(ann)
  await ann.call('POST', '/v1/me/passkeys/options', { stepUp: { recoveryCode: recoveryCodes![0]! } })
  const event = (await callers.events(ann.id)).at(-1)!
  const told = { sourceId: ann.id, seq: event.seq, at: '2026-01-01T00:00:00Z', data: event.data }
  const reader = { memberId: ann.id, hasClaimed: () => false }
  expect(noticeOf({ ...told, kind: 'step_up.given' }, reader)).toMatchObject({
    kind: 'recovery_code_used',
    data: { recoveryCodesLeft: 9 },
  })
})

it('wrong codes are counted: after five none is looked at for an hour, while passkeys still sign', async () => {
  const ann = await someone()
  const { key, recoveryCodes } = await addKey(ann)
  const by = (stepUp: object) => ann.call('POST', '/v1/me/passkeys/options', { stepUp })
  for (let i = 0; i < 5; i++)
    expect((await by({ recoveryCode: 'aaaa-aaaa-aaaa-aaaa' })).body).toMatchObject({ reason: 'code_wrong' })
  expect((await by({ recoveryCode: recoveryCodes![0]! })).body.code).toBe('step_up_attempts_used_up')
  expect((await by(await stepUpFor(ann, key, { addPasskey: true }))).status).toBe(201)
  await callers.service.forward(60 * 60_000)
  expect((await by({ recoveryCode: recoveryCodes![0]! })).status).toBe(201)
})

it('the operator removes every passkey of a member who lost them, and the member is told', async () => {
  const ann = await someone()
  await addKey(ann)
  await ann.call('PUT', '/v1/me/step-up', { fromAmount: 100 })
  expect((await callers.operator.call('DELETE', `/v1/members/${ann.id}/passkeys`)).status).toBe(204)
  expect(await passkeysOf(ann)).toEqual({ items: [], recoveryCodesLeft: 0 })
  expect((await callers.events(ann.id)).at(-1)).toMatchObject({ kind: 'passkey.reset', audience: [ann.id] })
  expect((await ann.call('DELETE', `/v1/members/${ann.id}/passkeys`)).body.code).toBe('forbidden')
})
