/**
 * Three people for the tests of returns: a payer with money and two to whom it goes, made anew for each test, and a clock
 * that stands at a Sunday noon in Shanghai until a test moves it. At the end of a file the audit must find nothing.
 */

import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { dayMs, minuteMs } from '@laisee/core/instant.ts'
import { auditEverything } from '../../audit/audit.ts'
import { openCallers, type Callers, type Person, type Reply } from '../../testing/callers.ts'

export const noon = Date.UTC(2026, 10, 22, 4)

export let callers: Callers
export let ann: Person
export let bob: Person
export let cai: Person

/** Make the three for the tests of a file. */
export function useTrio(): void {
  beforeAll(async () => {
    callers = await openCallers()
  })
  beforeEach(async () => {
    await callers.service.freeze(noon)
    ann = await callers.person('安', 1_000_000n)
    bob = await callers.person('波')
    cai = await callers.person('蔡')
  })
  afterAll(async () => {
    await callers.service.forward(60 * dayMs)
    await callers.service.sweep()
    expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
    await callers.close()
  })
}

/** Let time pass, and do what is due then. */
export async function pass(ms: number): Promise<void> {
  await callers.service.forward(ms)
  await callers.service.sweep()
}

export const balance = async (person: Person) => Number((await person.call('GET', '/v1/wallet')).body.balance)
export const balances = () => Promise.all([ann, bob, cai].map(balance))
export const told = async (id: string) => (await callers.events(id)).map(({ kind }) => kind)

/** The notices of a member: an inbox tells what stands below the oldest running transaction of the whole server. */
export async function inboxOf(person: Person): Promise<unknown> {
  const [last] = await callers.rows('select pg_current_xact_id()::text as id')
  const past = 'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as past'
  await expect.poll(async () => (await callers.rows(past, last!.id))[0]!.past, { timeout: 10_000 }).toBe(true)
  return (await person.call('GET', '/v1/inbox')).body.items
}

/** A packet of ann's for bob and cai, of which both have taken half. */
export async function packet(total = 20_000): Promise<string> {
  const body = { kind: 'equal', recipientIds: [bob.id, cai.id], total, count: 2 }
  const sent = await ann.call('POST', '/v1/packets', body)
  await pass(minuteMs)
  for (const one of [bob, cai]) await one.call('POST', `/v1/packets/${String(sent.body.id)}/claims`)
  return String(sent.body.id)
}

/** A transfer from ann to bob that has arrived. */
export async function transfer(amount = 5_000): Promise<string> {
  const { body } = await ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount, delayS: 0 })
  await pass(minuteMs)
  return String(body.id)
}

export const requestsIn = ({ body }: Reply) => body.requests as Record<string, unknown>[]

/** Ask a packet or transfer of ann's back. */
export function ask(id: string, more: object = {}, by = ann): Promise<Reply> {
  const kind = id.startsWith('pkt') ? 'packets' : 'transfers'
  return by.call('POST', `/v1/${kind}/${id}/return-requests`, { cause: 'AC03', ...more })
}

/** The same, and the id of the first request it made. */
export const asked = async (id: string, more: object = {}) => String(requestsIn(await ask(id, more))[0]!.id)

/** A word on a request. */
export const on = (id: string, verb: string, by: Person, body?: object) =>
  by.call('POST', `/v1/return-requests/${id}/${verb}`, body ?? (verb === 'return' ? {} : undefined))
