import { describe, expect, it } from 'vitest'
import { decideDebit, decideTopUp, topUpBalanceMax } from './account.ts'
import { amountMax } from './money.ts'
import { isRefusal } from './refusals.ts'

const open = { balance: 100n, state: 'open' } as const
const frozen = { balance: 100n, state: 'frozen' } as const

function codeOf(decision: unknown): unknown {
  return isRefusal(decision) ? decision.code : decision
}

describe('a debit', () => {
  it.each([
    ['of all there is', open, 100n, 'debit'],
    ['of a fen more', open, 101n, 'balance_too_low'],
    ['from a frozen wallet', frozen, 1n, 'wallet_frozen'],
    ['of too much from a frozen wallet', frozen, 101n, 'wallet_frozen'],
  ] as const)('%s: %s', (_, wallet, amount, answer) => {
    expect(codeOf(decideDebit(wallet, amount))).toBe(answer)
  })
})

describe('a top-up', () => {
  it('fills to the cap and no further, frozen or not', () => {
    expect(decideTopUp(open, topUpBalanceMax - 100n)).toBe('credit')
    expect(decideTopUp(frozen, 1n)).toBe('credit')
    expect(codeOf(decideTopUp(open, topUpBalanceMax - 99n))).toBe('balance_above_max')
  })

  it('leaves as much room again for what comes back', () => {
    expect(topUpBalanceMax * 2n).toBeLessThanOrEqual(amountMax)
  })
})
