import { afterAll, beforeAll, expect, it } from 'vitest'
import { runChecks } from '../ledger/check.ts'
import { proposeInstalments } from '../instalments/propose.ts'
import { acceptInstalments } from '../instalments/answer-proposal.ts'
import { payInstalment } from '../instalments/pay-parts.ts'
import { askReturns } from '../returns/ask-returns.ts'
import { returnClaim } from '../returns/return-claim.ts'
import { openFaultPlanter, type FaultPlanter } from '../testing/fault.ts'
import { memberWith, startTestService, type TestService } from '../testing/service.ts'
import { sendTransfer } from '../transfers/send.ts'
import { returnChecks } from './return-checks.ts'

let service: TestService
let faults: FaultPlanter

beforeAll(async () => {
  service = await startTestService()
  await service.freeze(Date.UTC(2026, 10, 22, 4))
  const act = <T>(work: Parameters<typeof service.ctx.db.transaction<T>>[0]) =>
    service.ctx.db.transaction(work)
  const payerId = await memberWith(service.ctx, '安', 1_000_000n)
  const payeeId = await memberWith(service.ctx, '波', 0n)
  const send = () =>
    act((tx) => sendTransfer(tx, { payerId, payeeId, amount: 100n, note: '', profile: 'laisee', delayS: 0 }))
  const [asked, shared] = [await send(), await send()]
  await service.forward(60_000)
  await service.sweep()
  const plain = {
    memberId: payerId,
    recipientIds: null,
    amount: null,
    dueOn: null,
    message: null,
    language: 'zh',
  } as const
  await act((tx) => askReturns(tx, { ...plain, sourceId: asked.id, cause: 'DUPL' }))
  await act((tx) => returnClaim(tx, { sourceId: asked.id, memberId: payeeId, amount: 60n }))
  const parts = [40n, 60n].map((amount, i) => ({ amount, dueOn: `2026-12-0${i + 1}` }))
  const terms = { principal: 100n, interest: 0n, parts }
  const ask = { sourceId: shared.id, memberId: payerId, debtorId: payeeId, terms, note: null }
  const { id: instalmentsId } = await act((tx) => proposeInstalments(tx, ask))
  await act((tx) => acceptInstalments(tx, { instalmentsId, memberId: payeeId, version: 1, consent: false }))
  await act((tx) => payInstalment(tx, { instalmentsId, memberId: payeeId, no: 1 }))
  faults = await openFaultPlanter(service.url, [
    'return_request',
    'return_share',
    'instalments',
    'instalments_part',
    'posting',
  ])
})
afterAll(async () => {
  await faults.close()
  await service.close()
})

const look = () => runChecks(service.ctx.db, returnChecks)

it.each([
  [
    'returns_go_back_where_money_came_from',
    'a return to another wallet',
    `update posting set to_owner_id = from_owner_id where reason = 'returned' and source_id like 'rr_%'`,
  ],
  [
    'returns_go_back_where_money_came_from',
    'a request that says more came back',
    `update return_request set returned = returned + 1`,
  ],
  [
    'nobody_gives_back_more_than_they_had',
    'a share that was never received',
    `update return_share set received = received + 1 where returned = 60`,
  ],
  [
    'nobody_gives_back_more_than_they_had',
    'a return that no share counts',
    `update return_share set returned = 0 where returned = 60`,
  ],
  [
    'instalments_follow_their_parts',
    'a part that says it was paid',
    `update instalments_part set paid_at = '2026-11-23' where no = 2`,
  ],
  [
    'instalments_follow_their_parts',
    'a part that was made smaller',
    `update instalments_part set amount = amount - 1 where no = 2`,
  ],
  [
    'instalments_follow_their_parts',
    'less left than the parts say',
    `update instalments set principal_left = principal_left - 1`,
  ],
])('%s finds %s', async (name, _, sql) => {
  expect((await look()).checks.filter(({ ok }) => !ok)).toEqual([])
  await faults.withFault({ sql }, async () => {
    const found = (await look()).checks.find(({ check }) => check === name)!
    expect(found.different).toBeGreaterThan(0)
    expect(found.differences[0]!.says.length).toBeGreaterThan(10)
  })
})
