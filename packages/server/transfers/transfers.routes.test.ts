import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayMs, hourMs, toIso } from '@laisee/core/instant.ts'
import { createApp, type App } from '../app.ts'
import { readWallet } from '../ledger/ledger.ts'
import { mintSession } from '../keys/mint-session.ts'
import { memberWith, startTestService, type TestService } from '../testing/service.ts'

const morning = Date.UTC(2026, 10, 22, 8)
const deliverAt = morning + 10_000

interface Person {
  id: string
  token: string
}

let service: TestService
let edge: App
let payer: Person
let payee: Person
let stranger: Person
let keys = 0

beforeAll(async () => {
  service = await startTestService()
  await service.freeze(morning)
  edge = await createApp(service.ctx, { limits: 'off' })
})
afterAll(async () => {
  await edge.stop()
  await service.close()
})
beforeEach(async () => {
  await service.freeze(morning)
  payer = await person('王芳', 10_000n)
  payee = await person('李娜', 0n)
  stranger = await person('张伟', 0n)
})

async function person(name: string, amount: bigint): Promise<Person> {
  const id = await memberWith(service.ctx, name, amount)
  const ask = { memberId: id, lifetimeMs: 30 * dayMs, by: 'key_test' }
  const { token } = await service.ctx.db.transaction((tx) => mintSession(tx, service.ctx, ask))
  return { id, token }
}

async function wallet(memberId: string): Promise<bigint> {
  return (await service.ctx.db.snapshot((tx) => readWallet(tx, memberId, 'CNY')))!.balance
}

interface Reply {
  status: number
  body: Record<string, unknown>
}

async function call(
  who: Person,
  method: 'GET' | 'POST',
  url: string,
  body?: object,
  key = `key-${++keys}`,
): Promise<Reply> {
  const headers = {
    authorization: `Bearer ${who.token}`,
    ...(method === 'POST' && { 'idempotency-key': key }),
  }
  const reply = await edge.app.inject({ method, url, headers, ...(body && { payload: body }) })
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() }
}

const post = (who: Person, url: string, body?: object, key?: string) => call(who, 'POST', url, body, key)
const get = (who: Person, url: string) => call(who, 'GET', url)

async function send(ask: object = {}): Promise<string> {
  const { status, body } = await post(payer, '/v1/transfers', {
    payeeId: payee.id,
    amount: 5_200,
    delayS: 7_200,
    ...ask,
  })
  expect(status).toBe(201)
  return body.id as string
}

describe('sending', () => {
  test('a transfer is sent, and says until when it can be undone and when it arrives', async () => {
    const { status, body } = await post(payer, '/v1/transfers', {
      payeeId: payee.id,
      amount: 5_200,
      delayS: 7_200,
      note: '午饭',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      payerId: payer.id,
      payeeId: payee.id,
      amount: 5_200,
      currency: 'CNY',
      note: '午饭',
      state: 'undo',
      sentAt: toIso(morning),
      undoUntil: toIso(deliverAt),
      arriveAt: toIso(deliverAt + 2 * hourMs),
      may: ['undo'],
    })
    expect(await wallet(payer.id)).toBe(4_800n)
  })

  test('asked again under its key, it is the same transfer, and the money has left once', async () => {
    const ask = { payeeId: payee.id, amount: 5_200 }
    const first = await post(payer, '/v1/transfers', ask, 'one-key')
    const again = await post(payer, '/v1/transfers', ask, 'one-key')
    expect(again.body.id).toBe(first.body.id)
    expect(await wallet(payer.id)).toBe(4_800n)
    const other = await post(payer, '/v1/transfers', { ...ask, amount: 1 }, 'one-key')
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } })
  })

  test.each([
    ['nothing', { amount: 0 }, 400, 'invalid_request'],
    ['less than nothing', { amount: -1 }, 400, 'invalid_request'],
    ['half a fen', { amount: 1.5 }, 400, 'invalid_request'],
    ['an amount as text', { amount: '100' }, 400, 'invalid_request'],
    ['more than JSON can say', { amount: 2 ** 53 }, 400, 'invalid_request'],
    ['a delay backwards', { delayS: -1 }, 400, 'invalid_request'],
    ['a note of ten thousand characters', { note: '长'.repeat(10_000) }, 400, 'invalid_request'],
    ['a field nobody knows', { urgent: true }, 400, 'invalid_request'],
    ['a payee that is a packet', { payeeId: 'pkt_01890000000000000000000000' }, 400, 'invalid_request'],
    ['a payee nobody knows', { payeeId: 'mem_01890000000000000000000000' }, 422, 'member_unknown'],
    ['above the cap', { amount: 5_000_001 }, 422, 'amount_above_max'],
    ['a delay the profile does not allow', { delayS: 604_801 }, 422, 'delay_out_of_bounds'],
    ['more than there is', { amount: 10_001 }, 422, 'balance_too_low'],
  ])('%s is refused, and nothing has moved', async (_, wrong, status, code) => {
    const reply = await post(payer, '/v1/transfers', { payeeId: payee.id, amount: 100, ...wrong })
    expect(reply).toMatchObject({ status, body: { code, status } })
    expect(await wallet(payer.id)).toBe(10_000n)
  })

  test('nobody pays themselves', async () => {
    const reply = await post(payer, '/v1/transfers', { payeeId: payer.id, amount: 100 })
    expect(reply).toMatchObject({ status: 422, body: { code: 'self_not_allowed', field: 'payeeId' } })
  })
})

describe('taking back', () => {
  test('an undo gives the money back; a second one says who undid it and when', async () => {
    const id = await send()
    const undone = await post(payer, `/v1/transfers/${id}/undo`)
    expect(undone).toMatchObject({ status: 200, body: { state: 'undone', closedBy: payer.id, may: [] } })
    expect(await wallet(payer.id)).toBe(10_000n)
    const again = await post(payer, `/v1/transfers/${id}/undo`)
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'already_undone', decidedBy: payer.id, decidedAt: toIso(morning) },
    })
  })

  test('a recall answers CNCL with all of the money and the reason', async () => {
    const id = await send()
    await service.freeze(deliverAt)
    const { status, body } = await post(payer, `/v1/transfers/${id}/recall`, { reason: 'AM09' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      result: 'CNCL',
      returned: 5_200,
      transfer: { state: 'recalled', closeReason: 'AM09' },
    })
    expect(await wallet(payer.id)).toBe(10_000n)
  })

  test('a recall without a body gives the customer’s own wish as its reason, and an unknown reason is refused', async () => {
    const id = await send()
    await service.freeze(deliverAt)
    const unknown = await post(payer, `/v1/transfers/${id}/recall`, { reason: 'OOPS' })
    expect(unknown).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    const recalled = await post(payer, `/v1/transfers/${id}/recall`)
    expect(recalled.body).toMatchObject({ result: 'CNCL', transfer: { closeReason: 'CUST' } })
  })

  test('on the moment of arrival a recall is told that it has arrived, by the clock', async () => {
    const id = await send()
    await service.freeze(deliverAt + 2 * hourMs)
    const reply = await post(payer, `/v1/transfers/${id}/recall`)
    expect(reply).toMatchObject({
      status: 409,
      body: { code: 'already_arrived', decidedBy: 'clock', decidedAt: toIso(deliverAt + 2 * hourMs) },
    })
  })

  test('the payee declines, and the payer has the money at once', async () => {
    const id = await send()
    await service.freeze(deliverAt)
    const declined = await post(payee, `/v1/transfers/${id}/decline`)
    expect(declined).toMatchObject({ status: 200, body: { state: 'declined', closedBy: payee.id } })
    expect(await wallet(payer.id)).toBe(10_000n)
  })
})

describe('receiving', () => {
  test('accepted, a transfer without delay has arrived', async () => {
    const id = await send({ delayS: 0, profile: 'wechat-personal' })
    await service.freeze(deliverAt)
    expect((await get(payee, `/v1/transfers/${id}`)).body).toMatchObject({
      state: 'waiting',
      may: ['accept', 'decline'],
    })
    const accepted = await post(payee, `/v1/transfers/${id}/accept`)
    expect(accepted).toMatchObject({ status: 200, body: { state: 'arrived', arriveAt: toIso(deliverAt) } })
    expect(await wallet(payee.id)).toBe(5_200n)
    expect(await post(payee, `/v1/transfers/${id}/accept`)).toMatchObject({
      status: 409,
      body: { code: 'already_arrived' },
    })
  })

  test('due, it has arrived for whoever looks, and the duties bring the money', async () => {
    const id = await send()
    await service.freeze(deliverAt + 2 * hourMs)
    expect((await get(payee, `/v1/transfers/${id}`)).body).toMatchObject({
      state: 'arrived',
      closedBy: null,
      may: [],
    })
    await service.sweep()
    expect(await wallet(payee.id)).toBe(5_200n)
  })
})

describe('who may know', () => {
  test('to the payee a transfer is not there before delivery, to a stranger never', async () => {
    const id = await send()
    for (const who of [payee, stranger]) {
      expect(await get(who, `/v1/transfers/${id}`)).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      })
    }
    await service.freeze(deliverAt)
    expect((await get(payee, `/v1/transfers/${id}`)).status).toBe(200)
    for (const verb of ['undo', 'recall', 'accept', 'decline']) {
      const reply = await post(stranger, `/v1/transfers/${id}/${verb}`)
      expect(reply, verb).toMatchObject({ status: 404, body: { code: 'not_found' } })
    }
    expect(await get(stranger, `/v1/transfers/${id}`)).toMatchObject({ status: 404 })
  })

  test('each has their own list, page by page, and a made-up cursor is refused', async () => {
    const ids = [await send({ amount: 1 }), await send({ amount: 2 }), await send({ amount: 3 })]
    expect((await get(payee, '/v1/transfers?role=received')).body).toEqual({ items: [], nextCursor: null })
    await service.freeze(deliverAt)
    const seen: unknown[] = []
    let cursor = ''
    for (let page = 0; page < 3; page++) {
      const { body } = await get(payee, `/v1/transfers?role=received&limit=1${cursor}`)
      const [item] = body.items as { id: string }[]
      seen.push(item!.id)
      cursor = `&cursor=${String(body.nextCursor)}`
      expect(body.nextCursor === null).toBe(page === 2)
    }
    expect(new Set(seen)).toEqual(new Set(ids))
    expect((await get(payer, '/v1/transfers?role=sent')).body.items).toHaveLength(3)
    expect((await get(payer, '/v1/transfers?role=received')).body.items).toEqual([])
    expect(await get(payer, '/v1/transfers?role=sent&cursor=bm9uc2Vuc2U')).toMatchObject({ status: 400 })
    expect(await get(payer, '/v1/transfers')).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    })
  })
})
