import { describe, expect, it } from 'vitest'
import { decidePayOut, decideSecured, isFrozenFor, leftFrozen } from './freeze-case.ts'
import { isRefusal } from './refusals.ts'

const money = { id: 'dsp_1', sourceId: 'pkt_1', holderId: 'mem_bob' }
const amount = { kind: 'amount', subjectId: 'mem_bob', ownerId: 'mem_bob', aboutId: 'dsp_1' } as const
const packet = { kind: 'packet', subjectId: 'pkt_1', ownerId: 'mem_ann', aboutId: null } as const
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : decision)

it.each([
  ['for the dispute', amount, true],
  ['for what it is about', { ...amount, aboutId: 'pkt_1' }, true],
  ['for another dispute', { ...amount, aboutId: 'dsp_2' }, false],
  ['for none in particular', { ...amount, aboutId: null }, false],
  ['of somebody else', { ...amount, subjectId: 'mem_eve', ownerId: 'mem_eve' }, false],
  ['of the packet itself', packet, true],
  ['of the packet, for another share of it', { ...packet, aboutId: 'dsp_2' }, false],
  ['of another packet', { ...packet, subjectId: 'pkt_2' }, false],
])('a freeze %s is of the dispute’s money or not', (_, freeze, isTheirs) => {
  expect(isFrozenFor(freeze, money)).toBe(isTheirs)
})

describe('how much is frozen for a dispute', () => {
  const share = {
    sourceId: 'pkt_1',
    recipientId: 'mem_bob',
    currency: 'CNY',
    received: 300n,
    returned: 100n,
  } as const
  const of = (frozen: bigint, asked: bigint | null, returned = 100n) =>
    codeOf(decideSecured({ ...share, returned, requestCount: 0, declinedAt: null }, frozen, asked))

  it.each([
    ['all that is left', 0n, null, 200n],
    ['so much of it', 0n, 150n, 150n],
    ['no more than is left', 0n, 201n, 'return_above_left'],
    ['no more than is left beside what is frozen already', 50n, 151n, 'return_above_left'],
    ['the rest of it', 50n, null, 150n],
    ['nothing twice', 200n, null, 'already_frozen'],
  ])('%s', (_, frozen, asked, answer) => expect(of(frozen, asked)).toBe(answer))

  it('is nothing where all of it came back', () => expect(of(0n, null, 300n)).toBe('already_given_back'))
})

describe('what lets money out of a freeze', () => {
  const freeze = { ...amount, basis: 'police_freeze', amount: 300n, paidOut: 100n } as const
  const order = { reference: '沪公返字1号', documentId: 'doc_1' }
  const pay = (change: object, sum = 200n, by: typeof order | null = order) =>
    codeOf(decidePayOut({ ...freeze, ...change }, money, { amount: sum, order: by }))

  it.each([
    ['the police, once they say so', () => pay({}), 'pay'],
    ['a court, once it says so', () => pay({ basis: 'court' }), 'pay'],
    ['the decision alone', () => pay({}, 200n, null), 'paying_order_needed'],
    ['the service’s own rules', () => pay({ basis: 'policy' }), 'invalid_request'],
    ['a stop-payment', () => pay({ basis: 'police_stop' }), 'invalid_request'],
    ['more than is left in it', () => pay({}, 201n), 'invalid_request'],
    ['a freeze for another case', () => pay({ aboutId: 'dsp_2' }), 'invalid_request'],
    ['a wallet that is frozen', () => pay({ kind: 'wallet', amount: null, paidOut: 0n }), 'invalid_request'],
  ])('%s', (_, decide, answer) => expect(decide()).toBe(answer))

  it('is less once some of it went back', () => expect(leftFrozen(freeze)).toBe(200n))
})
