/** The order of the streams, as pages show it: each source's own, and nothing that commits late is passed over. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { newSource, pages, say, sayIn, startTwoServers, type TwoServers } from './testing/two-servers.ts'

const takeXid = statement<[], { xid: string }>('test_take_xid', 'select pg_current_xact_id()::text as xid')

let world: TwoServers

beforeAll(async () => {
  world = await startTwoServers()
})
afterAll(() => world.close())

/** Begin a transaction that has taken its number, and hold it open until it is told to finish. */
async function beginAndHold(
  ctx: Context,
): Promise<{ finish(work: (tx: Tx) => Promise<void>): Promise<void> }> {
  const begun = Promise.withResolvers<void>()
  const going = Promise.withResolvers<(tx: Tx) => Promise<void>>()
  const ended = ctx.db.transaction(async (tx) => {
    await tx.one(takeXid)
    begun.resolve()
    await (
      await going.promise
    )(tx)
  })
  await begun.promise
  return {
    finish(work) {
      going.resolve(work)
      return ended
    },
  }
}

describe('the order of a stream', () => {
  it('is a source’s own, even where a later event was written by an earlier transaction', async () => {
    const source = newSource()
    const { cursor } = await pages(world.operate)
    const early = await beginAndHold(world.near.ctx)
    await sayIn(world.far.ctx, source, 1)
    await early.finish((tx) => say(tx, source, 2))
    expect((await pages(world.operate, cursor, 2)).names).toEqual([`${source} 1`, `${source} 2`])
  })

  it('never passes over an event that commits late', async () => {
    const [slow, quick] = [newSource(), newSource()]
    const { cursor } = await pages(world.operate)
    const held = await beginAndHold(world.near.ctx)
    await sayIn(world.far.ctx, quick, 1)
    const between = await pages(world.operate, cursor)
    expect(between.names).toEqual([])
    await held.finish((tx) => say(tx, slow, 1))
    expect((await pages(world.operate, between.cursor, 2)).names).toEqual([`${slow} 1`, `${quick} 1`])
  })
})

describe('a page', () => {
  it('follows the one before, and each event is on one page', async () => {
    const source = newSource()
    const { cursor } = await pages(world.operate)
    for (let seq = 1; seq <= 20; seq++) await sayIn(world.near.ctx, source, seq)
    const { names } = await pages(world.operate, cursor, 20)
    expect(names).toEqual(Array.from({ length: 20 }, (_, i) => `${source} ${i + 1}`))
  })

  it('from now on is empty, and says where to go on', async () => {
    const source = newSource()
    const now = await world.operate('GET', '/v1/events?from=now')
    expect(now.body.events).toEqual([])
    await sayIn(world.near.ctx, source, 1)
    expect((await pages(world.operate, now.body.cursor as string, 1)).names).toEqual([`${source} 1`])
  })

  it.each([
    'x',
    'W10x',
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[["all","-1","",0]]').toString('base64url'),
    Buffer.from('[["all","99999999999999999999","",0]]').toString('base64url'),
    Buffer.from('[["all","1","\'; drop table event",0]]').toString('base64url'),
  ])('with a cursor that was made up is refused: %s', async (cursor) => {
    expect(await world.operate('GET', `/v1/events?cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ field: 'cursor' }] },
    })
  })
})
