import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ann,
  bob,
  callers,
  publish,
  sam,
  say,
  stateOf,
  transfer,
  useCompany,
} from '../approvals/testing/company.ts'
import { runChecks } from '../ledger/check.ts'
import { openFaultPlanter, type Fault, type FaultPlanter } from '../testing/fault.ts'
import { approvalChecks } from './approval-checks.ts'
import { auditEverything } from './audit.ts'
import { verdictChecks } from './verdict-checks.ts'

useCompany()
let faults: FaultPlanter

const tables = ['approval', 'approval_act', 'organisation_policy', 'organisation_send', 'posting', 'verdict']

/** One transfer that both approvers approved, one that was rejected, one undone, one that was held, and one that waits. */
beforeAll(async () => {
  const says = { zh: '大额', en: 'large' }
  const both = [{ role: 'approver' }]
  const chain = { id: 'both', says, steps: [{ manner: 'all', approvers: both }], copyTo: [] }
  await publish({
    rules: [{ id: 'large', when: 'amount >= 700000', outcome: 'approve', tells: [], says }],
    chains: [{ ...chain, timeoutS: 3_600, onTimeout: 'administrators' }],
    thresholds: [],
    rulesChainId: 'both',
  })
  await sam.call('PUT', '/v1/me/care', { holdFrom: 100, holdRelations: [], holdS: 300 })
  const [approved, rejected, undone] = [await transfer(), await transfer(), await transfer()]
  await transfer()
  await say(ann, approved, 'approve')
  await say(bob, approved, 'approve')
  await say(ann, rejected, 'reject', { note: '发重了' })
  await sam.call('POST', `/v1/transfers/${undone}/undo`)
  const states = await Promise.all([approved, rejected, undone].map(stateOf))
  expect(states).toEqual(['held', 'rejected', 'undone'])
  faults = await openFaultPlanter(callers.service.url, tables)
})

afterAll(() => faults.close())

const waiting = `send_id = (select send_id from approval where outcome is null)`

const table: [check: string, fault: string, Fault][] = [
  [
    'approvals_follow_sends',
    'a send that waits and is approved already',
    { sql: `update approval set outcome = 'approved', decided_at = submitted_at where ${waiting}` },
  ],
  [
    'approvals_follow_sends',
    'a send that waits for nobody',
    { sql: `delete from approval where ${waiting}` },
  ],
  [
    'approvals_follow_sends',
    'time that approved',
    { sql: `update approval set decided_at = approve_by where outcome = 'approved'` },
  ],
  [
    'approvals_follow_sends',
    'an act too few',
    { sql: `update approval set act_count = act_count + 1 where outcome = 'rejected'` },
  ],
  [
    'approvals_have_their_words',
    'one word where two are needed',
    {
      sql: `delete from approval_act where kind = 'approved' and act_no = 2`,
    },
  ],
  [
    'nobody_decides_their_own',
    'a sender who approved',
    {
      sql: `update approval_act set member_id = approval.sender_id from approval where approval.send_id = approval_act.send_id and act_no = 1 and kind = 'approved'`,
    },
  ],
  [
    'money_goes_back_to_who_paid',
    'a rejection that paid the sender',
    {
      sql: `update posting set to_owner_id = transfer.payer_id from transfer where transfer.id = posting.source_id and reason = 'transfer_rejected'`,
    },
  ],
  [
    'policies_have_a_second_person',
    'a policy published by its author',
    {
      sql: `update organisation_policy set decided_by = author_ids[1] where state = 'published'`,
      without: {
        table: 'organisation_policy',
        constraint: 'policy_is_published_by_a_second_person',
        again: `alter table organisation_policy add constraint policy_is_published_by_a_second_person check (state <> 'published' or not decided_by = any (author_ids))`,
      },
    },
  ],
  [
    'sends_name_their_policy',
    'a send judged by what no longer held',
    { sql: `update organisation_send set policy_version = 0` },
  ],
  [
    'sends_name_their_policy',
    'an approval that another version asked for',
    { sql: `update approval set policy_version = 0 where outcome = 'approved'` },
  ],
  [
    'sends_name_their_policy',
    'a verdict by another version',
    { sql: `update verdict set policy_version = policy_version + 1` },
  ],
  [
    'verdicts_say_what_was_shown',
    'another sum than was shown',
    { sql: `update verdict set shown = jsonb_set(shown, '{amount}', '1')` },
  ],
  [
    'verdicts_say_what_was_shown',
    'an outcome that nobody was shown',
    { sql: `update verdict set outcome = 'allow'` },
  ],
  [
    'verdicts_say_what_was_shown',
    'a verdict on no send',
    {
      sql: `update verdict set send_id = 'tr_gone' where ${waiting}`,
    },
  ],
]

describe('each check of approvals, policies and verdicts finds the fault it is there for', () => {
  it.each(table)('%s: %s', async (check, _, fault) => {
    await faults.withFault(fault, async () => {
      const report = await runChecks(callers.service.ctx.db, [...approvalChecks, ...verdictChecks])
      const found = report.checks.find((result) => result.check === check)!
      expect(found.ok).toBe(false)
      expect(found.different).toBeGreaterThan(0)
      expect(found.differences[0]!.says.length).toBeGreaterThan(10)
    })
  })

  it('without a fault all is well; every one of them has a fault in this table, and has looked at something', async () => {
    const names = [...approvalChecks, ...verdictChecks].map(({ name }) => name)
    expect(names.filter((name) => !table.some(([check]) => check === name))).toEqual([])
    const { checks } = await auditEverything(callers.service.ctx.db)
    expect(checks.filter((result) => !result.ok)).toEqual([])
    for (const { check, looked } of checks.filter((result) => names.includes(result.check)))
      expect(looked, check).toBeGreaterThan(0)
  })
})
