/**
 * What became of money that was claimed by the wrong person: given back whole, in part, asked for and not answered yet,
 * and agreed on in instalments, each a few days old when the world is shown.
 */

import { proposeInstalments } from '@laisee/server/instalments/propose.ts'
import { acceptInstalments } from '@laisee/server/instalments/answer-proposal.ts'
import { payInstalment } from '@laisee/server/instalments/pay-parts.ts'
import { dayMs, hourMs, minuteMs, type Instant } from '@laisee/core/instant.ts'
import { planInstalments } from '@laisee/core/instalments.ts'
import { addDays, chinaDateOf } from '@laisee/core/law/china-date.ts'
import type { ReturnCause } from '@laisee/core/return-request.ts'
import { arriveTransfers } from '@laisee/server/jobs/arrive-transfers.ts'
import { deliverTransfers } from '@laisee/server/jobs/deliver-transfers.ts'
import { remindReturn } from '@laisee/server/returns/answer-request.ts'
import { askReturns } from '@laisee/server/returns/ask-returns.ts'
import { readReturn } from '@laisee/server/returns/receipts.ts'
import { returnAsked } from '@laisee/server/returns/return-claim.ts'
import { endPlace } from '@laisee/server/organisations/change-people.ts'
import { sendTransfer } from '@laisee/server/transfers/send.ts'
import { within, type Past } from './past.ts'
import type { DemoSends } from './sends.ts'

interface Mistake {
  from: string
  to: string
  amount: number
  note: string
  onBehalfOf?: string
}

/** Plan a transfer to the wrong person that nobody undid, and what follows from it. */
function planMistake(
  past: Past,
  sends: DemoSends,
  at: Instant,
  { from, to, amount, note, onBehalfOf }: Mistake,
  then: (transferId: string) => void,
): void {
  past.plan(at, async () => {
    const [payerId, payeeId] = [sends.id(from), sends.id(to)]
    const ask = { payerId, payeeId, amount: BigInt(amount), delayS: 0, note, profile: 'laisee' as const }
    const row = await sendTransfer(past.tx, { ...ask, onBehalfOf: onBehalfOf ? sends.id(onBehalfOf) : null })
    past.plan(row.deliverAt, async () => void (await deliverTransfers(within(past.tx))))
    past.plan(row.deliverAt, async () => void (await arriveTransfers(within(past.tx))))
    then(row.id)
  })
}

/** Ask it back at a moment; what follows is told the request. */
function planAsk(
  past: Past,
  memberId: string,
  {
    sourceId,
    at,
    cause,
    amount,
  }: { sourceId: string; at: Instant; cause: ReturnCause; amount: number | null },
  then: (requestId: string) => void,
): void {
  past.plan(at, async () => {
    const plain = { memberId, recipientIds: null, dueOn: null, message: null, language: 'zh' } as const
    const sum = amount === null ? null : BigInt(amount)
    const { requests } = await askReturns(past.tx, { ...plain, sourceId, cause, amount: sum })
    then(requests[0]!.id)
  })
}

/** Plan what is asked back, given back and agreed on. */
export function planReturns(past: Past, sends: DemoSends, now: Instant): void {
  planGivenBack(past, sends, now - 9 * dayMs)
  planPartGivenBack(past, sends, now - 3 * dayMs)
  planStillAsked(past, sends, now - 5 * hourMs)
  planInParts(past, sends, now - 12 * dayMs)
  planLeftBehind(past, sends, now - 6 * dayMs)
}

/** The other 彩虹 has it, reads the request the next day, and gives it back whole. */
function planGivenBack(past: Past, sends: DemoSends, at: Instant): void {
  const memberId = sends.id('caihong2')
  planMistake(past, sends, at, { from: 'mama', to: 'caihong2', amount: 30_000, note: '聚餐' }, (sourceId) => {
    const ask = { sourceId, at: at + 20 * minuteMs, cause: 'AC03', amount: null } as const
    planAsk(past, sends.id('mama'), ask, (requestId) => {
      past.plan(at + 20 * hourMs, async () => void (await readReturn(past.tx, { requestId, memberId })))
      past.plan(
        at + 21 * hourMs,
        async () => void (await returnAsked(past.tx, { requestId, memberId, amount: null })),
      )
    })
  })
}

/** A zero too many: what was too much is asked back, was reminded of once, and a part of it is back. */
function planPartGivenBack(past: Past, sends: DemoSends, at: Instant): void {
  const [payer, payee] = [sends.id('baba'), sends.id('zhangwei3')]
  planMistake(
    past,
    sends,
    at,
    { from: 'baba', to: 'zhangwei3', amount: 88_000, note: '饭钱' },
    (sourceId) => {
      const ask = { sourceId, at: at + hourMs, cause: 'AM09', amount: 79_200 } as const
      planAsk(past, payer, ask, (requestId) => {
        past.plan(
          at + 26 * hourMs,
          async () => void (await remindReturn(past.tx, { requestId, memberId: payer })),
        )
        past.plan(
          at + 40 * hourMs,
          async () => void (await returnAsked(past.tx, { requestId, memberId: payee, amount: 30_000n })),
        )
      })
    },
  )
}

/** Somebody asks the mother for money that came to her by mistake. */
function planStillAsked(past: Past, sends: DemoSends, at: Instant): void {
  planMistake(past, sends, at, { from: 'caihong', to: 'mama', amount: 6_600, note: '拼车' }, (sourceId) =>
    planAsk(
      past,
      sends.id('caihong'),
      { sourceId, at: at + hourMs, cause: 'DUPL', amount: null },
      () => undefined,
    ),
  )
}

/** Twice as much as was meant: the nephew gives it back in three parts, of which one is paid. */
function planInParts(past: Past, sends: DemoSends, at: Instant): void {
  const [creditor, debtorId] = [sends.id('gugu'), sends.id('xiaoming')]
  planMistake(past, sends, at, { from: 'gugu', to: 'xiaoming', amount: 60_000, note: '生日' }, (sourceId) => {
    past.plan(at + dayMs, async () => {
      const { tx } = past
      const firstOn = addDays(chinaDateOf(at + dayMs), 7)
      const parts = planInstalments(30_000n, { count: 3, firstOn, every: 'month' })
      const terms = { principal: 30_000n, interest: 0n, parts }
      const ask = { sourceId, memberId: debtorId, debtorId: null, terms, note: '用零花钱还' }
      const { id: instalmentsId } = await proposeInstalments(tx, ask)
      await acceptInstalments(tx, { instalmentsId, memberId: creditor, version: 1, consent: false })
      await payInstalment(tx, { instalmentsId, memberId: debtorId, no: 'next' })
    })
  })
}

/**
 * The company's money for 张伟 went to 张玮, who offers to give it back in parts; whoever sent it has left the company before
 * answering, and an administrator may take it over.
 */
function planLeftBehind(past: Past, sends: DemoSends, at: Instant): void {
  const [memberId, debtorId] = [sends.id('huangyong'), sends.id('zhangwei2')]
  const wrong = { from: 'huangyong', to: 'zhangwei2', amount: 160_000, note: '差旅报销', onBehalfOf: 'chitu' }
  planMistake(past, sends, at, wrong, (sourceId) => {
    past.plan(at + 3 * hourMs, async () => {
      const firstOn = addDays(chinaDateOf(at), 21)
      const parts = planInstalments(160_000n, { count: 2, firstOn, every: 'month' })
      const terms = { principal: 160_000n, interest: 0n, parts }
      const note = '已经交了房租，分两个月退'
      await proposeInstalments(past.tx, { sourceId, memberId: debtorId, debtorId: null, terms, note })
    })
    past.plan(at + dayMs, async () => {
      const by = { kind: 'operator', keyId: 'demo' } as const
      await endPlace(past.tx, { organisationId: sends.id('chitu'), memberId, by })
    })
  })
}
