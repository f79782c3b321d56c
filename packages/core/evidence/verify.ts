/**
 * Checking an evidence pack with nothing but its bytes: by the command line and the browser alike, with no network. What
 * is wrong is listed whole, the gravest first; nothing that is given makes it throw.
 */

import { readKey, type NoteKey } from '../log/note.ts'
import type { ReceiptFault } from '../log/receipt.ts'
import { openContainer, digestOf, type ContainerFault, type PackFiles } from './container.ts'
import { itemsDigest, listedFiles, manifestName, readManifest, sealName, type Manifest } from './manifest.ts'
import { sealFault, type SealFault } from './seal.ts'
import { readStamp } from './stamp.ts'
import { receiptProblems } from './verify-receipts.ts'

/** Everything that may be wrong, the gravest first. */
export const packFaults = [
  'not_a_zip',
  'packed_anew',
  'manifest_missing',
  'manifest_altered',
  'manifest_unreadable',
  'seal_missing',
  'seal_unreadable',
  'not_sealed',
  'file_missing',
  'file_altered',
  'file_extra',
  'file_twice',
  'items_disordered',
  'receipt_false',
  'receipt_differs',
  'stamp_differs',
  'container_altered',
] as const
export type PackFault = (typeof packFaults)[number]

export interface PackProblem {
  code: PackFault
  /** The file it is about; null where it is the pack as a whole. */
  file: string | null
  /** For `receipt_false`: why it proves nothing. */
  receipt?: ReceiptFault
}

export interface PackVerdict {
  ok: boolean
  /** All that is wrong; the first is the gravest. */
  problems: readonly PackProblem[]
  /** What the pack says of itself, where that can be read: to be believed only where `ok`. */
  manifest: Manifest | null
  /** Whose keys it was checked with: `given` from outside, or those that the pack itself names. */
  keys: 'given' | 'own'
  /** The authority's moment in its timestamp, in milliseconds; null where there is none. */
  stampedAt: number | null
}

/** Check a pack's ZIP. With keys of the log it is checked that one of them sealed it; else its own must have. */
export function verifyPackZip(zip: Uint8Array, keys: readonly NoteKey[] = []): PackVerdict {
  const { files, fault } = openContainer(zip)
  if (fault && fault.code !== 'container_altered') return verdictOf([problemOf(fault)], null, keys, null)
  const verdict = verifyPack(files, keys)
  return fault
    ? verdictOf([...verdict.problems, problemOf(fault)], verdict.manifest, keys, verdict.stampedAt)
    : verdict
}

/** Check a pack's files. */
export function verifyPack(files: PackFiles, keys: readonly NoteKey[] = []): PackVerdict {
  const bytes = files.get(manifestName)
  if (bytes === undefined)
    return verdictOf([{ code: 'manifest_missing', file: manifestName }], null, keys, null)
  const manifest = readManifest(bytes)
  if (manifest === undefined)
    return verdictOf([{ code: 'manifest_unreadable', file: manifestName }], null, keys, null)
  const used = keys.length > 0 ? keys : ownKeys(manifest)
  const stamp = stampOf(manifest, files)
  const problems = [
    ...sealProblems(manifest, bytes, files, used),
    ...fileProblems(manifest, files),
    ...itemProblems(manifest),
    ...receiptProblems(manifest, files, used),
    ...(stamp && stamp.digest !== itemsDigest(manifest.items)
      ? [{ code: 'stamp_differs' as const, file: manifest.timestamp!.file.name }]
      : []),
  ]
  return verdictOf(problems, manifest, keys, stamp?.at ?? null)
}

function verdictOf(
  found: readonly PackProblem[],
  manifest: Manifest | null,
  keys: readonly NoteKey[],
  stampedAt: number | null,
): PackVerdict {
  const problems = found.toSorted((a, b) => packFaults.indexOf(a.code) - packFaults.indexOf(b.code))
  return { ok: problems.length === 0, problems, manifest, keys: keys.length > 0 ? 'given' : 'own', stampedAt }
}

function problemOf({ code, file }: ContainerFault): PackProblem {
  return { code, file }
}

function ownKeys({ keys, origin }: Manifest): NoteKey[] {
  return keys.flatMap((text) => readKey(text) ?? []).filter(({ name }) => name === origin)
}

function sealProblems(
  manifest: Manifest,
  bytes: Uint8Array,
  files: PackFiles,
  keys: readonly NoteKey[],
): PackProblem[] {
  const seal = files.get(sealName)
  if (seal === undefined) return [{ code: 'seal_missing', file: sealName }]
  const fault: SealFault | null = sealFault(textOf(seal), manifest.origin, bytes, {
    keys,
    named: ownKeys(manifest),
  })
  if (fault === null) return []
  return [{ code: fault, file: fault === 'manifest_altered' ? manifestName : sealName }]
}

function fileProblems(manifest: Manifest, files: PackFiles): PackProblem[] {
  const listed = listedFiles(manifest)
  const names = new Set(listed.map(({ name }) => name))
  const problems = listed.flatMap(({ name, bytes, sha256 }): PackProblem[] => {
    const file = files.get(name)
    if (file === undefined) return [{ code: 'file_missing', file: name }]
    const isSame = file.length === bytes && digestOf(file) === sha256
    return isSame ? [] : [{ code: 'file_altered', file: name }]
  })
  const extra = [...files.keys()].filter(
    (name) => !names.has(name) && name !== manifestName && name !== sealName,
  )
  return [
    ...problems,
    ...extra.map((file): PackProblem => ({ code: 'file_extra', file })),
    ...(names.size < listed.length ? [{ code: 'file_twice', file: null } as const] : []),
  ]
}

function itemProblems({ items }: Manifest): PackProblem[] {
  const isInOrder = items.every(({ no, files }, i) => no === i + 1 && files.length > 0)
  return isInOrder ? [] : [{ code: 'items_disordered', file: manifestName }]
}

function stampOf({ timestamp }: Manifest, files: PackFiles) {
  const file = timestamp && files.get(timestamp.file.name)
  if (!file) return null
  return readStamp(file) ?? { digest: 'unreadable', at: null }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
