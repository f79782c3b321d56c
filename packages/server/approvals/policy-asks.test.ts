/** What an organisation's policy asks of a send: a step-up, limits in layers, and all of it by the version that holds then. */

import { beforeAll, describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs, toIso } from '@laisee/core/instant.ts'
import { addKey, stepUpFor } from '../passkeys/testing/key-ring.ts'
import {
  ada,
  abe,
  balance,
  bob,
  callers,
  codeOf,
  org,
  pia,
  publish,
  sam,
  useCompany,
} from './testing/company.ts'

useCompany()

const free = { share: null, send: null, day: null, month: null }
const open = {
  limits: free,
  roleLimits: [],
  totalLimits: { day: null, month: null },
  stepUpFrom: null,
  thresholds: [],
}
const body = (amount: number, more: object = {}) => ({ payeeId: pia.id, amount, onBehalfOf: org, ...more })
const send = (amount: number, who = sam, more: object = {}) =>
  who.call('POST', '/v1/transfers', body(amount, more))
const root = '/v1/organisations/'
const at = (rest: string) => `${root}${org}${rest}`
const versionNow = async () => Number((await ada.call('GET', at('/policy'))).body.version)
const says = { zh: '要确认是本人', en: 'the sender proves who they are' }

async function draft(change: object): Promise<string> {
  const { content } = (await ada.call('GET', at('/policy'))).body
  const reply = await ada.call('POST', at('/policies'), { content: { ...(content as object), ...change } })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return String(reply.body.id)
}
const publishAt = (id: string, effectiveAt: unknown, who = abe) =>
  who.call('POST', at(`/policies/${id}/publish`), { effectiveAt })
/** What was told of a version that it holds since its moment came. */
const toldInForce = async (policyId: string) =>
  (await callers.events(org)).filter(
    ({ kind, data }) =>
      kind === 'organisation.policy_in_force' && (data as { policyId?: unknown }).policyId === policyId,
  )
/** What is no moment of the next 90 days: each is refused by the field's name. */
const wrongMoments = (now: number): unknown[] => {
  const soon = toIso(now + hourMs)
  const digitsFrom = (zero: string) =>
    soon.replace(/\d/g, (digit) => String.fromCodePoint(zero.codePointAt(0)! + Number(digit)))
  return [
    ...[now, now - 1, now - dayMs, now + 90 * dayMs + minuteMs, now + 91 * dayMs].map(toIso),
    ...['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', toIso(now).replace('Z', '999Z')],
    ...['', 'tomorrow', soon.slice(0, 10), soon.slice(0, -1), soon.replace('T', '  '), `${soon}${soon}`],
    ...[digitsFrom('０'), digitsFrom('٠'), soon.replace(/T\d\d/, 'T25'), soon.replace(/-\d\dT/, '-32T')],
    ...[now + hourMs, (now + hourMs) / 1_000, 1.5, -1, 0, true, false, [], [soon], {}, { at: soon }],
  ]
}

describe('a policy that asks its senders to prove that it is them', () => {
  it('does so from its sum on, under its version; a passkey’s signature lets the send through', async () => {
    await publish({ ...open, stepUpFrom: 15_000 })
    const before = await balance()
    expect(await codeOf(send(14_999))).toBe('yes')
    const policyVersion = await versionNow()
    expect((await send(15_000)).body).toMatchObject({
      code: 'step_up_needed',
      reason: 'organisation',
      fromAmount: 15_000,
      policyVersion,
      passkeys: 0,
    })
    expect((await sam.call('POST', '/v1/transfers/preview', body(15_000))).body).toMatchObject({
      stepUp: { reason: 'organisation', fromAmount: 15_000 },
    })
    expect((await sam.call('POST', '/v1/transfers/preview', body(14_999))).body).toMatchObject({
      stepUp: null,
    })
    expect(await balance()).toBe(before - 14_999)
    const { key } = await addKey(sam)
    const stepUp = await stepUpFor(sam, key, { transfer: body(15_000) })
    expect(await codeOf(send(15_000, sam, { stepUp }))).toBe('yes')
    expect(await balance()).toBe(before - 29_999)
    expect((await callers.events(sam.id)).at(-1)).toMatchObject({
      kind: 'step_up.given',
      data: { signed: { total: 15_000 } },
    })
  })

  it('looks at a packet, and at all of a ladder', async () => {
    const packet = { kind: 'direct', recipientIds: [pia.id], total: 15_000, count: 1, onBehalfOf: org }
    expect((await sam.call('POST', '/v1/packets', packet)).body).toMatchObject({ reason: 'organisation' })
    const ladder = { ...body(15_000), first: 100, acknowledgeWithinS: 600 }
    expect((await sam.call('POST', '/v1/ladders', ladder)).body).toMatchObject({ reason: 'organisation' })
    expect(await codeOf(sam.call('POST', '/v1/ladders', { ...ladder, amount: 14_999 }))).toBe('yes')
    expect(await codeOf(sam.call('POST', '/v1/transfers', { payeeId: pia.id, amount: 15_000 }))).toBe(
      'balance_too_low',
    )
  })

  it('does so by a rule, whatever else the rule does', async () => {
    const rule = { id: 'sure', when: 'amount >= 30000', outcome: 'allow', stepUp: true, tells: [], says }
    await publish({ ...open, rules: [rule] })
    expect(await codeOf(send(29_999, bob))).toBe('yes')
    expect((await send(30_000, bob)).body).toMatchObject({
      code: 'step_up_needed',
      reason: 'rule',
      fromAmount: null,
      policyVersion: await versionNow(),
    })
    const { body: shown } = await ada.call('GET', at('/policy'))
    expect(shown.content).toMatchObject({ rules: [{ id: 'sure', stepUp: true }] })
    await publish({ ...open, rules: [] })
    expect(await codeOf(send(60_000, bob))).toBe('yes')
  })
})

describe('limits of a policy', () => {
  it('bind by role and for everybody together, and a refusal names the layer and the version', async () => {
    await callers.service.forward(dayMs)
    await ada.call('PUT', at(`/members/${bob.id}/roles`), { roles: ['sender', 'approver'] })
    await publish({
      ...open,
      limits: { ...free, send: 4_000 },
      roleLimits: [{ role: 'approver', ...free, send: 3_000 }],
      totalLimits: { day: 10_000, month: null },
    })
    const policyVersion = await versionNow()
    expect((await send(4_001)).body).toMatchObject({
      code: 'limit_send',
      layer: 'organisation',
      policyVersion,
    })
    expect((await send(3_001, bob)).body).toMatchObject({ layer: 'role', role: 'approver', policyVersion })
    expect((await bob.call('GET', at('/my-limits'))).body).toMatchObject({
      policyVersion,
      limits: [
        { kind: 'send', max: 3_000, left: 3_000, layer: 'role' },
        { kind: 'day', max: 10_000, left: 10_000, layer: 'total' },
      ],
    })
    const undone = await send(4_000)
    expect([undone.status, await codeOf(send(3_000, bob)), await codeOf(send(2_000))]).toEqual([
      201,
      'yes',
      'yes',
    ])
    expect((await send(1_001, bob)).body).toMatchObject({
      code: 'limit_day',
      layer: 'total',
      max: 10_000,
      left: 1_000,
      policyVersion,
    })
    const { body: seen } = await bob.call('POST', '/v1/transfers/preview', body(600))
    expect(seen).toMatchObject({ dayLeft: 400, monthLeft: null })
    await sam.call('POST', `/v1/transfers/${String(undone.body.id)}/undo`)
    expect(await codeOf(send(1_001, bob))).toBe('yes')
  })

  it('of everybody together are passed exactly as often as they allow, by all senders at once', async () => {
    await callers.service.forward(dayMs)
    await publish({ ...open, totalLimits: { day: 10_000, month: null } })
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, i) => codeOf(send(1_000, i % 2 === 0 ? sam : bob))),
    )
    expect(answers.filter((one) => one === 'yes')).toHaveLength(10)
    expect(new Set(answers)).toEqual(new Set(['yes', 'limit_day']))
  })

  it('are tried with the roles that senders had then', async () => {
    await ada.call('PUT', at(`/members/${bob.id}/roles`), { roles: ['sender'] })
    const id = await draft({ ...open, roleLimits: [{ role: 'approver', ...free, send: 999 }] })
    const { body: trial } = await abe.call('POST', at(`/policies/${id}/trial`), { days: 1 })
    const byBob = (trial.sends as { payerId: string; by: string[] }[]).filter(
      ({ payerId }) => payerId === bob.id,
    )
    expect(byBob.length).toBeGreaterThan(0)
    for (const { by } of byBob) expect(by).toEqual(['roleLimits.approver.send'])
    await abe.call('DELETE', at(`/policies/${id}`))
    await ada.call('PUT', at(`/members/${bob.id}/roles`), { roles: ['sender', 'approver'] })
  })
})

describe('a policy that is published for a moment to come', () => {
  let start: number
  beforeAll(async () => {
    start = (await callers.service.ctx.db.transaction((tx) => tx.now())) + hourMs
  })

  it('holds from that moment on, and until then the one before; each send keeps its version', async () => {
    await callers.service.freeze(start)
    await publish({ ...open, limits: { ...free, send: 5_000 } })
    const old = await versionNow()
    const id = await draft({ limits: { ...free, send: 1_000 } })
    for (const wrong of wrongMoments(start))
      expect((await publishAt(id, wrong)).body, JSON.stringify(wrong)).toMatchObject({
        code: 'invalid_request',
        errors: [{ field: 'effectiveAt' }],
      })
    expect((await ada.call('GET', at(`/policies/${id}`))).body).toMatchObject({ state: 'draft' })
    expect(await codeOf(publishAt(id, toIso(start + hourMs), ada))).toBe('own_act')
    const effectiveAt = toIso(start + hourMs)
    const { body: waiting } = await publishAt(id, effectiveAt)
    expect(waiting).toMatchObject({ state: 'waiting', holds: false, effectiveAt, decidedBy: abe.id })
    expect((await callers.events(org)).at(-1)).toMatchObject({
      kind: 'organisation.policy_published',
      data: { policyId: id, effectiveAt },
    })
    const other = await draft({ limits: { ...free, send: 2_000 } })
    expect((await publishAt(other, null)).body).toMatchObject({ code: 'policy_waiting', effectiveAt })

    await callers.service.freeze(start + hourMs - 1)
    const before = await send(5_000)
    expect(before.status).toBe(201)
    await callers.service.freeze(start + hourMs)
    expect((await send(1_001)).body).toMatchObject({ code: 'limit_send', policyVersion: waiting.version })
    const after = await send(1_000)
    expect((await ada.call('GET', at('/policy'))).body).toMatchObject({
      version: waiting.version,
      state: 'published',
      holds: true,
      effectiveAt,
    })
    const judged = await callers.rows(
      'select send_id, policy_version from organisation_send where send_id = any ($1) order by at',
      [before.body.id, after.body.id],
    )
    expect(judged.map((row) => row.policy_version)).toEqual([old, waiting.version])
    const told = { kind: 'organisation.policy_in_force', data: { policyId: id, effectiveAt, by: 'clock' } }
    expect(await toldInForce(id)).toEqual([])
    // Several processes sweep at once; one of them tells.
    await Promise.all([1, 2, 3].map(() => callers.service.sweep()))
    await callers.service.sweep()
    expect(await toldInForce(id)).toMatchObject([told])
    expect(await codeOf(abe.call('DELETE', at(`/policies/${id}`)))).toBe('already_published')
    expect(await codeOf(publishAt(other, null))).toBe('policy_moved_on')
    await ada.call('DELETE', at(`/policies/${other}`))
  })

  it('is withdrawn before it holds, and nothing changes; going back may wait as well', async () => {
    const now = start + 2 * hourMs
    await callers.service.freeze(now)
    const held = await versionNow()
    const back = await ada.call('POST', at('/policies/go-back'), { version: 0 })
    const id = String(back.body.id)
    expect((await publishAt(id, toIso(now + hourMs))).body).toMatchObject({
      state: 'waiting',
      goesBackTo: 0,
    })
    const { body: withdrawn } = await ada.call('DELETE', at(`/policies/${id}`))
    expect(withdrawn).toMatchObject({ state: 'withdrawn', effectiveAt: null, holds: false })
    expect((await callers.events(org)).at(-1)).toMatchObject({
      kind: 'organisation.policy_withdrawn',
      data: { policyId: id, effectiveAt: toIso(now + hourMs) },
    })
    await callers.service.freeze(now + 2 * hourMs)
    await callers.service.sweep()
    expect(await versionNow()).toBe(held)
    expect(await toldInForce(id)).toEqual([])
    const again = String((await ada.call('POST', at('/policies/go-back'), { version: 0 })).body.id)
    await publishAt(again, toIso(now + 3 * hourMs))
    await callers.service.freeze(now + 3 * hourMs)
    expect((await send(600_000)).body).toMatchObject({ state: 'approving' })
  })
})
