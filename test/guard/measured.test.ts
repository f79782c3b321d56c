/** What the default rules must hold to on the recorded days. The rates are on docs/internals/guard.md, written by gen. */

import { describe, expect, test } from 'vitest'
import { measureGuard, usualNovelty } from './measure.ts'

describe('the recorded days with the guard on', () => {
  const measured = measureGuard(usualNovelty)

  test('fewer than three in a hundred ordinary sends are asked anything', () => {
    expect(measured.ordinary).toBeGreaterThan(3_000)
    expect(measured.asked.length / measured.ordinary).toBeLessThan(0.03)
  })

  test('every mistake a guard could see is asked about before the money moves', () => {
    expect(measured.visible).toBeGreaterThan(190)
    expect(measured.missed.map(({ day, seed, send }) => `${day} ${seed} ${send}`)).toEqual([])
  })

  test('what nobody could have seen is said to be that', () => {
    expect(measured.invisible).toEqual(['f28 妈妈已经交过'])
  })

  test('no ordinary send is refused', () => {
    expect(measured.asked.filter(({ outcome }) => outcome === 'refuse')).toEqual([])
  })

  test('twice as much that is new keeps the rate below one in twenty', () => {
    const more = measureGuard({ payee: usualNovelty.payee * 2, amount: usualNovelty.amount * 2 })
    expect(more.asked.length / more.ordinary).toBeLessThan(0.05)
    expect(more.missed).toEqual([])
  })
})
