/** The receipts in an evidence pack: each proves an event, and it is one that the pack's own list has. */

import { canonicalJson } from '../guard/canonical.ts'
import type { ShownPart } from '../log/leaf.ts'
import type { NoteKey } from '../log/note.ts'
import { checkReceipt, type ReceiptFault } from '../log/receipt.ts'
import type { PackFiles } from './container.ts'
import { listedFiles, receiptsFolder, type Manifest } from './manifest.ts'

export interface ReceiptProblem {
  code: 'receipt_false' | 'receipt_differs'
  file: string
  /** For `receipt_false`: why it proves nothing. */
  receipt?: ReceiptFault
}

/** Every receipt proves its event, and that event is the one that the pack's own list has. */
export function receiptProblems(
  manifest: Manifest,
  files: PackFiles,
  keys: readonly NoteKey[],
): ReceiptProblem[] {
  const events = eventsOf(manifest, files)
  return listedFiles(manifest).flatMap(({ name }): ReceiptProblem[] => {
    const file = files.get(name)
    if (!name.startsWith(receiptsFolder) || !name.endsWith('.tlog-proof') || file === undefined) return []
    const checked = checkReceipt(textOf(file), keys)
    if ('fault' in checked) return [{ code: 'receipt_false', file: name, receipt: checked.fault }]
    const proven = provenBy(checked.leaf, checked.shown)
    return proven !== undefined && events.has(proven) ? [] : [{ code: 'receipt_differs', file: name }]
  })
}

/** The events that the pack lists, each as its receipt would have it. */
function eventsOf({ items }: Manifest, files: PackFiles): Set<string> {
  const name = items.find(({ code }) => code === 'events')?.files[0]?.name
  const file = name === undefined ? undefined : files.get(name)
  try {
    const { events } = JSON.parse(file ? textOf(file) : '{}') as EventsFile
    return new Set(
      events.map(({ source, seq, kind, at, data }) =>
        canonicalJson({ kind, at, what: { source, seq, data } }),
      ),
    )
  } catch {
    return new Set()
  }
}

/** What a receipt proves, as `eventsOf` writes it; undefined where it is no event at all. */
function provenBy(leaf: string, shown: readonly ShownPart[]): string | undefined {
  try {
    const { kind, at } = JSON.parse(leaf) as { kind: string; at: string }
    return canonicalJson({ kind, at, what: shown.find(({ no }) => no === 0)?.what ?? null })
  } catch {
    return undefined
  }
}

/** The item `events`: those of the case, as its party may see them. */
export interface EventsFile {
  events: readonly { source: string; seq: number; kind: string; at: string; data: unknown }[]
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
