/** A company for tests: 山海公司 with money, two administrators, two approvers, a sender and an auditor. */

import { afterAll, beforeAll, expect } from 'vitest'
import type { GuardPolicy } from '@laisee/core/guard/rule.ts'
import { openCallers, type Callers, type Person } from '../../testing/callers.ts'

export let callers: Callers
/** Administrators. */
export let ada: Person
export let abe: Person
/** Approvers; 波 sends as well. */
export let ann: Person
export let bob: Person
export let sam: Person
export let eve: Person
/** Somebody outside, who is paid. */
export let pia: Person
export let org: string

const money = 100_000_000

/** Open the company before the tests of a file, and close it after them; a guard judges its sends where one is given. */
export function useCompany(guard?: GuardPolicy): void {
  beforeAll(async () => {
    callers = await openCallers(guard)
    ada = await callers.person('达')
    abe = await callers.person('贝')
    ann = await callers.person('安')
    bob = await callers.person('波')
    sam = await callers.person('山')
    eve = await callers.person('伊')
    pia = await callers.person('皮')
    const people = [
      { memberId: ada.id, roles: ['administrator'] },
      { memberId: abe.id, roles: ['administrator'] },
      { memberId: ann.id, roles: ['approver'] },
      { memberId: bob.id, roles: ['sender', 'approver'] },
      { memberId: sam.id, roles: ['sender'] },
      { memberId: eve.id, roles: ['auditor'] },
    ]
    const made = await callers.operator.call('POST', '/v1/organisations', { name: '山海公司', people })
    org = String(made.body.id)
    await callers.operator.call('POST', `/v1/organisations/${org}/top-ups`, { amount: money })
  })
  afterAll(() => callers.close())
}

/** Publish a policy that differs from the default as said. */
export async function publish(change: object): Promise<void> {
  const at = `/v1/organisations/${org}/policies`
  const now = (await ada.call('GET', `/v1/organisations/${org}/policy`)).body.content as object
  const draft = await ada.call('POST', at, { content: { ...now, ...change } })
  const published = await abe.call('POST', `${at}/${String(draft.body.id)}/publish`)
  expect(published.status, JSON.stringify(published.body)).toBe(200)
}

type Body = Record<string, unknown>

export async function codeOf(reply: Promise<{ status: number; body: Body }>): Promise<unknown> {
  const { status, body } = await reply
  return status < 300 ? 'yes' : body.code
}

/** A transfer on behalf: ¥8,000 where it is not said, which has to be approved. */
export async function transfer(more: object = {}, who = sam): Promise<string> {
  const body = { payeeId: pia.id, amount: 800_000, onBehalfOf: org, ...more }
  const reply = await who.call('POST', '/v1/transfers', body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return String(reply.body.id)
}

/** A packet on behalf for one person: ¥150, which goes out at once. */
export async function packet(more: object = {}, who = sam): Promise<string> {
  const body = { kind: 'direct', recipientIds: [pia.id], total: 15_000, count: 1, onBehalfOf: org, ...more }
  const reply = await who.call('POST', '/v1/packets', body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return String(reply.body.id)
}

export const say = (who: Person, sendId: string, word: string, body: object = {}) =>
  who.call('POST', `/v1/approvals/${sendId}/${word}`, body)
export const read = async (who: Person, sendId: string) =>
  (await who.call('GET', `/v1/approvals/${sendId}`)).body
export const stateOf = async (id: string) =>
  (await sam.call('GET', `/v1/${id.startsWith('tr_') ? 'transfers' : 'packets'}/${id}`)).body.state

/** What an organisation's wallet holds. */
export async function balance(): Promise<number> {
  const { body } = await ada.call('GET', `/v1/organisations/${org}`)
  return Number((body.wallet as Body).balance)
}

export const kindsTold = async (id: string) => (await callers.events(id)).map(({ kind }) => kind)
