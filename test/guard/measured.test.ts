/** What the default rules must hold to on made-up sends. The rates are on docs/internals/guard.md, written by gen. */

import { describe, expect, test } from 'vitest'
import { judgeDays, judgePlaces, measure, measureSlips, places, usualNovelty } from './measure.ts'

describe('the recorded days with the guard on', () => {
  const judged = judgeDays(usualNovelty)
  const measured = measure(judged)

  test.each([
    ['family-week', 330, 50],
    ['new-years-eve-company', 2_850, 150],
  ])(
    'of %s fewer than three in a hundred ordinary sends are asked anything or made to wait',
    (name, sends, seen) => {
      const { ordinary, stopped, visible, missed } = measure(judged.filter(({ day }) => day === name))
      expect([ordinary, visible, missed]).toEqual([sends, seen, []])
      expect(stopped.length / ordinary).toBeLessThan(0.03)
    },
  )

  test('every mistake a guard could see is asked about before the money moves', () => {
    expect(measured.visible).toBeGreaterThan(190)
    expect(measured.missed.map(({ day, seed, send }) => `${day} ${seed} ${send}`)).toEqual([])
  })

  test('what nobody could have seen is said to be that', () => {
    expect(measured.invisible).toEqual(['f28 妈妈已经交过'])
  })

  test('no ordinary send is refused', () => {
    expect(measured.stopped.filter(({ outcome }) => outcome === 'refuse')).toEqual([])
  })

  test('twice as much that is new keeps the rate below one in twenty', () => {
    const more = measure(judgeDays({ payee: usualNovelty.payee * 2, amount: usualNovelty.amount * 2 }))
    expect(more.stopped.length / more.ordinary).toBeLessThan(0.05)
    expect(more.missed).toEqual([])
  })
})

describe('a neighbourhood written by another hand', () => {
  const { early, later } = judgePlaces()

  test('fewer than three in a hundred ordinary sends are asked anything, once there is a past', () => {
    const { ordinary, stopped } = measure(later)
    expect(ordinary).toBeGreaterThan(3_000)
    expect(stopped.length / ordinary).toBeLessThan(0.03)
  })

  test('and fewer than one in twenty while everyone is new', () => {
    const { ordinary, stopped } = measure(early)
    expect(stopped.length / ordinary).toBeLessThan(0.05)
  })

  test('every marked mistake is asked about', () => {
    const { visible, missed } = measure(later)
    expect(visible).toBeGreaterThan(140)
    expect(missed.map(({ seed, send }) => `${seed} ${send}`)).toEqual([])
  })

  test('a send that slips into another chat is asked about, and so is a stranger’s money that goes to another', () => {
    const slips = measureSlips(places.slice(0, 2))
    const [chats, said, unsaid] = [
      slips.get('last chat')!,
      slips.get('returned, said')!,
      slips.get('returned, unsaid')!,
    ]
    expect(chats.made).toBeGreaterThan(15)
    expect(chats.asked / chats.made).toBeGreaterThan(0.8)
    expect([said, unsaid]).toEqual([
      { made: 10, asked: 10 },
      { made: 10, asked: 10 },
    ])
  })
})
