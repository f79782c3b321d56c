/** The gate: what each process remembers of a token, for how long, and how a revocation reaches them all. */

import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp, type App } from '../app.ts'
import { insertRevocations, readRevocations } from './revocation.sql.ts'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { hint } from '../hints.ts'
import { forgetOldRevocations } from '../jobs/forget-revocations.ts'
import { callerOf } from '../testing/api.ts'
import { memberWith, startTestService, type TestService } from '../testing/service.ts'
import { createKey, type NewKey } from './create-key.ts'
import { createGate, type Gate } from './gate.ts'
import { mintSession } from './mint-session.ts'
import { revokeKey } from './revoke-key.ts'
import { revokeSession } from './revoke-session.ts'
import { rotateKey } from './rotate-key.ts'
import { scopes } from './scopes.ts'
import { readSessionSecret, revokeSessionRow } from './sessions.sql.ts'
import { signOut } from './sign-out.ts'

const letClockRun = statement<[], object>(
  'test_clock_runs',
  'update clock set frozen_at = null, offset_ms = 0',
)

const hourMs = 3_600_000
const start = Date.parse('2031-02-17T12:00:00Z')

let service: TestService
let memberId: string
const gates: Gate[] = []

beforeAll(async () => {
  service = await startTestService()
  memberId = await memberWith(service.ctx, '安', 0n)
})
afterEach(async () => {
  vi.useRealTimers()
  for (const gate of gates.splice(0)) await gate.stop()
  await service.ctx.db.run(letClockRun)
})
afterAll(() => service.close())

async function gateOf(db: Db = service.ctx.db, demo = true): Promise<Gate> {
  const gate = createGate({ db, demo, log: service.ctx.log, pollMs: 200 })
  gates.push(gate)
  await gate.start()
  return gate
}

function session(lifetimeMs = hourMs) {
  return service.ctx.db.transaction((tx) =>
    mintSession(tx, service.ctx, { memberId, lifetimeMs, by: 'test' }),
  )
}

function key(ask: Partial<NewKey> = {}) {
  return service.ctx.db.transaction((tx) =>
    createKey(tx, service.ctx, { name: 'test', scopes, expiresAt: null, by: 'test', ...ask }),
  )
}

async function isGood(gate: Gate, token: string): Promise<boolean> {
  return (gate.known(token) ?? (await gate.verify(token))) !== undefined
}

async function untilRefused(gate: Gate, token: string): Promise<number> {
  const from = performance.now()
  while (await isGood(gate, token)) {
    if (performance.now() - from > 10_000) throw new Error('still let in after ten seconds')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - from
}

describe('a token', () => {
  it('is looked up once, then known to the process', async () => {
    const gate = await gateOf()
    const { id, token } = await session()
    expect(gate.known(token)).toBeUndefined()
    expect((await gate.verify(token))?.caller).toEqual({ kind: 'member', memberId, sessionId: id })
    expect(gate.known(token)?.actorId).toBe(memberId)
  })

  it('with one letter changed, of another kind or of nobody is not good', async () => {
    const gate = await gateOf()
    const { token } = await session()
    const last = token.at(-1) === 'A' ? 'E' : 'A'
    for (const bad of [
      token.slice(0, -1) + last,
      token.replace('lst_', 'lsk_'),
      `${token}A`,
      '',
      'x',
      'a.b.c',
      token.slice(0, -1),
    ]) {
      expect(await gate.verify(bad)).toBeUndefined()
    }
    const nobody = token.replace(/^lst_.{26}/, `lst_${'0'.repeat(26)}`)
    expect(await gate.verify(nobody)).toBeUndefined()
  })

  it('of a demo world is not good in production', async () => {
    const production = await gateOf(service.ctx.db, false)
    expect(await production.verify((await session()).token)).toBeUndefined()
    expect(await production.verify((await key()).token)).toBeUndefined()
  })

  it('ends on the second by the service’s clock, known or not', async () => {
    await service.freeze(start)
    const gate = await gateOf()
    const { token } = await session(60_000)
    await service.freeze(start + 59_999)
    hint('clock')
    expect(await isGood(gate, token)).toBe(true)
    await service.freeze(start + 60_000)
    expect(await gate.verify(token)).toBeUndefined()
    await vi.waitFor(() => expect(gate.known(token)).toBeUndefined(), { timeout: 2_000 })
  })

  it('ends at the same moment for two servers whose own clocks differ by a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await service.freeze(start)
    const gatesApart: Gate[] = []
    for (const wrongByMs of [-30_000, 30_000]) {
      vi.setSystemTime(start + wrongByMs)
      gatesApart.push(await gateOf())
    }
    const { token } = await session(60_000)
    for (const gate of gatesApart) expect(await isGood(gate, token)).toBe(true)
    for (const [passedMs, good] of [
      [45_000, true],
      [59_000, true],
      [61_000, false],
    ] as const) {
      await service.freeze(start + passedMs)
      for (const gate of gatesApart) {
        await vi.waitFor(() => expect(gate.now()).toBe(start + passedMs), { timeout: 2_000 })
        expect(await isGood(gate, token)).toBe(good)
      }
    }
  })
})

describe('a revocation', () => {
  it('of a session reaches a process that knows it', async () => {
    const far = await gateOf()
    const { id, token } = await session()
    expect(await isGood(far, token)).toBe(true)
    await service
      .another()
      .ctx.db.transaction((tx) => revokeSession(tx, { memberId, sessionId: id, by: 'test' }))
    expect(await untilRefused(far, token)).toBeLessThan(5_000)
  })

  it('by another process is read within five seconds, whatever the service’s clock says', async () => {
    for (const frozenAt of [undefined, start]) {
      if (frozenAt !== undefined) await service.freeze(frozenAt)
      const gate = await gateOf()
      const { id, token } = await session()
      expect(await isGood(gate, token)).toBe(true)
      const sql = new pg.Client({ connectionString: service.url })
      await sql.connect()
      await sql.query('begin')
      await sql.query(revokeSessionRow.text, [id, new Date()])
      await sql.query(insertRevocations.text, [[id], new Date(0)])
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(gate.known(token)).toBeDefined()
      await sql.query('commit')
      expect(await untilRefused(gate, token)).toBeLessThan(5_000)
      await sql.end()
    }
  })

  it('of a key, and a sign-out everywhere, do the same', async () => {
    const gate = await gateOf()
    const made = await key()
    const one = await session()
    const two = await session()
    for (const { token } of [made, one, two]) expect(await isGood(gate, token)).toBe(true)
    await service.ctx.db.transaction((tx) => revokeKey(tx, { keyId: made.id, by: 'test' }))
    const signedOut = await service.ctx.db.transaction((tx) => signOut(tx, { memberId, by: 'test' }))
    expect(signedOut.sessionCount).toBeGreaterThanOrEqual(2)
    for (const { token } of [made, one, two]) expect(await untilRefused(gate, token)).toBeLessThan(5_000)
    expect(await isGood(gate, (await session()).token)).toBe(true)
  })

  it('that a verification under way has not seen is not forgotten by remembering it after', async () => {
    const { db } = service.ctx
    const { id, token } = await session()
    let pass: () => void = () => undefined
    const held = new Promise<void>((resolve) => (pass = resolve))
    const slow: Db = {
      ...db,
      async run(statement, ...params) {
        const rows = await db.run(statement, ...params)
        if ((statement as unknown) === readSessionSecret) await held
        return rows
      },
    }
    const gate = await gateOf(slow)
    const verifying = gate.verify(token)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await db.transaction((tx) => revokeSession(tx, { memberId, sessionId: id, by: 'test' }))
    await new Promise((resolve) => setTimeout(resolve, 600))
    pass()
    await verifying
    expect(gate.known(token)).toBeUndefined()
    expect(await gate.verify(token)).toBeUndefined()
  })

  it('ends what watches the token, and says why', async () => {
    const gate = await gateOf()
    const { id, token } = await session()
    const verified = (await gate.verify(token))!
    const ended = vi.fn<(why: string) => void>()
    gate.watch(token, verified, ended)
    await service.ctx.db.transaction((tx) => revokeSession(tx, { memberId, sessionId: id, by: 'test' }))
    await vi.waitFor(() => expect(ended).toHaveBeenCalledWith('revoked'), { timeout: 5_000 })
    await service.freeze(start)
    const short = await session(60_000)
    const expired = vi.fn<(why: string) => void>()
    gate.watch(short.token, (await gate.verify(short.token))!, expired)
    await service.freeze(start + 60_000)
    await vi.waitFor(() => expect(expired).toHaveBeenCalledWith('expired'), { timeout: 5_000 })
  })
})

describe('the list of revocations', () => {
  it('is forgotten after a week, and what was revoked stays so', async () => {
    await service.freeze(start)
    const gate = await gateOf()
    await forgetOldRevocations(service.ctx.db)
    const { id, token } = await session(30 * 24 * hourMs)
    await service.ctx.db.transaction((tx) => revokeSession(tx, { memberId, sessionId: id, by: 'test' }))
    expect(await forgetOldRevocations(service.ctx.db)).toBe(0)
    await service.freeze(start + 8 * 24 * hourMs)
    expect(await forgetOldRevocations(service.ctx.db)).toBe(1)
    expect(await forgetOldRevocations(service.ctx.db)).toBe(0)
    expect(await isGood(gate, token)).toBe(false)
  })
})

describe('a process cut off from the revocations', () => {
  it('believes nothing it remembers after four seconds', async () => {
    const { db } = service.ctx
    let cut = false
    const failing: Db = {
      ...db,
      run: (statement, ...params) =>
        cut && (statement as unknown) === readRevocations
          ? Promise.reject(new Error('cut off'))
          : db.run(statement, ...params),
    }
    const gate = await gateOf(failing)
    const { token } = await session()
    await gate.verify(token)
    cut = true
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(gate.known(token)).toBeDefined()
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(gate.known(token)).toBeUndefined()
    expect(await gate.verify(token)).toBeDefined()
  })
})

describe('a rotated key', () => {
  it('is used by its new token, and by the one before until the overlap ends', async () => {
    await service.freeze(start)
    const gate = await gateOf()
    const made = await key()
    expect(await isGood(gate, made.token)).toBe(true)
    const rotate = (overlapMs: number) =>
      service.ctx.db.transaction((tx) =>
        rotateKey(tx, { keyId: made.id, overlapMs, held: scopes, by: 'test' }),
      )
    const second = await rotate(hourMs)
    await service.freeze(start + hourMs - 1)
    expect(await isGood(gate, second.token)).toBe(true)
    expect(await gate.verify(made.token)).toBeDefined()
    await service.freeze(start + hourMs)
    expect(await gate.verify(made.token)).toBeUndefined()
    const third = await rotate(0)
    expect(await gate.verify(second.token)).toBeUndefined()
    expect(await gate.verify(third.token)).toBeDefined()
    expect(await untilRefused(gate, second.token)).toBeLessThan(5_000)
  })
})

describe('two servers', () => {
  let apps: App[]
  beforeAll(async () => {
    apps = [await createApp(service.ctx), await createApp(service.another().ctx)]
  })
  afterAll(async () => {
    for (const app of apps) await app.stop()
  })

  it('both refuse a session within five seconds of its end over the API', async () => {
    const [near, far] = apps
    const { id, token } = await session()
    const path = `/v1/members/${memberId}/sessions`
    expect((await callerOf(far!.app, token)('GET', path)).status).toBe(200)
    expect((await callerOf(near!.app, token)('DELETE', `${path}/${id}`)).status).toBe(204)
    const from = performance.now()
    await vi.waitFor(async () => expect((await callerOf(far!.app, token)('GET', path)).status).toBe(401), {
      timeout: 5_000,
      interval: 50,
    })
    expect((await callerOf(near!.app, token)('GET', path)).status).toBe(401)
    expect(performance.now() - from).toBeLessThan(5_000)
  })
})
