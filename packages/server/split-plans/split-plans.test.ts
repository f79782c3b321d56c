import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { dayMs, fromIso, secondMs, toIso } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { openCallers, type Callers, type Person, type Reply } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let bob: Person

/** Four in the afternoon in Shanghai. */
const start = fromIso('2026-10-12T08:00:00Z')!

beforeAll(async () => {
  callers = await openCallers(defaultPolicy)
})
beforeEach(async () => {
  await callers.service.freeze(start)
  ann = await callers.person('安', 1_000_000n)
  bob = await callers.person('波')
})
afterAll(async () => {
  await callers.service.forward(40 * dayMs)
  await callers.service.sweep()
  expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
  await callers.close()
})

interface Plan {
  id: string
  parts: { no: number; amount: number; transfer: { id: string; state: string } | null }[]
  over: boolean
}

const make = (more: object = {}) =>
  ann.call('POST', '/v1/split-plans', { payeeId: bob.id, total: 1_000, count: 3, note: '分期', ...more })
async function made(more: object = {}): Promise<Plan> {
  const reply = await make(more)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body as unknown as Plan
}
const part = ({ id }: Plan, no: number, body: object = {}, who = ann) =>
  who.call('POST', `/v1/split-plans/${id}/parts/${no}`, body)
const see = async ({ id }: Plan) => (await ann.call('GET', `/v1/split-plans/${id}`)).body as unknown as Plan
const wallet = async (who: Person) => Number((await who.call('GET', '/v1/wallet')).body.balance)
const codeOf = ({ status, body }: Reply) => [status, body.code]
const leftToday = async () => {
  const limits = (await ann.call('GET', '/v1/me/limits')).body.limits as { kind: string; left: number }[]
  return limits.find(({ kind }) => kind === 'day')?.left
}

describe('a split plan', () => {
  it('moves nothing, and its parts make the total to the fen', async () => {
    const plan = await made()
    expect(plan.parts.map(({ amount }) => amount)).toEqual([334, 333, 333])
    expect(await wallet(ann)).toBe(1_000_000)
    const told = (await callers.events(ann.id)).at(-1)!
    expect(told).toMatchObject({ kind: 'split_plan.made', audience: [ann.id] })
    expect(told.data).toMatchObject({ planId: plan.id, total: 1_000, amounts: [334, 333, 333] })
    expect((await make({ parts: [400, 600] })).status).toBe(400)
    expect(codeOf(await make({ count: undefined, parts: [400, 599] }))).toEqual([422, 'parts_not_the_total'])
    expect(codeOf(await make({ count: 21 }))).toEqual([422, 'part_count_out_of_bounds'])
  })

  it('is sent part by part, in any order, each with its own undo, and each once', async () => {
    const plan = await made({ count: undefined, parts: [500, 300, 200] })
    const third = await part(plan, 3)
    expect(third).toMatchObject({
      status: 201,
      body: { amount: 200, note: '分期', state: 'undo', plan: { id: plan.id, no: 3 } },
    })
    const first = await part(plan, 1)
    expect(await wallet(ann)).toBe(1_000_000 - 700)
    const undone = await ann.call('POST', `/v1/transfers/${String(first.body.id)}/undo`)
    expect(undone).toMatchObject({ status: 200, body: { state: 'undone' } })
    expect(await wallet(ann)).toBe(1_000_000 - 200)
    expect(codeOf(await part(plan, 1))).toEqual([409, 'part_sent_already'])
    expect((await see(plan)).parts.map(({ transfer }) => transfer?.state ?? null)).toEqual([
      'undone',
      null,
      'undo',
    ])
    const [told] = await callers.events(String(third.body.id))
    expect(told).toMatchObject({ kind: 'transfer.sent', data: { plan: { id: plan.id, no: 3 } } })
    await callers.service.forward(10 * secondMs)
    await callers.service.sweep()
    expect(await wallet(bob)).toBe(200)
    const seen = await bob.call('GET', `/v1/transfers/${String(third.body.id)}`)
    expect(seen.body).toMatchObject({ amount: 200, plan: null })
  })

  it('is its payer’s alone, ends when they say, and by itself after seven days', async () => {
    const plan = await made()
    expect(codeOf(await part(plan, 1, {}, bob))).toEqual([404, 'not_found'])
    expect(codeOf(await bob.call('GET', `/v1/split-plans/${plan.id}`))).toEqual([404, 'not_found'])
    expect(codeOf(await part(plan, 4))).toEqual([404, 'not_found'])
    await part(plan, 1)
    const ended = await ann.call('POST', `/v1/split-plans/${plan.id}/end`)
    expect(ended).toMatchObject({ status: 200, body: { over: true, endedAt: toIso(start) } })
    const told = (await callers.events(ann.id)).at(-1)!
    expect(told).toMatchObject({ kind: 'split_plan.ended', data: { partsLeft: 2, unsent: 666 } })
    expect(codeOf(await part(plan, 2))).toEqual([409, 'plan_over'])
    expect(codeOf(await ann.call('POST', `/v1/split-plans/${plan.id}/end`))).toEqual([409, 'plan_over'])
    const later = await made()
    await callers.service.forward(7 * dayMs)
    expect(codeOf(await part(later, 1))).toEqual([409, 'plan_over'])
    const list = await ann.call('GET', '/v1/split-plans')
    expect((list.body.items as Plan[]).map(({ id }) => id).sort()).toEqual([later.id, plan.id].sort())
    expect(await wallet(ann)).toBe(1_000_000 - 334)
  })
})

describe('what looks at the sum', () => {
  it('is the limit on one send, while the day counts each part as it is sent', async () => {
    const plan = await made()
    await ann.call('PUT', '/v1/me/limits', { send: 999, day: 700 })
    expect(await part(plan, 1)).toMatchObject({ status: 422, body: { code: 'limit_send' } })
    expect(await wallet(ann)).toBe(1_000_000)
    const other = await callers.person('丙', 10_000n)
    await other.call('PUT', '/v1/me/limits', { send: 1_000, day: 700 })
    const reply = await other.call('POST', '/v1/split-plans', { payeeId: bob.id, total: 1_000, count: 3 })
    const theirs = reply.body as unknown as Plan
    expect((await part(theirs, 1, {}, other)).status).toBe(201)
    expect((await part(theirs, 2, {}, other)).status).toBe(201)
    expect(codeOf(await part(theirs, 3, {}, other))).toEqual([422, 'limit_day'])
    expect(await wallet(other)).toBe(10_000 - 667)
    expect(await leftToday()).toBe(700)
  })

  it('is the step-up, which a small part of a large sum needs as well', async () => {
    await callers.rows(
      'insert into step_up_setting (member_id, from_amount, changed_at) values ($1, 1000, $2)',
      ann.id,
      toIso(start),
    )
    const refused = await part(await made(), 3)
    expect(codeOf(refused)).toEqual([403, 'step_up_needed'])
    expect(refused.body).toMatchObject({ reason: 'own', fromAmount: 1_000 })
    expect(await wallet(ann)).toBe(1_000_000)
  })

  it('is the guard: each part is asked about as the whole, by itself, and never as a repeat', async () => {
    const rich = await callers.person('富', 10_000_000n)
    const reply = await rich.call('POST', '/v1/split-plans', { payeeId: bob.id, total: 600_000, count: 2 })
    const plan = reply.body as unknown as Plan
    const asked = await part(plan, 1, {}, rich)
    expect(asked).toMatchObject({ status: 409, body: { code: 'confirmation_needed' } })
    expect(asked.body.shown).toMatchObject([
      { amount: 300_000, part: { planId: plan.id, no: 1, count: 2, total: 600_000 } },
    ])
    const yes = { confirmation: { shownHash: asked.body.shownHash } }
    expect((await part(plan, 1, yes, rich)).status).toBe(201)
    const second = await part(plan, 2, yes, rich)
    expect(codeOf(second)).toEqual([409, 'confirmation_stale'])
    const codes = (from: Reply) => (from.body.reasons as { code: string }[]).map(({ code }) => code)
    expect(codes(second)).toEqual(codes(asked))
    const again = { confirmation: { shownHash: second.body.shownHash } }
    expect((await part(plan, 2, again, rich)).status).toBe(201)
    const past = await callers.rows('select amount from sent where payer_id = $1 order by at', rich.id)
    expect(past).toEqual([{ amount: '300000' }, { amount: '300000' }])
  })

  it('a part asked for twenty times at once is sent once', async () => {
    const plan = await made()
    const replies = await Promise.all(Array.from({ length: 20 }, () => part(plan, 2)))
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(replies.filter(({ body }) => body.code === 'part_sent_already')).toHaveLength(19)
    expect(await wallet(ann)).toBe(1_000_000 - 333)
  })
})
