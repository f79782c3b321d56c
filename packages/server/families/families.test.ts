import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let mama: Person
let son: Person
let friend: Person

const afternoon = Date.UTC(2026, 10, 22, 8)

beforeAll(async () => {
  callers = await openCallers()
})
beforeEach(async () => {
  await callers.service.freeze(afternoon)
  mama = await callers.person('妈妈', 1_000_000n)
  son = await callers.person('儿子', 500n)
  friend = await callers.person('朋友')
})
afterAll(async () => {
  await callers.service.forward(40 * dayMs)
  await callers.service.sweep()
  expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
  await callers.close()
})

const invite = (giver: Person, holder: Person, more: object = {}) =>
  giver.call('POST', '/v1/families', { memberId: holder.id, ...more })

async function linked(more: object = {}): Promise<string> {
  const id = String((await invite(mama, son, more)).body.id)
  expect((await son.call('POST', `/v1/families/${id}/accept`)).status).toBe(200)
  return id
}

const pay = (paidFrom: string, amount: number, by = son) =>
  by.call('POST', '/v1/transfers', { payeeId: friend.id, amount, delayS: 3_600, paidFrom })
const packet = (paidFrom: string, total: number) =>
  son.call('POST', '/v1/packets', { kind: 'direct', recipientIds: [friend.id], total, count: 1, paidFrom })
const balance = async (person: Person) => Number((await person.call('GET', '/v1/wallet')).body.balance)
const held = async () => ((await son.call('GET', '/v1/families')).body.held as Record<string, unknown>[])[0]!
const kinds = async (id: string) => (await callers.events(id)).map(({ kind }) => kind)

describe('an allowance', () => {
  it('is offered, accepted, and both are told', async () => {
    const offer = await invite(mama, son)
    expect(offer).toMatchObject({
      status: 201,
      body: {
        state: 'invited',
        monthMax: 300_000,
        left: 300_000,
        giver: { id: mama.id },
        approveAbove: null,
      },
    })
    const id = String(offer.body.id)
    expect((await mama.call('POST', `/v1/families/${id}/accept`)).status).toBe(404)
    expect((await son.call('POST', `/v1/families/${id}/accept`)).body).toMatchObject({ state: 'active' })
    expect((await son.call('POST', `/v1/families/${id}/accept`)).body).toMatchObject({ state: 'active' })
    expect(await callers.events(id)).toMatchObject([
      { seq: 1, kind: 'family.invited', audience: [mama.id, son.id].sort() },
      { seq: 2, kind: 'family.accepted' },
    ])
  })

  it('pays from the giver’s wallet, and the holder’s own is not touched', async () => {
    const id = await linked()
    const { status, body } = await packet(id, 2_000)
    expect([status, body.familyId]).toEqual([201, id])
    expect([await balance(mama), await balance(son)]).toEqual([998_000, 500])
    expect(await held()).toMatchObject({
      counted: 2_000,
      left: 298_000,
      renewsAt: '2026-11-30T16:00:00.000Z',
    })
    expect((await callers.events(id)).at(-1)).toMatchObject({
      kind: 'family.spent',
      data: { giverId: mama.id, holderId: son.id, sendId: body.id, amount: 2_000 },
      audience: [mama.id, son.id].sort(),
    })
    const [line] = (await mama.call('GET', '/v1/wallet/entries')).body.items as object[]
    expect(line).toMatchObject({ amount: -2_000, reason: 'family_spent' })
  })

  it('is told with a transfer to whoever sent it, and not to its payee', async () => {
    const id = await linked()
    const { status, body } = await pay(id, 1_000)
    expect([status, body.familyId]).toEqual([201, id])
    await callers.service.forward(20_000)
    const seenBy = async (one: typeof son) => (await one.call('GET', `/v1/transfers/${String(body.id)}`)).body
    expect((await seenBy(son)).familyId).toBe(id)
    expect(await seenBy(friend)).toMatchObject({ amount: 1_000, familyId: null })
  })

  it('takes what expires or is recalled back to the giver, and does not give it out again', async () => {
    const id = await linked({ monthMax: 3_000 })
    const transfer = await pay(id, 1_000)
    const sent = await packet(id, 2_000)
    await callers.service.forward(20_000)
    await son.call('POST', `/v1/transfers/${String(transfer.body.id)}/recall`)
    await callers.service.forward(dayMs)
    await callers.service.sweep()
    expect((await son.call('GET', `/v1/packets/${String(sent.body.id)}`)).body.state).toBe('expired')
    expect([await balance(mama), await balance(son)]).toEqual([1_000_000, 500])
    expect(await held()).toMatchObject({ counted: 3_000, left: 0 })
    expect((await pay(id, 1)).body).toMatchObject({ code: 'limit_family', left: 0, max: 3_000 })
    expect((await kinds(id)).filter((kind) => kind === 'family.returned')).toHaveLength(2)
  })

  it('counts what is undone as never sent', async () => {
    const id = await linked({ monthMax: 3_000 })
    const { body } = await pay(id, 3_000)
    await son.call('POST', `/v1/transfers/${String(body.id)}/undo`)
    expect(await held()).toMatchObject({ counted: 0, left: 3_000 })
    expect(await balance(mama)).toBe(1_000_000)
  })

  it('begins anew each month, without what was left of the last', async () => {
    const id = await linked({ monthMax: 3_000 })
    await pay(id, 1_000)
    await callers.service.freeze(Date.parse('2026-11-30T16:00:00Z'))
    expect(await held()).toMatchObject({ counted: 0, left: 3_000 })
    expect((await pay(id, 3_001)).body.code).toBe('limit_family')
    expect((await pay(id, 3_000)).status).toBe(201)
  })

  it('asks for the giver’s word above a sum, and for nobody’s up to it', async () => {
    const id = await linked({ approveAbove: 1_000 })
    expect((await pay(id, 1_000)).body).toMatchObject({ state: 'undo' })
    expect(await balance(mama)).toBe(999_000)
  })

  it('is bound by the holder’s limits and by the giver’s, whose numbers the holder never learns', async () => {
    const id = await linked()
    await son.call('PUT', '/v1/me/limits', { send: 500 })
    expect((await pay(id, 501)).body).toMatchObject({ code: 'limit_send', layer: 'own' })
    await mama.call('PUT', '/v1/me/limits', { day: 400 })
    const { body } = await pay(id, 401)
    expect(body.code).toBe('giver_cannot_pay')
    expect(body).not.toHaveProperty('max')
    await callers.operator.call('PUT', `/v1/members/${mama.id}/freeze`, { reason: '核实' })
    expect((await pay(id, 1)).body.code).toBe('giver_cannot_pay')
  })

  it('counts for the giver as well, also beside their own sends', async () => {
    const id = await linked()
    await pay(id, 600)
    const limits = (await mama.call('GET', '/v1/me/limits')).body.limits as {
      kind: string
      counted: number
    }[]
    expect(limits.find(({ kind }) => kind === 'day')).toMatchObject({ counted: 600 })
  })

  it('pays nothing more once either has ended it, and what was sent comes back to the giver', async () => {
    for (const by of [mama, son]) {
      const id = await linked()
      const { body } = await pay(id, 700)
      expect((await by.call('DELETE', `/v1/families/${id}`)).body).toMatchObject({
        state: 'ended',
        endedBy: by.id,
      })
      expect((await pay(id, 1)).body).toMatchObject({ code: 'family_unknown', field: 'paidFrom' })
      await callers.service.forward(20_000)
      await son.call('POST', `/v1/transfers/${String(body.id)}/recall`)
      expect(await balance(mama)).toBe(1_000_000)
    }
  })

  it('is the holder’s alone to use, the giver’s alone to change, and nobody else’s to see', async () => {
    const id = await linked()
    expect((await pay(id, 1, mama)).body.code).toBe('family_unknown')
    expect((await pay(id, 1, friend)).body.code).toBe('self_not_allowed')
    expect((await son.call('PATCH', `/v1/families/${id}`, { monthMax: 9 })).status).toBe(404)
    expect((await friend.call('DELETE', `/v1/families/${id}`)).status).toBe(404)
    expect((await mama.call('PATCH', `/v1/families/${id}`, { monthMax: 9 })).body).toMatchObject({
      monthMax: 9,
    })
    expect((await kinds(id)).at(-1)).toBe('family.changed')
    expect((await pay(id, 10)).body).toMatchObject({ code: 'limit_family', max: 9 })
  })
})

describe('an offer', () => {
  it('is over after a day', async () => {
    const id = String((await invite(mama, son)).body.id)
    await callers.service.forward(dayMs)
    expect((await son.call('POST', `/v1/families/${id}/accept`)).body.code).toBe('invitation_over')
    expect((await son.call('GET', '/v1/families')).body.held).toEqual([])
    expect((await invite(mama, son)).status).toBe(201)
  })

  it('is made once, to somebody else, by an adult, to four at most', async () => {
    expect((await invite(mama, mama)).body.code).toBe('self_not_allowed')
    await invite(mama, son)
    expect((await invite(mama, son)).body.code).toBe('already_linked')
    for (let i = 1; i < 4; i++) expect((await invite(mama, await callers.person(`亲${i}`))).status).toBe(201)
    expect((await invite(mama, friend)).body).toMatchObject({ code: 'family_given_max', max: 4 })
    await callers.operator.call('PUT', `/v1/members/${son.id}/age-band`, { band: 'child' })
    expect((await invite(son, friend)).body.code).toBe('minor_may_not_give')
  })

  it('is accepted three times at most, also where several are accepted at once', async () => {
    const ids: string[] = []
    for (let i = 0; i < 6; i++) ids.push(String((await invite(await callers.person(`亲${i}`), son)).body.id))
    const answers = await Promise.all(ids.map((id) => son.call('POST', `/v1/families/${id}/accept`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(answers.filter(({ body }) => body.code === 'family_held_max')).toHaveLength(3)
  })
})

it('a hundred sends at once from one allowance pass it as often as it allows', async () => {
  const id = await linked({ monthMax: 1_000 })
  const answers = await Promise.all(Array.from({ length: 100 }, () => pay(id, 30)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(33)
  expect(await balance(mama)).toBe(1_000_000 - 33 * 30)
  expect(await held()).toMatchObject({ counted: 990, left: 10 })
})

it('a giver and a holder who both pay from one wallet, in both directions, never wait in a circle', async () => {
  const there = await linked()
  const back = String((await invite(son, mama)).body.id)
  await mama.call('POST', `/v1/families/${back}/accept`)
  const sends = Array.from({ length: 20 }, (_, i) => (i % 2 ? pay(there, 10) : pay(back, 10, mama)))
  const answers = await Promise.all(sends)
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  expect([await balance(mama), await balance(son)]).toEqual([1_000_000 - 100, 500 - 100])
})
