/**
 * A company's New Year's Eve, made up: 2,000 people, 300 packets between seven in the evening and half past midnight,
 * claims crowding in the first seconds, and the mistakes people make when everyone sends at once.
 */

import type { Instant } from '../../packages/core/instant.ts'
import type { Day, Group, Send, Step } from '../../packages/cli/replay/day.ts'
import { chanceOf, type Chance } from './chance.ts'
import { newYearsEveMistakes } from './new-years-eve-mistakes.ts'
import { crowd, makeStaff, peopleOf, type Staff } from './staff.ts'

const eve = Date.parse('2026-02-16T19:00:00+08:00')
const endMs = 5.5 * 3_600_000
const greetings = [
  '恭喜发财',
  '新年快乐',
  '马年大吉',
  '万事如意',
  '辛苦一年了',
  '拼手气',
  '除夕快乐',
  '早点回家',
  '',
]

/** The whole evening; the same for ever. */
export function newYearsEveCompany(): Day {
  const chance = chanceOf("laisee: a company's new year's eve")
  const evening = new Evening(chance)
  evening.toEveryone()
  for (let i = 0; i < 84; i++) evening.toDepartment()
  for (let i = 0; i < 103; i++) evening.toTeam()
  for (let i = 0; i < 58; i++) evening.toOne()
  for (let i = 0; i < 20; i++) evening.toSome()
  for (let i = 0; i < 12; i++) evening.byLink()
  evening.sends.push(...newYearsEveMistakes(chance, evening.staff.groups, () => evening.moment()))
  return evening.asDay()
}

class Evening {
  readonly staff: Staff
  readonly sends: Omit<Send, 'id'>[] = []
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
    this.staff = makeStaff(chance)
  }

  #some(prefix: string): Group {
    return this.#chance.pick(this.staff.groups.filter((group) => group.id.startsWith(prefix)))
  }

  /** Half of all packets fall in the minutes after a whole hour. */
  moment(): Instant {
    if (this.#chance.percent(50)) return eve + this.#chance.whole(0, endMs)
    return eve + this.#chance.whole(1, 5) * 3_600_000 + this.#chance.early(600_000)
  }

  /** One of 500 shares at eight, then one an hour, the last at midnight. */
  toEveryone(): void {
    const { ids } = this.staff
    const [chief, ...others] = ids
    const hours: [number, string, number, number, Send['kind'], Send['split']][] = [
      [1, chief!, 2_000_000, 500, 'lucky', 'wechat'],
      [2, others[0]!, 900_000, 300, 'lucky', 'provable'],
      [3, others[1]!, 500_000, 200, 'lucky', 'wechat'],
      [4, others[2]!, 200_000, 200, 'equal', null],
      [5, chief!, 1_888_800, 400, 'lucky', 'provable'],
    ]
    for (const [hour, from, total, count, kind, split] of hours) {
      const claims = crowd(this.#chance, ids, Math.floor(count * 2.6), 30_000)
      this.#send({
        at: eve + hour * 3_600_000,
        from,
        to: { way: 'group', id: 'all' },
        kind,
        split,
        total: BigInt(total),
        count,
        claims,
      })
    }
  }

  toDepartment(): void {
    const { id, members } = this.#some('d')
    const count = this.#chance.whole(20, members.length)
    this.#toGroup(id, members, count, this.#chance.whole(60, 100))
  }

  toTeam(): void {
    const { id, members } = this.#some('t')
    const count = this.#chance.whole(Math.ceil(members.length / 2), members.length)
    this.#toGroup(id, members, count, this.#chance.whole(70, 100))
  }

  #toGroup(id: string, members: readonly string[], count: number, eagerPercent: number): void {
    const equal = this.#chance.percent(20)
    const claims = crowd(this.#chance, members, Math.ceil((members.length * eagerPercent) / 100), 90_000)
    const expireAfterS = this.#chance.percent(4) ? 60 : null
    this.#send({
      at: this.moment(),
      from: this.#chance.pick(members),
      to: { way: 'group', id },
      kind: equal ? 'equal' : 'lucky',
      split: equal ? null : this.#chance.percent(25) ? 'provable' : 'wechat',
      total: BigInt(count) * BigInt(this.#chance.pick([100, 166, 188, 200, 288, 520, 666, 888])),
      count,
      claims,
      expireAfterS,
      steps: expireAfterS === null ? this.#afterwards() : [],
    })
  }

  /** Some senders stop a packet to explain it, some take back the rest. */
  #afterwards(): Step[] {
    if (this.#chance.percent(5)) {
      return [
        { verb: 'pause', afterMs: this.#chance.whole(500, 3_000) },
        { verb: 'release', afterMs: this.#chance.whole(10_000, 30_000) },
      ]
    }
    return this.#chance.percent(6) ? [{ verb: 'recall', afterMs: this.#chance.whole(60_000, 900_000) }] : []
  }

  toOne(): void {
    const { id, members } = this.#some('t')
    const [from, one] = this.#chance.some(members, 2)
    const exclusive = this.#chance.percent(40)
    const claims = this.#chance.percent(85)
      ? [{ by: one!, afterMs: 800 + this.#chance.early(2_400_000) }]
      : []
    const declines = claims.length === 0 && this.#chance.percent(40)
    this.#send({
      at: this.moment(),
      from: from!,
      to: exclusive ? { way: 'group', id, one: one! } : { way: 'members', ids: [one!] },
      kind: exclusive ? 'exclusive' : 'direct',
      total: BigInt(this.#chance.pick([188, 520, 666, 888, 1_314, 1_888, 5_200, 8_888, 20_000])),
      claims,
      steps: declines ? [{ verb: 'decline', afterMs: this.#chance.whole(5_000, 600_000) }] : [],
    })
  }

  /** To people chosen by name, who all may claim one. */
  toSome(): void {
    const [from, ...named] = this.#chance.some(this.staff.ids, this.#chance.whole(4, 16))
    const count = named.length
    const claims = crowd(this.#chance, named, this.#chance.whole(1, count), 600_000)
    const total = BigInt(count) * BigInt(this.#chance.whole(100, 2_000))
    this.#lucky(from!, { way: 'members', ids: named }, total, count, claims)
  }

  byLink(): void {
    const [from, ...others] = this.#chance.some(this.staff.ids, this.#chance.whole(10, 60))
    const count = this.#chance.whole(3, 20)
    const total = BigInt(count) * BigInt(this.#chance.pick([66, 88, 100, 188]))
    const claims = crowd(this.#chance, others, others.length, 300_000)
    this.#lucky(from!, { way: 'link' }, total, count, claims)
  }

  #lucky(from: string, to: Send['to'], total: bigint, count: number, claims: Send['claims']): void {
    this.#send({ at: this.moment(), from, to, kind: 'lucky', split: 'wechat', total, count, claims })
  }

  #send(send: Pick<Send, 'at' | 'from' | 'to' | 'kind' | 'total'> & Partial<Send>): void {
    const greeting = this.#chance.pick(greetings)
    this.sends.push({
      count: 1,
      split: null,
      greeting,
      expireAfterS: null,
      delayS: null,
      claims: [],
      steps: [],
      mistake: null,
      ...send,
    })
  }

  asDay(): Day {
    const sends = this.sends
      .sort((a, b) => a.at - b.at)
      .map((send, i): Send => ({ id: `s${String(i + 1).padStart(3, '0')}`, ...send }))
    return {
      name: 'new-years-eve-company',
      about:
        "合成数据，由程序按种子生成，不是真人真事。Synthetic: a company's New Year's Eve made up by a program from a seed; no real people.",
      synthetic: true,
      people: peopleOf(this.#chance, this.staff, sends),
      groups: this.staff.groups,
      sends,
    }
  }
}
