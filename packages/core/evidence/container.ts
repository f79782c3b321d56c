/**
 * The ZIP of an evidence pack: files stored as they are, sorted by name, dated 1 January 1980. So the same files are the
 * same bytes, and every byte of a pack is accounted for: a reader makes it again from what it holds and compares.
 */

import { bytesToHex } from '@noble/hashes/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { unzipSync, zipSync, type UnzipFileInfo } from 'fflate'

export type PackFiles = ReadonlyMap<string, Uint8Array>

/**
 * Where a container is not as it would be made: a file's name, or the part that holds the names. `packed_anew`: somebody
 * has packed it with another program, so that nothing can be said of the bytes as they were.
 */
export interface ContainerFault {
  code: 'not_a_zip' | 'packed_anew' | 'container_altered'
  file: string | null
}

export interface OpenedContainer {
  files: PackFiles
  fault: ContainerFault | null
}

/** Midnight by whichever local clock: a ZIP knows no time zone, and its reader none either. */
const firstDay = '1980-01-01T00:00:00'
const localHeaderBytes = 30

const sorted = (files: PackFiles) => [...files].sort(([a], [b]) => (a < b ? -1 : 1))

/** SHA-256 in hexadecimal, as a manifest has it. */
export function digestOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** The ZIP of these files. */
export function packContainer(files: PackFiles): Uint8Array {
  return zipSync(Object.fromEntries(sorted(files)), { level: 0, mtime: firstDay })
}

/** The files of a ZIP, and where it is not as `packContainer` would make it. Never throws, whatever it is given. */
export function openContainer(zip: Uint8Array): OpenedContainer {
  const files = new Map<string, Uint8Array>()
  let bytes = 0
  let isPacked = false
  const isStored = ({ compression, originalSize }: UnzipFileInfo) => {
    isPacked ||= compression !== 0
    bytes += isPacked ? 0 : originalSize
    if (bytes > zip.length) throw new RangeError('a container holds no more than its own length')
    return !isPacked
  }
  try {
    const found = unzipSync(zip, { filter: isStored })
    for (const [name, content] of Object.entries(found)) files.set(name, content)
  } catch {
    return { files: new Map(), fault: { code: 'not_a_zip', file: null } }
  }
  if (isPacked) return { files: new Map(), fault: { code: 'packed_anew', file: null } }
  const at = firstDifference(zip, files.size === 0 ? new Uint8Array() : packContainer(files))
  return { files, fault: at === -1 ? null : { code: 'container_altered', file: fileAt(files, at) } }
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return at
  return one.length === other.length ? -1 : length
}

/** The file in whose header or contents a place lies; null where it lies in the list at the container's end. */
function fileAt(files: PackFiles, place: number): string | null {
  let from = 0
  for (const [name, bytes] of sorted(files)) {
    from += localHeaderBytes + new TextEncoder().encode(name).length + bytes.length
    if (place < from) return name
  }
  return null
}
