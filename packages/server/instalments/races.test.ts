/** The clock, a hand and a release at once, through two servers on one database: each part is paid once. */

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { hourMs, minuteMs } from '@laisee/core/instant.ts'
import { startOfChinaDate } from '@laisee/core/law/china-date.ts'
import { auditEverything } from '../audit/audit.ts'
import type { Db } from '../db/db.ts'
import { payInstalments } from '../jobs/pay-instalments.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { acceptInstalments } from './answer-proposal.ts'
import { payInstalment } from './pay-parts.ts'
import { proposeInstalments } from './propose.ts'
import { releaseInstalments } from './settle.ts'

let callers: Callers
let servers: readonly [Db, Db]
let ann: Person
let bob: Person

beforeAll(async () => {
  callers = await openCallers()
  servers = [callers.service.ctx.db, callers.service.another().ctx.db]
})
afterAll(async () => {
  expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
  await callers.close()
})
beforeEach(async () => {
  await callers.service.freeze(Date.UTC(2026, 10, 22, 4))
  ann = await callers.person('安', 100_000n)
  bob = await callers.person('波')
})

/** An inbox tells what stands below the oldest running transaction of the whole database server. */
async function inboxOf(person: Person): Promise<unknown> {
  const [last] = await callers.rows('select pg_current_xact_id()::text as id')
  const past = 'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as past'
  await expect.poll(async () => (await callers.rows(past, last!.id))[0]!.past, { timeout: 10_000 }).toBe(true)
  return (await person.call('GET', '/v1/inbox')).body.items
}

const balance = async (person: Person) => Number((await person.call('GET', '/v1/wallet')).body.balance)

/** Two parts of a hundred fen each, to be taken on their days. */
async function agreed(): Promise<string> {
  const sent = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 200, delayS: 0 })
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  const plan = { count: 2, firstOn: '2026-11-30', every: 'week' }
  const about = String(sent.body.id)
  const { body } = await ann.call('POST', '/v1/instalments', { about, principal: 200, plan })
  await bob.call('POST', `/v1/instalments/${String(body.id)}/accept`, { version: 1, consent: true })
  return String(body.id)
}

it('a part that is due against the same part by hand: paid once, told once', async () => {
  for (let round = 0; round < 4; round++) {
    await callers.service.freeze(Date.UTC(2026, 10, 22, 4))
    const [id, before] = [await agreed(), await balance(bob)]
    await callers.service.freeze(startOfChinaDate('2026-11-30') + 9 * hourMs)
    const pay = (db: Db) =>
      db.transaction((tx) => payInstalment(tx, { instalmentsId: id, memberId: bob.id, no: 1 }))
    await Promise.allSettled([
      pay(servers[round % 2]!),
      ...servers.map((db) => payInstalments(db)),
      pay(servers[1]),
    ])
    expect(await balance(bob)).toBe(before - 100)
    const told = (await callers.events(id)).slice(2)
    expect(told).toMatchObject([
      { kind: 'instalments.paid', audience: [ann.id, bob.id].sort(), data: { parts: [1], paidNow: 100 } },
    ])
    const [newest] = (await inboxOf(ann)) as { kind: string }[]
    expect(newest).toMatchObject({ kind: 'instalment_received', sourceId: id })
    // What they paid by hand is no news to them; what the clock took is.
    const taken = (await inboxOf(bob)) as { kind: string; sourceId: string }[]
    expect(taken.some((one) => one.kind === 'instalment_taken' && one.sourceId === id)).toBe(
      told[0]!.data.by === 'clock',
    )
    await ann.call('POST', `/v1/instalments/${id}/release`)
  }
})

it('a release against a payment: what was paid stays, and nothing is paid after it', async () => {
  for (let round = 0; round < 4; round++) {
    const [id, before] = [await agreed(), await balance(bob)]
    const works = [
      servers[0].transaction((tx) => releaseInstalments(tx, { instalmentsId: id, memberId: ann.id })),
      servers[1].transaction((tx) => payInstalment(tx, { instalmentsId: id, memberId: bob.id, no: 'all' })),
    ]
    const [, paid] = await Promise.allSettled(works)
    const isPaid = paid!.status === 'fulfilled'
    expect(await balance(bob)).toBe(isPaid ? before - 200 : before)
    expect((await bob.call('GET', `/v1/instalments/${id}`)).body.state).toBe(isPaid ? 'paid' : 'released')
  }
})

it('one accepts while the other edits: they agree on what was seen, or on nothing', async () => {
  for (let round = 0; round < 4; round++) {
    const sent = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 200, delayS: 0 })
    await callers.service.forward(minuteMs)
    await callers.service.sweep()
    const sourceId = String(sent.body.id)
    const plan = { count: 2, firstOn: '2026-11-30', every: 'week' }
    const { body } = await ann.call('POST', '/v1/instalments', { about: sourceId, principal: 200, plan })
    const [id, version] = [String(body.id), (body.proposed as { version: number }).version]
    const terms = { principal: 100n, interest: 0n, parts: [{ amount: 100n, dueOn: '2026-12-01' }] }
    const edit = { sourceId, memberId: ann.id, debtorId: bob.id, terms, note: null }
    const [accepted] = await Promise.allSettled([
      servers[0].transaction((tx) =>
        acceptInstalments(tx, { instalmentsId: id, memberId: bob.id, version, consent: false }),
      ),
      servers[1].transaction((tx) => proposeInstalments(tx, edit)),
    ])
    const { agreed: terms2 } = (await bob.call('GET', `/v1/instalments/${id}`)).body as {
      agreed: { version: number } | null
    }
    if (accepted.status === 'fulfilled') expect(terms2).toMatchObject({ version, principal: 200 })
    else expect(terms2).toBeNull()
    if (terms2) await ann.call('POST', `/v1/instalments/${id}/release`)
    else await ann.call('POST', `/v1/instalments/${id}/drop`)
  }
})
