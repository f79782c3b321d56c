/**
 * A receipt anyone can check without the service (C2SP tlog-proof): the leaf with the parts that are its holder's, where
 * it stands in the tree, and a signed checkpoint of that tree. What it takes besides is a key of the log.
 */

import { utf8ToBytes } from '@noble/hashes/utils.js'
import { readBase64, writeBase64 } from './base64.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import { hashOfLeaf, isPartOf, type ShownPart } from './leaf.ts'
import { hashBytes, isIncluded, type Hash } from './merkle.ts'
import type { NoteKey } from './note.ts'

export interface Receipt {
  /** The leaf's text. */
  leaf: string
  shown: readonly ShownPart[]
  index: number
  path: readonly Hash[]
  /** The signed note. */
  checkpoint: string
}

/** Why a receipt proves nothing; the first that is so. */
export const receiptFaults = ['not_a_receipt', 'not_signed', 'part_altered', 'not_in_the_tree'] as const
export type ReceiptFault = (typeof receiptFaults)[number]

export type Checked =
  { leaf: string; shown: readonly ShownPart[]; checkpoint: Checkpoint } | { fault: ReceiptFault }

/** What the file begins with (C2SP tlog-proof). */
export const receiptFirstLine = 'c2sp.org/tlog-proof@v1'
const pathMax = 64

/** A receipt as the text of a `.tlog-proof` file. */
export function writeReceipt({ leaf, shown, index, path, checkpoint }: Receipt): string {
  const extra = writeBase64(utf8ToBytes(JSON.stringify({ leaf, shown })))
  const lines = [receiptFirstLine, `extra ${extra}`, `index ${index}`, ...path.map(writeBase64)]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** Read such a text; undefined where it has not its shape. Nothing of it is checked yet. */
export function readReceipt(text: string): Receipt | undefined {
  const end = text.indexOf('\n\n')
  if (end < 0) return undefined
  const [first, extra = '', index = '', ...path] = text.slice(0, end).split('\n')
  const about = readExtra(/^extra (.+)$/.exec(extra)?.[1] ?? '')
  const place = Number(/^index (0|[1-9][0-9]{0,15})$/.exec(index)?.[1] ?? NaN)
  const hashes = path.map((line) => readBase64(line))
  if (first !== receiptFirstLine || !about || !Number.isSafeInteger(place) || hashes.length > pathMax)
    return undefined
  if (hashes.some((hash) => hash?.length !== hashBytes)) return undefined
  return { ...about, index: place, path: hashes as Hash[], checkpoint: text.slice(end + 2) }
}

/** Check a receipt by the keys of the log it is said to be from. Never throws, whatever it is given. */
export function checkReceipt(text: string, keys: readonly NoteKey[]): Checked {
  const receipt = readReceipt(text)
  if (receipt === undefined) return { fault: 'not_a_receipt' }
  const { leaf, shown, index, path } = receipt
  const checkpoint = openCheckpoint(receipt.checkpoint, keys)
  if (checkpoint === undefined) return { fault: 'not_signed' }
  if (!shown.every((part) => isPartOf(leaf, part))) return { fault: 'part_altered' }
  const { size, root } = checkpoint
  if (!isIncluded({ index, size, leaf: hashOfLeaf(leaf), path, root })) return { fault: 'not_in_the_tree' }
  return { leaf, shown, checkpoint }
}

function readExtra(base64: string): Pick<Receipt, 'leaf' | 'shown'> | undefined {
  const bytes = readBase64(base64)
  if (bytes === undefined) return undefined
  try {
    const { leaf, shown } = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    ) as Partial<Receipt>
    return typeof leaf === 'string' && Array.isArray(shown) && shown.every(isShownPart)
      ? { leaf, shown }
      : undefined
  } catch {
    return undefined
  }
}

function isShownPart(part: unknown): part is ShownPart {
  const { no, salt, what } = (part ?? {}) as Partial<ShownPart>
  return Number.isSafeInteger(no) && typeof salt === 'string' && what !== undefined
}
