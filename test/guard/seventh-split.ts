/** Bills that are split among a circle. */

import { later, pay } from './seventh-pay.ts'
import { days, moment, type SeventhWorld } from './seventh-world.ts'

/** Money asked back among a circle: somebody pays, some pay their part to them within the hours after. */
export function splitBills(
  world: SeventhWorld,
  circle: readonly string[],
  on: (day: number) => boolean,
  share: number,
  yuan: readonly [number, number],
  words: readonly string[],
): void {
  const { chance } = world
  for (let day = 0; day < days; day++) {
    if (!on(day) || !chance.percent(share)) continue
    const payer = chance.pick(circle)
    const each = chance.percent(50)
      ? chance.whole(yuan[0], yuan[1]) * 100
      : chance.whole(yuan[0] * 100, yuan[1] * 100)
    const at = moment(day, chance.whole(750, 1_250))
    const said = chance.pick(words)
    for (const one of chance.some(circle, Math.min(circle.length - 1, chance.whole(2, 6))))
      if (one !== payer)
        pay(world, one, payer, each, later(at, chance.whole(1, 160)), {
          words: chance.percent(70) ? said : '',
        })
  }
}
