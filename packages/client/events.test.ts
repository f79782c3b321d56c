import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayMs, secondMs } from '@laisee/core/instant.ts'
import { createApp, type App } from '@laisee/server/app.ts'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import { memberWith, startTestService, type TestService } from '@laisee/server/testing/service.ts'
import { topUp } from '@laisee/server/wallets/funding.ts'
import { createClient, type Laisee } from './client.ts'
import type { StreamedEvent } from './events.ts'

let service: TestService
let app: App
let baseUrl: string

beforeAll(async () => {
  service = await startTestService()
  app = await createApp(service.ctx, { limits: 'off' })
  baseUrl = await app.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app.stop()
  await service.close()
})

async function member(name: string): Promise<{ id: string; token: string; laisee: Laisee }> {
  const id = await memberWith(service.ctx, name, 0n)
  const ask = { memberId: id, lifetimeMs: dayMs, by: 'cli' }
  const { token } = await service.ctx.db.transaction((tx) => mintSession(tx, service.ctx, ask))
  return { id, token, laisee: createClient({ baseUrl, token }) }
}

const give = (memberId: string, amount: bigint) =>
  service.ctx.db.transaction((tx) => topUp(tx, { memberId, amount, reference: null }))

const amounts = (events: StreamedEvent[]) =>
  events.filter((event) => event.kind === 'wallet.topped_up').map((event) => event.data.amount)

/** The real way to the service, whose streams break off in the middle after so many bytes. */
function breakingOff(bytesMax: number): { fetch: typeof fetch; connections(): number } {
  let connections = 0
  return {
    connections: () => connections,
    fetch: async (input, init) => {
      connections += 1
      const reply = await fetch(input, init)
      let left = bytesMax
      const cut = new TransformStream<Uint8Array, Uint8Array>({
        transform(part, to) {
          to.enqueue(part.subarray(0, left))
          left -= part.length
          if (left < 0) to.error(new TypeError('terminated'))
        },
      })
      return new Response(reply.body!.pipeThrough(cut), { status: reply.status, headers: reply.headers })
    },
  }
}

describe('a stream of events', () => {
  test('tells the past, says when it is over, and goes on with what happens', async () => {
    const ann = await member('安')
    await give(ann.id, 1n)
    const over = new AbortController()
    const heard: StreamedEvent[] = []
    const onReady = () => void give(ann.id, 2n)
    for await (const event of ann.laisee.events({ from: 'start', signal: over.signal, onReady })) {
      heard.push(event)
      if (amounts(heard).length === 2) over.abort()
    }
    expect(heard[0]).toMatchObject({ kind: 'member.created', sourceId: ann.id, seq: 1 })
    expect(amounts(heard)).toEqual([1, 2])
    const page = await ann.laisee.listEvents({ query: { cursor: heard.at(-1)!.cursor } })
    expect(page.events).toEqual([])
  })

  test('tells every event once and in order, however often the connection breaks off', async () => {
    const ann = await member('安')
    for (let i = 1n; i <= 12n; i++) await give(ann.id, i)
    const way = breakingOff(1_500)
    const heard: StreamedEvent[] = []
    for await (const event of createClient({ baseUrl, token: ann.token, fetch: way.fetch }).events({
      from: 'start',
    })) {
      heard.push(event)
      if (amounts(heard).length === 12) break
    }
    expect(amounts(heard)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    const own = heard.filter((event) => event.sourceId === ann.id)
    expect(own.map((event) => event.seq)).toEqual(own.map((_, i) => i + 1))
    expect(way.connections()).toBeGreaterThan(2)
  })

  test('ends when its token is no longer good', async () => {
    const ann = await member('安')
    const listening = (async () => {
      const signOut = () => void ann.laisee.signOutMember({ path: { id: ann.id } })
      for await (const event of ann.laisee.events({ onReady: signOut })) expect(event.sourceId).toBeDefined()
    })()
    await expect(listening).rejects.toMatchObject({ name: 'RefusalError', code: 'unauthenticated' })
  })

  test('of something one may not see is refused', async () => {
    const ann = await member('安')
    const stranger = ann.laisee.events({ topics: 'packet:pkt_00000000000000000000000000' })
    await expect(stranger.next()).rejects.toMatchObject({ code: 'not_found', status: 404 })
  })

  test('ends at once when the reader stops waiting', async () => {
    const ann = await member('安')
    const over = AbortSignal.timeout(200)
    const startedAt = performance.now()
    for await (const event of ann.laisee.events({ signal: over })) expect(event).toBeDefined()
    expect(performance.now() - startedAt).toBeLessThan(3 * secondMs)
  })
})
