import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, fromIso, hourMs, minuteMs, secondMs } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person, type Reply } from '../testing/callers.ts'

const start = fromIso('2026-02-16T04:00:00Z')!

interface Item {
  kind: string
  sourceId: string
  seq: number
  at: string
  data: Record<string, unknown>
  read: boolean
  quiet: boolean
  cursor: string
}

let callers: Callers
let ann: Person
let bob: Person
let cai: Person
let family: string

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(start)
})
afterAll(() => callers.close())

/** New people each time, so that every inbox begins empty but for the money its owner began with. */
beforeEach(async () => {
  await callers.service.forward(minuteMs)
  ann = await callers.person('安', 1_000_000n)
  bob = await callers.person('波')
  cai = await callers.person('蔡')
  const group = await ann.call('POST', '/v1/groups', { name: '一家人', memberIds: [bob.id, cai.id] })
  family = String(group.body.id)
  await read(ann)
})

/** A stream tells what stands below the oldest running transaction of the whole database server, other tests' included. */
async function told(): Promise<void> {
  const [last] = await callers.rows('select pg_current_xact_id()::text as id')
  const past = 'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as past'
  await expect.poll(async () => (await callers.rows(past, last!.id))[0]!.past, { timeout: 10_000 }).toBe(true)
}

async function inbox(person: Person, query = ''): Promise<Record<string, unknown>> {
  await told()
  return (await person.call('GET', `/v1/inbox${query}`)).body
}
const itemsOf = async (person: Person, query = '') => (await inbox(person, query)).items as Item[]
const kindsOf = async (person: Person) => (await itemsOf(person)).map(({ kind }) => kind)
async function read(person: Person, through = 'all'): Promise<Reply> {
  await told()
  return person.call('POST', '/v1/inbox/read', { through })
}
const pass = async (ms: number) => {
  await callers.service.forward(ms)
  await callers.service.sweep()
}

async function made(reply: Promise<Reply>): Promise<string> {
  const { status, body } = await reply
  expect(status, JSON.stringify(body)).toBe(201)
  return String(body.id)
}

/** A delivered packet of 3 equal shares to the family, or as a test asks. */
async function packet(more: object = {}, by = ann): Promise<string> {
  const body = { kind: 'equal', total: 300, count: 3, groupId: family, greeting: '新年快乐', ...more }
  const id = await made(by.call('POST', '/v1/packets', body))
  await pass(10 * secondMs)
  return id
}
const toBob = () => ({ kind: 'direct', total: 100, count: 1, groupId: undefined, recipientIds: [bob.id] })

async function transfer(more: object = {}): Promise<string> {
  const id = await made(ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 5_000, ...more }))
  await pass(10 * secondMs)
  return id
}
const claim = (person: Person, id: string) => person.call('POST', `/v1/packets/${id}/claims`, {})

describe('an inbox', () => {
  it('says what a delivered packet is to those it is for, and nothing to its payer', async () => {
    const id = await packet()
    expect(await itemsOf(bob)).toMatchObject([
      {
        kind: 'packet_in_group',
        sourceId: id,
        data: { payerId: ann.id, groupId: family, count: 3, greeting: '新年快乐' },
        read: false,
        quiet: false,
      },
    ])
    expect((await inbox(bob)).names).toEqual({ [ann.id]: '安', [family]: '一家人' })
    const own = await packet(toBob())
    expect((await itemsOf(bob))[0]).toMatchObject({ kind: 'packet_for_you', sourceId: own })
    expect(await itemsOf(ann)).toMatchObject([{ kind: 'wallet_topped_up', read: true }])
  })

  it('says nothing of a packet that may still be undone, and nothing once it is', async () => {
    const body = { kind: 'equal', total: 300, count: 3, groupId: family }
    const id = await made(ann.call('POST', '/v1/packets', body))
    expect(await kindsOf(bob)).toEqual([])
    await ann.call('POST', `/v1/packets/${id}/undo`)
    await pass(minuteMs)
    expect(await kindsOf(bob)).toEqual([])
  })

  it('gathers the claims of a packet into one notice that counts on, then into its end', async () => {
    const id = await packet()
    await claim(bob, id)
    await claim(cai, id)
    expect(await itemsOf(ann)).toMatchObject([
      { kind: 'own_packet_claimed', data: { count: 3, claimedCount: 2, claimerIds: [cai.id] } },
      { kind: 'wallet_topped_up' },
    ])
    await claim(ann, id)
    expect(await itemsOf(ann)).toMatchObject([
      { kind: 'own_packet_claimed_out', data: { count: 3, lastClaimerId: ann.id } },
      { kind: 'wallet_topped_up' },
    ])
  })

  it('calls a packet that the reader has opened read', async () => {
    const id = await packet()
    expect(await inbox(bob)).toMatchObject({ unreadCount: 1 })
    await claim(bob, id)
    expect(await inbox(bob)).toMatchObject({
      unreadCount: 0,
      items: [{ kind: 'packet_in_group', read: true }],
    })
  })

  it('tells of a recall to whoever had not claimed, and not to whoever has their share', async () => {
    const id = await packet()
    await claim(bob, id)
    await ann.call('POST', `/v1/packets/${id}/recall`, {})
    expect(await kindsOf(bob)).toEqual(['packet_in_group'])
    expect(await kindsOf(cai)).toEqual(['packet_recalled', 'packet_in_group'])
  })

  it('says what a decline and an expiry brought back', async () => {
    const declined = await packet(toBob())
    await bob.call('POST', `/v1/packets/${declined}/decline`)
    expect((await itemsOf(ann))[0]).toMatchObject({
      kind: 'own_packet_declined',
      data: { returned: 100, declinedBy: bob.id },
    })
    await packet()
    await pass(dayMs)
    expect((await itemsOf(ann))[0]).toMatchObject({
      kind: 'own_packet_expired',
      data: { returned: 300, claimedCount: 0 },
    })
    expect((await kindsOf(bob)).slice(0, 2)).toEqual(['packet_missed', 'packet_in_group'])
  })

  it('lets a release take the place of the pause before it', async () => {
    const id = await packet()
    await ann.call('POST', `/v1/packets/${id}/pause`)
    expect(await kindsOf(bob)).toEqual(['packet_paused', 'packet_in_group'])
    await callers.service.forward(secondMs)
    await ann.call('POST', `/v1/packets/${id}/release`)
    expect(await kindsOf(bob)).toEqual(['packet_released', 'packet_in_group'])
  })

  it('tells both sides of a transfer what became of it', async () => {
    await transfer({ delayS: 7_200 })
    expect(await itemsOf(bob)).toMatchObject([
      { kind: 'transfer_for_you', data: { payerId: ann.id, amount: 5_000 } },
    ])
    await pass(2 * hourMs)
    expect(await kindsOf(bob)).toEqual(['transfer_received'])
    expect((await kindsOf(ann))[0]).toBe('own_transfer_arrived')
    const recalled = await transfer({ delayS: 7_200 })
    await ann.call('POST', `/v1/transfers/${recalled}/recall`, {})
    expect(await kindsOf(bob)).toEqual(['transfer_recalled', 'transfer_received'])
  })

  it('tells of a freeze, with its reason, and of money put in and paid out', async () => {
    const { operator } = callers
    await operator.call('POST', '/v1/top-ups', { memberId: bob.id, amount: 700, reference: '工资' })
    await callers.service.forward(1)
    await operator.call('POST', '/v1/withdrawals', { memberId: bob.id, amount: 200 })
    await callers.service.forward(1)
    await operator.call('PUT', `/v1/members/${bob.id}/freeze`, { reason: '核实身份' })
    expect(await itemsOf(bob)).toMatchObject([
      { kind: 'wallet_frozen', data: { reason: '核实身份' } },
      { kind: 'wallet_withdrawn', data: { amount: 200, balance: 500, reference: null } },
      { kind: 'wallet_topped_up', data: { amount: 700, balance: 700, reference: '工资' } },
    ])
  })

  it('calls people as the reader does', async () => {
    await bob.call('PUT', `/v1/contacts/${ann.id}`, { alias: '妈妈' })
    await packet()
    expect((await inbox(bob)).names).toMatchObject({ [ann.id]: '妈妈' })
    expect((await inbox(cai)).names).toMatchObject({ [ann.id]: '安' })
  })
})

describe('what is about to expire', () => {
  const events = async (id: string) =>
    (await callers.events(id)).filter(({ kind }) => kind.endsWith('.expiring'))

  it('is told once, an hour before, to the payer and to whoever has not claimed', async () => {
    const id = await packet()
    await claim(bob, id)
    await pass(23 * hourMs - minuteMs)
    expect(await events(id)).toEqual([])
    await pass(minuteMs)
    await pass(minuteMs)
    expect(await events(id)).toMatchObject([
      { data: { packetId: id, payerId: ann.id, count: 3, claimedCount: 1 }, audience: [family, ann.id, id] },
    ])
    expect((await itemsOf(ann))[0]).toMatchObject({
      kind: 'own_packet_expiring',
      data: { count: 3, claimedCount: 1 },
    })
    expect(await kindsOf(bob)).toEqual(['packet_in_group'])
    expect(await kindsOf(cai)).toEqual(['packet_expiring', 'packet_in_group'])
    await claim(cai, id)
    expect(await kindsOf(cai)).toEqual(['packet_in_group'])
  })

  it('gives way to what became of it', async () => {
    await packet()
    await pass(23 * hourMs)
    await pass(hourMs)
    expect((await kindsOf(ann)).slice(0, 2)).toEqual(['own_packet_expired', 'wallet_topped_up'])
  })

  it('is not told once it has expired, of a claimed packet, or before the last quarter of a short life', async () => {
    const late = await packet()
    await pass(dayMs)
    expect(await events(late)).toEqual([])
    const taken = await packet(toBob())
    await claim(bob, taken)
    await pass(23 * hourMs)
    expect(await events(taken)).toEqual([])
    const short = await packet({ expireAfterS: 3_600 })
    await pass(44 * minuteMs)
    expect(await events(short)).toEqual([])
    await pass(minuteMs)
    expect(await events(short)).toHaveLength(1)
  })

  it('is told of a paused packet to its payer alone', async () => {
    const id = await packet({ openAs: 'paused' })
    await pass(23 * hourMs)
    expect(await events(id)).toMatchObject([{ audience: [ann.id] }])
    expect(await kindsOf(bob)).toEqual(['packet_in_group'])
  })

  it('is told once by two servers that sweep at once', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => packet()))
    await callers.service.forward(23 * hourMs)
    const { ctx } = callers.service.another()
    const { tellExpiringPackets } = await import('../jobs/tell-expiring-packets.ts')
    await Promise.all([callers.service.sweep(), tellExpiringPackets(ctx.db), tellExpiringPackets(ctx.db)])
    for (const id of ids) expect(await events(id)).toHaveLength(1)
  })

  it('is told of a transfer that waits for the payee, to both', async () => {
    const id = await transfer({ profile: 'wechat-personal' })
    expect(await kindsOf(bob)).toEqual(['transfer_to_accept'])
    await pass(23 * hourMs)
    expect(await events(id)).toMatchObject([{ data: { transferId: id, amount: 5_000 } }])
    expect(await kindsOf(bob)).toEqual(['transfer_expiring'])
    expect((await kindsOf(ann))[0]).toBe('own_transfer_expiring')
    await bob.call('POST', `/v1/transfers/${id}/accept`)
    expect(await kindsOf(bob)).toEqual(['transfer_received'])
  })

  it('is not told of a transfer that is accepted', async () => {
    const id = await transfer({ profile: 'wechat-personal', delayS: 86_400 })
    await bob.call('POST', `/v1/transfers/${id}/accept`)
    await pass(23 * hourMs)
    expect(await events(id)).toEqual([])
  })
})

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

describe('nobody learns more from an inbox than from their stream', () => {
  it('who joins a group later hears nothing of what was sent before, and who left still does', async () => {
    const id = await packet()
    const dan = await callers.person('丹')
    await cai.call('DELETE', `/v1/groups/${family}/members/${cai.id}`)
    await ann.call('POST', `/v1/groups/${family}/members`, { memberIds: [dan.id] })
    await callers.service.forward(secondMs)
    await ann.call('POST', `/v1/packets/${id}/pause`)
    expect(await kindsOf(dan)).toEqual([])
    expect(await kindsOf(cai)).toEqual(['packet_paused', 'packet_in_group'])
    await packet()
    expect(await kindsOf(dan)).toEqual(['packet_in_group'])
    expect((await kindsOf(cai)).length).toBe(2)
  })

  it('an exclusive packet shown in a group is news to the one it is for', async () => {
    await packet({ kind: 'exclusive', total: 100, count: 1, recipientIds: [bob.id] })
    expect(await kindsOf(bob)).toEqual(['packet_for_you'])
    expect(await kindsOf(cai)).toEqual([])
  })

  it('a test packet is news to nobody but its payer, to whom it comes back', async () => {
    await packet({ test: true })
    await pass(dayMs)
    expect(await kindsOf(bob)).toEqual([])
    expect((await kindsOf(ann))[0]).toBe('own_packet_expired')
  })

  it('a request not to open reaches each of them once, and its sender asks once', async () => {
    const id = await packet()
    await callers.service.forward(secondMs)
    expect(await ann.call('POST', `/v1/packets/${id}/ask-not-to-open`)).toMatchObject({ status: 200 })
    expect(await ann.call('POST', `/v1/packets/${id}/ask-not-to-open`)).toMatchObject({
      body: { code: 'already_asked' },
    })
    expect(await kindsOf(bob)).toEqual(['packet_asked_not_to_open', 'packet_in_group'])
  })

  it('nothing of how much is in a packet that the reader has not opened', async () => {
    const id = await packet({ kind: 'lucky', total: 8_812 })
    await claim(cai, id)
    await pass(23 * hourMs)
    expect(JSON.stringify(await inbox(bob))).not.toMatch(/8812|amount|total|returned/i)
  })
})
