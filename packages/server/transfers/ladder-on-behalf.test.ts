/** A ladder for an organisation: approved, rejected and paid back as a whole; a split plan is nobody's but a member's own. */

import { expect, it } from 'vitest'
import { secondMs } from '@laisee/core/instant.ts'
import {
  ann,
  balance,
  callers,
  kindsTold,
  org,
  pia,
  read,
  sam,
  say,
  useCompany,
} from '../approvals/testing/company.ts'

useCompany()

const amount = 800_000
const first = 100
const undoMs = 10 * secondMs

interface Half {
  id: string
  state: string
  onBehalfOf: string | null
}

async function ladder(more: object = {}): Promise<{ first: Half; rest: Half }> {
  const body = { payeeId: pia.id, amount, first, acknowledgeWithinS: 600, onBehalfOf: org, ...more }
  const reply = await sam.call('POST', '/v1/ladders', body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body as unknown as { first: Half; rest: Half }
}
const wallet = async () => Number((await pia.call('GET', '/v1/wallet')).body.balance)
async function pass(ms: number): Promise<void> {
  await callers.service.forward(ms)
  await callers.service.sweep()
}

it('waits for one word on all of it, and arrives whole once its payee acknowledges the first part', async () => {
  const [before, had] = [await balance(), await wallet()]
  const sent = await ladder()
  expect([sent.first, sent.rest]).toMatchObject([
    { state: 'approving', onBehalfOf: org },
    { state: 'approving', onBehalfOf: org },
  ])
  expect(await balance()).toBe(before - amount)
  expect(await read(ann, sent.first.id)).toMatchObject({ send: { amount, state: 'approving' } })
  const [, submitted] = await callers.events(sent.first.id)
  expect(submitted).toMatchObject({ kind: 'approval.submitted', data: { amount, organisationId: org } })
  expect((await say(ann, sent.rest.id, 'approve')).status).toBe(404)

  expect((await say(ann, sent.first.id, 'approve')).status).toBe(200)
  await pass(undoMs)
  expect(await wallet()).toBe(had + first)
  expect((await pia.call('POST', `/v1/transfers/${sent.rest.id}/accept`)).status).toBe(200)
  expect([await wallet(), await balance()]).toEqual([had + amount, before - amount])
  expect(await kindsTold(sent.rest.id)).toEqual([
    'transfer.sent',
    'transfer.delivered',
    'transfer.accepted',
    'transfer.arrived',
  ])
})

it('brings the rest back to the organisation where its payee does not acknowledge the first part in time', async () => {
  const [before, had] = [await balance(), await wallet()]
  const sent = await ladder()
  await say(ann, sent.first.id, 'approve')
  await pass(undoMs)
  await pass(600 * secondMs)
  expect([await wallet(), await balance()]).toEqual([had + first, before - first])
  expect((await kindsTold(sent.first.id)).at(-1)).toBe('transfer.arrived')
  const returned = (await callers.events(sent.rest.id)).at(-1)!
  expect(returned).toMatchObject({
    kind: 'transfer.returned',
    data: { amount: amount - first, reason: 'NOAS' },
  })
})

it('is rejected whole, and all of the money is the organisation’s again', async () => {
  const before = await balance()
  const sent = await ladder()
  expect((await say(ann, sent.first.id, 'reject', { note: '太多了' })).status).toBe(200)
  expect(await balance()).toBe(before)
  for (const { id } of [sent.first, sent.rest]) {
    const rejected = (await callers.events(id)).at(-1)!
    expect(rejected).toMatchObject({ kind: 'transfer.rejected', data: { decidedBy: ann.id } })
    expect(rejected.audience).not.toContain(pia.id)
  }
})

it('a split plan is not for an organisation: neither it nor a part of it can name one', async () => {
  const body = { payeeId: pia.id, total: 1_000, count: 2 }
  const refused = await sam.call('POST', '/v1/split-plans', { ...body, onBehalfOf: org })
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  const plan = await sam.call('POST', '/v1/split-plans', body)
  const part = `/v1/split-plans/${String(plan.body.id)}/parts/1`
  expect((await sam.call('POST', part, { onBehalfOf: org })).body.code).toBe('invalid_request')
})
