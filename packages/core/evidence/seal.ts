/**
 * The seal of an evidence pack: a signed note (C2SP signed-note) by the log's key over the manifest's hash. It says that
 * this service made the pack as it is; it is no notary's and no third party's word.
 */

import { keyIdOf, openNote, readNote, signatureLine, writeNote, type NoteKey } from '../log/note.ts'
import { digestOf } from './container.ts'

const firstLine = 'laisee evidence pack v1'

/** The text that is signed. Its first line is no log's name, so that it is never taken for a checkpoint. */
export function sealText(origin: string, manifest: Uint8Array): string {
  return `${firstLine}\n${origin}\n${digestOf(manifest)}\n`
}

/** Seal a manifest by the log's keys, of 32 secret bytes each. */
export function sealManifest(origin: string, manifest: Uint8Array, keys: readonly Uint8Array[]): string {
  const text = sealText(origin, manifest)
  return writeNote(
    text,
    keys.map((key) => signatureLine(text, origin, key)),
  )
}

/** Why a seal does not hold: unreadable, over another manifest, or not signed by these keys. */
export type SealFault = 'seal_unreadable' | 'manifest_altered' | 'not_sealed'

/** What is wrong with a seal; null where it holds. `named`: the keys that the manifest names, and no other may have signed. */
export function sealFault(
  note: string,
  origin: string,
  manifest: Uint8Array,
  { keys, named }: { keys: readonly NoteKey[]; named: readonly NoteKey[] },
): SealFault | null {
  const read = readNote(note)
  if (read === undefined || !read.text.startsWith(`${firstLine}\n`)) return 'seal_unreadable'
  const isNamed = ({ keyId }: { keyId: string }) => named.some((key) => keyIdOf(key) === keyId)
  if (!read.signatures.every(isNamed) || openNote(note, keys) === undefined) return 'not_sealed'
  return read.text === sealText(origin, manifest) ? null : 'manifest_altered'
}
