import { describe, expect, test } from 'vitest'
import { careDefault, decideCare, holdByCare, sameCare, type CareSettings } from './care.ts'
import type { Relation } from './contact.ts'
import { amountMax } from './money.ts'
import { isRefusal } from './refusals.ts'

const care: CareSettings = {
  holdFrom: 50_000n,
  holdRelations: ['customer', 'important_customer'],
  holdS: 300,
}

describe('a member’s own care', () => {
  test.each<[string, Partial<CareSettings>, string | undefined]>([
    ['no amount at all', { holdFrom: null }, undefined],
    ['from the first fen', { holdFrom: 1n }, undefined],
    ['from nothing', { holdFrom: 0n }, 'holdFrom'],
    ['from less than nothing', { holdFrom: -1n }, 'holdFrom'],
    ['from more than there is', { holdFrom: amountMax + 1n }, 'holdFrom'],
    ['for a minute', { holdS: 60 }, undefined],
    ['for less than a minute', { holdS: 59 }, 'holdS'],
    ['for a day', { holdS: 86_400 }, undefined],
    ['for more than a day', { holdS: 86_401 }, 'holdS'],
    ['for half a second more', { holdS: 60.5 }, 'holdS'],
    ['both at fault: the first is told', { holdFrom: 0n, holdS: 0 }, 'holdFrom'],
  ])('%s', (_, change, field) => {
    const decided = decideCare({ ...care, ...change })
    const errors = isRefusal(decided) ? decided.data.errors : undefined
    expect(errors).toEqual(field && [{ field, message: expect.any(String) as unknown }])
  })

  test('relations are kept in one order, each once', () => {
    const asked = { ...care, holdRelations: ['other', 'family', 'other'] as const }
    expect(decideCare(asked)).toMatchObject({ holdRelations: ['family', 'other'] })
    expect(sameCare(care, { ...care, holdRelations: [...care.holdRelations] })).toBe(true)
    expect(sameCare(care, { ...care, holdFrom: null })).toBe(false)
  })
})

describe('which sends it holds', () => {
  test.each<[string, CareSettings, bigint, (Relation | null)[], string[] | undefined]>([
    ['none, as it comes', careDefault, amountMax, ['important_customer'], undefined],
    ['one below the amount to a friend', care, 49_999n, ['friend', null], undefined],
    ['one of the amount', care, 50_000n, [], ['own_hold_amount']],
    ['a small one to a customer among others', care, 1n, ['friend', 'customer'], ['own_hold_relation']],
    ['both', care, 50_000n, ['important_customer'], ['own_hold_amount', 'own_hold_relation']],
  ])('%s', (_, settings, amount, relations, reasons) => {
    const hold = holdByCare(settings, { amount, relations })
    expect(hold).toEqual(reasons && { forMs: settings.holdS * 1_000, releaseAfterMs: 60_000, reasons })
  })
})
