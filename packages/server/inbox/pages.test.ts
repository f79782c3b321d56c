import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from '@laisee/core/instant.ts'
import type { Person } from '../testing/callers.ts'
import {
  ann,
  bob,
  cai,
  callers,
  family,
  inbox,
  itemsOf,
  packet,
  read,
  useHousehold,
  type Item,
} from './testing/household.ts'

useHousehold()

describe('pages', () => {
  it('give every notice once, last told first', async () => {
    for (let i = 0; i < 7; i++) await packet({ greeting: `第${i}个` })
    const all = await itemsOf(bob)
    expect(all.map(({ data }) => data.greeting)).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `第${i}个`))
    const paged: Item[] = []
    let cursor = ''
    for (let pages = 0; pages < 10; pages++) {
      const page = await inbox(bob, `?limit=2${cursor && `&cursor=${cursor}`}`)
      paged.push(...(page.items as Item[]))
      expect(page.unreadCount).toBe(7)
      if (page.nextCursor === null) break
      cursor = String(page.nextCursor)
    }
    expect(paged).toEqual(all)
  })

  it('are no shorter for what others do in the group', async () => {
    const first = await packet()
    for (let i = 0; i < 130; i++) await cai.call('PATCH', `/v1/groups/${family}`, { name: `家 ${i}` })
    expect((await itemsOf(bob)).map(({ sourceId }) => sourceId)).toEqual([first])
  })

  it.each([
    ['no JSON', 'abc'],
    ['of another list', [0, 'mem_01m80erp8fenkrcsmy9azvwdy8']],
    ['with a number beyond 64 bits', ['99999999999999999999', 0, '', 0]],
    ['with a moment before time', ['1', -1, '', 0]],
    ['with no source', ['1', 0, "'; drop table member", 0]],
    ['with half a number', ['1', 0, '', 0.5]],
    ['with too much', ['1', 0, '', 0, 0]],
  ])('are refused from a cursor that was made up: %s', async (_, parts) => {
    const text = typeof parts === 'string' ? parts : Buffer.from(JSON.stringify(parts)).toString('base64url')
    const before = await callers.events(bob.id)
    expect(await bob.call('GET', `/v1/inbox?cursor=${text}`)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'cursor' }] },
    })
    expect(await read(bob, text)).toMatchObject({ status: 400, body: { errors: [{ field: 'through' }] } })
    expect(await callers.events(bob.id)).toEqual(before)
  })
})

describe('reading', () => {
  it('marks a notice and all before it, and tells the reader’s other screens', async () => {
    await packet({ greeting: '一' })
    await packet({ greeting: '二' })
    await packet({ greeting: '三' })
    const [, second] = await itemsOf(bob)
    expect(await read(bob, second!.cursor)).toEqual({ status: 200, body: { unreadCount: 1 } })
    expect((await itemsOf(bob)).map((item) => item.read)).toEqual([false, true, true])
    expect((await callers.events(bob.id)).at(-1)).toMatchObject({
      kind: 'inbox.read',
      data: { memberId: bob.id, through: second!.cursor, unreadCount: 1 },
      audience: [bob.id],
    })
    expect((await inbox(cai)).unreadCount).toBe(3)
  })

  it('never goes back, and what is read already is told to nobody', async () => {
    await packet()
    const [item] = await itemsOf(bob)
    await read(bob)
    const before = await callers.events(bob.id)
    expect(await read(bob, item!.cursor)).toMatchObject({ body: { unreadCount: 0 } })
    expect(await read(bob)).toMatchObject({ body: { unreadCount: 0 } })
    expect(await callers.events(bob.id)).toEqual(before)
  })

  it('by two screens at once ends at the later place', async () => {
    for (let i = 0; i < 4; i++) await packet()
    const items = await itemsOf(bob)
    await Promise.all(items.map(({ cursor }) => read(bob, cursor)))
    expect(await inbox(bob)).toMatchObject({ unreadCount: 0 })
  })

  it('reaches nothing that is told later, whatever the cursor says', async () => {
    const beyond = Buffer.from(JSON.stringify([String(2n ** 62n), 0, '', 0])).toString('base64url')
    expect(await read(bob, beyond)).toMatchObject({ status: 200 })
    await packet()
    expect(await inbox(bob)).toMatchObject({ unreadCount: 1 })
  })

  it('counts to a hundred and no further', async () => {
    const { operator } = callers
    for (let i = 0; i < 105; i++) await operator.call('POST', '/v1/top-ups', { memberId: bob.id, amount: 1 })
    expect(await inbox(bob, '?limit=1')).toMatchObject({ unreadCount: 100 })
    await read(bob)
    expect(await inbox(bob, '?limit=1')).toMatchObject({ unreadCount: 0 })
  })
})

describe('quiet hours', () => {
  const quietOf = async (person: Person) => (await itemsOf(person)).map(({ quiet }) => quiet)

  it('are none until a member asks for them', async () => {
    expect((await bob.call('GET', '/v1/me')).body).toMatchObject({ quietFrom: null, quietUntil: null })
  })

  it('mark what came over midnight, by the reader’s own clock', async () => {
    await bob.call('PATCH', '/v1/me', { quietFrom: '22:30', quietUntil: '07:30' })
    await cai.call('PATCH', '/v1/me', {
      timeZone: 'America/New_York',
      quietFrom: '22:30',
      quietUntil: '07:30',
    })
    const now = Date.parse(String((await ann.call('GET', '/v1/clock')).body.now))
    const nextDay = Math.floor(now / dayMs + 1) * dayMs
    // 00:10 in Shanghai is 11:10 of the day before in New York.
    await callers.service.freeze(nextDay + 16 * hourMs + 10 * minuteMs)
    await packet()
    expect([await quietOf(bob), await quietOf(cai)]).toEqual([[true], [false]])
    // 12:10 in Shanghai is 23:10 in New York.
    await callers.service.freeze(nextDay + 28 * hourMs + 10 * minuteMs)
    await packet()
    expect([await quietOf(bob), await quietOf(cai)]).toEqual([
      [false, true],
      [true, false],
    ])
  })

  it('are told when they change, and refused with half of them missing', async () => {
    const asked = { quietFrom: '13:00', quietUntil: '14:00' }
    expect(await bob.call('PATCH', '/v1/me', asked)).toMatchObject({ status: 200, body: asked })
    expect((await callers.events(bob.id)).at(-1)).toMatchObject({
      kind: 'member.changed',
      data: { changed: asked },
    })
    for (const [body, field] of [
      [{ quietFrom: null }, 'quietFrom'],
      [{ quietUntil: null }, 'quietUntil'],
      [{ quietFrom: '14:00' }, 'quietUntil'],
      [{ quietFrom: '25:00' }, 'quietFrom'],
      [{ quietUntil: 1_400 }, 'quietUntil'],
    ] as const)
      expect(await bob.call('PATCH', '/v1/me', body)).toMatchObject({
        status: 400,
        body: { errors: [{ field }] },
      })
    expect((await bob.call('GET', '/v1/me')).body).toMatchObject(asked)
    const none = { quietFrom: null, quietUntil: null }
    expect(await bob.call('PATCH', '/v1/me', none)).toMatchObject({ status: 200, body: none })
  })
})
