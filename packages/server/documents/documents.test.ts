import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentBytesMax } from '@laisee/core/document.ts'
import { createApp, type App } from '../app.ts'
import { openHouse, type House } from '../freezes/testing/house.ts'
import { mintSession } from '../keys/mint-session.ts'
import { openCallers, type Callers, type Person } from '../testing/callers.ts'

let callers: Callers
let app: App
let house: House
let ann: Person
let token: string

beforeAll(async () => {
  callers = await openCallers()
  const { ctx } = callers.service
  app = await createApp(ctx, { limits: 'off' })
  house = await openHouse(callers)
  ann = await callers.person('安')
  const ask = { memberId: ann.id, lifetimeMs: 3_600_000, by: 'test' }
  token = (await ctx.db.transaction((tx) => mintSession(tx, ctx, ask))).token
})
afterAll(async () => {
  await app.stop()
  await callers.close()
})

const dot = { create: { width: 40, height: 30, channels: 3, background: '#c33' } } as const
const pdf = (inside: string) => Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${inside} >>\nendobj\n%%EOF\n`, 'latin1')
async function handIn(bytes: Uint8Array, type: string, more: { query?: string; headers?: object } = {}) {
  const reply = await app.app.inject({
    method: 'POST',
    url: `/v1/documents?kind=chat_record${more.query ?? ''}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': type, ...more.headers },
    payload: Buffer.from(bytes),
  })
  return { status: reply.statusCode, body: reply.json() as Record<string, unknown> }
}
const kept = async () =>
  Number((await callers.rows('select count(*) from document where owner_id = $1', ann.id))[0]!.count)

describe('a document', () => {
  it('that is a picture is drawn anew: where and with what it was taken is gone', async () => {
    const photo = await sharp(dot)
      .withExif({ IFD0: { Make: 'Laisee Camera' }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    expect(photo.includes('Laisee Camera')).toBe(true)
    const made = await handIn(Buffer.concat([photo, Buffer.from('hidden behind the end')]), 'image/jpeg')
    expect(made).toMatchObject({ status: 201, body: { type: 'image/jpeg', kind: 'chat_record' } })
    const { body } = await ann.call('GET', `/v1/documents/${String(made.body.id)}`)
    const shown = Buffer.from(String(body.contentBase64), 'base64')
    expect(await sharp(shown).metadata()).toMatchObject({ format: 'jpeg', width: 40, height: 30 })
    expect(shown.includes('Laisee Camera') || shown.includes('hidden behind')).toBe(false)
  })

  it('is the same one when the same bytes come again, and lies sealed', async () => {
    const text = 'a receipt that only its owner and the staff read'
    const first = await handIn(pdf(`/Title (${text})`), 'application/pdf')
    const again = await handIn(pdf(`/Title (${text})`), 'application/pdf')
    expect(again.body.id).toBe(first.body.id)
    const id = String(first.body.id)
    const [row] = await callers.rows('select sealed from document where id = $1', id)
    expect((row!.sealed as Buffer).includes(text)).toBe(false)
    const stranger = await callers.person('路人')
    expect((await stranger.call('GET', `/v1/documents/${id}`)).status).toBe(404)
    expect((await house.auditor.call('GET', `/v1/documents/${id}`)).status).toBe(200)
  })

  it.each<[string, () => Buffer | Promise<Buffer>, string, number, string]>([
    [
      'a picture that says it is a PDF',
      () => sharp(dot).png().toBuffer(),
      'application/pdf',
      422,
      'document_type_unfit',
    ],
    [
      'a drawing with a script (SVG)',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'image/png',
      422,
      'document_type_unfit',
    ],
    ['a drawing that says so', () => Buffer.from('<svg/>'), 'image/svg+xml', 415, 'unsupported_media_type'],
    ['an archive', () => Buffer.from('504b0304140000000800', 'hex'), 'image/png', 422, 'document_type_unfit'],
    [
      'an archive that says so',
      () => Buffer.from('504b0304', 'hex'),
      'application/zip',
      415,
      'unsupported_media_type',
    ],
    [
      'half a picture',
      async () => (await sharp(dot).png().toBuffer()).subarray(0, 60),
      'image/png',
      422,
      'document_unreadable',
    ],
    [
      'a PDF with a script',
      () => pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
      'application/pdf',
      422,
      'document_unsafe',
    ],
    [
      'a PDF whose script is spelled otherwise',
      () => pdf('/OpenAction << /S /J#61vaScript >>'),
      'application/pdf',
      422,
      'document_unsafe',
    ],
    [
      'a PDF that launches',
      () => pdf('/A << /S /Launch /F (cmd.exe) >>'),
      'application/pdf',
      422,
      'document_unsafe',
    ],
    ['a PDF with a file in it', () => pdf('/EmbeddedFiles 3 0 R'), 'application/pdf', 422, 'document_unsafe'],
    ['a locked PDF', () => pdf('/Encrypt 9 0 R'), 'application/pdf', 422, 'document_unsafe'],
    ['nothing', () => Buffer.alloc(0), 'image/png', 422, 'document_type_unfit'],
    ['JSON', () => Buffer.from('{}'), 'application/json', 415, 'unsupported_media_type'],
    ['more than ten megabytes', () => Buffer.alloc(documentBytesMax + 1), 'image/png', 413, 'body_too_large'],
  ])('is not %s', async (_, make, type, status, code) => {
    const before = await kept()
    expect(await handIn(await make(), type)).toMatchObject({ status, body: { code } })
    expect(await kept()).toBe(before)
  })

  it('is no bomb: a few hundred bytes that say they are a billion points', async () => {
    const head = Buffer.from(await sharp(dot).png().toBuffer())
    head.writeUInt32BE(32_000, 16)
    head.writeUInt32BE(32_000, 20)
    head.writeUInt32BE(crc32(head.subarray(12, 29)), 29)
    expect(await handIn(head, 'image/png')).toMatchObject({
      status: 422,
      body: { code: 'document_unreadable', tooLarge: true },
    })
  })

  it('takes no name of a file, and a claim of two gigabytes is refused before a byte of them', async () => {
    const png = await sharp(dot).png().toBuffer()
    const named = await handIn(png, 'image/png', { query: '&name=..%2F..%2Fetc%2Fpasswd' })
    expect(named).toMatchObject({ status: 400, body: { errors: [{ field: 'name' }] } })
    const path = `attachment; filename="../../etc/passwd"; filename*=UTF-8''%2e%2e%2f%2e%2e%2fetc%2fpasswd`
    const beside = await handIn(png, 'image/png', { headers: { 'content-disposition': path } })
    expect(beside.status).toBe(201)
    expect(JSON.stringify(beside.body)).not.toContain('passwd')
    const { body } = await ann.call('GET', `/v1/documents/${String(beside.body.id)}`)
    expect(JSON.stringify({ ...body, contentBase64: '' })).not.toMatch(/passwd|filename|\.\./)
    const [row] = await callers.rows('select to_jsonb(document) as kept from document where id = $1', body.id)
    expect(JSON.stringify(row)).not.toMatch(/passwd|\.\./)
    const claimed = await handIn(Buffer.alloc(0), 'image/png', {
      headers: { 'content-length': '2000000000' },
    })
    expect(claimed).toMatchObject({ status: 413, body: { code: 'body_too_large' } })
  })

  it('of bytes is taken by no other route', async () => {
    const reply = await app.app.inject({
      method: 'POST',
      url: '/v1/disputes',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png', 'idempotency-key': 'bytes' },
      payload: Buffer.from('x'),
    })
    expect(reply.json()).toMatchObject({ code: 'unsupported_media_type' })
  })
})
