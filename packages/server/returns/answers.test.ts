import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from '@laisee/core/instant.ts'
import type { Person } from '../testing/callers.ts'
import {
  ann,
  asked,
  balances,
  bob,
  cai,
  callers,
  inboxOf,
  on,
  pass,
  told,
  transfer,
  useTrio,
} from './testing/trio.ts'

useTrio()

describe('the other words', () => {
  it('R4 R5 R7: every word on a request that has ended is refused by name, and changes nothing', async () => {
    const ends: [string, (id: string) => Promise<unknown>][] = [
      ['returned', (id) => on(id, 'return', bob)],
      ['declined', (id) => on(id, 'decline', bob, { reason: 'CUST' })],
      ['withdrawn', (id) => on(id, 'withdraw', ann)],
      ['no_answer', () => pass(8 * dayMs)],
    ]
    for (const [state, end] of ends) {
      const id = await asked(await transfer())
      await end(id)
      const before = [await balances(), await told(id)]
      const replies = [
        await on(id, 'return', bob, { amount: 1 }),
        await on(id, 'decline', bob, { reason: 'CUST' }),
        await on(id, 'withdraw', ann),
        await on(id, 'remind', ann),
      ]
      expect(replies.map(({ status }) => status)).toEqual([409, 409, 409, 409])
      expect(replies.slice(1).map(({ body }) => [body.code, body.state])).toEqual(
        Array(3).fill(['return_request_over', state]),
      )
      expect([await balances(), await told(id)]).toEqual(before)
    }
  })

  it('R17: silence becomes NOAS on the day, is told to both once, and moves nothing', async () => {
    const id = await asked(await transfer(), { dueOn: '2026-11-25' })
    const before = await balances()
    await callers.service.forward(3 * dayMs + 12 * hourMs - 2 * minuteMs)
    await callers.service.sweep()
    expect(await told(id)).toEqual(['return_request.asked'])
    await pass(2 * minuteMs)
    await pass(dayMs)
    expect((await callers.events(id)).slice(1)).toMatchObject([
      {
        kind: 'return_request.unanswered',
        data: { result: 'RJCR', reason: 'NOAS', endedAt: '2026-11-25T16:00:00.000Z' },
      },
    ])
    expect((await ann.call('GET', `/v1/return-requests/${id}`)).body).toMatchObject({
      state: 'no_answer',
      rejection: 'NOAS',
    })
    expect(await balances()).toEqual(before)
  })

  it('is delivered when its recipient is first shown it, and read when they open it: once each', async () => {
    const id = await asked(await transfer())
    expect(await inboxOf(bob)).toMatchObject([{ kind: 'return_asked', sourceId: id }, {}])
    await bob.call('GET', '/v1/return-requests')
    await ann.call('GET', `/v1/return-requests/${id}`)
    expect((await on(id, 'read', ann)).status).toBe(404)
    for (let i = 0; i < 2; i++) expect((await on(id, 'read', bob)).body.readAt).not.toBeNull()
    expect(await told(id)).toEqual([
      'return_request.asked',
      'return_request.delivered',
      'return_request.read',
    ])
  })

  it('may be reminded of three times, a day apart, and the two hundredth time not', async () => {
    const id = await asked(await transfer(), { dueOn: '2026-12-10' })
    const answers: unknown[] = []
    for (let day = 0; day < 4; day++) {
      for (let i = 0; i < 50; i++) answers.push((await on(id, 'remind', ann)).body.code ?? 'reminded')
      await pass(dayMs)
    }
    // The first day there is none yet; on each of the next three, one.
    const reminders = answers.flatMap((answer, no) => (answer === 'reminded' ? [no] : []))
    expect([answers.length, reminders]).toEqual([200, [50, 100, 150]])
    expect(new Set(answers)).toEqual(new Set(['reminded_enough', 'reminded']))
    expect((await told(id)).filter((kind) => kind === 'return_request.reminded')).toHaveLength(3)
    expect((await on(id, 'remind', ann)).body).toMatchObject({ code: 'reminded_enough', max: 3 })
  })

  it('is not reminded of in the recipient’s quiet hours, or across a block', async () => {
    const id = await asked(await transfer())
    await bob.call('PATCH', '/v1/me', { quietFrom: '11:00', quietUntil: '13:00' })
    await pass(dayMs)
    expect((await on(id, 'remind', ann)).body).toMatchObject({ code: 'recipient_quiet' })
    await pass(2 * hourMs)
    expect((await on(id, 'remind', ann)).body).toMatchObject({ reminders: { count: 1 } })
    await bob.call('PUT', `/v1/blocks/${ann.id}`)
    await pass(dayMs)
    expect((await on(id, 'remind', ann)).body).toMatchObject({ code: 'recipient_blocked' })
  })

  it('a decline is told with its reason, and may not threaten', async () => {
    const id = await asked(await transfer())
    expect((await on(id, 'decline', bob, { reason: 'CUST', note: '让你好看' })).body).toMatchObject({
      code: 'return_text_refused',
    })
    expect((await on(id, 'decline', bob, { reason: 'LEGL', note: '这是货款' })).body).toMatchObject({
      state: 'declined',
      rejection: 'LEGL',
      note: '这是货款',
    })
    expect(await inboxOf(ann)).toMatchObject([
      { kind: 'own_return_declined', data: { reason: 'LEGL' } },
      {},
      {},
    ])
  })

  it('are listed to both sides, newest first, and to nobody else', async () => {
    const [first, second] = [await asked(await transfer()), await asked(await transfer())]
    const ids = async (by: Person, side: string) =>
      ((await by.call('GET', `/v1/return-requests?side=${side}&limit=1`)).body.items as { id: string }[]).map(
        ({ id }) => id,
      )
    expect(await ids(ann, 'made')).toEqual([[first, second].sort().at(-1)])
    expect(await ids(bob, 'received')).toHaveLength(1)
    expect(await ids(cai, 'received')).toEqual([])
    expect((await cai.call('GET', `/v1/return-requests/${first}`)).status).toBe(404)
  })
})
