import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { blockedEitherWay, isBlockedEitherWay } from './blocks.ts'

let callers: Callers
let ann: Person
let bob: Person
let cai: Person

beforeAll(async () => {
  callers = await openCallers()
})
beforeEach(async () => {
  ann = await callers.person('安')
  bob = await callers.person('波')
  cai = await callers.person('蔡')
})
afterAll(() => callers.close())

const unknown = (like: Person) => like.id.slice(0, -4) + '0000'
const keep = (owner: Person, memberId: string, body: object) =>
  owner.call('PUT', `/v1/contacts/${memberId}`, body)
const lastEvent = async (person: Person) => (await callers.events(person.id)).at(-1)!

describe('a contact', () => {
  it('is kept with alias and relation, and only the owner is told', async () => {
    const reply = await keep(ann, bob.id, { alias: ' 波波 ', relation: 'friend' })
    expect(reply).toMatchObject({
      status: 200,
      body: {
        member: { id: bob.id, name: '波', photoUrl: null },
        alias: '波波',
        relation: 'friend',
        relationNote: null,
      },
    })
    expect(await lastEvent(ann)).toMatchObject({
      kind: 'contact.changed',
      data: { memberId: bob.id, alias: '波波', relation: 'friend', relationNote: null },
      audience: [ann.id],
    })
    expect((await callers.events(bob.id)).map((event) => event.kind)).toEqual(['member.created'])
  })

  it('kept again as it is changes nothing; otherwise what is not said is null', async () => {
    const first = await keep(ann, bob.id, { alias: '波波', relation: 'family' })
    const told = await callers.events(ann.id)
    expect(await keep(ann, bob.id, { alias: '波波', relation: 'family' })).toEqual(first)
    expect(await callers.events(ann.id)).toEqual(told)
    const changed = await keep(ann, bob.id, { relation: 'important_customer' })
    expect(changed.body).toMatchObject({
      alias: null,
      relation: 'important_customer',
      createdAt: first.body.createdAt,
    })
    expect(await callers.events(ann.id)).toHaveLength(told.length + 1)
  })

  it('has words of its own with the relation other', async () => {
    const reply = await keep(ann, bob.id, { relation: 'other', relationNote: '球友' })
    expect(reply).toMatchObject({ status: 200, body: { relation: 'other', relationNote: '球友' } })
  })

  it('is gone once it is removed, and only then', async () => {
    await keep(ann, bob.id, {})
    expect(await ann.call('DELETE', `/v1/contacts/${bob.id}`)).toMatchObject({ status: 204 })
    expect(await lastEvent(ann)).toMatchObject({
      kind: 'contact.removed',
      data: { memberId: bob.id },
      audience: [ann.id],
    })
    expect(await ann.call('GET', '/v1/contacts')).toMatchObject({ body: { items: [], nextCursor: null } })
    expect(await ann.call('DELETE', `/v1/contacts/${bob.id}`)).toMatchObject({ status: 404 })
  })

  it('is listed to its owner, latest first, page by page, and to nobody else', async () => {
    await keep(ann, bob.id, { alias: '一' })
    await keep(ann, cai.id, { alias: '二' })
    const first = await ann.call('GET', '/v1/contacts?limit=1')
    expect(first.body.items).toMatchObject([{ member: { id: cai.id, name: '蔡' }, alias: '二' }])
    const second = await ann.call('GET', `/v1/contacts?limit=1&cursor=${first.body.nextCursor as string}`)
    expect(second.body).toMatchObject({ items: [{ member: { id: bob.id }, alias: '一' }], nextCursor: null })
    expect(await bob.call('GET', '/v1/contacts')).toMatchObject({ body: { items: [] } })
  })

  const bad: [string, (me: Person, other: Person) => [string, object], number, string, string][] = [
    ['oneself', (me) => [me.id, {}], 422, 'self_not_allowed', 'memberId'],
    ['nobody known', (me) => [unknown(me), {}], 422, 'member_unknown', 'memberId'],
    [
      'an id of another kind',
      (me) => [me.id.replace('mem_', 'grp_'), {}],
      400,
      'invalid_request',
      'memberId',
    ],
    ['an empty alias', (_, other) => [other.id, { alias: '' }], 400, 'invalid_request', 'alias'],
    [
      'an alias of 65 characters',
      (_, other) => [other.id, { alias: 'x'.repeat(65) }],
      400,
      'invalid_request',
      'alias',
    ],
    [
      'an alias that turns direction',
      (_, other) => [other.id, { alias: '\u202ex' }],
      400,
      'invalid_request',
      'alias',
    ],
    ['an alias that is a number', (_, other) => [other.id, { alias: 5 }], 400, 'invalid_request', 'alias'],
    [
      'a relation nobody knows',
      (_, other) => [other.id, { relation: 'enemy' }],
      400,
      'invalid_request',
      'relation',
    ],
    [
      'a note without the relation other',
      (_, other) => [other.id, { relation: 'friend', relationNote: 'x' }],
      400,
      'invalid_request',
      'relationNote',
    ],
    [
      'a note without a relation',
      (_, other) => [other.id, { relationNote: 'x' }],
      400,
      'invalid_request',
      'relationNote',
    ],
    [
      'a note of 33 characters',
      (_, other) => [other.id, { relation: 'other', relationNote: 'x'.repeat(33) }],
      400,
      'invalid_request',
      'relationNote',
    ],
    ['an unknown field', (_, other) => [other.id, { nickname: 'x' }], 400, 'invalid_request', 'nickname'],
  ]
  it.each(bad)('is refused for %s', async (_, ask, status, code, field) => {
    const [memberId, body] = ask(ann, bob)
    const before = await callers.rows('select (select count(*) from contact), (select count(*) from event)')
    const reply = await keep(ann, memberId, body)
    expect(reply).toMatchObject({ status, body: { code } })
    if (status === 400) expect(reply.body.errors).toMatchObject([{ field }])
    else expect(reply.body.field).toBe(field)
    expect(await callers.rows('select (select count(*) from contact), (select count(*) from event)')).toEqual(
      before,
    )
  })

  it('put by ten requests at once is one contact with every change numbered', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => keep(ann, bob.id, { alias: `第${i}` })))
    const seqs = (await callers.events(ann.id)).map((event) => event.seq)
    expect(seqs).toEqual(Array.from({ length: 11 }, (_, i) => i + 1))
    expect(await callers.rows('select 1 from contact where owner_id = $1', ann.id)).toHaveLength(1)
  })
})

describe('a block', () => {
  const inSnapshot = <T>(work: Parameters<typeof callers.service.ctx.db.snapshot<T>>[0]) =>
    callers.service.ctx.db.snapshot(work)

  it('keeps two members apart whoever made it, and is told to its owner alone', async () => {
    const reply = await ann.call('PUT', `/v1/blocks/${bob.id}`)
    expect(reply).toMatchObject({ status: 200, body: { member: { id: bob.id, name: '波' } } })
    expect(await lastEvent(ann)).toMatchObject({
      kind: 'block.added',
      data: { memberId: bob.id },
      audience: [ann.id],
    })
    expect((await callers.events(bob.id)).map((event) => event.kind)).toEqual(['member.created'])
    expect(await inSnapshot((tx) => isBlockedEitherWay(tx, ann.id, bob.id))).toBe(true)
    expect(await inSnapshot((tx) => isBlockedEitherWay(tx, bob.id, ann.id))).toBe(true)
    expect(await inSnapshot((tx) => isBlockedEitherWay(tx, ann.id, cai.id))).toBe(false)
    await cai.call('PUT', `/v1/blocks/${ann.id}`)
    const apart = await inSnapshot((tx) => blockedEitherWay(tx, ann.id, [bob.id, cai.id, ann.id]))
    expect([...apart].sort()).toEqual([bob.id, cai.id].sort())
  })

  it('made again changes nothing', async () => {
    const first = await ann.call('PUT', `/v1/blocks/${bob.id}`)
    const told = await callers.events(ann.id)
    expect(await ann.call('PUT', `/v1/blocks/${bob.id}`)).toEqual(first)
    expect(await callers.events(ann.id)).toEqual(told)
  })

  it('is listed to its owner and lifted by its owner', async () => {
    await ann.call('PUT', `/v1/blocks/${bob.id}`)
    await ann.call('PUT', `/v1/blocks/${cai.id}`)
    const page = await ann.call('GET', '/v1/blocks?limit=1')
    expect(page.body.items).toMatchObject([{ member: { id: cai.id } }])
    const next = await ann.call('GET', `/v1/blocks?cursor=${page.body.nextCursor as string}`)
    expect(next.body).toMatchObject({ items: [{ member: { id: bob.id } }], nextCursor: null })
    expect(await bob.call('DELETE', `/v1/blocks/${ann.id}`)).toMatchObject({ status: 404 })
    expect(await ann.call('DELETE', `/v1/blocks/${bob.id}`)).toMatchObject({ status: 204 })
    expect(await lastEvent(ann)).toMatchObject({
      kind: 'block.removed',
      data: { memberId: bob.id },
      audience: [ann.id],
    })
    expect(await ann.call('DELETE', `/v1/blocks/${bob.id}`)).toMatchObject({ status: 404 })
    expect(await inSnapshot((tx) => isBlockedEitherWay(tx, ann.id, bob.id))).toBe(false)
  })

  it('of oneself or of nobody known is refused', async () => {
    expect(await ann.call('PUT', `/v1/blocks/${ann.id}`)).toMatchObject({
      status: 422,
      body: { code: 'self_not_allowed' },
    })
    expect(await ann.call('PUT', `/v1/blocks/${unknown(ann)}`)).toMatchObject({
      status: 422,
      body: { code: 'member_unknown' },
    })
  })
})
