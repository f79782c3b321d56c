/**
 * Two heads of a log, one that was kept and one that is shown later. Whoever keeps a head is a witness, however small:
 * a log that was rolled back, rewritten, or that shows another face to somebody else has no proof from one to the other.
 */

import type { Checkpoint } from './checkpoint.ts'
import { isConsistent, isSameHash, type Hash } from './merkle.ts'

/** What is wrong with a later head, by the one that was kept; the first that is so. */
export const headFaults = ['another_log', 'rolled_back', 'disagrees'] as const
export type HeadFault = (typeof headFaults)[number]

/** Whether the later head goes on from the kept one; `path` is the proof between them (RFC 6962, 2.1.2). Never throws. */
export function checkHeads(
  kept: Checkpoint,
  later: Checkpoint,
  path: readonly Hash[],
): 'goes_on' | HeadFault {
  if (kept.origin !== later.origin) return 'another_log'
  if (later.size < kept.size) return 'rolled_back'
  if (later.size === kept.size) return isSameHash(later.root, kept.root) ? 'goes_on' : 'disagrees'
  const claim = { from: kept.size, to: later.size, fromRoot: kept.root, toRoot: later.root, path }
  return isConsistent(claim) ? 'goes_on' : 'disagrees'
}
