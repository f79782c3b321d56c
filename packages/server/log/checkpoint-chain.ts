/** Every checkpoint is tied to the one before it: none can be left out or given another moment without the next one telling. */

import { createHash } from 'node:crypto'
import { toIso, type Instant } from '@laisee/core/instant.ts'

/** The link of a checkpoint; `before` is that of the one before it, and null for the first. */
export function checkpointChain(
  before: Uint8Array | null,
  { size, root, at }: { size: bigint; root: Uint8Array; at: Instant },
): Buffer {
  const said = `${size} ${Buffer.from(root).toString('hex')} ${toIso(at)}`
  return createHash('sha256')
    .update(before ?? new Uint8Array())
    .update(said)
    .digest()
}
