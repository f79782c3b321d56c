import { afterAll, beforeAll, expect, it } from 'vitest'
import { minuteMs } from '@laisee/core/instant.ts'
import { openHouse } from '../freezes/testing/house.ts'
import { runChecks } from '../ledger/check.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'
import { openFaultPlanter, type Fault, type FaultPlanter } from '../testing/fault.ts'
import { disputeChecks } from './dispute-checks.ts'
import { freezeChecks } from './freeze-checks.ts'
import { toldChecks } from './told-checks.ts'

const checks = [...freezeChecks, ...disputeChecks, ...toldChecks]
const tables = [
  ...['account', 'claim', 'dispute', 'dispute_fact', 'freeze_appeal', 'money_freeze'],
  ...['packet', 'posting'],
]

let callers: Callers
let faults: FaultPlanter

/** An amount, a wallet and a packet that are frozen, an objection that was answered, and a dispute that was decided. */
beforeAll(async () => {
  callers = await openCallers()
  const { ada, abe } = await openHouse(callers)
  const [ann, bob] = [await callers.person('安', 10_000n), await callers.person('波', 500n)]
  const freeze = async (change: object) => {
    const body = { amount: null, reason: 'dispute', note: '核查', basis: 'policy', ...change }
    return String((await ada.call('POST', '/v1/freezes', body)).body.id)
  }
  const packet = { kind: 'direct', recipientIds: [bob.id], total: 600, count: 1 }
  const { body: sent } = await ann.call('POST', '/v1/packets', packet)
  const { body: paid } = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 900, delayS: 0 })
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  const amount = await freeze({ kind: 'amount', subjectId: ann.id, amount: 700 })
  await freeze({ kind: 'wallet', subjectId: ann.id })
  await freeze({ kind: 'packet', subjectId: String(sent.id) })
  await objectTo(amount, ann, abe)
  const ask = { sourceId: paid.id, cause: 'mistake', text: '转错了' }
  const { body: dispute } = await ann.call('POST', '/v1/disputes', ask)
  const at = `/v1/disputes/${String(dispute.id)}`
  for (const agent of [ada, abe]) {
    await agent.call('POST', `${at}/assign`, {})
    await bob.call('POST', `${at}/statements`, { text: '是还款' })
    await agent.call('POST', `${at}/decide`, { outcome: 'refuse', reasons: '证据不足' })
    if (agent === ada) await ann.call('POST', `${at}/appeal`, { text: '不服' })
  }
  faults = await openFaultPlanter(callers.service.url, tables)
})
afterAll(async () => {
  await faults.close()
  await callers.close()
})

async function objectTo(freezeId: string, owner: Person, agent: Person): Promise<void> {
  const at = `/v1/freezes/${freezeId}/appeal`
  await owner.call('POST', at, { text: '这是工资' })
  await agent.call('POST', `${at}/answer`, { outcome: 'dismissed', answer: '材料不足' })
}

const failing = async () => {
  const report = await runChecks(callers.service.ctx.db, checks)
  return report.checks.filter(({ ok }) => !ok).map(({ check }) => check)
}

it('finds nothing where nothing is wrong', async () => expect(await failing()).toEqual([]))

it.each<[check: string, fault: string, Fault]>([
  [
    'frozen_amounts_are_kept',
    'money that left its frozen account',
    { sql: `update account set balance = 0 where kind = 'frozen'` },
  ],
  [
    'wallets_are_frozen_by_freezes',
    'a wallet that pays while a freeze lasts',
    { sql: `update account set state = 'open' where state = 'frozen'` },
  ],
  [
    'packets_are_frozen_by_freezes',
    'a packet that forgot its freeze',
    { sql: `update packet set frozen_until = null where frozen_until is not null` },
  ],
  [
    'packets_are_frozen_by_freezes',
    'a share that was claimed meanwhile',
    {
      sql: `insert into claim (packet_id, member_id, share_no, amount, at)
            select subject_id, 'mem_x', 1, 600, since + interval '1 second' from money_freeze where kind = 'packet'`,
    },
  ],
  [
    'freezes_end_with_their_basis',
    'a freeze of a month by nobody’s order',
    { sql: `update money_freeze set until = since + interval '30 days' where kind = 'amount'` },
  ],
  [
    'freezes_end_with_their_basis',
    'an objection answered by whoever froze',
    {
      sql: `update freeze_appeal set answered_by = (select frozen_by from money_freeze where kind = 'amount')`,
    },
  ],
  [
    'disputes_follow_facts',
    'a closed dispute that says it waits',
    { sql: `update dispute set state = 'waiting', due_at = opened_at` },
  ],
  [
    'disputes_follow_facts',
    'a fact that was lost',
    { sql: `delete from dispute_fact where kind = 'appealed'` },
  ],
  [
    'nobody_decides_their_own_dispute',
    'a side that decided',
    { sql: `update dispute_fact set by = (select opener_id from dispute) where kind = 'decided'` },
  ],
  [
    'nobody_decides_their_own_dispute',
    'an appeal decided by whoever decided before',
    {
      sql: `update dispute_fact set by = (select by from dispute_fact where kind = 'decided') where kind = 'appeal_decided'`,
    },
  ],
  [
    'decided_returns_are_paid',
    'a return that was said and not paid',
    {
      sql: `update dispute_fact
            set effect = 'moved', amount = 900, effect_id = 'rr_x', freeze_id = 'frz_x', order_reference = '1', document_id = 'doc_x'
            where kind = 'decided'`,
    },
  ],
  [
    'frozen_money_goes_back_by_order',
    'a freeze out of which more went than was decided',
    { sql: `update money_freeze set paid_out = 100 where kind = 'amount'` },
  ],
  [
    'frozen_money_goes_back_by_order',
    'a decision that paid out of what the service froze by itself',
    {
      sql: `with paid as (
              update money_freeze set paid_out = 100, about_id = (select id from dispute) where kind = 'amount' returning id
            )
            update dispute_fact
            set effect = 'moved', amount = 100, freeze_id = (select id from paid), order_reference = '1', document_id = 'doc_x'
            where kind = 'decided'`,
    },
  ],
  [
    'own_freezes_come_to_an_end',
    'a fifth week by nobody’s order',
    {
      sql: `insert into money_freeze (
              subject_id, id, kind, owner_id, currency, reason, note, basis, frozen_by, since, until, posting_count,
              released_at, released_by, release_reason
            )
            select
              subject_id, 'frz_' || week, 'wallet', owner_id, currency, reason, note, 'policy', frozen_by,
              since - week * interval '7 days', since - (week - 1) * interval '7 days', 0,
              since - (week - 1) * interval '7 days', 'clock', 'expired'
            from money_freeze, generate_series(1, 4) as week
            where kind = 'amount'`,
    },
  ],
  [
    'both_sides_are_heard',
    'a decision before anybody else spoke',
    {
      sql: `delete from dispute_fact where kind = 'statement' and no < (select no from dispute_fact where kind = 'decided')`,
    },
  ],
  [
    'both_sides_are_heard',
    'a decision by nobody who had it in hand',
    { sql: `update dispute_fact set to_id = 'mem_x' where kind = 'assigned'` },
  ],
  [
    'rows_say_what_was_told',
    'reasons that were written anew',
    { sql: `update dispute_fact set text = text || '！' where kind = 'decided'` },
  ],
  [
    'rows_say_what_was_told',
    'a dispute about another sum',
    { sql: `update dispute set amount = amount + 1` },
  ],
  [
    'freezes_and_documents_are_as_told',
    'a freeze that ends earlier than was told',
    { sql: `update money_freeze set until = until - interval '1 hour' where kind = 'wallet'` },
  ],
])('%s finds %s', async (check, _, fault) => {
  await faults.withFault(fault, async () => expect(await failing()).toContain(check))
  expect(await failing()).toEqual([])
})
