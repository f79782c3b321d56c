import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fromIso, hourMs, secondMs } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

type Fields = Record<string, unknown>

let callers: Callers
let ann: Person
let bob: Person
let cai: Person
let group: string

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(fromIso('2026-02-16T12:00:00Z')!)
})
beforeEach(async () => {
  ann = await callers.person('安', 1_000_000n)
  bob = await callers.person('波', 1_000_000n)
  cai = await callers.person('蔡')
  group = await groupOf(ann, bob, cai)
})
afterAll(() => callers.close())

const pass = (ms: number) => callers.service.forward(ms)
const delivered = () => pass(11 * secondMs)

async function groupOf(owner: Person, ...others: Person[]): Promise<string> {
  const body = { name: '一家人', memberIds: others.map(({ id }) => id) }
  return (await owner.call('POST', '/v1/groups', body)).body.id as string
}

async function sendPacket(from: Person, body: object): Promise<string> {
  const reply = await from.call('POST', '/v1/packets', {
    kind: 'equal',
    total: 200,
    count: 2,
    greeting: '新年快乐',
    ...body,
  })
  expect(reply.status).toBe(201)
  return reply.body.id as string
}

const direct = (from: Person, to: Person, more: object = {}) =>
  sendPacket(from, { kind: 'direct', count: 1, recipientIds: [to.id], ...more })

async function transfer(from: Person, to: Person, more: object = {}): Promise<string> {
  const body = { payeeId: to.id, amount: 500, note: '房租', delayS: 7_200, ...more }
  return (await from.call('POST', '/v1/transfers', body)).body.id as string
}

async function chats(person: Person, query = ''): Promise<Fields[]> {
  return (await person.call('GET', `/v1/chats${query}`)).body.items as Fields[]
}

async function items(person: Person, chatId: string, query = ''): Promise<Fields[]> {
  const reply = await person.call('GET', `/v1/chats/${chatId}/items${query}`)
  expect(reply.status).toBe(200)
  return reply.body.items as Fields[]
}

const idsOf = (found: Fields[]) => found.map(({ packet, transfer: sent }) => ((packet ?? sent) as Fields).id)
/** In one order, where the order is not asked about. */
const sorted = (ids: readonly unknown[]) => ids.map(String).toSorted()
const status = async (person: Person, path: string) => (await person.call('GET', path)).status

describe('the list of conversations', () => {
  it('has one’s groups, contacts and everyone something passed with, newest first, then names', async () => {
    const dan = await callers.person('丹')
    await ann.call('PUT', `/v1/contacts/${dan.id}`, { alias: '阿丹', relation: 'friend' })
    const packet = await sendPacket(bob, { groupId: group })
    await delivered()
    await pass(hourMs)
    const sent = await transfer(ann, cai)
    expect(await chats(ann)).toMatchObject([
      {
        chatId: cai.id,
        kind: 'member',
        name: '蔡',
        isContact: false,
        memberCount: null,
        latest: { kind: 'transfer', id: sent, text: '房租', state: 'undo', direction: 'sent', amount: 500 },
      },
      {
        chatId: group,
        kind: 'group',
        name: '一家人',
        memberCount: 3,
        latest: { kind: 'packet', id: packet, text: '新年快乐', direction: 'received', payerId: bob.id },
      },
      { chatId: dan.id, name: '丹', alias: '阿丹', relation: 'friend', isContact: true, latest: null },
    ])
  })

  it('says of a packet how much is in it only where one may know, and whether one can claim now', async () => {
    const packet = await sendPacket(ann, { groupId: group })
    const latest = async (person: Person) => (await chats(person))[0]!.latest
    expect(await latest(ann)).toMatchObject({ id: packet, state: 'undo', amount: 200, canClaim: false })
    expect(await latest(bob)).toBeNull()
    await delivered()
    expect(await latest(bob)).toMatchObject({ id: packet, state: 'open', amount: null, canClaim: true })
    await bob.call('POST', `/v1/packets/${packet}/claims`, {})
    expect(await latest(bob)).toMatchObject({ amount: 200, canClaim: false })
    expect(await latest(cai)).toMatchObject({ amount: null, canClaim: true })
  })

  it('goes on page by page, through those by moment and those by name, none left out or twice', async () => {
    for (const name of ['甲', '乙', '丙'])
      await ann.call('PUT', `/v1/contacts/${(await callers.person(name)).id}`, {})
    await direct(ann, bob)
    await transfer(ann, cai)
    const whole = (await chats(ann)).map(({ chatId }) => chatId)
    expect(whole).toHaveLength(6)
    const read: unknown[] = []
    let cursor: unknown = undefined
    do {
      const query: string = cursor === undefined ? '' : `&cursor=${String(cursor)}`
      const { body } = await ann.call('GET', `/v1/chats?limit=1${query}`)
      read.push(...(body.items as Fields[]).map(({ chatId }) => chatId))
      cursor = body.nextCursor
    } while (cursor !== null)
    expect(read).toEqual(whole)
    for (const made of [
      ['a', '', 'x'],
      [-1, '', 'x'],
      [0.5, '', 'x'],
      [0, 'x'],
    ]) {
      const bad = Buffer.from(JSON.stringify(made)).toString('base64url')
      expect(await status(ann, `/v1/chats?cursor=${bad}`)).toBe(400)
    }
  })
})

describe('a conversation with a member', () => {
  it('has what passed either way, in order of delivery, each as its own route shows it', async () => {
    const first = await direct(ann, bob)
    await delivered()
    const second = await transfer(bob, ann)
    await delivered()
    const third = await sendPacket(ann, { recipientIds: [bob.id, cai.id] })
    await delivered()
    const fourth = await sendPacket(bob, {
      kind: 'exclusive',
      count: 1,
      recipientIds: [ann.id],
      groupId: group,
    })
    await delivered()
    await sendPacket(ann, { groupId: group })
    await delivered()
    for (const [me, other] of [
      [ann, bob],
      [bob, ann],
    ] as const) {
      const found = await items(me, other.id)
      expect(idsOf(found)).toEqual([fourth, third, second, first])
      for (const { kind, packet, transfer: sent } of found) {
        const shown = (packet ?? sent) as Fields
        expect(shown).toEqual((await me.call('GET', `/v1/${String(kind)}s/${String(shown.id)}`)).body)
      }
    }
    expect(idsOf(await items(ann, cai.id))).toEqual([third])
    expect(idsOf(await items(cai, ann.id))).toEqual([third])
  })

  it('shows what can still be undone, and what was, to its payer only', async () => {
    const kept = await direct(ann, bob)
    await delivered()
    const undone = [await direct(ann, bob), await sendPacket(ann, { recipientIds: [bob.id, cai.id] })]
    const back = await transfer(ann, bob)
    expect(await items(bob, ann.id)).toHaveLength(1)
    expect(await items(ann, bob.id)).toHaveLength(4)
    for (const id of undone) await ann.call('POST', `/v1/packets/${id}/undo`)
    await ann.call('POST', `/v1/transfers/${back}/undo`)
    await delivered()
    expect(idsOf(await items(bob, ann.id))).toEqual([kept])
    expect(sorted(idsOf(await items(ann, bob.id)))).toEqual(sorted([kept, ...undone, back]))
    expect((await chats(bob)).find(({ chatId }) => chatId === ann.id)).toMatchObject({ latest: { id: kept } })
  })

  it('goes on page by page, none left out or twice, also where moments are equal', async () => {
    const sent = [await direct(ann, bob), await transfer(ann, bob), await direct(ann, bob)]
    await delivered()
    sent.push(await direct(bob, ann), await transfer(bob, ann))
    await delivered()
    const read: unknown[] = []
    let cursor: unknown = ''
    while (cursor !== null) {
      const reply = await ann.call('GET', `/v1/chats/${bob.id}/items?limit=2${String(cursor)}`)
      read.push(...idsOf(reply.body.items as Fields[]))
      const next = reply.body.nextCursor
      cursor = next === null ? null : `&cursor=${String(next)}`
    }
    expect(read).toHaveLength(5)
    expect(sorted(read)).toEqual(sorted(sent))
    expect(read).toEqual(idsOf(await items(ann, bob.id)))
  })

  it('is there for those one may know of, and for nobody else', async () => {
    const stranger = await callers.person('路人', 1_000_000n)
    expect(await status(ann, `/v1/chats/${stranger.id}`)).toBe(404)
    expect(await status(ann, `/v1/chats/${stranger.id}/items`)).toBe(404)
    expect(await status(ann, `/v1/chats/${ann.id}`)).toBe(404)
    expect((await ann.call('GET', `/v1/chats/${bob.id}`)).body).toMatchObject({ name: '波', latest: null })
    await transfer(stranger, ann)
    expect(await status(ann, `/v1/chats/${stranger.id}`)).toBe(404)
    expect((await stranger.call('GET', `/v1/chats/${ann.id}`)).body).toMatchObject({ name: '安' })
    await delivered()
    expect((await ann.call('GET', `/v1/chats/${stranger.id}`)).body).toMatchObject({
      name: '路人',
      latest: { kind: 'transfer', direction: 'received', amount: 500 },
    })
  })

  it('has no packets by link: they are in no conversation', async () => {
    const packet = await sendPacket(ann, { link: true })
    await delivered()
    const { token } = (await ann.call('POST', `/v1/packets/${packet}/links`, {})).body
    expect((await bob.call('POST', `/v1/packets/${packet}/claims`, { token })).status).toBe(200)
    expect(await items(bob, ann.id)).toEqual([])
    expect(await items(ann, bob.id)).toEqual([])
  })
})

describe('a group’s conversation', () => {
  it('has what was sent while one was in it: before joining and after leaving there is nothing', async () => {
    const dan = await callers.person('丹')
    const before = await sendPacket(ann, { groupId: group })
    await ann.call('POST', `/v1/groups/${group}/members`, { memberIds: [dan.id] })
    const within = await sendPacket(ann, { groupId: group })
    await dan.call('DELETE', `/v1/groups/${group}/members/${dan.id}`)
    const after = await sendPacket(ann, { groupId: group })
    await delivered()
    expect(idsOf(await items(dan, group))).toEqual([within])
    expect(await status(dan, `/v1/chats/${group}`)).toBe(200)
    expect((await chats(dan)).map(({ chatId }) => chatId)).not.toContain(group)
    expect(sorted(idsOf(await items(bob, group)))).toEqual(sorted([before, within, after]))
    const stranger = await callers.person('路人')
    expect(await status(stranger, `/v1/chats/${group}`)).toBe(404)
    expect(await status(stranger, `/v1/chats/${group}/items`)).toBe(404)
  })

  it('shows an exclusive packet to everyone who was there, and its sum to nobody before its end', async () => {
    await sendPacket(ann, { kind: 'exclusive', count: 1, recipientIds: [bob.id], groupId: group })
    expect(await items(cai, group)).toEqual([])
    await delivered()
    expect(await items(cai, group)).toMatchObject([
      { kind: 'packet', transfer: null, packet: { recipientId: bob.id, total: null, may: [] } },
    ])
    expect(await items(bob, group)).toMatchObject([{ packet: { may: ['claim', 'decline'] } }])
  })
})
