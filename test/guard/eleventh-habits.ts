/** What somebody sends again and again, written one habit a line. */

import { bill, pay, type Ask } from './eleventh-pay.ts'
import { dateOf, days, moment, type EleventhWorld } from './eleventh-world.ts'

/**
 * A habit is `to | when | share | yuan | words | hours`. When: `daily`, `w` and days of the week (Monday is 0), `m` and
 * the day of the month; then, if it is so, `<` or `>` and the day it ends or begins. Share: on so many of a hundred such
 * days. Yuan: `6-88` is a bill, `500,800` is one of these.
 */
export function follow(world: EleventhWorld, from: string, habit: string, ask: Ask = {}): void {
  const { chance } = world
  const [to, when, share, yuan, words, hours] = habit.split('|').map((part) => part.trim())
  const ids = to!.split(' ')
  const rate = /^m\d/.test(when!) ? 100 : (world.busy.get(from) ?? 100)
  const often = Math.round((Number(share) * rate) / 100)
  const [first, last] = hours!.split('-').map(Number)
  for (let day = 0; day < days; day += 1) {
    if (!isOn(when!, day) || !chance.percent(often)) continue
    const one = chance.pick(ids)
    if (one === from) continue
    const at = moment(day, chance.whole(first! * 60, last! * 60 - 1))
    pay(world, from, one, sumOf(world, yuan!), at, { ...ask, words: wordOf(world, words!) })
  }
}

/** Several habits of one. */
export function followAll(world: EleventhWorld, from: string, habits: readonly string[]): void {
  for (const habit of habits) follow(world, from, habit)
}

function isOn(when: string, day: number): boolean {
  return when.split(' ').every((part) => {
    const rest = part.slice(1)
    if (part.startsWith('w')) return rest.includes(String(day % 7))
    if (part.startsWith('m')) return dateOf(day) === Number(rest)
    if (part.startsWith('<')) return day < Number(rest)
    return part.startsWith('>') ? day >= Number(rest) : true
  })
}

function sumOf(world: EleventhWorld, yuan: string): number {
  const [low, high] = yuan.split('-').map(Number)
  if (high !== undefined) return bill(world, low!, high)
  return Math.round(Number(world.chance.pick(yuan.split(','))) * 100)
}

/** One of several, parted by spaces; `-` is none, `_` is a space. */
export function wordOf({ chance }: EleventhWorld, words: string): string {
  const word = chance.pick(words.split(' '))
  return word === '-' ? '' : word.replaceAll('_', ' ')
}
