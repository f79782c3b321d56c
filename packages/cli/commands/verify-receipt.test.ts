import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkpointText } from '@laisee/core/log/checkpoint.ts'
import { hashOfLeaf, leafText, showPart } from '@laisee/core/log/leaf.ts'
import { noteKeyOf, signatureLine, writeKey, writeNote } from '@laisee/core/log/note.ts'
import { writeReceipt } from '@laisee/core/log/receipt.ts'
import { laiseeHere } from '../testing/run-laisee.ts'

const origin = 'laisee.test/log'
const secret = new Uint8Array(32).fill(3)
const salt = new Uint8Array(16).fill(4)
const happening = {
  kind: 'packet.sent',
  at: '2026-11-22T08:00:00.000Z',
  parts: [{ source: 'pkt_1', seq: 1, data: { total: 600 } }],
}
const leaf = leafText(happening, salt)
const note = checkpointText({ origin, size: 1, root: hashOfLeaf(leaf) })
const checkpoint = writeNote(note, [signatureLine(note, origin, secret)])
const shown = [showPart(happening, salt, 0)]
const receipt = writeReceipt({ leaf, shown, index: 0, path: [], checkpoint })
const key = writeKey(noteKeyOf(origin, secret))

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laisee-receipt-'))
  file = join(folder, 'sent.tlog-proof')
  await writeFile(file, receipt)
})
afterAll(() => rm(folder, { recursive: true }))

test('a receipt is checked with the log’s key alone, and shows what it is of', async () => {
  const { status, out } = await laiseeHere(['verify', file, '--key', key])
  expect(status).toBe(0)
  expect(out).toBe(
    'VERIFIED: leaf of packet.sent at 2026-11-22T08:00:00.000Z, in the log laisee.test/log of 1 leaves\n' +
      '{"source":"pkt_1","seq":1,"data":{"total":600}}\n',
  )
})

test('another key, and no key, are said to be what is wrong', async () => {
  const other = writeKey(noteKeyOf(origin, new Uint8Array(32)))
  const { status, out } = await laiseeHere(['verify', file, '--json', '--key', other])
  expect([status, out]).toEqual([1, '{"ok":false,"problem":"not_signed"}\n'])
  const without = await laiseeHere(['verify', file])
  expect([without.status, without.err]).toEqual([2, expect.stringContaining('--key')])
  const wrong = await laiseeHere(['verify', file, '--key', 'x'])
  expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('x is not a key of a log')])
})
