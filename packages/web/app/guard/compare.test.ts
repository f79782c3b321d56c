import { describe, expect, test } from 'vitest'
import { marked, markedSum, pairIn, sumsIn } from './compare.ts'

const alike = {
  code: 'same_name',
  data: {
    memberId: 'mem_1',
    name: '彩虹',
    ownName: '彩虹',
    lastPaidAt: null,
    otherId: 'mem_2',
    otherName: '彩虹',
    otherOwnName: '彩虹',
    otherLastPaidAt: '2026-11-01T00:00:00Z',
  },
} as const

describe('what is set side by side', () => {
  test('two people, where a reason names both', () => {
    expect(pairIn([{ code: 'night', data: {} }, alike])).toEqual({
      payee: { id: 'mem_1', name: '彩虹', ownName: '彩虹', lastPaidAt: null },
      other: { id: 'mem_2', name: '彩虹', ownName: '彩虹', lastPaidAt: '2026-11-01T00:00:00Z' },
    })
    expect(pairIn([{ code: 'same_name', data: { name: '彩虹' } }])).toBeUndefined()
  })

  test('two sums, where a reason compares them', () => {
    const zero = { code: 'extra_zero', data: { usual: 110_000, amount: 1_100_000, meaning: null } } as const
    expect(sumsIn([alike, zero])).toEqual({ usual: 110_000, now: 1_100_000 })
    expect(sumsIn([alike])).toBeUndefined()
  })

  test('what differs is marked, a character of several parts as one', () => {
    expect(marked('张伟', '章伟')).toEqual([
      { text: '张', differs: true },
      { text: '伟', differs: false },
    ])
    expect(marked('😀a', '😁a')).toEqual([
      { text: '😀', differs: true },
      { text: 'a', differs: false },
    ])
  })

  test('of two sums the digits that make the difference are marked, with their points', () => {
    const same = (text: string) => ({ text, differs: false })
    const differs = (text: string) => ({ text, differs: true })
    expect(markedSum('1,100.00', '110.00')).toEqual([same('1,10'), differs('0'), same('.00')])
    expect(markedSum('110.00', '1,100.00')).toEqual([same('110.00')])
    expect(markedSum('11,000.00', '1,100.00')).toEqual([same('11,00'), differs('0'), same('.00')])
    expect(markedSum('1,000.00', '90.00')).toEqual([differs('1,000'), same('.00')])
  })
})
