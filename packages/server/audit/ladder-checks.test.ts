import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromIso } from '@laisee/core/instant.ts'
import { runChecks } from '../ledger/check.ts'
import { askCollection } from '../collections/ask-collection.ts'
import { payShare } from '../collections/pay-share.ts'
import { makePlan } from '../split-plans/make-plan.ts'
import { sendPart } from '../split-plans/send-part.ts'
import { openFaultPlanter, type FaultPlanter } from '../testing/fault.ts'
import { memberWith, startTestService, type TestService } from '../testing/service.ts'
import { sendLadder } from '../transfers/send-ladder.ts'
import { collectionChecks } from './collection-checks.ts'
import { ladderChecks } from './ladder-checks.ts'

let service: TestService
let faults: FaultPlanter

beforeAll(async () => {
  service = await startTestService()
  await service.freeze(fromIso('2026-02-16T12:00:00Z')!)
  const payerId = await memberWith(service.ctx, '安', 1_000_000n)
  const payeeId = await memberWith(service.ctx, '波', 0n)
  const ladder = { first: 100n, acknowledgeWithinS: 86_400 }
  await service.ctx.db.transaction(async (tx) => {
    await sendLadder(tx, { payerId, payeeId, amount: 1_000n, note: '', profile: 'laisee', ladder })
    const { plan } = await makePlan(tx, { payerId, payeeId, total: 300n, parts: 3, note: '' })
    const { collection } = await askCollection(tx, {
      askerId: payeeId,
      groupId: null,
      note: '早饭',
      shares: [{ memberId: payerId, amount: 50n }],
    })
    const given = { memberId: payerId, collectionId: collection.id, stepUp: undefined, guard: undefined }
    await payShare(tx, given)
    await sendPart(tx, { payerId, planId: plan.id, no: 2, stepUp: undefined, guard: undefined })
  })
  faults = await openFaultPlanter(service.url, ['transfer', 'split_plan', 'split_part', 'collection_share'])
})
afterAll(async () => {
  await faults.close()
  await service.close()
})

const look = () => runChecks(service.ctx.db, [...ladderChecks, ...collectionChecks])

it.each([
  [
    'ladders_are_whole',
    'a half that says another sum',
    `update transfer set ladder_other_amount = 899 where ladder_part = 'first'`,
  ],
  [
    'ladders_are_whole',
    'a half that was undone alone',
    `update transfer set state = 'undone', closed_at = sent_at where ladder_part = 'rest'`,
  ],
  ['ladders_are_whole', 'a half without the other', `delete from transfer where ladder_part = 'first'`],
  [
    'collections_are_paid_by_transfers',
    'a share that was paid by less',
    `update collection_share set amount = amount + 1`,
  ],
  [
    'plans_are_sent_part_by_part',
    'parts that make more',
    `update split_part set amount = amount + 1 where no = 1`,
  ],
  [
    'plans_are_sent_part_by_part',
    'a part of another amount than was sent',
    `update transfer set amount = amount + 1 where plan_part = 2`,
  ],
  [
    'plans_are_sent_part_by_part',
    'a transfer that its plan does not know',
    `update split_part set transfer_id = null, sent_at = null where no = 2`,
  ],
])('%s finds %s', async (name, _, sql) => {
  expect((await look()).checks.filter(({ ok }) => !ok)).toEqual([])
  await faults.withFault({ sql }, async () => {
    const found = (await look()).checks.find(({ check }) => check === name)!
    expect(found.different).toBeGreaterThan(0)
    expect(found.differences[0]!.says.length).toBeGreaterThan(10)
  })
})
