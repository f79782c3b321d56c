import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../audit/audit.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let bob: Person
let cai: Person
let dan: Person
let org: string

beforeAll(async () => {
  callers = await openCallers()
  ann = await callers.person('安')
  bob = await callers.person('波')
  cai = await callers.person('蔡')
  dan = await callers.person('丹')
})
afterAll(() => callers.close())

beforeEach(async () => {
  const body = {
    name: '山海公司',
    people: [
      { memberId: ann.id, roles: ['administrator'] },
      { memberId: bob.id, roles: ['sender', 'approver'] },
    ],
  }
  const { status, body: made } = await callers.operator.call('POST', '/v1/organisations', body)
  expect(status).toBe(201)
  org = String(made.id)
})

const at = (rest: string) => `/v1/organisations/${org}${rest}`
const codeOf = async (reply: Promise<{ status: number; body: Record<string, unknown> }>) => {
  const { body } = await reply
  return body.code ?? 'yes'
}
const lastEvent = async () => (await callers.events(org)).at(-1)!

describe('an organisation', () => {
  it('is made by the operator, with its people and an empty wallet', async () => {
    expect((await bob.call('GET', at(''))).body).toMatchObject({
      name: '山海公司',
      memberCount: 2,
      myRoles: ['sender', 'approver'],
      suspended: null,
      wallet: { balance: 0, state: 'open' },
    })
    expect(await callers.events(org)).toMatchObject([
      { seq: 1, kind: 'organisation.created', audience: [ann.id, bob.id].sort() },
    ])
    expect((await callers.operator.call('GET', '/v1/organisations')).body.items).toContainEqual(
      expect.objectContaining({ id: org }),
    )
  })

  it('is not made without an administrator, with roles that do not go together, or of strangers', async () => {
    const make = (people: object[]) =>
      codeOf(callers.operator.call('POST', '/v1/organisations', { name: '某公司', people }))
    const nobody = 'mem_00000000000000000000000000'
    expect(await make([{ memberId: ann.id, roles: ['sender'] }])).toBe('last_administrator')
    expect(await make([{ memberId: ann.id, roles: ['administrator', 'auditor'] }])).toBe('roles_apart')
    expect(await make([{ memberId: nobody, roles: ['administrator'] }])).toBe('member_unknown')
    const twice = { memberId: ann.id, roles: ['administrator'] }
    expect(await make([twice, twice])).toBe('invalid_request')
  })

  it('is not there for whoever is not in it', async () => {
    for (const path of ['', '/members']) expect(await codeOf(cai.call('GET', at(path)))).toBe('not_found')
    const invite = { memberId: dan.id, roles: ['sender'] }
    expect(await codeOf(cai.call('POST', at('/members'), invite))).toBe('not_found')
    expect(await codeOf(bob.call('POST', at('/members'), invite))).toBe('role_missing')
  })

  it('has money by the operator’s word, told to those who answer for it', async () => {
    const topUp = { amount: 50_000, reference: '九月' }
    expect((await callers.operator.call('POST', at('/top-ups'), topUp)).body).toMatchObject({
      organisationId: org,
      balance: 50_000,
    })
    expect(await lastEvent()).toMatchObject({
      kind: 'organisation.topped_up',
      data: { amount: 50_000, balance: 50_000, reference: '九月' },
      audience: [ann.id],
    })
    expect((await callers.operator.call('POST', at('/withdrawals'), { amount: 20_000 })).body).toMatchObject({
      balance: 30_000,
    })
    expect(await codeOf(callers.operator.call('POST', at('/withdrawals'), { amount: 30_001 }))).toBe(
      'balance_too_low',
    )
    expect((await ann.call('GET', at(''))).body).toMatchObject({ wallet: { balance: 30_000 } })
    expect((await auditEverything(callers.service.ctx.db)).ok).toBe(true)
  })
})

describe('people', () => {
  it('are invited by an administrator, and are in once they accept', async () => {
    const reply = await ann.call('POST', at('/members'), { memberId: cai.id, roles: ['sender'] })
    expect(reply.body).toMatchObject({ state: 'invited', roles: [], offeredRoles: ['sender'] })
    expect(await lastEvent()).toMatchObject({
      kind: 'organisation.invited',
      data: { memberId: cai.id, roles: ['sender'], by: ann.id },
      audience: [ann.id, cai.id].sort(),
    })
    expect(await codeOf(cai.call('GET', at('')))).toBe('not_found')
    expect((await cai.call('GET', '/v1/me/organisations')).body.items).toMatchObject([
      { organisationId: org, state: 'invited', offeredRoles: ['sender'] },
    ])
    expect((await cai.call('POST', at('/accept'))).body).toMatchObject({ myRoles: ['sender'] })
    expect(await lastEvent()).toMatchObject({ kind: 'organisation.joined', data: { memberId: cai.id } })
    await cai.call('DELETE', at(`/members/${cai.id}`))
    expect((await cai.call('GET', '/v1/me/organisations')).body.items).toEqual([])
  })

  it('have a week to accept', async () => {
    await ann.call('POST', at('/members'), { memberId: dan.id, roles: ['auditor'] })
    await callers.service.forward(7 * dayMs)
    expect(await codeOf(dan.call('POST', at('/accept')))).toBe('invitation_over')
    const again = await ann.call('POST', at('/members'), { memberId: dan.id, roles: ['auditor'] })
    expect(again.status).toBe(201)
    expect(await codeOf(dan.call('POST', at('/accept')))).toBe('yes')
    await dan.call('DELETE', at(`/members/${dan.id}`))
  })

  it('get other roles from an administrator, never from themselves', async () => {
    const roles = { roles: ['approver'] }
    expect((await ann.call('PUT', at(`/members/${bob.id}/roles`), roles)).body).toMatchObject(roles)
    expect(await lastEvent()).toMatchObject({
      kind: 'organisation.roles_changed',
      data: { memberId: bob.id, taken: ['sender'], given: [], by: ann.id },
    })
    expect(await codeOf(ann.call('PUT', at(`/members/${ann.id}/roles`), roles))).toBe('own_act')
    expect(await codeOf(callers.operator.call('PUT', at(`/members/${ann.id}/roles`), roles))).toBe(
      'last_administrator',
    )
    expect(await codeOf(ann.call('DELETE', at(`/members/${ann.id}`)))).toBe('last_administrator')
    const kept = await callers.rows(
      'select role, until is null as held from organisation_role where organisation_id = $1 and member_id = $2 order by role',
      org,
      bob.id,
    )
    expect(kept).toEqual([
      { role: 'approver', held: true },
      { role: 'sender', held: false },
    ])
  })

  it('may be given back a role at the moment it was taken', async () => {
    for (const roles of [['approver'], ['sender'], ['approver', 'sender'], []])
      await ann.call('PUT', at(`/members/${bob.id}/roles`), { roles })
    const back = await ann.call('PUT', at(`/members/${bob.id}/roles`), { roles: ['sender'] })
    expect(back.body).toMatchObject({ roles: ['sender'] })
  })
})

describe('a suspension', () => {
  it('of one member says why, and is lifted by somebody else', async () => {
    const path = at(`/members/${bob.id}/suspension`)
    const suspended = await ann.call('PUT', path, { reason: '手机丢了' })
    expect(suspended.body).toMatchObject({ suspended: { by: ann.id, reason: '手机丢了' } })
    expect(await lastEvent()).toMatchObject({
      kind: 'organisation.member_suspended',
      data: { memberId: bob.id, reason: '手机丢了', by: ann.id },
    })
    expect(await codeOf(ann.call('PUT', path, { reason: '再一次' }))).toBe('already_suspended')
    const places = (await bob.call('GET', '/v1/me/organisations')).body.items as object[]
    expect(places[0]).toMatchObject({ organisationId: org, suspended: true })
    await ann.call('PUT', at(`/members/${ann.id}/suspension`), { reason: '休假' })
    expect(await codeOf(ann.call('DELETE', at(`/members/${ann.id}/suspension`)))).toBe('own_act')
    expect(await codeOf(ann.call('DELETE', path))).toBe('yes')
    expect(await codeOf(ann.call('DELETE', path))).toBe('not_suspended')
  })

  it('of the whole organisation is anybody’s to see who is in it', async () => {
    expect(await codeOf(bob.call('PUT', at('/suspension'), { reason: '不行' }))).toBe('role_missing')
    await callers.operator.call('PUT', at('/suspension'), { reason: '核查' })
    expect((await bob.call('GET', at(''))).body).toMatchObject({
      suspended: { by: 'operator', reason: '核查' },
    })
    expect(await codeOf(ann.call('DELETE', at('/suspension')))).toBe('yes')
    expect(await lastEvent()).toMatchObject({ kind: 'organisation.resumed' })
  })
})
