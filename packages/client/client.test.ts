import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayMs } from '@laisee/core/instant.ts'
import { createApp, type App } from '@laisee/server/app.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import { scopes } from '@laisee/server/keys/scopes.ts'
import { memberWith, startTestService, type TestService } from '@laisee/server/testing/service.ts'
import { createClient, RefusalError, UnansweredError, type ClientOptions, type Laisee } from './client.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

let service: TestService
let app: App
let baseUrl: string
let operator: Laisee

beforeAll(async () => {
  service = await startTestService()
  app = await createApp(service.ctx, { limits: 'off' })
  baseUrl = await app.app.listen({ host: '127.0.0.1', port: 0 })
  const ask = { name: 'tests', scopes, expiresAt: null, by: 'cli' }
  const { token } = await service.ctx.db.transaction((tx) => createKey(tx, service.ctx, ask))
  operator = createClient({ baseUrl, token })
})
afterAll(async () => {
  await app.stop()
  await service.close()
})

interface Person {
  id: string
  token: string
  laisee: Laisee
  /** The same member through another way to the service. */
  through(options: Partial<ClientOptions>): Laisee
  balance(): Promise<number>
}

async function person(name: string, amount: bigint): Promise<Person> {
  const id = await memberWith(service.ctx, name, amount)
  const ask = { memberId: id, lifetimeMs: dayMs, by: 'cli' }
  const { token } = await service.ctx.db.transaction((tx) => mintSession(tx, service.ctx, ask))
  const through = (options: Partial<ClientOptions>) => createClient({ baseUrl, token, ...options })
  const laisee = through({})
  return { id, token, laisee, through, balance: async () => (await laisee.getWallet()).balance }
}

const direct = (recipientId: string, total = 520) => ({
  body: { kind: 'direct' as const, total, count: 1, recipientIds: [recipientId] },
})

/** The real way to the service, with a fault put in at chosen attempts. */
function faulty(fault: (attempt: number, request: Request) => Promise<Response>): {
  fetch: typeof fetch
  keys: (string | null)[]
} {
  const keys: (string | null)[] = []
  return {
    keys,
    fetch: (input, init) => {
      const request = new Request(input, init)
      keys.push(request.headers.get('idempotency-key'))
      return fault(keys.length, request)
    },
  }
}

const later = (status: number, headers: Record<string, string> = {}) =>
  Promise.resolve(new Response('later', { status, headers }))

describe('a call', () => {
  test('gives the answer of the operation', async () => {
    const [ann, bob] = [await person('安', 1_000n), await person('波', 0n)]
    const packet = await ann.laisee.sendPacket(direct(bob.id))
    expect(packet).toMatchObject({ payerId: ann.id, recipientId: bob.id, total: 520, state: 'undo' })
    expect(await ann.laisee.readPacket({ path: { id: packet.id } })).toMatchObject({ id: packet.id })
    expect(await ann.balance()).toBe(480)
  })

  test('that answers nothing gives nothing', async () => {
    const [ann, bob] = [await person('安', 0n), await person('波', 0n)]
    await ann.laisee.putBlock({ path: { memberId: bob.id } })
    expect(await ann.laisee.deleteBlock({ path: { memberId: bob.id } })).toBeUndefined()
  })

  test('that is refused throws the code, the status and the request to ask about', async () => {
    const [ann, bob] = [await person('安', 100n), await person('波', 0n)]
    const refusal = await ann.laisee.sendPacket(direct(bob.id)).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(RefusalError)
    expect(refusal).toMatchObject({
      code: 'balance_too_low',
      status: 422,
      problem: { balance: 100, needed: 520 },
    })
    expect((refusal as RefusalError).requestId).toMatch(/^req_/)
    expect(await ann.balance()).toBe(100)
  })

  test('can be settled as a value, its codes a union the compiler knows', async () => {
    const [ann, bob] = [await person('安', 1_000n), await person('波', 0n)]
    const settled = await ann.laisee.settle('undoPacket', { path: { id: 'pkt_00000000000000000000000000' } })
    const code: 'not_found' | 'undo_window_over' | undefined = settled.ok
      ? undefined
      : settled.refusal.code === 'undo_window_over' || settled.refusal.code === 'not_found'
        ? settled.refusal.code
        : undefined
    expect(code).toBe('not_found')
    expect(await ann.laisee.settle('sendPacket', direct(bob.id))).toMatchObject({
      ok: true,
      data: { total: 520 },
    })
  })

  test('without a good token is refused', async () => {
    const stranger = createClient({ baseUrl, token: 'lst_nobody' })
    await expect(stranger.getWallet()).rejects.toMatchObject({ code: 'unauthenticated', status: 401 })
  })
})

describe('a call whose answer was lost', () => {
  test('is sent again under the same key, and the money moves once', async () => {
    const [ann, bob] = [await person('安', 1_000n), await person('波', 0n)]
    const way = faulty(async (attempt, request) => {
      const reply = await fetch(request)
      if (attempt === 1) throw new TypeError('the connection was lost')
      expect(reply.headers.get('idempotency-replayed')).toBe('true')
      return reply
    })
    const packet = await ann.through({ fetch: way.fetch }).sendPacket(direct(bob.id))
    expect(packet.total).toBe(520)
    expect(way.keys).toHaveLength(2)
    expect(new Set(way.keys).size).toBe(1)
    expect(await ann.balance()).toBe(480)
    expect((await ann.laisee.listSentPackets()).items).toHaveLength(1)
  })

  test('in the middle of its body is sent again too', async () => {
    const ann = await person('安', 700n)
    const broken = () =>
      new ReadableStream({
        start: (to) => to.enqueue(new TextEncoder().encode('{"bal')),
        pull: (to) => to.error(new TypeError('terminated')),
      })
    const way = faulty(async (attempt, request) => (attempt === 1 ? new Response(broken()) : fetch(request)))
    expect((await ann.through({ fetch: way.fetch }).getWallet()).balance).toBe(700)
  })

  test('for good says under which key, and can be cancelled by it before it ever arrives', async () => {
    const [ann, bob] = [await person('安', 1_000n), await person('波', 0n)]
    // Nothing else knows of the call: neither a socket nor the signal keeps it, and memory is tidied meanwhile.
    const way = faulty(() => new Promise(() => undefined))
    const tidying = setInterval(collectGarbage, 20)
    const lost = await ann
      .through({ fetch: way.fetch, deadlineMs: 300 })
      .sendPacket(direct(bob.id))
      .catch((error: unknown) => error)
      .finally(() => clearInterval(tidying))
    expect(lost).toBeInstanceOf(UnansweredError)
    const { idempotencyKey } = lost as UnansweredError
    expect(idempotencyKey).toBe(way.keys[0])
    expect(await ann.laisee.cancelRequest({ body: { idempotencyKey } })).toMatchObject({
      outcome: 'never_arrived',
    })
    await expect(ann.laisee.sendPacket({ ...direct(bob.id), idempotencyKey })).rejects.toMatchObject({
      code: 'canceled_before_arrival',
    })
    expect(await ann.balance()).toBe(1_000)
  })

  test('by a service that takes it and says nothing is given up at the deadline', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
    const { port } = silent.address() as AddressInfo
    const tidying = setInterval(collectGarbage, 20)
    const laisee = createClient({ baseUrl: `http://127.0.0.1:${port}`, token: 'lst_none', deadlineMs: 300 })
    const lost = await laisee.getWallet().catch((error: unknown) => error)
    clearInterval(tidying)
    expect(lost).toBeInstanceOf(UnansweredError)
    silent.closeAllConnections()
    silent.close()
  })
})

describe('a call of its own', () => {
  test('takes a new key each time: the same send twice is two packets', async () => {
    const [ann, bob] = [await person('安', 2_000n), await person('波', 0n)]
    const way = faulty((_, request) => fetch(request))
    const laisee = ann.through({ fetch: way.fetch })
    await laisee.sendPacket(direct(bob.id))
    await laisee.sendPacket(direct(bob.id))
    expect(new Set(way.keys).size).toBe(2)
    expect(await ann.balance()).toBe(960)
  })

  test('after a refusal is asked anew and may succeed', async () => {
    const [ann, bob] = [await person('安', 0n), await person('波', 0n)]
    await expect(ann.laisee.sendPacket(direct(bob.id))).rejects.toMatchObject({ code: 'balance_too_low' })
    await operator.topUp({ body: { memberId: ann.id, amount: 520 } })
    expect((await ann.laisee.sendPacket(direct(bob.id))).total).toBe(520)
    expect(await ann.balance()).toBe(0)
  })

  test('waits where the service asks to come back later', async () => {
    const ann = await person('安', 5n)
    const way = faulty((attempt, request) =>
      attempt === 1 ? later(429, { 'retry-after': '1' }) : attempt === 2 ? later(503) : fetch(request),
    )
    const startedAt = performance.now()
    expect((await ann.through({ fetch: way.fetch }).getWallet()).balance).toBe(5)
    expect(performance.now() - startedAt).toBeGreaterThan(1_000)
    expect(way.keys).toHaveLength(3)
  })

  test('R26: gives the last "no" rather than wait past its deadline, and stops after so many attempts', async () => {
    const ann = await person('安', 5n)
    const problem = JSON.stringify({
      type: 'urn:laisee:refusal:too_many_requests',
      title: 'x',
      status: 429,
      code: 'too_many_requests',
      detail: 'x',
      requestId: 'req_1',
    })
    const busy = (retryAfter: string) =>
      faulty(() =>
        Promise.resolve(
          new Response(problem, {
            status: 429,
            headers: { 'content-type': 'application/problem+json', 'retry-after': retryAfter },
          }),
        ),
      )
    const hour = busy('3600')
    await expect(ann.through({ fetch: hour.fetch }).getWallet()).rejects.toMatchObject({
      code: 'too_many_requests',
    })
    expect(hour.keys).toHaveLength(1)
    const moment = busy('0')
    await expect(ann.through({ fetch: moment.fetch, attemptsMax: 3 }).getWallet()).rejects.toMatchObject({
      code: 'too_many_requests',
    })
    expect(moment.keys).toHaveLength(3)
  })

  test('that nobody answers says so', async () => {
    const nowhere = createClient({ baseUrl: 'http://127.0.0.1:9', attemptsMax: 2 })
    const lost = await nowhere.readClock().catch((error: unknown) => error)
    expect(lost).toBeInstanceOf(UnansweredError)
    expect((lost as Error).message).toContain('readClock got no answer')
  })
})
