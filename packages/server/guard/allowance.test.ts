/** The guard and allowances: what it says to the holder says nothing of the giver, and a yes is to one purse. */

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { fromIso } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let mama: Person
let son: Person
let friend: Person
let paidFrom: string

beforeAll(async () => {
  callers = await openCallers(defaultPolicy)
})
beforeEach(async () => {
  await callers.service.freeze(fromIso('2026-10-12T08:00:00Z')!)
  mama = await callers.person('妈妈', 700_000n)
  son = await callers.person('儿子', 700_000n)
  friend = await callers.person('朋友')
  const offer = await mama.call('POST', '/v1/families', { memberId: son.id, monthMax: 900_000 })
  paidFrom = String(offer.body.id)
  await son.call('POST', `/v1/families/${paidFrom}/accept`)
})
afterAll(() => callers.close())

const transfer = (amount: number, more: object = {}) => ({ payeeId: friend.id, amount, delayS: 0, ...more })
const codesOf = (list: unknown) => (list as { code: string }[]).map(({ code }) => code)

it('the holder learns nothing of how much the giver has, neither before a send nor after', async () => {
  await son.call('POST', '/v1/transfers', { payeeId: mama.id, amount: 100, delayS: 0 })
  const large = transfer(600_000, { paidFrom })
  const preview = await son.call('POST', '/v1/transfers/preview', large)
  expect(preview.status).toBe(200)
  expect(codesOf(preview.body.reasons)).toContain('first_payee')
  expect(codesOf(preview.body.reasons)).not.toContain('most_of_balance')
  const confirmation = { shownHash: preview.body.shownHash }
  const sent = await son.call('POST', '/v1/transfers', { ...large, confirmation })
  expect(sent.status).toBe(201)
  const { body } = await son.call('GET', `/v1/transfers/${String(sent.body.id)}/verdict`)
  expect(codesOf(body.signals)).toContain('large_amount')
  expect(codesOf(body.signals)).not.toContain('most_of_balance')
  expect((await mama.call('GET', '/v1/wallet')).body.balance).toBe(100_000)
})

it('a yes to a send from one purse is none to the same from another', async () => {
  const own = transfer(600_000)
  const asked = await son.call('POST', '/v1/transfers', own)
  expect(asked.body.code).toBe('confirmation_needed')
  const confirmation = { shownHash: asked.body.shownHash }
  const other = await son.call('POST', '/v1/transfers', { ...own, paidFrom, confirmation })
  expect(other).toMatchObject({ status: 409, body: { code: 'confirmation_stale' } })
  expect((await mama.call('GET', '/v1/wallet')).body.balance).toBe(700_000)
  expect((await son.call('POST', '/v1/transfers', { ...own, confirmation })).status).toBe(201)
})
