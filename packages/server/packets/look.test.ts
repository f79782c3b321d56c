/** Looking at a link without an account: what it tells, what it never tells, and when it tells nothing. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs, secondMs, toIso } from '@laisee/core/instant.ts'
import { createApp } from '../app.ts'
import { callerOf, type Call, type Reply } from '../testing/api.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { sealLink } from './links.ts'

const start = Date.parse('2031-02-17T12:00:00Z')

let callers: Callers
let someone: Call
let ann: Person
let bob: Person

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(start)
  someone = callerOf(callers.app.app)
  ann = await callers.person('安', 1_000_000n)
  bob = await callers.person('波')
})
afterAll(() => callers.close())

async function send(more: object = {}): Promise<{ id: string; expireAt: string }> {
  const ask = { kind: 'lucky', total: 8_800, count: 5, greeting: '新年快乐', link: true, ...more }
  const sent = await ann.call('POST', '/v1/packets', ask)
  expect(sent.status, JSON.stringify(sent.body)).toBe(201)
  return sent.body as { id: string; expireAt: string }
}

async function sent(more: object = {}): Promise<{ id: string; expireAt: string }> {
  const packet = await send(more)
  await callers.service.forward(minuteMs)
  return packet
}

async function linkTo(packetId: string, ask: object = {}): Promise<string> {
  return String((await ann.call('POST', `/v1/packets/${packetId}/links`, ask)).body.token)
}

const look = (token: string): Promise<Reply> => someone('POST', '/v1/links/look', { body: { token } })

describe('who holds a link', () => {
  it('sees who sends it, how many shares are taken and until when, and nothing else', async () => {
    const packet = await sent({ passphrase: '芝麻开门' })
    const token = await linkTo(packet.id)
    const claim = { token, passphrase: '芝麻开门' }
    expect((await bob.call('POST', `/v1/packets/${packet.id}/claims`, claim)).status).toBe(200)
    const seen = await look(token)
    expect(seen.status).toBe(200)
    expect(seen.body).toEqual({
      payer: { name: '安', photoUrl: null },
      greeting: '新年快乐',
      kind: 'lucky',
      state: 'open',
      test: false,
      isNamed: false,
      hasPassphrase: true,
      notBefore: null,
      expireAt: packet.expireAt,
      count: 5,
      claimedCount: 1,
    })
    expect(seen.text).not.toMatch(/8800|mem_|pkt_|芝麻/)
  })

  it('sees that it is for one person, and not for whom', async () => {
    const { id } = await sent()
    const seen = await look(await linkTo(id, { memberId: bob.id }))
    expect(seen.body).toMatchObject({ isNamed: true })
    expect(seen.text).not.toContain(bob.id)
    expect(seen.text).not.toContain('波')
  })

  it('sees a packet to one person by a link that is theirs', async () => {
    const { id } = await sent({ kind: 'direct', count: 1, link: undefined, recipientIds: [bob.id] })
    expect((await look(await linkTo(id, { memberId: bob.id }))).body).toMatchObject({
      kind: 'direct',
      isNamed: true,
      count: 1,
    })
    expect((await look(await linkTo(id))).body).toMatchObject({ code: 'not_found' })
  })

  it('sees from when it opens, that it is paused, and what became of it', async () => {
    const now = await callers.service.ctx.db.transaction((tx) => tx.now())
    const later = await sent({ notBefore: toIso(now + hourMs) })
    expect((await look(await linkTo(later.id))).body).toMatchObject({ notBefore: toIso(now + hourMs) })
    const { id } = await sent()
    const token = await linkTo(id)
    expect((await ann.call('POST', `/v1/packets/${id}/pause`)).status).toBe(200)
    expect((await look(token)).body).toMatchObject({ state: 'paused' })
    expect((await ann.call('POST', `/v1/packets/${id}/recall`, {})).status).toBe(200)
    expect((await look(token)).body).toMatchObject({ state: 'recalled', claimedCount: 0 })
  })
})

describe('a link tells nothing', () => {
  it('when it was made up, altered, or sealed by someone else', async () => {
    const { id } = await sent()
    const token = await linkTo(id)
    const parts = token.split('.')
    const foreign = await sealLink(
      { linkKey: new Uint8Array(32), passphraseKey: new Uint8Array(32), logKeys: [] },
      { packetId: id, memberId: null, expireAt: start + 90 * dayMs },
    )
    const altered = [...parts.slice(0, 3), parts[3]!.slice(0, -2) + 'AA', parts[4]].join('.')
    for (const bad of ['x', 'a.b.c.d.e', altered, foreign])
      expect(await look(bad)).toMatchObject({ status: 403, body: { code: 'link_invalid' } })
  })

  it('in the undo window, and ever after an undo', async () => {
    const { id } = await send()
    const token = await linkTo(id)
    const refused = { status: 404, body: { code: 'not_found' } }
    expect(await look(token)).toMatchObject(refused)
    expect((await ann.call('POST', `/v1/packets/${id}/undo`)).status).toBe(200)
    await callers.service.forward(minuteMs)
    expect(await look(token)).toMatchObject(refused)
  })

  it('of a packet with recipients of its own, where the link is not for one of them', async () => {
    const group = await callers.operator.call('POST', '/v1/groups', {
      name: '家',
      memberIds: [ann.id, bob.id],
    })
    const { id } = await sent({ count: 2, link: undefined, groupId: group.body.id })
    expect(await look(await linkTo(id))).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  it('from the moment of its end', async () => {
    const { id } = await sent()
    const now = await callers.service.ctx.db.transaction((tx) => tx.now())
    const token = await linkTo(id, { expireAt: toIso(now + 10 * secondMs) })
    await callers.service.freeze(now + 10 * secondMs - 1)
    expect((await look(token)).status).toBe(200)
    await callers.service.freeze(now + 10 * secondMs)
    expect(await look(token)).toMatchObject({
      status: 403,
      body: { code: 'link_expired', expiredAt: toIso(now + 10 * secondMs) },
    })
  })
})

it('looking too often from one address is too much', async () => {
  const { id } = await sent()
  const token = await linkTo(id)
  const narrow = await createApp(callers.service.ctx, { limits: { publicPerMinute: 2 } })
  const again = callerOf(narrow.app)
  const statuses: number[] = []
  for (let i = 0; i < 3; i++)
    statuses.push((await again('POST', '/v1/links/look', { body: { token } })).status)
  expect(statuses).toEqual([200, 200, 429])
  await narrow.stop()
})
