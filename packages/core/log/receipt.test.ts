import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkpointText, openCheckpoint, readCheckpoint } from './checkpoint.ts'
import { hashOfLeaf, leafText, showPart, type Happening } from './leaf.ts'
import { inclusionPath, leafHash, rootOf, type Hash } from './merkle.ts'
import { keyIdOf, noteKeyOf, openNote, readKey, signatureLine, writeKey, writeNote } from './note.ts'
import { checkReceipt, writeReceipt } from './receipt.ts'
import { appendLeaves, nodesOf } from './tiles.ts'

const secret = new Uint8Array(32).fill(7)
const origin = 'laisee.test/log'
const key = noteKeyOf(origin, secret)
const salt = new Uint8Array(16).fill(9)
const happening: Happening = {
  kind: 'packet.claimed',
  at: '2026-11-22T08:00:00.000Z',
  parts: [
    { source: 'pkt_1', seq: 3, data: { count: 2 } },
    { memberId: 'mem_1', amount: 120 },
    { memberId: 'mem_2', amount: 80 },
  ],
}
const text = leafText(happening, salt)

function signed(leaves: readonly Hash[]) {
  const [tile] = appendLeaves(0, () => [], leaves)
  const read = nodesOf(() => tile!.hashes)
  const note = checkpointText({ origin, size: leaves.length, root: rootOf(leaves.length, read) })
  return { read, checkpoint: writeNote(note, [signatureLine(note, origin, secret)]) }
}

function receiptOf(index = 2): string {
  const leaves = Array.from({ length: 5 }, (_, i) =>
    i === index ? hashOfLeaf(text) : leafHash(Uint8Array.of(i)),
  )
  const { read, checkpoint } = signed(leaves)
  const shown = [showPart(happening, salt, 0), showPart(happening, salt, 1)]
  return writeReceipt({ leaf: text, shown, index, path: inclusionPath(index, 5, read), checkpoint })
}

it('the example of the note’s own specification is signed by the key it names', () => {
  const given = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
  const note =
    'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'
  const known = readKey(given)!
  expect(writeKey(known)).toBe(given)
  expect(openNote(note, [known])).toBe('This is an example message.\n')
  expect(openNote(note.replace('example message', 'example massage'), [known])).toBeUndefined()
  expect(openNote(note, [key])).toBeUndefined()
})

it('a note is good by the old key and the new one, and bad as soon as a known key’s line is false', () => {
  const next = noteKeyOf(origin, new Uint8Array(32).fill(8))
  const note = 'a text\n'
  const lines = [signatureLine(note, origin, secret), signatureLine(note, origin, new Uint8Array(32).fill(8))]
  expect(keyIdOf(key)).not.toBe(keyIdOf(next))
  expect(openNote(writeNote(note, lines), [key])).toBe(note)
  expect(openNote(writeNote(note, lines), [next])).toBe(note)
  const other = signatureLine('another text\n', origin, secret)
  expect(openNote(writeNote(note, [other, lines[1]!]), [next])).toBe(note)
  expect(openNote(writeNote(note, [other, lines[1]!]), [key, next])).toBeUndefined()
})

it('a checkpoint is read as it is written, and by its own log’s key only', () => {
  const { checkpoint } = signed([leafHash(Uint8Array.of(1))])
  expect(openCheckpoint(checkpoint, [key])).toMatchObject({ origin, size: 1 })
  const stranger = noteKeyOf('another.test/log', secret)
  const note = checkpointText({ origin, size: 1, root: leafHash(Uint8Array.of(1)) })
  expect(
    openCheckpoint(writeNote(note, [signatureLine(note, stranger.name, secret)]), [stranger]),
  ).toBeUndefined()
  for (const wrong of [
    '',
    'a\n1\n',
    'a\n01\nAAAA\n',
    `a\n-1\n${'A'.repeat(43)}=\n`,
    `a\n1\n${'A'.repeat(43)}=`,
  ])
    expect(readCheckpoint(wrong)).toBeUndefined()
})

it('a receipt shows its holder’s part and says nothing of the others’', () => {
  const receipt = receiptOf()
  expect(checkReceipt(receipt, [key])).toMatchObject({
    shown: [{ no: 0 }, { no: 1, what: { memberId: 'mem_1', amount: 120 } }],
    checkpoint: { origin, size: 5 },
  })
  const extra = atob(/^extra (.*)$/m.exec(receipt)![1]!)
  expect(extra).toContain('mem_1')
  expect(extra).not.toContain('mem_2')
})

it('each fault of a receipt has its name', () => {
  const receipt = receiptOf()
  const fault = (altered: string, keys = [key]) => checkReceipt(altered, keys)
  expect(fault('no receipt')).toEqual({ fault: 'not_a_receipt' })
  expect(fault(receipt, [noteKeyOf(origin, new Uint8Array(32).fill(1))])).toEqual({ fault: 'not_signed' })
  expect(fault(receipt.replace(/^5$/m, '6'))).toEqual({ fault: 'not_signed' })
  expect(fault(receipt.replace('index 2', 'index 3'))).toEqual({ fault: 'not_in_the_tree' })
  const extra = /^extra (.*)$/m.exec(receipt)![1]!
  const more = btoa(atob(extra).replace('"amount":120', '"amount":121'))
  expect(fault(receipt.replace(extra, more))).toEqual({ fault: 'part_altered' })
})

it('R29: of a thousand single changes none passes as what it was', () => {
  const receipt = receiptOf()
  const whole = JSON.stringify(checkReceipt(receipt, [key]))
  fc.assert(
    fc.property(fc.nat(receipt.length - 1), fc.integer({ min: 33, max: 126 }), (at, code) => {
      const letter = String.fromCharCode(code)
      fc.pre(receipt[at] !== letter)
      const altered = receipt.slice(0, at) + letter + receipt.slice(at + 1)
      const checked = checkReceipt(altered, [key])
      if (!('fault' in checked)) expect(JSON.stringify(checked)).toBe(whole)
    }),
    { numRuns: 1_000 },
  )
})
