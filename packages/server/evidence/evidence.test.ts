/** Evidence packs from a transfer and a packet to a file that its holder checks alone. */

import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openContainer } from '@laisee/core/evidence/container.ts'
import { itemsDigest } from '@laisee/core/evidence/manifest.ts'
import { verifyPackZip } from '@laisee/core/evidence/verify.ts'
import { minuteMs } from '@laisee/core/instant.ts'
import { readKey } from '@laisee/core/log/note.ts'
import { statement } from '../db/statement.ts'
import { wrongInPdf } from '../documents/check-pdf.ts'
import { handInDocument } from '../documents/hand-in.ts'
import { sequenceLog } from '../log/sequence.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

const restToLog = statement<[], { rest: bigint }>(
  'test_evidence_rest_to_log',
  'select (select count(*) from event) - size as rest from log_head',
)

let callers: Callers
let an: Person
let bo: Person
let cy: Person
let stranger: Person

beforeAll(async () => {
  callers = await openCallers()
  an = await callers.person('王芳', 1_000_000n)
  bo = await callers.person('李伟')
  cy = await callers.person('晨')
  stranger = await callers.person('路人')
})
beforeEach(() => callers.service.freeze(Date.UTC(2026, 10, 22, 8)))
afterAll(() => callers.close())

async function logAll(): Promise<void> {
  const { db } = callers.service.ctx
  await vi.waitFor(
    async () => {
      await sequenceLog(db)
      expect(await db.run(restToLog)).toEqual([{ rest: 0n }])
    },
    { timeout: 30_000, interval: 50 },
  )
}

async function arrivedTransfer(note = '房租，转错了人'): Promise<string> {
  const sent = await an.call('POST', '/v1/transfers', { payeeId: bo.id, amount: 123_456, note, delayS: 0 })
  expect(sent.status, JSON.stringify(sent.body)).toBe(201)
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  await logAll()
  return String(sent.body.id)
}

interface Made {
  pack: { id: string; digest: string; subject: string; stamped: boolean }
  items: { code: string; fileCount: number }[]
  gaps: { code: string }[]
}

async function make(person: Person, body: object): Promise<Made> {
  const { status, body: made } = await person.call('POST', '/v1/evidence-packs', {
    claim: 'mistake',
    ...body,
  })
  expect(status, JSON.stringify(made)).toBe(200)
  return made as unknown as Made
}

async function zipOf(person: Person, id: string): Promise<Uint8Array> {
  const { body } = await person.call('GET', `/v1/evidence-packs/${id}/file`)
  return new Uint8Array(Buffer.from(String(body.zip), 'base64'))
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(pdf.slice()), { mergePages: true })
  return text.replaceAll(/\s+/g, '')
}

const json = (files: ReadonlyMap<string, Uint8Array>, ending: string) => {
  const [, bytes] = [...files].find(([name]) => name.endsWith(ending))!
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
}

describe('a pack of a transfer', () => {
  it('holds, with the service’s key, and tells what happened with a receipt of each event', async () => {
    const id = await arrivedTransfer()
    const made = await make(an, { sourceId: id, statement: '本来要转给房东\n选错了人' })
    expect(made.pack).toMatchObject({ subject: 'transfer', stamped: false })
    const zip = await zipOf(an, made.pack.id)
    const { body: head } = await stranger.call('GET', '/v1/log/checkpoint')
    const keys = (head.keys as string[]).map((key) => readKey(key)!)
    const { ok, problems, manifest } = verifyPackZip(zip, keys)
    expect([problems, ok]).toEqual([[], true])
    expect(manifest!.items.map(({ code }) => code)).toEqual([
      'parties',
      'transaction',
      'postings',
      'statement',
      'events',
      'receipts',
      'clock',
    ])
    const { files } = openContainer(zip)
    const events = json(files, 'events.json').events as { kind: string }[]
    expect(events.map(({ kind }) => kind)).toEqual([
      'transfer.sent',
      'transfer.delivered',
      'transfer.arrived',
    ])
    expect([...files.keys()].filter((name) => name.endsWith('.tlog-proof'))).toHaveLength(events.length)
    expect(json(files, 'postings.json').postings).toMatchObject([
      { from: { ownerId: an.id }, amount: 123_456, reason: 'transfer_sent' },
      { to: { ownerId: bo.id, account: 'wallet' }, amount: 123_456, reason: 'transfer_arrived' },
    ])
    expect(made.gaps.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'return_request',
        'mistake_clock',
        'not_notarised',
        'not_on_chain',
        'not_stamped',
        'demo',
      ]),
    )
    expect(await callers.events(made.pack.id)).toMatchObject([
      { kind: 'evidence.made', data: { digest: made.pack.digest, sourceId: id }, audience: [an.id] },
    ])
  })

  it('has an index in Chinese that a reader of PDF gives back whole', async () => {
    const id = await arrivedTransfer('生日快乐🎂')
    const made = await make(an, { sourceId: id })
    const zip = await zipOf(an, made.pack.id)
    const { files } = openContainer(zip)
    const index = files.get('index.pdf')!
    expect(await wrongInPdf(Buffer.from(index))).toBeUndefined()
    const text = await textOf(index)
    for (const said of [
      '证据目录',
      made.pack.id,
      '没有经过公证，也没有存到中立第三方的区块链上',
      '演示环境制作',
      '1,234.56元（壹仟贰佰叁拾肆元伍角陆分）',
      `王芳（${an.id}）`,
      '生日快乐[U+1F382]',
      '王芳向李伟转账1,234.56元',
      '2026-11-22',
      itemsDigest(verifyPackZip(zip).manifest!.items),
    ])
      expect(text).toContain(said)
  })

  it('is the same pack while nothing new has happened, and another once something has', async () => {
    const id = await arrivedTransfer()
    const first = await make(an, { sourceId: id })
    await callers.service.forward(minuteMs)
    expect((await make(an, { sourceId: id })).pack).toEqual(first.pack)
    expect(Buffer.compare(await zipOf(an, first.pack.id), await zipOf(an, first.pack.id))).toBe(0)
    const said = await make(an, { sourceId: id, statement: '转错了' })
    expect(said.pack.id).not.toBe(first.pack.id)
    const { body } = await an.call('GET', `/v1/evidence-packs?sourceId=${id}`)
    expect((body.items as { id: string }[]).map((pack) => pack.id)).toEqual([said.pack.id, first.pack.id])
    expect((await an.call('GET', `/v1/evidence-packs/${first.pack.id}`)).body).toEqual(first)
  })

  it('is for its parties: the payee has what is theirs to know, a stranger is told that there is nothing', async () => {
    const id = await arrivedTransfer()
    const mine = await make(an, { sourceId: id })
    const theirs = await make(bo, { sourceId: id })
    const { files } = openContainer(await zipOf(bo, theirs.pack.id))
    expect(json(files, 'postings.json').postings).toMatchObject([{ to: { ownerId: bo.id } }])
    const events = json(files, 'events.json').events as { kind: string }[]
    expect(events.map(({ kind }) => kind)).toEqual(['transfer.delivered', 'transfer.arrived'])
    for (const person of [stranger, bo]) {
      const read = await person.call('GET', `/v1/evidence-packs/${mine.pack.id}/file`)
      expect([read.status, read.body.code]).toEqual([404, 'not_found'])
    }
    const refused = await stranger.call('POST', '/v1/evidence-packs', { sourceId: id, claim: 'mistake' })
    expect([refused.status, refused.body.code]).toEqual([404, 'not_found'])
  })
})

it('what was asked, answered, handed in and paid back is in the pack of either side, each with their own papers', async () => {
  const id = await arrivedTransfer()
  const asked = await an.call('POST', `/v1/transfers/${id}/return-requests`, { cause: 'AC03' })
  expect(asked.status, JSON.stringify(asked.body)).toBe(201)
  const [request] = asked.body.requests as { id: string }[]
  await bo.call('GET', `/v1/transfers/${id}/return-requests`)
  await bo.call('POST', `/v1/return-requests/${request!.id}/read`)
  const given = await bo.call('POST', `/v1/return-requests/${request!.id}/return`, { amount: 23_456 })
  expect(given.status, JSON.stringify(given.body)).toBe(200)
  const dispute = await an.call('POST', '/v1/disputes', { sourceId: id, cause: 'mistake', text: '转错了人' })
  expect(dispute.status, JSON.stringify(dispute.body)).toBe(201)
  const bytes = Buffer.from('%PDF-1.4\n% what was said before\n%%EOF\n')
  const paper = { ownerId: an.id, kind: 'chat_record', said: 'application/pdf', bytes } as const
  const { id: documentId } = await handInDocument(callers.service.ctx, paper)
  await an.call('POST', `/v1/disputes/${String(dispute.body.id)}/documents`, { documentId })
  await logAll()
  const made = await make(an, { sourceId: id })
  expect(made.gaps.map(({ code }) => code)).not.toContain('return_request')
  const zip = await zipOf(an, made.pack.id)
  expect(verifyPackZip(zip).problems).toEqual([])
  const { files } = openContainer(zip)
  expect(json(files, 'return_requests.json').requests).toMatchObject([
    { id: request!.id, amount: 123_456, returned: 23_456, readAt: expect.stringMatching(/Z$/) as string },
  ])
  expect(json(files, 'disputes.json').disputes).toMatchObject([{ openerId: an.id, cause: 'mistake' }])
  expect([...files.keys()]).toContain(`documents/${documentId}.pdf`)
  expect([...files.keys()]).toContain(`receipts/${request!.id}-0001.tlog-proof`)
  expect(json(files, 'postings.json').postings).toMatchObject([
    {},
    {},
    { source: request!.id, amount: 23_456 },
  ])
  const text = await textOf(files.get('index.pdf')!)
  expect(text).toContain('收款人已读退还请求')
  expect(text).toContain('累计234.56元')
  const theirs = openContainer(await zipOf(bo, (await make(bo, { sourceId: id })).pack.id)).files
  expect([...theirs.keys()].filter((name) => name.startsWith('documents/'))).toEqual([])
  expect(
    [...theirs.keys()].filter((name) => name.startsWith(`receipts/${request!.id}`)).length,
  ).toBeGreaterThan(2)
})

it('a claimer’s pack of a packet tells their own share and nobody else’s', async () => {
  const ask = { kind: 'equal', recipientIds: [bo.id, cy.id], total: 600, count: 2, greeting: '新年好' }
  const sent = await an.call('POST', '/v1/packets', ask)
  await callers.service.forward(minuteMs)
  await callers.service.sweep()
  const id = String(sent.body.id)
  const early = await bo.call('POST', '/v1/evidence-packs', { sourceId: id, claim: 'enrichment' })
  expect(early.body.code).toBe('not_found')
  for (const person of [bo, cy]) await person.call('POST', `/v1/packets/${id}/claims`)
  const payer = await make(an, { sourceId: id, claim: 'enrichment' })
  const all = json(openContainer(await zipOf(an, payer.pack.id)).files, 'shares.json').shares
  expect((all as { memberId: string }[]).map(({ memberId }) => memberId)).toEqual([bo.id, cy.id])
  expect(payer.gaps.map(({ code }) => code)).toContain('gift')
  const claimer = await make(bo, { sourceId: id, claim: 'enrichment' })
  const { files } = openContainer(await zipOf(bo, claimer.pack.id))
  expect(json(files, 'shares.json').shares).toMatchObject([{ memberId: bo.id, amount: 300 }])
  expect(json(files, 'parties.json').payees).toMatchObject([{ id: bo.id }])
})

it('money that was sent on WeChat: one side’s word, said so, with the steps to show it in court', async () => {
  const outside = {
    platform: 'wechat',
    product: 'transfer',
    amount: 50_000,
    sentAt: '2026-11-20T10:00:00+08:00',
    payeeName: '张三 A',
    taken: true,
  }
  const device = { userAgent: 'Mozilla/5.0 (Linux; Android 16)', clockAt: '2026-11-22T16:00:05+08:00' }
  const made = await make(an, { outside, device })
  expect(made.pack).toMatchObject({ subject: 'outside', sourceId: null })
  const zip = await zipOf(an, made.pack.id)
  expect(verifyPackZip(zip).problems).toEqual([])
  const { files } = openContainer(zip)
  expect(json(files, 'outside.json')).toMatchObject({ payeeName: '张三 A', isChecked: false, saidBy: an.id })
  expect(json(files, 'device.json')).toMatchObject({ deviceIsAheadByMs: 5_000, isChecked: false })
  expect(made.gaps.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['said_only', 'original_device', 'payment_record']),
  )
  const text = await textOf(files.get('index.pdf')!)
  for (const said of ['本平台没有核实', '微信现场演示步骤', '转账单号', '张三A']) expect(text).toContain(said)
})

it('a wish about nothing, about two things, or with fields nobody knows is refused', async () => {
  const outside = {
    platform: 'wechat',
    product: 'packet',
    amount: 1,
    sentAt: '2026-11-20T10:00:00Z',
    payeeName: '张',
  }
  const id = await arrivedTransfer()
  for (const body of [
    { claim: 'mistake' },
    { claim: 'mistake', sourceId: id, outside },
    { claim: 'revenge', sourceId: id },
    { claim: 'mistake', sourceId: 'mem_x' },
    { claim: 'mistake', sourceId: id, statement: 'x'.repeat(2_001) },
    { claim: 'mistake', outside: { ...outside, payeeName: '张\u202e三' } },
  ]) {
    const refused = await an.call('POST', '/v1/evidence-packs', body)
    expect([refused.status, refused.body.code], JSON.stringify(body)).toEqual([400, 'invalid_request'])
  }
})

it('the newest fifty of a member are kept, sealed in the database', async () => {
  const [row] = await callers.rows('select sealed, bytes::int as bytes from evidence_pack limit 1')
  expect(Buffer.from(row!.sealed as Buffer).includes('manifest.json')).toBe(false)
  expect((row!.sealed as Buffer).length).toBe(Number(row!.bytes) + 28)
  await callers.rows(`
    insert into evidence_pack (member_id, id, subject, source_id, claim, made_at, stamped, facts_hash, digest, bytes, sealed)
    select '${cy.id}', 'evp_' || lpad(n::text, 26, '0'), 'outside', null, 'mistake', '2026-01-01Z'::timestamptz + n * interval '1 day',
      false, sha256(n::text::bytea), sha256(n::text::bytea), 1, 'x'::bytea
    from generate_series(1, 55) as n`)
  const outside = {
    platform: 'wechat',
    product: 'packet',
    amount: 1,
    sentAt: '2026-11-20T10:00:00Z',
    payeeName: '张',
  }
  const { pack } = await make(cy, { outside })
  const kept = await callers.rows('select id from evidence_pack where member_id = $1 order by made_at', cy.id)
  expect(kept).toHaveLength(50)
  expect(kept.at(-1)!.id).toBe(pack.id)
})
