/**
 * The phones of those who sign: a passkey each, which makes and signs what the service asks for as a browser does. What
 * is drawn in a phone is no seed's to decide; it goes out with a request, and stands in no trace.
 */

import {
  createKeyFor,
  signWith,
  type CreationOptions,
  type RequestOptions,
  type SoftKey,
} from '@laisee/server/passkeys/testing/authenticator.ts'
import type { Ask, Fields, Reply } from './asks.ts'

/** Asks the service for something in the name of whoever holds the phone. */
export type Call = (ask: Ask) => Promise<Reply>

export class Devices {
  readonly #keys = new Map<string, SoftKey>()
  /** What has left a phone, by whose request under which key: the same request is never signed anew. */
  readonly #made = new Map<string, Promise<Fields>>()
  #calls = 0

  /** The body of a request as it leaves the phone. */
  async bodyOf(ask: Ask, call: Call): Promise<Fields | undefined> {
    if (ask.signs === undefined && ask.route !== 'addPasskey') return ask.body
    const name = `${ask.as} ${ask.key}`
    const made = this.#made.get(name) ?? this.#make(ask, call)
    this.#made.set(name, made)
    return { ...ask.body, ...(await made) }
  }

  async #make(ask: Ask, call: Call): Promise<Fields> {
    if (ask.route === 'addPasskey') {
      const { options } = await this.#started(ask, 'startPasskey', {}, call)
      const { key, made } = createKeyFor(options as unknown as CreationOptions)
      this.#keys.set(ask.as, key)
      return { credential: { ...made } as unknown as Fields }
    }
    const { options } = await this.#started(ask, 'startStepUp', ask.signs!, call)
    const passkey = signWith(this.#keys.get(ask.as)!, options as unknown as RequestOptions)
    return { stepUp: { passkey: { ...passkey } } }
  }

  async #started({ as }: Ask, route: string, body: Fields, call: Call): Promise<Fields> {
    this.#calls += 1
    const reply = await call({ route, as, body, key: `device-${this.#calls}` })
    if (reply.status !== 201) throw new Error(`${route} was answered ${reply.status} ${reply.text}`)
    return reply.body
  }
}
