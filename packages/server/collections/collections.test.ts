import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, fromIso, hourMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { openCallers, type Callers, type Person, type Reply } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let bob: Person
let cai: Person

/** Four in the afternoon in Shanghai. */
const start = fromIso('2026-10-12T08:00:00Z')!

beforeAll(async () => {
  callers = await openCallers()
})
beforeEach(async () => {
  await callers.service.freeze(start)
  ann = await callers.person('安', 10_000n)
  bob = await callers.person('波', 10_000n)
  cai = await callers.person('蔡', 10_000n)
})
afterAll(async () => {
  expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
  await callers.close()
})

interface Seen {
  id: string
  total: number
  paidCount: number
  paidTotal: number | null
  shares: { memberId: string; amount: number; state: string; transferId: string | null }[]
}

const ask = (more: object = {}, who = ann) =>
  who.call('POST', '/v1/collections', {
    note: '周五火锅',
    shares: [
      { memberId: bob.id, amount: 3_000 },
      { memberId: cai.id, amount: 2_500 },
    ],
    ...more,
  })
async function asked(more: object = {}): Promise<Seen> {
  const reply = await ask(more)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body as unknown as Seen
}
const see = async ({ id }: Seen, who: Person) =>
  (await who.call('GET', `/v1/collections/${id}`)).body as unknown as Seen
const pay = ({ id }: Seen, who: Person) => who.call('POST', `/v1/collections/${id}/pay`, {})
const act = ({ id }: Seen, what: string, who: Person) => who.call('POST', `/v1/collections/${id}/${what}`)
const remind = ({ id }: Seen, memberId: string, who = ann) =>
  who.call('POST', `/v1/collections/${id}/shares/${memberId}/remind`)
const wallet = async (who: Person) => Number((await who.call('GET', '/v1/wallet')).body.balance)
const stateOf = ({ shares }: Seen, who: Person) => shares.find(({ memberId }) => memberId === who.id)?.state
const codeOf = ({ status, body }: Reply) => [status, body.code]

describe('asking several for money', () => {
  it('moves nothing, and each sees their own share and how many have paid', async () => {
    const collection = await asked()
    expect(collection).toMatchObject({ total: 5_500, paidCount: 0, paidTotal: 0 })
    expect(await wallet(bob)).toBe(10_000)
    const bobs = await see(collection, bob)
    expect(bobs.shares).toEqual([
      expect.objectContaining({ memberId: bob.id, amount: 3_000, state: 'asked' }),
    ])
    expect(bobs).toMatchObject({ total: 3_000, paidTotal: null })
    const stranger = await callers.person('丁')
    expect((await stranger.call('GET', `/v1/collections/${collection.id}`)).status).toBe(404)
    expect((await callers.events(collection.id)).map(({ kind }) => kind)).toEqual(['collection.asked'])
    const list = await bob.call('GET', '/v1/collections?role=to_pay')
    expect(list.body.items).toMatchObject([{ id: collection.id, note: '周五火锅' }])
    expect((await bob.call('GET', '/v1/collections?role=asked')).body.items).toEqual([])
  })

  it('refuses oneself, strangers, the blocked, somebody twice and too many at once', async () => {
    const with_ = (memberId: string) => ask({ shares: [{ memberId, amount: 100 }] })
    expect(codeOf(await with_(ann.id))).toEqual([422, 'self_not_allowed'])
    expect(codeOf(await with_(`mem_${'0'.repeat(26)}`))).toEqual([422, 'member_unknown'])
    await bob.call('PUT', `/v1/blocks/${ann.id}`)
    expect(codeOf(await with_(bob.id))).toEqual([422, 'recipient_blocked'])
    const twice = [1, 2].map((amount) => ({ memberId: cai.id, amount }))
    expect((await ask({ shares: twice })).body).toMatchObject({
      code: 'invalid_request',
      errors: [{ field: 'shares' }],
    })
    for (let i = 0; i < 20; i++) expect((await with_(cai.id)).status).toBe(201)
    expect(codeOf(await with_(cai.id))).toEqual([409, 'collections_max'])
  })
})

describe('a share', () => {
  it('is paid once by a transfer, and is asked again where that is undone', async () => {
    const collection = await asked()
    const first = await pay(collection, bob)
    expect(first).toMatchObject({ status: 201, body: { amount: 3_000, payeeId: ann.id, state: 'undo' } })
    expect(await wallet(bob)).toBe(7_000)
    expect(stateOf(await see(collection, bob), bob)).toBe('paying')
    // Who may still take it back has told nobody.
    expect(stateOf(await see(collection, ann), bob)).toBe('asked')
    expect(codeOf(await pay(collection, bob))).toEqual([409, 'share_paid_already'])
    await bob.call('POST', `/v1/transfers/${String(first.body.id)}/undo`)
    expect(stateOf(await see(collection, bob), bob)).toBe('asked')
    expect((await pay(collection, bob)).status).toBe(201)
    await callers.service.forward(3 * hourMs)
    await callers.service.sweep()
    const after = await see(collection, ann)
    expect([stateOf(after, bob), after.paidCount, after.paidTotal]).toEqual(['paid', 1, 3_000])
    expect([await wallet(ann), await wallet(bob)]).toEqual([13_000, 7_000])
    const kinds = (await callers.events(collection.id)).map(({ kind }) => kind)
    expect(kinds).toEqual(['collection.asked', 'collection.paid', 'collection.paid'])
  })

  it('asked for twenty times at once is paid once', async () => {
    const collection = await asked()
    const replies = await Promise.all(Array.from({ length: 20 }, () => pay(collection, cai)))
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(replies.filter(({ body }) => body.code === 'share_paid_already')).toHaveLength(19)
    expect(await wallet(cai)).toBe(7_500)
  })

  it('may be declined, after which nobody reminds, and closed, after which nobody pays', async () => {
    const collection = await asked()
    expect(codeOf(await remind(collection, bob.id))).toEqual([409, 'reminded_enough'])
    await callers.service.forward(dayMs)
    expect((await remind(collection, bob.id)).status).toBe(200)
    expect(codeOf(await remind(collection, bob.id))).toEqual([409, 'reminded_enough'])
    expect(codeOf(await remind(collection, cai.id, bob))).toEqual([404, 'not_found'])
    expect((await act(collection, 'decline', bob)).status).toBe(200)
    expect(codeOf(await act(collection, 'decline', bob))).toEqual([409, 'already_declined'])
    expect(codeOf(await remind(collection, bob.id))).toEqual([409, 'already_declined'])
    await cai.call('PATCH', '/v1/me', { quietFrom: '15:00', quietUntil: '17:00' })
    expect(codeOf(await remind(collection, cai.id))).toEqual([409, 'recipient_quiet'])
    expect(codeOf(await act(collection, 'close', bob))).toEqual([404, 'not_found'])
    expect((await act(collection, 'close', ann)).status).toBe(200)
    expect(codeOf(await pay(collection, cai))).toEqual([409, 'collection_closed'])
    expect(await wallet(cai)).toBe(10_000)
  })
})
