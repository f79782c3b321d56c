/** A whole pack for tests: events with receipts from a small log, an index of a few bytes, sealed by a test's key. */

import { utf8ToBytes } from '@noble/hashes/utils.js'
import { checkpointText } from '../../log/checkpoint.ts'
import { hashOfLeaf, leafText, showPart } from '../../log/leaf.ts'
import { inclusionPath, rootOf } from '../../log/merkle.ts'
import { noteKeyOf, signatureLine, writeNote } from '../../log/note.ts'
import { writeReceipt } from '../../log/receipt.ts'
import { appendLeaves, nodesOf } from '../../log/tiles.ts'
import { assemblePack, orderItems, type FoundItem } from '../assemble.ts'
import { gapsOf, type PackFacts } from '../gap.ts'
import { receiptsFolder } from '../manifest.ts'

export const origin = 'laisee.test/log'
export const secret = new Uint8Array(32).fill(7)
export const testKey = noteKeyOf(origin, secret)
export const madeAt = Date.parse('2026-11-22T12:15:03Z')
const sourceId = 'tr_01h8x2m4k6n8p0q2r4s6t8v0w2'

export const someFacts: PackFacts = {
  claim: 'mistake',
  subject: 'transfer',
  madeAt,
  sentAt: Date.parse('2026-11-20T02:00:00Z'),
  taken: true,
  isTest: false,
  byStaff: false,
  hasStatement: false,
  hasDevice: true,
  hasDocuments: false,
  request: 'none',
  agreed: false,
  warned: false,
  events: 3,
  receipts: 3,
  unproven: 0,
  demo: false,
  clockOffsetMs: 0,
  stamped: false,
}

const happenings = ['transfer.sent', 'transfer.delivered', 'transfer.arrived'].map((kind, i) => ({
  source: sourceId,
  seq: i + 1,
  kind,
  at: new Date(madeAt + i).toISOString(),
  data: { payerId: 'mem_a', payeeId: 'mem_b', amount: 100_000, note: '房租' },
}))

function receipts(): FoundItem {
  const salt = new Uint8Array(16).fill(9)
  const logged = happenings.map(({ kind, at, source, seq, data }) => ({
    kind,
    at,
    parts: [{ source, seq, data }],
  }))
  const leaves = logged.map((one) => leafText(one, salt))
  const [tile] = appendLeaves(0, () => [], leaves.map(hashOfLeaf))
  const read = nodesOf(() => tile!.hashes)
  const text = checkpointText({ origin, size: leaves.length, root: rootOf(leaves.length, read) })
  const checkpoint = writeNote(text, [signatureLine(text, origin, secret)])
  const files = leaves.map((leaf, index) => {
    const path = inclusionPath(index, leaves.length, read)
    const shown = [showPart(logged[index]!, salt, 0)]
    return {
      name: `${receiptsFolder}${index + 1}.tlog-proof`,
      bytes: utf8ToBytes(writeReceipt({ leaf, shown, index, path, checkpoint })),
    }
  })
  return { code: 'receipts', files }
}

export const someItems: readonly FoundItem[] = [
  receipts(),
  { code: 'events', data: { events: happenings } },
  {
    code: 'parties',
    data: { payer: { id: 'mem_a', name: '王芳' }, payees: [{ id: 'mem_b', name: '李伟' }] },
  },
  { code: 'clock', data: { offsetMs: 0 } },
]

/** The ZIP of a pack. */
export function somePack(
  found = someItems,
  stamp: Parameters<typeof assemblePack>[1]['stamp'] = null,
): Uint8Array {
  return assemblePack(orderItems(found), {
    id: 'evp_01h8x2m4k6n8p0q2r4s6t8v0w2',
    subject: 'transfer',
    sourceId,
    claim: 'mistake',
    madeAt,
    madeFor: '王芳（mem_a）',
    origin,
    keys: [secret],
    gaps: gapsOf({ ...someFacts, stamped: stamp !== null }),
    index: utf8ToBytes('%PDF of a test'),
    stamp,
    demo: false,
  })
}
