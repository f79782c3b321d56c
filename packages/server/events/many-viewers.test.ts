/** Many who look on at one packet: what is written out once for all of them is each one's own stream all the same. */

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Listening } from '../testing/listen.ts'
import { groupOf } from '../testing/service.ts'
import { startTwoServers, type TwoServers } from './testing/two-servers.ts'

const minuteMs = 60_000

let world: TwoServers

beforeAll(async () => {
  world = await startTwoServers()
})
afterEach(() => world.stopStreams())
afterAll(() => world.close())

it('each of many who look on hears every claim once and in order, and can go on from any of them', async () => {
  const an = await world.person('安', 10_000n)
  const others = await Promise.all(Array.from({ length: 24 }, (_, i) => world.person(`亲友${i}`)))
  const groupId = await groupOf(
    world.near.ctx,
    '一家人',
    [an, ...others].map(({ id }) => id),
  )
  const sent = await an.call('POST', '/v1/packets', {
    body: { kind: 'equal', groupId, total: 2_400, count: 24 },
  })
  const packetId = sent.body.id as string
  const topic = `packet:${packetId}`
  await world.service.forward(minuteMs)
  await world.service.sweep()
  const one = await Promise.all(
    others.slice(0, 12).map(({ token }) => world.live(world.near, token, `?topics=${topic}`)),
  )
  const two = await Promise.all(
    others.slice(12).map(({ token }) => world.live(world.near, token, `?topics=${topic},me`)),
  )

  const claims = await Promise.all(others.map(({ call }) => call('POST', `/v1/packets/${packetId}/claims`)))
  expect(claims.map(({ body }) => body.amount)).toEqual(claims.map(() => 100))
  for (const { id } of others) expect(await balanceOf(id)).toBe(100)

  const ofPacket = (listening: Listening) => listening.events().filter(({ data }) => data.topic === topic)
  const isEnd = ({ data }: { data: Record<string, unknown> }) =>
    data.kind === 'packet.claimed_out' && data.topic === topic
  for (const listening of [...one, ...two]) await listening.until((frames) => frames.some(isEnd))
  const first = ofPacket(one[0]!)
  expect(first.map(({ data }) => data.seq)).toEqual(first.map((_, i) => i + 2))
  const claimers = first.flatMap(
    ({ data }) => (data.data as { claims?: { memberId: string }[] }).claims ?? [],
  )
  expect(claimers.map(({ memberId }) => memberId).sort()).toEqual(others.map(({ id }) => id).sort())
  for (const listening of one) expect(ofPacket(listening)).toEqual(first)
  for (const listening of two)
    expect(ofPacket(listening).map(({ data }) => data)).toEqual(first.map(({ data }) => data))

  const resumed = await world.live(world.far, others[0]!.token, `?topics=${topic}`, first[0]!.id)
  expect(ofPacket(resumed)).toEqual(first.slice(1))
})

async function balanceOf(memberId: string): Promise<number> {
  return (await world.operate('GET', `/v1/members/${memberId}/wallet`)).body.balance as number
}
