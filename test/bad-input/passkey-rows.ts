/** The rows of hundred.test.ts about passkeys: each with a member of its own, and what they need made beforehand. */

import { createKeyFor } from '@laisee/server/passkeys/testing/authenticator.ts'
import {
  addKey,
  creationOptionsFor,
  stepUpFor,
  type Caller,
} from '@laisee/server/passkeys/testing/key-ring.ts'

/** What the rows need of the test: a new member, a request by a token, and who the operator is. */
export interface Ground<Request> {
  member(): Promise<{ id: string; token: string } & Caller>
  operator(): string
  packet(): object
  by(token: string, method: string, url: string, body?: object): Request
}

/** By the route's name: the request, and how many events its one effect tells. */
export function passkeyRows<Request>(
  ground: Ground<Request>,
): Record<string, [make: () => Promise<Request>, events: number]> {
  const { member, operator, packet, by } = ground
  async function keyHolder() {
    const who = await member()
    return { who, token: who.token, ...(await addKey(who)) }
  }
  return {
    startPasskey: [async () => by((await member()).token, 'POST', '/v1/me/passkeys/options', {}), 0],
    addPasskey: [
      async () => {
        const { who, key, token } = await keyHolder()
        const { made: credential } = createKeyFor(await creationOptionsFor(who, key))
        return by(token, 'POST', '/v1/me/passkeys', { name: '钥匙', credential })
      },
      1,
    ],
    renamePasskey: [
      async () => {
        const { token, passkeyId } = await keyHolder()
        return by(token, 'PATCH', `/v1/me/passkeys/${passkeyId}`, { name: '旧手机' })
      },
      1,
    ],
    removePasskey: [
      async () => {
        const { who, key, token, passkeyId } = await keyHolder()
        const stepUp = await stepUpFor(who, key, { removePasskey: { id: passkeyId } })
        return by(token, 'POST', `/v1/me/passkeys/${passkeyId}/remove`, { stepUp })
      },
      2,
    ],
    makeRecoveryCodes: [
      async () => {
        const { token, recoveryCodes } = await keyHolder()
        const stepUp = { recoveryCode: recoveryCodes![0]! }
        return by(token, 'POST', '/v1/me/recovery-codes', { stepUp })
      },
      2,
    ],
    startStepUp: [async () => by((await keyHolder()).token, 'POST', '/v1/step-ups', { packet: packet() }), 0],
    setStepUp: [async () => by((await keyHolder()).token, 'PUT', '/v1/me/step-up', { fromAmount: 100 }), 1],
    resetPasskeys: [
      async () => {
        const { who } = await keyHolder()
        return by(operator(), 'DELETE', `/v1/members/${who.id}/passkeys`)
      },
      1,
    ],
  }
}
