import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fromIso, hourMs, minuteMs, secondMs } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

const start = fromIso('2026-02-16T12:00:00Z')!
const care = { holdFrom: 500, holdRelations: [], holdS: 3_600 }

let callers: Callers
let ann: Person
let bob: Person

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(start)
})
beforeEach(async () => {
  ann = await callers.person('安', 10_000n)
  bob = await callers.person('波')
})
afterAll(() => callers.close())

const balanceOf = async (person: Person) => (await person.call('GET', '/v1/wallet')).body.balance
const toBob = () => ({ kind: 'direct', recipientIds: [bob.id], total: 600, count: 1, greeting: '新年好' })
const transferToBob = () => ({ payeeId: bob.id, amount: 600, delayS: 0 })
const kinds = async (id: unknown) => (await callers.events(String(id))).map(({ kind }) => kind)
const noticesOf = async (person: Person) =>
  ((await person.call('GET', '/v1/inbox')).body.items as { kind: string }[]).map(({ kind }) => kind)

test('nobody’s sends wait until they say so', async () => {
  expect((await ann.call('GET', '/v1/me/care')).body).toEqual({
    holdFrom: null,
    holdRelations: [],
    holdS: 1_800,
  })
  const sent = await ann.call('POST', '/v1/packets', toBob())
  expect(sent.body).toMatchObject({ state: 'undo', heldUntil: null, heldReasons: [] })
})

test('what a member lets wait is told to them alone, and only where it changed', async () => {
  const asked = { ...care, holdRelations: ['important_customer', 'family'] }
  const set = await ann.call('PUT', '/v1/me/care', asked)
  expect(set).toMatchObject({ status: 200, body: { holdRelations: ['family', 'important_customer'] } })
  await ann.call('PUT', '/v1/me/care', asked)
  const told = (await callers.events(ann.id)).filter(({ kind }) => kind === 'member.care_changed')
  expect(told).toMatchObject([
    { data: { memberId: ann.id, holdFrom: 500, holdS: 3_600 }, audience: [ann.id] },
  ])
})

test.each([
  [{ ...care, holdFrom: 0 }],
  [{ ...care, holdS: 59 }],
  [{ ...care, holdS: 86_401 }],
  [{ ...care, holdRelations: ['enemy'] }],
  [{ ...care, holdRelations: ['family', 'family'] }],
  [{ holdFrom: 500 }],
])('what cannot be read is refused: %j', async (asked) => {
  expect((await ann.call('PUT', '/v1/me/care', asked)).status).toBe(400)
  expect((await ann.call('GET', '/v1/me/care')).body.holdFrom).toBeNull()
})

test.each([
  ['packets', toBob],
  ['transfers', transferToBob],
] as const)(
  'of %s that wait the other knows nothing, and the sender may end it after a minute',
  async (noun, body) => {
    await ann.call('PUT', '/v1/me/care', care)
    const { body: sent } = await ann.call('POST', `/v1/${noun}`, body())
    const url = `/v1/${noun}/${String(sent.id)}`
    expect(sent).toMatchObject({ state: 'held', heldReasons: ['own_hold_amount'] })
    expect(await balanceOf(ann)).toBe(9_400)
    expect((await bob.call('GET', url)).status).toBe(404)
    expect((await bob.call('GET', `/v1/chats/${ann.id}`)).status).toBe(404)
    const chat = await ann.call('GET', `/v1/chats/${bob.id}/items`)
    expect(chat.body.items).toHaveLength(1)
    const early = await ann.call('POST', `${url}/end-hold`)
    expect(early).toMatchObject({ status: 409, body: { code: 'hold_not_over_yet' } })
    expect(early.body.releaseFrom).toBe(sent.heldReleaseFrom)
    await callers.service.forward(minuteMs)
    expect((await bob.call('POST', `${url}/end-hold`)).status).toBe(404)
    const ended = await ann.call('POST', `${url}/end-hold`)
    expect(ended).toMatchObject({ status: 200, body: { state: 'undo' } })
    await callers.service.forward(10 * secondMs)
    await callers.service.sweep()
    expect((await bob.call('GET', url)).status).toBe(200)
    expect((await kinds(sent.id)).slice(0, 3)).toEqual(
      ['sent', 'hold_ended', 'delivered'].map((verb) => `${noun.slice(0, -1)}.${verb}`),
    )
    expect(await noticesOf(ann)).not.toContain(`own_${noun.slice(0, -1)}_hold_over`)
  },
)

test('a hold that ends by itself is a notice to its sender: they have the undo window still', async () => {
  await ann.call('PUT', '/v1/me/care', care)
  const packet = await ann.call('POST', '/v1/packets', toBob())
  await ann.call('POST', '/v1/transfers', transferToBob())
  await callers.service.forward(hourMs)
  await callers.service.sweep()
  // A notice is read once every write that the database server began before it has ended, another test's too.
  const both = ['own_packet_hold_over', 'own_transfer_hold_over']
  await vi.waitFor(async () => expect(await noticesOf(ann)).toEqual(expect.arrayContaining(both)), 10_000)
  expect(await noticesOf(bob)).toEqual([])
  expect((await ann.call('POST', `/v1/packets/${String(packet.body.id)}/undo`)).status).toBe(200)
  expect(await balanceOf(ann)).toBe(9_400)
})

test('a send whose answer was lost is cancelled by its key while it is held', async () => {
  await ann.call('PUT', '/v1/me/care', care)
  const { body: sent } = await ann.call('POST', '/v1/packets', toBob(), 'lost')
  const canceled = await ann.call('POST', '/v1/cancel', { idempotencyKey: 'lost' })
  expect(canceled.body).toMatchObject({ outcome: 'undone', returned: 600 })
  expect(await balanceOf(ann)).toBe(10_000)
  expect(await kinds(sent.id)).toEqual(['packet.sent', 'packet.undone'])
})

test('looser settings hold from the next send on: what waits goes on waiting', async () => {
  await ann.call('PUT', '/v1/me/care', care)
  const { body: sent } = await ann.call('POST', '/v1/packets', toBob())
  await ann.call('PUT', '/v1/me/care', { ...care, holdFrom: null })
  const { body: next } = await ann.call('POST', '/v1/packets', toBob())
  const { body: still } = await ann.call('GET', `/v1/packets/${String(sent.id)}`)
  expect([still.state, next.state]).toEqual(['held', 'undo'])
})
