/**
 * Where the real cases are taken to their end: people, money that has arrived, what is asked and answered about it, the
 * service's own agents, and the pack of evidence with which somebody leaves. Cases are told in the order of their years.
 */

import { afterAll, beforeAll, expect } from 'vitest'
import { verifyPackZip } from '@laisee/core/evidence/verify.ts'
import { fromIso, minuteMs } from '@laisee/core/instant.ts'
import { readKey } from '@laisee/core/log/note.ts'
import { auditEverything } from '@laisee/server/audit/audit.ts'
import { openHouse } from '@laisee/server/freezes/testing/house.ts'
import { sequenceLog } from '@laisee/server/log/sequence.ts'
import { openCallers, type Callers, type Person, type Reply } from '@laisee/server/testing/callers.ts'

export let callers: Callers
let agentIds: string[]

/** Open the service for a file, in a year before its first case; at the end the audit must find nothing. */
export function useStage(from: string): void {
  beforeAll(async () => {
    callers = await openCallers()
    await at(from)
    const { ada, abe } = await openHouse(callers)
    agentIds = [ada.id, abe.id]
  })
  afterAll(async () => {
    expect((await auditEverything(callers.service.ctx.db)).checks.filter(({ ok }) => !ok)).toEqual([])
    await callers.close()
  })
}

export const at = (moment: string) => callers.service.freeze(fromIso(moment)!)
export async function pass(ms: number): Promise<void> {
  await callers.service.forward(ms)
  await callers.service.sweep()
}
export const yuan = async (person: Person) =>
  Number((await person.call('GET', '/v1/wallet')).body.balance) / 100
export const told = async (id: string) => (await callers.events(id)).map(({ kind }) => kind.split('.')[1]!)

/** Money that has arrived: the payer saw it too late to undo. */
export async function arrived(payer: Person, payee: Person, amount: number): Promise<string> {
  const ask = { payeeId: payee.id, amount: amount * 100, delayS: 0 }
  const { body } = await payer.call('POST', '/v1/transfers', ask)
  await pass(minuteMs)
  return String(body.id)
}

/** Packets to one person, all of them claimed. */
export async function claimed(payer: Person, payee: Person, amounts: readonly number[]): Promise<string[]> {
  const ids: string[] = []
  for (const amount of amounts) {
    const packet = { kind: 'direct', recipientIds: [payee.id], total: amount * 100, count: 1 }
    ids.push(String((await payer.call('POST', '/v1/packets', packet)).body.id))
  }
  await pass(minuteMs)
  for (const id of ids) await payee.call('POST', `/v1/packets/${id}/claims`)
  return ids
}

export const ask = (payer: Person, id: string, body: object): Promise<Reply> =>
  payer.call('POST', `/v1/${id.startsWith('pkt') ? 'packets' : 'transfers'}/${id}/return-requests`, body)
export const firstOf = ({ body }: Reply) => (body.requests as Record<string, unknown>[])[0]!
export const on = (person: Person, request: unknown, verb: string, body?: object) =>
  person.call('POST', `/v1/return-requests/${String(request)}/${verb}`, body)

/** A dispute that an agent of the service has in hand. */
export async function inHand(
  opener: Person,
  sourceId: string,
  said: { cause: string; text: string; answers?: object[] },
): Promise<{ id: string; agent: Person }> {
  const opened = await opener.call('POST', '/v1/disputes', { sourceId, ...said })
  expect(opened.status, JSON.stringify(opened.body)).toBe(201)
  const id = String(opened.body.id)
  const agent = await callers.signedIn(agentIds[0]!)
  await inDispute(agent, id, 'assign', {})
  return { id, agent }
}

export const inDispute = (person: Person, id: string, verb: string, body?: object) =>
  person.call('POST', `/v1/disputes/${id}/${verb}`, body)

/** The last thing that happened to a dispute, as a side reads it. */
export async function lastFact(side: Person, id: string): Promise<Record<string, unknown>> {
  const { body } = await side.call('GET', `/v1/disputes/${id}`)
  return (body.facts as Record<string, unknown>[]).at(-1)!
}

const unlogged = 'select (select count(*) from event)::int - size::int as rest from log_head'

/** A pack of evidence, checked with nothing but the log's keys: what is in it, and what it says is missing. */
export async function packOf(
  person: Person,
  wish: { sourceId: string; claim: string; statement: string },
): Promise<{ problems: readonly unknown[]; items: string[]; gaps: string[] }> {
  const rest = async () => {
    await sequenceLog(callers.service.ctx.db)
    return (await callers.rows(unlogged))[0]!.rest
  }
  await expect.poll(rest, { timeout: 30_000 }).toBe(0)
  const { status, body } = await person.call('POST', '/v1/evidence-packs', wish)
  expect(status, JSON.stringify(body)).toBe(200)
  const { pack, items, gaps } = body as { pack: { id: string }; items: Coded[]; gaps: Coded[] }
  const file = await person.call('GET', `/v1/evidence-packs/${pack.id}/file`)
  const head = await person.call('GET', '/v1/log/checkpoint')
  const keys = (head.body.keys as string[]).map((key) => readKey(key)!)
  const { problems } = verifyPackZip(new Uint8Array(Buffer.from(String(file.body.zip), 'base64')), keys)
  return { problems, items: items.map(({ code }) => code), gaps: gaps.map(({ code }) => code) }
}

interface Coded {
  code: string
}
