/** Timestamps from an authority on this machine, right and wrong, and what a pack says of either. */

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openContainer } from '@laisee/core/evidence/container.ts'
import { stampName } from '@laisee/core/evidence/manifest.ts'
import { readStamp } from '@laisee/core/evidence/stamp.ts'
import { verifyPackZip } from '@laisee/core/evidence/verify.ts'
import { networksOf } from '../../outside/networks.ts'
import { openCallers, type Callers, type Person } from '../../testing/callers.ts'
import { openAuthority } from './authority.ts'
import { readCertificates } from './certificates.ts'
import { checkToken } from './check-token.ts'
import { startAuthority, type LocalAuthority, type Wrong } from './testing/local-authority.ts'

const message = new TextEncoder().encode('[]')
const here = networksOf(['127.0.0.1'])

let started: LocalAuthority[] = []
afterEach(async () => {
  for (const one of started) await one.close()
  started = []
})

async function authorityThat(wrong: Wrong = 'nothing') {
  const local = await startAuthority(wrong)
  started.push(local)
  return { local, authority: openAuthority({ ...local, opened: here }) }
}

it('a timestamp is over the bytes, signed, and holds again later by the root alone', async () => {
  const { local, authority } = await authorityThat()
  const { token, at } = await authority.stamp(message)
  expect(Math.abs(at - Date.now())).toBeLessThan(60_000)
  const read = readStamp(token)!
  expect(read.digest).toBe('4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945')
  expect(Math.abs(read.at - at)).toBeLessThan(1_000)
  const roots = readCertificates(local.rootsPem)
  expect(await checkToken(token, message, roots)).toBe(at)
  await expect(checkToken(token, new TextEncoder().encode('[1]'), roots)).rejects.toThrow(
    'verification is failed',
  )
  const changed = token.slice()
  changed[changed.length - 3]! ^= 1
  await expect(checkToken(changed, message, roots)).rejects.toThrow()
})

it.each<[Wrong, string]>([
  ['other_hash', 'TSTInfo verification is failed'],
  ['other_nonce', 'another request'],
  ['other_purpose', 'not for timestamps'],
  ['refuses', 'refused with status 2'],
  ['broken', 'no timestamp'],
  ['fails', 'answered 500'],
  ['redirects', 'answered 302'],
  ['too_long', 'more than 65536 bytes'],
])('an authority that answers with %s is not believed', async (wrong, says) => {
  const { authority } = await authorityThat(wrong)
  await expect(authority.stamp(message)).rejects.toThrow(says)
})

it('an authority under another root is not believed', async () => {
  const { local } = await authorityThat()
  const { local: other } = await authorityThat()
  const mixed = openAuthority({ url: local.url, rootsPem: other.rootsPem, opened: here })
  await expect(mixed.stamp(message)).rejects.toThrow('Validation of signer')
})

it('an address of one’s own network is not called unless it is opened', async () => {
  const { local } = await authorityThat()
  const shut = openAuthority({ ...local, opened: networksOf([]) })
  await expect(shut.stamp(message)).rejects.toThrow('127.0.0.1 may not be called')
  expect(local.asked).toBe(0)
})

it('a root that is no certificate stops the start', () => {
  expect(() => openAuthority({ url: new URL('https://t.example'), rootsPem: 'x', opened: here })).toThrow(
    'no certificate',
  )
})

let callers: Callers
let an: Person
beforeAll(async () => {
  callers = await openCallers()
  an = await callers.person('安')
})
afterAll(() => callers.close())

const outside = {
  platform: 'wechat',
  product: 'packet',
  amount: 100,
  sentAt: '2026-11-20T10:00:00Z',
  payeeName: '张',
}

async function make(): Promise<{ pack: { id: string; stamped: boolean }; gaps: { code: string }[] }> {
  const { status, body } = await an.call('POST', '/v1/evidence-packs', { claim: 'enrichment', outside })
  expect(status).toBe(200)
  return body as never
}

it('a pack has the timestamp or says that it has none, and gets one as soon as the authority answers', async () => {
  const { ctx } = callers.service
  const codes = ({ gaps }: { gaps: { code: string }[] }) => gaps.map(({ code }) => code)
  ctx.authority = (await authorityThat('fails')).authority
  const bare = await make()
  expect([bare.pack.stamped, codes(bare).includes('not_stamped')]).toEqual([false, true])
  expect((await make()).pack.id).toBe(bare.pack.id)
  const { local, authority } = await authorityThat()
  ctx.authority = authority
  const stamped = await make()
  expect([stamped.pack.stamped, codes(stamped).includes('not_stamped')]).toEqual([true, false])
  expect((await make()).pack.id).toBe(stamped.pack.id)
  expect(local.asked).toBe(1)
  const { body } = await an.call('GET', `/v1/evidence-packs/${stamped.pack.id}/file`)
  const zip = new Uint8Array(Buffer.from(String(body.zip), 'base64'))
  const { ok, manifest, stampedAt } = verifyPackZip(zip)
  expect([ok, manifest!.timestamp!.authority, manifest!.timestamp!.at]).toEqual([
    true,
    local.url.host,
    new Date(stampedAt!).toISOString(),
  ])
  expect(openContainer(zip).files.has(stampName)).toBe(true)
})
