import { generateKeyPair, exportJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let host: string
let ann: Person
let bob: Person

beforeAll(async () => {
  callers = await openCallers()
  host = await hostOf('https://chat.example')
  ann = await callers.person('安')
  bob = await callers.person('波')
})
afterAll(() => callers.close())

async function hostOf(issuer: string): Promise<string> {
  const { publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'EdDSA' }] }
  const reply = await callers.operator.call('POST', '/v1/hosts', { name: '聊天', issuer, jwks })
  return reply.body.id as string
}

const at = (externalId: string, hostId = host) =>
  `/v1/hosts/${hostId}/members/${encodeURIComponent(externalId)}`
const find = (externalId: string) => callers.operator.call('GET', at(externalId))
const put = (externalId: string, member: Person) =>
  callers.operator.call('PUT', at(externalId), { memberId: member.id })
const remove = (externalId: string) => callers.operator.call('DELETE', at(externalId))

describe('an external id', () => {
  it('finds the member it was given to, and is on their record', async () => {
    expect(await put('user/1%20x', ann)).toMatchObject({
      status: 200,
      body: { hostId: host, externalId: 'user/1%20x', memberId: ann.id },
    })
    expect(await find('user/1%20x')).toMatchObject({ status: 200, body: { memberId: ann.id } })
    const record = await callers.operator.call('GET', `/v1/members/${ann.id}`)
    expect(record.body.externalIds).toMatchObject([{ hostId: host, externalId: 'user/1%20x' }])
    expect((await callers.events(ann.id)).at(-1)).toMatchObject({
      kind: 'external_id.added',
      data: { memberId: ann.id, hostId: host, externalId: 'user/1%20x' },
      audience: [ann.id],
    })
  })

  it('given again to the same member changes nothing', async () => {
    await put('same', ann)
    const told = await callers.events(ann.id)
    expect(await put('same', ann)).toMatchObject({ status: 200, body: { memberId: ann.id } })
    expect(await callers.events(ann.id)).toEqual(told)
  })

  it('is never taken over by another member', async () => {
    await put('mine', ann)
    expect(await put('mine', bob)).toMatchObject({ status: 409, body: { code: 'external_id_taken' } })
    expect(await find('mine')).toMatchObject({ body: { memberId: ann.id } })
  })

  it('is compared byte by byte', async () => {
    await put('Case', ann)
    await put('case', bob)
    expect(await find('Case')).toMatchObject({ body: { memberId: ann.id } })
    expect(await find('case')).toMatchObject({ body: { memberId: bob.id } })
  })

  it('that is taken away names nobody, and can be given to another', async () => {
    await put('moves', ann)
    expect(await remove('moves')).toMatchObject({ status: 204 })
    expect((await callers.events(ann.id)).at(-1)).toMatchObject({ kind: 'external_id.removed' })
    expect(await find('moves')).toMatchObject({ status: 404 })
    expect(await remove('moves')).toMatchObject({ status: 404 })
    expect(await put('moves', bob)).toMatchObject({ status: 200 })
  })

  it('given to two members at once is had by one', async () => {
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(
        [ann, bob, ann, bob].map((member) => put(`race ${round}`.replace(' ', '_'), member)),
      )
      const statuses = answers.map((answer) => answer.status).sort((a, b) => a - b)
      expect(statuses).toEqual([200, 200, 409, 409])
    }
  })

  it('of another host is another id', async () => {
    const other = await hostOf('https://hr.example')
    await put('7', ann)
    expect(await callers.operator.call('PUT', at('7', other), { memberId: bob.id })).toMatchObject({
      status: 200,
    })
    expect(await find('7')).toMatchObject({ body: { memberId: ann.id } })
  })

  const bad: [string, () => [string, object], number, string][] = [
    ['an unknown member', () => [at('x'), { memberId: ann.id.slice(0, -4) + '0000' }], 422, 'member_unknown'],
    ['an id that is no member', () => [at('x'), { memberId: host }], 400, 'invalid_request'],
    ['an unknown host', () => [at('x', host.slice(0, -4) + '0000'), { memberId: ann.id }], 404, 'not_found'],
    ['a space', () => [at('a b'), { memberId: ann.id }], 400, 'invalid_request'],
    ['other letters than ASCII', () => [at('用户'), { memberId: ann.id }], 400, 'invalid_request'],
    ['129 characters', () => [at('x'.repeat(129)), { memberId: ann.id }], 400, 'invalid_request'],
    ['a NUL', () => [at('a\0b'), { memberId: ann.id }], 400, 'invalid_request'],
  ]
  it.each(bad)('is refused for %s', async (_, ask, status, code) => {
    const before = await callers.rows('select count(*) from external_id')
    const [url, body] = ask()
    expect(await callers.operator.call('PUT', url, body)).toMatchObject({ status, body: { code } })
    expect(await callers.rows('select count(*) from external_id')).toEqual(before)
  })

  it('of 128 characters is taken', async () => {
    expect(await put('x'.repeat(128), ann)).toMatchObject({ status: 200 })
    expect(await find('x'.repeat(128))).toMatchObject({ body: { memberId: ann.id } })
  })
})

describe('a member made with an external id', () => {
  const create = (external: object) =>
    callers.operator.call('POST', '/v1/members', { name: '新人', external })

  it('is found by it, in one write', async () => {
    const reply = await create({ hostId: host, externalId: 'born' })
    expect(reply).toMatchObject({
      status: 201,
      body: { externalIds: [{ hostId: host, externalId: 'born' }] },
    })
    expect(await find('born')).toMatchObject({ body: { memberId: reply.body.id } })
  })

  it('is not made at all where another has the id, or no host does', async () => {
    await put('taken', ann)
    const before = await callers.rows('select (select count(*) from member), (select count(*) from account)')
    const taken = await create({ hostId: host, externalId: 'taken' })
    expect(taken).toMatchObject({ status: 409, body: { code: 'external_id_taken' } })
    const unknown = await create({ hostId: host.slice(0, -4) + '0000', externalId: 'x' })
    expect(unknown).toMatchObject({ status: 422, body: { code: 'host_unknown' } })
    expect(
      await callers.rows('select (select count(*) from member), (select count(*) from account)'),
    ).toEqual(before)
  })

  it('is one member when two are made with it at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => create({ hostId: host, externalId: 'together' })))
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([201, 409, 409])
  })

  it('of a host that was removed is refused', async () => {
    const gone = await hostOf('https://gone.example')
    await callers.operator.call('DELETE', `/v1/hosts/${gone}`)
    expect(await create({ hostId: gone, externalId: 'x' })).toMatchObject({
      status: 422,
      body: { code: 'host_unknown' },
    })
  })
})
