/** A receipt of the log, checked by the log's key alone. */

import { readKey, type NoteKey } from '@laisee/core/log/note.ts'
import { checkReceipt, receiptFirstLine, type ReceiptFault } from '@laisee/core/log/receipt.ts'
import { print, printJson } from '../output.ts'
import { UsageError } from '../usage.ts'

/** Why a receipt proves nothing, in words. */
export const receiptFaultWords: Record<ReceiptFault, string> = {
  not_a_receipt: 'it has not the shape of a receipt',
  not_signed: 'no checkpoint in it is signed by this key',
  part_altered: 'what it shows is not what the log has a hash of',
  not_in_the_tree: 'its leaf is not in the tree that was signed',
}

/** Whether a file is a receipt and no other proof. */
export function isReceipt(input: string): boolean {
  return input.startsWith(`${receiptFirstLine}\n`)
}

/** Check it and say so. Gives the exit code. */
export function verifyReceipt(input: string, args: { key?: string; json?: boolean }): number {
  const checked = checkReceipt(input, neededKeys(args.key))
  if (args.json)
    printJson('fault' in checked ? { ok: false, problem: checked.fault } : { ok: true, ...shownOf(checked) })
  else if ('fault' in checked) print(`NOT VERIFIED: ${receiptFaultWords[checked.fault]}`)
  else {
    const { leaf, shown, checkpoint } = shownOf(checked)
    print(
      `VERIFIED: leaf of ${leaf.kind} at ${leaf.at}, in the log ${checkpoint.origin} of ${checkpoint.size} leaves`,
    )
    for (const { what } of shown) print(JSON.stringify(what))
  }
  return 'fault' in checked ? 1 : 0
}

function shownOf({
  leaf,
  shown,
  checkpoint,
}: Exclude<ReturnType<typeof checkReceipt>, { fault: ReceiptFault }>) {
  const { kind, at } = JSON.parse(leaf) as { kind: string; at: string }
  return { leaf: { kind, at }, shown, checkpoint: { origin: checkpoint.origin, size: checkpoint.size } }
}

function neededKeys(given: string | undefined): NoteKey[] {
  if (given === undefined)
    throw new UsageError('a receipt is checked by the log’s key: --key <name+id+base64>')
  return keysOf(given)
}

/** Keys of a log as they were typed. Throws UsageError where one is none. */
export function keysOf(given: string): NoteKey[] {
  return given.split(',').map((text) => {
    const key = readKey(text)
    if (!key) throw new UsageError(`${text} is not a key of a log`)
    return key
  })
}
