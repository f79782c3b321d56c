import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp, type App } from '@laisee/server/app.ts'
import { auditEverything } from '@laisee/server/audit/audit.ts'
import { startDuties, type RunningDuties } from '@laisee/server/jobs/duties.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { scopes } from '@laisee/server/keys/scopes.ts'
import { startTestService, type TestService } from '@laisee/server/testing/service.ts'
import { laiseeHere } from '../testing/run-laisee.ts'

let service: TestService
let app: App
let duties: RunningDuties
let url: string
let key: string
let folder: string

beforeAll(async () => {
  service = await startTestService()
  app = await createApp(service.ctx, { limits: 'off' })
  url = await app.app.listen({ host: '127.0.0.1', port: 0 })
  duties = startDuties(service.ctx.db, service.ctx.log, () => undefined)
  const ask = { name: 'tests', scopes, expiresAt: null, by: 'cli' }
  key = (await service.ctx.db.transaction((tx) => createKey(tx, service.ctx, ask))).token
  folder = await mkdtemp(join(tmpdir(), 'laisee-replay-'))
})
afterAll(async () => {
  await app.stop()
  await duties.stop()
  await service.close()
  await rm(folder, { recursive: true })
})

const lunch = [
  { record: 'day', id: 'a-lunch', kind: 'synthetic', name: 'Four colleagues' },
  { record: 'person', id: 'li', total: 100_000, undo_s: 5, name: '李丽' },
  { record: 'person', id: 'wang', total: 50_000, undo_s: 5, name: '王刚' },
  { record: 'person', id: 'wang2', total: 0, name: '王刚' },
  { record: 'person', id: 'zhao', total: 700, undo_s: 5, name: '赵敏' },
  { record: 'group', id: 'lunch', to: 'li wang zhao', name: '午饭' },
  {
    record: 'send',
    id: 's1',
    at: '2026-02-16T12:00:00+08:00',
    from: 'li',
    to: '#lunch',
    kind: 'lucky',
    split: 'wechat',
    total: 2_000,
    count: 2,
    claims: 'wang@0.1 li@0.4 wang@0.5 zhao@0.9',
  },
  {
    record: 'send',
    id: 's2',
    at: '2026-02-16T12:00:01+08:00',
    from: 'li',
    to: '#lunch',
    kind: 'lucky',
    split: 'provable',
    total: 3_000,
    count: 3,
    claims: 'zhao@0.2',
    then: 'recall@2',
    mis_send: 'wrong_group 想发到项目组',
  },
  {
    record: 'send',
    id: 's3',
    at: '2026-02-16T12:00:02+08:00',
    from: 'li',
    to: 'wang2',
    kind: 'direct',
    total: 8_800,
    then: 'undo@1',
    mis_send: 'wrong_person 想发给另一个王刚',
  },
  {
    record: 'send',
    id: 's4',
    at: '2026-02-16T12:00:03+08:00',
    from: 'li',
    to: 'wang2',
    kind: 'direct',
    total: 6_600,
    claims: 'wang2@0.5',
    then: 'recall@2',
    mis_send: 'wrong_person 想发给另一个王刚',
  },
  {
    record: 'send',
    id: 's5',
    at: '2026-02-16T12:00:04+08:00',
    from: 'wang',
    to: 'zhao',
    kind: 'direct',
    total: 500,
    then: 'recall@1',
    mis_send: 'extra_zero 想发 0.50',
  },
  {
    record: 'send',
    id: 's6',
    at: '2026-02-16T12:10:00+08:00',
    from: 'wang',
    to: 'zhao',
    kind: 'transfer',
    total: 12_000,
    delay_s: 7_200,
    name: '房租',
  },
  {
    record: 'send',
    id: 's7',
    at: '2026-02-16T12:10:01+08:00',
    from: 'zhao',
    to: 'link',
    kind: 'equal',
    total: 600,
    count: 3,
    expire_after_s: 60,
    claims: 'wang2@1 li@1.5',
  },
]

async function fileOf(records: readonly object[]): Promise<string> {
  const file = join(folder, 'day.jsonl')
  await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  return file
}

interface Report {
  ok: boolean
  states: Record<string, number>
  claims: { given: number; amount: number }
  refusals: Record<string, number>
  mistakes: { id: string; fate: string; says: string }[]
  money: { toppedUp: number; inWallets: number; inEscrow: number; unaccounted: number }
  disagreements: string[]
  timings: { operation: string; count: number; p50Ms: number }[]
}

describe('laisee replay', () => {
  test("plays a day as recorded on a demo world's clock, to the last expiry", async () => {
    const { status, out, err } = await laiseeHere([
      'replay',
      await fileOf(lunch),
      '--clock',
      '--json',
      '--url',
      url,
      '--key',
      key,
    ])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const report = JSON.parse(out) as Report
    expect(report).toMatchObject({
      ok: true,
      states: { arrived: 1, claimed_out: 2, expired: 1, recalled: 2, undone: 1 },
      refusals: { 'claim already_claimed_out': 1, 'recall already_claimed_out': 1 },
      money: { toppedUp: 150_700, inWallets: 150_700, inEscrow: 0, unaccounted: 0 },
      disagreements: [],
    })
    expect(report.claims.given).toBe(6)
    const fates = report.mistakes.map(({ id, fate }) => [id, fate])
    expect(Object.fromEntries(fates)).toEqual({
      s2: 'recalled_in_part',
      s3: 'undone',
      s4: 'too_late',
      s5: 'recalled',
    })
    expect(report.mistakes.find(({ id }) => id === 's4')!.says).toBe(
      'claimed first: 王刚 ¥66.00; the sender was told so (already_claimed_out)',
    )
    expect(report.timings.find(({ operation }) => operation === 'claim')).toMatchObject({ count: 8 })
    expect((await auditEverything(service.ctx.db)).ok).toBe(true)
  })

  test("plays it faster than it was on the wall's clock, and says what is still in escrow", async () => {
    const { status, out } = await laiseeHere([
      'replay',
      await fileOf(lunch),
      '--speed',
      '600',
      '--wait',
      '0',
      '--url',
      url,
      '--key',
      key,
    ])
    expect(status).toBe(0)
    expect(out).toContain('a-lunch (synthetic): 4 people, 1 groups')
    expect(out).toMatch(/Money: ¥1,507\.00 topped up = ¥[\d,.]+ in wallets \+ ¥122\.00 in escrow\n/)
    expect(out).toContain('Every wallet and every packet agrees with what was answered.')
    expect(out).toMatch(/operation +count +p50 ms +p95 ms +p99 ms/)
    expect(out).toMatch(
      /s3 {2}李丽 ¥88\.00 \(wrong_person, 想发给另一个王刚\): undone in its window; nobody has seen it/,
    )
  })

  test('of a send that the service refuses says so, and is not a success', async () => {
    const poor = lunch.map((record) => (record.id === 'zhao' ? { ...record, total: 100 } : record))
    const only = poor.filter(({ record, id }) => record !== 'send' || id === 's7')
    const { status, out } = await laiseeHere([
      'replay',
      await fileOf(only),
      '--clock',
      '--url',
      url,
      '--key',
      key,
    ])
    expect(status).toBe(1)
    expect(out).toContain('1 × send balance_too_low')
    expect(out).toContain('; 1 refused')
  })

  test.each([
    [['--key', 'lsk_nobody'], 1, /unauthenticated/],
    [['--key', 'x', '--speed', '0'], 2, /--speed must be a whole number from 1/],
    [[], 2, /--key is missing/],
  ])('names what is wrong: %j', async (words, status, message) => {
    const ran = await laiseeHere(['replay', await fileOf(lunch), '--url', url, ...words])
    expect(ran.status).toBe(status)
    expect(ran.err).toMatch(message)
  })

  test('tells a fault in the file with its line, before anything is sent', async () => {
    const file = await fileOf([...lunch, { record: 'send', id: 's9', at: 'noon' }])
    const { status, err } = await laiseeHere(['replay', file, '--url', url, '--key', key])
    expect(status).toBe(2)
    expect(err).toContain(`day.jsonl: line ${lunch.length + 1}: at is not a moment`)
    expect((await laiseeHere(['replay', join(folder, 'none'), '--url', url, '--key', key])).err).toContain(
      'none cannot be read',
    )
  })
})
