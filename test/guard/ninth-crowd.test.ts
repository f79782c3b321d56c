/** The ninth crowd by itself, before anything of it is judged: it is sound, large enough, and the same every time. */

import { expect, test } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { ninthOf, ninthSeed } from './ninth-crowd.ts'
import { days, moment, slipKinds } from './ninth-world.ts'

const winter = ninthOf(ninthSeed)
const { day, told, sends, slips, groups, screens } = winter
const ordinary = sends.filter(({ id }) => !slips.has(id))

function expectWithin(count: number, least: number, most: number): void {
  expect(count).toBeGreaterThanOrEqual(least)
  expect(count).toBeLessThanOrEqual(most)
}

test('the ninth crowd holds together', () => {
  expect(dayProblem(day)).toBeUndefined()
  expect(told.map(({ send }) => send.id)).toEqual(sends.map(({ id }) => id))
  expect(sends.every(({ at }, n) => n === 0 || sends[n - 1]!.at <= at)).toBe(true)
  expect(sends.every(({ at }) => at >= moment(0, 0) && at < moment(days, 0))).toBe(true)
  const toGroups = sends.flatMap(({ from, to }) => (to.way === 'group' ? [{ from, id: to.id }] : []))
  for (const { from, id } of toGroups) expect(groups.find((one) => one.id === id)?.members).toContain(from)
})

test('40 to 60 people send 3,000 to 5,000 times as they should over 10 to 14 weeks, with no past at first', () => {
  expectWithin(ordinary.length, 3_000, 5_000)
  expectWithin(new Set(sends.map(({ from }) => from)).size, 40, 60)
  expectWithin(days / 7, 10, 14)
  const seen = new Set<string>()
  for (const { send, facts } of told) {
    if (!seen.has(send.from)) expect(facts.history).toEqual([])
    seen.add(send.from)
  }
  expectWithin(screens.size / sends.length, 0.8, 0.95)
})

test('100 to 160 sends go wrong, in every way, from the fourth week on, each with a reason', () => {
  expectWithin(slips.size, 100, 160)
  expect(new Set([...slips.values()].map(({ kind }) => kind))).toEqual(new Set(slipKinds))
  expect([...slips.values()].every(({ why }) => why !== '')).toBe(true)
  const wrong = sends.filter(({ mistake }) => mistake)
  expect(new Set(wrong.map(({ id }) => id))).toEqual(new Set(slips.keys()))
  expect(wrong.every(({ at }) => at >= moment(21, 0))).toBe(true)
})

test('the ninth crowd is the same again for the same seed, and another for another', () => {
  const again = ninthOf(ninthSeed)
  expect(again.day).toEqual(day)
  expect(again.slips).toEqual(slips)
  expect(again.screens).toEqual(screens)
  expect(ninthOf('spruce').day.sends).not.toEqual(day.sends)
})
