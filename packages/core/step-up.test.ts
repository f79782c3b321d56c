import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  protectsLess,
  signedPacket,
  signedTransfer,
  stepUpChallenge,
  stepUpNeed,
  type Signed,
} from './step-up.ts'

const hex = (signed: Signed, nonce = 'n') => Buffer.from(stepUpChallenge(signed, nonce)).toString('hex')

const send = signedPacket({
  payerId: 'mem_a',
  kind: 'lucky',
  audience: 'members',
  recipientIds: ['mem_b', 'mem_c'],
  groupId: null,
  total: 1_000n,
  count: 2,
})

describe('what is signed', () => {
  test('is the same for the same send, whatever the order of its people', () => {
    expect(hex(send)).toBe(hex({ ...send, payeeIds: ['mem_c', 'mem_b'] }))
    expect(hex(send)).toHaveLength(64)
  })

  const others: [what: string, signed: Signed][] = [
    ['another payer', { ...send, payerId: 'mem_x' }],
    ['another kind', { ...send, kind: 'equal' }],
    ['another audience', { ...send, audience: 'group' }],
    ['one person more', { ...send, payeeIds: ['mem_b', 'mem_c', 'mem_d'] }],
    ['somebody else', { ...send, payeeIds: ['mem_b', 'mem_x'] }],
    ['two people written as one', { ...send, payeeIds: ['mem_b,mem_c'] }],
    ['a group', { ...send, groupId: 'grp_a' }],
    ['another total', { ...send, total: 10_000n }],
    ['another number of shares', { ...send, count: 1 }],
    ['another purse', { ...send, paidFrom: 'fam_a' }],
    ['an organisation’s purse', { ...send, onBehalfOf: 'org_a' }],
    ['a transfer', signedTransfer({ payerId: 'mem_a', payeeId: 'mem_b', amount: 1_000n, delayS: 0 })],
    [
      'a transfer that arrives later',
      signedTransfer({ payerId: 'mem_a', payeeId: 'mem_b', amount: 1_000n, delayS: 7_200 }),
    ],
    ['a passkey to add', { memberId: 'mem_a', change: 'add_passkey' }],
    ['a passkey to remove', { memberId: 'mem_a', change: 'remove_passkey', passkeyId: 'psk_a' }],
    ['another passkey to remove', { memberId: 'mem_a', change: 'remove_passkey', passkeyId: 'psk_b' }],
    ['recovery codes', { memberId: 'mem_a', change: 'make_recovery_codes' }],
    ['a sum to set', { memberId: 'mem_a', change: 'set_step_up', fromAmount: 1n }],
    ['no sum', { memberId: 'mem_a', change: 'set_step_up', fromAmount: null }],
    ['another member’s', { memberId: 'mem_b', change: 'add_passkey' }],
  ]

  test('differs for everything that could differ', () => {
    const all = [hex(send), hex(send, 'm'), ...others.map(([, signed]) => hex(signed))]
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('a step-up', () => {
  test.each([
    ['an adult who set nothing', 'adult', null, 1_000_000n, undefined],
    ['an adult below their sum', 'adult', 100n, 99n, undefined],
    ['an adult at their sum', 'adult', 100n, 100n, { reason: 'own', fromAmount: 100n }],
    ['a teenager for one fen', 'teen', null, 1n, { reason: 'age', fromAmount: 1n }],
    ['a child who set a sum', 'child', 100n, 1n, { reason: 'age', fromAmount: 1n }],
  ] as const)('is asked of %s', (_who, band, own, total, need) => {
    expect(stepUpNeed(total, { band, own })).toEqual(need)
  })

  test('is asked where a rule wants it, and for no other reason than the stricter one', () => {
    const asked = { organisationFrom: null, byRule: true }
    expect(stepUpNeed(1n, { band: 'adult', own: null, asked })).toEqual({ reason: 'rule', fromAmount: null })
    expect(stepUpNeed(1n, { band: 'adult', own: 1n, asked })?.reason).toBe('own')
  })

  test('is asked from the sum on that the policy of an organisation says, and not below it', () => {
    const asked = { organisationFrom: 500n, byRule: false }
    const need = (total: bigint, own: bigint | null = null) =>
      stepUpNeed(total, { band: 'adult', own, asked })
    expect(need(499n)).toBeUndefined()
    expect(need(500n)).toEqual({ reason: 'organisation', fromAmount: 500n })
    expect(need(500n, 400n)).toEqual({ reason: 'own', fromAmount: 400n })
  })
})

describe('a sum protects less', () => {
  const sums = fc.option(fc.bigInt({ min: 1n, max: 1_000n }), { nil: null })

  test('exactly where it lets through something that the one before did not', () => {
    const asks = (total: bigint, own: bigint | null) =>
      stepUpNeed(total, { band: 'adult', own }) !== undefined
    fc.assert(
      fc.property(sums, sums, (after, before) => {
        const totals = Array.from({ length: 1_001 }, (_, total) => BigInt(total + 1))
        const letsMore = totals.some((total) => asks(total, before) && !asks(total, after))
        expect(protectsLess(after, before)).toBe(letsMore)
      }),
      { numRuns: 50 },
    )
  })
})
