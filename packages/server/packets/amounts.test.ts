/** Who may know how much: the payer, whoever has claimed, and everyone once the packet is closed. */

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { secondMs } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let bob: Person
let cai: Person
let packetId: string

beforeAll(async () => {
  callers = await openCallers()
  ann = await callers.person('安', 1_000_000n)
  bob = await callers.person('波')
  cai = await callers.person('蔡')
})
afterAll(() => callers.close())
beforeEach(async () => {
  packetId = await sent({ kind: 'equal', total: 300, count: 3 })
})

async function sent(body: object): Promise<string> {
  const group = await ann.call('POST', '/v1/groups', { name: '家', memberIds: [bob.id, cai.id] })
  const reply = await ann.call('POST', '/v1/packets', { ...body, groupId: group.body.id })
  expect(reply.status).toBe(201)
  await callers.service.forward(10 * secondMs)
  return reply.body.id as string
}

const claim = (person: Person) => person.call('POST', `/v1/packets/${packetId}/claims`, {})
const read = async (person: { call: Person['call'] }) =>
  (await person.call('GET', `/v1/packets/${packetId}`)).body
const list = async (person: { call: Person['call'] }, after = '') =>
  (await person.call('GET', `/v1/packets/${packetId}/claims${after}`)).body.items as Record<string, unknown>[]
const claimedEvents = async () =>
  (await callers.events(packetId)).filter(({ kind }) => kind === 'packet.claimed')
const sums = { total: 300, claimedAmount: 100, returnedAmount: 0 }
const noSums = { total: null, claimedAmount: null, returnedAmount: null }

it('whoever has not claimed sees who has and when, and no amount anywhere', async () => {
  expect(await claim(bob)).toMatchObject({ status: 200, body: { amount: 100 } })
  const seen = await list(cai)
  expect(seen).toMatchObject([
    { memberId: bob.id, member: { id: bob.id, name: '波', photoUrl: null }, shareNo: 1, amount: null },
  ])
  expect(seen[0]!.at).toEqual(expect.any(String))
  expect(await read(cai)).toMatchObject({ claimedCount: 1, ...noSums })
  for (const knower of [ann, bob, callers.operator]) {
    expect(await list(knower)).toMatchObject([{ memberId: bob.id, amount: 100 }])
    expect(await read(knower)).toMatchObject(sums)
  }
})

it('one’s own claim shows what everybody has', async () => {
  await claim(bob)
  await claim(cai)
  const items = [
    { memberId: bob.id, shareNo: 1, amount: 100 },
    { memberId: cai.id, shareNo: 2, amount: 100 },
  ]
  expect(await list(cai)).toMatchObject(items)
  expect(await list(cai, '?afterShareNo=1')).toMatchObject([items[1]])
  expect(await list(cai, '?afterShareNo=2')).toEqual([])
})

it('the end shows it to everybody, a recall as well as the clock', async () => {
  await claim(bob)
  await ann.call('POST', `/v1/packets/${packetId}/recall`, {})
  expect(await list(cai)).toMatchObject([{ memberId: bob.id, amount: 100 }])
  expect(await read(cai)).toMatchObject({ ...sums, state: 'recalled', returnedAmount: 200 })
  packetId = await sent({ kind: 'equal', total: 300, count: 3, expireAfterS: 60 })
  await claim(bob)
  await callers.service.forward(30 * secondMs)
  expect(await list(cai)).toMatchObject([{ amount: null }])
  await callers.service.forward(30 * secondMs)
  expect(await list(cai)).toMatchObject([{ amount: 100 }])
})

it('what is told of claims never says how much, to nobody', async () => {
  await claim(bob)
  const [event] = await claimedEvents()
  expect(event!.data).toEqual({
    packetId,
    payerId: ann.id,
    groupId: expect.stringMatching(/^grp_/) as unknown,
    claims: [{ memberId: bob.id, shareNo: 1, at: expect.any(String) as unknown }],
    claimedCount: 1,
    count: 3,
  })
  // A member's page stops below the oldest running transaction of the whole server, which other tests share.
  const told = () => toldTo(cai)
  await expect.poll(told, { timeout: 10_000 }).toHaveLength(2)
  expect(JSON.stringify(await told())).not.toMatch(/amount/i)
})

async function toldTo(person: typeof cai): Promise<object[]> {
  const { body } = await person.call('GET', `/v1/events?topics=me,packet:${packetId}`)
  const events = body.events as { kind: string; sourceId: string; data: object }[]
  return events.filter(({ kind, sourceId }) => kind === 'packet.claimed' && sourceId === packetId)
}

it('says who sent a packet, also to somebody who only holds its link', async () => {
  const stranger = await callers.person('路人')
  const body = { kind: 'equal', total: 300, count: 3, link: true }
  packetId = (await ann.call('POST', '/v1/packets', body)).body.id as string
  await callers.service.forward(10 * secondMs)
  const { token } = (await ann.call('POST', `/v1/packets/${packetId}/links`, {})).body
  const opened = await stranger.call('POST', '/v1/links/open', { token })
  expect(opened.body).toMatchObject({ id: packetId, payer: { id: ann.id, name: '安' }, ...noSums })
})
