import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { openFaultPlanter, type FaultPlanter } from '../testing/fault.ts'
import { memberWith, startTestService, type TestService } from '../testing/service.ts'
import { topUp, withdraw } from '../wallets/funding.ts'
import { auditLedger, ledgerChecks } from './audit.ts'

let service: TestService
let ctx: Context
let faults: FaultPlanter
let member: string

beforeAll(async () => {
  service = await startTestService()
  ctx = service.ctx
  member = await memberWith(ctx, '奶奶', 100_00n)
  await ctx.db.transaction((tx) => withdraw(tx, { memberId: member, amount: 30_00n, reference: '取现' }))
  await memberWith(ctx, '小明', 5_00n)
  faults = await openFaultPlanter(service.url, ['posting', 'entry', 'funding', 'account'])
})

afterAll(async () => {
  await faults.close()
  await service.close()
})

async function wrongChecks(): Promise<string[]> {
  const report = await auditLedger(ctx.db)
  expect(report.ok).toBe(report.checks.every((check) => check.ok))
  return report.checks.filter((check) => !check.ok).map((check) => check.check)
}

const ownWallet = `owner_id = (select id from member where name = '奶奶') and kind = 'wallet'`
const ownEntry = `owner_id = (select id from member where name = '奶奶')`
const ownFunding = `source_id = (select id from funding where direction = 'withdrawal')`

describe('each check finds the fault it is there for', () => {
  const table: [check: string, fault: string, sql: string][] = [
    [
      'balances_follow_postings',
      'a fen too much in a wallet',
      `update account set balance = balance + 1 where ${ownWallet}`,
    ],
    ['balances_follow_postings', 'a posting that was deleted', `delete from posting where ${ownFunding}`],
    ['balances_follow_postings', 'a wallet that was deleted', `delete from account where ${ownWallet}`],
    [
      'money_is_whole',
      'a settlement account set back',
      `update account set balance = balance + 1 where kind = 'settlement' and owner_id = (select min(owner_id) from account where kind = 'settlement')`,
    ],
    [
      'statements_are_numbered',
      'an entry that is missing',
      `delete from entry where ${ownEntry} and entry_no = 1`,
    ],
    [
      'statements_are_numbered',
      'a count that runs ahead',
      `update account set entry_count = entry_count + 1 where ${ownWallet}`,
    ],
    [
      'statements_are_numbered',
      'numbers that begin at two',
      `update entry set entry_no = entry_no + 10 where ${ownEntry}`,
    ],
    [
      'statements_add_up',
      'a balance on a line that is not the sum',
      `update entry set balance = balance + 1 where ${ownEntry} and entry_no = 1`,
    ],
    [
      'statements_end_at_balance',
      'a statement that ends elsewhere',
      `update entry set balance = balance - 1 where ${ownEntry} and entry_no = 2`,
    ],
    [
      'statements_follow_postings',
      'an entry for another amount than its posting',
      `update entry set amount = amount + 1 where ${ownEntry} and entry_no = 1`,
    ],
    [
      'statements_follow_postings',
      'an entry with another reason than its posting',
      `update entry set reason = 'packet_claimed' where ${ownEntry} and entry_no = 1`,
    ],
    [
      'statements_follow_postings',
      'an entry without a posting',
      `insert into entry select owner_id, currency, 3, amount, 1, reason, 'nowhere', 1, at from entry where ${ownEntry} and entry_no = 1`,
    ],
    [
      'postings_are_numbered',
      'a posting numbered two where there is one',
      `update posting set posting_no = 2 where ${ownFunding}`,
    ],
    [
      'settlement_follows_fundings',
      'a top-up without a posting',
      `insert into funding select member_id, id || 'x', direction, currency, amount, reference, at from funding where direction = 'withdrawal'`,
    ],
    [
      'settlement_follows_fundings',
      'a posting from settlement without a top-up',
      `delete from funding where direction = 'withdrawal'`,
    ],
    [
      'settlement_follows_fundings',
      'a top-up for another amount than its posting',
      `update funding set amount = amount + 1 where direction = 'withdrawal'`,
    ],
    [
      'settlement_follows_fundings',
      "a top-up that went to someone else's wallet",
      `update funding set member_id = (select id from member where name = '小明') where direction = 'withdrawal'`,
    ],
    [
      'settlement_follows_fundings',
      'money out of settlement under another name',
      `update posting set reason = 'packet_claimed' where ${ownFunding}`,
    ],
  ]

  it.each(table)('%s: %s', async (check, _, sql) => {
    await faults.withFault({ sql }, async () => {
      const report = await auditLedger(ctx.db)
      const found = report.checks.find((result) => result.check === check)!
      expect(found).toMatchObject({ ok: false })
      expect(found.different).toBeGreaterThan(0)
      expect(found.differences[0]!.says.length).toBeGreaterThan(10)
      expect(report.ok).toBe(false)
    })
    expect(await wrongChecks()).toEqual([])
  })

  it('every check has a fault in this table', () => {
    expect(
      ledgerChecks.map((check) => check.name).filter((name) => !table.some(([check]) => check === name)),
    ).toEqual([])
  })

  it('a balance that was changed alone is told in yuan, with whose it is', async () => {
    await faults.withFault(
      { sql: `update account set balance = balance + 1 where ${ownWallet}` },
      async () => {
        const report = await auditLedger(ctx.db)
        const balances = report.checks.find((result) => result.check === 'balances_follow_postings')!
        expect(balances.differences).toEqual([
          { about: `wallet of ${member}`, says: 'holds 70.01 CNY, its postings come to 70.00' },
        ])
        expect(await wrongChecks()).toEqual([
          'balances_follow_postings',
          'money_is_whole',
          'statements_end_at_balance',
        ])
      },
    )
  })

  it('of many differences the first twenty are told, and all are counted', async () => {
    const many = `insert into account (owner_id, kind, currency, balance) select 'mem_' || no, 'wallet', 'CNY', 1 from generate_series(1, 30) as no`
    await faults.withFault({ sql: many }, async () => {
      const report = await auditLedger(ctx.db)
      const balances = report.checks.find((result) => result.check === 'balances_follow_postings')!
      expect(balances.different).toBe(30)
      expect(balances.differences).toHaveLength(20)
    })
  })
})

it('an audit stays clean while top-ups and withdrawals run', async () => {
  const members = await Promise.all(
    Array.from({ length: 6 }, (_, i) => memberWith(ctx, `员工${i}`, 100_000n)),
  )
  let running = true
  let moved = 0
  const traffic = members.map(async (memberId, i) => {
    while (running) {
      const verb = i % 2 === 0 ? topUp : withdraw
      await ctx.db.transaction((tx) => verb(tx, { memberId, amount: 1n, reference: null }))
      moved++
    }
  })
  try {
    for (let round = 0; round < 10; round++) {
      const before = moved
      const report = await auditLedger(ctx.db)
      expect(report.checks.filter((check) => !check.ok)).toEqual([])
      while (moved === before) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  } finally {
    running = false
    await Promise.all(traffic)
  }
  expect(moved).toBeGreaterThan(10)
  expect(await wrongChecks()).toEqual([])
})
