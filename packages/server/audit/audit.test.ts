import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromIso, hourMs, secondMs } from '@laisee/core/instant.ts'
import type { Hold } from '@laisee/core/hold.ts'
import { claimPacket } from '../packets/claim.ts'
import { recallPacket } from '../packets/recall.ts'
import { sendPacket, type SendPacketAsk } from '../packets/send.ts'
import { openFaultPlanter, type Fault, type FaultPlanter } from '../testing/fault.ts'
import { groupOf, memberWith, startTestService, type TestService } from '../testing/service.ts'
import { sendTransfer } from '../transfers/send.ts'
import { topUp } from '../wallets/funding.ts'
import { ledgerChecks } from '../ledger/audit.ts'
import { approvalChecks } from './approval-checks.ts'
import { collectionChecks } from './collection-checks.ts'
import { disputeChecks } from './dispute-checks.ts'
import { freezeChecks } from './freeze-checks.ts'
import { ladderChecks } from './ladder-checks.ts'
import { logChecks } from '../log/log-checks.ts'
import { returnChecks } from './return-checks.ts'
import { toldChecks } from './told-checks.ts'
import { verdictChecks } from './verdict-checks.ts'
import { allChecks, auditEverything } from './audit.ts'

let service: TestService
let faults: FaultPlanter
let ann: string
let bob: string
let cai: string
let family: string

const act = <T>(work: Parameters<typeof service.ctx.db.transaction<T>>[0]) => service.ctx.db.transaction(work)

function send(change: Partial<SendPacketAsk> = {}, hold?: Hold) {
  const ask: SendPacketAsk = {
    payerId: ann,
    kind: 'equal',
    profile: 'laisee',
    total: 300n,
    count: 3,
    splitMethod: null,
    audience: 'group',
    recipientIds: [],
    groupId: family,
    greeting: '新年快乐',
    passphrase: null,
    notBefore: null,
    expireAfterMs: null,
    openAs: 'open',
    test: false,
    ...change,
  }
  return act((tx) => sendPacket(tx, service.ctx.secrets, ask, hold))
}

const claim = (packetId: string, memberId: string) =>
  claimPacket(service.ctx, { packetId, memberId, token: null, passphrase: null })

/** One packet with two claims that is open, one that is held and one that was, one that was recalled after a claim, a transfer on its way and one that arrived. */
beforeAll(async () => {
  service = await startTestService()
  await service.freeze(fromIso('2026-02-16T12:00:00Z')!)
  ann = await memberWith(service.ctx, '安', 1_000_000n)
  bob = await memberWith(service.ctx, '波', 0n)
  cai = await memberWith(service.ctx, '蔡', 0n)
  family = await groupOf(service.ctx, '家', [ann, bob, cai])
  const open = await send({ greeting: '还开着' })
  const recalled = await send({ greeting: '收回了' })
  const hold = { releaseAfterMs: null, reasons: ['own_hold_amount'] }
  await send({ greeting: '还等着' }, { ...hold, forMs: hourMs })
  await send({ greeting: '等过了' }, { ...hold, forMs: secondMs })
  const transfer = { payerId: ann, payeeId: bob, amount: 500n, note: '', profile: 'laisee' } as const
  await act((tx) => sendTransfer(tx, { ...transfer, delayS: 0 }))
  await act((tx) => sendTransfer(tx, { ...transfer, delayS: 86_400 }))
  await service.forward(10 * secondMs)
  await claim(open.id, bob)
  await claim(open.id, cai)
  await claim(recalled.id, bob)
  await act((tx) =>
    recallPacket(tx, { packetId: recalled.id, memberId: ann, manner: 'remainder', reason: 'CUST' }),
  )
  await service.sweep()
  const tables = [
    'packet',
    'claim',
    'transfer',
    'account',
    'posting',
    'event',
    'event_for',
    'member',
    'member_group',
    'spent_day',
    'spend',
    'family_month',
    'family_spend',
  ]
  faults = await openFaultPlanter(service.url, tables)
})

afterAll(async () => {
  await faults.close()
  await service.close()
})

const openPacket = `id = (select id from packet where greeting = '还开着')`
const openId = `(select id from packet where greeting = '还开着')`
const recalledId = `(select id from packet where greeting = '收回了')`
const bobId = `(select id from member where name = '波')`

const table: [check: string, fault: string, Fault][] = [
  [
    'escrows_hold_what_is_open',
    'a fen too little in escrow',
    { sql: `update account set balance = balance - 1 where owner_id = ${openId}` },
  ],
  [
    'escrows_hold_what_is_open',
    'a packet without an escrow',
    { sql: `delete from account where owner_id = ${openId}` },
  ],
  [
    'escrows_hold_what_is_open',
    'an escrow without a packet',
    { sql: `insert into account (owner_id, kind, currency) values ('pkt_gone', 'escrow', 'CNY')` },
  ],
  [
    'escrows_hold_what_is_open',
    'a packet that has counted a claim too many',
    { sql: `update packet set claimed_amount = claimed_amount + 100 where ${openPacket}` },
  ],
  [
    'escrows_hold_what_is_open',
    'a transfer on its way whose money is gone',
    {
      sql: `update account set balance = 0 where owner_id = (select id from transfer where state = 'waiting')`,
    },
  ],
  [
    'closed_escrows_are_empty',
    'a recalled packet that kept a fen',
    { sql: `update account set balance = 1 where owner_id = ${recalledId}` },
  ],
  [
    'closed_escrows_are_empty',
    'an arrived transfer that kept a fen',
    {
      sql: `update account set balance = 1 where owner_id = (select id from transfer where state = 'arrived')`,
    },
  ],
  [
    'postings_are_counted',
    'a packet with a posting too few',
    { sql: `delete from posting where source_id = ${openId} and posting_no = 3` },
  ],
  [
    'postings_are_counted',
    'a transfer that has counted one too many',
    { sql: `update transfer set posting_count = posting_count + 1 where state = 'waiting'` },
  ],
  [
    'postings_are_counted',
    'a posting of nothing known',
    { sql: `update posting set source_id = 'pkt_gone' where source_id = ${openId}` },
  ],
  [
    'ended_holds_are_told',
    'the end of a hold that nobody was told of',
    {
      sql: `update event set kind = 'packet.paused' where kind = 'packet.hold_ended' and source_id = (select id from packet where greeting = '等过了')`,
    },
  ],
  [
    'ended_holds_are_told',
    'the end of a hold that is told while it lasts',
    {
      sql: `update event set kind = 'packet.hold_ended' where source_id = (select id from packet where greeting = '还等着')`,
    },
  ],
  [
    'claims_follow_packets',
    'a claim that was lost',
    { sql: `delete from claim where packet_id = ${openId} and share_no = 2` },
  ],
  [
    'claims_follow_packets',
    'a claim of another amount',
    { sql: `update claim set amount = amount + 1 where packet_id = ${openId} and share_no = 2` },
  ],
  [
    'claims_follow_packets',
    'a share number left out',
    { sql: `update claim set share_no = 3 where packet_id = ${openId} and share_no = 2` },
  ],
  [
    'claims_follow_packets',
    'a share number given twice',
    { sql: `update claim set share_no = 1 where packet_id = ${openId} and share_no = 2` },
  ],
  [
    'claims_follow_packets',
    'a claim of no packet',
    {
      sql: `insert into claim select 'pkt_gone', member_id, 1, amount, at from claim where packet_id = ${openId} and share_no = 2`,
    },
  ],
  [
    'nobody_claims_twice',
    'a second share for one member',
    {
      sql: `insert into claim select packet_id, member_id, 3, amount, at from claim where packet_id = ${openId} and share_no = 2`,
      without: {
        table: 'claim',
        constraint: 'claim_pkey',
        again: 'alter table claim add constraint claim_pkey primary key (packet_id, member_id)',
      },
    },
  ],
  [
    'claims_follow_postings',
    'a claim that was paid to someone else',
    {
      sql: `update posting set to_owner_id = 'mem_other' where source_id = ${openId} and to_owner_id = ${bobId}`,
    },
  ],
  [
    'claims_follow_postings',
    'a claim that was never paid',
    { sql: `delete from posting where source_id = ${openId} and to_owner_id = ${bobId}` },
  ],
  [
    'claims_are_in_time',
    'a claim in the undo window',
    { sql: `update claim set at = at - interval '1 second' where packet_id = ${openId}` },
  ],
  [
    'claims_are_in_time',
    'a claim in the second of expiry',
    {
      sql: `update claim set at = (select expire_at from packet where ${openPacket}) where packet_id = ${openId}`,
    },
  ],
  [
    'claims_are_in_time',
    'a claim before its time',
    { sql: `update packet set not_before = deliver_at + interval '1 hour' where ${openPacket}` },
  ],
  [
    'events_are_numbered',
    'an event that was lost',
    { sql: `delete from event where source_id = ${openId} and seq = 1` },
  ],
  [
    'events_are_numbered',
    'the last event of a member lost',
    {
      sql: `delete from event where source_id = ${bobId} and seq = (select max(seq) from event where source_id = ${bobId})`,
    },
  ],
  [
    'events_are_numbered',
    'a group that has counted an event too many',
    { sql: `update member_group set event_count = event_count + 1` },
  ],
  [
    'events_are_numbered',
    'a number left out',
    {
      sql: `update event set seq = seq + 10 where source_id = ${openId} and seq = (select max(seq) from event where source_id = ${openId})`,
    },
  ],
  [
    'audiences_hear_events',
    'a stream that carries what was never told',
    { sql: `insert into event_for (audience_id, source_id, seq) values ('mem_x', 'pkt_gone', 1)` },
  ],
  [
    'audiences_hear_events',
    'an event that a list of those it is told to lacks',
    { sql: `delete from event_for where source_id = ${openId}` },
  ],
  [
    'audiences_hear_events',
    'an event at another place than in the stream',
    { sql: `update event_for set xid = '1' where source_id = ${openId}` },
  ],
  [
    'counters_follow_sends',
    'a day that has counted a fen too little',
    { sql: `update spent_day set amount = amount - 1` },
  ],
  [
    'counters_follow_sends',
    'a send given back that its day still counts',
    { sql: `update spend set given_back_at = at where send_id = ${openId}` },
  ],
  [
    'counters_follow_sends',
    'a family’s month that nothing was sent in',
    {
      sql: `insert into family_month (link_id, starts_at, ends_at, amount) values ('fam_x', '2026-01-01', '2026-02-01', 5)`,
    },
  ],
  [
    'sends_are_counted',
    'a packet that no counter has seen',
    { sql: `delete from spend where send_id = ${openId}` },
  ],
  [
    'sends_are_counted',
    'a recalled packet whose sum was given back',
    { sql: `update spend set given_back_at = at where send_id = ${recalledId}` },
  ],
]

describe('each check finds the fault it is there for', () => {
  it.each(table)('%s: %s', async (check, _, fault) => {
    await faults.withFault(fault, async () => {
      const report = await auditEverything(service.ctx.db)
      const found = report.checks.find((result) => result.check === check)!
      expect(found.ok).toBe(false)
      expect(found.different).toBeGreaterThan(0)
      expect(found.differences[0]!.says.length).toBeGreaterThan(10)
    })
    const after = await auditEverything(service.ctx.db)
    expect(after.checks.filter((result) => !result.ok)).toEqual([])
  })

  it('every check has a fault in this table, or in that of its own tests', () => {
    const sends = [...ledgerChecks, ...ladderChecks, ...collectionChecks, ...approvalChecks, ...verdictChecks]
    const cases = [...returnChecks, ...freezeChecks, ...disputeChecks, ...toldChecks]
    const elsewhere = [...sends, ...cases, ...logChecks]
    const names = allChecks.filter((check) => !elsewhere.includes(check)).map((check) => check.name)
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => !table.some(([check]) => check === name))).toEqual([])
  })

  it('a missing fen is told in yuan, with the packet it is missing from', async () => {
    await faults.withFault(table[0]![2], async () => {
      const report = await auditEverything(service.ctx.db)
      const escrows = report.checks.find((result) => result.check === 'escrows_hold_what_is_open')!
      expect(escrows).toMatchObject({ looked: 6, different: 1 })
      expect(escrows.differences[0]!.says).toBe('has an escrow of 0.99, where 1.00 are open')
    })
  })
})

it('an audit stays clean while packets are sent and claimed, transfers move and wallets are filled', async () => {
  let running = true
  let rounds = 0
  const traffic = [
    async () => {
      const packet = await send({ kind: 'lucky', splitMethod: 'wechat', total: 100n })
      await service.forward(10 * secondMs)
      await Promise.all([ann, bob, cai].map((member) => claim(packet.id, member)))
    },
    async () => {
      await act((tx) =>
        sendTransfer(tx, { payerId: ann, payeeId: cai, amount: 1n, note: '', profile: 'laisee', delayS: 0 }),
      )
      await service.sweep()
    },
    async () => void (await act((tx) => topUp(tx, { memberId: ann, amount: 500n, reference: null }))),
  ].map(async (move) => {
    while (running) {
      await move()
      rounds++
    }
  })
  try {
    for (let audit = 0; audit < 8; audit++) {
      const before = rounds
      const report = await auditEverything(service.ctx.db)
      expect(report.checks.filter((check) => !check.ok)).toEqual([])
      while (rounds === before) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  } finally {
    running = false
    await Promise.all(traffic)
  }
  await service.forward(25 * hourMs)
  await service.sweep()
  const report = await auditEverything(service.ctx.db)
  expect(report).toMatchObject({ ok: true })
})
