/** What goes wrong on the way: replies that are lost, copies that come late, keys used twice, requests cancelled unseen. */

import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import type { Ask } from '../asks.ts'
import type { Fault, Step } from '../steps.ts'
import { spoiled, type Town } from './sends.ts'

/** A request that is still on its way, or a copy that comes again much later. */
interface Late {
  at: number
  ask: Ask
}

/** What a claim never meets: it has no key, and while the database is away its queue waits. */
const notOfClaims = { other_body: 0, at_begin: 0 }
/** What moves nothing by itself, and is taken back by its key all the same. */
const isTriedBack = ({ route }: Ask) => ['postGroupNotice', 'askCollection', 'openDispute'].includes(route)
const lostInHundred = 20
const comesAgainInHundred = 4

export class Mishaps {
  readonly #town: Town
  readonly #late: Late[] = []
  /** The keys of what was sent, for those who want it back. */
  readonly #sent: { as: string; key: string }[] = []
  #keys = 0

  constructor(town: Town) {
    this.#town = town
  }

  /** A late request whose moment has come. */
  arriving(): Ask | undefined {
    const due = this.#late.findIndex(({ at }) => at <= this.#town.world.clock)
    return due < 0 ? undefined : this.#late.splice(due, 1)[0]!.ask
  }

  /** A request with a key where it needs one, and with something that goes wrong, perhaps. */
  around(asked: Ask): Step {
    const { world, dice } = this.#town
    if (world.forgotten.has(asked.as))
      return { do: 'ask', ask: asked.route === 'claimPacket' ? asked : this.#keyed(asked) }
    if (/^(read|list|get|openPacketLink|makePacketLink|handIn)/.test(asked.route))
      return { do: 'ask', ask: asked }
    const ask = asked.route === 'claimPacket' || asked.key !== undefined ? asked : this.#keyed(asked)
    if (isTriedBack(ask)) this.#sent.push({ as: ask.as, key: ask.key! })
    if (dice.percent(comesAgainInHundred))
      this.#late.push({ at: world.clock + 1 + dice.below(dayMs / 2), ask })
    return dice.percent(lostInHundred) ? { do: 'ask', ask, fault: this.#fault(ask) } : { do: 'ask', ask }
  }

  /** The steps of a send: perhaps a spoiled one first, under the same key; perhaps it is cancelled before it arrives. */
  beforeSend(asked: Ask): Step[] {
    const { world, dice } = this.#town
    const ask = this.#keyed(asked)
    this.#sent.push({ as: ask.as, key: ask.key! })
    const first: Step[] = dice.percent(5) ? [{ do: 'ask', ask: spoiled(dice, ask) }] : []
    if (!dice.percent(4)) return [...first, this.around(ask)]
    this.#late.push({ at: world.clock + 1 + dice.below(10 * minuteMs), ask })
    return [...first, this.around({ route: 'cancelRequest', as: ask.as, body: { idempotencyKey: ask.key! } })]
  }

  /** A sender who is not sure cancels one of their last sends, or one that never was. */
  cancelOfSent(): Ask {
    const { world, dice } = this.#town
    const never = { as: dice.pick([...world.members.keys()]), key: `never-sent-${this.#keys}` }
    const { as, key } = this.#sent.length > 0 && dice.percent(90) ? dice.pick(this.#sent.slice(-8)) : never
    return { route: 'cancelRequest', as, body: { idempotencyKey: key } }
  }

  #keyed(ask: Ask): Ask {
    this.#keys += 1
    return { ...ask, key: `key-${this.#keys}` }
  }

  #fault(ask: Ask): Fault {
    const { world, dice } = this.#town
    // An attempt at a passphrase is used up by whatever was committed: what is left depends on which copy came first.
    const plain = world.packets.get(ask.params?.id ?? '')?.phrase == null ? 1 : 0
    const weights = {
      lost_reply: 6,
      twice: 5 * plain,
      other_body: 5,
      before_commit: 2 * plain,
      after_commit: 3 * plain,
      at_begin: 1,
    }
    return dice.weighted<Fault>({ ...weights, ...(ask.key === undefined ? notOfClaims : {}) })
  }
}
