import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, fromIso, secondMs, toIso } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let ann: Person
let bob: Person

const start = fromIso('2026-02-16T12:00:00Z')!

beforeAll(async () => {
  callers = await openCallers()
})
beforeEach(async () => {
  await callers.service.freeze(start)
  ann = await callers.person('安', 1_000_000n)
  bob = await callers.person('彩虹', 1_000_000n)
})
afterAll(() => callers.close())

const card = async (person: Person, of: Person) => person.call('GET', `/v1/recipients/${of.id}`)
const delivered = () => callers.service.forward(10 * secondMs)

async function send(from: Person, to: Person, total: number, more: object = {}): Promise<string> {
  const body = { kind: 'direct', total, count: 1, recipientIds: [to.id], ...more }
  return (await from.call('POST', '/v1/packets', body)).body.id as string
}

async function transfer(from: Person, to: Person, amount: number, more: object = {}): Promise<string> {
  const body = { payeeId: to.id, amount, note: '', delayS: 7_200, ...more }
  return (await from.call('POST', '/v1/transfers', body)).body.id as string
}

const groupOf = async (owner: Person, name: string, ...others: Person[]) =>
  (await owner.call('POST', '/v1/groups', { name, memberIds: others.map(({ id }) => id) })).body.id as string

describe('a recipient', () => {
  it('is shown as the payer keeps them, with what was last paid and how often', async () => {
    await ann.call('PUT', `/v1/contacts/${bob.id}`, {
      alias: '虹姐',
      relation: 'other',
      relationNote: '房东',
    })
    const group = await groupOf(ann, '三号楼', bob)
    await send(ann, bob, 100)
    await delivered()
    await transfer(ann, bob, 250)
    await delivered()
    await transfer(bob, ann, 9_999)
    expect(await card(ann, bob)).toEqual({
      status: 200,
      body: {
        memberId: bob.id,
        name: '彩虹',
        photoUrl: null,
        alias: '虹姐',
        relation: 'other',
        relationNote: '房东',
        isContact: true,
        sharedGroups: [{ id: group, name: '三号楼' }],
        lastPaidAt: toIso(start + 10 * secondMs),
        lastPaidAmount: 250,
        paidCount: 2,
        canPay: true,
        lookAlikes: [],
      },
    })
    const contacts = await ann.call('GET', '/v1/contacts')
    expect(contacts.body.items).toMatchObject([{ lastPaidAt: toIso(start + 10 * secondMs) }])
  })

  it('was not paid by what came back: undone, recalled, declined, expired, and by no test', async () => {
    await ann.call('PUT', `/v1/contacts/${bob.id}`, {})
    const undone = [await send(ann, bob, 100), await transfer(ann, bob, 100)]
    await ann.call('POST', `/v1/packets/${undone[0]!}/undo`)
    await ann.call('POST', `/v1/transfers/${undone[1]!}/undo`)
    const recalled = [await send(ann, bob, 100), await transfer(ann, bob, 100)]
    const declined = [await send(ann, bob, 100), await transfer(ann, bob, 100)]
    await send(ann, bob, 100, { expireAfterS: 60 })
    await send(ann, bob, 100, { test: true })
    await transfer(ann, bob, 100, { profile: 'wechat-personal', delayS: 0 })
    await delivered()
    for (const [i, path] of ['packets', 'transfers'].entries()) {
      expect((await ann.call('POST', `/v1/${path}/${recalled[i]!}/recall`, {})).status).toBe(200)
      expect((await bob.call('POST', `/v1/${path}/${declined[i]!}/decline`)).status).toBe(200)
    }
    expect((await card(ann, bob)).body).toMatchObject({ paidCount: 2 })
    await callers.service.forward(dayMs)
    expect((await card(ann, bob)).body).toMatchObject({
      lastPaidAt: null,
      lastPaidAmount: null,
      paidCount: 0,
    })
  })

  it('cannot be paid where one of the two has blocked the other, and it is not said who', async () => {
    await groupOf(ann, '群', bob)
    expect((await card(ann, bob)).body).toMatchObject({ canPay: true })
    await bob.call('PUT', `/v1/blocks/${ann.id}`)
    const byBob = (await card(ann, bob)).body
    expect(byBob).toMatchObject({ canPay: false })
    await bob.call('DELETE', `/v1/blocks/${ann.id}`)
    await ann.call('PUT', `/v1/blocks/${bob.id}`)
    expect((await card(ann, bob)).body).toEqual(byBob)
  })

  it('is not found where one may not know of them, nor oneself', async () => {
    expect(await card(ann, bob)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await card(ann, ann)).toMatchObject({ status: 404 })
    await send(bob, ann, 100)
    expect(await card(ann, bob)).toMatchObject({ status: 404 })
    await delivered()
    expect(await card(ann, bob)).toMatchObject({ status: 200, body: { isContact: false } })
  })
})

describe('who looks alike', () => {
  it('is everyone among contacts, conversations and groups by the same name or alias, last paid first', async () => {
    const [contact, peer, neighbour, aliased, other, stranger] = [
      await callers.person('彩虹'),
      await callers.person('彩虹', 1_000n),
      await callers.person('彩虹'),
      await callers.person('李红'),
      await callers.person('彩红'),
      await callers.person('彩虹'),
    ] as const
    await ann.call('PUT', `/v1/contacts/${bob.id}`, { alias: '房东' })
    await ann.call('PUT', `/v1/contacts/${contact.id}`, { alias: '沈阳彩虹', relation: 'friend' })
    await ann.call('PUT', `/v1/contacts/${aliased.id}`, { alias: '房东' })
    await ann.call('PUT', `/v1/contacts/${other.id}`, {})
    const group = await groupOf(ann, '三号楼', neighbour, bob)
    await send(peer, ann, 100)
    await delivered()
    await send(ann, contact, 100)
    const { body } = await card(ann, bob)
    const alike = body.lookAlikes as { memberId: string }[]
    expect(alike.map(({ memberId }) => memberId).sort()).toEqual(
      [contact.id, peer.id, neighbour.id, aliased.id].sort(),
    )
    expect(alike[0]).toEqual({
      memberId: contact.id,
      name: '彩虹',
      photoUrl: null,
      alias: '沈阳彩虹',
      relation: 'friend',
      lastPaidAt: toIso(start + 10 * secondMs),
      sharedGroups: [],
    })
    expect(alike.find(({ memberId }) => memberId === neighbour.id)).toMatchObject({
      sharedGroups: [{ id: group, name: '三号楼' }],
      lastPaidAt: null,
    })
    expect(alike.map(({ memberId }) => memberId)).not.toContain(stranger.id)
  })
})

describe('a group one would send to', () => {
  it('says when one last sent it a packet that did not come back whole', async () => {
    const group = await groupOf(ann, '三号楼', bob)
    const lastPaidAt = async (caller: Pick<Person, 'call'>) =>
      (await caller.call('GET', `/v1/groups/${group}`)).body.lastPaidAt
    expect(await lastPaidAt(ann)).toBeNull()
    const packet = await send(ann, bob, 200, {
      kind: 'equal',
      count: 2,
      recipientIds: undefined,
      groupId: group,
    })
    expect(await lastPaidAt(ann)).toBe(toIso(start))
    expect(await lastPaidAt(bob)).toBeNull()
    expect(await lastPaidAt(callers.operator)).toBeNull()
    await ann.call('POST', `/v1/packets/${packet}/undo`)
    expect(await lastPaidAt(ann)).toBeNull()
    expect((await ann.call('GET', '/v1/groups')).body.items).toMatchObject([
      { memberCount: 2, lastPaidAt: null },
    ])
  })
})
