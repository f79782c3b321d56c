import { afterAll, beforeAll, expect, it } from 'vitest'
import { minuteMs } from '@laisee/core/instant.ts'
import { openHouse, type House } from '../freezes/testing/house.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let house: House
let ann: Person
let bob: Person
let sourceId: string

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(Date.UTC(2026, 10, 22, 4))
  house = await openHouse(callers)
  ann = await callers.person('安', 1_000_000n)
  bob = await callers.person('伯', 1_000n)
  const sent = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 5_000, delayS: 0 })
  sourceId = String(sent.body.id)
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
})
afterAll(() => callers.close())

const listed = async (who: Person, query: string) => {
  const { body } = await who.call('GET', `/v1/disputes?${query}`)
  return { ids: (body.items as { id: string }[]).map(({ id }) => id), names: body.names }
}

it('an agent finds a dispute in nobody’s hands, then in their own, with names and the money by the ledger', async () => {
  const ask = { sourceId, cause: 'mistake', text: '点错人了' }
  const id = String((await ann.call('POST', '/v1/disputes', ask)).body.id)
  expect(await listed(house.ada, 'inHandOf=nobody')).toMatchObject({
    ids: [id],
    names: { [ann.id]: '安', [bob.id]: '伯' },
  })
  expect((await listed(house.ada, 'inHandOf=me')).ids).toEqual([])
  await house.ada.call('POST', `/v1/disputes/${id}/assign`, {})
  expect((await listed(house.ada, 'inHandOf=me')).ids).toEqual([id])
  expect((await listed(house.abe, 'inHandOf=nobody')).ids).toEqual([])

  await bob.call('POST', `/v1/transfers/${sourceId}/return`, { amount: 2_000 })
  const money = `/v1/disputes/${id}/money`
  expect((await house.auditor.call('GET', money)).body).toMatchObject({
    kind: 'transfer',
    state: 'arrived',
    payerId: ann.id,
    paidFromId: ann.id,
    holderId: bob.id,
    received: 5_000,
    givenBack: 2_000,
    held: 3_000,
    wallet: { balance: 4_000, frozen: 0, state: 'open' },
    requests: [{ kind: 'offered', returned: 2_000 }],
    names: { [ann.id]: '安', [house.ada.id]: '小安' },
  })
  expect((await ann.call('GET', money)).body.code).toBe('not_found')
})

it('an agent sees whose money they are about to freeze, and finds freezes by kind, basis and objection', async () => {
  const subject = await house.ada.call('GET', `/v1/freeze-subjects/${bob.id}`)
  expect(subject.body).toMatchObject({ ownerName: '伯', packet: null, freezes: [] })
  expect((await house.auditor.call('GET', `/v1/freeze-subjects/${bob.id}`)).body.code).toBe('role_missing')
  const body = {
    kind: 'amount',
    subjectId: bob.id,
    amount: 500,
    reason: 'dispute',
    note: '核实',
    basis: 'policy',
  }
  const { id } = (await house.ada.call('POST', '/v1/freezes', body)).body
  const found = async (query: string) =>
    ((await house.abe.call('GET', `/v1/freezes?${query}`)).body.items as { id: string }[]).map(
      (one) => one.id,
    )
  expect(await found('kind=amount&basis=policy')).toEqual([id])
  expect(await found('kind=wallet')).toEqual([])
  expect(await found('basis=court')).toEqual([])
  expect(await found('state=appealed')).toEqual([])
  await bob.call('POST', `/v1/freezes/${String(id)}/appeal`, { text: '请解除' })
  expect(await found('state=appealed')).toEqual([id])
  const record = (await house.auditor.call('GET', `/v1/freezes/${String(id)}`)).body
  expect(record.names).toMatchObject({ [bob.id]: '伯', [house.ada.id]: '小安' })
  const after = (await house.ada.call('GET', `/v1/freeze-subjects/${bob.id}`)).body
  expect(after).toMatchObject({ wallet: { frozen: 500, state: 'open' }, freezes: [{ id }] })
})
