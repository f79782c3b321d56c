/** Step-ups and who pays: what was signed for one purse is worthless for another. */

import { expect, it } from 'vitest'
import { balance, bob, callers, org, pia, useCompany } from '../approvals/testing/company.ts'
import { addKey, stepUpFor } from './testing/key-ring.ts'

useCompany()

const ownMoney = () => ({ memberId: bob.id, amount: 15_000 })

it.each([
  ['transfers', 'transfer', () => ({ payeeId: pia.id, amount: 15_000 })],
  ['packets', 'packet', () => ({ kind: 'direct', recipientIds: [pia.id], total: 15_000, count: 1 })],
] as const)(
  'of %s, a signature for money of one’s own lets none of an organisation’s go, nor the other way',
  async (noun, what, body) => {
    const rich = await callers.operator.call('POST', '/v1/top-ups', ownMoney())
    expect(rich.status).toBe(201)
    const { key } = await addKey(bob, '手机')
    await bob.call('PUT', '/v1/me/step-up', { fromAmount: 1 })
    const own = body()
    const theirs = { ...own, onBehalfOf: org }
    const before = await balance()
    for (const [signed, sent] of [
      [own, theirs],
      [theirs, own],
    ]) {
      const stepUp = await stepUpFor(bob, key, { [what]: signed })
      const reply = await bob.call('POST', `/v1/${noun}`, { ...sent, stepUp })
      expect(reply.body).toMatchObject({ code: 'step_up_invalid', reason: 'signed_other' })
    }
    expect(await balance()).toBe(before)
    const stepUp = await stepUpFor(bob, key, { [what]: theirs })
    expect((await bob.call('POST', `/v1/${noun}`, { ...theirs, stepUp })).status).toBe(201)
    expect(await balance()).toBe(before - 15_000)
    await callers.operator.call('DELETE', `/v1/members/${bob.id}/passkeys`)
  },
)
