/**
 * The manifest of an evidence pack: every file with its SHA-256, every item with where it comes from, and what is
 * missing. Canonical JSON (RFC 8785), so that it has one spelling, and one hash that the seal is over.
 */

import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../guard/canonical.ts'
import type { PackClaim, PackSubject } from './claim.ts'
import { digestOf } from './container.ts'
import type { Gap } from './gap.ts'
import type { CaptureWay, ItemCode, ItemGroup, ItemSource, TimeSource } from './item.ts'

export const manifestName = 'manifest.json'
export const sealName = 'seal.note'
export const stampName = 'timestamp.tsr'
export const indexName = 'index.pdf'
export const receiptsFolder = 'receipts/'

export interface PackFile {
  name: string
  bytes: number
  /** SHA-256 in hexadecimal. */
  sha256: string
}

export interface PackItem {
  /** From 1, in the order of the index. */
  no: number
  code: ItemCode
  group: ItemGroup
  source: ItemSource
  timeSource: TimeSource
  capture: CaptureWay
  files: readonly PackFile[]
}

export interface Manifest {
  format: typeof packFormat
  /** `evp_…`. */
  id: string
  subject: PackSubject
  /** `pkt_…`, `tr_…` or `dsp_…`, as it was asked for; null for money that was sent elsewhere. */
  sourceId: string | null
  claim: PackClaim
  /** RFC 3339, by the service's clock. */
  madeAt: string
  /** For whom: the party who asked for it, or the service's staff. */
  madeFor: string
  /** The log's name, which is also that of the keys below. */
  origin: string
  /** What the seal and the receipts are checked with, each as one word (C2SP signed-note). */
  keys: readonly string[]
  items: readonly PackItem[]
  gaps: readonly Gap[]
  /** What shows the items to a reader, and is itself no item. */
  views: readonly PackFile[]
  /** An authority's timestamp (RFC 3161) over `itemsDigest`; null where there is none. */
  timestamp: { authority: string; at: string; file: PackFile } | null
  /** Whether a notary has looked at it. This service is none. */
  notarised: false
  /** Whether it is kept on a chain of a neutral third party. This service writes to none. */
  onNeutralChain: false
  /** Made in a world for trying out, where no money is real and the clock may be moved. */
  demo: boolean
}

export const packFormat = 'laisee-evidence/1'

/** A file as a manifest lists it. */
export function packFile(name: string, bytes: Uint8Array): PackFile {
  return { name, bytes: bytes.length, sha256: digestOf(bytes) }
}

/** A manifest's bytes. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return utf8ToBytes(canonicalJson(manifest))
}

/** The hash over all items: what the index prints and an authority's timestamp is over. Hexadecimal. */
export function itemsDigest(items: readonly PackItem[]): string {
  return digestOf(utf8ToBytes(canonicalJson(items)))
}

/** Every file that a manifest lists. */
export function listedFiles({ items, views, timestamp }: Manifest): PackFile[] {
  return [...items.flatMap(({ files }) => files), ...views, ...(timestamp ? [timestamp.file] : [])]
}

/** Read a manifest; undefined where it has not its shape. That it has one spelling is part of its shape. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const read = JSON.parse(text) as unknown
    return isManifest(read) && canonicalJson(read) === text ? read : undefined
  } catch {
    return undefined
  }
}

function isManifest(read: unknown): read is Manifest {
  if (!isObject(read) || read.format !== packFormat) return false
  const { id, claim, subject, madeAt, madeFor, origin, keys, items, gaps, views, timestamp } = read
  return (
    [id, claim, subject, madeAt, madeFor, origin].every((part) => typeof part === 'string') &&
    isListOf(keys, (key) => typeof key === 'string') &&
    isListOf(items, isItem) &&
    isListOf(gaps, (gap) => isObject(gap) && typeof gap.code === 'string' && isObject(gap.data)) &&
    isListOf(views, isFile) &&
    (timestamp === null ||
      (isObject(timestamp) && typeof timestamp.authority === 'string' && isFile(timestamp.file)))
  )
}

function isItem(part: unknown): boolean {
  return (
    isObject(part) &&
    Number.isInteger(part.no) &&
    typeof part.code === 'string' &&
    isListOf(part.files, isFile)
  )
}

function isFile(part: unknown): boolean {
  return (
    isObject(part) &&
    typeof part.name === 'string' &&
    Number.isInteger(part.bytes) &&
    typeof part.sha256 === 'string'
  )
}

function isObject(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}

function isListOf(part: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(part) && part.every(is)
}
