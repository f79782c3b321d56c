/** Nobody of the house freezes or frees the money of whom they have an open dispute with, whatever they name. */

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { openHouse, type House } from './testing/house.ts'

const noon = Date.UTC(2026, 10, 22, 4)

let callers: Callers
let house: House
let ann: Person
let bob: Person

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(noon)
  house = await openHouse(callers)
})
beforeEach(async () => {
  await callers.service.freeze(noon)
  ann = await callers.person('安', 10_000n)
  bob = await callers.person('波', 10_000n)
})
afterAll(() => callers.close())

async function pass(ms: number): Promise<void> {
  await callers.service.forward(ms)
  await callers.service.sweep()
}
/** A transfer that has arrived. */
async function sent(from: Person, to: Person, change: object = {}): Promise<string> {
  const reply = await from.call('POST', '/v1/transfers', {
    payeeId: to.id,
    amount: 100,
    delayS: 0,
    ...change,
  })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  await pass(minuteMs)
  return String(reply.body.id)
}
async function dispute(opener: Person, sourceId: string, change: object = {}): Promise<string> {
  const body = { sourceId, cause: 'mistake', text: '转错人了', ...change }
  const reply = await opener.call('POST', '/v1/disputes', body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return String(reply.body.id)
}
const freeze = (subjectId: string, by: Person, change: object = {}) =>
  by.call('POST', '/v1/freezes', {
    ...{ kind: 'amount', subjectId, amount: 10, reason: 'suspected_fraud', note: '核实', basis: 'policy' },
    ...change,
  })
const all = { kind: 'wallet', amount: null }
const refused = { status: 403, body: { code: 'own_act' } }

it('as either side: no freeze, no release, no answer to an objection, until the dispute is over', async () => {
  const { ada, abe } = house
  const own = await sent(bob, ada)
  const other = await sent(ann, bob)
  const packet = { kind: 'direct', recipientIds: [ann.id], total: 600, count: 1 }
  const { body: kept } = await bob.call('POST', '/v1/packets', packet)
  const { body: made } = await freeze(bob.id, abe)
  await bob.call('POST', `/v1/freezes/${String(made.id)}/appeal`, { text: '这是我的工资' })
  const answer = () =>
    ada.call('POST', `/v1/freezes/${String(made.id)}/appeal/answer`, { outcome: 'dismissed', answer: '不' })
  const release = () => ada.call('POST', `/v1/freezes/${String(made.id)}/release`, { reason: 'cleared' })

  const id = await dispute(bob, own)
  expect(await freeze(bob.id, ada)).toMatchObject(refused)
  expect(await freeze(bob.id, ada, { aboutId: other })).toMatchObject(refused)
  expect(await freeze(bob.id, ada, all)).toMatchObject(refused)
  expect(await freeze(String(kept.id), ada, { kind: 'packet', amount: null })).toMatchObject(refused)
  expect(await answer()).toMatchObject(refused)
  expect(await release()).toMatchObject(refused)
  expect((await freeze(ann.id, ada)).status).toBe(201)
  expect((await freeze(bob.id, abe)).status).toBe(201)

  await bob.call('POST', `/v1/disputes/${id}/withdraw`)
  expect((await answer()).status).toBe(200)
  expect((await release()).status).toBe(200)
})

it('a decision that nobody appealed against in time ends it, written down or not', async () => {
  const { ada, abe } = house
  const id = await dispute(bob, await sent(bob, ada))
  await abe.call('POST', `/v1/disputes/${id}/assign`, {})
  await ada.call('POST', `/v1/disputes/${id}/statements`, { text: '是还款' })
  await abe.call('POST', `/v1/disputes/${id}/decide`, { outcome: 'refuse', reasons: '看过了。' })
  await callers.service.forward(7 * dayMs - 1)
  expect(await freeze(bob.id, ada)).toMatchObject(refused)
  await callers.service.forward(1)
  expect((await freeze(bob.id, ada)).status).toBe(201)
})

it('as one of those who have a share of what it is about', async () => {
  const { ada, abe } = house
  const recipientIds = [ada.id, bob.id]
  const body = { kind: 'equal', recipientIds, total: 600, count: 2 }
  const reply = await ann.call('POST', '/v1/packets', body)
  await pass(minuteMs)
  const packetId = String(reply.body.id)
  for (const who of [ada, bob]) await who.call('POST', `/v1/packets/${packetId}/claims`)
  await dispute(ann, packetId, { againstId: bob.id })
  expect(await freeze(bob.id, ada)).toMatchObject(refused)
  expect(await freeze(ann.id, ada)).toMatchObject(refused)
  expect((await freeze(bob.id, abe)).status).toBe(201)
})

it('against a sender whose organisation paid: its wallet neither', async () => {
  const { ada, abe } = house
  const people = [
    { memberId: ann.id, roles: ['administrator'] },
    { memberId: bob.id, roles: ['sender'] },
  ]
  const made = await callers.operator.call('POST', '/v1/organisations', { name: '公司', people })
  const id = String(made.body.id)
  await callers.operator.call('POST', `/v1/organisations/${id}/top-ups`, { amount: 5_000 })
  expect((await freeze(id, ada)).status).toBe(201)
  await dispute(bob, await sent(bob, ada, { onBehalfOf: id }))
  expect(await freeze(id, ada)).toMatchObject(refused)
  expect((await freeze(id, abe)).status).toBe(201)
})
