import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { profiles } from '@laisee/core/profile.ts'
import { readDay } from './read-day.ts'
import { speedForAMinute, type Day, type Send } from './day.ts'

async function dayIn(file: string): Promise<Day> {
  return readDay(await readFile(new URL(`../../../examples/days/${file}`, import.meta.url), 'utf8'))
}

const eve = await dayIn('new-years-eve-company.jsonl')
const week = await dayIn('family-week.csv')
const { countMax, shareAverageMax, transferMax } = profiles.laisee

describe.each([
  ["the company's New Year's Eve", eve],
  ["the family's week", week],
])('%s', (_, day) => {
  test('says of itself that it is made up', () => {
    expect(day.synthetic).toBe(true)
    expect(day.about).toMatch(/合成数据.*Synthetic/)
  })

  test('asks for nothing that the service would refuse', () => {
    const refused = day.sends.filter(({ kind, total, count }) => {
      if (kind === 'transfer') return total > transferMax
      return (
        count > countMax ||
        total > shareAverageMax * BigInt(count) ||
        (kind === 'equal' && total % BigInt(count) !== 0n)
      )
    })
    expect(refused).toEqual([])
  })

  test('gives everyone enough for what they send', () => {
    const left = new Map(day.people.map(({ id, wallet }) => [id, wallet]))
    for (const { from, total } of day.sends) left.set(from, left.get(from)! - total)
    expect([...left.values()].filter((wallet) => wallet < 0n)).toEqual([])
  })

  test('has mistakes that were undone, taken back in time, and claimed first', () => {
    const after = (send: Send, verb: string) => send.steps.find((step) => step.verb === verb)?.afterMs
    const mistakes = day.sends.filter((send) => send.mistake !== null)
    const recalled = mistakes.filter((send) => after(send, 'recall') !== undefined)
    const claimedBefore = (send: Send) =>
      send.claims.filter((claim) => claim.afterMs < after(send, 'recall')!).length
    expect(mistakes.filter((send) => after(send, 'undo') !== undefined).length).toBeGreaterThan(0)
    expect(recalled.filter((send) => claimedBefore(send) === 0).length).toBeGreaterThan(0)
    expect(recalled.filter((send) => claimedBefore(send) >= send.count).length).toBeGreaterThan(0)
    expect(mistakes.filter((send) => send.mistake!.meant === '')).toEqual([])
  })
})

describe("the company's New Year's Eve", () => {
  test('is as large as it says', () => {
    expect(eve.people).toHaveLength(2_000)
    expect(eve.sends).toHaveLength(300)
    expect(eve.sends.filter((send) => send.count === 500)).toHaveLength(1)
  })

  test('crowds in the first seconds, with more people than shares', () => {
    const large = eve.sends.find((send) => send.count === 500)!
    expect(large.claims.length).toBeGreaterThan(1_000)
    const early = large.claims.filter((claim) => claim.afterMs < 3_000)
    expect(early.length / large.claims.length).toBeGreaterThan(0.6)
  })
})

test('a day is played in a minute where no speed is said, and one that is shorter as it was', () => {
  const spanMinutes = ({ sends }: Day) => (sends.at(-1)!.at - sends[0]!.at) / 60_000
  for (const day of [eve, week]) {
    expect(speedForAMinute(day)).toBeGreaterThanOrEqual(spanMinutes(day))
    expect(speedForAMinute(day)).toBeLessThan(spanMinutes(day) + 120)
  }
  const short = week.sends.filter((send) => send.id === 'f34')
  expect(speedForAMinute({ ...week, sends: short })).toBe(1)
})
