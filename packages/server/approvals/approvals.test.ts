import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import {
  abe,
  ada,
  ann,
  balance,
  bob,
  callers,
  codeOf,
  eve,
  kindsTold,
  org,
  packet,
  pia,
  publish,
  read,
  sam,
  say,
  stateOf,
  transfer,
  useCompany,
} from './testing/company.ts'

useCompany()

const forward = async (ms: number) => {
  await callers.service.forward(ms)
  await callers.service.sweep()
}
const audited = async () => (await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)

describe('a send on behalf of an organisation', () => {
  it('is paid by it, goes out as any other below the threshold, and comes back to it', async () => {
    const before = await balance()
    const id = await packet()
    expect(await balance()).toBe(before - 15_000)
    expect((await sam.call('GET', `/v1/packets/${id}`)).body).toMatchObject({
      onBehalfOf: org,
      state: 'undo',
      profile: 'enterprise',
      approveBy: null,
    })
    await sam.call('POST', `/v1/packets/${id}/undo`)
    expect(await balance()).toBe(before)
    expect((await sam.call('GET', '/v1/wallet')).body).toMatchObject({ balance: 0 })
    expect(await codeOf(sam.call('GET', `/v1/approvals/${id}`))).toBe('not_found')
  })

  it('is refused to whoever may not, and from the very next one on', async () => {
    const body = { payeeId: pia.id, amount: 100, onBehalfOf: org }
    const send = (who = sam) => codeOf(who.call('POST', '/v1/transfers', body))
    expect(await send(pia)).toBe('organisation_unknown')
    expect(await send(ann)).toBe('role_missing')
    await ada.call('PUT', `/v1/organisations/${org}/members/${sam.id}/suspension`, { reason: '核查' })
    expect(await send()).toBe('sending_suspended')
    await ada.call('PUT', `/v1/organisations/${org}/suspension`, { reason: '核查' })
    expect(await send()).toBe('organisation_suspended')
    expect(await send(bob)).toBe('organisation_suspended')
    await ada.call('DELETE', `/v1/organisations/${org}/suspension`)
    await ada.call('DELETE', `/v1/organisations/${org}/members/${sam.id}/suspension`)
    expect(await send()).toBe('yes')
  })
})

describe('a send that has to be approved', () => {
  it('waits with its money in escrow, and is there for nobody else', async () => {
    const before = await balance()
    const id = await transfer()
    expect(await balance()).toBe(before - 800_000)
    expect(await stateOf(id)).toBe('approving')
    expect(await codeOf(pia.call('GET', `/v1/transfers/${id}`))).toBe('not_found')
    expect(await codeOf(pia.call('GET', `/v1/approvals/${id}`))).toBe('not_found')
    expect(await callers.events(id)).toMatchObject([
      { kind: 'transfer.sent', audience: [sam.id] },
      { kind: 'approval.submitted', audience: [sam.id, ann.id, bob.id].sort() },
    ])
    expect(await read(ann, id)).toMatchObject({
      organisationId: org,
      policyVersion: 0,
      askedBy: { why: 'threshold' },
      sender: { id: sam.id },
      send: { kind: 'transfer', amount: 800_000, recipientIds: [pia.id] },
      waitsFor: expect.arrayContaining([ann.id, bob.id]) as unknown,
      may: ['approve', 'reject', 'ask', 'transfer'],
    })
    expect((await read(sam, id)).may).toEqual(['undo', 'remind'])
    expect((await read(eve, id)).may).toEqual([])
    const waiting = (await bob.call('GET', '/v1/approvals?box=waiting')).body.items as { sendId: string }[]
    expect(waiting.map((one) => one.sendId)).toContain(id)
    await sam.call('POST', `/v1/transfers/${id}/undo`)
    expect(await balance()).toBe(before)
    expect(await read(ann, id)).toMatchObject({ outcome: 'undone', may: [] })
    expect(await codeOf(say(ann, id, 'approve'))).toBe('already_undone')
  })

  it('begins its undo window with the last word, and then goes its way', async () => {
    const id = await transfer()
    expect(await codeOf(say(sam, id, 'approve'))).toBe('own_act')
    expect(await codeOf(say(eve, id, 'approve'))).toBe('not_an_approver')
    await callers.service.forward(hourMs)
    expect((await say(ann, id, 'approve', { note: '好的' })).body).toMatchObject({
      outcome: 'approved',
      acts: [{ kind: 'approved', memberId: ann.id, note: '好的' }],
    })
    expect(await stateOf(id)).toBe('undo')
    expect(await codeOf(say(bob, id, 'approve'))).toBe('already_approved')
    await forward(minuteMs)
    expect(await stateOf(id)).toBe('arrived')
    expect(await kindsTold(id)).toEqual([
      'transfer.sent',
      'approval.submitted',
      'approval.granted',
      'transfer.delivered',
      'transfer.arrived',
    ])
    expect(await audited()).toEqual([])
  })

  it('is in the inboxes of those whose word it needs, and its end in the sender’s with the money that came back', async () => {
    const inboxOf = async (who: typeof sam, id: string) =>
      ((await who.call('GET', '/v1/inbox')).body.items as { kind: string; sourceId: string; data: object }[])
        .filter(({ sourceId }) => sourceId === id)
        .map(({ kind, data }) => [kind, data])
    const id = await transfer()
    const soon = { timeout: 10_000 }
    await expect.poll(async () => (await inboxOf(ann, id))[0]?.[0], soon).toBe('approval_asked')
    expect(await inboxOf(sam, id)).toEqual([])
    const before = await balance()
    await say(ann, id, 'reject', { note: '金额不对' })
    const told = [['own_approval_rejected', { amount: 800_000, decidedBy: ann.id, note: '金额不对' }]]
    await expect.poll(() => inboxOf(sam, id), soon).toEqual(told)
    expect(await balance()).toBe(before + 800_000)
    expect(await inboxOf(pia, id)).toEqual([])
  })

  it('is rejected with a reason, and the money goes back where it came from', async () => {
    const before = await balance()
    const id = await transfer()
    expect(await codeOf(say(ann, id, 'reject'))).toBe('invalid_request')
    expect(await codeOf(say(ann, id, 'reject', { note: '金额不对' }))).toBe('yes')
    expect(await balance()).toBe(before)
    expect(await stateOf(id)).toBe('rejected')
    expect(await codeOf(say(bob, id, 'approve'))).toBe('already_rejected')
    expect(await codeOf(sam.call('POST', `/v1/transfers/${id}/undo`))).toBe('already_rejected')
    const told = { kind: 'transfer.rejected', data: { decidedBy: ann.id, note: '金额不对' } }
    expect((await callers.events(id)).at(-1)).toMatchObject(told)
    expect(await codeOf(pia.call('GET', `/v1/transfers/${id}`))).toBe('not_found')
  })

  it('is asked about, answered, reminded of and handed on', async () => {
    const id = await transfer()
    expect(await codeOf(say(sam, id, 'answer', { note: '什么？' }))).toBe('nothing_asked')
    await say(ann, id, 'ask', { note: '给谁的？' })
    expect((await read(ann, id)).may).not.toContain('ask')
    const again = await say(ann, id, 'ask', { note: '在吗？' })
    expect(again.body).toMatchObject({ code: 'asked_enough', max: 5, unanswered: true })
    expect((await read(sam, id)).may).toContain('answer')
    await say(sam, id, 'answer', { note: '供应商' })
    expect((await read(ann, id)).may).toContain('ask')
    expect(await codeOf(say(sam, id, 'remind'))).toBe('yes')
    expect(await codeOf(say(sam, id, 'remind'))).toBe('reminded_enough')
    expect(await codeOf(say(ann, id, 'transfer', { toId: eve.id }))).toBe('stand_in_unfit')
    expect(await codeOf(say(ann, id, 'transfer', { toId: ada.id }))).toBe('yes')
    expect(await codeOf(say(ann, id, 'approve'))).toBe('not_an_approver')
    expect(await codeOf(say(ada, id, 'approve'))).toBe('yes')
    expect((await kindsTold(id)).slice(2)).toEqual([
      'approval.questioned',
      'approval.answered',
      'approval.reminded',
      'approval.transferred',
      'approval.granted',
    ])
  })

  it('is approved by a stand-in for a time', async () => {
    const at = `/v1/organisations/${org}/delegation`
    const now = await callers.service.ctx.db.transaction((tx) => tx.now())
    const until = new Date(now + dayMs).toISOString()
    expect(await codeOf(ann.call('PUT', at, { toId: eve.id, until }))).toBe('stand_in_unfit')
    expect(await codeOf(ann.call('PUT', at, { toId: abe.id, until }))).toBe('yes')
    const id = await transfer()
    expect((await read(abe, id)).may).toContain('approve')
    expect((await say(abe, id, 'approve')).body).toMatchObject({
      acts: [{ memberId: abe.id, seatOf: ann.id }],
    })
    expect(await codeOf(ann.call('DELETE', at))).toBe('yes')
    const next = await transfer()
    expect(await codeOf(say(abe, next, 'approve'))).toBe('not_an_approver')
    await sam.call('POST', `/v1/transfers/${next}/undo`)
  })

  it('that nobody approves in time is an administrator’s, and then goes back', async () => {
    const before = await balance()
    const id = await transfer()
    await forward(dayMs / 2)
    expect(await codeOf(say(ada, id, 'approve'))).toBe('not_an_approver')
    await forward(dayMs / 2)
    expect((await read(ada, id)).may).toContain('approve')
    await forward(dayMs)
    expect(await stateOf(id)).toBe('rejected')
    expect(await balance()).toBe(before)
    expect(await read(ada, id)).toMatchObject({ outcome: 'timed_out' })
    expect(await codeOf(say(ada, id, 'approve'))).toBe('already_rejected')
    expect(await kindsTold(id)).toEqual([
      'transfer.sent',
      'approval.submitted',
      'approval.reminded',
      'approval.passed_on',
      'transfer.rejected',
    ])
  })

  it('is rejected by the clock though no sweep has come by', async () => {
    const id = await transfer()
    await callers.service.forward(2 * dayMs)
    expect(await stateOf(id)).toBe('rejected')
    expect(await codeOf(say(ann, id, 'approve'))).toBe('already_rejected')
    await callers.service.sweep()
  })

  it('is edited by taking it back: what was given is void', async () => {
    const before = await balance()
    const first = await transfer()
    const second = await transfer({ amount: 900_000, replaces: first })
    expect(await stateOf(first)).toBe('undone')
    expect(await balance()).toBe(before - 900_000)
    expect(await read(ann, second)).toMatchObject({ replaces: first, acts: [] })
    const again = { payeeId: pia.id, amount: 900_000, onBehalfOf: org, replaces: first }
    expect(await codeOf(sam.call('POST', '/v1/transfers', again))).toBe('already_undone')
    expect(await codeOf(bob.call('POST', '/v1/transfers', { ...again, replaces: second }))).toBe('not_found')
    await sam.call('POST', `/v1/transfers/${second}/undo`)
  })

  it('goes on without them where two administrators break the glass, loudly', async () => {
    const id = await transfer()
    expect(await codeOf(say(ann, id, 'break-glass', { note: '急' }))).toBe('not_an_approver')
    await say(ada, id, 'break-glass', { note: '供应商断供' })
    expect(await stateOf(id)).toBe('approving')
    expect(await codeOf(say(ada, id, 'break-glass', { note: '急' }))).toBe('acted_already')
    await say(abe, id, 'break-glass', { note: '已核实' })
    expect(await stateOf(id)).toBe('undo')
    const told = (await callers.events(id)).filter(({ kind }) => kind === 'approval.glass_broken')
    expect(told).toHaveLength(2)
    expect(told[1]!.audience).toEqual(expect.arrayContaining([ada.id, abe.id, eve.id]))
    expect(told[1]!.data).toMatchObject({ brokenBy: [ada.id, abe.id], note: '已核实' })
  })

  it('whose approvers are gone is an administrator’s at once', async () => {
    const id = await transfer()
    for (const who of [ann, bob])
      await ada.call('PUT', `/v1/organisations/${org}/members/${who.id}/roles`, { roles: ['sender'] })
    expect(await codeOf(say(ann, id, 'approve'))).toBe('not_an_approver')
    expect(await read(ada, id)).toMatchObject({
      waitsFor: expect.arrayContaining([ada.id, abe.id]) as unknown,
    })
    expect(await codeOf(say(ada, id, 'approve'))).toBe('yes')
    await ada.call('PUT', `/v1/organisations/${org}/members/${ann.id}/roles`, { roles: ['approver'] })
    await ada.call('PUT', `/v1/organisations/${org}/members/${bob.id}/roles`, {
      roles: ['sender', 'approver'],
    })
  })

  it('together with others is approved only below a sum', async () => {
    await publish({ bulkMax: 1_700_000, thresholds: [{ amount: 700_000, chainId: 'second-person' }] })
    const ids = [await transfer(), await transfer({ amount: 900_000 })]
    const third = await transfer({ amount: 700_000 })
    const approve = (sendIds: string[], who = ann) => who.call('POST', '/v1/approvals/approve', { sendIds })
    expect(await codeOf(approve([...ids, third]))).toBe('bulk_above_max')
    expect(await Promise.all(ids.map(stateOf))).toEqual(['approving', 'approving'])
    expect(await codeOf(approve(ids, sam))).toBe('own_act')
    expect((await approve(ids)).body.items).toHaveLength(2)
    expect(await Promise.all([...ids, third].map(stateOf))).toEqual(['undo', 'undo', 'approving'])
    await sam.call('POST', `/v1/transfers/${third}/undo`)
  })
})

describe('a policy', () => {
  it('limits what one sends on behalf, and gives back what counts as never sent', async () => {
    await publish({ limits: { share: null, send: 50_000, day: 60_000, month: null } })
    const fresh = await callers.person('新')
    await callers.operator.call('POST', `/v1/organisations/${org}/members`, {
      memberId: fresh.id,
      roles: ['sender'],
    })
    const send = (amount: number) =>
      fresh.call('POST', '/v1/transfers', { payeeId: pia.id, amount, onBehalfOf: org })
    expect((await send(50_001)).body).toMatchObject({ code: 'limit_send', layer: 'organisation' })
    const first = await send(40_000)
    expect((await send(20_001)).body).toMatchObject({ code: 'limit_day', left: 20_000 })
    await fresh.call('POST', `/v1/transfers/${String(first.body.id)}/undo`)
    expect(await codeOf(send(50_000))).toBe('yes')
  })

  it('is tried on what was sent', async () => {
    const at = `/v1/organisations/${org}/policies`
    const content = (await ada.call('GET', `/v1/organisations/${org}/policy`)).body.content as object
    const rules = [
      {
        id: 'any-transfer',
        when: 'kind == "transfer" && amount >= 800000',
        outcome: 'approve',
        tells: [],
        says: { zh: '转账要审批', en: 'transfers are approved' },
      },
    ]
    const draft = await ada.call('POST', at, { content: { ...content, rules, thresholds: [] } })
    const trial = await eve.call('POST', `${at}/${String(draft.body.id)}/trial`, { days: 30 })
    const { tried, stopped, byCause } = trial.body as { tried: number; stopped: number; byCause: object }
    expect(tried).toBeGreaterThan(10)
    expect(stopped).toBeGreaterThan(5)
    expect(byCause).toHaveProperty('rules.any-transfer')
    expect(await audited()).toEqual([])
  })
})
