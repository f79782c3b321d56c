/** The log from an event to a receipt that its holder checks alone, and what an audit says of one that was altered. */

import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openCheckpoint } from '@laisee/core/log/checkpoint.ts'
import { readBase64 } from '@laisee/core/log/base64.ts'
import { isConsistent } from '@laisee/core/log/merkle.ts'
import { readKey, type NoteKey } from '@laisee/core/log/note.ts'
import { checkReceipt } from '@laisee/core/log/receipt.ts'
import { auditEverything } from '../audit/audit.ts'
import { migrate } from '../db/migrate.ts'
import { statement } from '../db/statement.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { sequenceLog } from './sequence.ts'

const restToLog = statement<[], { rest: bigint }>(
  'test_rest_to_log',
  'select (select count(*) from event) - size as rest from log_head',
)

let callers: Callers
let an: Person
let bo: Person
let cy: Person
let stranger: Person

beforeAll(async () => {
  callers = await openCallers()
  await callers.service.freeze(Date.UTC(2026, 10, 22, 8))
  an = await callers.person('安', 100_000n)
  bo = await callers.person('波')
  cy = await callers.person('晨')
  stranger = await callers.person('路人')
})
afterAll(() => callers.close())

/** Put everything into the log that has happened: events wait for every write of the database server that began before. */
async function logAll(): Promise<void> {
  const { db } = callers.service.ctx
  await vi.waitFor(
    async () => {
      await sequenceLog(db)
      expect(await db.run(restToLog)).toEqual([{ rest: 0n }])
    },
    { timeout: 30_000, interval: 50 },
  )
}

interface Head {
  checkpoint: { size: number; note: string }
  keys: string[]
}

async function head() {
  const { body } = await stranger.call('GET', '/v1/log/checkpoint')
  const { checkpoint, keys } = body as unknown as Head
  const read = keys.map((key) => readKey(key)!)
  return { keys: read, checkpoint: openCheckpoint(checkpoint.note, read)! }
}

async function receiptsOf(person: Person, sourceId: string) {
  const { body } = await person.call('GET', `/v1/log/receipts?sourceId=${sourceId}`)
  return body.items as { kind: string; receipt: string }[]
}

async function claimedPacket(): Promise<string> {
  const body = { kind: 'equal', recipientIds: [bo.id, cy.id], total: 600, count: 2 }
  const sent = await an.call('POST', '/v1/packets', body)
  const id = String(sent.body.id)
  await callers.service.forward(20_000)
  await callers.service.sweep()
  for (const one of [bo, cy]) expect((await one.call('POST', `/v1/packets/${id}/claims`)).status).toBe(200)
  await logAll()
  return id
}

const checked = (receipt: string, keys: readonly NoteKey[]) => {
  const found = checkReceipt(receipt, keys)
  if ('fault' in found) throw new Error(found.fault)
  return found
}

it('payer and recipients each have receipts that hold, with their own share and nobody else’s', async () => {
  const id = await claimedPacket()
  const { keys } = await head()
  const sent = (await receiptsOf(an, id)).find(({ kind }) => kind === 'packet.sent')!
  expect(checked(sent.receipt, keys).shown[0]!.what).toMatchObject({
    source: id,
    seq: 1,
    data: { total: 600 },
  })
  for (const one of [bo, cy]) {
    const lines = (await receiptsOf(one, id))
      .filter(({ kind }) => kind === 'packet.claimed')
      .flatMap(({ receipt }) => checked(receipt, keys).shown.slice(1))
    expect(lines.map(({ what }) => what)).toMatchObject([{ packetId: id, memberId: one.id, amount: 300 }])
  }
  expect((await stranger.call('GET', `/v1/log/receipts?sourceId=${id}`)).body.code).toBe('not_found')
  expect((await an.call('GET', '/v1/log/receipts?sourceId=pkt_x')).body.code).toBe('not_found')
})

it('each of many who claim at once has a line of their own, though their postings were lost or a claim altered before', async () => {
  const crowd = await Promise.all(Array.from({ length: 9 }, (_, i) => callers.person(`群友${i}`)))
  const recipientIds = crowd.map(({ id }) => id)
  const sent = await an.call('POST', '/v1/packets', { kind: 'equal', recipientIds, total: 2_700, count: 9 })
  const id = String(sent.body.id)
  await callers.service.forward(20_000)
  await callers.service.sweep()
  await logAll()
  const last = crowd.at(-1)!
  await Promise.all(crowd.slice(0, -1).map((one) => one.call('POST', `/v1/packets/${id}/claims`)))
  await last.call('POST', `/v1/packets/${id}/claims`)
  const told = (await callers.events(id)).filter(({ kind }) => kind === 'packet.claimed')
  const events = told.map(({ data }) =>
    (data.claims as { memberId: string }[]).map(({ memberId }) => memberId),
  )
  const many = events.find(({ length }) => length > 2)!
  const sql = new pg.Client({ connectionString: callers.service.url })
  await sql.connect()
  await sql.query('set session_replication_role = replica')
  await sql.query('delete from posting where source_id = $1 and to_owner_id = $2', [id, many[0]])
  const addToClaim = (fen: number) =>
    sql.query('update claim set amount = amount + $3 where packet_id = $1 and member_id = $2', [
      id,
      last.id,
      fen,
    ])
  await addToClaim(1)
  await logAll()
  expect((await logCheck()).ok).toBe(false)
  await addToClaim(-1)
  expect((await logCheck()).ok).toBe(true)
  await sql.end()
  const { keys } = await head()
  for (const one of crowd) {
    const lines = (await receiptsOf(one, id))
      .filter(({ kind }) => kind === 'packet.claimed')
      .flatMap(({ receipt }) => checked(receipt, keys).shown.slice(1))
    expect(lines.map(({ what }) => what)).toMatchObject([{ memberId: one.id, amount: 300 }])
  }
})

it('an old checkpoint is proved to be the beginning of the newest', async () => {
  const { checkpoint: before } = await head()
  await claimedPacket()
  const { checkpoint: now } = await head()
  expect(now.size).toBeGreaterThan(before.size)
  const { body } = await stranger.call('GET', `/v1/log/consistency?from=${before.size}&to=${now.size}`)
  const path = (body.path as string[]).map((hash) => readBase64(hash)!)
  const claim = { from: before.size, to: now.size, fromRoot: before.root, toRoot: now.root, path }
  expect(isConsistent(claim)).toBe(true)
  expect(isConsistent({ ...claim, fromRoot: now.root })).toBe(false)
  for (const [from, to, field] of [
    [now.size, before.size, 'from'],
    [0, now.size + 1, 'to'],
  ] as const) {
    const refused = await stranger.call('GET', `/v1/log/consistency?from=${from}&to=${to}`)
    expect(refused.body).toMatchObject({ code: 'invalid_request', errors: [{ field }] })
  }
})

it('many sequencers at once give every event one place', async () => {
  await Promise.all(
    Array.from({ length: 12 }, () =>
      an.call('POST', '/v1/packets', { kind: 'lucky', link: true, total: 100, count: 1 }),
    ),
  )
  await Promise.all(Array.from({ length: 6 }, logAll))
  expect((await logCheck()).ok).toBe(true)
})

async function logCheck() {
  const { checks } = await auditEverything(callers.service.ctx.db)
  return checks.find(({ check }) => check === 'log_holds')!
}

describe('an altered database is told on', () => {
  let sql: pg.Client

  beforeAll(async () => {
    await claimedPacket()
    sql = new pg.Client({ connectionString: callers.service.url })
    await sql.connect()
    await sql.query('set session_replication_role = replica')
  })
  beforeEach(async () => {
    await logAll()
    expect(await logCheck()).toMatchObject({ ok: true })
  })
  afterAll(() => sql.end())

  /** Alter, see what is said, and put it back as it was. */
  async function alteredBy(change: string, table: string): Promise<string[]> {
    await sql.query(`create temporary table kept as table ${table}`)
    await sql.query(change)
    const { ok, differences } = await logCheck()
    await sql.query(`delete from ${table}`)
    await sql.query(`insert into ${table} select * from kept`)
    await sql.query('drop table kept')
    expect(ok).toBe(false)
    return differences.map(({ about, says }) => `${about} ${says}`)
  }

  it.each([
    [
      'an event that says something else',
      `update event set data = '{"total":1}' where (source_id, seq) = (select source_id, seq from log_leaf where idx = 3)`,
      'event',
      /^leaf 3 of the log is not what event \d+ of \S+ says now$/,
    ],
    [
      'an event that is gone',
      `delete from event where (source_id, seq) = (select source_id, seq from log_leaf where idx = 4)`,
      'event',
      /^leaf 4 of the log is of event \d+ of \S+, which is not there: taken out$/,
    ],
    [
      'a share of another sum',
      `update claim set amount = amount + 1`,
      'claim',
      /^leaf \d+ of the log is not what event/,
    ],
    [
      'a leaf that is gone',
      'delete from log_leaf where idx = 5',
      'log_leaf',
      /^leaf 5 of the log is missing$/,
    ],
    [
      'leaves that changed places',
      'update log_leaf set idx = case idx when 1 then 1000000 when 2 then 1 else 2 end where idx in (1, 2)',
      'log_leaf',
      /^leaf \d+ of the log is out of order$|is missing$/,
    ],
    [
      'another hash in the tree',
      `update log_tile set hashes = overlay(hashes placing '\\xff'::bytea from 40 for 1) where level = 0`,
      'log_tile',
      /^tile 0\/0 of the log is not what the leaves under it come to$/,
    ],
    [
      'a checkpoint with another root',
      `update log_checkpoint set root = sha256('x') where size = (select min(size) from log_checkpoint)`,
      'log_checkpoint',
      /^the checkpoint of \d+ leaves has another root than the tree$/,
    ],
    [
      'a checkpoint that was taken out of their middle',
      `delete from log_checkpoint where size = (select size from log_checkpoint order by size offset 1 limit 1)`,
      'log_checkpoint',
      /^the checkpoint of \d+ leaves does not follow from that of \d+ leaves: altered, or one is missing$/,
    ],
    [
      'a checkpoint of another moment',
      `update log_checkpoint set at = at - interval '1 millisecond' where size = (select max(size) from log_checkpoint)`,
      'log_checkpoint',
      /^the checkpoint of \d+ leaves does not follow from that of \d+ leaves/,
    ],
    [
      'an event that was put in afterwards',
      `insert into event (source_id, seq, kind, at, data, audience, xid)
       values ('pkt_late', 1, 'packet.sent', now(), '{}', '{}', '1')`,
      'event',
      /^event 1 of pkt_late \(packet.sent\) stands where the log has come to and is no leaf of it/,
    ],
    [
      'a log that was rolled back',
      'delete from log_leaf where idx >= (select size from log_head) - 2',
      'log_leaf',
      /^the log has counted \d+ leaves; \d+ are there$/,
    ],
  ])('%s', async (_what, change, table, says) => {
    const said = await alteredBy(change, table)
    expect(
      said.some((line) => says.test(line)),
      said.join('\n'),
    ).toBe(true)
  })

  it('R27: leaves and checkpoints from before a migration hold after it', async () => {
    const before = await head()
    await sql.query('alter table log_checkpoint drop column chain')
    await sql.query('delete from migration where no = 21')
    expect(await migrate(callers.service.url)).toEqual([21])
    expect(await logCheck()).toMatchObject({ ok: true })
    expect(await head()).toEqual(before)
    await logAll()
    expect(await logCheck()).toMatchObject({ ok: true })
  })
})
