/** A year's habits of the third crowd: pocket money, wages, rent, suppliers, bills split, food at night, new people. */

import { give, moment, odd, yearDays, yuan, type Crowd, type Sent } from './third-crowd.ts'

interface Habit {
  from: string
  to: string
  every: number
  /** So many days earlier or later. */
  spread: number
  first: number | undefined
  hours: [number, number]
  sum: (day: number) => bigint
  sent: Sent
}

/** `[every, spread, first]` in days, and between which hours. */
function habit(
  from: string,
  to: string,
  [every, spread = 0, first]: [number, number?, number?],
  hours: [number, number],
  sum: (day: number) => bigint,
  sent: Sent = {},
): Habit {
  return { from, to, every, spread, first, hours, sum, sent }
}

/** All that people do again and again. */
export function withHabits(crowd: Crowd): void {
  for (const one of [...family(crowd), ...young(crowd), ...work(crowd)]) keep(crowd, one)
}

function keep(crowd: Crowd, { from, to, every, spread, first, hours, sum, sent }: Habit): void {
  const { chance } = crowd
  for (let day = first ?? chance.whole(0, every); day < yearDays; day += every) {
    const on = Math.max(0, day + chance.whole(-spread, spread))
    give(crowd, from, to, sum(day), moment(on, chance.whole(hours[0] * 60, hours[1] * 60)), sent)
  }
}

/** From the one sum to the other over the year, in tens of yuan. */
function growing(day: number, from: number, to: number): bigint {
  return yuan(Math.round((from + ((to - from) * day) / yearDays) / 10) * 10)
}

function family(crowd: Crowd): Habit[] {
  const { chance } = crowd
  return [
    habit('mother', 'son', [30, 1], [8, 21], (day) => growing(day, 1_500, 1_900), { words: '生活费' }),
    habit('mother', 'son', [17, 6], [9, 23], () => yuan(chance.pick([50, 100, 100, 200]))),
    habit('father', 'mother', [30, 2], [18, 22], (day) => growing(day, 6_000, 7_500)),
    habit('father', 'grandpa', [30, 3, 4], [9, 20], () => yuan(1_000), { words: '爸妈零用' }),
    habit('mother', 'nanny', [30, 0, 9], [17, 21], (day) => yuan(day < 150 ? 4_800 : 5_200), {
      words: '工资',
    }),
    habit('mother', 'nanny', [7, 1], [10, 19], () => odd(crowd, 60, 240), { words: '买菜' }),
    habit('mother', 'coach', [60, 2, 12], [12, 20], () => yuan(1_280), { words: '游泳课' }),
    habit('mother', 'leader', [9, 3], [8, 22], () => odd(crowd, 15, 130)),
    habit('father', 'family', [21, 6], [11, 22], () => yuan(chance.pick([20, 50, 66, 88, 100])), {
      count: 8,
    }),
    habit('aunt', 'family', [33, 9], [11, 22], () => yuan(chance.pick([10, 20, 50])), { count: 8 }),
    habit('mother', 'home', [24, 8], [18, 22], () => yuan(chance.pick([10, 20, 30])), { count: 3 }),
    habit('uncle', 'aunt', [30, 4], [9, 22], () => yuan(chance.whole(20, 32) * 100)),
    habit('grandma', 'mother', [25, 8], [7, 11], () => odd(crowd, 30, 160), { words: '药钱' }),
  ]
}

function young(crowd: Crowd): Habit[] {
  const { chance } = crowd
  const night: [number, number] = [0, 4]
  const meal = () => odd(crowd, 14, 46)
  return [
    ...['room1', 'room2', 'room3'].map((from): Habit =>
      habit(from, 'son', [11, 5], [12, 24], meal, { words: '饭钱' }),
    ),
    habit('son', 'room1', [8, 4], [12, 24], meal),
    habit('son', 'room4', [15, 6], [12, 24], () => odd(crowd, 8, 60)),
    habit('room4', 'room', [26, 8], [20, 24], () => yuan(chance.pick([5, 8, 10])), { count: 4 }),
    habit('son', 'class', [61, 14], [19, 23], () => yuan(chance.pick([10, 20])), { count: 20 }),
    habit('nurse', 'coder', [10, 5], night, () => odd(crowd, 18, 70), { words: '夜宵' }),
    habit('coder', 'nurse', [13, 5], night, () => odd(crowd, 18, 70)),
    habit('coder', 'night', [19, 7], night, () => yuan(chance.pick([10, 20, 30])), { count: 3 }),
    habit('nurse', 'cousin', [30, 10], [22, 26], () => yuan(chance.pick([100, 200, 300]))),
    habit('flat3', 'coder', [29, 9], night, meal),
    habit('cousin', 'daughter', [40, 12], [10, 21], () => yuan(chance.pick([10, 20]))),
    habit('flat2', 'leader', [12, 5], [8, 22], () => odd(crowd, 15, 90)),
  ]
}

function work(crowd: Crowd): Habit[] {
  const { chance } = crowd
  const morning: [number, number] = [5, 10]
  return [
    habit('owner', 'supplier1', [7, 1], morning, (day) => growing(day, 620, 1_150) + odd(crowd, 0, 90), {
      words: '面粉',
    }),
    habit('owner', 'supplier2', [7, 2], morning, () => odd(crowd, 210, 460), { words: '鸡蛋' }),
    habit('owner', 'supplier3', [14, 2], morning, () => odd(crowd, 380, 900), { words: '肉' }),
    habit('owner', 'supplier4', [30, 3], [9, 18], () => yuan(chance.whole(18, 48) * 100), {
      words: '煤气和包装',
    }),
    habit('owner', 'helper', [7], [19, 22], () => yuan(chance.pick([700, 700, 700, 800])), { words: '工钱' }),
    habit('owner', 'shoplord', [91, 0, 6], [9, 18], () => yuan(13_500), { words: '店租' }),
    habit('helper', 'owner', [50, 15], [12, 22], () => odd(crowd, 10, 80)),
    habit('flat1', 'office', [35, 10], [11, 19], () => yuan(chance.pick([20, 50])), { count: 15 }),
    habit('father', 'office', [47, 12], [9, 19], () => yuan(chance.pick([50, 100])), { count: 20 }),
    habit('uncle', 'coder', [23, 9], [12, 14], () => odd(crowd, 18, 60), { words: 'AA' }),
  ]
}
