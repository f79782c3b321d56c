/**
 * What somebody of the tenth crowd sends again and again, as rows of text:
 * `from > to or to | on which days | on how many of a hundred of them | yuan | words | hours | more`.
 * Days are `daily`, `work`, `w 0 3` (Monday is 0), `m 15` (of the month), `d 9 36` (of the season). Yuan are one
 * of several sums, or a bill `20..90`. More is `packet`, `x8` (shares), `since 52` (the first day).
 */

import { bill, pay } from './tenth-pay.ts'
import { days, isWorkday, moment, type TenthWorld } from './tenth-world.ts'

/** Follows each row through the season. */
export function follow(world: TenthWorld, rows: readonly string[]): void {
  for (const row of rows) followOne(world, row)
}

function followOne(world: TenthWorld, row: string): void {
  const { chance, moved } = world
  const [who, when, share, yuan, words, hours, more = ''] = row.split('|').map((part) => part.trim())
  const [from, to] = who!.split(' > ') as [string, string]
  const [first, last] = hours!.split('-').map(Number) as [number, number]
  const isOn = daysOf(when!)
  const since = Number(/since (\d+)/.exec(more)?.[1] ?? 0)
  const count = /x(\d+)/.exec(more)
  for (let day = since; day < days; day += 1) {
    if (!isOn(day) || !chance.percent(Number(share))) continue
    const one = chance.pick(to.split(' '))
    if (one === from) continue
    const move = moved.get(one)
    const payee = move && day >= move.day ? move.account : one
    const at = moment(day, chance.whole(first * 60, last * 60 - 1))
    pay(world, from, payee, fenOf(world, yuan!), at, words, {
      packet: more.includes('packet') ? true : undefined,
      count: count ? Number(count[1]) : undefined,
    })
  }
}

function daysOf(when: string): (day: number) => boolean {
  if (when === 'daily') return () => true
  if (when === 'work') return isWorkday
  const [way, ...rest] = when.split(' ')
  const of = rest.map(Number)
  if (way === 'w') return (day) => of.includes(day % 7)
  if (way === 'm') return (day) => of.includes(new Date(moment(day, 480)).getUTCDate())
  return (day) => of.includes(day)
}

function fenOf(world: TenthWorld, yuan: string): number {
  const [low, high] = yuan.split('..').map(Number)
  if (high !== undefined) return bill(world, low!, high)
  return Math.round(Number(world.chance.pick(yuan.split(' '))) * 100)
}
