/** A family for tests: 妈妈 with money, 爸爸, and 儿子 with money of his own; every day begins at noon. */

import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { dayMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../../audit/audit.ts'
import { addKey, stepUpFor } from '../../passkeys/testing/key-ring.ts'
import { openCallers, type Callers, type Person } from '../../testing/callers.ts'

export let callers: Callers
export let mama: Person
export let papa: Person
export let son: Person
/** Somebody outside, who is paid. */
export let friend: Person

/** Open the family for the tests of a file; after them everything that waits runs out, and the audit is clean. */
export function useHome(): void {
  beforeAll(async () => {
    callers = await openCallers()
  })
  beforeEach(async () => {
    await callers.service.freeze(Date.UTC(2026, 10, 22, 4))
    mama = await callers.person('妈妈', 1_000_000n)
    papa = await callers.person('爸爸')
    son = await callers.person('儿子', 1_000_000n)
    friend = await callers.person('朋友')
  })
  afterAll(async () => {
    await callers.service.forward(2 * dayMs)
    await callers.service.sweep()
    expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
    await callers.close()
  })
}

export type Body = Record<string, unknown>

export async function allowance(): Promise<string> {
  const { body } = await mama.call('POST', '/v1/families', { memberId: son.id, approveAbove: 1_000 })
  await son.call('POST', `/v1/families/${String(body.id)}/accept`)
  return String(body.id)
}

export async function pay(paidFrom: string, amount = 1_001): Promise<string> {
  const { status, body } = await son.call('POST', '/v1/transfers', { payeeId: friend.id, amount, paidFrom })
  expect([status, body.state], JSON.stringify(body)).toEqual([201, 'approving'])
  return String(body.id)
}

export async function guardedBy(guardian: Person): Promise<string> {
  const { body } = await son.call('POST', '/v1/guardians', { memberId: guardian.id, as: 'protected' })
  expect((await guardian.call('POST', `/v1/guardians/${String(body.id)}/accept`)).status).toBe(200)
  return String(body.id)
}

/** The son is fifteen, and signs each send; gives what sends a packet of this sum. */
export async function minor(): Promise<
  (total: number, more?: object) => Promise<{ status: number; body: Body }>
> {
  await callers.operator.call('PUT', `/v1/members/${son.id}/age-band`, { band: 'teen' })
  const { key } = await addKey(son)
  return async (total, more = {}) => {
    const packet = { kind: 'direct', recipientIds: [friend.id], total, count: 1, ...more }
    return son.call('POST', '/v1/packets', { ...packet, stepUp: await stepUpFor(son, key, { packet }) })
  }
}

export const say = (who: Person, id: string, word: string, body: object = {}) =>
  who.call('POST', `/v1/approvals/${id}/${word}`, body)
export const codeOf = async (reply: Promise<{ status: number; body: Body }>) => {
  const { status, body } = await reply
  return status < 300 ? 'yes' : body.code
}
export const read = async (who: Person, id: string) => (await who.call('GET', `/v1/approvals/${id}`)).body
const placeOf = (id: string) => (id.startsWith('tr_') ? 'transfers' : 'packets')
export const stateOf = async (id: string) => (await son.call('GET', `/v1/${placeOf(id)}/${id}`)).body.state
export const undo = (id: string) => son.call('POST', `/v1/${placeOf(id)}/${id}/undo`)
export const balance = async (who: Person) => Number((await who.call('GET', '/v1/wallet')).body.balance)
export const counted = async () => ((await son.call('GET', '/v1/families')).body.held as Body[])[0]!.counted
export const kinds = async (id: string) => (await callers.events(id)).map(({ kind }) => kind)
