import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { alertGuardians } from './change-guardian.ts'

let callers: Callers
let child: Person
let elder: Person
let friend: Person

beforeAll(async () => {
  callers = await openCallers()
})
beforeEach(async () => {
  await callers.service.freeze(Date.UTC(2026, 10, 22, 8))
  child = await callers.person('女儿')
  elder = await callers.person('奶奶', 100_000n)
  friend = await callers.person('朋友')
})
afterAll(() => callers.close())

const ask = (by: Person, other: Person, as: string) =>
  by.call('POST', '/v1/guardians', { memberId: other.id, as })

async function guarded(): Promise<string> {
  const id = String((await ask(child, elder, 'guardian')).body.id)
  expect((await elder.call('POST', `/v1/guardians/${id}/accept`)).body).toMatchObject({ state: 'active' })
  return id
}

/** A send that the elder's own limit refuses. */
async function refused(): Promise<void> {
  await elder.call('PUT', '/v1/me/limits', { send: 100 })
  const reply = await elder.call('POST', '/v1/transfers', {
    payeeId: friend.id,
    amount: 8_888,
    note: '给小王',
  })
  expect(reply.body.code).toBe('limit_send')
}

/** A stream is read below the oldest transaction that runs anywhere on the machine's database. */
const soon = { timeout: 10_000 }
const inboxOf = async (person: Person) =>
  ((await person.call('GET', '/v1/inbox')).body.items as { kind: string; data: object }[]).map(
    ({ kind }) => kind,
  )
const alerts = async (id: string) =>
  (await callers.events(id)).filter(({ kind }) => kind === 'guardian.alerted')

describe('a guardian link', () => {
  it('may be asked for from either side, and tells nothing before the other has agreed', async () => {
    const id = String((await ask(elder, child, 'protected')).body.id)
    expect((await elder.call('POST', `/v1/guardians/${id}/accept`)).status).toBe(404)
    await refused()
    expect(await alerts(id)).toEqual([])
    expect((await child.call('POST', `/v1/guardians/${id}/accept`)).body).toMatchObject({
      state: 'active',
      guardian: { id: child.id },
      protected: { id: elder.id },
    })
    await expect.poll(() => inboxOf(elder), soon).toContain('guardian_accepted')
  })

  it('is seen by both, and by nobody else', async () => {
    const id = await guarded()
    expect((await child.call('GET', '/v1/guardians')).body).toMatchObject({
      guarding: [{ id }],
      guardedBy: [],
    })
    expect((await elder.call('GET', '/v1/guardians')).body).toMatchObject({
      guarding: [],
      guardedBy: [{ id }],
    })
    expect((await friend.call('DELETE', `/v1/guardians/${id}`)).status).toBe(404)
  })

  it('is over after a day that nobody agreed in', async () => {
    const id = String((await ask(child, elder, 'guardian')).body.id)
    await callers.service.forward(dayMs)
    expect((await elder.call('POST', `/v1/guardians/${id}/accept`)).body.code).toBe('invitation_over')
  })

  it('is asked for once, of five at most, and not of oneself', async () => {
    expect((await ask(child, child, 'guardian')).body.code).toBe('self_not_allowed')
    await ask(child, elder, 'guardian')
    expect((await ask(child, elder, 'guardian')).body.code).toBe('already_linked')
    expect((await ask(child, elder, 'protected')).status).toBe(201)
    for (let i = 1; i < 5; i++) await ask(child, await callers.person(`亲${i}`), 'guardian')
    expect((await ask(child, friend, 'guardian')).body).toMatchObject({ code: 'guardian_links_max', max: 5 })
  })
})

describe('an alert', () => {
  it('tells the guardian that something was refused and how grave it is: no amount, no name, no words', async () => {
    const id = await guarded()
    await refused()
    const [alert] = await alerts(id)
    expect(alert).toMatchObject({ audience: [child.id, elder.id].sort() })
    expect(alert!.data).toEqual({
      linkId: id,
      guardianId: child.id,
      protectedId: elder.id,
      what: 'refused',
      risk: 'low',
    })
    expect(JSON.stringify(alert)).not.toMatch(/8888|小王/)
    expect(JSON.stringify(alert)).not.toContain(friend.id)
  })

  it('is in both inboxes: it is never covert', async () => {
    await guarded()
    await refused()
    await expect.poll(() => inboxOf(child), soon).toContain('guardian_alerted')
    await expect.poll(() => inboxOf(elder), soon).toContain('own_guardian_alerted')
  })

  it('changes nothing about the refusal: the money stays, and the answer is kept', async () => {
    await guarded()
    await elder.call('PUT', '/v1/me/limits', { send: 100 })
    const send = () => elder.call('POST', '/v1/transfers', { payeeId: friend.id, amount: 101 }, 'the-key')
    const [first, second] = [await send(), await send()]
    expect(first.body).toEqual(second.body)
    expect((await elder.call('GET', '/v1/wallet')).body.balance).toBe(100_000)
  })

  it('comes once in ten minutes, however often it is tried', async () => {
    const id = await guarded()
    for (let i = 0; i < 3; i++) await refused()
    expect(await alerts(id)).toHaveLength(1)
    await callers.service.forward(10 * minuteMs)
    await refused()
    expect(await alerts(id)).toHaveLength(2)
  })

  it('comes at once where it is graver than the last, so that a slip never silences a swindler', async () => {
    const id = await guarded()
    await refused()
    await elder.call('PUT', '/v1/me/limits', { send: null })
    await elder.call('PUT', '/v1/me/care', { holdFrom: null, holdRelations: [], holdS: 60 })
    for (const risk of ['high', 'medium', 'high'] as const)
      await callers.service.ctx.db.transaction((tx) => alertGuardians(tx, elder.id, { what: 'held', risk }))
    expect((await alerts(id)).map(({ data }) => data)).toMatchObject([
      { what: 'refused', risk: 'low' },
      { what: 'held', risk: 'high' },
    ])
  })

  it('comes no more from the moment the protected person has ended it', async () => {
    const id = await guarded()
    expect((await elder.call('DELETE', `/v1/guardians/${id}`)).body).toMatchObject({
      state: 'ended',
      endedBy: elder.id,
    })
    await refused()
    expect(await alerts(id)).toEqual([])
    await expect.poll(() => inboxOf(child), soon).toContain('guardian_ended')
  })

  it('is not made of a slip', async () => {
    const id = await guarded()
    const slip = await elder.call('POST', '/v1/transfers', { payeeId: elder.id, amount: 1 })
    expect(slip.body.code).toBe('self_not_allowed')
    expect(await alerts(id)).toEqual([])
  })
})
