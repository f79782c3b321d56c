/**
 * Playing a day: every send at its moment, then its claims, its undo, its recall, each asked of the service as the
 * person who did it. A "no" is an outcome like any other; what was answered goes into the books.
 */

import type { Laisee, OperationName, Settled } from '@laisee/client/client.ts'
import { confirmationOf, type Confirmed } from '../confirmation.ts'
import type { Cast } from './cast.ts'
import type { Books } from './books.ts'
import { recipientOf, type Day, type Send, type Step } from './day.ts'
import type { Sent, Stage } from './stage.ts'
import { takeStep, whoSteps } from './steps.ts'
import type { Stopwatch } from './timing.ts'

/** What became of one send, as it was answered. */
export interface Outcome {
  send: Send
  /** The service's id; undefined where it was refused. */
  id?: string
  /** When the service will have decided it by itself, at the latest. */
  decidedBy?: string
  /** What each step was answered: `done`, the result of a recall, or the code of the "no". */
  steps: { step: Step; answer: string; returned: number }[]
}

export interface PlayAsk {
  day: Day
  cast: Cast
  books: Books
  stage: Stage
  stopwatch: Stopwatch
  /** Told after each send, claim and step. */
  onPlayed: () => void
}

/** How often a question is answered that another send of the same person made stale. */
const yesMax = 3

export class Play {
  readonly outcomes: Outcome[] = []
  /** How often each "no" was said, by what was asked. */
  readonly refusals = new Map<string, number>()
  readonly #ask: PlayAsk

  constructor(ask: PlayAsk) {
    this.#ask = ask
  }

  /** Put the whole day on the stage, and play it. */
  async run(): Promise<void> {
    const { day, stage } = this.#ask
    const firstAt = Math.min(...day.sends.map((send) => send.at))
    for (const send of day.sends) stage.intoDay(send.at - firstAt, () => this.#send(send))
    await stage.play()
  }

  async #send(send: Send): Promise<void> {
    const outcome: Outcome = { send, steps: [] }
    this.outcomes.push(outcome)
    const sent =
      send.kind === 'transfer' ? await this.#sendTransfer(outcome) : await this.#sendPacket(outcome)
    this.#ask.onPlayed()
    if (!sent) return
    const { stage } = this.#ask
    const token = send.to.way === 'link' ? await this.#link(send.from, outcome.id!) : undefined
    let before = Promise.resolve()
    for (const step of send.steps) {
      // What one person does one after the other stays in that order, however late the first is answered.
      const take = () => (before = before.then(() => this.#step(outcome, step)))
      if (step.verb === 'undo') stage.afterSend(sent, step.afterMs, take)
      else stage.afterDelivery(sent, step.afterMs, take)
    }
    for (const { by, afterMs } of send.claims)
      stage.afterDelivery(sent, afterMs, () => this.#claim(outcome, by, token))
  }

  async #sendPacket(outcome: Outcome): Promise<Sent | undefined> {
    const body = this.#packetBody(outcome.send)
    const settled = await this.#confirmed((yes) =>
      this.#call<'sendPacket'>('send', outcome.send.from, (laisee) =>
        laisee.settle('sendPacket', { body: { ...body, ...yes } }),
      ),
    )
    if (!settled.ok) return undefined
    this.#note(outcome, settled.data.id, settled.data.expireAt)
    return settled.data
  }

  async #sendTransfer(outcome: Outcome): Promise<Sent | undefined> {
    const { from, to, total, delayS, greeting } = outcome.send
    const payeeId = this.#memberId(recipientOf(to)!)
    const body = { payeeId, amount: Number(total), note: greeting, ...(delayS !== null && { delayS }) }
    const settled = await this.#confirmed((yes) =>
      this.#call<'sendTransfer'>('send transfer', from, (laisee) =>
        laisee.settle('sendTransfer', { body: { ...body, ...yes } }),
      ),
    )
    if (!settled.ok) return undefined
    const { id, arriveAt, acceptBy, deliverAt } = settled.data
    this.#note(outcome, id, arriveAt ?? acceptBy ?? deliverAt)
    return settled.data
  }

  /** What the guard asks about was sent on the day all the same: say yes to it, and count that it asked. */
  async #confirmed<Name extends OperationName>(
    ask: (yes: Confirmed | undefined) => Promise<Settled<Name>>,
  ): Promise<Settled<Name>> {
    let settled = await ask(undefined)
    for (let tries = 0; tries < yesMax && !settled.ok; tries++) {
      const yes = confirmationOf(settled.refusal)
      if (!yes) break
      settled = await ask(yes)
    }
    return settled
  }

  #note(outcome: Outcome, id: string, decidedBy: string): void {
    const { from, total, id: ours } = outcome.send
    outcome.id = id
    outcome.decidedBy = decidedBy
    this.#ask.books.sent(ours, from, total)
  }

  async #link(from: string, id: string): Promise<string | undefined> {
    const ask = { path: { id }, body: {} }
    const settled = await this.#call<'makePacketLink'>('make link', from, (laisee) =>
      laisee.settle('makePacketLink', ask),
    )
    return settled.ok ? settled.data.token : undefined
  }

  async #claim(outcome: Outcome, by: string, token: string | undefined): Promise<void> {
    const ask = { path: { id: outcome.id! }, body: token === undefined ? {} : { token } }
    const settled = await this.#call<'claimPacket'>('claim', by, (laisee) =>
      laisee.settle('claimPacket', ask),
    )
    if (settled.ok) this.#ask.books.claimed(outcome.send.id, by, BigInt(settled.data.amount))
    this.#ask.onPlayed()
  }

  async #step(outcome: Outcome, step: Step): Promise<void> {
    const { send, id } = outcome
    const { laisee } = this.#ask.cast.people.get(whoSteps(send, step.verb))!
    const what = send.kind === 'transfer' ? `${step.verb} transfer` : step.verb
    const { answer, returned, refused } = await this.#ask.stopwatch.time(what, () =>
      takeStep(laisee, id!, send, step.verb),
    )
    if (refused) this.#count(`${what} ${answer}`)
    outcome.steps.push({ step, answer, returned })
    if (returned > 0) this.#ask.books.returned(send.id, BigInt(returned))
    this.#ask.onPlayed()
  }

  async #call<Name extends OperationName>(
    what: string,
    who: string,
    call: (laisee: Laisee) => Promise<Settled<Name>>,
  ): Promise<Settled<Name>> {
    const { laisee } = this.#ask.cast.people.get(who)!
    const settled = await this.#ask.stopwatch.time(what, () => call(laisee))
    if (!settled.ok) this.#count(`${what} ${settled.refusal.code}`)
    return settled
  }

  #count(refusal: string): void {
    this.refusals.set(refusal, (this.refusals.get(refusal) ?? 0) + 1)
  }

  #memberId(who: string): string {
    return this.#ask.cast.people.get(who)!.id
  }

  #packetBody(send: Send) {
    const { to, kind, total, count, split, greeting, expireAfterS } = send
    const named =
      to.way === 'members' ? to.ids : to.way === 'group' && to.one !== undefined ? [to.one] : undefined
    return {
      kind: kind as Exclude<Send['kind'], 'transfer'>,
      total: Number(total),
      count,
      greeting,
      ...(split !== null && { splitMethod: split }),
      ...(expireAfterS !== null && { expireAfterS }),
      ...(named && { recipientIds: named.map((who) => this.#memberId(who)) }),
      ...(to.way === 'group' && { groupId: this.#ask.cast.groups.get(to.id)! }),
      ...(to.way === 'link' && { link: true as const }),
    }
  }
}
