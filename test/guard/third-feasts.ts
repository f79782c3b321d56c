/** The third crowd's feasts: New Year's eve and the days after it, weddings, days whose number says something. */

import { give, moment, newYear, stranger, yuan, type Crowd } from './third-crowd.ts'

/** Every feast of the year. */
export function withFeasts(crowd: Crowd): void {
  newYearsEve(crowd)
  newYearVisits(crowd)
  lovers(crowd)
  weddings(crowd)
  midAutumn(crowd)
}

const wishes = ['新年快乐', '恭喜发财', '马到成功', '岁岁平安', '压岁钱']

/** Elders to every child the same, one after the other; rounds of small packets in all the groups until past midnight. */
function newYearsEve(crowd: Crowd): void {
  const { chance } = crowd
  const eve = newYear - 1
  for (const [from, sum] of [
    ['grandpa', 200],
    ['grandma', 200],
    ['aunt', 200],
    ['uncle', 188],
    ['mother', 200],
  ] as const) {
    let minutes = chance.whole(18 * 60, 21 * 60)
    for (const to of ['son', 'daughter', 'cousin']) {
      if (to === 'cousin' && (from === 'aunt' || from === 'uncle')) continue
      give(crowd, from, to, yuan(sum), moment(eve, (minutes += chance.whole(1, 4))), {
        kind: 'direct',
        words: '压岁钱',
      })
    }
  }
  give(crowd, 'grandpa', 'son', yuan(1_000), moment(newYear, 9 * 60), { words: '压岁钱' })
  give(crowd, 'grandpa', 'daughter', yuan(1_000), moment(newYear, 9 * 60 + 3), { words: '压岁钱' })
  give(crowd, 'mother', 'nanny', yuan(1_000), moment(eve - 3, 19 * 60), { words: '过年辛苦了' })
  give(crowd, 'owner', 'helper', yuan(1_666), moment(eve - 2, 20 * 60), { words: '年终' })
  give(crowd, 'father', 'grandpa', yuan(5_000), moment(eve, 10 * 60), { words: '爸妈过年' })
  const rounds = [
    ...['father', 'mother', 'aunt', 'uncle', 'son', 'cousin', 'grandpa'].map(
      (from) => [from, 'family', 8] as const,
    ),
    ...['father', 'coder', 'flat1', 'uncle'].map((from) => [from, 'office', 20] as const),
    ...['son', 'room1', 'room2'].map((from) => [from, 'class', 30] as const),
    ...['son', 'room3', 'room4'].map((from) => [from, 'room', 4] as const),
    ...['nurse', 'coder'].map((from) => [from, 'night', 3] as const),
    ['leader', 'market', 60] as const,
    ['owner', 'shop', 5] as const,
  ]
  for (const [from, to, count] of rounds) {
    const times = chance.whole(1, 3)
    for (let n = 0; n < times; n += 1) {
      const sum = yuan(chance.pick([18, 20, 66, 88, 100, 168]))
      const at = moment(eve, chance.whole(19 * 60, 24 * 60 + 45))
      give(crowd, from, to, sum, at, { count, words: chance.pick(wishes) })
    }
  }
}

/** In the first days of the year children of friends and relatives get a packet, many from people new to each other. */
function newYearVisits(crowd: Crowd): void {
  const { chance } = crowd
  for (const from of ['father', 'mother', 'aunt', 'uncle', 'owner', 'nurse']) {
    const visits = chance.whole(1, 3)
    for (let n = 0; n < visits; n += 1) {
      const to = chance.percent(60) ? stranger(crowd) : chance.pick(['daughter', 'cousin', 'son'])
      if (to === from) continue
      const at = moment(newYear + chance.whole(0, 6), chance.whole(9 * 60, 20 * 60))
      give(crowd, from, to, yuan(chance.pick([66, 88, 100, 168, 188, 200])), at, {
        kind: 'direct',
        words: chance.pick(wishes),
      })
    }
  }
  for (const to of ['grandpa', 'grandma']) {
    give(crowd, 'aunt', to, yuan(chance.pick([888, 1_000, 1_666])), moment(newYear, 10 * 60 + 5), {
      words: '健康长寿',
    })
  }
}

/** 14 February, 20 May and the seventh of the seventh month. */
function lovers(crowd: Crowd): void {
  const { chance } = crowd
  for (const day of [136, 231, 322]) {
    const at = () => moment(day, chance.whole(7 * 60, 23 * 60))
    give(crowd, 'father', 'mother', yuan(chance.pick([520, 1_314])), at(), { words: '老婆辛苦了' })
    give(crowd, 'uncle', 'aunt', yuan(520), at(), { words: '爱你' })
    give(crowd, 'coder', 'nurse', chance.pick([5_200n, 13_140n, 52_000n]), at())
    if (day > 200) give(crowd, 'son', 'mate3', chance.pick([520n, 1_314n, 5_200n]), at(), { kind: 'direct' })
  }
}

/** A lucky sum to somebody whom one seldom or never paid: a colleague marries, a child is born. */
function weddings(crowd: Crowd): void {
  const { chance } = crowd
  for (let day = 20; day < 360; day += chance.whole(30, 50)) {
    const from = chance.pick(['father', 'coder', 'flat1', 'uncle'])
    const to = `colleague${chance.whole(0, 18)}`
    give(
      crowd,
      from,
      to,
      yuan(chance.pick([600, 666, 800, 888, 1_000])),
      moment(day, chance.whole(600, 1_260)),
      {
        words: chance.pick(['新婚快乐', '百年好合', '宝宝满月快乐']),
      },
    )
  }
}

/** The feast of the moon on the sixth day, and again in the next autumn; teachers' day is kept with small packets. */
function midAutumn(crowd: Crowd): void {
  for (const day of [5, 359]) {
    give(crowd, 'father', 'family', yuan(88), moment(day, 19 * 60 + 20), { count: 8, words: '中秋快乐' })
    give(crowd, 'aunt', 'grandma', yuan(600), moment(day, 9 * 60 + 40), { words: '中秋快乐' })
    give(crowd, 'uncle', 'grandpa', yuan(600), moment(day, 11 * 60), { words: '中秋快乐' })
  }
}
