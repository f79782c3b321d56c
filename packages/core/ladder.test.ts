import { expect, test } from 'vitest'
import { secondMs } from './instant.ts'
import { acknowledgeMaxS, acknowledgeMinS, decideLadder, ladderOf, sumOf, type LadderAsk } from './ladder.ts'
import { noticeOf } from './notice.ts'
import { isRefusal, refusalCodes, type RefusalCode } from './refusals.ts'
import { decideSendTransfer, restTimes, type TransferAsk, type TransferFacts } from './send-transfer.ts'
import { signedTransfer, stepUpChallenge } from './step-up.ts'

const day: LadderAsk = { first: 100n, acknowledgeWithinS: 86_400 }
const sentAt = Date.UTC(2026, 10, 22, 8)
const ask: TransferAsk = {
  payerId: 'mem_payer',
  payeeId: 'mem_payee',
  amount: 100_000n,
  delayS: 0,
  profile: 'laisee',
  ladder: day,
}
const facts: TransferFacts = {
  payeeKnown: true,
  blocked: false,
  wallet: { balance: 100_000n, state: 'open' },
  undoS: 10,
  holdMs: 0,
}

test.each<[string, bigint, Partial<LadderAsk>, 'ladder' | RefusalCode]>([
  ['a fen first', 100_000n, { first: 1n }, 'ladder'],
  ['all but a fen first', 100_000n, { first: 99_999n }, 'ladder'],
  ['nothing first', 100_000n, { first: 0n }, 'ladder_first_out_of_bounds'],
  ['all of it first', 100_000n, { first: 100_000n }, 'ladder_first_out_of_bounds'],
  ['a single fen, which has no parts', 1n, { first: 1n }, 'ladder_first_out_of_bounds'],
  ['the shortest time', 200n, { acknowledgeWithinS: acknowledgeMinS }, 'ladder'],
  ['the longest time', 200n, { acknowledgeWithinS: acknowledgeMaxS }, 'ladder'],
  ['a second too short', 200n, { acknowledgeWithinS: acknowledgeMinS - 1 }, 'acknowledge_out_of_bounds'],
  ['a second too long', 200n, { acknowledgeWithinS: acknowledgeMaxS + 1 }, 'acknowledge_out_of_bounds'],
])('a ladder of %s', (_, amount, change, expected) => {
  const decided = decideLadder(amount, { ...day, ...change })
  expect(isRefusal(decided) ? decided.code : decided).toBe(expected)
})

test('a ladder is refused for its people first, then for its parts, then for its sum and the money', () => {
  const wrongs: [RefusalCode, Partial<TransferAsk>, Partial<TransferFacts>][] = [
    ['member_unknown', {}, { payeeKnown: false }],
    ['recipient_blocked', {}, { blocked: true }],
    ['ladder_first_out_of_bounds', { ladder: { ...day, first: 0n } }, {}],
    ['amount_above_max', { amount: 5_000_001n }, {}],
    ['balance_too_low', {}, { wallet: { balance: 99_999n, state: 'open' } }],
  ]
  for (const [place, [code]] of wrongs.entries()) {
    const below = wrongs.slice(place).reverse()
    const worst = decideSendTransfer(
      Object.assign({}, ask, ...below.map(([, change]) => change)) as TransferAsk,
      Object.assign({}, facts, ...below.map(([, , change]) => change)) as TransferFacts,
      sentAt,
    )
    expect(worst).toMatchObject({ kind: 'refusal', code })
  }
  const places = wrongs.map(([code]) => refusalCodes.indexOf(code))
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('the first part arrives when it is delivered, and the rest waits from then for the payee’s word', () => {
  const times = decideSendTransfer(ask, facts, sentAt)
  if (isRefusal(times)) throw new Error(times.code)
  const deliverAt = sentAt + 10 * secondMs
  expect(times).toEqual({ needsAcceptance: false, deliverAt, acceptBy: null, arriveAt: deliverAt })
  expect(restTimes(times, day)).toEqual({
    needsAcceptance: true,
    deliverAt,
    acceptBy: deliverAt + 86_400 * secondMs,
    arriveAt: null,
  })
})

test('each of the two transfers says which part it is, of how much, and which the other is', () => {
  const first = { amount: 100n, ladderPart: 'first', ladderOtherId: 'tr_2', ladderOtherAmount: 900n } as const
  const rest = { amount: 900n, ladderPart: 'rest', ladderOtherId: 'tr_1', ladderOtherAmount: 100n } as const
  expect(ladderOf(first)).toEqual({ part: 'first', otherId: 'tr_2', first: 100n, rest: 900n })
  expect(ladderOf(rest)).toEqual({ part: 'rest', otherId: 'tr_1', first: 100n, rest: 900n })
  expect([sumOf(first), sumOf(rest)]).toEqual([1_000n, 1_000n])
  const plain = { amount: 500n, ladderPart: null, ladderOtherId: null, ladderOtherAmount: null }
  expect([ladderOf(plain), sumOf(plain)]).toEqual([null, 500n])
})

test('a signature for a ladder is good for no plain transfer of its sum, and for no other first part', () => {
  const send = { payerId: 'mem_payer', payeeId: 'mem_payee', amount: 1_000n }
  const ways = [null, { first: 100n }, { first: 200n }].map((ladder) =>
    stepUpChallenge(signedTransfer({ ...send, ladder, delayS: 0 }), 'nonce').toString(),
  )
  expect(new Set(ways).size).toBe(3)
  expect(stepUpChallenge(signedTransfer({ ...send, delayS: 0 }), 'nonce').toString()).toBe(ways[0])
})

test('a ladder that was rejected is told to its payer once, with all that came back', () => {
  const told = (part: string, amount: number) =>
    noticeOf(
      {
        sourceId: `tr_${part}`,
        seq: 3,
        kind: 'transfer.rejected',
        at: '2026-11-22T08:00:00Z',
        data: {
          payerId: 'mem_payer',
          amount,
          decidedBy: 'mem_giver',
          note: '不用了',
          ladder: { part, first: 100, rest: 900 },
        },
      },
      { memberId: 'mem_payer', hasClaimed: () => false },
    )
  expect(told('first', 100)).toMatchObject({ kind: 'own_approval_rejected', data: { amount: 1_000 } })
  expect(told('rest', 900)).toBeNull()
})
