/**
 * The workload: seeded people with habits act for some days, and the world is unkind to them. It looks at the auditor's
 * picture only to find what is worth doing; what is right, the auditor says.
 */

import { dayMs, hourMs, minuteMs, secondMs } from '@laisee/core/instant.ts'
import type { Ask, Fields } from './asks.ts'
import type { Packet, Transfer, World } from './auditor/world.ts'
import type { Fault, Step } from './steps.ts'
import { Dice } from './workload/dice.ts'
import { firstGroups, habits, type Habit } from './workload/habits.ts'
import { nextMoment } from './workload/moments.ts'
import { townAct } from './workload/town-acts.ts'
import { packetBody, spoiled, transferBody, type Town } from './workload/sends.ts'
import { claimOf, linkOf, lookAt, lookAtMoney, lookAtTransfer, packetVerbOf, transferVerbOf } from './workload/verbs.ts'

/** The first morning: the day before the Spring Festival of 2026, at eight in Shanghai. */
export const firstMorning = Date.UTC(2026, 1, 16, 0)
const actsPerDay = 42
const dutyNames = [
  'deliver-packets', 'expire-packets', 'deliver-transfers', 'arrive-transfers', 'return-transfers', 'forget-idempotency-keys',
]

/** What a claim never meets: it has no key, and while the database is away its queue waits. */
const none = { other_body: 0, at_begin: 0 }

/** A request that is on its way, or comes a second time, much later. */
interface Late {
  at: number
  ask: Ask
}

export class Workload {
  readonly #town: Town
  readonly #end: number
  readonly #late: Late[] = []
  readonly #planned: Step[] = []
  #keys = 0
  #acts = 0
  #day = 0
  #asleepUntil = 0
  #focus: Packet | Transfer | undefined
  #groupsChangedAt = 0

  constructor(seed: string, days: number, world: World) {
    this.#town = { world, dice: new Dice(`${seed} people`) }
    this.#end = firstMorning + days * dayMs
    this.#planned.push({ do: 'clock', to: firstMorning }, ...habits.flatMap((habit) => this.#arrival(habit)))
  }

  #arrival({ name, undoS, transferDelayS }: Habit): Step[] {
    return [{ do: 'ask', ask: this.#keyed({ route: 'createMember', as: 'operator', body: { name, undoS, transferDelayS } }) }]
  }

  /** The next step, or nothing where the last day is over. */
  next(): Step | undefined {
    const { world } = this.#town
    while (this.#planned.length === 0 && world.clock < this.#end) {
      if (world.groups.size === 0) this.#settleIn()
      else this.#planDay()
    }
    return this.#planned.shift()
  }

  /** On the first day everyone has money, and most are in a group. */
  #settleIn(): void {
    const ids = [...this.#town.world.members.keys()]
    for (const [i, { purse }] of habits.entries())
      this.#plan({ route: 'topUp', as: 'operator', body: { memberId: ids[i]!, amount: purse } })
    for (const { name, by, members } of firstGroups) {
      const memberIds = members.map((place) => ids[place]!)
      this.#plan({ route: 'createGroup', as: by < 0 ? 'operator' : ids[by]!, body: { name, memberIds } })
    }
    this.#planned.push({ do: 'clock', to: firstMorning + minuteMs })
  }

  #planDay(): void {
    const { world, dice } = this.#town
    const dayStart = firstMorning + this.#day * dayMs
    const done = this.#acts >= actsPerDay || world.clock >= dayStart + dayMs
    if (done) {
      this.#day += 1
      this.#acts = 0
      const to = Math.max(world.clock + 1, Math.min(this.#end, dayStart + dayMs + dice.below(30 * minuteMs)))
      this.#planned.push({ do: 'clock', to })
      return
    }
    this.#acts += 1
    this.#pass()
    this.#act()
  }

  /** Let time pass: some seconds, some hours, or up to the very moment at which something is decided, or one beside it. */
  #pass(): void {
    const { world, dice } = this.#town
    const way = dice.weighted({ still: 12, moment: 40, seconds: 38, minutes: 8, hours: 2 })
    this.#focus = undefined
    if (way === 'still' && this.#groupsChangedAt !== world.clock) return
    const moment = way === 'moment' ? nextMoment(this.#town, Math.min(this.#end, world.clock + 2 * hourMs)) : undefined
    this.#focus = moment?.about
    const spans = { still: 2, moment: 5 * secondMs, seconds: 25 * secondMs, minutes: 20 * minuteMs, hours: 2 * hourMs }
    this.#planned.push({ do: 'clock', to: moment?.at ?? world.clock + 1 + dice.below(spans[way]) })
  }

  #act(): void {
    const { world, dice } = this.#town
    const due = this.#late.findIndex(({ at }) => at <= world.clock)
    if (due >= 0) return void this.#planned.push({ do: 'ask', ask: this.#late.splice(due, 1)[0]!.ask })
    if (this.#focus && dice.percent(80)) return this.#actOn(this.#focus)
    const what = dice.weighted({
      send: 26, transfer: 10, on: 38, together: 9, duties: 12, look: 5, town: 9, cancel: 3, restart: 1,
    })
    if (what === 'send' || what === 'transfer') return this.#send(what)
    if (what === 'duties') return this.#duties()
    if (what === 'restart') return void this.#planned.push({ do: 'restart' })
    if (what === 'together') return this.#together()
    if (what === 'cancel') return this.#cancel()
    if (what === 'look') return this.#plan(lookAtMoney(this.#town))
    if (what === 'town') return this.#plan(townAct(this.#town))
    const things = this.#recent()
    if (things.length > 0) this.#actOn(dice.pick(things))
  }

  /** What people still have in mind: mostly what is alive. */
  #recent(): (Packet | Transfer)[] {
    const { world, dice } = this.#town
    const all = [...world.packets.values(), ...world.transfers.values()]
    const alive = all.filter((thing) => thing.end === null)
    return dice.percent(85) && alive.length > 0 ? alive : all
  }

  #actOn(thing: Packet | Transfer): void {
    const town = this.#town
    const { dice } = town
    if (!('kind' in thing)) return this.#plan(dice.percent(80) ? transferVerbOf(town, thing) : lookAtTransfer(town, thing))
    const what = dice.weighted({ claim: 10, verb: 6, look: 2, link: thing.audience === 'link' ? 5 : 0, duties: 2 })
    if (what === 'duties') return this.#duties()
    const make = { claim: claimOf, verb: packetVerbOf, look: lookAt, link: linkOf }[what]
    this.#plan(make(town, thing))
  }

  #who(): { me: string; habit: Habit } {
    const { world, dice } = this.#town
    const ids = [...world.members.keys()]
    const place = Number(dice.weighted(Object.fromEntries(habits.map(({ acts }, i) => [String(i), acts]))))
    return { me: ids[place]!, habit: habits[place]! }
  }

  #send(what: 'send' | 'transfer'): void {
    const town = this.#town
    const { me, habit } = this.#who()
    const { transfer: _, ...kinds } = habit.sends
    const body: Fields = what === 'send' ? packetBody(town, me, habit, town.dice.weighted(kinds)) : transferBody(town, me, habit)
    const ask = this.#keyed({ route: what === 'send' ? 'sendPacket' : 'sendTransfer', as: me, body })
    if (what === 'send' && town.dice.percent(4)) this.#planned.push({ do: 'ask', ask: spoiled(town.dice, ask) })
    if (town.dice.percent(3)) return this.#cancelBeforeArrival(ask)
    this.#plan(ask)
  }

  /** The request hangs somewhere; its sender gives up and cancels it by its key; then it arrives after all. */
  #cancelBeforeArrival(ask: Ask): void {
    const { world, dice } = this.#town
    this.#late.push({ at: world.clock + 1 + dice.below(10 * minuteMs), ask })
    this.#plan({ route: 'cancelRequest', as: ask.as, body: { idempotencyKey: ask.key! } })
  }

  /** A sender who is not sure cancels what they sent before. */
  #cancel(): void {
    const { world, dice } = this.#town
    if (this.#keys === 0) return
    const as = dice.pick([...world.members.keys()])
    const key = this.#sent.length > 0 && dice.percent(90) ? dice.pick(this.#sent.slice(-12)) : { as, key: `never-sent-${this.#keys}` }
    this.#plan({ route: 'cancelRequest', as: key.as, body: { idempotencyKey: key.key } })
  }

  readonly #sent: { as: string; key: string }[] = []

  #duties(): void {
    const { world, dice } = this.#town
    if (world.clock < this.#asleepUntil) return
    // Now and then every sweep stands still for hours, as where all servers are down.
    if (dice.percent(12)) return void (this.#asleepUntil = world.clock + dice.between(1, 600) * minuteMs)
    const names = dice.shuffled(dutyNames).slice(0, dice.percent(60) ? dutyNames.length : dice.between(1, 4))
    this.#planned.push({ do: 'duties', names })
  }

  /** A crowd on one packet or two: whoever may claim, some of them twice, all in one tick. */
  #together(): void {
    const { world, dice } = this.#town
    const open = [...world.packets.values()].filter((p) => p.inside !== null && p.phrase === null && p.end === null)
    const packets = dice.shuffled(open).slice(0, dice.percent(50) ? 2 : 1)
    const asks = packets.flatMap((packet) => {
      const crowd = dice.shuffled([...packet.inside!, ...(dice.percent(40) ? [...packet.inside!].slice(0, 2) : [])])
      return crowd.map((as): Ask => ({ route: 'claimPacket', as, params: { id: packet.id }, body: {} }))
    })
    if (asks.length > 0) this.#planned.push({ do: 'together', asks })
  }

  #keyed(ask: Ask): Ask {
    this.#keys += 1
    return { ...ask, key: `key-${this.#keys}` }
  }

  /** Put a request into the plan, with a key where it needs one, and perhaps with something that goes wrong. */
  #plan(asked: Ask): void {
    const { world, dice } = this.#town
    const reads = /^(read|list|get|open|make)/.test(asked.route)
    const natural = asked.route === 'claimPacket'
    const ask = reads || natural || asked.key !== undefined ? asked : this.#keyed(asked)
    if (/^(join|leave|create)Group$/.test(ask.route)) this.#groupsChangedAt = world.clock
    if (/^send/.test(ask.route)) this.#sent.push({ as: ask.as, key: ask.key! })
    const fault = reads ? undefined : this.#fault(ask)
    this.#planned.push(fault ? { do: 'ask', ask, fault } : { do: 'ask', ask })
    if (!reads && dice.percent(4)) this.#late.push({ at: world.clock + 1 + dice.below(dayMs / 2), ask })
  }

  #fault(ask: Ask): Fault | undefined {
    const { world, dice } = this.#town
    if (!dice.percent(20)) return undefined
    // An attempt at a passphrase is used up by whatever was committed, so that only a client who counts could tell.
    const breaks = world.packets.get(ask.params?.id ?? '')?.phrase == null ? 1 : 0
    const weights = { lost_reply: 6, twice: 5, before_commit: 2 * breaks, after_commit: 3 * breaks }
    return dice.weighted<Fault>({ ...weights, ...(ask.key === undefined ? none : { other_body: 5, at_begin: 1 }) })
  }
}
