/** What came of a payment beside itself is in its pack: disputes, freezes, the collection it paid, the notice in its group. */

import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openContainer } from '@laisee/core/evidence/container.ts'
import { manifestName, readManifest } from '@laisee/core/evidence/manifest.ts'
import { verifyPackZip } from '@laisee/core/evidence/verify.ts'
import { minuteMs } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'
import { handInDocument } from '../documents/hand-in.ts'
import { openHouse, type House } from '../freezes/testing/house.ts'
import { sequenceLog } from '../log/sequence.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

const restToLog = statement<[], { rest: bigint }>(
  'test_case_parts_rest_to_log',
  'select (select count(*) from event) - size as rest from log_head',
)

let callers: Callers
let house: House
let an: Person
let bo: Person
let cy: Person

beforeAll(async () => {
  callers = await openCallers()
  house = await openHouse(callers)
  an = await callers.person('王芳', 1_000_000n)
  bo = await callers.person('李伟')
  cy = await callers.person('晨')
})
beforeEach(() => callers.service.freeze(Date.UTC(2026, 10, 22, 8)))
afterAll(() => callers.close())

async function happened(): Promise<void> {
  const { service } = callers
  await service.forward(minuteMs)
  await service.sweep()
  await vi.waitFor(
    async () => {
      await sequenceLog(service.ctx.db)
      expect(await service.ctx.db.run(restToLog)).toEqual([{ rest: 0n }])
    },
    { timeout: 30_000, interval: 50 },
  )
}

async function did(person: Person, path: string, body: object = {}): Promise<Record<string, unknown>> {
  const reply = await person.call('POST', path, body)
  expect(reply.status, `${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300)
  return reply.body
}

const bytesOf = (body: Record<string, unknown>) => new Uint8Array(Buffer.from(String(body.zip), 'base64'))

/** Each item of a pack by its code; the pack holds, and every event has its receipt. */
function itemsOf(zip: Uint8Array): Record<string, Record<string, unknown>> {
  expect(verifyPackZip(zip).problems).toEqual([])
  const { files } = openContainer(zip)
  const { items } = readManifest(files.get(manifestName)!)!
  const found: Record<string, Record<string, unknown>> = {}
  for (const { code, files: own } of items) {
    const file = own.find(({ name }) => name.endsWith('.json'))
    const text = file ? new TextDecoder().decode(files.get(file.name)) : '{}'
    found[code] = JSON.parse(text) as Record<string, unknown>
  }
  const receipts = [...files.keys()].filter((name) => name.endsWith('.tlog-proof'))
  expect(receipts).toHaveLength((found['events']!.events as unknown[]).length)
  return found
}

async function packOf(person: Person, sourceId: string) {
  const { pack } = (await did(person, '/v1/evidence-packs', { sourceId, claim: 'mistake' })) as unknown as {
    pack: { id: string; subject: string; sourceId: string }
  }
  const { body } = await person.call('GET', `/v1/evidence-packs/${pack.id}/file`)
  return { pack, items: itemsOf(bytesOf(body)) }
}

const kindsIn = ({ events }: Record<string, unknown>, beginning: string) =>
  (events as { kind: string }[]).map(({ kind }) => kind).filter((kind) => kind.startsWith(beginning))

/** A share of a collection that 安 paid, disputed by them; 伯’s money was frozen for it, and let go. */
async function disputed(): Promise<{ id: string; sourceId: string; freezeId: string }> {
  const { id: collectionId } = await did(bo, '/v1/collections', {
    note: '周五火锅',
    shares: [
      { memberId: an.id, amount: 3_000 },
      { memberId: cy.id, amount: 2_500 },
    ],
  })
  const { id: sourceId } = await did(an, `/v1/collections/${String(collectionId)}/pay`)
  await happened()
  const { id } = await did(an, '/v1/disputes', { sourceId, cause: 'mistake', text: '付了两次' })
  await did(house.ada, `/v1/disputes/${String(id)}/assign`)
  await did(house.ada, `/v1/disputes/${String(id)}/notes`, { text: '只给同事看' })
  await did(bo, `/v1/disputes/${String(id)}/statements`, { text: '我没有收到两次' })
  const about = { kind: 'amount', subjectId: bo.id, amount: 1_000, reason: 'dispute', aboutId: id }
  const why = { note: '核查争议', basis: 'policy' }
  const { id: freezeId } = await did(house.ada, '/v1/freezes', { ...about, ...why })
  await did(house.ada, `/v1/freezes/${String(freezeId)}/release`, { reason: 'cleared', note: '查清了' })
  const bytes = Buffer.from('%PDF-1.4\n% what was said before\n%%EOF\n')
  const paper = { ownerId: bo.id, kind: 'chat_record', said: 'application/pdf', bytes } as const
  const { id: documentId } = await handInDocument(callers.service.ctx, paper)
  await did(bo, `/v1/disputes/${String(id)}/documents`, { documentId })
  await happened()
  return { id: String(id), sourceId: String(sourceId), freezeId: String(freezeId) }
}

const told = ['dispute.opened', 'dispute.stated', 'dispute.document_added']

it('the events of a dispute, of a freeze that has ended and of a collection are in the pack, each side’s their own', async () => {
  const { id, sourceId, freezeId } = await disputed()
  const payer = await packOf(an, sourceId)
  expect(kindsIn(payer.items['events']!, 'dispute.')).toEqual(told)
  expect(kindsIn(payer.items['events']!, 'collection.')).toEqual(['collection.asked', 'collection.paid'])
  expect(kindsIn(payer.items['events']!, 'wallet.')).toEqual([])
  expect(payer.items['freezes']).toBeUndefined()
  expect(payer.items['collections']).toMatchObject({
    collections: [{ askerId: bo.id, note: '周五火锅', share: { memberId: an.id, amount: 3_000 } }],
  })
  const payee = await packOf(bo, sourceId)
  expect(payee.items['freezes']!.freezes).toMatchObject([
    { id: freezeId, amount: 1_000, basis: 'policy', releaseReason: 'cleared' },
  ])
  expect(kindsIn(payee.items['events']!, 'wallet.')).toEqual([
    'wallet.amount_frozen',
    'wallet.amount_unfrozen',
  ])
  expect(payee.items['postings']!.postings).toMatchObject([
    {},
    { source: freezeId, to: { account: 'frozen' }, amount: 1_000 },
    { source: freezeId, from: { account: 'frozen' }, amount: 1_000 },
  ])
  const chosen = await packOf(bo, id)
  expect(chosen.pack).toMatchObject({ subject: 'transfer', sourceId: id })
  expect(chosen.items['disputes']!.disputes).toMatchObject([{ id, openerId: an.id }])
  const refused = await cy.call('POST', '/v1/evidence-packs', { sourceId: id, claim: 'mistake' })
  expect([refused.status, refused.body.code]).toEqual([404, 'not_found'])
})

it('a dispute between two about a packet leaves out what others claimed of it', async () => {
  const ask = { kind: 'equal', recipientIds: [bo.id, cy.id], total: 600, count: 2, greeting: '误发' }
  const { id: packetId } = await did(an, '/v1/packets', ask)
  await happened()
  for (const person of [bo, cy]) await did(person, `/v1/packets/${String(packetId)}/claims`)
  const about = { sourceId: packetId, againstId: bo.id, cause: 'mistake', text: '发错了' }
  const { id } = await did(an, '/v1/disputes', about)
  await happened()
  const { items } = await packOf(an, String(id))
  expect(items['shares']!.shares).toMatchObject([{ memberId: bo.id }])
  expect(items['parties']!.payees).toMatchObject([{ id: bo.id }])
  const { postings } = items['postings'] as { postings: { to: { ownerId: string } }[] }
  expect(postings.map(({ to }) => to.ownerId)).toEqual([packetId, bo.id])
})

it('the notice in a group is in the packs of those who were in it', async () => {
  const { id: groupId } = await did(an, '/v1/groups', { name: '火锅群', memberIds: [bo.id, cy.id] })
  const ask = { kind: 'equal', groupId, total: 600, count: 2, greeting: '误发' }
  const { id: packetId } = await did(an, '/v1/packets', ask)
  await happened()
  await did(bo, `/v1/packets/${String(packetId)}/claims`)
  await did(an, `/v1/packets/${String(packetId)}/group-notice`, { text: '发错了，请先不要领' })
  await happened()
  const { items } = await packOf(bo, String(packetId))
  expect(items['collections']!.notices).toMatchObject([{ groupId, text: '发错了，请先不要领' }])
  expect(kindsIn(items['events']!, 'group.')).toEqual(['group.notice_posted'])
})

it('whoever has a dispute in hand makes its pack, with what both sides handed in and no note of staff', async () => {
  const { id, freezeId } = await disputed()
  const at = `/v1/disputes/${id}/evidence-packs`
  const codeOf = async (who: Person, claim = 'mistake') => (await who.call('POST', at, { claim })).body.code
  expect(await codeOf(house.abe)).toBe('not_in_hand')
  expect(await codeOf(house.auditor)).toBe('role_missing')
  expect([await codeOf(an), await codeOf(bo)]).toEqual(['not_found', 'not_found'])
  const { pack } = (await did(house.ada, at, { claim: 'mistake' })) as { pack: { id: string } }
  expect(await callers.events(pack.id)).toMatchObject([
    { kind: 'evidence.made', data: { disputeId: id, by: house.ada.id }, audience: [] },
  ])
  const { body } = await house.auditor.call('GET', `${at}/${pack.id}/file`)
  const items = itemsOf(bytesOf(body))
  expect(kindsIn(items['events']!, 'dispute.')).toEqual(told)
  expect(items['freezes']!.freezes).toMatchObject([{ id: freezeId }])
  expect(JSON.stringify(items)).not.toContain('只给同事看')
  expect(items['documents']!.documents).toHaveLength(1)
  const listed = await house.abe.call('GET', at)
  expect(listed.body.items).toMatchObject([{ id: pack.id, sourceId: id }])
  for (const person of [an, bo])
    expect((await person.call('GET', `${at}/${pack.id}/file`)).body.code).toBe('not_found')
  const looks = await callers.rows(
    `select data ->> 'by' as by, data ->> 'what' as what from event
     where kind = 'access.read' and data -> 'about' ->> 'id' = $1 and data ->> 'what' like '%DisputePack%' order by what`,
    id,
  )
  expect(looks).toEqual([
    { by: house.auditor.id, what: 'downloadDisputePack' },
    { by: house.abe.id, what: 'listDisputePacks' },
    { by: house.ada.id, what: 'makeDisputePack' },
  ])
})

it('an agent who is a side of it gets no pack of the service’s staff', async () => {
  const { id: sourceId } = await did(an, '/v1/transfers', { payeeId: house.abe.id, amount: 500, delayS: 0 })
  await happened()
  const { id } = await did(an, '/v1/disputes', { sourceId, cause: 'mistake', text: '转错了' })
  const at = `/v1/disputes/${String(id)}/evidence-packs`
  for (const reply of [
    await house.abe.call('POST', at, { claim: 'mistake' }),
    await house.abe.call('GET', at),
  ])
    expect([reply.status, reply.body.code]).toEqual([403, 'own_act'])
})
