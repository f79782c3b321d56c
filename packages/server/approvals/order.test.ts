import { expect, it } from 'vitest'
import { historyCountMax } from '@laisee/core/guard/facts.ts'
import { readyRules } from '@laisee/core/guard/ready-rules.ts'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { sendTinyOnes } from '../guard/testing/tiny-sends.ts'
import type { Person } from '../testing/callers.ts'
import { listWaiting } from './list-approvals.ts'
import {
  ada,
  ann,
  bob,
  callers,
  codeOf,
  eve,
  org,
  packet,
  pia,
  publish,
  sam,
  say,
  transfer,
  useCompany,
} from './testing/company.ts'

useCompany()

const recall = (who: typeof sam, sendId: string, more: object = {}) =>
  who.call('POST', `/v1/organisations/${org}/recalls`, { sendId, ...more })
const together = (who: typeof sam, ...sendIds: string[]) =>
  who.call('POST', '/v1/approvals/approve', { sendIds })

it('a seat is not given on by somebody who has lost the role', async () => {
  const id = await transfer()
  const roles = `/v1/organisations/${org}/members/${ann.id}/roles`
  await ada.call('PUT', roles, { roles: ['sender'] })
  expect(await codeOf(say(ann, id, 'transfer', { toId: ada.id }))).toBe('not_an_approver')
  expect((await callers.events(id)).map(({ kind }) => kind)).not.toContain('approval.transferred')
  await ada.call('PUT', roles, { roles: ['approver'] })
  await sam.call('POST', `/v1/transfers/${id}/undo`)
})

it('several approved at once are refused for what they are before their sum', async () => {
  const [one, other] = [await transfer(), await transfer()]
  expect(await codeOf(together(sam, one, other))).toBe('own_act')
  expect(await codeOf(together(ada, one, other))).toBe('not_an_approver')
  expect(await codeOf(together(ann, one, other))).toBe('bulk_above_max')
  await say(ann, one, 'approve')
  expect(await codeOf(together(bob, one, other))).toBe('already_approved')
  for (const id of [one, other]) await sam.call('POST', `/v1/transfers/${id}/undo`)
})

it('several approved at once tell nobody from outside which sends were ever approved', async () => {
  const id = await transfer()
  const missing = `tr_${'0'.repeat(26)}`
  const answerTo = async (...ids: string[]) => {
    const { requestId: _, ...told } = (await together(pia, ...ids)).body
    return told
  }
  const none = await answerTo(missing)
  expect(none).toMatchObject({ code: 'not_found' })
  expect(await answerTo(id)).toEqual(none)
  const name = '海山公司'
  const people = [{ memberId: sam.id, roles: ['sender', 'administrator'] }]
  const other = String((await callers.operator.call('POST', '/v1/organisations', { name, people })).body.id)
  await callers.operator.call('POST', `/v1/organisations/${other}/top-ups`, { amount: 1_000_000 })
  const elsewhere = await transfer({ onBehalfOf: other })
  expect(await answerTo(id, elsewhere)).toEqual(none)
  expect(await codeOf(together(sam, id, elsewhere))).toBe('invalid_request')
  await sam.call('POST', `/v1/transfers/${elsewhere}/undo`)
  await sam.call('POST', `/v1/transfers/${id}/undo`)
})

it('a recall is refused by what became of the send before the right to it', async () => {
  const early = await packet()
  expect(await codeOf(recall(ann, early))).toBe('not_delivered_yet')
  await callers.service.forward(minuteMs)
  expect(await codeOf(recall(ann, early))).toBe('recall_right_missing')
  expect(await codeOf(recall(pia, early))).toBe('not_found')
  expect(await codeOf(recall(sam, early))).toBe('yes')
  expect(await codeOf(recall(ann, early))).toBe('already_recalled')
  const arrived = await transfer({ amount: 100 })
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  expect(await codeOf(recall(ann, arrived))).toBe('already_arrived')
})

it('a recalled transfer says who took it back and why, as a packet does', async () => {
  const id = await transfer({ amount: 100, delayS: 7_200 })
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  expect(await codeOf(recall(ada, id, { note: '发错了' }))).toBe('yes')
  expect((await callers.events(id)).at(-1)).toMatchObject({
    kind: 'transfer.recalled',
    data: { recalledBy: ada.id, note: '发错了' },
  })
})

it('a rule of the organisation holds where the service itself has no guard', async () => {
  const says = { zh: '大额要审批', en: 'large sends are approved' }
  const rule = { id: 'all', when: 'amount >= 777', tells: [], says }
  await publish({ rules: [{ ...rule, outcome: 'approve' }], thresholds: [] })
  const sent = await sam.call('POST', '/v1/transfers', { payeeId: pia.id, amount: 800, onBehalfOf: org })
  expect(sent.body).toMatchObject({ state: 'approving' })
  expect((await ann.call('GET', `/v1/approvals/${String(sent.body.id)}`)).body).toMatchObject({
    askedBy: { why: 'rule', ruleIds: ['all'] },
  })
  await publish({ rules: [{ ...rule, outcome: 'confirm' }] })
  const body = { payeeId: pia.id, amount: 900, onBehalfOf: org }
  const asked = await sam.call('POST', '/v1/transfers', body)
  expect(asked.body).toMatchObject({ code: 'confirmation_needed' })
  const confirmation = { shownHash: asked.body.shownHash }
  expect(await codeOf(sam.call('POST', '/v1/transfers', { ...body, confirmation }))).toBe('yes')
})

it('smaller sums to one payee on one day add up to what is approved: only what is for the organisation, and kept', async () => {
  await publish({ rules: [readyRules.find(({ id }) => id === 'split-in-a-day')!], thresholds: [] })
  const [payee, other] = [await callers.person('供应商'), await callers.person('另一家')]
  await callers.operator.call('POST', '/v1/top-ups', { memberId: sam.id, amount: 1_000_000 })
  const send = async (to: Person, amount: number, more: object = { onBehalfOf: org }) => {
    const { body } = await sam.call('POST', '/v1/transfers', { payeeId: to.id, amount, delayS: 0, ...more })
    return body as { id: string; state: string }
  }
  expect((await send(payee, 300_000)).state).toBe('undo')
  expect((await send(other, 300_000)).state).toBe('undo')
  expect((await send(payee, 250_000, {})).state).toBe('undo')
  const undone = await send(payee, 199_999)
  expect(undone.state).toBe('undo')
  await sam.call('POST', `/v1/transfers/${undone.id}/undo`)
  expect((await send(payee, 199_999)).state).toBe('undo')
  // More of one's own than the guard reads of a past hide nothing of the day.
  await sendTinyOnes(callers, sam, historyCountMax + 1)
  const last = await send(payee, 1)
  expect(last.state).toBe('approving')
  expect((await ann.call('GET', `/v1/approvals/${last.id}`)).body).toMatchObject({
    askedBy: { why: 'rule', ruleIds: ['split-in-a-day'] },
  })
  await callers.service.forward(dayMs)
  expect((await send(payee, 300_000)).state).toBe('undo')
})

it('what waits for somebody else pushes nothing out of one’s own list', async () => {
  const steps = [{ manner: 'all', approvers: [{ memberId: ann.id }, { memberId: bob.id }] }]
  const says = { zh: '两位一起审批', en: 'both approve' }
  await publish({
    rules: [],
    chains: [{ id: 'two', says, steps, timeoutS: 86_400, onTimeout: 'reject', copyTo: [] }],
    thresholds: [{ amount: 500_000, chainId: 'two' }],
    rulesChainId: 'two',
  })
  const waitingFor = (who: Person, max?: number) =>
    callers.service.ctx.db.snapshot((tx) => listWaiting(tx, who.id, org, max))
  for (const { row } of await waitingFor(ann)) await sam.call('POST', `/v1/transfers/${row.sendId}/undo`)
  const ids: string[] = []
  for (let i = 0; i < 3; i++) ids.push(await transfer())
  for (const id of ids.slice(0, 2)) await say(ann, id, 'approve')
  expect((await waitingFor(ann, 1)).map(({ row }) => row.sendId)).toEqual(ids.slice(2))
  for (const id of ids) await sam.call('POST', `/v1/transfers/${id}/undo`)
})

it('whoever has left is told of no send, though the policy still names them', async () => {
  const carl = await callers.person('卡')
  const people = `/v1/organisations/${org}/members`
  expect(
    (await callers.operator.call('POST', people, { memberId: carl.id, roles: ['approver'] })).status,
  ).toBe(201)
  const steps = [{ manner: 'any', approvers: [{ memberId: ann.id }, { memberId: carl.id }] }]
  const chain = {
    id: 'named',
    says: { zh: '点名审批', en: 'named' },
    steps,
    timeoutS: 86_400,
    onTimeout: 'reject',
  }
  await publish({
    rules: [],
    chains: [{ ...chain, copyTo: [{ memberId: carl.id }, { memberId: eve.id }] }],
    thresholds: [{ amount: 500_000, chainId: 'named' }],
    rulesChainId: 'named',
  })
  expect((await ada.call('DELETE', `${people}/${carl.id}`)).status).toBeLessThan(300)
  const id = await transfer()
  await say(ann, id, 'approve')
  const told = (await callers.events(id)).map(({ kind, audience }) => [kind, audience.includes(carl.id)])
  expect(told).toContainEqual(['approval.submitted', false])
  expect(told.filter(([, isTold]) => isTold)).toEqual([])
  const submitted = (await callers.events(id)).find(({ kind }) => kind === 'approval.submitted')!
  expect(submitted.audience).toContain(eve.id)
  await sam.call('POST', `/v1/transfers/${id}/undo`)
})
