/** What the log holds besides money: who looked, with which settings, who tried to sign in; and looking through it. */

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readKey } from '@laisee/core/log/note.ts'
import { checkReceipt } from '@laisee/core/log/receipt.ts'
import { auditEverything } from '../audit/audit.ts'
import { tellSettings } from '../configuration/tell-settings.ts'
import { createKey } from '../keys/create-key.ts'
import { scopes } from '../keys/scopes.ts'
import { callerOf } from '../testing/api.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { sequenceLog } from './sequence.ts'

let callers: Callers
let an: Person
let bo: Person
let auditor: Person
let agent: Person

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(Date.UTC(2026, 10, 22, 8))
  an = await callers.person('安', 100_000n)
  bo = await callers.person('波')
  auditor = await callers.person('审')
  agent = await callers.person('客')
  const chief = await callers.person('管')
  const people = [
    { memberId: chief.id, roles: ['administrator'] },
    { memberId: auditor.id, roles: ['auditor'] },
    { memberId: agent.id, roles: ['dispute_agent'] },
  ]
  const house = await callers.operator.call('POST', '/v1/organisations', {
    name: '利是客服',
    house: true,
    people,
  })
  expect(house.status).toBe(201)
})
afterAll(() => callers.close())

async function logAll(): Promise<void> {
  await vi.waitFor(
    async () => {
      await sequenceLog(callers.service.ctx.db)
      const [row] = await callers.rows('select (select count(*) from event) = size as done from log_head')
      expect(row!.done).toBe(true)
    },
    { timeout: 30_000, interval: 50 },
  )
}

const accesses = () =>
  callers.rows(`select data from event where kind = 'access.read' order by at, source_id`) as Promise<
    { data: { by: string; what: string; about: Record<string, string>; requestId: string } }[]
  >

interface Shown {
  index: number
  kind: string
  actor: string | null
  sourceId: string
  state: string
  receipt: string | null
  changes: unknown[]
  names: Record<string, string>
}

async function entries(query: string, caller: Pick<Person, 'call'> = callers.operator) {
  const { status, body } = await caller.call('GET', `/v1/log/entries?${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as unknown as { items: Shown[]; nextCursor: string | null }
}

describe('whoever looks at what is another’s by their office', () => {
  it('leaves one line for ten minutes, and the member who looks at what is their own leaves none', async () => {
    const before = (await accesses()).length
    await an.call('GET', '/v1/wallet')
    await an.call('GET', '/v1/me')
    expect(await accesses()).toHaveLength(before)
    for (let i = 0; i < 3; i++) await callers.operator.call('GET', `/v1/members/${an.id}/wallet`)
    const seen = (await accesses()).slice(before)
    expect(seen).toHaveLength(1)
    expect(seen[0]!.data).toMatchObject({
      about: { id: an.id },
      by: expect.stringMatching(/^key_/) as string,
    })
    await callers.service.forward(600_000)
    await callers.operator.call('GET', `/v1/members/${an.id}/wallet`)
    expect(await accesses()).toHaveLength(before + 2)
  })

  it('names the first request that looked, as its reply does, and no address', async () => {
    const { ctx } = callers.service
    const ask = { name: 'desk', scopes, expiresAt: null, by: 'test' }
    const { token } = await ctx.db.transaction((tx) => createKey(tx, ctx, ask))
    const look = () => callerOf(callers.app.app, token)('GET', `/v1/members/${bo.id}/wallet`)
    const requestId = (await look()).headers['x-request-id']
    await look()
    const seen = (await accesses()).filter(({ data }) => data.about['id'] === bo.id)
    expect(seen.map(({ data }) => data)).toEqual([
      {
        about: { id: bo.id },
        by: expect.stringMatching(/^key_/) as string,
        requestId,
        what: 'getMemberWallet',
      },
    ])
  })

  it('leaves none where nothing was shown, and tells no words of a search', async () => {
    const before = (await accesses()).length
    const nobody = `${an.id.slice(0, -4)}0000`
    expect((await callers.operator.call('GET', `/v1/members/${nobody}`)).status).toBe(404)
    expect((await bo.call('GET', `/v1/members/${an.id}/wallet`)).status).toBe(403)
    expect(await accesses()).toHaveLength(before)
  })

  it('is told of in no stream, so that following one tells nothing of following it', async () => {
    let cursor = ''
    for (let pages = 0; ; pages++) {
      expect(pages).toBeLessThan(20)
      const { body } = await callers.operator.call(
        'GET',
        `/v1/events?limit=200${cursor && `&cursor=${cursor}`}`,
      )
      const told = body.events as { kind: string }[]
      expect(told.filter(({ kind }) => kind === 'access.read')).toEqual([])
      if (told.length === 0) break
      cursor = String(body.cursor)
    }
  })
})

it('settings that differ from the last start are told with old and new, the same ones are not', async () => {
  const { db } = callers.service.ctx
  const tellThese = (settings: object) => db.transaction((tx) => tellSettings(tx, { ...settings }))
  expect(await tellThese({ demo: false, origins: ['https://a.example'] })).toBe(true)
  expect(await tellThese({ origins: ['https://a.example'], demo: false })).toBe(false)
  expect(await tellThese({ demo: false, origins: ['https://b.example'] })).toBe(true)
  await logAll()
  const { items } = await entries('kind=configuration.changed')
  expect(items.map(({ changes }) => changes)).toEqual([
    [{ field: 'origins', from: ['https://a.example'], to: ['https://b.example'] }],
    [
      { field: 'demo', to: false },
      { field: 'origins', to: ['https://a.example'] },
    ],
  ])
})

it('a sign-in that was refused is in the log, without the code that was tried', async () => {
  const tried = await callers.operator.call('POST', '/v1/sign-in', { code: 'a-code-somebody-guessed' })
  expect(tried.body.code).toBe('sign_in_code_invalid')
  const rows = await callers.rows(`select data::text as data from event where kind = 'session.refused'`)
  expect(rows).toEqual([{ data: '{"way":"sign_in_link","code":"sign_in_code_invalid"}' }])
})

describe('looking through the log', () => {
  it('finds by kind, by who did it, by what it is of and by time, newest first', async () => {
    const sent = await an.call('POST', '/v1/packets', {
      kind: 'direct',
      recipientIds: [bo.id],
      total: 100,
      count: 1,
    })
    await bo.call('PATCH', '/v1/me', { name: '波波' })
    await bo.call('PATCH', '/v1/me', { name: '波波波' })
    await logAll()
    const ofKind = await entries('kind=packet.sent')
    expect(ofKind.items).toMatchObject([{ sourceId: sent.body.id, actor: an.id, names: { [an.id]: '安' } }])
    const ofActor = await entries(`actor=${bo.id}`)
    expect(ofActor.items.map(({ changes }) => changes)).toEqual([
      [{ field: 'name', from: '波波', to: '波波波' }],
      [{ field: 'name', from: '波', to: '波波' }],
    ])
    const ofSource = await entries(`sourceId=${bo.id}&kind=member.changed&limit=1`)
    expect(ofSource.items).toHaveLength(1)
    expect(
      (await entries(`sourceId=${bo.id}&kind=member.changed&cursor=${ofSource.nextCursor}`)).items,
    ).toHaveLength(1)
    expect((await entries('until=2026-11-22T07:00:00Z')).items).toEqual([])
    expect((await entries('from=2026-11-22T07:00:00Z&kind=packet.sent')).items).toHaveLength(1)
    const places = (await entries('limit=200')).items.map(({ index }) => index)
    expect(places).toEqual(places.toSorted((a, b) => b - a))
  })

  it('gives every entry a receipt that its reader checks alone', async () => {
    const { body } = await bo.call('GET', '/v1/log/checkpoint')
    const keys = (body.keys as string[]).map((key) => readKey(key)!)
    const { items } = await entries('limit=50')
    expect(items.length).toBeGreaterThan(10)
    for (const { receipt, state } of items) {
      expect(state).toBe('logged')
      expect(checkReceipt(receipt!, keys)).not.toHaveProperty('fault')
    }
  })

  it('is for the operator and the auditors of the house, and stands in the log itself', async () => {
    for (const one of [an, agent])
      expect((await one.call('GET', '/v1/log/entries')).body.code).toBe('role_missing')
    await entries('limit=1', auditor)
    const seen = (await accesses()).filter(({ data }) => data.by === auditor.id)
    expect(seen.map(({ data }) => data.what)).toEqual(['listLogEntries'])
    await logAll()
    expect((await entries(`actor=${auditor.id}`)).items[0]).toMatchObject({ kind: 'access.read' })
  })
})

describe('forgetting a member', () => {
  it('waits until nothing of theirs is open, says what is, and changes nothing', async () => {
    const before = await callers.rows('select count(*) from event')
    const refused = await callers.operator.call('POST', `/v1/members/${an.id}/forget`)
    expect(refused).toMatchObject({ status: 409, body: { code: 'still_open', open: ['money', 'packets'] } })
    const staff = await callers.operator.call('POST', `/v1/members/${auditor.id}/forget`)
    expect(staff.body).toMatchObject({ code: 'still_open', open: ['organisations'] })
    expect(await callers.rows('select count(*) from event')).toEqual(before)
  })

  it('takes who they are out of the service, and leaves the log as it was', async () => {
    const cy = await callers.person('陈一鸣')
    await cy.call('PUT', `/v1/contacts/${an.id}`, { alias: '我的老同学' })
    await cy.call('POST', '/v1/groups', { name: '饭局', memberIds: [an.id] })
    await logAll()
    const head = await callers.rows('select size, root from log_checkpoint order by size')
    const forgotten = await callers.operator.call('POST', `/v1/members/${cy.id}/forget`)
    expect(forgotten).toMatchObject({ status: 200, body: { memberId: cy.id } })

    expect((await cy.call('GET', '/v1/me')).status).toBe(401)
    const row = await callers.rows(
      'select name, photo_url, forgotten_at is not null as gone from member where id = $1',
      cy.id,
    )
    expect(row).toEqual([{ name: '已注销', photo_url: null, gone: true }])
    const found = await callers.rows(
      `select count(*)::int as n from event where data::text like '%陈一鸣%' or data::text like '%老同学%'`,
    )
    expect(found).toEqual([{ n: 0 }])
    expect(await callers.rows('select 1 from contact where owner_id = $1', cy.id)).toEqual([])
    expect(
      await callers.rows('select 1 from group_member where member_id = $1 and until is null', cy.id),
    ).toEqual([])

    await logAll()
    expect(
      (await callers.rows('select size, root from log_checkpoint order by size')).slice(0, head.length),
    ).toEqual(head)
    const { items } = await entries(`sourceId=${cy.id}`)
    expect(items.find(({ kind }) => kind === 'member.forgotten')).toMatchObject({ state: 'logged' })
    expect(items.find(({ kind }) => kind === 'member.created')).toMatchObject({
      state: 'forgotten',
      receipt: null,
    })
    const { checks } = await auditEverything(callers.service.ctx.db)
    expect(checks.flatMap(({ differences }) => differences)).toEqual([])
  })

  it('happens once, and nobody can pay or sign in as them afterwards', async () => {
    const dan = await callers.person('丹')
    const path = `/v1/members/${dan.id}`
    expect((await callers.operator.call('POST', `${path}/forget`)).status).toBe(200)
    expect((await callers.operator.call('POST', `${path}/forget`)).body.code).toBe('already_forgotten')
    expect((await callers.operator.call('POST', `${path}/sign-in-links`, {})).body.code).toBe('not_found')
    const paid = await an.call('POST', '/v1/transfers', { payeeId: dan.id, amount: 100 })
    expect(paid.body.code).toBe('member_unknown')
    const toppedUp = await callers.operator.call('POST', '/v1/top-ups', { memberId: dan.id, amount: 100 })
    expect(toppedUp.body.code).toBe('member_unknown')
  })

  it('of an event that no forgetting allows is told on', async () => {
    const eve = await callers.person('伊')
    await logAll()
    await callers.rows(
      `update event set data = '{"forgotten":true}' where source_id = $1 and seq = 1`,
      eve.id,
    )
    await callers.rows('update log_leaf set salt = null where source_id = $1 and seq = 1', eve.id)
    const { checks } = await auditEverything(callers.service.ctx.db)
    const { differences } = checks.find(({ check }) => check === 'log_holds')!
    expect(differences.map(({ says }) => says)).toEqual(['has lost its salt, and nobody was forgotten by it'])
  })

  it('is the only change that the database lets an event or a leaf take', async () => {
    const changes = [
      `update event set data = '{"forgotten":true}', kind = 'x' where source_id = $1`,
      `update event set data = '{"x":1}' where source_id = $1`,
      'delete from event where source_id = $1',
      `update log_leaf set hash = sha256('x') where source_id = $1`,
      `update log_leaf set salt = null, hash = sha256('x') where source_id = $1`,
      `update log_leaf set actor = 'mem_x' where source_id = $1`,
    ]
    for (const change of changes) await expect(callers.rows(change, an.id)).rejects.toThrow(/append-only/)
  })
})
