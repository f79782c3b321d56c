/** How streams end: each says why, and the last id is where another goes on. */

import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { revokeSession } from '../keys/revoke-session.ts'
import {
  nameOf,
  newSource,
  sayIn,
  serverOf,
  startTwoServers,
  told,
  type TwoServers,
} from './testing/two-servers.ts'

let world: TwoServers

beforeAll(async () => {
  world = await startTwoServers()
})
afterEach(() => world.stopStreams())
afterAll(() => world.close())

describe('a stream ends, and says why', () => {
  it('when its session is revoked, on any server', async () => {
    const an = await world.person('安')
    const listening = await world.live(world.far, an.token)
    await world.near.ctx.db.transaction((tx) =>
      revokeSession(tx, { memberId: an.id, sessionId: an.sessionId, by: 'test' }),
    )
    await listening.closed
    expect(listening.frames.at(-1)).toMatchObject({ event: 'end', data: { code: 'token_revoked' } })
  })

  it('when its session expires', async () => {
    const an = await world.person('安')
    const listening = await world.live(world.near, an.token)
    await world.service.forward(2 * 86_400_000)
    await listening.closed
    expect(listening.frames.at(-1)).toMatchObject({ event: 'end', data: { code: 'token_expired' } })
  })

  it('when its server stops; another goes on from the last id', async () => {
    const third = await serverOf(world.service.another().ctx)
    const listening = await world.live(third, world.operator, '?from=now')
    const source = newSource()
    await sayIn(world.near.ctx, source, 1)
    await listening.until((frames) => frames.some((frame) => nameOf(frame) === `${source} 1`))
    await third.app.stop()
    await listening.closed
    expect(listening.frames.at(-1)).toMatchObject({ event: 'end', data: { code: 'server_stopping' } })
    await sayIn(world.near.ctx, source, 2)
    const next = await world.stream(world.near, world.operator, '', listening.events().at(-1)!.id!)
    await next.until((frames) => frames.some((frame) => nameOf(frame) === `${source} 2`))
    expect(told(next.events())).toEqual([`${source} 2`])
  })

  it('when its listener does not keep up', async () => {
    const { hostname, port } = new URL(world.near.url)
    const socket = await new Promise<Socket>((resolve) => {
      const one: Socket = connect({ host: hostname, port: Number(port) }, () => resolve(one))
    })
    socket.write(
      `GET /v1/events?from=now HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer ${world.operator}\r\n\r\n`,
    )
    let text = ''
    socket.on('data', (part) => (text += part.toString()))
    await vi.waitFor(() => expect(text).toContain('event: ready'))
    socket.pause()
    const source = newSource()
    const big = { text: 'x'.repeat(60_000) }
    for (let seq = 1; seq <= 150; seq++) await sayIn(world.near.ctx, source, seq, [], big)
    // Many may be handed on at once: that too much waits is seen when there is more.
    const pause = () => new Promise((resolve) => setTimeout(resolve, 1_000))
    for (const seq of [151, 152]) await pause().then(() => sayIn(world.near.ctx, source, seq))
    await pause()
    const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()))
    socket.resume()
    await ended
    expect(text.match(/^id: /gm)!.length).toBeLessThan(152)
    expect(text).toContain('"code":"slow_consumer"')
  })
})

describe('a caller', () => {
  it('has only so many streams at a time', async () => {
    const narrow = await serverOf(world.service.ctx, 2)
    const first = await world.live(narrow, world.operator)
    await world.live(narrow, world.operator)
    const again = async () => (await world.stream(narrow, world.operator)).status
    expect(await again()).toBe(429)
    first.stop()
    await vi.waitFor(async () => expect(await again()).toBe(200), { timeout: 2_000 })
    await narrow.app.stop()
  })
})
