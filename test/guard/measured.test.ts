/** What the default rules must hold to on made-up sends. The rates are on docs/internals/guard.md, written by gen. */

import { describe, expect, test } from 'vitest'
import { judgeDays, judgePlaces, measure, usualNovelty } from './measure.ts'

describe('the recorded days with the guard on', () => {
  const measured = measure(judgeDays(usualNovelty))

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
    const more = measure(judgeDays({ payee: usualNovelty.payee * 2, amount: usualNovelty.amount * 2 }))
    expect(more.asked.length / more.ordinary).toBeLessThan(0.05)
    expect(more.missed).toEqual([])
  })
})

describe('a neighbourhood written by another hand', () => {
  const { early, later } = judgePlaces()

  test('fewer than three in a hundred ordinary sends are asked anything, once there is a past', () => {
    const { ordinary, asked } = measure(later)
    expect(ordinary).toBeGreaterThan(3_000)
    expect(asked.length / ordinary).toBeLessThan(0.03)
  })

  test('and fewer than one in twenty while everyone is new', () => {
    const { ordinary, asked } = measure(early)
    expect(asked.length / ordinary).toBeLessThan(0.05)
  })

  test('every marked mistake is asked about', () => {
    const { visible, missed } = measure(later)
    expect(visible).toBeGreaterThan(140)
    expect(missed.map(({ seed, send }) => `${seed} ${send}`)).toEqual([])
  })
})
