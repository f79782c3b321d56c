import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, type Laisee } from '@laisee/client/client.ts'
import { createApp, type App } from '@laisee/server/app.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { scopes } from '@laisee/server/keys/scopes.ts'
import { startTestService, type TestService } from '@laisee/server/testing/service.ts'
import { Books } from './books.ts'
import { makeCast, type Cast } from './cast.ts'
import { Crowd } from './crowd.ts'
import type { Day, Send } from './day.ts'
import { Play } from './play.ts'
import { reportLines, reportOf } from './report.ts'
import { settle } from './settle.ts'
import { clockStage } from './stage.ts'
import { Stopwatch } from './timing.ts'

let service: TestService
let app: App
let baseUrl: string
let operator: Laisee

beforeAll(async () => {
  service = await startTestService()
  app = await createApp(service.ctx, { limits: 'off' })
  baseUrl = await app.app.listen({ host: '127.0.0.1', port: 0 })
  const ask = { name: 'tests', scopes, expiresAt: null, by: 'cli' }
  const { token } = await service.ctx.db.transaction((tx) => createKey(tx, service.ctx, ask))
  operator = createClient({ baseUrl, token })
})
afterAll(async () => {
  await app.stop()
  await service.close()
})

const gift: Send = {
  id: 's1',
  at: 0,
  from: 'ann',
  to: { way: 'members', ids: ['bob'] },
  kind: 'direct',
  total: 520n,
  count: 1,
  split: null,
  greeting: '',
  expireAfterS: null,
  delayS: null,
  claims: [{ by: 'bob', afterMs: 100 }],
  steps: [],
  mistake: null,
}
const day: Day = {
  name: 'two',
  about: '',
  synthetic: true,
  people: [
    { id: 'ann', name: '安', wallet: 1_000n, undoS: 5 },
    { id: 'bob', name: '波', wallet: 0n, undoS: null },
  ],
  groups: [],
  sends: [gift],
}

/** Play the day, let something happen behind the player's back, and settle. */
async function played(meanwhile: (cast: Cast, books: Books) => Promise<unknown>) {
  const [crowd, stopwatch, books] = [new Crowd(8), new Stopwatch(), new Books()]
  const cast = await makeCast(day, { baseUrl, operator, crowd, stopwatch, onPerson: () => undefined })
  for (const { id, wallet } of day.people) books.begin(id, wallet)
  const stage = await clockStage(operator, crowd)
  const play = new Play({ day, cast, books, stage, stopwatch, onPlayed: () => undefined })
  await play.run()
  await meanwhile(cast, books)
  const ask = { operator, cast, books, stage, crowd, patienceMs: 0, sweepPatienceMs: 0 }
  const readBack = await settle(play.outcomes, ask)
  return reportOf({ day, play, readBack, books, stopwatch, tookMs: 1 })
}

test('a day that nobody meddled with agrees to the fen', async () => {
  const report = await played(() => Promise.resolve())
  expect(report).toMatchObject({
    ok: true,
    states: { claimed_out: 1 },
    money: { toppedUp: 1_000n, inWallets: 1_000n, inEscrow: 0n },
  })
})

test('a fen that nobody was answered about is found, with the wallet it is in', async () => {
  const report = await played(async ({ people }) => {
    const { id } = people.get('bob')!
    await operator.topUp({ body: { memberId: id, amount: 1 } })
  })
  expect(report.ok).toBe(false)
  expect(report.money).toMatchObject({ toppedUp: 1_000n, inWallets: 1_001n, unaccounted: -1n })
  expect(report.disagreements).toHaveLength(1)
  expect(report.disagreements[0]).toMatch(
    /^the wallet of bob \(mem_\w+\) holds 521 fen, and 520 by the answers$/,
  )
  expect(reportLines(report).join('\n')).toContain('1 DISAGREEMENT')
})

test('a share that was answered and is not there is found, with the packet', async () => {
  const report = await played((_, books) => {
    books.claimed('s1', 'ann', 3n)
    return Promise.resolve()
  })
  expect(report.ok).toBe(false)
  expect(report.disagreements.join('\n')).toMatch(
    /s1 \(pkt_\w+\): 520 fen are claimed by the service, 523 by the answers/,
  )
})

test('a share that changes when it is asked for again is found', () => {
  const books = new Books()
  books.begin('ann', 10n)
  books.sent('s1', 'ann', 10n)
  books.claimed('s1', 'ann', 4n)
  books.claimed('s1', 'ann', 4n)
  expect(books.disagreements).toEqual([])
  books.claimed('s1', 'ann', 5n)
  expect(books.disagreements).toEqual(['ann was given 4 fen of s1 and then 5'])
})
