/**
 * An evidence pack put together: items numbered in the order of the index, the manifest over every file, the seal over
 * the manifest, one container. The same facts, moment and keys give the same bytes.
 */

import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../guard/canonical.ts'
import { toIso, type Instant } from '../instant.ts'
import { writeKey, noteKeyOf } from '../log/note.ts'
import { packReadme } from '../words/evidence/readme.ts'
import type { PackClaim, PackSubject } from './claim.ts'
import { packContainer } from './container.ts'
import type { Gap } from './gap.ts'
import { itemCodes, itemKinds, type ItemCode } from './item.ts'
import {
  indexName,
  itemsDigest,
  manifestBytes,
  manifestName,
  packFile,
  packFormat,
  sealName,
  stampName,
  type Manifest,
  type PackItem,
} from './manifest.ts'
import { sealManifest } from './seal.ts'

/** An item as it was found: its own JSON, other files, or both. */
export interface FoundItem {
  code: ItemCode
  data?: unknown
  files?: readonly { name: string; bytes: Uint8Array }[]
}

/** Items in the order of the index, each with its files. */
export interface OrderedItems {
  items: readonly PackItem[]
  files: ReadonlyMap<string, Uint8Array>
  /** What an authority stamps: its SHA-256 is `digest`. */
  message: Uint8Array
  digest: string
}

/** Number what was found, and write its files. What has no file is no item. */
export function orderItems(found: readonly FoundItem[]): OrderedItems {
  const files = new Map<string, Uint8Array>()
  const inOrder = found
    .filter(({ data, files: more = [] }) => data !== undefined || more.length > 0)
    .toSorted((a, b) => itemCodes.indexOf(a.code) - itemCodes.indexOf(b.code))
  const items = inOrder.map(({ code, data, files: more = [] }, i): PackItem => {
    const { group, source, time, capture } = itemKinds[code]
    const own =
      data === undefined
        ? []
        : [{ name: `items/${String(i + 1).padStart(2, '0')}-${code}.json`, bytes: jsonBytes(data) }]
    const all = [...own, ...more]
    for (const { name, bytes } of all) files.set(name, bytes)
    return {
      no: i + 1,
      code,
      group,
      source,
      timeSource: time,
      capture,
      files: all.map(({ name, bytes }) => packFile(name, bytes)),
    }
  })
  return { items, files, message: utf8ToBytes(canonicalJson(items)), digest: itemsDigest(items) }
}

export interface PackAsk {
  id: string
  subject: PackSubject
  sourceId: string | null
  claim: PackClaim
  madeAt: Instant
  madeFor: string
  origin: string
  /** The log's secret keys, newest first; each of 32 bytes. */
  keys: readonly Uint8Array[]
  gaps: readonly Gap[]
  /** The index as a PDF. */
  index: Uint8Array
  stamp: { authority: string; at: Instant; token: Uint8Array } | null
  demo: boolean
}

/** A pack's ZIP. */
export function assemblePack({ items, files }: OrderedItems, ask: PackAsk): Uint8Array {
  const { keys, index, stamp, madeAt, ...said } = ask
  const readme = utf8ToBytes(packReadme)
  const manifest: Manifest = {
    ...said,
    format: packFormat,
    madeAt: toIso(madeAt),
    keys: keys.map((key) => writeKey(noteKeyOf(ask.origin, key))),
    items,
    views: [packFile(indexName, index), packFile(readmeName, readme)],
    timestamp: stamp && {
      authority: stamp.authority,
      at: toIso(stamp.at),
      file: packFile(stampName, stamp.token),
    },
    notarised: false,
    onNeutralChain: false,
  }
  const bytes = manifestBytes(manifest)
  return packContainer(
    new Map([
      ...files,
      [indexName, index],
      [readmeName, readme],
      ...(stamp ? [[stampName, stamp.token] as const] : []),
      [manifestName, bytes],
      [sealName, utf8ToBytes(sealManifest(ask.origin, bytes, keys))],
    ]),
  )
}

const readmeName = 'README.txt'

function jsonBytes(data: unknown): Uint8Array {
  return utf8ToBytes(`${canonicalJson(data)}\n`)
}
