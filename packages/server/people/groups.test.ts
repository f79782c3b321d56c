import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCallers, type Callers, type Person, type Reply } from '../testing/callers.ts'
import { joinGroup, leaveGroup } from './change-group.ts'
import { isMemberAt, lockGroupForSend, membersAt } from './groups.ts'

let callers: Callers
let ann: Person
let bob: Person
let cai: Person
let dan: Person

beforeAll(async () => {
  callers = await openCallers()
})
beforeEach(async () => {
  ;[ann, bob, cai, dan] = [
    await callers.person('安'),
    await callers.person('波'),
    await callers.person('蔡'),
    await callers.person('丹'),
  ]
})
afterAll(() => callers.close())

const db = () => callers.service.ctx.db
const idOf = (reply: Reply) => reply.body.id as string
const unknown = (like: string) => like.slice(0, -4) + '0000'
const operator = { kind: 'operator', keyId: 'key_test' } as const

async function groupOf(owner: Person, ...others: Person[]): Promise<string> {
  return idOf(
    await owner.call('POST', '/v1/groups', { name: '一家人', memberIds: others.map((other) => other.id) }),
  )
}

const join = (by: Person | Callers['operator'], group: string, ...members: Person[]) =>
  by.call('POST', `/v1/groups/${group}/members`, { memberIds: members.map((member) => member.id) })
const leave = (by: Person | Callers['operator'], group: string, member: Person) =>
  by.call('DELETE', `/v1/groups/${group}/members/${member.id}`)
const inside = async (group: string) =>
  (await ann.call('GET', `/v1/groups/${group}/members`)).body.items as {
    member: { id: string }
    since: string
  }[]

describe('a group', () => {
  it('has its founder and those named in it from the first moment, and tells them', async () => {
    const reply = await ann.call('POST', '/v1/groups', {
      name: ' 一家人 ',
      memberIds: [bob.id, bob.id, ann.id],
    })
    expect(reply).toMatchObject({ status: 201, body: { name: '一家人', memberCount: 2 } })
    const group = idOf(reply)
    expect(await callers.events(group)).toMatchObject([
      {
        seq: 1,
        kind: 'group.created',
        data: { groupId: group, name: '一家人', memberIds: [ann.id, bob.id], by: ann.id },
        audience: [group, ann.id, bob.id].sort(),
      },
    ])
    const members = await inside(group)
    expect(members.map((stay) => stay.member.id).sort()).toEqual([ann.id, bob.id].sort())
    expect(members.every((stay) => stay.since === reply.body.createdAt)).toBe(true)
  })

  it('made by the operator has only those named in it, or nobody', async () => {
    const empty = await callers.operator.call('POST', '/v1/groups', { name: '空群' })
    expect(empty).toMatchObject({ status: 201, body: { memberCount: 0 } })
    const named = await callers.operator.call('POST', '/v1/groups', {
      name: '两人',
      memberIds: [bob.id, cai.id],
    })
    expect(named).toMatchObject({ status: 201, body: { memberCount: 2 } })
    expect((await callers.events(idOf(named)))[0]!.data.by).toBe('operator')
  })

  it('is there for its members and the operator, and for nobody else', async () => {
    const group = await groupOf(ann, bob)
    for (const who of [ann, bob, callers.operator]) {
      expect(await who.call('GET', `/v1/groups/${group}`)).toMatchObject({ status: 200, body: { id: group } })
      expect((await who.call('GET', `/v1/groups/${group}/members`)).status).toBe(200)
    }
    expect(await cai.call('GET', `/v1/groups/${group}`)).toMatchObject({ status: 404 })
    expect(await cai.call('GET', `/v1/groups/${group}/members`)).toMatchObject({ status: 404 })
    expect(await cai.call('PATCH', `/v1/groups/${group}`, { name: '我的' })).toMatchObject({ status: 404 })
    expect(await join(cai, group, cai)).toMatchObject({ status: 404 })
    expect(await leave(cai, group, ann)).toMatchObject({ status: 404 })
    expect(await callers.operator.call('GET', `/v1/groups/${unknown(group)}`)).toMatchObject({ status: 404 })
    expect((await callers.events(group)).length).toBe(1)
  })

  it('takes another name from any of its members, once', async () => {
    const group = await groupOf(ann, bob)
    expect(await bob.call('PATCH', `/v1/groups/${group}`, { name: '团圆' })).toMatchObject({
      status: 200,
      body: { name: '团圆', memberCount: 2 },
    })
    expect(await ann.call('PATCH', `/v1/groups/${group}`, { name: '团圆' })).toMatchObject({ status: 200 })
    const events = await callers.events(group)
    expect(events.slice(1)).toMatchObject([
      {
        seq: 2,
        kind: 'group.changed',
        data: { groupId: group, name: '团圆', by: bob.id },
        audience: [group],
      },
    ])
  })

  it('is listed to whoever is in it, latest joined first, page by page', async () => {
    const first = await groupOf(ann, bob)
    const second = await groupOf(cai, ann)
    const third = await groupOf(dan, bob)
    await join(dan, third, ann)
    await leave(ann, first, ann)
    const page = await ann.call('GET', '/v1/groups?limit=1')
    expect(page.body.items).toMatchObject([{ id: third, memberCount: 3 }])
    const next = await ann.call('GET', `/v1/groups?limit=1&cursor=${page.body.nextCursor as string}`)
    expect(next.body).toMatchObject({ items: [{ id: second, memberCount: 2 }], nextCursor: null })
  })

  const bad: [string, () => object, number, string][] = [
    ['without a name', () => ({}), 400, 'name'],
    ['with an empty name', () => ({ name: ' ' }), 400, 'name'],
    ['with a name that hides something', () => ({ name: '家\u200b' }), 400, 'name'],
    ['with a name of 65 characters', () => ({ name: 'x'.repeat(65) }), 400, 'name'],
    ['with an id that is no member', () => ({ name: '家', memberIds: ['grp_x'] }), 400, 'memberIds.0'],
    ['with members that are no list', () => ({ name: '家', memberIds: ann.id }), 400, 'memberIds'],
    [
      'with 501 members',
      () => ({ name: '家', memberIds: Array.from({ length: 501 }, () => ann.id) }),
      400,
      'memberIds',
    ],
    ['with somebody unknown', () => ({ name: '家', memberIds: [bob.id, unknown(bob.id)] }), 422, 'memberIds'],
    ['with an unknown field', () => ({ name: '家', owner: ann.id }), 400, 'owner'],
  ]
  it.each(bad)('is not made %s', async (_, body, status, field) => {
    const before = await callers.rows(
      'select (select count(*) from member_group), (select count(*) from event)',
    )
    const reply = await ann.call('POST', '/v1/groups', body())
    expect(reply.status).toBe(status)
    if (status === 400) expect(reply.body.errors).toMatchObject([{ field }])
    else expect(reply.body).toMatchObject({ code: 'member_unknown', field, unknown: [unknown(bob.id)] })
    expect(
      await callers.rows('select (select count(*) from member_group), (select count(*) from event)'),
    ).toEqual(before)
  })
})

describe('joining', () => {
  it('is by a member of the group or the operator; who is inside stays as they are', async () => {
    const group = await groupOf(ann)
    const reply = await join(ann, group, bob, ann)
    expect(reply).toMatchObject({ status: 200, body: { group: { memberCount: 2 }, joinedIds: [bob.id] } })
    expect((await callers.events(group)).at(-1)).toMatchObject({
      seq: 2,
      kind: 'group.joined',
      data: { groupId: group, memberIds: [bob.id], by: ann.id },
      audience: [bob.id, group].sort(),
    })
    expect(await join(callers.operator, group, cai)).toMatchObject({ body: { joinedIds: [cai.id] } })
    expect(await join(bob, group, cai)).toMatchObject({ status: 200, body: { joinedIds: [] } })
    expect(await callers.events(group)).toHaveLength(3)
  })

  it('of somebody unknown, or of nobody, is refused', async () => {
    const group = await groupOf(ann)
    const nobody = { ...bob, id: unknown(bob.id) }
    expect(await join(ann, group, nobody)).toMatchObject({ status: 422, body: { code: 'member_unknown' } })
    expect(await join(ann, group)).toMatchObject({ status: 400 })
  })

  it('is never forced by someone the joining one has blocked, nor the other way round', async () => {
    const group = await groupOf(ann)
    await bob.call('PUT', `/v1/blocks/${ann.id}`)
    expect(await join(ann, group, bob, cai)).toMatchObject({
      status: 422,
      body: { code: 'recipient_blocked' },
    })
    expect(await ann.call('POST', '/v1/groups', { name: '家', memberIds: [bob.id] })).toMatchObject({
      status: 422,
    })
    expect(await inside(group)).toHaveLength(1)
    expect(await join(callers.operator, group, bob)).toMatchObject({ status: 200 })
  })

  it('by many at once is one stay each', async () => {
    const group = await groupOf(ann)
    const answers = await Promise.all(Array.from({ length: 8 }, () => join(ann, group, bob, cai)))
    expect(answers.flatMap((answer) => answer.body.joinedIds as string[]).sort()).toEqual(
      [bob.id, cai.id].sort(),
    )
    expect(await inside(group)).toHaveLength(3)
    expect(await callers.events(group)).toHaveLength(2)
  })
})

describe('leaving', () => {
  it('is one’s own wish; of others only the operator can', async () => {
    const group = await groupOf(ann, bob, cai)
    expect(await leave(ann, group, bob)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect(await leave(bob, group, bob)).toMatchObject({ status: 200, body: { memberCount: 2 } })
    expect(await leave(callers.operator, group, cai)).toMatchObject({ status: 200, body: { memberCount: 1 } })
    expect((await callers.events(group)).slice(1)).toMatchObject([
      { kind: 'group.left', data: { memberId: bob.id, by: bob.id }, audience: [bob.id, group].sort() },
      { kind: 'group.left', data: { memberId: cai.id, by: 'operator' }, audience: [cai.id, group].sort() },
    ])
    expect(await bob.call('GET', `/v1/groups/${group}`)).toMatchObject({ status: 404 })
  })

  it('twice, or by someone never inside, finds nothing', async () => {
    const group = await groupOf(ann, bob)
    await leave(bob, group, bob)
    expect(await leave(bob, group, bob)).toMatchObject({ status: 404 })
    expect(await leave(callers.operator, group, bob)).toMatchObject({ status: 404 })
    expect(await leave(callers.operator, group, cai)).toMatchObject({ status: 404 })
  })

  it('and coming back is a stay of its own; the time between is not', async () => {
    const group = await groupOf(ann, bob)
    await leave(bob, group, bob)
    await join(ann, group, bob)
    const stays = await callers.rows(
      `select since, until from group_member where group_id = $1 and member_id = $2 order by since`,
      group,
      bob.id,
    )
    expect(stays).toHaveLength(2)
    const [first, second] = stays as { since: Date; until: Date | null }[]
    expect(second!.until).toBeNull()
    const at = (moment: Date) => db().snapshot((tx) => isMemberAt(tx, group, bob.id, moment.getTime()))
    expect(await at(first!.since)).toBe(true)
    expect(await at(first!.until!)).toBe(first!.until! >= second!.since)
    expect(await at(second!.since)).toBe(true)
    expect(await db().snapshot((tx) => membersAt(tx, group, first!.since.getTime() - 1))).toEqual([])
  })
})

describe('who was in the group when something was sent is a fact', () => {
  /** What a send does: hold the group, take the time, see who is inside. */
  const send = (group: string, hold: Promise<void> = Promise.resolve(), seen: () => void = () => undefined) =>
    db().transaction(async (tx) => {
      const changedAt = await lockGroupForSend(tx, group)
      const sentAt = await tx.now(changedAt)
      const recipients = await membersAt(tx, group, sentAt)
      seen()
      await hold
      return { sentAt, recipients }
    })
  const joinBy = (group: string, member: Person) =>
    db().transaction((tx) => joinGroup(tx, { groupId: group, memberIds: [member.id], by: operator }))
  const leaveBy = (group: string, member: Person) =>
    db().transaction((tx) => leaveGroup(tx, { groupId: group, memberId: member.id, by: operator }))

  it('also while the clock stands still: a join or leave counts only for what is sent after it', async () => {
    await callers.service.freeze(await db().transaction((tx) => tx.now()))
    const group = await groupOf(ann, bob)
    const sent = [await send(group)]
    await joinBy(group, cai)
    sent.push(await send(group))
    await leaveBy(group, bob)
    sent.push(await send(group))
    await joinBy(group, bob)
    sent.push(await send(group))
    const expected = [
      [ann, bob],
      [ann, bob, cai],
      [ann, cai],
      [ann, bob, cai],
    ]
    for (const [i, { sentAt, recipients }] of sent.entries()) {
      expect(recipients).toEqual(expected[i]!.map((person) => person.id).sort())
      expect(await db().snapshot((tx) => membersAt(tx, group, sentAt))).toEqual(recipients)
    }
  })

  it('a leave waits for the sends that hold the group, sends do not wait for each other', async () => {
    const group = await groupOf(ann, bob)
    const held = Promise.withResolvers<void>()
    const inside = Promise.withResolvers<void>()
    const first = send(group, held.promise, inside.resolve)
    await inside.promise
    const second = await send(group)
    let left = false
    const leaving = leaveBy(group, bob).then(() => (left = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const leftWhileHeld = left
    held.resolve()
    const { sentAt } = await first
    await leaving
    expect(leftWhileHeld).toBe(false)
    expect(await db().snapshot((tx) => membersAt(tx, group, sentAt))).toEqual([ann.id, bob.id].sort())
    expect(second.recipients).toContain(bob.id)
  })

  it('a hundred sends among joins and leaves each keep the recipients they saw', async () => {
    const group = await groupOf(ann, bob)
    const sends = Array.from({ length: 100 }, () => send(group))
    const changes = (async () => {
      for (let i = 0; i < 10; i++) {
        await joinBy(group, cai)
        await leaveBy(group, cai)
      }
    })()
    const sent = await Promise.all(sends)
    await changes
    for (const { sentAt, recipients } of sent) {
      expect(await db().snapshot((tx) => membersAt(tx, group, sentAt))).toEqual(recipients)
    }
  })

  it('a group nobody knows is told as such', async () => {
    expect(await db().transaction((tx) => lockGroupForSend(tx, 'grp_none'))).toBeUndefined()
  })
})
