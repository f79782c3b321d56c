import { describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import {
  allowance,
  type Body,
  balance,
  callers,
  codeOf,
  counted,
  friend,
  guardedBy,
  kinds,
  mama,
  minor,
  papa,
  pay,
  read,
  say,
  son,
  stateOf,
  undo,
  useHome,
} from './testing/home.ts'

useHome()

describe('a send from an allowance above the sum its giver has set', () => {
  it('waits for the giver, with the money in escrow and counted at once, and is there for nobody else', async () => {
    const family = await allowance()
    const id = await pay(family)
    expect([await balance(mama), await balance(son), await counted()]).toEqual([998_999, 1_000_000, 1_001])
    expect(await callers.events(id)).toMatchObject([
      { kind: 'transfer.sent', audience: [son.id] },
      { kind: 'approval.submitted', audience: [mama.id, son.id].sort() },
    ])
    expect((await callers.events(family)).at(-1)).toMatchObject({
      kind: 'family.spent',
      data: { waits: true },
    })
    expect(await read(mama, id)).toMatchObject({
      organisationId: null,
      chain: { id: 'family-giver' },
      send: { kind: 'transfer', amount: 1_001, recipientIds: [friend.id] },
      approveBy: '2026-11-23T04:00:00.000Z',
      waitsFor: [mama.id],
      may: ['approve', 'reject', 'ask'],
    })
    expect((await read(son, id)).may).toEqual(['undo', 'remind'])
    expect(await codeOf(friend.call('GET', `/v1/approvals/${id}`))).toBe('not_found')
    expect(await codeOf(friend.call('GET', `/v1/transfers/${id}`))).toBe('not_found')
    const waiting = (await mama.call('GET', '/v1/approvals?box=waiting')).body.items as Body[]
    expect(waiting.map(({ sendId }) => sendId)).toEqual([id])
  })

  it('begins its undo window with the giver’s word, and then goes its way', async () => {
    const id = await pay(await allowance())
    expect(await codeOf(say(son, id, 'approve'))).toBe('own_act')
    expect(await codeOf(say(papa, id, 'approve'))).toBe('not_found')
    expect(await codeOf(say(mama, id, 'transfer', { toId: papa.id }))).toBe('stand_in_unfit')
    expect(await codeOf(say(mama, id, 'approve'))).toBe('yes')
    expect(await stateOf(id)).toBe('undo')
    await callers.service.forward(minuteMs)
    await callers.service.sweep()
    expect([await stateOf(id), await balance(friend)]).toEqual(['arrived', 1_001])
    expect(await kinds(id)).toContain('approval.granted')
    expect(await codeOf(say(mama, id, 'reject', { note: '晚了' }))).toBe('already_approved')
  })

  it('comes back to the giver, and to the allowance, when it is rejected, undone or left for a day', async () => {
    const family = await allowance()
    const rejected = await pay(family)
    expect((await say(mama, rejected, 'reject', { note: '先别买' })).body).toMatchObject({
      outcome: 'rejected',
    })
    const undone = await pay(family)
    await undo(undone)
    expect(await codeOf(say(mama, undone, 'approve'))).toBe('already_undone')
    const late = await pay(family)
    expect(await counted()).toBe(1_001)
    await callers.service.forward(dayMs)
    await callers.service.sweep()
    expect(await read(mama, late)).toMatchObject({ outcome: 'timed_out' })
    expect([await balance(mama), await counted()]).toEqual([1_000_000, 0])
    expect((await callers.events(rejected)).at(-1)).toMatchObject({
      kind: 'transfer.rejected',
      data: { decidedBy: mama.id, note: '先别买' },
    })
    expect(await kinds(family)).toEqual([
      'family.invited',
      'family.accepted',
      ...[1, 2, 3].flatMap(() => ['family.spent', 'family.returned']),
    ])
  })

  it('is rejected with the money back once either ends the allowance', async () => {
    for (const by of [mama, son]) {
      const family = await allowance()
      const id = await pay(family)
      await by.call('DELETE', `/v1/families/${family}`)
      expect([await stateOf(id), await balance(mama)]).toEqual(['rejected', 1_000_000])
      expect(await read(son, id)).toMatchObject({ outcome: 'forsaken', acts: [], may: [] })
      expect(await codeOf(say(mama, id, 'approve'))).toBe('not_found')
      expect((await callers.events(id)).at(-1)).toMatchObject({
        kind: 'transfer.rejected',
        data: { decidedBy: by.id, forsaken: true },
      })
    }
  })
})

describe('a minor', () => {
  it('without a guardian of age is refused above the sum of their age', async () => {
    const send = await minor()
    await callers.operator.call('PUT', `/v1/members/${papa.id}/age-band`, { band: 'teen' })
    await guardedBy(papa)
    expect((await send(10_001)).body).toMatchObject({ code: 'guardian_approval_needed', above: 10_000 })
    expect((await send(10_000)).body.state).toBe('undo')
    expect(await balance(son)).toBe(990_000)
  })

  it('sends above it with the word of any one guardian', async () => {
    const send = await minor()
    await guardedBy(papa)
    await guardedBy(mama)
    const { body } = await send(15_000)
    const id = String(body.id)
    expect([body.state, await balance(son)]).toEqual(['approving', 985_000])
    expect(await read(papa, id)).toMatchObject({
      chain: { id: 'family-guardian' },
      may: ['approve', 'reject', 'ask'],
    })
    expect(await codeOf(say(papa, id, 'approve'))).toBe('yes')
    expect([await stateOf(id), await codeOf(say(mama, id, 'approve'))]).toEqual(['undo', 'already_approved'])
  })

  it('waits on while a guardian is left, and has the money back once the last has gone', async () => {
    const send = await minor()
    const first = await guardedBy(papa)
    const second = await guardedBy(mama)
    const id = String((await send(15_000)).body.id)
    await papa.call('DELETE', `/v1/guardians/${first}`)
    expect(await stateOf(id)).toBe('approving')
    expect(await codeOf(say(papa, id, 'approve'))).toBe('not_found')
    await son.call('DELETE', `/v1/guardians/${second}`)
    expect([await stateOf(id), await balance(son)]).toEqual(['rejected', 1_000_000])
    expect((await callers.events(id)).at(-1)).toMatchObject({
      kind: 'packet.rejected',
      data: { decidedBy: son.id, forsaken: true, returned: 15_000 },
    })
  })

  it('who pays from an allowance waits for its giver and then for a guardian', async () => {
    const send = await minor()
    await guardedBy(papa)
    const paidFrom = await allowance()
    const id = String((await send(15_000, { paidFrom })).body.id)
    expect(await codeOf(say(papa, id, 'approve'))).toBe('not_an_approver')
    await say(mama, id, 'approve')
    expect(await stateOf(id)).toBe('approving')
    await say(papa, id, 'approve')
    expect([await stateOf(id), await balance(mama)]).toEqual(['undo', 985_000])
  })
})
