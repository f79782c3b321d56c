/**
 * The workload: seeded people with habits act for some days, and the world is unkind to them. It looks at the auditor's
 * picture only to find what is worth doing; what is right, the auditor says.
 */

import { dayMs, hourMs, minuteMs, secondMs } from '@laisee/core/instant.ts'
import type { Ask } from './asks.ts'
import type { Collection } from './auditor/collections.ts'
import { standingNow } from './auditor/disputes.ts'
import type { Packet, Transfer, World } from './auditor/world.ts'
import type { Step } from './steps.ts'
import { actOn, inMind } from './workload/choices.ts'
import { collectionAct } from './workload/collections.ts'
import { crowdSomewhere } from './workload/crowds.ts'
import { Dice } from './workload/dice.ts'
import { disputeAct, disputeStory, firstPapers, openAgain } from './workload/disputes.ts'
import { eveningLooks, nextPage } from './workload/evening.ts'
import { freezeAct, freezeStory } from './workload/freezes.ts'
import { firstCare, firstGroups, firstLimits, habits, type Habit } from './workload/habits.ts'
import { again, answerTo, signed } from './workload/answers.ts'
import { firstHouse, staffNames } from './workload/house.ts'
import { Mishaps } from './workload/mishaps.ts'
import { nextMoment } from './workload/moments.ts'
import { forgetPassing, newcomerAct } from './workload/newcomers.ts'
import { firstOffice, furnish, officeAct, publishFirst } from './workload/offices.ts'
import { planAct } from './workload/plans.ts'
import { reportAct } from './workload/reports.ts'
import { insisted, leftBehind, returnAct } from './workload/returns.ts'
import { asLadder, packetBody, transferBody, type Town } from './workload/sends.ts'
import { asWaits, packetStory, transferStory, type Beat } from './workload/stories.ts'
import { townAct } from './workload/town-acts.ts'
import { lookAtMoney } from './workload/verbs.ts'

/** The first morning: the day before the Spring Festival of 2026, at eight in Shanghai. */
export const firstMorning = Date.UTC(2026, 1, 16, 0)
/** From then on standing consent pays by itself, which nobody here foretells. */
const firstInstalment = Date.UTC(2026, 2, 1, 16)
const actsPerDay = 27
const dutyNames = [
  'time-out-approvals',
  'remind-of-approvals',
  'pass-on-approvals',
  'tell-policies-in-force',
  'release-freezes',
  'close-disputes',
  'end-packet-holds',
  'deliver-packets',
  'tell-expiring-packets',
  'expire-packets',
  'end-transfer-holds',
  'deliver-transfers',
  'arrive-transfers',
  'tell-expiring-transfers',
  'return-transfers',
  'end-return-requests',
  'pay-instalments',
  'forget-idempotency-keys',
]

export class Workload {
  readonly #town: Town
  readonly #mishaps: Mishaps
  readonly #end: number
  readonly #planned: Step[] = []
  /** What is to be planned once everything before it has happened. */
  readonly #then: (() => void)[] = []
  #acts = 0
  #day = 0
  /** Until when every sweep stands still, as where all servers are down. */
  #asleepUntil = 0
  #focus: Packet | Transfer | undefined
  #groupsChangedAt = 0
  #isEvening = false

  constructor(seed: string, days: number, world: World) {
    this.#town = { world, dice: new Dice(`${seed} people`) }
    this.#mishaps = new Mishaps(this.#town)
    this.#end = firstMorning + days * dayMs
    for (const { name, undoS, transferDelayS } of habits)
      this.#plan({ route: 'createMember', as: 'operator', body: { name, undoS, transferDelayS } })
    for (const name of staffNames)
      this.#plan({ route: 'createMember', as: 'operator', body: { name, undoS: 10, transferDelayS: 0 } })
    this.#then.push(() => this.#settleIn())
  }

  /** The next step, or nothing where the last day is over. */
  next(): Step | undefined {
    while (this.#planned.length === 0) {
      const then = this.#then.shift()
      if (then) then()
      else if (this.#town.world.clock < this.#end) this.#planDay()
      else if (this.#isEvening) return undefined
      else this.#spendEvening()
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
    const first = [
      ...firstLimits(ids),
      ...firstCare(ids),
      firstHouse(ids),
      ...firstOffice(ids),
      ...firstPapers(ids),
    ]
    for (const ask of first) this.#plan(ask)
    this.#then.push(() => this.#acceptOffers())
    for (const asks of [furnish, publishFirst])
      this.#then.push(() => {
        for (const ask of asks(this.#town)) this.#plan(ask)
        this.#planned.push({ do: 'clock', to: this.#town.world.clock + minuteMs })
      })
    this.#planned.push({ do: 'clock', to: firstMorning + minuteMs })
  }

  /** Whoever was offered an allowance on the first day, or asked to look after somebody, agrees. */
  #acceptOffers(): void {
    const { families, guardians } = this.#town.world
    for (const { id, holder } of families.values())
      this.#plan({ route: 'acceptFamily', as: holder, params: { id } })
    for (const { id, askedBy, guardian, protected: kept } of guardians.values())
      this.#plan({ route: 'acceptGuardian', as: askedBy === kept ? guardian : kept, params: { id } })
  }

  /** After the last day, whatever is due is done, and everybody looks at what is theirs. */
  #spendEvening(): void {
    this.#isEvening = true
    this.#planned.push({ do: 'duties', names: dutyNames })
    const insist = () => insisted(this.#town).forEach((ask) => this.#plan(ask))
    this.#then.push(insist, insist, insist)
    const leave = () => leftBehind(this.#town).forEach((ask) => this.#plan(ask))
    this.#then.push(leave, () => this.#sleepAWeek())
    this.#then.push(insist, insist, insist, leave, leave, leave, leave, leave)
    this.#then.push(() => {
      for (const look of eveningLooks(this.#town)) {
        this.#plan(look)
        if (look.route === 'listEntries') this.#then.push(() => this.#readOn(look))
      }
    })
  }

  /** More than a week later what waited for an answer has none, and some ask anew before any sweep has come by. */
  #sleepAWeek(): void {
    const { world } = this.#town
    const later = world.clock + 8 * dayMs
    if (later >= firstInstalment) return
    const decided = [...world.disputes.values()].filter((d) => standingNow(world, d).state === 'decided')
    this.#planned.push({ do: 'clock', to: later })
    for (const dispute of decided.slice(-2)) this.#plan(openAgain(dispute))
    this.#planned.push({ do: 'duties', names: dutyNames })
    this.#then.unshift(() => forgetPassing(this.#town).forEach((ask) => this.#plan(ask)))
  }

  #readOn(read: Ask): void {
    const next = nextPage(this.#town, read)
    if (!next) return
    this.#plan(next)
    this.#then.unshift(() => this.#readOn(next))
  }

  #planDay(): void {
    const { world, dice } = this.#town
    const dayStart = firstMorning + this.#day * dayMs
    if (this.#acts >= actsPerDay || world.clock >= dayStart + dayMs) {
      this.#day += 1
      this.#acts = 0
      const morning = Math.min(this.#end, dayStart + dayMs + dice.below(30 * minuteMs))
      this.#planned.push({ do: 'clock', to: Math.max(world.clock + 1, morning) })
      return
    }
    this.#acts += 1
    this.#pass()
    // Of what needs many words to come to its end, every day has some.
    if (this.#acts % 11 === 8) this.#dispute('open')
    else if (this.#acts % 20 === 4) this.#collect('ask')
    else this.#act()
  }

  /** Let time pass: some seconds, some hours, or up to the very moment at which something is decided, or one beside it. */
  #pass(): void {
    const { world, dice } = this.#town
    const way = dice.weighted({ still: 12, moment: 36, seconds: 40, minutes: 10, hours: 2 })
    this.#focus = undefined
    if (way === 'still' && this.#groupsChangedAt !== world.clock) return
    const moment =
      way === 'moment' ? nextMoment(this.#town, Math.min(this.#end, world.clock + 2 * hourMs)) : undefined
    this.#focus = moment?.about
    const spans = {
      still: 2,
      moment: 5 * secondMs,
      seconds: 25 * secondMs,
      minutes: 20 * minuteMs,
      hours: 2 * hourMs,
    }
    this.#planned.push({ do: 'clock', to: moment?.at ?? world.clock + 1 + dice.below(spans[way]) })
  }

  #act(): void {
    const town = this.#town
    const { dice } = town
    const late = this.#mishaps.arriving()
    if (late) return void this.#planned.push({ do: 'ask', ask: late })
    if (this.#focus && dice.percent(80)) return this.#actOn(this.#focus)
    const what = dice.weighted({
      send: 31,
      transfer: 20,
      on: 24,
      together: 6,
      duties: 10,
      look: 5,
      town: 12,
      office: 10,
      back: 16,
      freeze: 7,
      dispute: 6,
      collection: 7,
      newcomer: 2,
      cancel: 4,
      plan: 11,
      report: 8,
      restart: 1,
    })
    if (what === 'send' || what === 'transfer') return this.#send(what)
    if (what === 'duties') return this.#duties()
    if (what === 'restart') return void this.#planned.push({ do: 'restart' })
    if (what === 'together') return this.#together(crowdSomewhere(town))
    if (what === 'cancel') return this.#plan(this.#mishaps.cancelOfSent())
    if (what === 'look') return this.#plan(lookAtMoney(town))
    if (what === 'town') return this.#plan(townAct(town))
    if (what === 'report') return this.#plan(reportAct(town))
    if (what === 'freeze') return this.#freeze()
    if (what === 'office') return this.#plan(officeAct(town))
    if (what === 'collection') return this.#collect()
    if (what === 'newcomer') return this.#plan(newcomerAct(town))
    if (what === 'dispute') return this.#dispute()
    if (what === 'plan') return this.#payInParts()
    if (what === 'back') {
      const ask = returnAct(town)
      return ask ? this.#plan(ask) : this.#duties()
    }
    const things = inMind(town)
    if (things.length > 0) this.#actOn(dice.pick(things))
  }

  /** What is planned is sent part by part, some of it soon after one another. */
  #payInParts(): void {
    const { world, dice } = this.#town
    const { ask, habit } = planAct(this.#town)
    if (ask.route === 'sendSplitPart') this.#askToSend(ask, habit)
    else this.#plan(ask)
    if (!dice.percent(50)) return
    this.#then.push(() => {
      this.#planned.push({ do: 'clock', to: world.clock + 1 + dice.below(20 * secondMs) })
      this.#then.unshift(() => this.#payInParts())
    })
  }

  #freeze(): void {
    const { freezes } = this.#town.world
    const before = freezes.size
    this.#plan(freezeAct(this.#town))
    this.#then.unshift(() => {
      if (freezes.size > before) this.#play(freezeStory(this.#town))
    })
  }

  #dispute(wish?: 'open'): void {
    const town = this.#town
    const ask = disputeAct(town, wish)
    if (!ask) return this.#duties()
    const before = town.world.disputes.size
    this.#plan(ask)
    this.#then.unshift(() => {
      if (town.world.disputes.size > before) this.#play(disputeStory(town))
    })
  }

  /** Whoever pays what they are asked for is a sender like any other. */
  #collect(wish?: 'ask'): void {
    const { collections } = this.#town.world
    const ask = collectionAct(this.#town, wish)
    const before = collections.size
    if (ask.route === 'payCollectionShare') this.#pay(ask)
    else this.#plan(ask)
    if (ask.route !== 'askCollection') return
    this.#then.unshift(() => {
      if (collections.size > before) this.#payShares([...collections.values()].at(-1)!)
    })
  }

  /** Some of those who are asked pay at once, each with a question of the guard's and a story of their own. */
  #payShares(c: Collection): void {
    const { dice } = this.#town
    const payers = c.shares.filter(() => dice.percent(60)).map(({ member }) => member)
    for (const as of payers)
      this.#then.unshift(() => this.#pay({ route: 'payCollectionShare', as, params: { id: c.id }, body: {} }))
  }

  #pay(ask: Ask): void {
    const place = [...this.#town.world.members.keys()].indexOf(ask.as)
    this.#askToSend(ask, habits[place] ?? habits[0]!)
  }

  #actOn(thing: Packet | Transfer): void {
    const ask = actOn(this.#town, thing)
    if (ask) this.#plan(ask)
    else this.#duties()
  }

  #send(what: 'send' | 'transfer'): void {
    const town = this.#town
    const { world, dice } = town
    const place = Number(dice.weighted(Object.fromEntries(habits.map(({ acts }, i) => [String(i), acts]))))
    const [me, habit] = [[...world.members.keys()][place]!, habits[place]!]
    const { transfer: _, ...kinds } = habit.sends
    const body =
      what === 'send' ? packetBody(town, me, habit, dice.weighted(kinds)) : transferBody(town, me, habit)
    const ladder = what === 'send' ? undefined : asLadder(body)
    const route = what === 'send' ? 'sendPacket' : ladder ? 'sendLadder' : 'sendTransfer'
    this.#askToSend({ route, as: me, body: ladder ?? body }, habit)
  }

  /** Ask to send it; whatever the guard asks back is answered. */
  #askToSend(asked: Ask, habit: Habit): void {
    const { world } = this.#town
    const ask = signed(this.#town, asked)
    world.question = null
    for (const step of this.#mishaps.beforeSend(ask)) this.#planned.push(step)
    this.#then.unshift(() => {
      const next = answerTo(this.#town) ?? again(this.#town, ask)
      if (next) this.#askToSend(next, habit)
      else this.#tellStory(ask, habit)
    })
  }

  /** What follows, if it was sent. */
  #tellStory(ask: Ask, habit: Habit): void {
    const { world } = this.#town
    const packet = [...world.packets.values()].at(-1)
    const transfer = [...world.transfers.values()].at(-1)
    const isNew = (thing: Packet | Transfer | undefined) =>
      thing?.payer === ask.as && thing.sentAt >= world.clock
    if (packet && isNew(packet)) this.#play(packetStory(this.#town, packet, habit, ask))
    else if (transfer && isNew(transfer))
      this.#play(transferStory(this.#town, asWaits(world, transfer), habit, ask))
  }

  #play(beats: Beat[]): void {
    for (const { at, asks, together } of beats) {
      this.#then.push(() => {
        const to = Math.max(at, this.#town.world.clock)
        if (to > this.#town.world.clock) this.#planned.push({ do: 'clock', to })
        this.#then.unshift(() =>
          together ? this.#together(asks()) : asks().forEach((ask) => this.#plan(ask)),
        )
      })
    }
  }

  #together(asks: Ask[]): void {
    if (asks.length > 0) this.#planned.push({ do: 'together', asks })
  }

  #duties(): void {
    const { world, dice } = this.#town
    if (world.clock < this.#asleepUntil) return
    if (dice.percent(12)) return void (this.#asleepUntil = world.clock + dice.between(1, 600) * minuteMs)
    const names = dice.shuffled(dutyNames).slice(0, dice.percent(60) ? dutyNames.length : dice.between(1, 4))
    this.#planned.push({ do: 'duties', names })
  }

  /** Put a request into the plan, with a key where it needs one, and perhaps with something that goes wrong. */
  #plan(ask: Ask): void {
    if (/^(join|leave|create)Group$|Organisation|Policy|^(delegate|endDelegation)/.test(ask.route))
      this.#groupsChangedAt = this.#town.world.clock
    this.#planned.push(this.#mishaps.around(ask))
  }
}
