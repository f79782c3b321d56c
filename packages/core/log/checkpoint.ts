/** A checkpoint (C2SP tlog-checkpoint): which log, how many leaves, and the root over them, as the text of a note. */

import { readBase64, writeBase64 } from './base64.ts'
import { hashBytes, type Hash } from './merkle.ts'
import { openNote, type NoteKey } from './note.ts'

export interface Checkpoint {
  /** The log's name, the same for ever. */
  origin: string
  /** Leaves. */
  size: number
  root: Hash
}

/** The text that is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${writeBase64(root)}\n`
}

/** Read such a text; undefined where it is none. Lines that others may add at its end are passed over. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split('\n')
  const [origin = '', size = '', root = ''] = lines
  if (lines.length < 4 || lines.pop() !== '' || lines.includes('')) return undefined
  const hash = readBase64(root)
  if (!/^(0|[1-9][0-9]{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return undefined
  if (hash?.length !== hashBytes) return undefined
  return { origin, size: Number(size), root: hash }
}

/** The checkpoint in a note that one of the log's keys has signed; undefined where it is not such a one. */
export function openCheckpoint(note: string, keys: readonly NoteKey[]): Checkpoint | undefined {
  const text = openNote(note, keys)
  const checkpoint = text === undefined ? undefined : readCheckpoint(text)
  return checkpoint && keys.some(({ name }) => name === checkpoint.origin) ? checkpoint : undefined
}
