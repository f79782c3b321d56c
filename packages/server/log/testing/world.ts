/** A small world in which everything has happened once that somebody may want to change afterwards. */

import { expect } from 'vitest'
import { handInDocument } from '../../documents/hand-in.ts'
import { openHouse } from '../../freezes/testing/house.ts'
import type { Callers, Person } from '../../testing/callers.ts'

type Body = Record<string, unknown>

async function did(person: Person, path: string, body: Body = {}): Promise<Body> {
  const reply = await person.call('POST', path, body)
  expect(reply.status, `${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300)
  return reply.body
}

/** Packets that were claimed; a return, instalments, a dispute with a document, freezes, and a pack of it all. */
export async function liveThrough(callers: Callers): Promise<void> {
  const { service } = callers
  const { ada } = await openHouse(callers)
  const an = await callers.person('安', 100_000n)
  const others = await Promise.all(['波', '晨', '丹'].map((name) => callers.person(name)))
  for (let round = 0; round < 3; round++) await claimedPacket(callers, an, others)
  const bo = others[0]!
  const transfers: string[] = []
  for (const amount of [3_000, 2_000]) {
    const sent = await did(an, '/v1/transfers', { payeeId: bo.id, amount, delayS: 0 })
    transfers.push(String(sent.id))
  }
  await service.forward(60_000)
  await service.sweep()
  const [asked, shared] = transfers
  const made = await did(an, `/v1/transfers/${asked}/return-requests`, { cause: 'AC03' })
  const [request] = made.requests as { id: string }[]
  await did(bo, `/v1/return-requests/${request!.id}/return`, { amount: 500 })
  const terms = { principal: 1_500, plan: { count: 3, firstOn: '2026-11-30', every: 'month' } }
  const plan = `/v1/instalments/${String((await did(an, '/v1/instalments', { about: shared, ...terms })).id)}`
  await did(bo, `${plan}/accept`, { version: 1, consent: false })
  await did(bo, `${plan}/pay`, { no: 1 })
  await dispute(callers, { an, bo, ada, sourceId: asked! })
}

async function dispute(
  callers: Callers,
  { an, bo, ada, sourceId }: { an: Person; bo: Person; ada: Person; sourceId: string },
): Promise<void> {
  const { id } = await did(an, '/v1/disputes', { sourceId, cause: 'mistake', text: '转错了人' })
  const at = `/v1/disputes/${String(id)}`
  await did(ada, `${at}/assign`)
  await did(bo, `${at}/statements`, { text: '是还我的钱' })
  const bytes = Buffer.from('%PDF-1.4\n% what was said before\n%%EOF\n')
  const paper = { ownerId: an.id, kind: 'chat_record', said: 'application/pdf', bytes } as const
  const { id: documentId } = await handInDocument(callers.service.ctx, paper)
  await did(an, `${at}/documents`, { documentId })
  const why = { reason: 'dispute', note: '核查争议', basis: 'policy', aboutId: id }
  for (const kind of ['amount', 'wallet'])
    await did(ada, '/v1/freezes', { ...why, kind, subjectId: bo.id, amount: kind === 'amount' ? 700 : null })
  await did(an, '/v1/evidence-packs', { sourceId, claim: 'mistake' })
}

async function claimedPacket(
  { service }: Callers,
  payer: Person,
  claimers: readonly Person[],
): Promise<void> {
  const recipientIds = claimers.map(({ id }) => id)
  const sent = await did(payer, '/v1/packets', { kind: 'equal', recipientIds, total: 900, count: 3 })
  await service.forward(20_000)
  await service.sweep()
  for (const one of claimers) await did(one, `/v1/packets/${String(sent.id)}/claims`)
}
