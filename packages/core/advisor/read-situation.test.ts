import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from './advise.ts'
import { contradictionIds, type ContradictionId } from './contradictions.ts'
import { readSituation } from './read-situation.ts'
import { nothingKnown } from './situation.ts'
import { testNow } from './testing/situations.ts'

const read = (json: unknown) => readSituation(json, testNow)

function problemsOf(json: unknown): string[] {
  const reading = read(json)
  return 'problems' in reading ? reading.problems.map((problem) => problem.field) : []
}

function contradictionsIn(json: unknown) {
  const reading = read(json)
  if ('problems' in reading) throw new Error(reading.problems.map((it) => `${it.field} ${it.message}`).join())
  return reading
}

const ledger = {
  id: 'pkt_1',
  phase: 'unclaimed',
  deliverAt: '2026-10-23T11:00:00Z',
  backAt: '2026-10-24T11:00:00Z',
  recallUntil: '2026-10-24T11:00:00Z',
  shares: 5,
  claimedShares: 0,
  claimedAmount: 0,
  can: ['recall'],
}

describe('a situation', () => {
  test('of nothing is read as nothing known', () => {
    expect(read({})).toEqual({ situation: nothingKnown, contradictions: [] })
    const unknown = Object.fromEntries(Object.keys(nothingKnown).map((field) => [field, 'unknown']))
    expect(read(unknown)).toEqual({ situation: nothingKnown, contradictions: [] })
  })

  test('is read with its moments in any time zone, summer time among them', () => {
    const { situation } = contradictionsIn({
      platform: 'wechat',
      sentAt: '2026-10-23T05:00:00-04:00',
      noticedAt: '2026-10-23T17:30:00+08:00',
      amount: 744_000,
      evidence: ['chat', 'payment_record', 'chat'],
      province: 'LN',
    })
    expect(situation).toMatchObject({
      sentAt: Date.parse('2026-10-23T09:00:00Z'),
      noticedAt: Date.parse('2026-10-23T09:30:00Z'),
      amount: 744_000n,
      evidence: ['payment_record', 'chat'],
    })
  })

  test('takes the small letters that RFC 3339 allows in a moment', () => {
    const { situation } = contradictionsIn({ sentAt: '2026-10-23t09:00:00z' })
    expect(situation.sentAt).toBe(Date.parse('2026-10-23T09:00:00Z'))
  })

  test('of our own ledger is read with what can be done', () => {
    const { situation } = contradictionsIn({
      platform: 'laisee',
      product: 'lucky',
      cause: 'wrong_group',
      ledger,
    })
    expect(situation).toMatchObject({ phase: 'unclaimed', claimedAmount: 0n, platform: 'laisee' })
    const [first] = advise(situation, testNow).steps
    expect(first).toMatchObject({ id: 'recall_here', power: 'recall' })
    expect(first?.by.at).toBe(Date.parse('2026-10-24T11:00:00Z'))
  })
})

describe('bad input is named by its field', () => {
  test.each<[unknown, string[]]>([
    [null, ['']],
    ['wechat', ['']],
    [[], ['']],
    [42, ['']],
    [{ platform: 'WeChat' }, ['platform']],
    [{ platform: ['wechat'] }, ['platform']],
    [{ platform: 'toString' }, ['platform']],
    [{ product: 'packet' }, ['product']],
    [{ phase: true }, ['phase']],
    [{ cause: 'fraud' }, ['cause']],
    [{ relation: '' }, ['relation']],
    [{ reachability: 0 }, ['reachability']],
    [{ waiver: '算了' }, ['waiver']],
    [{ amount: '100' }, ['amount']],
    [{ amount: 1.5 }, ['amount']],
    [{ amount: -1 }, ['amount']],
    [{ amount: 1e300 }, ['amount']],
    [{ amount: Number.NaN }, ['amount']],
    [{ amount: 2 ** 53 }, ['amount']],
    [{ claimedAmount: {} }, ['claimedAmount']],
    [{ sentAt: '2026-10-23' }, ['sentAt']],
    [{ sentAt: '2026-10-23T12:00:00' }, ['sentAt']],
    [{ sentAt: '2026-02-30T12:00:00Z' }, ['sentAt']],
    [{ sentAt: '2026-10-23T24:30:00Z' }, ['sentAt']],
    [{ sentAt: 'yesterday' }, ['sentAt']],
    [{ sentAt: 1_760_000_000_000 }, ['sentAt']],
    [{ noticedAt: '２０２６-10-23T12:00:00Z' }, ['noticedAt']],
    [{ noticedAt: 'x'.repeat(100_000) }, ['noticedAt']],
    [{ evidence: 'chat' }, ['evidence']],
    [{ evidence: ['chat', 'gossip'] }, ['evidence']],
    [{ evidence: Array.from({ length: 10_000 }, () => 'chat') }, ['evidence']],
    [{ province: '浙江' }, ['province']],
    [{ province: 'XX' }, ['province']],
    [{ ledger: 'pkt_1' }, ['ledger']],
    [{ ledger: {} }, ['ledger.id']],
    [{ ledger: { ...ledger, id: 'mem_1' } }, ['ledger.id']],
    [{ ledger: { ...ledger, phase: 'open' } }, ['ledger.phase']],
    [{ ledger: { ...ledger, deliverAt: 'now' } }, ['ledger.deliverAt']],
    [{ ledger: { ...ledger, backAt: 'then' } }, ['ledger.backAt']],
    [{ ledger: { ...ledger, backAt: '9999-12-31T23:59:59-23:59' } }, ['ledger.backAt']],
    [{ sentAt: '0000-01-01T00:00:00+14:00' }, ['sentAt']],
    [{ ledger: { ...ledger, recallUntil: 1 } }, ['ledger.recallUntil']],
    [{ ledger: { ...ledger, shares: 0 } }, ['ledger.shares']],
    [{ ledger: { ...ledger, claimedShares: 6 } }, ['ledger.claimedShares']],
    [{ ledger: { ...ledger, claimedAmount: -1 } }, ['ledger.claimedAmount']],
    [{ ledger: { ...ledger, can: ['steal'] } }, ['ledger.can']],
    [{ surprise: 1, platform: 'x' }, ['surprise', 'platform']],
    [JSON.parse('{"__proto__": {"platform": "wechat"}}'), ['__proto__']],
    [{ constructor: 'x' }, ['constructor']],
  ])('%j', (json, fields) => {
    expect(problemsOf(json)).toEqual(fields)
  })

  test('whatever JSON it is, it is read or refused, and a plan is made of what was read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const reading = read(json)
        if ('problems' in reading) expect(reading.problems.length).toBeGreaterThan(0)
        else expect(advise(reading.situation, testNow).steps.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})

const claimedOfUnclaimed = { phase: 'unclaimed', claimedAmount: 100, amount: 200 }
const tables: readonly [ContradictionId, Record<string, unknown>, string[]][] = [
  ['in_the_future', { sentAt: '2026-10-24T12:00:00Z' }, ['sentAt']],
  ['in_the_future', { noticedAt: '2036-10-24T12:00:00Z' }, ['noticedAt']],
  ['before_packets', { sentAt: '2013-12-31T12:00:00Z' }, ['sentAt']],
  [
    'noticed_before_sent',
    { sentAt: '2026-10-22T12:00:00Z', noticedAt: '2026-10-22T11:59:59Z' },
    ['sentAt', 'noticedAt'],
  ],
  ['claimed_and_unclaimed', claimedOfUnclaimed, ['phase', 'claimedAmount']],
  ['claimed_and_unclaimed', { phase: 'claimed', claimedAmount: 0 }, ['phase', 'claimedAmount']],
  [
    'claimed_and_unclaimed',
    { phase: 'partly_claimed', claimedAmount: 200, amount: 200 },
    ['phase', 'claimedAmount'],
  ],
  ['more_claimed_than_sent', { claimedAmount: 300, amount: 200 }, ['amount', 'claimedAmount']],
  ['nothing_sent', { amount: 0 }, ['amount']],
  ['one_share_partly_claimed', { phase: 'partly_claimed', product: 'direct' }, ['phase', 'product']],
  ['undo_elsewhere', { phase: 'undo', platform: 'wechat' }, ['phase', 'platform']],
  ['wrong_group_to_one', { cause: 'wrong_group', product: 'transfer_now' }, ['cause', 'product']],
  [
    'packet_too_large',
    { platform: 'wechat', product: 'direct', amount: 500_000 },
    ['platform', 'product', 'amount'],
  ],
  [
    'waited_too_long',
    { platform: 'wechat', phase: 'unclaimed', sentAt: '2026-10-20T12:00:00Z' },
    ['phase', 'sentAt'],
  ],
  ['ledger_elsewhere', { platform: 'wechat', ledger }, ['platform']],
  ['ledger_differs', { phase: 'claimed', ledger }, ['phase', 'claimedAmount']],
]

describe('what cannot all be so is asked about and never guessed', () => {
  test.each(tables)('%s: %j', (id, json, fields) => {
    const { situation, contradictions } = contradictionsIn(json)
    expect(contradictions).toContainEqual({ id, fields })
    const ours = { platform: 'laisee', phase: 'unclaimed', claimedAmount: 0n } as Record<string, unknown>
    for (const field of fields)
      expect(situation[field as keyof typeof situation]).toEqual('ledger' in json ? ours[field] : null)
  })

  test('every contradiction there is has a case', () => {
    expect([...new Set(tables.map(([id]) => id))].sort()).toEqual([...contradictionIds].sort())
  })

  test.each([
    { platform: 'wechat', product: 'direct', amount: 52_000 },
    { platform: 'wechat', product: 'lucky', amount: 500_000 },
    { platform: 'wechat', phase: 'unclaimed', sentAt: '2026-10-22T12:30:00Z' },
    { sentAt: '2026-10-23T12:04:00Z' },
    { phase: 'partly_claimed', product: 'lucky', amount: 200, claimedAmount: 50 },
    { cause: 'wrong_group', product: 'exclusive' },
  ])('%j is possible', (json) => {
    expect(contradictionsIn(json).contradictions).toEqual([])
  })
})
