/**
 * Three months of the demo world's past: salaries, allowances, packets on feast days and Fridays, and the mistakes
 * people make, with what became of each. Weeks count back from now, so that the world is never old.
 */

import { dayMs, hourMs, minuteMs, secondMs, type Instant } from '@laisee/core/instant.ts'
import { seededRandom } from '@laisee/core/random.ts'
import { topUp, withdraw } from '@laisee/server/wallets/funding.ts'
import { pastPackets, pastTransfers } from './mistakes.ts'
import { company, demoGroups } from './people.ts'
import type { Past } from './past.ts'
import type { DemoSends } from './sends.ts'

export const weeksOfHistory = 13
const beijingMs = 8 * hourMs
const random = () => seededRandom('laisee: the demo world')

/** Plan everything that happened between the world's first day and now. */
export function planHistory(past: Past, sends: DemoSends, now: Instant): void {
  const history = new History(past, sends, now)
  for (let week = weeksOfHistory - 1; week >= 1; week--) history.week(week)
  for (const month of [3, 2, 1]) history.month(month)
  history.mistakes()
  history.lately()
}

class History {
  readonly #past: Past
  readonly #sends: DemoSends
  readonly #today: Instant
  readonly #now: Instant
  readonly #random = random()

  constructor(past: Past, sends: DemoSends, now: Instant) {
    this.#past = past
    this.#sends = sends
    this.#now = now
    this.#today = Math.floor((now + beijingMs) / dayMs) * dayMs - beijingMs
  }

  #daysAgo(days: number, time: string): Instant {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return this.#today - days * dayMs + hours * hourMs + minutes * minuteMs + this.#whole(0, 59) * secondMs
  }

  #whole(min: number, max: number): number {
    return min + Number(this.#random.below(BigInt(max - min + 1)))
  }

  /** Members of a group in a drawn order, each a little later. */
  #crowd(group: string, count: number): [string, number][] {
    const members = [...demoGroups.find(({ key }) => key === group)!.members]
    let afterS = 0
    return Array.from({ length: Math.min(count, members.length) }, () => {
      afterS += this.#whole(0, 40)
      return [members.splice(this.#whole(0, members.length - 1), 1)[0]!, afterS]
    })
  }

  /** An ordinary week: allowance, tea on Friday, the family on Sunday. */
  week(weeksAgo: number): void {
    const days = weeksAgo * 7
    const at = (day: number, time: string) => this.#daysAgo(days - day, time)
    this.#sends.transfer(at(0, '08:05'), {
      from: 'mama',
      to: 'xiaoming',
      amount: 10_000,
      delayS: 0,
      note: '零花钱',
    })
    const friends = ['chenchen', 'chenchen2', 'xiaoyu']
    const friend = friends[weeksAgo % 3]!
    this.#sends.packet(at(2, '17:40'), {
      from: 'xiaoming',
      to: friend,
      kind: 'direct',
      total: this.#whole(5, 30) * 50,
      greeting: '奶茶',
      claims: [[friend, this.#whole(4, 300)]],
    })
    this.#sends.packet(at(4, '15:30'), {
      from: 'laoban',
      to: 'company',
      kind: weeksAgo % 3 === 0 ? 'equal' : 'lucky',
      split: weeksAgo % 2 === 0 ? 'provable' : 'wechat',
      total: 12 * this.#whole(10, 60) * 100,
      count: 12,
      greeting: '周五下午茶',
      claims: this.#crowd('company', this.#whole(8, 12)),
    })
    this.#sends.packet(at(6, '19:20'), {
      from: weeksAgo % 2 === 0 ? 'baba' : 'gugu',
      to: 'family',
      kind: 'lucky',
      total: this.#whole(20, 88) * 100,
      count: 5,
      greeting: '周末愉快',
      claims: this.#crowd('family', this.#whole(3, 5)),
    })
  }

  /** Salaries come in, rent and support go out. */
  month(monthsAgo: number): void {
    const at = this.#daysAgo(monthsAgo * 30 - 5, '10:00')
    this.#past.plan(at, async () => {
      for (const who of company) {
        const amount = BigInt(who === 'laoban' ? 8_000_000 : this.#whole(80, 200) * 10_000)
        await topUp(this.#past.tx, { memberId: this.#sends.id(who), amount, reference: '工资' })
      }
    })
    this.#sends.transfer(at + hourMs, { from: 'baba', to: 'mama', amount: 600_000, delayS: 0, note: '家用' })
    this.#sends.transfer(at + 2 * hourMs, {
      from: 'baba',
      to: 'nainai',
      amount: 100_000,
      delayS: 7_200,
      note: '生活费',
    })
    this.#past.plan(at + 2 * dayMs, async () => {
      await withdraw(this.#past.tx, {
        memberId: this.#sends.id('laoban'),
        amount: 2_000_000n,
        reference: '提现到银行卡',
      })
    })
  }

  /** What went wrong, and how each ended. */
  mistakes(): void {
    for (const { daysAgo, time, crowd, ...packet } of pastPackets) {
      const drawn = crowd === undefined ? [] : this.#crowd(packet.to, crowd.count)
      const claims = drawn.map(([who, afterS]): [string, number] => [who, afterS + (crowd?.fromS ?? 0)])
      this.#sends.packet(this.#daysAgo(daysAgo, time), { claims, ...packet })
    }
    for (const { daysAgo, time, ...transfer } of pastTransfers) {
      this.#sends.transfer(this.#daysAgo(daysAgo, time), transfer)
    }
  }

  /** The last hours: what is still on its way when the world is shown. */
  lately(): void {
    const sends = this.#sends
    const ago = (minutes: number) => this.#now - minutes * minuteMs
    sends.packet(ago(190), {
      from: 'laoban',
      to: 'company',
      kind: 'lucky',
      split: 'provable',
      total: 120_000,
      count: 12,
      greeting: '项目上线',
      claims: this.#crowd('company', 7),
    })
    sends.transfer(ago(60), { from: 'mama', to: 'caihong', amount: 50_000, delayS: 86_400, note: '同学聚会' })
    sends.care(ago(50), 'laoban', { holdFrom: null, holdRelations: ['important_customer'], holdS: 86_400 })
    sends.transfer(ago(45), { from: 'laoban', to: 'zhangwei2', amount: 880_000, delayS: 0, note: '项目尾款' })
    sends.ladder(ago(42), { from: 'lina', to: 'wangfang', amount: 50_000, first: 100, note: '合租押金' })
    sends.packet(ago(40), {
      from: 'mama',
      to: 'family',
      kind: 'lucky',
      total: 8_800,
      count: 5,
      greeting: '晚饭前抢一个',
      expireAfterS: 7 * 86_400,
      claims: [['gugu', 30]],
    })
    sends.packet(ago(20), {
      from: 'baba',
      to: 'company',
      kind: 'lucky',
      total: 66_600,
      count: 12,
      greeting: '请大家喝咖啡',
      expireAfterS: 7 * 86_400,
      claims: this.#crowd('company', 3).filter(([who]) => who !== 'baba'),
    })
  }
}
