import { expect, it } from 'vitest'
import { hourMs, minuteMs } from '@laisee/core/instant.ts'
import {
  abe,
  ann,
  balance,
  bob,
  callers,
  org,
  pia,
  publish,
  sam,
  say,
  useCompany,
} from './testing/company.ts'

useCompany()

const second = () => ({
  id: 'second',
  says: { zh: '另一位审批', en: 'another approves' },
  steps: [{ manner: 'any', approvers: [{ memberId: ann.id }] }],
  timeoutS: 86_400,
  onTimeout: 'reject',
  copyTo: [],
})

const look = (amount: number, more: object = {}) =>
  sam.call('POST', '/v1/transfers/preview', { payeeId: pia.id, amount, onBehalfOf: org, ...more })

/** Whose word it would wait for, in order of their ids. */
function askedIn(body: Record<string, unknown>): string[] {
  const { waitsFor } = body.approval as { waitsFor: { id: string }[] }
  return waitsFor.map(({ id }) => id).sort()
}

it('a send on behalf that is only looked at says whose word it would wait for, and moves nothing', async () => {
  const before = await balance()
  const { status, body } = await look(800_000)
  expect(status).toBe(200)
  expect(body.approval).toMatchObject({ manner: 'any', stepCount: 1 })
  expect(askedIn(body)).toEqual([ann.id, bob.id].sort())
  expect((await look(499_999)).body).toMatchObject({ approval: null })
  expect((await sam.call('GET', '/v1/approvals?box=sent')).body.items).toEqual([])
  expect(await balance()).toBe(before)
  expect(await callers.rows('select 1 from transfer where payer_id = $1', sam.id)).toEqual([])
})

it('what would be left is what the organisation lets its sender send, not their own limits', async () => {
  expect((await look(10_000)).body).toMatchObject({ dayLeft: null, monthLeft: null })
  await publish({
    limits: { share: null, send: null, day: 1_000_000, month: null },
    chains: [
      {
        id: 'two',
        says: { zh: '两位一起审批', en: 'both approve' },
        steps: [{ manner: 'all', approvers: [{ memberId: ann.id }, { memberId: abe.id }] }],
        timeoutS: 86_400,
        onTimeout: 'reject',
        copyTo: [],
      },
    ],
    thresholds: [{ amount: 500_000, chainId: 'two' }],
    rulesChainId: 'two',
  })
  const { body } = await look(600_000)
  expect(body).toMatchObject({
    dayLeft: 400_000,
    monthLeft: null,
    approval: { says: { zh: '两位一起审批', en: 'both approve' }, manner: 'all' },
  })
  expect(askedIn(body)).toEqual([abe.id, ann.id].sort())
  expect((await look(1_000_100)).body).toMatchObject({ code: 'limit_day', left: 1_000_000 })
})

it('what one rule holds and another wants approved waits after its approval, and says so before', async () => {
  const says = { zh: '规则', en: 'rule' }
  const rule = (id: string, more: object) => ({ id, when: 'amount >= 700', tells: [], says, ...more })
  const rules = [
    rule('slow', { outcome: 'hold', hold: { ms: hourMs, releaseFromMs: null } }),
    rule('seen', { outcome: 'approve' }),
  ]
  await publish({ rules, chains: [second()], thresholds: [], rulesChainId: 'second' })
  expect((await look(700)).body).toMatchObject({ outcome: 'approve', shown: { hold: { ms: hourMs } } })
  const body = { payeeId: pia.id, amount: 700, onBehalfOf: org, delayS: 0 }
  const { id, state } = (await sam.call('POST', '/v1/transfers', body)).body as { id: string; state: string }
  expect(state).toBe('approving')
  await callers.service.forward(minuteMs)
  await say(ann, id, 'approve')
  const read = async () => (await sam.call('GET', `/v1/transfers/${id}`)).body.state
  expect(await read()).toBe('held')
  await callers.service.forward(hourMs - minuteMs)
  expect(await read()).toBe('held')
  await callers.service.forward(minuteMs)
  expect(await read()).toBe('undo')
})
