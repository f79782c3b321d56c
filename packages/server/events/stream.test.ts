/** The streams: nothing lost, nothing twice, each source in its order, across servers, joins and lost connections. */

import { connect, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp, type App } from '../app.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { createKey } from '../keys/create-key.ts'
import { mintSession } from '../keys/mint-session.ts'
import { revokeSession } from '../keys/revoke-session.ts'
import { scopes } from '../keys/scopes.ts'
import { callerOf, type Call } from '../testing/api.ts'
import { listen, type Frame, type Listening } from '../testing/listen.ts'
import { groupOf, memberWith, startTestService, type TestService } from '../testing/service.ts'
import { tell } from './append.ts'
import { insertEvent } from './events.sql.ts'

const takeXid = statement<[], { xid: string }>('test_take_xid', 'select pg_current_xact_id()::text as xid')
const letClockRun = statement<[], object>('test_stream_clock_runs', 'update clock set frozen_at = null, offset_ms = 0')
const minuteMs = 60_000

interface Server {
  ctx: Context
  app: App
  url: string
}

interface Person {
  id: string
  token: string
  sessionId: string
  call: Call
}

let service: TestService
let near: Server
let far: Server
let operator: string
let operate: Call
const open: Listening[] = []
let sources = 0

async function serverOf(ctx: Context): Promise<Server> {
  const app = await createApp(ctx, { limits: 'off', streamsMax: 60 })
  return { ctx, app, url: `${await app.app.listen({ host: '127.0.0.1', port: 0 })}/v1/events` }
}

beforeAll(async () => {
  service = await startTestService()
  near = await serverOf(service.ctx)
  far = await serverOf(service.another().ctx)
  operator = (await near.ctx.db.transaction((tx) => createKey(tx, near.ctx, { name: 'test', scopes, expiresAt: null, by: 'test' }))).token
  operate = callerOf(near.app.app, operator)
})
afterEach(async () => {
  for (const one of open.splice(0)) one.stop()
  await service.ctx.db.run(letClockRun)
})
afterAll(async () => {
  await near.app.stop()
  await far.app.stop()
  await service.close()
})

async function stream(server: Server, token: string, query = '', lastEventId?: string): Promise<Listening> {
  const listening = await listen(`${server.url}${query}`, token, lastEventId)
  open.push(listening)
  return listening
}

async function live(server: Server, token: string, query = '', lastEventId?: string): Promise<Listening> {
  const listening = await stream(server, token, query, lastEventId)
  await listening.until((frames) => frames.some((frame) => frame.event === 'ready'))
  return listening
}

async function person(name: string, amount = 0n): Promise<Person> {
  const { ctx } = near
  const id = await memberWith(ctx, name, amount)
  const session = await ctx.db.transaction((tx) => mintSession(tx, ctx, { memberId: id, lifetimeMs: 86_400_000, by: 'test' }))
  return { id, token: session.token, sessionId: session.id, call: callerOf(near.app.app, session.token) }
}

function newSource(): string {
  return `test_${String(++sources).padStart(26, '0')}`
}

async function say(tx: Tx, sourceId: string, seq: number, audience: string[] = [], data: Record<string, unknown> = {}): Promise<void> {
  await tell(tx, { sourceId, seq: BigInt(seq), kind: 'member.changed', at: await tx.now(), data, audience })
}

function sayIn(ctx: Context, sourceId: string, seq: number, audience: string[] = [], data: Record<string, unknown> = {}): Promise<void> {
  return ctx.db.transaction((tx) => say(tx, sourceId, seq, audience, data))
}

/** Begin a transaction that has taken its number, and hold it open until it is told to finish. */
async function beginAndHold(ctx: Context): Promise<{ finish(work: (tx: Tx) => Promise<void>): Promise<void> }> {
  const begun = Promise.withResolvers<void>()
  const going = Promise.withResolvers<(tx: Tx) => Promise<void>>()
  const ended = ctx.db.transaction(async (tx) => {
    await tx.one(takeXid)
    begun.resolve()
    await (await going.promise)(tx)
  })
  await begun.promise
  return {
    finish(work) {
      going.resolve(work)
      return ended
    },
  }
}

/**
 * The events a test told itself, by name: others of its making (sessions, groups) may come late, when a transaction
 * elsewhere on the same database server held the streams back.
 */
function told(frames: readonly Frame[]): string[] {
  return frames.map(nameOf).filter((name) => name.startsWith('test_'))
}

function nameOf({ data }: Frame): string {
  return `${data.sourceId as string} ${data.seq as number}`
}

async function pages(call: Call, query = '', cursor?: string): Promise<{ names: string[]; cursor: string }> {
  const names: string[] = []
  for (let next = cursor; ; ) {
    const page = await call('GET', `/v1/events?limit=7${query}${next === undefined ? '' : `&cursor=${next}`}`)
    expect(page.status).toBe(200)
    const events = page.body.events as Record<string, unknown>[]
    next = page.body.cursor as string
    if (events.length === 0) return { names, cursor: next }
    names.push(...told(events.map((data) => ({ data }))))
  }
}

describe('the order of a stream', () => {
  it('is a source’s own, even where a later event was written by an earlier transaction', async () => {
    const source = newSource()
    const { cursor } = await pages(operate)
    const early = await beginAndHold(near.ctx)
    await sayIn(far.ctx, source, 1)
    await early.finish((tx) => say(tx, source, 2))
    expect((await pages(operate, '', cursor)).names).toEqual([`${source} 1`, `${source} 2`])
  })

  it('never passes over an event that commits late', async () => {
    const [slow, quick] = [newSource(), newSource()]
    const { cursor } = await pages(operate)
    const held = await beginAndHold(near.ctx)
    await sayIn(far.ctx, quick, 1)
    const between = await pages(operate, '', cursor)
    expect(between.names).toEqual([])
    await held.finish((tx) => say(tx, slow, 1))
    expect((await pages(operate, '', between.cursor)).names).toEqual([`${slow} 1`, `${quick} 1`])
  })
})

describe('a page', () => {
  it('follows the one before, and each event is on one page', async () => {
    const source = newSource()
    const { cursor } = await pages(operate)
    for (let seq = 1; seq <= 20; seq++) await sayIn(near.ctx, source, seq)
    const { names } = await pages(operate, '', cursor)
    expect(names).toEqual(Array.from({ length: 20 }, (_, i) => `${source} ${i + 1}`))
  })

  it('from now on is empty, and says where to go on', async () => {
    const source = newSource()
    const now = await operate('GET', '/v1/events?from=now')
    expect(now.body.events).toEqual([])
    await sayIn(near.ctx, source, 1)
    expect((await pages(operate, '', now.body.cursor as string)).names).toEqual([`${source} 1`])
  })

  it.each(['x', 'W10x', Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[["all","-1","",0]]').toString('base64url'), Buffer.from('[["all","99999999999999999999","",0]]').toString('base64url'), Buffer.from('[["all","1","\'; drop table event",0]]').toString('base64url')])(
    'with a cursor that was made up is refused: %s',
    async (cursor) => {
      expect(await operate('GET', `/v1/events?cursor=${cursor}`)).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ field: 'cursor' }] } })
    },
  )
})

describe('a member', () => {
  it('hears what is told to them, and to a group while they are in it, in pages and live alike', async () => {
    const [an, bei] = [await person('安'), await person('贝')]
    const groupId = await groupOf(near.ctx, '一家人', [bei.id])
    const listening = await live(far, an.token)
    const { cursor } = await pages(an.call)
    const [own, before, during, after, others] = [newSource(), newSource(), newSource(), newSource(), newSource()]
    await sayIn(near.ctx, own, 1, [an.id])
    await sayIn(near.ctx, before, 1, [groupId])
    expect((await operate('POST', `/v1/groups/${groupId}/members`, { body: { memberIds: [an.id] } })).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 10))
    await sayIn(near.ctx, during, 1, [groupId, bei.id])
    expect((await operate('DELETE', `/v1/groups/${groupId}/members/${an.id}`)).status).toBeLessThan(300)
    await new Promise((resolve) => setTimeout(resolve, 10))
    await sayIn(near.ctx, after, 1, [groupId])
    await sayIn(near.ctx, others, 1, [bei.id])
    await sayIn(near.ctx, own, 2, [an.id])
    await listening.until((frames) => frames.some((frame) => nameOf(frame) === `${own} 2`))
    const expected = [`${own} 1`, `${during} 1`, `${own} 2`]
    expect(told(listening.events())).toEqual(expected)
    expect((await pages(an.call, '', cursor)).names).toEqual(expected)
  })

  it('hears of an event once, though it is told to them and to their group', async () => {
    const an = await person('安')
    const groupId = await groupOf(near.ctx, '一家人', [an.id])
    const { cursor } = await pages(an.call)
    const listening = await live(near, an.token)
    const source = newSource()
    await sayIn(near.ctx, source, 1, [an.id, groupId])
    await sayIn(near.ctx, source, 2, [an.id])
    await listening.until((frames) => frames.some((frame) => nameOf(frame) === `${source} 2`))
    expect(told(listening.events())).toEqual([`${source} 1`, `${source} 2`])
    expect((await pages(an.call, '', cursor)).names).toEqual([`${source} 1`, `${source} 2`])
  })
})

describe('a packet’s stream', () => {
  it('tells its payer everything and its recipient what they may know, live, through two servers', async () => {
    const [an, bei, out] = [await person('安', 1_000n), await person('贝'), await person('外')]
    const sent = await an.call('POST', '/v1/packets', { body: { kind: 'direct', recipientIds: [bei.id], total: 100, count: 1 } })
    const topic = `packet:${sent.body.id as string}`
    expect((await stream(far, bei.token, `?topics=${topic}`)).status).toBe(404)
    const payer = await live(far, an.token, `?topics=${topic}`)
    expect(payer.events().map(({ data }) => data.kind)).toEqual(['packet.sent'])
    await service.forward(minuteMs)
    await service.sweep()
    const recipient = await live(far, bei.token, `?topics=${topic},me`)
    expect((await stream(far, out.token, `?topics=${topic}`)).status).toBe(404)
    expect((await bei.call('POST', `/v1/packets/${sent.body.id as string}/claims`)).status).toBeLessThan(300)
    const kinds = (listening: Listening) => listening.events().filter(({ data }) => data.topic === topic).map(({ data }) => data.kind)
    const all = ['packet.sent', 'packet.delivered', 'packet.claimed', 'packet.claimed_out']
    for (const one of [payer, recipient]) await one.until((frames) => frames.some(({ data }) => data.kind === 'packet.claimed_out' && data.topic === topic))
    expect(kinds(payer)).toEqual(all)
    expect(kinds(recipient)).toEqual(all.slice(1))
    expect(recipient.events().some(({ data }) => data.kind === 'packet.sent')).toBe(false)
  })

  it('goes on by its own numbers after a lost connection', async () => {
    const an = await person('安', 1_000n)
    const bei = await person('贝')
    const sent = await an.call('POST', '/v1/packets', { body: { kind: 'direct', recipientIds: [bei.id], total: 100, count: 1 } })
    const topic = `?topics=packet:${sent.body.id as string}`
    const first = await live(near, an.token, topic)
    const lastId = first.events().at(-1)!.id!
    first.stop()
    expect((await an.call('POST', `/v1/packets/${sent.body.id as string}/undo`)).status).toBe(200)
    const second = await live(far, an.token, topic, lastId)
    await second.until(() => second.events().length > 0)
    expect(second.events().map(({ data }) => [data.seq, data.kind])).toEqual([[2, 'packet.undone']])
  })
})

describe('a source whose events were placed out of order by another writer', () => {
  it('is told in its own order all the same', async () => {
    const an = await person('安', 1_000n)
    const bei = await person('贝')
    const sent = await an.call('POST', '/v1/packets', { body: { kind: 'direct', recipientIds: [bei.id], total: 100, count: 1 } })
    const id = sent.body.id as string
    const listening = await live(near, an.token, `?topics=packet:${id}`)
    const [early, late] = [new pg.Client({ connectionString: service.url }), new pg.Client({ connectionString: service.url })]
    await Promise.all([early.connect(), late.connect()])
    const insert = `insert into event (source_id, seq, kind, at, data) values ($1, $2, 'packet.paused', now(), '{}')`
    await early.query('begin')
    await early.query('select pg_current_xact_id()')
    await late.query(insert, [id, 2])
    await early.query(insert, [id, 3])
    await early.query('commit')
    await listening.until(() => listening.events().length >= 3)
    expect(listening.events().map(({ data }) => data.seq)).toEqual([1, 2, 3])
    await Promise.all([early.end(), late.end()])
  })
})

describe('under load', () => {
  it('whoever joins, leaves and comes back hears every event once, each source in order', async () => {
    const writers = 4
    const each = 60
    const written: string[] = []
    const { cursor } = await pages(operate)
    const listeners = Array.from({ length: 6 }, async (_, i) => {
      const heard: string[] = []
      let lastId = cursor
      const server = i % 2 ? near : far
      for (let again = true; again; ) {
        const listening = await stream(server, operator, '', lastId)
        const enough = i < 2 ? Infinity : heard.length + 10 + i * 7
        await listening.until(() => heard.length + told(listening.events()).length >= Math.min(enough, writers * each))
        const events = listening.events()
        listening.stop()
        heard.push(...told(events))
        lastId = events.at(-1)?.id ?? lastId
        again = heard.length < writers * each
      }
      return heard
    })
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const source = newSource()
        for (let seq = 1; seq <= each; seq++) {
          await (writer % 2 ? near : far).ctx.db.transaction(async (tx) => {
            await say(tx, source, seq)
            if (seq % 5 === 0) await new Promise((resolve) => setTimeout(resolve, writer * 3))
          })
          written.push(`${source} ${seq}`)
        }
      }),
    )
    for (const heard of await Promise.all(listeners)) {
      expect([...heard].sort()).toEqual([...written].sort())
      for (const source of new Set(heard.map((name) => name.split(' ')[0]!))) {
        const seqs = heard.filter((name) => name.startsWith(source)).map((name) => Number(name.split(' ')[1]))
        expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
      }
    }
    expect((await pages(operate, '', cursor)).names.sort()).toEqual([...written].sort())
  })

  it('hears within a second of what no process here has hinted at', async () => {
    const listening = await live(near, operator, '?from=now')
    const source = newSource()
    const sql = new pg.Client({ connectionString: service.url })
    await sql.connect()
    const from = performance.now()
    await sql.query(insertEvent.text, [source, 1, 'member.changed', new Date(), '{}', []])
    await listening.until((frames) => frames.some((frame) => nameOf(frame) === `${source} 1`))
    expect(performance.now() - from).toBeLessThan(1_000)
    await sql.end()
  })

  it('is told of a commit on the same server at once, and on another within a second', async () => {
    const [here, there] = [await live(near, operator, '?from=now'), await live(far, operator, '?from=now')]
    const source = newSource()
    await sayIn(near.ctx, source, 1)
    const from = performance.now()
    await here.until((frames) => frames.some((frame) => nameOf(frame) === `${source} 1`))
    await there.until((frames) => frames.some((frame) => nameOf(frame) === `${source} 1`))
    expect(performance.now() - from).toBeLessThan(1_000)
  })
})

describe('a stream ends, and says why', () => {
  it('when its session is revoked, on any server', async () => {
    const an = await person('安')
    const listening = await live(far, an.token)
    await near.ctx.db.transaction((tx) => revokeSession(tx, { memberId: an.id, sessionId: an.sessionId, by: 'test' }))
    await listening.closed
    expect(listening.frames.at(-1)).toMatchObject({ event: 'end', data: { code: 'token_revoked' } })
  })

  it('when its session expires', async () => {
    const an = await person('安')
    const listening = await live(near, an.token)
    await service.forward(2 * 86_400_000)
    await listening.closed
    expect(listening.frames.at(-1)).toMatchObject({ event: 'end', data: { code: 'token_expired' } })
  })

  it('when its server stops; another goes on from the last id', async () => {
    const third = await serverOf(service.another().ctx)
    const listening = await live(third, operator, '?from=now')
    const source = newSource()
    await sayIn(near.ctx, source, 1)
    await listening.until((frames) => frames.some((frame) => nameOf(frame) === `${source} 1`))
    await third.app.stop()
    await listening.closed
    expect(listening.frames.at(-1)).toMatchObject({ event: 'end', data: { code: 'server_stopping' } })
    await sayIn(near.ctx, source, 2)
    const next = await stream(near, operator, '', listening.events().at(-1)!.id!)
    await next.until((frames) => frames.some((frame) => nameOf(frame) === `${source} 2`))
    expect(told(next.events())).toEqual([`${source} 2`])
  })

  it('when its listener does not keep up', async () => {
    const { hostname, port } = new URL(near.url)
    const socket = await new Promise<Socket>((resolve) => {
      const one: Socket = connect({ host: hostname, port: Number(port) }, () => resolve(one))
    })
    socket.write(`GET /v1/events?from=now HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer ${operator}\r\n\r\n`)
    let text = ''
    socket.on('data', (part) => (text += part.toString()))
    await vi.waitFor(() => expect(text).toContain('event: ready'))
    socket.pause()
    const source = newSource()
    const big = { text: 'x'.repeat(60_000) }
    for (let seq = 1; seq <= 150; seq++) await sayIn(near.ctx, source, seq, [], big)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()))
    socket.resume()
    await ended
    expect(text.match(/^id: /gm)!.length).toBeLessThan(150)
    expect(text).toContain('"code":"slow_consumer"')
  })
})

describe('a caller', () => {
  it('has only so many streams at a time', async () => {
    const app = await createApp(service.ctx, { limits: 'off', streamsMax: 2 })
    const url = `${await app.app.listen({ host: '127.0.0.1', port: 0 })}/v1/events`
    const two = [await live({ ctx: service.ctx, app, url }, operator), await live({ ctx: service.ctx, app, url }, operator)]
    expect((await stream({ ctx: service.ctx, app, url }, operator)).status).toBe(429)
    two[0]!.stop()
    await vi.waitFor(async () => expect((await stream({ ctx: service.ctx, app, url }, operator)).status).toBe(200), { timeout: 2_000 })
    await app.stop()
  })
})
