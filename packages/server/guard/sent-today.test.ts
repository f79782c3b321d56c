/** What counts as sent today is all of it, not only as much of the past as the guard reads. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { historyCountMax } from '@laisee/core/guard/facts.ts'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { rule } from '@laisee/core/guard/testing/policy.ts'
import { dayMs, fromIso, minuteMs } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { sendTinyOnes } from './testing/tiny-sends.ts'

let callers: Callers
let ann: Person
let bob: Person
let cai: Person

beforeAll(async () => {
  const ofDay = rule('in-a-day', 'sent_today >= 600000', 'confirm')
  const toPayee = rule('to-one', 'sent_today_to_payee >= 500000', 'hold')
  callers = await openCallers({ ...defaultPolicy, rules: [ofDay, toPayee] })
  await callers.service.freeze(fromIso('2026-10-12T02:00:00Z')!)
  ann = await callers.person('安', 10_000_000n)
  bob = await callers.person('波')
  cai = await callers.person('蔡')
})
afterAll(() => callers.close())

const transfer = (to: Person, amount: number) =>
  ann.call('POST', '/v1/transfers', { payeeId: to.id, amount, delayS: 0 })
const outcomeOf = async (to: Person, amount: number) => {
  const body = { payeeId: to.id, amount, delayS: 0 }
  return (await ann.call('POST', '/v1/transfers/preview', body)).body.outcome
}

it('any number of small sends pushes no large one of the day out of the sum', async () => {
  expect((await transfer(bob, 400_000)).status).toBe(201)
  const undone = await transfer(cai, 150_000)
  await ann.call('POST', `/v1/transfers/${String(undone.body.id)}/undo`)
  await callers.service.forward(minuteMs)
  await sendTinyOnes(callers, ann, historyCountMax + 1)
  expect(await outcomeOf(cai, 199_000)).toBe('allow')
  expect(await outcomeOf(cai, 200_000)).toBe('confirm')
  expect(await outcomeOf(bob, 99_999)).toBe('allow')
  expect(await outcomeOf(bob, 100_000)).toBe('hold')
  await callers.service.forward(dayMs)
  expect(await outcomeOf(bob, 200_000)).toBe('allow')
})
