import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { reportCountsMs } from '@laisee/core/report.ts'
import { openHouse } from '../freezes/testing/house.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let bad: Person
let eve: Person

const noon = Date.UTC(2026, 10, 22, 4)

beforeAll(async () => {
  callers = await openCallers(defaultPolicy)
})
beforeEach(async () => {
  await callers.service.freeze(noon)
  ann = await callers.person('安', 1_000_000n)
  bad = await callers.person('快乐小店', 1_000_000n)
  eve = await callers.person('伊', 1_000_000n)
})
afterAll(() => callers.close())

const at = () => `/v1/members/${bad.id}/reports`
const report = (who: Person, body: object = {}) => who.call('POST', at(), { reason: 'scam', ...body })
const transfer = (from: Person, to: Person, amount = 1_000) =>
  from.call('POST', '/v1/transfers', { payeeId: to.id, amount })
/** What somebody who never paid the reported person is told before they do. */
async function warned(): Promise<boolean> {
  const stranger = await callers.person('路人', 1_000_000n)
  const preview = await stranger.call('POST', '/v1/transfers/preview', { payeeId: bad.id, amount: 1_000 })
  const reasons = preview.body.reasons as { code: string }[]
  return reasons.some(({ code }) => code === 'payee_reported')
}
async function dealt(who: Person): Promise<string> {
  const { body } = await transfer(bad, who)
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  return String(body.id)
}
/** What the operator reads of this test's person, latest first. */
async function listed(state: string): Promise<object[]> {
  const { items } = (await callers.operator.call('GET', `/v1/reports?state=${state}`)).body
  return (items as { aboutId: string }[]).filter(({ aboutId }) => aboutId === bad.id)
}
const close = (id: unknown, outcome: string) =>
  callers.operator.call('POST', `${at()}/${String(id)}/close`, { outcome, note: '看过了' })

describe('a report', () => {
  it('warns whoever pays that person next, and tells the person nothing', async () => {
    const about = await dealt(ann)
    expect(await warned()).toBe(false)
    const made = await report(ann, { about, note: '收了钱不发货' })
    expect(made).toMatchObject({ status: 201, body: { reason: 'scam', sendId: about, outcome: null } })
    expect(await warned()).toBe(true)
    expect((await callers.events(ann.id)).at(-1)).toMatchObject({ kind: 'report.made', audience: [ann.id] })
    const heard = await callers.rows(
      `select kind from event where kind like 'report.%' and $1 = any(audience)`,
      bad.id,
    )
    expect(heard).toEqual([])
    expect((await bad.call('GET', at())).status).toBe(404)
    expect((await eve.call('GET', at())).status).toBe(404)
  })

  it('of a stranger is kept for the operator, and warns nobody', async () => {
    expect((await report(eve)).status).toBe(201)
    expect(await warned()).toBe(false)
    expect(await listed('open')).toMatchObject([{ reporter: { id: eve.id }, hasDealings: false }])
  })

  it('of somebody who sent money and undid it warns nobody either', async () => {
    const { body } = await transfer(eve, bad, 1)
    await eve.call('POST', `/v1/transfers/${String(body.id)}/undo`)
    await report(eve)
    expect(await warned()).toBe(false)
  })

  it('of somebody who names what only they could see when they reported warns nobody, nor does what the other undid', async () => {
    const { body } = await transfer(eve, bad, 1)
    expect((await report(eve, { about: String(body.id) })).status).toBe(201)
    await eve.call('POST', `/v1/transfers/${String(body.id)}/undo`)
    const undone = await transfer(bad, ann, 1)
    await bad.call('POST', `/v1/transfers/${String(undone.body.id)}/undo`)
    await report(ann)
    expect(await warned()).toBe(false)
    expect(await listed('open')).toMatchObject([{ hasDealings: false }, { hasDealings: false }])
  })

  it('is one per person while it is open, and is taken back by whoever made it', async () => {
    await dealt(ann)
    await report(ann)
    expect((await report(ann)).body.code).toBe('already_reported')
    expect((await ann.call('GET', at())).body).toMatchObject({ reason: 'scam', outcome: null })
    expect((await eve.call('DELETE', at())).status).toBe(404)
    expect((await ann.call('DELETE', at())).status).toBe(204)
    expect((await callers.events(ann.id)).at(-1)).toMatchObject({
      kind: 'report.withdrawn',
      audience: [ann.id],
    })
    expect(await warned()).toBe(false)
    expect((await report(ann)).status).toBe(201)
  })

  it('about a send is refused where that is not between the two', async () => {
    const other = await transfer(ann, eve)
    const reply = await report(ann, { about: String(other.body.id) })
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ field: 'about' }] } })
  })

  it('is one of ten a day at most, however often they are taken back', async () => {
    for (let i = 0; i < 10; i++) {
      expect((await report(eve)).status).toBe(201)
      await eve.call('DELETE', at())
    }
    expect((await report(eve)).body).toMatchObject({ code: 'reports_max', max: 10 })
    await callers.service.forward(dayMs)
    expect((await report(eve)).status).toBe(201)
  })

  it('warns no more after half a year', async () => {
    await dealt(ann)
    await report(ann)
    await callers.service.forward(reportCountsMs - minuteMs)
    expect(await warned()).toBe(true)
    await callers.service.forward(minuteMs)
    expect(await warned()).toBe(false)
  })
})

describe('the operator', () => {
  it('finds a report right or not: its maker is told, and what was not right warns nobody', async () => {
    await dealt(ann)
    const dismissed = (await report(ann)).body.id
    expect((await close(dismissed, 'dismissed')).body).toMatchObject({
      outcome: 'dismissed',
      closingNote: '看过了',
    })
    expect(await warned()).toBe(false)
    await callers.service.forward(minuteMs)
    const upheld = (await report(ann)).body.id
    await close(upheld, 'upheld')
    expect(await warned()).toBe(true)
    expect((await callers.events(ann.id)).at(-1)).toMatchObject({
      kind: 'report.closed',
      audience: [ann.id],
      data: { aboutId: bad.id, outcome: 'upheld' },
    })
    expect((await close(upheld, 'dismissed')).body.code).toBe('report_closed')
    expect(await listed('closed')).toMatchObject([{ id: upheld, outcome: 'upheld' }, { id: dismissed }])
  })
})

describe('the service’s staff', () => {
  it('read reports and close them, but never one about themselves or of their own', async () => {
    const house = await openHouse(callers)
    const about = (id: string) => ann.call('POST', `/v1/members/${id}/reports`, { reason: 'scam' })
    const first = await about(bad.id)
    const ofAgent = await about(house.ada.id)
    const close = (who: Person, aboutId: string, id: unknown) =>
      who.call('POST', `/v1/members/${aboutId}/reports/${String(id)}/close`, {
        outcome: 'upheld',
        note: '查过',
      })
    const seen = async (who: Person) =>
      ((await who.call('GET', '/v1/reports')).body.items as { id: string }[]).map(({ id }) => id)
    expect(await seen(house.ada)).toContain(first.body.id)
    expect(await seen(house.ada)).not.toContain(ofAgent.body.id)
    expect(await seen(house.auditor)).toContain(ofAgent.body.id)
    expect((await eve.call('GET', '/v1/reports')).body.code).toBe('role_missing')
    expect((await close(house.auditor, bad.id, first.body.id)).body.code).toBe('role_missing')
    expect((await close(house.ada, house.ada.id, ofAgent.body.id)).body.code).toBe('own_act')
    expect((await close(house.ada, bad.id, first.body.id)).body).toMatchObject({ outcome: 'upheld' })
    expect((await callers.events(ann.id)).at(-1)).toMatchObject({
      kind: 'report.closed',
      data: { aboutId: bad.id, outcome: 'upheld' },
    })
  })
})
