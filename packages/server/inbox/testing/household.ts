/**
 * A household for the tests of notices: a payer with money and two others in one group, made anew for each test so that
 * every inbox begins empty, and a clock that stands until a test moves it.
 */

import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { fromIso, minuteMs, secondMs } from '@laisee/core/instant.ts'
import { openCallers, type Callers, type Person, type Reply } from '../../testing/callers.ts'

const start = fromIso('2026-02-16T04:00:00Z')!

export interface Item {
  kind: string
  sourceId: string
  seq: number
  at: string
  data: Record<string, unknown>
  read: boolean
  quiet: boolean
  cursor: string
}

export let callers: Callers
export let ann: Person
export let bob: Person
export let cai: Person
export let family: string

/** Make the household for the tests of a file. */
export function useHousehold(): void {
  beforeAll(async () => {
    callers = await openCallers()
    await callers.service.freeze(start)
  })
  afterAll(() => callers.close())

  beforeEach(async () => {
    await callers.service.forward(minuteMs)
    ann = await callers.person('安', 1_000_000n)
    bob = await callers.person('波')
    cai = await callers.person('蔡')
    const group = await ann.call('POST', '/v1/groups', { name: '一家人', memberIds: [bob.id, cai.id] })
    family = String(group.body.id)
    await read(ann)
  })
}

/** A stream tells what stands below the oldest running transaction of the whole database server, other tests' included. */
async function told(): Promise<void> {
  const [last] = await callers.rows('select pg_current_xact_id()::text as id')
  const past = 'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as past'
  await expect.poll(async () => (await callers.rows(past, last!.id))[0]!.past, { timeout: 10_000 }).toBe(true)
}

export async function inbox(person: Person, query = ''): Promise<Record<string, unknown>> {
  await told()
  return (await person.call('GET', `/v1/inbox${query}`)).body
}

export const itemsOf = async (person: Person, query = '') => (await inbox(person, query)).items as Item[]
export const kindsOf = async (person: Person) => (await itemsOf(person)).map(({ kind }) => kind)

export async function read(person: Person, through = 'all'): Promise<Reply> {
  await told()
  return person.call('POST', '/v1/inbox/read', { through })
}

/** Let time pass, and do what is due. */
export const pass = async (ms: number) => {
  await callers.service.forward(ms)
  await callers.service.sweep()
}

export async function made(reply: Promise<Reply>): Promise<string> {
  const { status, body } = await reply
  expect(status, JSON.stringify(body)).toBe(201)
  return String(body.id)
}

/** A delivered packet of 3 equal shares to the family, or as a test asks. */
export async function packet(more: object = {}, by = ann): Promise<string> {
  const body = { kind: 'equal', total: 300, count: 3, groupId: family, greeting: '新年快乐', ...more }
  const id = await made(by.call('POST', '/v1/packets', body))
  await pass(10 * secondMs)
  return id
}
export const toBob = () => ({
  kind: 'direct',
  total: 100,
  count: 1,
  groupId: undefined,
  recipientIds: [bob.id],
})

export async function transfer(more: object = {}): Promise<string> {
  const id = await made(ann.call('POST', '/v1/transfers', { payeeId: bob.id, amount: 5_000, ...more }))
  await pass(10 * secondMs)
  return id
}
export const claim = (person: Person, id: string) => person.call('POST', `/v1/packets/${id}/claims`, {})
