/**
 * Receipts and heads of the log, checked on this device. Loaded when somebody looks at one, for signatures are not small.
 * The head that was seen last is kept here: a log that is shown to this device again must go on from it.
 */

import { readBase64 } from '@laisee/core/log/base64.ts'
import { openCheckpoint } from '@laisee/core/log/checkpoint.ts'
import { checkHeads, type HeadFault } from '@laisee/core/log/heads.ts'
import type { Hash } from '@laisee/core/log/merkle.ts'
import { readKey, type NoteKey } from '@laisee/core/log/note.ts'
import { checkReceipt, type ReceiptFault } from '@laisee/core/log/receipt.ts'

export type ReceiptState = 'ok' | ReceiptFault | 'none'
export type WatchState = 'first' | 'goes_on' | 'not_signed' | HeadFault

/** A head as it is kept. */
export interface KeptHead {
  note: string
  keys: string[]
}

/** What each of these receipts comes to by the log's keys; null is an event that was forgotten. */
export function checkReceipts(receipts: readonly (string | null)[], keys: readonly string[]): ReceiptState[] {
  const read = readKeys(keys)
  return receipts.map((receipt) => {
    if (receipt === null) return 'none'
    const checked = checkReceipt(receipt, read)
    return 'fault' in checked ? checked.fault : 'ok'
  })
}

/** What a head comes to beside the one that was kept, and what is to be kept now. */
export async function watchHead(
  shown: KeptHead,
  kept: KeptHead | undefined,
  proofBetween: (from: number, to: number) => Promise<readonly string[]>,
): Promise<{ state: WatchState; keep: KeptHead | undefined }> {
  const before = kept && openCheckpoint(kept.note, readKeys(kept.keys))
  // The key that was known signs beside its successor: whoever knows it learns the next one from it.
  const later = openCheckpoint(shown.note, readKeys(before ? kept.keys : shown.keys))
  if (!later) return { state: 'not_signed', keep: kept }
  if (!before) return { state: 'first', keep: shown }
  const between =
    before.size > 0 && before.size < later.size ? await proofBetween(before.size, later.size) : []
  const path = between.map((hash) => readBase64(hash)).filter((hash): hash is Hash => hash !== undefined)
  const state = checkHeads(before, later, path)
  return { state, keep: state === 'goes_on' ? shown : kept }
}

function readKeys(keys: readonly string[]): NoteKey[] {
  return keys.flatMap((key) => readKey(key) ?? [])
}
