/** What an administrator takes over of instalments whose sender has left the organisation that paid. */

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { minuteMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
/** The sender, the recipient, two administrators and an auditor. */
let [ann, bob, cai, dan, eve] = [] as unknown as [Person, Person, Person, Person, Person]
let org: string
let about: string

beforeAll(async () => {
  callers = await openCallers()
})
afterAll(() => callers.close())
afterEach(async () => {
  const { checks } = await auditEverything(callers.service.ctx.db)
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
})
beforeEach(async () => {
  await callers.service.freeze(Date.UTC(2026, 10, 22, 4))
  ann = await callers.person('安', 1_000_000n)
  ;[bob, cai, dan, eve] = [
    await callers.person('波', 1_000_000n),
    await callers.person('财'),
    await callers.person('丹'),
    await callers.person('审'),
  ]
  const people = [
    { memberId: ann.id, roles: ['sender'] },
    { memberId: cai.id, roles: ['administrator'] },
    { memberId: dan.id, roles: ['administrator'] },
    { memberId: eve.id, roles: ['auditor'] },
  ]
  const made = await callers.operator.call('POST', '/v1/organisations', { name: '山海公司', people })
  org = String(made.body.id)
  await callers.operator.call('POST', `/v1/organisations/${org}/top-ups`, { amount: 10_000 })
  const body = { payeeId: bob.id, amount: 800, delayS: 0, onBehalfOf: org }
  about = String((await ann.call('POST', '/v1/transfers', body)).body.id)
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
})

const leaves = (one: Person) => callers.operator.call('DELETE', `/v1/organisations/${org}/members/${one.id}`)
const plan = { count: 2, firstOn: '2026-11-30', every: 'week' }
const propose = (by: Person, more: object = {}) =>
  by.call('POST', '/v1/instalments', { about, principal: 800, plan, ...more })
const on = (id: unknown, verb: string, by: Person, body?: object) =>
  by.call('POST', `/v1/instalments/${String(id)}/${verb}`, body)
const code = async (reply: Promise<{ body: Record<string, unknown> }>) => (await reply).body.code
const owned = async (ownerId: string) =>
  (await callers.rows('select balance::int from account where owner_id = $1', ownerId))[0]!.balance

it('is refused while the sender is there, to whoever is not an administrator, and once it is over', async () => {
  const { id } = (await propose(bob)).body
  expect(await code(on(id, 'take-over', cai))).toBe('sender_still_there')
  expect(await code(on(id, 'take-over', eve))).toBe('role_missing')
  expect(await code(on(id, 'take-over', bob))).toBe('not_found')
  expect(await code(on(id, 'take-over', ann))).toBe('not_found')
  expect(await code(on('ins_unknown', 'take-over', cai))).toBe('invalid_request')
  await leaves(ann)
  expect(await code(on(id, 'take-over', ann))).toBe('not_found')
  expect(await code(on(id, 'accept', cai, { version: 1 }))).toBe('not_found')
  await on(id, 'drop', bob)
  expect(await code(on(id, 'take-over', cai))).toBe('instalments_over')
  const own = await propose(await callers.person('路人'), { about })
  expect(own.body.code).toBe('not_found')
})

it('gives the administrator every word of the creditor, and the leaver none; the money goes to the organisation', async () => {
  const { id } = (await propose(bob)).body
  await leaves(ann)
  const seen = await cai.call('GET', `/v1/organisations/${org}/sends/${about}`)
  expect(seen.body.instalments).toMatchObject([
    { id, creditor: { id: ann.id }, debtor: { id: bob.id }, state: 'proposed', may: ['take_over'] },
  ])
  const taken = await on(id, 'take-over', cai)
  expect(taken.body).toMatchObject({
    creditor: { id: cai.id },
    organisationName: '山海公司',
    may: ['propose', 'accept', 'drop'],
  })
  expect((await on(id, 'take-over', cai)).status).toBe(200)
  const told = (await callers.events(String(id))).filter(({ kind }) => kind === 'instalments.taken_over')
  expect(told).toMatchObject([{ audience: [cai.id, bob.id].sort(), data: { from: ann.id, by: cai.id } }])
  expect((await ann.call('GET', `/v1/instalments/${String(id)}`)).status).toBe(404)
  expect((await on(id, 'accept', cai, { version: 1 })).body).toMatchObject({ state: 'active' })
  expect((await on(id, 'pay', bob, {})).body).toMatchObject({ paid: 400, left: 400 })
  expect([await owned(org), await owned(cai.id)]).toEqual([9_600, 0])
  expect((await on(id, 'release', cai)).body).toMatchObject({ state: 'released', may: [] })
  expect((await dan.call('GET', `/v1/organisations/${org}/sends/${about}`)).body.instalments).toMatchObject([
    { creditor: { id: cai.id }, state: 'released', left: 0, may: [] },
  ])
})

it('never lets one side answer itself: what the leaver proposed is the administrator’s own to take back', async () => {
  const { id } = (await propose(ann)).body
  await leaves(ann)
  expect((await on(id, 'take-over', cai)).body).toMatchObject({ may: ['propose', 'drop'] })
  expect(await code(on(id, 'accept', cai, { version: 1 }))).toBe('own_act')
  expect((await on(id, 'take-over', dan)).body).toMatchObject({ creditor: { id: dan.id } })
  expect(await code(on(id, 'drop', cai))).toBe('not_found')
  expect((await on(id, 'accept', bob, { version: 1 })).body).toMatchObject({ state: 'active' })
  await callers.operator.call('PUT', `/v1/organisations/${org}/members/${dan.id}/roles`, {
    roles: ['sender'],
  })
  expect(await code(on(id, 'release', dan))).toBe('not_found')
  expect((await on(id, 'take-over', cai)).status).toBe(200)
})

it('an administrator proposes what the sender can propose no more, also about what is open; the count of three is the side’s', async () => {
  expect(await code(propose(cai))).toBe('sender_still_there')
  const { id } = (await propose(ann)).body
  await leaves(ann)
  expect(await code(propose(ann))).toBe('not_found')
  expect(await code(propose(eve))).toBe('role_missing')
  const next = await propose(cai, { principal: 600 })
  expect(next.body).toMatchObject({ id, creditor: { id: cai.id }, proposed: { version: 2, by: cai.id } })
  expect((await propose(dan, { principal: 500 })).body).toMatchObject({ creditor: { id: dan.id } })
  expect(await code(propose(cai, { principal: 400 }))).toBe('reminded_enough')
  await on(id, 'drop', bob)
  expect(await code(propose(cai))).toBe('reminded_enough')
})

it('whoever owes and proposes first reaches the administrator who asked for it, else one that is there', async () => {
  await leaves(ann)
  const asked = await dan.call('POST', `/v1/transfers/${about}/return-requests`, { cause: 'AM09' })
  expect(asked.status).toBe(201)
  const first = (await propose(bob)).body
  expect(first).toMatchObject({ creditor: { id: dan.id } })
  await on(first.id, 'drop', bob)
  const [request] = asked.body.requests as { id: string }[]
  await bob.call('POST', `/v1/return-requests/${request!.id}/decline`, { reason: 'CUST' })
  const second = (await propose(bob)).body
  expect([cai.id, dan.id]).toContain((second.creditor as { id: string }).id)
  await on(second.id, 'drop', bob)
  await leaves(dan)
  expect((await propose(bob)).body).toMatchObject({ creditor: { id: cai.id } })
})

it('two administrators at once: one stands there in the end, each was told', async () => {
  const { id } = (await propose(bob)).body
  await leaves(ann)
  const both = await Promise.all([on(id, 'take-over', cai), on(id, 'take-over', dan)])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const { body } = await bob.call('GET', `/v1/instalments/${String(id)}`)
  const events = await callers.events(String(id))
  const last = events.filter(({ kind }) => kind === 'instalments.taken_over').at(-1)!
  expect((body.creditor as { id: string }).id).toBe((last.data as { creditorId: string }).creditorId)
})
