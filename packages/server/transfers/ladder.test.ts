import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { dayMs, fromIso, hourMs, secondMs, toIso } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { openCallers, type Callers, type Person, type Reply } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let bob: Person

/** Four in the afternoon in Shanghai. */
const start = fromIso('2026-10-12T08:00:00Z')!
const undoMs = 10 * secondMs

beforeAll(async () => {
  callers = await openCallers(defaultPolicy)
})
beforeEach(async () => {
  await callers.service.freeze(start)
  ann = await callers.person('安', 100_000n)
  bob = await callers.person('波')
})
afterAll(async () => {
  await callers.service.forward(40 * dayMs)
  await callers.service.sweep()
  expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
  await callers.close()
})

interface Half {
  id: string
  state: string
  ladder: object
  may: string[]
}
interface Sent {
  first: Half
  rest: Half
}

const ladder = (more: object = {}) =>
  ann.call('POST', '/v1/ladders', { payeeId: bob.id, amount: 100_000, first: 100, note: '房租', ...more })
async function sent(more: object = {}): Promise<Sent> {
  const reply = await ladder(more)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body as unknown as Sent
}
const verb = (who: Person, { id }: Half, name: string, body?: object) =>
  who.call('POST', `/v1/transfers/${id}/${name}`, body)
const see = async (who: Person, { id }: Half) => (await who.call('GET', `/v1/transfers/${id}`)).body
const wallet = async (who: Person) => Number((await who.call('GET', '/v1/wallet')).body.balance)
const kinds = async ({ id }: Half) => (await callers.events(id)).map(({ kind }) => kind)
async function deliver(): Promise<void> {
  await callers.service.forward(undoMs)
  await callers.service.sweep()
}
const codeOf = ({ status, body }: Reply) => [status, body.code]

describe('a ladder', () => {
  it('puts all of the money in escrow at once, and each of its two transfers says which it is', async () => {
    const { first, rest } = await sent()
    expect(await wallet(ann)).toBe(0)
    expect(first.ladder).toEqual({ part: 'first', otherId: rest.id, first: 100, rest: 99_900 })
    expect(rest.ladder).toEqual({ part: 'rest', otherId: first.id, first: 100, rest: 99_900 })
    expect(first).toMatchObject({ amount: 100, needsAcceptance: false, acceptBy: null })
    const acceptBy = toIso(start + undoMs + dayMs)
    expect(rest).toMatchObject({ amount: 99_900, needsAcceptance: true, acceptBy, arriveAt: null })
    const [told] = await callers.events(rest.id)
    expect(told).toMatchObject({
      kind: 'transfer.sent',
      audience: [ann.id],
      data: { amount: 99_900, ladder: { part: 'rest', otherId: first.id } },
    })
  })

  it('brings the first part at once and the rest when its payee acknowledges it', async () => {
    const { first, rest } = await sent()
    await deliver()
    expect(await wallet(bob)).toBe(100)
    expect(await see(bob, first)).toMatchObject({ state: 'arrived', ladder: { part: 'first' } })
    expect(await see(bob, rest)).toMatchObject({ state: 'waiting', may: ['accept', 'decline'] })
    expect(await verb(bob, rest, 'accept')).toMatchObject({ status: 200, body: { state: 'arrived' } })
    expect(await wallet(bob)).toBe(100_000)
    expect(await kinds(rest)).toEqual([
      'transfer.sent',
      'transfer.delivered',
      'transfer.accepted',
      'transfer.arrived',
    ])
  })

  it('brings the rest back where nobody acknowledges it in time, and leaves the first where it is', async () => {
    const { rest } = await sent({ acknowledgeWithinS: 600 })
    await deliver()
    await callers.service.forward(600 * secondMs)
    await callers.service.sweep()
    expect(await see(ann, rest)).toMatchObject({ state: 'returned', closeReason: 'NOAS' })
    expect([await wallet(ann), await wallet(bob)]).toEqual([99_900, 100])
    expect((await kinds(rest)).at(-1)).toBe('transfer.returned')
  })

  it.each(['first', 'rest'] as const)(
    'is undone whole, whichever of the two is undone: %s',
    async (which) => {
      const both = await sent()
      const other = which === 'first' ? 'rest' : 'first'
      expect(await verb(ann, both[which], 'undo')).toMatchObject({ status: 200, body: { state: 'undone' } })
      expect(await see(ann, both[other])).toMatchObject({ state: 'undone', closedBy: ann.id })
      expect(await wallet(ann)).toBe(100_000)
      expect(await kinds(both[other])).toEqual(['transfer.sent', 'transfer.undone'])
      expect(codeOf(await verb(ann, both[other], 'undo'))).toEqual([409, 'already_undone'])
      const past = await callers.rows('select amount, taken_back_at from sent where payer_id = $1', ann.id)
      expect(past).toEqual([{ amount: '100000', taken_back_at: new Date(start) }])
    },
  )

  it('can be taken back for what was not acknowledged, and is then no longer usual', async () => {
    const { first, rest } = await sent()
    await deliver()
    expect(codeOf(await verb(ann, first, 'recall', {}))).toEqual([409, 'already_arrived'])
    expect(await verb(ann, rest, 'recall', {})).toMatchObject({ status: 200, body: { returned: 99_900 } })
    expect(await wallet(ann)).toBe(99_900)
    expect((await kinds(rest)).at(-1)).toBe('transfer.recalled')
    const [past] = await callers.rows('select taken_back_at from sent where payer_id = $1', ann.id)
    expect(past?.taken_back_at).not.toBeNull()
  })

  it('whose answer never came is taken back by its key: whole in its window, and then what is left', async () => {
    const body = { payeeId: bob.id, amount: 50_000, first: 100 }
    const cancel = (key: string) => ann.call('POST', '/v1/cancel', { idempotencyKey: key })
    await ann.call('POST', '/v1/ladders', body, 'lost-1')
    expect((await cancel('lost-1')).body).toMatchObject({ outcome: 'undone', returned: 50_000 })
    await ann.call('POST', '/v1/ladders', { ...body, amount: 50_100 }, 'lost-2')
    await deliver()
    expect((await cancel('lost-2')).body).toMatchObject({ outcome: 'recalled', returned: 50_000 })
    expect([await wallet(ann), await wallet(bob)]).toEqual([99_900, 100])
  })

  it('leaves its hold as a whole', async () => {
    await ann.call('PUT', '/v1/me/care', { holdFrom: 100_000, holdRelations: [], holdS: 3_600 })
    const { first, rest } = await sent()
    expect([first.state, rest.state]).toEqual(['held', 'held'])
    await callers.service.forward(60 * secondMs)
    expect(await verb(ann, first, 'end-hold')).toMatchObject({ status: 200, body: { state: 'undo' } })
    const moved = await see(ann, rest)
    const deliverAt = start + 60 * secondMs + undoMs
    expect(moved).toMatchObject({
      state: 'undo',
      deliverAt: toIso(deliverAt),
      acceptBy: toIso(deliverAt + dayMs),
    })
    expect(await kinds(rest)).toEqual(['transfer.sent', 'transfer.hold_ended'])
    expect(await wallet(ann)).toBe(0)
  })

  it('is refused with the field at fault, and nothing moves', async () => {
    const wrong: [object, string, string][] = [
      [{ first: 100_000 }, 'ladder_first_out_of_bounds', 'first'],
      [{ acknowledgeWithinS: 599 }, 'acknowledge_out_of_bounds', 'acknowledgeWithinS'],
      [{ acknowledgeWithinS: 604_801 }, 'acknowledge_out_of_bounds', 'acknowledgeWithinS'],
    ]
    for (const [more, code, field] of wrong)
      expect(await ladder(more)).toMatchObject({ status: 422, body: { code, field } })
    expect(await ladder({ first: 0 })).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    await ann.call('PUT', '/v1/me/limits', { send: 99_999 })
    expect(codeOf(await ladder())).toEqual([422, 'limit_send'])
    expect(await wallet(ann)).toBe(100_000)
    expect(await callers.rows('select 1 from transfer where payer_id = $1', ann.id)).toEqual([])
  })

  it('is counted in the day by both parts, and given back with both', async () => {
    await ann.call('PUT', '/v1/me/limits', { day: 100_000 })
    const { rest } = await sent()
    const counted = async () => {
      const limits = (await ann.call('GET', '/v1/me/limits')).body.limits as { kind: string; left: number }[]
      return limits.find(({ kind }) => kind === 'day')?.left
    }
    expect(await counted()).toBe(0)
    await verb(ann, rest, 'undo')
    expect(await counted()).toBe(100_000)
  })
})

describe('the guard', () => {
  it('asks once about all of it, and a yes to it is good for no plain transfer and no other first part', async () => {
    const rich = await callers.person('富', 10_000_000n)
    const body = { payeeId: bob.id, amount: 600_000, first: 100 }
    const asked = await rich.call('POST', '/v1/ladders', body)
    expect(asked).toMatchObject({ status: 409, body: { code: 'confirmation_needed' } })
    expect(asked.body.shown).toMatchObject([{ amount: 600_000, ladder: { first: 100, rest: 599_900 } }])
    const yes = { confirmation: { shownHash: asked.body.shownHash } }
    const plain = { payeeId: bob.id, amount: 600_000, delayS: 0, ...yes }
    expect(codeOf(await rich.call('POST', '/v1/transfers', plain))).toEqual([409, 'confirmation_stale'])
    const other = { ...body, first: 200, ...yes }
    expect(codeOf(await rich.call('POST', '/v1/ladders', other))).toEqual([409, 'confirmation_stale'])
    const done = await rich.call('POST', '/v1/ladders', { ...body, ...yes })
    expect(done.status).toBe(201)
    const { first, rest } = done.body as unknown as Sent
    for (const half of [first, rest])
      expect(await rich.call('GET', `/v1/transfers/${half.id}/verdict`)).toMatchObject({
        status: 200,
        body: { outcome: 'confirm', shownHash: asked.body.shownHash },
      })
    expect(await callers.rows('select amount from sent where payer_id = $1', rich.id)).toEqual([
      { amount: '600000' },
    ])
  })

  it('looks at a ladder before it is sent, and moves nothing', async () => {
    const looked = await ann.call('POST', '/v1/ladders/preview', { payeeId: bob.id, amount: 500, first: 1 })
    expect(looked).toMatchObject({ status: 200, body: { outcome: 'allow', shown: { amount: 500 } } })
    expect(await wallet(ann)).toBe(100_000)
  })
})

it('a ladder from an allowance waits for its giver, and is approved and rejected as a whole', async () => {
  const giver = await callers.person('妈', 500_000n)
  const offered = await giver.call('POST', '/v1/families', {
    memberId: ann.id,
    monthMax: 300_000,
    approveAbove: 20_000,
  })
  const familyId = String(offered.body.id)
  await ann.call('POST', `/v1/families/${familyId}/accept`)
  const body = { payeeId: bob.id, amount: 30_000, first: 100, paidFrom: familyId }
  const one = await ann.call('POST', '/v1/ladders', body)
  const two = await ann.call('POST', '/v1/ladders', { ...body, amount: 40_000 })
  const approved = one.body as unknown as Sent
  const rejected = two.body as unknown as Sent
  expect([approved.first.state, approved.rest.state]).toEqual(['approving', 'approving'])
  expect(await wallet(giver)).toBe(430_000)

  const decide = (sendId: string, word: string) =>
    giver.call('POST', `/v1/approvals/${sendId}/${word}`, word === 'reject' ? { note: '不用了' } : {})
  expect((await decide(approved.first.id, 'approve')).status).toBe(200)
  expect((await decide(rejected.first.id, 'reject')).status).toBe(200)
  expect(await see(ann, approved.rest)).toMatchObject({ state: 'undo' })
  expect(await see(ann, rejected.rest)).toMatchObject({ state: 'rejected' })
  expect(await wallet(giver)).toBe(470_000)
  expect((await kinds(rejected.rest)).at(-1)).toBe('transfer.rejected')

  await deliver()
  await verb(bob, approved.rest, 'decline')
  expect([await wallet(giver), await wallet(bob)]).toEqual([499_900, 100])
  await callers.service.forward(hourMs)
})
