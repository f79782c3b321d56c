/** What the third crowd does by turns: pocket money, rent and coffee, bills split, new people, the same sum twice. */

import { give, moment, odd, stranger, yearDays, yuan, type Crowd } from './third-crowd.ts'

/** All of them. */
export function withTurns(crowd: Crowd): void {
  pocketMoney(crowd)
  rentAfterCoffee(crowd)
  bills(crowd)
  somebodyNew(crowd)
  twiceMeant(crowd)
}

/** Two grandchildren get the same within a minute or two, on Sundays; it is more on a birthday. */
function pocketMoney(crowd: Crowd): void {
  const { chance } = crowd
  for (let day = 3; day < yearDays; day += 14) {
    const sum = chance.percent(85) ? yuan(20) : yuan(50)
    const minutes = chance.whole(8 * 60, 18 * 60)
    give(crowd, 'grandma', 'son', sum, moment(day, minutes), { kind: 'direct', words: '乖' })
    give(crowd, 'grandma', 'daughter', sum, moment(day, minutes + chance.whole(1, 3)), {
      kind: 'direct',
      words: '乖',
    })
  }
  for (const [to, day] of [
    ['son', 201],
    ['daughter', 77],
    ['cousin', 260],
  ] as const) {
    give(crowd, 'grandpa', to, yuan(200), moment(day, 9 * 60), { kind: 'direct', words: '生日快乐' })
    give(crowd, 'aunt', to, yuan(200), moment(day, 12 * 60), { kind: 'direct', words: '生日快乐' })
  }
}

/** A flatmate gets the money for a coffee every week, and a hundred times as much when the rent is due. */
function rentAfterCoffee(crowd: Crowd): void {
  const { chance } = crowd
  for (const from of ['flat2', 'flat3']) {
    const rent = from === 'flat2' ? yuan(2_400) : yuan(1_900)
    for (let day = chance.whole(0, 6); day < yearDays; day += chance.whole(6, 12))
      give(crowd, from, 'flat1', odd(crowd, 12, 34), moment(day, chance.whole(540, 1_380)))
    for (let day = 4; day < yearDays; day += 30)
      give(crowd, from, 'flat1', rent, moment(day + chance.whole(0, 2), chance.whole(480, 1_410)), {
        words: '房租',
      })
  }
  for (let day = 7; day < yearDays; day += 30)
    give(crowd, 'flat1', 'landlord', yuan(6_500), moment(day, chance.whole(540, 1_320)), {
      words: '1203房租',
    })
}

/** A dinner for several: one paid, the others owe the same odd sum, and each sends it that evening. */
function bills(crowd: Crowd): void {
  const { chance } = crowd
  const tables = [
    ['flat1', 'flat2', 'flat3'],
    ['nurse', 'coder', 'cousin'],
    ['room1', 'room2', 'son', 'room4'],
    ['father', 'uncle'],
  ]
  for (let day = 9; day < yearDays; day += chance.whole(9, 16)) {
    const table = chance.some(chance.pick(tables), 2)
    const others = tables.find((one) => one.includes(table[0]!))!.filter((id) => id !== table[0])
    const each = odd(crowd, 28, 140)
    for (const id of others)
      give(crowd, id, table[0]!, each, moment(day, chance.whole(1_230, 1_430)), { words: 'AA' })
  }
}

/** About six new people a month among everyone: a seller, a driver, a deposit; some are paid again. */
function somebodyNew(crowd: Crowd): void {
  const { chance } = crowd
  const payers = [
    'mother',
    'father',
    'flat1',
    'flat2',
    'flat3',
    'nurse',
    'coder',
    'owner',
    'son',
    'uncle',
    'aunt',
    'cousin',
  ]
  for (let day = 1; day < yearDays; day += chance.whole(3, 7)) {
    const from = chance.pick(payers)
    const to = stranger(crowd)
    const small = chance.percent(75)
    const sum = small ? odd(crowd, 9, 160) : yuan(chance.whole(2, 15) * 100)
    const words = chance.pick(['', '', '二手书', '车费', '修水管', '定金', '谢谢'])
    const minutes = chance.whole(8 * 60, 23 * 60)
    give(crowd, from, to, sum, moment(day, minutes), { words, screen: { chosenFrom: 'contacts' } })
    if (chance.percent(35) && day + 20 < yearDays)
      give(crowd, from, to, odd(crowd, 9, 160), moment(day + chance.whole(1, 19), minutes))
  }
}

/** Now and then the same sum goes to the same person again within the hour, and is meant: two tickets, two parcels. */
function twiceMeant(crowd: Crowd): void {
  const { chance } = crowd
  const pairs = [
    ['mother', 'leader'],
    ['son', 'room1'],
    ['nurse', 'coder'],
    ['owner', 'supplier2'],
  ] as const
  for (let n = 0; n < 6; n += 1) {
    const [from, to] = chance.pick(pairs)
    const [day, minutes, sum] = [chance.whole(40, 360), chance.whole(600, 1_300), odd(crowd, 15, 60)]
    give(crowd, from, to, sum, moment(day, minutes), { words: '第一份' })
    give(crowd, from, to, sum, moment(day, minutes + chance.whole(6, 50)), { words: '第二份' })
  }
}
