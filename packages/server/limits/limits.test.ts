import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, hourMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { openHouse } from '../freezes/testing/house.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let bob: Person

/** A Sunday afternoon in Shanghai. */
const afternoon = Date.UTC(2026, 10, 22, 8)

beforeAll(async () => {
  callers = await openCallers()
})
beforeEach(async () => {
  await callers.service.freeze(afternoon)
  ann = await callers.person('安', 1_000_000n)
  bob = await callers.person('波')
})
afterAll(async () => {
  await callers.service.forward(40 * dayMs)
  await callers.service.sweep()
  expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
  await callers.close()
})

interface Limit {
  kind: string
  max: number | null
  layer: string | null
  counted: number | null
  left: number | null
  renewsAt: string | null
  ownNext: object | null
}

const limitsOf = async (person: Person) => (await person.call('GET', '/v1/me/limits')).body
const limitOf = async (person: Person, kind: string) =>
  ((await limitsOf(person)).limits as Limit[]).find((limit) => limit.kind === kind)!
const lower = (limits: object) => ann.call('PUT', '/v1/me/limits', limits)
const set = (path: string, body: object) =>
  callers.operator.call('PUT', `/v1/members/${ann.id}/${path}`, body)
const transfer = (amount: number, more: object = {}) =>
  ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount, delayS: 3_600, ...more })
const packet = (total: number, more: object = {}) =>
  ann.call('POST', '/v1/packets', { kind: 'direct', recipientIds: [bob.id], total, count: 1, ...more })
const balance = async () => Number((await ann.call('GET', '/v1/wallet')).body.balance)
const at = (text: string) => callers.service.freeze(Date.parse(text))
const lastEvent = async () => (await callers.events(ann.id)).at(-1)!

describe('a member', () => {
  it('has no limits until somebody sets one, and sees what was counted all the same', async () => {
    await transfer(500)
    expect(await limitsOf(ann)).toMatchObject({
      band: 'adult',
      timeZone: 'Asia/Shanghai',
      stepUpAlways: false,
    })
    expect(await limitOf(ann, 'day')).toMatchObject({
      max: null,
      layer: null,
      counted: 500,
      left: null,
      renewsAt: '2026-11-22T16:00:00.000Z',
    })
  })

  it('lowers a limit at once, and is told', async () => {
    expect(await lower({ day: 1_000 })).toMatchObject({ status: 200 })
    expect(await lastEvent()).toMatchObject({
      kind: 'limits.changed',
      data: { layer: 'own', limits: { day: { max: 1_000, next: null } }, by: ann.id },
      audience: [ann.id],
    })
    const events = (await callers.events(ann.id)).length
    await lower({ day: 1_000 })
    expect((await callers.events(ann.id)).length).toBe(events)
    expect(await transfer(1_001)).toMatchObject({
      status: 422,
      body: { code: 'limit_day', field: 'amount', max: 1_000, left: 1_000, layer: 'own' },
    })
    expect(await balance()).toBe(1_000_000)
    expect((await transfer(1_000)).status).toBe(201)
    expect(await limitOf(ann, 'day')).toMatchObject({ max: 1_000, layer: 'own', counted: 1_000, left: 0 })
  })

  it('waits a day for a raise, and sees since when', async () => {
    await lower({ send: 100 })
    await lower({ send: 200 })
    expect(await limitOf(ann, 'send')).toMatchObject({
      max: 100,
      ownNext: { max: 200, at: '2026-11-23T08:00:00.000Z' },
    })
    expect((await transfer(101)).body.code).toBe('limit_send')
    await callers.service.forward(dayMs - 1)
    expect((await transfer(101)).body.code).toBe('limit_send')
    await callers.service.forward(1)
    expect((await transfer(101)).status).toBe(201)
    expect(await limitOf(ann, 'send')).toMatchObject({ max: 200, ownNext: null })
  })

  it('may lower a limit below what was sent: nothing breaks, and nothing is left', async () => {
    await transfer(5_000)
    await lower({ day: 100, month: 100 })
    expect(await limitOf(ann, 'day')).toMatchObject({ counted: 5_000, left: 0 })
    expect(await transfer(1)).toMatchObject({ body: { code: 'limit_day', left: 0 } })
  })
})

describe('of several limits', () => {
  it('the strictest counts, and the answer says whose it is', async () => {
    await lower({ send: 900 })
    await set('limits', { send: 500 })
    expect(await transfer(501)).toMatchObject({ body: { code: 'limit_send', max: 500, layer: 'operator' } })
    expect(await lastEvent()).toMatchObject({
      kind: 'limits.changed',
      data: { layer: 'operator', by: 'operator' },
    })
    await set('limits', { send: null })
    expect(await transfer(901)).toMatchObject({ body: { code: 'limit_send', max: 900, layer: 'own' } })
  })

  it('packets and transfers count together, each at its whole sum', async () => {
    await lower({ day: 1_000 })
    expect((await packet(400)).status).toBe(201)
    expect((await packet(300, { kind: 'lucky', count: 3, recipientIds: undefined, link: true })).status).toBe(
      201,
    )
    expect((await transfer(301)).body).toMatchObject({ code: 'limit_day', left: 300 })
    expect((await transfer(300)).status).toBe(201)
  })

  it('a share is judged by the average', async () => {
    await lower({ share: 100 })
    const group = { kind: 'lucky', recipientIds: undefined, link: true, count: 3 }
    expect((await packet(301, group)).body).toMatchObject({ code: 'limit_share', field: 'total', max: 100 })
    expect((await packet(300, group)).status).toBe(201)
  })
})

describe('the service’s own staff', () => {
  it('set them as administrators, never their own; the member hears of the service, and the log of the colleague', async () => {
    const { boss, auditor, ada } = await openHouse(callers)
    const limits = `/v1/members/${ann.id}/limits`
    expect((await boss.call('PUT', limits, { day: 700 })).body).toMatchObject({ band: 'adult' })
    expect(await lastEvent()).toMatchObject({ data: { layer: 'operator', by: 'operator' } })
    expect((await transfer(701)).body).toMatchObject({ code: 'limit_day', layer: 'operator' })
    const banded = await boss.call('PUT', `/v1/members/${ann.id}/age-band`, { band: 'teen' })
    expect(banded.body).toMatchObject({ band: 'teen' })
    const changed = await callers.rows("select data from event where kind = 'access.change' order by at")
    expect(changed.map(({ data }) => data)).toMatchObject([
      { by: boss.id, what: 'setMemberLimits', about: { id: ann.id } },
      {
        by: boss.id,
        what: 'setAgeBand',
        about: { id: ann.id },
        requestId: expect.stringMatching(/^req_[0-9a-f]{32}$/) as string,
      },
    ])
    const events = (await callers.events(ann.id)).length
    const own = await boss.call('PUT', `/v1/members/${boss.id}/limits`, { day: null })
    expect(own.body.code).toBe('own_act')
    for (const [who, code] of [
      [auditor, 'role_missing'],
      [ada, 'role_missing'],
      [bob, 'not_found'],
    ] as const)
      expect((await who.call('PUT', limits, { day: null })).body.code).toBe(code)
    expect((await callers.events(ann.id)).length).toBe(events)
    await bob.call('POST', '/v1/families', { memberId: ann.id, monthMax: 500 })
    expect((await auditor.call('GET', limits)).body).toMatchObject({ band: 'teen' })
    expect((await auditor.call('GET', `/v1/members/${ann.id}/family`)).body).toMatchObject({
      member: { id: ann.id },
      held: [{ giver: { id: bob.id }, state: 'invited', monthMax: 500 }],
      given: [],
      guardedBy: [],
    })
    expect((await ada.call('GET', `/v1/members/${ann.id}/family`)).body.code).toBe('role_missing')
    expect((await ann.call('GET', `/v1/members/${ann.id}/family`)).body.code).toBe('not_found')
  })
})

describe('what comes back', () => {
  it('of an undone packet or transfer counts as never sent', async () => {
    await lower({ day: 1_000 })
    const { body } = await transfer(1_000)
    expect((await transfer(1)).body.code).toBe('limit_day')
    await ann.call('POST', `/v1/transfers/${String(body.id)}/undo`)
    expect(await limitOf(ann, 'day')).toMatchObject({ counted: 0, left: 1_000 })
    const again = await packet(1_000)
    await ann.call('POST', `/v1/packets/${String(again.body.id)}/undo`)
    expect(await limitOf(ann, 'month')).toMatchObject({ counted: 0 })
    expect(await balance()).toBe(1_000_000)
  })

  it('of a recalled one stays counted: to send, take back and send again gets nobody past a limit', async () => {
    await lower({ day: 1_000 })
    const { body } = await transfer(1_000)
    await callers.service.forward(10_000)
    expect((await ann.call('POST', `/v1/transfers/${String(body.id)}/recall`)).status).toBe(200)
    expect(await balance()).toBe(1_000_000)
    expect(await limitOf(ann, 'day')).toMatchObject({ counted: 1_000, left: 0 })
    expect((await transfer(1)).body.code).toBe('limit_day')
  })

  it('of one undone after midnight goes back to the day it was sent on', async () => {
    await at('2026-11-22T15:59:55Z')
    const { body } = await transfer(700)
    await at('2026-11-22T16:00:02Z')
    await transfer(100)
    await ann.call('POST', `/v1/transfers/${String(body.id)}/undo`)
    expect(await limitOf(ann, 'day')).toMatchObject({ counted: 100 })
    expect(await limitOf(ann, 'month')).toMatchObject({ counted: 100 })
  })
})

describe('a day', () => {
  it('is over at midnight in Shanghai, to the millisecond', async () => {
    await lower({ day: 1_000 })
    await at('2026-11-22T15:59:59.999Z')
    await transfer(1_000)
    expect((await transfer(1)).body).toMatchObject({
      code: 'limit_day',
      renewsAt: '2026-11-22T16:00:00.000Z',
    })
    await at('2026-11-22T16:00:00.000Z')
    expect((await transfer(1_000)).status).toBe(201)
    expect((await transfer(1)).body).toMatchObject({ renewsAt: '2026-11-23T16:00:00.000Z' })
  })

  it('is that of the member’s own zone', async () => {
    await ann.call('PATCH', '/v1/me', { timeZone: 'America/New_York' })
    await lower({ day: 1_000 })
    await at('2026-11-01T03:59:59.999Z')
    await transfer(1_000)
    await at('2026-11-01T04:00:00.000Z')
    await transfer(1_000)
    // The first of November has 25 hours there.
    expect((await transfer(1)).body).toMatchObject({ renewsAt: '2026-11-02T05:00:00.000Z' })
  })

  it.each(['Pacific/Kiritimati', 'Asia/Tokyo', 'Europe/London', 'Pacific/Pago_Pago'])(
    'is not begun anew by moving to %s and back',
    async (timeZone) => {
      await lower({ day: 1_000, month: 1_500 })
      await at('2026-11-22T15:30:00Z')
      await transfer(1_000)
      for (const zone of [timeZone, 'Asia/Shanghai', timeZone]) {
        await ann.call('PATCH', '/v1/me', { timeZone: zone })
        expect((await transfer(1)).body.code).toBe('limit_day')
      }
    },
  )

  it('that a move makes longer ends: after a day in the new zone all of the limit is there again', async () => {
    await lower({ day: 1_000 })
    await transfer(1_000)
    await ann.call('PATCH', '/v1/me', { timeZone: 'America/New_York' })
    await callers.service.forward(2 * dayMs)
    expect((await transfer(1_000)).status).toBe(201)
  })
})

describe('a month', () => {
  it('adds its days, and is over with the last of them', async () => {
    await lower({ month: 1_000 })
    await transfer(600)
    await at('2026-11-30T15:59:59.999Z')
    expect((await transfer(401)).body).toMatchObject({ code: 'limit_month', left: 400 })
    await transfer(400)
    await at('2026-11-30T16:00:00.000Z')
    expect((await transfer(1_000)).status).toBe(201)
  })

  it('is not begun anew by moving on its last evening', async () => {
    await lower({ month: 1_000 })
    await transfer(900)
    await at('2026-11-30T15:00:00Z')
    await transfer(100)
    await ann.call('PATCH', '/v1/me', { timeZone: 'Pacific/Kiritimati' })
    expect((await transfer(1)).body.code).toBe('limit_month')
    // What was sent on that evening was sent in December there; the rest of November is over.
    await at('2026-12-02T15:00:00Z')
    expect((await transfer(901)).body).toMatchObject({ code: 'limit_month', left: 900 })
    expect((await transfer(900)).status).toBe(201)
  })
})

/** What no limit refuses of a minor is still theirs to confirm: the refusal says that everything before it is right. */
describe('a minor', () => {
  beforeEach(async () => {
    await set('age-band', { band: 'teen' })
  })

  it('is told the rules of their age', async () => {
    expect(await limitsOf(ann)).toMatchObject({
      band: 'teen',
      stepUpAlways: true,
      groupLucky: false,
      night: { from: '22:00', until: '06:00' },
      guardianApprovalAbove: 10_000,
    })
    expect(await lastEvent()).toMatchObject({
      kind: 'limits.changed',
      data: { layer: 'age', band: 'teen', timeZone: 'Asia/Shanghai', by: 'operator' },
    })
    expect(await limitOf(ann, 'send')).toMatchObject({ max: 20_000, layer: 'age' })
  })

  it('sends nothing at night, and cannot move the night by moving the zone', async () => {
    await at('2026-11-22T14:00:00Z')
    expect((await transfer(100)).body).toMatchObject({ code: 'minor_night', until: '06:00' })
    await ann.call('PATCH', '/v1/me', { timeZone: 'America/New_York' })
    expect((await transfer(100)).body.code).toBe('minor_night')
    expect((await set('age-band', { band: 'child' })).body).toMatchObject({ timeZone: 'Asia/Shanghai' })
    expect((await transfer(100)).body.code).toBe('minor_night')
    await at('2026-11-22T22:00:00Z')
    expect((await transfer(100)).body.code).toBe('step_up_needed')
  })

  it('sends no lucky packet to several, but an equal one, and a small sum only', async () => {
    const group = { recipientIds: undefined, link: true, count: 2 }
    expect((await packet(200, { ...group, kind: 'lucky' })).body.code).toBe('minor_group_lucky')
    expect((await packet(200, { ...group, kind: 'equal' })).body.code).toBe('step_up_needed')
    expect((await transfer(20_001)).body).toMatchObject({ code: 'limit_share', layer: 'age' })
    expect((await packet(10_002, { ...group, kind: 'equal' })).body).toMatchObject({
      code: 'guardian_approval_needed',
      above: 10_000,
    })
    expect(await balance()).toBe(1_000_000)
  })

  it('keeps their own stricter limits, and is an adult once the operator says so', async () => {
    await lower({ send: 50 })
    expect((await transfer(51)).body).toMatchObject({ code: 'limit_send', layer: 'own' })
    await set('age-band', { band: 'adult' })
    expect((await transfer(51)).body).toMatchObject({ layer: 'own' })
    expect(await limitsOf(ann)).toMatchObject({ band: 'adult', night: null })
  })
})

it('a hundred sends at once, on one server, pass a limit as often as it allows', async () => {
  await lower({ day: 1_000 })
  const answers = await Promise.all(Array.from({ length: 100 }, () => transfer(30)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(33)
  expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'limit_day']))
  expect(await balance()).toBe(1_000_000 - 33 * 30)
  expect(await limitOf(ann, 'day')).toMatchObject({ counted: 990, left: 10 })
})

it('limits of nobody are not found, and wrong ones are refused by field', async () => {
  expect(
    (await callers.operator.call('PUT', '/v1/members/mem_0123456789abcdefghjkmnpqrs/limits', {})).status,
  ).toBe(404)
  expect(await lower({ day: -1 })).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  expect(await lower({ week: 1 })).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  expect(await set('age-band', { band: 'teen', timeZone: 'Mars/Base' })).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'timeZone' }] },
  })
})

it('an hour of a day that is put forward is nobody’s second day', async () => {
  await ann.call('PATCH', '/v1/me', { timeZone: 'Europe/Berlin' })
  await lower({ day: 1_000 })
  await at('2026-03-28T22:59:59.999Z')
  await transfer(1_000)
  await at('2026-03-28T23:00:00.000Z')
  await transfer(1_000)
  await callers.service.forward(22 * hourMs)
  expect((await transfer(1)).body.code).toBe('limit_day')
  await callers.service.forward(hourMs)
  expect((await transfer(1)).status).toBe(201)
})
