/**
 * A file that somebody chose, checked on this device: a pack or a receipt. Loaded with the first file, for the hashes and
 * signatures are not small; from then on it needs no network.
 */

import { verifyPackZip, type PackVerdict } from '@laisee/core/evidence/verify.ts'
import { readKey, type NoteKey } from '@laisee/core/log/note.ts'
import { checkReceipt, receiptFirstLine, type Checked } from '@laisee/core/log/receipt.ts'

export type FileVerdict =
  | { is: 'pack'; verdict: PackVerdict }
  | { is: 'receipt'; checked: Checked }
  /** A receipt, and no key to check it with. */
  | { is: 'keyless' }
  | { is: 'unknown' }

/** Keys as they were typed, one a line or by commas; undefined where one of them is none. */
export function readKeys(text: string): NoteKey[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  const keys = words.map(readKey)
  return keys.every((key) => key !== undefined) ? keys : undefined
}

/** Check a file by these keys; a pack that is given none is checked by those it names. */
export function checkFile(bytes: Uint8Array, keys: readonly NoteKey[]): FileVerdict {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { is: 'pack', verdict: verifyPackZip(bytes, keys) }
  const text = new TextDecoder().decode(bytes)
  if (!text.startsWith(`${receiptFirstLine}\n`)) return { is: 'unknown' }
  return keys.length === 0 ? { is: 'keyless' } : { is: 'receipt', checked: checkReceipt(text, keys) }
}
