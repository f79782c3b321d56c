import { describe, expect, test } from 'vitest'
import { marked, pairIn, sumsIn } from './compare.ts'

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
    expect(marked('11,000.00', '1,100.00')).toEqual(
      [
        { text: '1', differs: false },
        { text: '1', differs: true },
        { text: ',000.00', differs: true },
      ].reduce<{ text: string; differs: boolean }[]>((joined, piece) => {
        const last = joined.at(-1)
        if (last?.differs === piece.differs) last.text += piece.text
        else joined.push({ ...piece })
        return joined
      }, []),
    )
    expect(marked('😀a', '😁a')).toEqual([
      { text: '😀', differs: true },
      { text: 'a', differs: false },
    ])
  })
})
